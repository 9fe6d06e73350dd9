"""qa.quotes.values: numbers and dates that stand in the same place of both texts."""

from __future__ import annotations

import pytest

from qa.quotes.runs import Run, Texts
from qa.quotes.values import paired_values, values_among
from qa.quotes.words import tokens_of


def pairs(quote: str, text: str, language: str = "en") -> list[tuple[str, str, str, bool]]:
    """What is paired when the whole texts differ."""
    quoted, source = tokens_of(quote), tokens_of(text)
    texts = Texts(quote, quoted, text, source, [False] * len(source), [0] * len(source))
    run = Run("differs", (0, len(quoted)), (0, len(source)))
    return [
        (
            pair.kind,
            quote[quoted[pair.quoted[0]].start : quoted[pair.quoted[1] - 1].end],
            text[source[pair.source[0]].start : source[pair.source[1] - 1].end],
            pair.is_same,
        )
        for pair in paired_values(texts, run, language)
    ]


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("1,300 men", "thirteen hundred men", [("number", "1,300", "thirteen hundred", True)]),
        ("2%", "two percent", [("number", "2%", "two percent", True)]),
        ("$5", "€5", [("number", "$5", "€5", False)]),
        ("20 June 2017", "June 20, 2017", [("date", "20 June 2017", "June 20, 2017", True)]),
        ("5 of 10 men", "five of nine men",
         [("number", "5", "five", True), ("number", "10", "nine", False)]),
        ("men", "5 men", []),
        ("5 men", "men", []),
        ("no number", "none here", []),
    ],
)  # fmt: skip
def test_values_in_the_same_place_are_paired(
    quote: str, text: str, expected: list[tuple[str, str, str, bool]]
) -> None:
    assert pairs(quote, text) == expected


def test_spanish_numbers_are_read_as_spanish() -> None:
    assert pairs("1,5 millones", "1.500.000", "es") == [
        ("number", "1,5 millones", "1.500.000", True)
    ]


def test_a_value_has_its_unit_though_only_the_number_differs() -> None:
    text = "They asked for 5 million dollars again"
    tokens = tokens_of(text)

    ((value, words),) = values_among(text, tokens, (3, 4), "en")

    assert (str(value), words) == ("5000000 dollar", (3, 6))


def test_an_empty_range_has_no_values() -> None:
    assert values_among("5 men", tokens_of("5 men"), (1, 1), "en") == []
