"""corpus.bylines: a line is a byline only when every part of it is accounted for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.bylines import Byline, read_byline


def read(line: str) -> Byline:
    """The byline in a line that has one."""
    byline = read_byline(line)
    assert byline is not None
    return byline


@pytest.mark.parametrize(
    ("line", "authors", "published"),
    [
        (
            "COLOMBIA / 3 FEB 2020 BY JANE DOE AND JOHN ROE EN",
            ("Jane Doe", "John Roe"),
            "2020-02-03",
        ),
        ("Por Juan Pérez, 3 de marzo de 2021", ("Juan Pérez",), "2021-03-03"),
        ("By Jane Doe - March 3, 2021", ("Jane Doe",), "2021-03-03"),
        ("By Jane Doe | March 3, 2021 at 10:30 a.m. EST", ("Jane Doe",), "2021-03-03"),
        ("By Jane Doe, Political Correspondent", ("Jane Doe",), None),
        ("By Jane Doe @jane • 3 min read", ("Jane Doe",), None),
        ("By Jane Doe and John Roe in Lima", ("Jane Doe", "John Roe"), None),
        ("Published 3 March 2021", (), "2021-03-03"),
        ("March 3, 2021 10:30 am", (), "2021-03-03"),
        ("Wed 3 Mar 2021 10.30 GMT", (), "2021-03-03"),
        ("Miércoles, 3 de marzo de 2021 - 10:30", (), "2021-03-03"),
        ("Publicado el 3 de marzo de 2021 a las 10:30 hrs", (), "2021-03-03"),
        ("Lima, 3 de marzo de 2021", (), "2021-03-03"),
        ("Posted on March 3, 2021 by admin", (), "2021-03-03"),
        ("March 3, 2021 10:30 AM EST Updated 2 years ago", (), "2021-03-03"),
        ("Bogotá - 03 MAR 2021 - 10:30 COT", (), "2021-03-03"),
    ],
)
def test_names_and_day_are_read(line: str, authors: tuple[str, ...], published: str | None) -> None:
    byline = read(line)

    assert (byline.authors, byline.published) == (authors, published)


def test_the_section_before_the_stroke_stays_as_it_is_written() -> None:
    assert read("EL SALVADOR / 22 JUN 2017 BY JANE DOE EN").section == "EL SALVADOR"


def test_an_agency_after_the_name_is_the_publisher_and_no_author() -> None:
    piped, spaced = read("By Jane Doe | Reuters"), read("By JANE DOE Associated Press")

    assert (piped.authors, piped.publisher) == (("Jane Doe",), "Reuters")
    assert (spaced.authors, spaced.publisher) == (("Jane Doe",), "Associated Press")


@pytest.mark.parametrize("line", ["Updated March 4, 2021", "Actualizado el 4 de marzo de 2021"])
def test_the_day_of_a_change_is_not_the_day_of_publication(line: str) -> None:
    assert not read(line).has_date


def test_of_publication_and_change_the_first_counts() -> None:
    assert read("Published 3 March 2021, updated 5 March 2021").published == "2021-03-03"


def test_two_days_without_a_label_are_no_answer() -> None:
    assert read("3 March 2021 | 5 March 2021").published is None


def test_a_date_that_can_be_read_two_ways_is_kept_as_unread() -> None:
    byline = read("By Jane Doe | 03/04/2021")

    assert (byline.published, byline.unread_date) == (None, "03/04/2021")


@pytest.mark.parametrize(
    "line",
    [
        "By Monday Night",
        "By Land, Sea and Air",
        "By the time he left, Jane Doe was 30.",
        "By Monday the strike of 3 February 2020 had ended",
        "On 3 March 2021 police arrested 12 people",
        "Jane Doe",
        "Peru's port stays busy",
        "",
    ],
)
def test_the_article_s_own_words_are_no_byline(line: str) -> None:
    assert read_byline(line) is None


@given(st.text(max_size=220))
def test_no_line_makes_it_raise(line: str) -> None:
    byline = read_byline(line)

    assert byline is None or byline.line == line
