"""qa.answers.grouping: readings of one answer together."""

from __future__ import annotations

from itertools import permutations

import pytest

from corpus import Article, Span
from qa.answers import group_readings, same_answer
from qa.readers.base import Reading


def reading(
    text: str, words: str, score: float = 1.0, published: str | None = None, language: str = "en"
) -> Reading:
    start = text.rindex(words)
    article = Article(id=text, text=text, language=language, published=published)
    whole = Span(0, len(text))
    return Reading(
        article=article, answer=Span(start, start + len(words)), sentence=whole, candidate=0,
        score=score,
    )  # fmt: skip


def of(words: str, **fields: object) -> Reading:
    return reading(f"He says {words} here.", words, **fields)  # type: ignore[arg-type]


FULL = "It was Carlos MacDowell Villacorta. Then MacDowell fled."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (of("1,300 police"), of("thirteen hundred"), True),
        (of("60 prosecutors"), of("60 houses"), False),
        (of("60 prosecutors"), of("60"), True),
        (of("$1.3 billion"), of("1.3 billion dollars"), True),
        (of("2%"), of("two per cent"), True),
        (of("2%"), of("3%"), False),
        (of("June 20, 2017"), of("20 June 2017"), True),
        (of("June 20", published="2017-06-22"), of("20 June 2017"), True),
        (of("June 20", published="2017-06-22"), of("June 20,", published="2016-06-22"), False),
        (of("June 2017"), of("20 June 2017"), False),
        (of("on Monday", published="2017-06-22"), of("Monday", published="2016-06-22"), False),
        (of("the Kings"), of("The kings"), True),
        (of("by boat"), of("by train"), False),
        (reading(FULL, "MacDowell"), of("Carlos MacDowell Villacorta"), True),
        (reading(FULL, "MacDowell"), of("MacDowell"), True),
        (of("Carlos MacDowell"), of("Pedro MacDowell"), False),
        (reading(FULL, "MacDowell"), of("Pedro MacDowell"), False),
        (of("Carlos"), of("Carlos MacDowell"), False),
        (reading("It was Ana Roe, alias Foxy. He saw Foxy.", "Foxy"), of("Ana Roe"), True),
        (reading("It was Ana Roe.", "Ana Roe"), reading("It was Ana Roe.", "Roe"), True),
    ],
)
def test_answers_are_the_same_or_not(first: Reading, second: Reading, expected: bool) -> None:
    assert same_answer(first, second) is expected
    assert same_answer(second, first) is expected


def test_groups_come_best_first_whatever_the_order() -> None:
    readings = [of("60"), of("sixty", score=3.0), of("70", score=2.0), of("60 men", score=0.5)]
    expected = [["sixty", "60", "60 men"], ["70"]]

    for order in permutations(readings):
        groups = group_readings(order)
        words = [
            [r.article.text[r.answer.start : r.answer.end] for r in group.readings]
            for group in groups
        ]
        assert words == expected


def test_a_surname_does_not_bring_two_of_its_bearers_together() -> None:
    groups = group_readings([of("Roe", score=3.0), of("Ana Roe", score=2.0), of("Eva Roe")])

    assert [len(group.readings) for group in groups] == [2, 1]


def test_no_readings_give_no_groups() -> None:
    assert group_readings([]) == []
