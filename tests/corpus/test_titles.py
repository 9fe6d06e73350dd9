"""corpus.titles: the headline, by the surest sign that there is."""

from __future__ import annotations

import pytest

from corpus.titles import find_title, is_headline

PROSE = "Police searched 34 houses in the port of Callao before dawn on June 20, newspapers wrote."


@pytest.mark.parametrize(
    "line", ["What Next for Peru's Biggest Seaport?", "12 held in Callao", "«Ya basta»: una voz"]
)
def test_short_lines_with_a_capital_read_like_headlines(line: str) -> None:
    assert is_headline(line)


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "It ended.",
        "Advertisement",
        "By Jane Doe",
        "and so on",
        "Callao",
        "See https://x.example",
    ],
)
def test_sentences_bylines_and_buttons_do_not(line: str) -> None:
    assert not is_headline(line)


@pytest.mark.parametrize(
    "trail",
    ["HomeNewsBriefRaids in the Port of Callao", "Home > News > Raids in the Port of Callao"],
)
def test_a_trail_of_links_gives_the_title_that_is_repeated_below_it(trail: str) -> None:
    title = find_title([trail, "BRIEF", "Raids in the Port of Callao", PROSE], 3, {})

    assert title is not None
    assert (title.text, title.leads) == ("Raids in the Port of Callao", frozenset({0}))


def test_the_name_of_the_page_gives_title_and_publisher() -> None:
    lines = ["Raids in Callao | The Sample Ledger", "Raids in Callao", PROSE]
    title = find_title(lines, 2, {})

    assert title is not None
    assert (title.text, title.publisher) == ("Raids in Callao", "The Sample Ledger")


def test_a_first_line_before_prose_is_the_title() -> None:
    title = find_title(["Raids in Callao", PROSE], 1, {})

    assert title is not None
    assert (title.text, title.how) == ("Raids in Callao", "first line of the text")


def test_two_short_lines_at_the_top_leave_the_title_unknown() -> None:
    assert find_title(["Raids in Callao", "Twelve are held", PROSE], 2, {}) is None
