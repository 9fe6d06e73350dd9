"""ui.render.narrowing: every filter in use is said, and each can be taken away for itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus import Filters
from ui.render.narrowing import chips_of, described_filters

ALL = Filters(
    date_from="2016-05-11",
    date_to="2017-06-22",
    publishers=("The Port Paper", "ABC"),
    authors=("Ana Díaz",),
    languages=("es", "xx"),
)


def test_every_filter_is_said_for_itself() -> None:
    assert [chip.text for chip in chips_of(ALL)] == [
        "Published: 11 May 2016 to 22 June 2017",
        "Outlet: The Port Paper",
        "Outlet: ABC",
        "Author: Ana Díaz",
        "Language: Spanish",
        "Language: xx",
    ]


def test_one_is_taken_away_and_the_others_stay() -> None:
    rests = [chip.rest for chip in chips_of(ALL)]

    assert rests[0] == replace(ALL, date_from=None, date_to=None)
    assert rests[1] == replace(ALL, publishers=("ABC",))
    assert rests[3] == replace(ALL, authors=())
    assert rests[5] == replace(ALL, languages=("es",))


@pytest.mark.parametrize(
    ("filters", "line"),
    [
        (Filters(date_from="2016-05-11"), "Published: from 11 May 2016"),
        (Filters(date_to="2016-05-11"), "Published: until 11 May 2016"),
        (Filters(), ""),
    ],
)
def test_an_open_range_has_one_end(filters: Filters, line: str) -> None:
    assert described_filters(filters) == line
