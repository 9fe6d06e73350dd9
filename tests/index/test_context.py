"""index.context: what the encoder is told beside the passage."""

from __future__ import annotations

import pytest

from corpus import Article, Passage
from index.context import encoded_text


@pytest.mark.parametrize(
    ("title", "published", "expected"),
    [
        ("Drugs", "2017-06-22", "Drugs (2017-06-22). Text."),
        ("Drugs", None, "Drugs. Text."),
        (None, "2017-06-22", "(2017-06-22). Text."),
        (None, None, "Text."),
    ],
)
def test_title_and_date_go_before_the_text(
    title: str | None, published: str | None, expected: str
) -> None:
    article = Article(id="a", text="Text.", title=title, published=published)
    passage = Passage(key=1, ordinal=0, article=article, start=0, text="Text.", sentences=())

    assert encoded_text(passage) == expected
    assert (passage.start, passage.end) == (0, 5)
