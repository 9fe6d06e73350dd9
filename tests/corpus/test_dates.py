"""corpus.dates: full days in English and Spanish, nothing that can be read two ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import find_dates, read_date, read_iso_date


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("22 JUN 2017", "2017-06-22"),
        ("3rd March 2021", "2021-03-03"),
        ("March 3, 2021", "2021-03-03"),
        ("Mar. 3, 2021", "2021-03-03"),
        ("Sept. 14, 2020", "2020-09-14"),
        ("3 de marzo de 2021", "2021-03-03"),
        ("1º de mayo del 2020", "2020-05-01"),
        ("14 de setiembre de 2021", "2021-09-14"),
        ("2021-03-04", "2021-03-04"),
        ("2021-03-04T23:30:00-05:00", "2021-03-04"),
        ("Thu, 04 Mar 2021 10:00:00 GMT", "2021-03-04"),
        ("13/04/2021", "2021-04-13"),
        ("04/13/2021", "2021-04-13"),
        ("05.05.2021", "2021-05-05"),
    ],
)
def test_a_full_day_is_read(printed: str, day: str) -> None:
    assert read_date(printed) == day


@pytest.mark.parametrize(
    "printed",
    [
        "03/04/2021",
        "March 2021",
        "2021",
        "yesterday",
        "3 days ago",
        "31 February 2021",
        "3/4/21",
        "30 houses 2021",
        "2 a 2021",
        "10:30",
        "",
        "2021-13-01",
        "13/13/2021",
        "1617000000",
    ],
)
def test_what_is_no_full_day_or_two_days_is_unknown(printed: str) -> None:
    assert read_date(printed) is None


def test_a_numeric_date_that_can_be_read_two_ways_is_found_without_a_value() -> None:
    (found,) = find_dates("Posted 03/04/2021")

    assert (found.printed, found.value) == ("03/04/2021", None)


def test_two_different_days_in_one_field_are_no_answer() -> None:
    assert read_date("3 March 2021 to 5 March 2021") is None


def test_the_day_is_the_one_that_is_printed_whatever_the_time_zone() -> None:
    assert read_iso_date("2021-03-04T00:10:00+09:00") == "2021-03-04"


@given(st.text())
def test_no_text_makes_the_readers_raise(printed: str) -> None:
    assert read_date(printed) is None or len(read_date(printed) or "") == 10
