"""qa.quotes.refine: dates stay whole, and edges have their counterparts."""

from __future__ import annotations

import pytest
from comparing import compared


@pytest.mark.parametrize(
    ("quote", "text", "place"),
    [
        ("20 June 2017 was a fine day", "On June 20, 2017 was a fine day.",
         "June 20, 2017 was a fine day"),
        ("the fine day was 20 June 2017", "The fine day was June 20, 2017, they say.",
         "The fine day was June 20, 2017"),
        ("a million people marched", "Then 1,000,000 people marched.", "1,000,000 people marched"),
        ("people marched, a million", "People marched, 1,000,000 of them.",
         "People marched, 1,000,000"),
        ("it is the best harvest", "Truly it's the best harvest.", "it's the best harvest"),
        ("Peru beat Chile in Lima", "Then Chile beat Peru in Lima.", "Chile beat Peru in Lima"),
        ("they met Putin and Xi", "There they met Xi and Putin again.", "they met Xi and Putin"),
        ("the harvest cost 6 euros", "The harvest cost 5 dollars.", "The harvest cost 5 dollars"),
    ],
)  # fmt: skip
def test_the_place_holds_what_the_words_stand_for(quote: str, text: str, place: str) -> None:
    found = compared(quote, text)

    assert found is not None
    assert text[found.place.start : found.place.end] == place
    assert all(change.source for change in found.changes)


def test_an_edge_does_not_reach_into_another_sentence() -> None:
    text = "They wanted 1,000,000. People marched again."
    found = compared("a million people marched again", text)

    assert found is not None
    assert text[found.place.start : found.place.end] == "People marched again"
    assert [change.kind for change in found.changes] == ["added"]


def test_two_dates_are_not_mixed_up() -> None:
    found = compared(
        "from 1 May 2016 to 2 June 2017 we waited", "from May 1, 2016 to June 3, 2017 we waited"
    )

    assert found is not None
    assert [(c.kind, c.bears_on_meaning, c.quoted, c.source) for c in found.changes] == [
        ("date", True, "2 June 2017", "June 3, 2017"),
        ("date", False, "1 May 2016", "May 1, 2016"),
    ]
