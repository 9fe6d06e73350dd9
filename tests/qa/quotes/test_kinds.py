"""qa.quotes.kinds: what kind of change words for other words are."""

from __future__ import annotations

import pytest

from qa.quotes.kinds import bears_when_left_out, is_value_sign, kind_of_words, numeral_of
from qa.quotes.runs import Texts
from qa.quotes.words import tokens_of


def kind(quoted: str, source: str) -> str | None:
    """The kind of some words for others, in the middle of a sentence of their own."""
    quote, text = f"so {quoted} then", f"so {source} then"
    sides = tokens_of(quote), tokens_of(text)
    texts = Texts(quote, sides[0], text, sides[1], [False] * 99, [0] * 99)
    return kind_of_words(sides[0][1:-1], sides[1][1:-1], texts)


@pytest.mark.parametrize(
    ("quoted", "source", "expected"),
    [
        ("not", "", "negation"), ("", "don't", "negation"), ("never", "always", "negation"),
        ("nobody", "everybody", "negation"), ("knows", "does not know", "negation"),
        ("nunca", "siempre", "negation"), ("may", "must", "modal"), ("puede", "debe", "modal"),
        ("will leave", "leaves", "modal"), ("reportedly", "", "modal"),
        ("Monday", "Tuesday", "date"), ("May", "June", "date"), ("tomorrow", "today", "date"),
        ("Smith", "Smyth", "name"), ("Mr", "Ms", "name"), ("he", "Trump", "name"),
        ("$", "€", "number"), ("%", "", "number"), ("1.5", "1,5", "number"),
        ("II", "III", "number"),
        ("dog and man", "man and dog", "order"), ("won", "lost", "word"),
        ("house", "garden", None), ("house", "", None), ("", "almost", None),
    ],
)  # fmt: skip
def test_words_for_other_words_have_a_kind(quoted: str, source: str, expected: str | None) -> None:
    assert kind(quoted, source) == expected


@pytest.mark.parametrize(
    ("written", "value"),
    [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40), ("XCIX", 99), ("CC", 200),
     ("IIII", None), ("Xi", None), ("MIX", None), ("", None)],
)  # fmt: skip
def test_roman_numerals_have_a_value(written: str, value: int | None) -> None:
    assert numeral_of(written) == value


@pytest.mark.parametrize(
    ("keys", "following", "expected"),
    [
        (["the"], "man", False), (["a"], "man", False), (["a"], "few", True), (["uh"], "", False),
        (["that"], "he", False), (["that"], "man", True), (["almost"], "", True),
        (["the", "old"], "man", True), (["well"], "", True), ([], "", False),
    ],
)  # fmt: skip
def test_only_light_words_can_be_left_out(keys: list[str], following: str, expected: bool) -> None:
    assert bears_when_left_out(keys, following) is expected


@pytest.mark.parametrize(
    ("key", "expected"), [("$", True), ("°", True), ("a", False), ("👍", False)]
)
def test_signs_that_belong_to_numbers(key: str, expected: bool) -> None:
    assert is_value_sign(key) is expected
