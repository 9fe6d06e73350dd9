"""qa.values: numbers, amounts and dates as values."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.values import number_of, same_value, value_of, values_in


def read(text: str, language: str = "en") -> list[str]:
    return [str(value) for value in values_in(text, language)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1,300", "1300"),
        ("1,300", "thirteen hundred"),
        ("1,300", "one thousand three hundred"),
        ("2%", "two percent"),
        ("2%", "2 per cent"),
        ("$1.3 billion", "1.3 billion dollars"),
        ("$1.3bn", "US$1,300 million"),
        ("a dozen", "12"),
        ("half a million", "500,000"),
        ("two and a half million", "2.5 million"),
        ("twenty-first", "21st"),
        ("nineteen eighty-four", "1984"),
        ("20 June 2017", "June 20, 2017"),
        ("20 June 2017", "2017-06-20"),
        ("the 20th of June, 2017", "2017-06-20"),
        ("June 2017", "June of 2017"),
        ("June 20", "20th June"),
        ("5 km", "five kilometres"),
    ],
)
def test_two_writings_are_one_value(first: str, second: str) -> None:
    values = value_of(first), value_of(second)

    assert values[0] is not None
    assert values[1] is not None
    assert same_value(values[0], values[1])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1,300", "1.3"), ("2%", "2"), ("$5", "€5"), ("third", "3"), ("June 2017", "June 20, 2017"),
        ("the 1980s", "1980"), ("5 miles", "5 km"), ("a million", "a billion"),
    ],
)  # fmt: skip
def test_other_values_are_others(first: str, second: str) -> None:
    values = value_of(first), value_of(second)

    assert values[0] is not None
    assert values[1] is not None
    assert not same_value(values[0], values[1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on June 20, around 1,300 police and 60 prosecutors", ["--06-20", "1300", "60"]),
        ("no one came; hundreds of people, dozens, tens of thousands", []),
        ("a third of all; third place; a second later", ["0." + "3" * 28, "3"]),
        ("Peru21, version 1.2.3", []),
        ("article 2 may be changed", ["2"]),
        ("between 2015 and 2017", ["2015", "2017"]),
        ("a 20-year-old man", ["20 year old"]),
        ("31 February 2021", ["31", "2021"]),
        ("−5 degrees", ["-5 degree"]),
    ],
)
def test_values_stand_in_a_text(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mil trescientos", ["1300"]),
        ("1.300 o 1,300 policías", ["1300", "1300"]),
        ("1,3 millones de dólares", ["1300000 dollar"]),
        ("dos por ciento", ["2 percent"]),
        ("veintitres años", ["23 year"]),
        ("20 de junio de 2017", ["2017-06-20"]),
        ("el 3/4/2021", ["2021-04-03"]),
        ("media docena, dos millones y medio", ["6", "2500000"]),
        ("una mujer", []),
        ("cientos de personas", []),
    ],
)
def test_spanish_is_read_as_it_is_written(text: str, expected: list[str]) -> None:
    assert read(text, "es") == expected


def test_a_unit_is_part_of_the_place() -> None:
    text = "It cost about $1.3 billion then."
    (value,) = values_in(text)

    assert text[value.start : value.end] == "$1.3 billion"


def test_what_is_more_than_a_number_is_none() -> None:
    assert number_of("60 prosecutors") is None
    assert number_of("") is None


@given(st.integers(0, 10**12))
def test_a_number_is_the_same_with_and_without_separators(number: int) -> None:
    assert number_of(str(number)) == number_of(f"{number:,}") == Decimal(number)
    assert number_of(f"{number:,}".replace(",", "."), "es") == Decimal(number)


TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ONES = "one two three four five six seven eight nine".split()


@given(st.integers(1, 9), st.integers(0, 7), st.integers(1, 9))
def test_number_words_round_trip(hundreds: int, ten: int, one: int) -> None:
    words = f"{ONES[hundreds - 1]} hundred and {TENS[ten]}-{ONES[one - 1]}"

    assert number_of(words) == hundreds * 100 + (ten + 2) * 10 + one


PIECES = st.sampled_from(
    "1 1,300 1.3 $ % million half a dozen two thirds hundred and June 20 2017 st mil de ½ - − . , "
    "por ciento second first III 00 1990s / 3/4/2021 km m".split()
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_gives_places_in_order(text: str) -> None:
    for language in ("en", "es", None):
        found = values_in(text, language)
        edges = [edge for value in found for edge in (value.start, value.end)]

        assert edges == sorted(edges)
        assert all(0 <= value.start < value.end <= len(text) for value in found)
        assert all(str(value) for value in found)
