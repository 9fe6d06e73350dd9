"""qa.quotes.surface: what may differ where the words are equal."""

from __future__ import annotations

import pytest
from comparing import told


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("the U.S. army came late", "the US army came late"),
        ("at 9 p.m. every day", "at 9 pm every day"),
        ("the harvest was good", "The harvest was good"),
        ("The harvest was good", "today the harvest was good"),
        ("The harvest was good.", "the harvest was good, they say"),
        ("the harvest was good!", "the harvest was good"),
        ("he said 'no more guns' here", "he said “no more guns” here"),
        ("he said no more guns here", "he said “no more guns” here"),
        ("between 90-95 people", "between 90–95 people"),
        ("it was – they say – late", "it was -- they say -- late"),
        ("the area is 5 m² wide", "the area is 5 m2 wide"),
        ("the harvest was … good", "the harvest was ... good"),
        ("the harvest was good", "the harvest was … good"),
        ("the village[1] was empty", "the village was empty"),
        ("the village was empty", "the village[1] was empty"),
        ("the villige [sic] was there empty", "the villige was there empty"),
        ("he likes ❤️ a lot", "he likes ❤ a lot"),
    ],
)
def test_typography_is_no_change(quote: str, text: str) -> None:
    assert told(quote, text) == []


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("we like Green tea there", "we like green tea there", ["case!: Green < green"]),
        ("we like polish food", "we like Polish food", ["case!: polish < Polish"]),
        ("they told us army men", "they told US army men", ["case!: us < US"]),
        ("we saw the Mayor leave", "we saw the mayor leave", ["case: Mayor < mayor"]),
        ("WE LEFT TOWN NOW", "We left town now", ["case: WE LEFT TOWN NOW < We left town now"]),
        ("We left the Big House", "We left the big house", ["case: Big House < big house"]),
    ],
)  # fmt: skip
def test_capitals_within_are_told(quote: str, text: str, expected: list[str]) -> None:
    assert told(quote, text) == expected


def test_a_capital_that_an_added_word_took_away_is_not_told_twice() -> None:
    assert told("Actually the police came late", "The police came late") == ["added!: Actually < "]


def test_a_capital_that_follows_from_a_full_stop_is_not_told_twice() -> None:
    assert told("he came home. And he slept", "he came home and he slept") == [
        "punctuation: .  <  "
    ]


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("Will he come? I think so", "Will he come. I think so", ["punctuation!: ?  < . "]),
        ("he came late, I think so", "he came late? I think so", ["punctuation!: ,  < ? "]),
        ("You are guilty.", "You are guilty?", ["punctuation!: . < ?"]),
        ("Are you guilty?", "Are you guilty", []),
        ("We eat, grandma, every day", "We eat grandma, every day", ["punctuation: ,  <  "]),
        ("the well-known man came", "the well known man came", ["punctuation: - <  "]),
        ("on June 20 2017 we met", "on June 20, 2017 we met", ["punctuation:   < , "]),
        ("we sold 3 - 4 houses", "we sold 3/4 houses", ["number!: 3 - 4 < 3/4"]),
        ("-3 degrees were measured", "3 degrees were measured", ["number!: -3 < 3"]),
    ],
)
def test_punctuation_between_words_is_told(quote: str, text: str, expected: list[str]) -> None:
    assert told(quote, text) == expected


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("mi papá habló con él", "mi papá hablo con él", ["spelling!: habló < hablo"]),
        ("mi papa hablo con el", "mi papá habló con él",
         ["spelling: papa < papá", "spelling: hablo < habló", "spelling: el < él"]),
        ("la policia habló ayer", "la policía habló ayer", ["spelling: policia < policía"]),
    ],
)  # fmt: skip
def test_an_accent_that_makes_another_word_bears_on_the_meaning(
    quote: str, text: str, expected: list[str]
) -> None:
    assert told(quote, text, "es") == expected


def test_words_taken_out_of_the_article_s_brackets_are_told() -> None:
    assert told("he Trump left the town", "he [Trump] left the town") == [
        "punctuation: Trump < Trump"
    ]
