"""ui.views.reading: the reader, without a browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from corpus import ingest
from ui import words_reading
from ui.desk import Desk

PLACE = {"article": "raid", "start": "59", "end": "68"}
"""MacDowell, in the second paragraph."""


def shown(app: AppTest) -> str:
    """Everything that the page shows as our own HTML, without the style sheet."""
    assert not app.exception
    bodies = [element.proto.body for element in app.get("html")]
    return "".join(body for body in bodies if not body.startswith(("<style>", "<script>")))


def labels(app: AppTest) -> list[str]:
    """The words of the links to other pages."""
    return [element.proto.label for element in app.get("page_link")]


def find(app: AppTest, wanted: str) -> AppTest:
    """Write into the field that finds words."""
    return app.text_input[0].set_value(wanted).run()


def test_a_place_is_marked_in_the_whole_article(opened: Callable[..., AppTest]) -> None:
    body = shown(opened(**PLACE))

    assert "<strong>MacDowell</strong> took the role over.</mark>" in body
    assert "The port was raided on Tuesday." in body


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ({}, words_reading.NO_ARTICLE_NAMED),
        ({"article": "<b>x</b>"}, words_reading.NO_SUCH_ARTICLE),
        ({"article": "raid", "revision": "7"}, words_reading.no_such_revision(1)),
    ],
)
def test_what_is_not_there_is_a_line_and_a_link(
    opened: Callable[..., AppTest], query: dict[str, str], line: str
) -> None:
    app = opened(**query)

    assert line in shown(app)
    assert words_reading.TO_ARTICLES in labels(app)


def test_words_are_found_and_counted(opened: Callable[..., AppTest]) -> None:
    body = shown(find(opened(article="raid"), "WAS"))

    assert "1 of 2 places" in body
    assert body.count("or-found") == 2


def test_words_that_are_not_there_are_said_to_be_not_there(
    opened: Callable[..., AppTest],
) -> None:
    assert words_reading.NOT_HERE in shown(find(opened(article="raid"), "<b>zebra</b>"))


def test_the_citation_can_be_copied_in_both_forms_with_a_link(
    opened: Callable[..., AppTest],
) -> None:
    plain, markdown, link = [code.value for code in opened(**PLACE).code]

    assert plain.startswith("“MacDowell”")
    assert markdown.startswith("> MacDowell")
    assert link.endswith("/read?article=raid&revision=1&start=59&end=68")


def test_the_publisher_s_page_is_linked_at_the_words(opened: Callable[..., AppTest]) -> None:
    assert 'href="https://example.org/raid?a=1&amp;b=2#:~:text=' in shown(opened(**PLACE))


def test_an_older_revision_leads_to_the_current_one(
    opened: Callable[..., AppTest], desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "newer.jsonl"
    path.write_text(json.dumps({"id": "raid", "text": "Now MacDowell is gone."}), encoding="utf-8")
    with desk.library.store.writing():
        ingest([path], desk.library.store)

    app = opened(**PLACE, revision="1")

    assert words_reading.older(1, 2) in shown(app)
    assert words_reading.open_revision(2) in [button.label for button in app.button]
    app.button(key="open-current").click().run()
    assert "<strong>MacDowell</strong> is gone." in shown(app)
    assert app.query_params == {"article": "raid", "start": "4", "end": "13"}
