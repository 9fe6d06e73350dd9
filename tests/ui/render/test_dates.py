"""ui.render.dates: dates that nobody reads in two ways."""

from __future__ import annotations

import pytest

from ui.render import plain_date, plain_range


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2017-06-22", "22 June 2017"),
        ("2016-05-01", "1 May 2016"),
        ("0988-12-31", "31 December 988"),
    ],
)
def test_a_date_has_its_month_spelt_out(published: str, expected: str) -> None:
    assert plain_date(published) == expected


@pytest.mark.parametrize("published", [None, ""])
def test_an_unknown_date_is_none(published: str | None) -> None:
    assert plain_date(published) is None


@pytest.mark.parametrize("published", ["2017", "2017-06", "2017-13-01", "last week"])
def test_what_is_no_full_date_stays_as_it_is(published: str) -> None:
    assert plain_date(published) == published


@pytest.mark.parametrize(
    ("oldest", "newest", "expected"),
    [
        ("2016-05-11", "2017-06-22", "11 May 2016 to 22 June 2017"),
        ("2016-05-11", "2016-05-11", "11 May 2016"),
        (None, "2016-05-11", "11 May 2016"),
        (None, None, None),
    ],
)
def test_a_range_names_both_ends_once(
    oldest: str | None, newest: str | None, expected: str | None
) -> None:
    assert plain_range(oldest, newest) == expected
