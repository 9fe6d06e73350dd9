"""Readings that give the same answer, brought together: other words for it, other articles.

Two answers wrongly taken for one hide a contradiction from a fact-checker, so what can't be shown
to be the same stays apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from corpus import Article, folded_words
from index import terms_of
from qa.answers.names import is_one_bearer, may_be_short_for, name_forms
from qa.days import Day
from qa.readers.base import Reading
from qa.values import Value, same_value, value_of

_ARTICLES = frozenset("a an the el la los las un una unos unas s".split())
_RELATIVE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight now "
    "last next this ago recently lunes martes miercoles jueves viernes sabado domingo ayer hoy "
    "manana pasado proximo".split()
)
WORDS_BEHIND_A_VALUE = 4
"""An answer with more words behind its number says more than the number."""


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Readings that give one answer, best first."""

    readings: tuple[Reading, ...]

    @property
    def best(self) -> Reading:
        """The reading with the highest score."""
        return self.readings[0]


def same_answer(first: Reading, second: Reading) -> bool:
    """Whether two readings give the same answer.

    Returns:
        True for overlapping places, for one name in two forms that their articles give, for one
        number, amount or date in two writings, and for the same words but for case, articles and
        punctuation.
    """
    return _compare(first, second) is True


def group_readings(readings: Sequence[Reading]) -> list[AnswerGroup]:
    """Bring readings of the same answer together.

    Args:
        readings: In any order; the order of the result does not depend on it.

    Returns:
        Groups by their best score, ties by article id and offset. A reading joins the first
        group that has one of its answer and none that contradicts it: a bare surname never
        brings two of its bearers together.
    """
    groups: list[list[Reading]] = []
    for reading in sorted(readings, key=_rank):
        for group in groups:
            outcomes = [_compare(member, reading) for member in group]
            if True in outcomes and False not in outcomes:
                group.append(reading)
                break
        else:
            groups.append([reading])
    return [AnswerGroup(tuple(group)) for group in groups]


def _rank(reading: Reading) -> tuple[float, str, int, int]:
    return (-reading.score, reading.article.id, reading.answer.start, reading.answer.end)


def _compare(first: Reading, second: Reading) -> bool | None:
    """True for the same answer, False for two that exclude each other, None for neither."""
    if _overlap(first, second):
        return True
    values = _value(first), _value(second)
    if values[0] and values[1]:
        return _compare_values(first, values[0], second, values[1])
    if (names := _compare_names(first, second)) is not None:
        return names
    words = _words(first)
    if not words or words != _words(second):
        return None
    return None if _RELATIVE & {*words} and not _of_one_day(first, second) else True


def _overlap(first: Reading, second: Reading) -> bool:
    return (
        first.article.text_sha256 == second.article.text_sha256
        and first.answer.start < second.answer.end
        and second.answer.start < first.answer.end
    )


def _of_one_day(first: Reading, second: Reading) -> bool:
    """Whether "on Monday" is the same day in both articles."""
    one_text = first.article.text_sha256 == second.article.text_sha256
    published = first.article.published
    return one_text or (published is not None and published == second.article.published)


def _written(reading: Reading) -> str:
    return reading.article.text[reading.answer.start : reading.answer.end]


def _words(reading: Reading) -> list[str]:
    return [word for word in folded_words(_written(reading)) if word not in _ARTICLES]


def _value(reading: Reading) -> Value | None:
    """The value that an answer is; ``None`` where it says more than one."""
    return _value_in(_written(reading), reading.article.language)


@lru_cache(maxsize=4096)  # Every reading is compared with every other.
def _value_in(written: str, language: str | None) -> Value | None:
    found = value_of(written, language)
    if found and len(folded_words(written[found.end :])) <= WORDS_BEHIND_A_VALUE:
        return found
    return None


def _compare_values(
    first: Reading, first_value: Value, second: Reading, second_value: Value
) -> bool | None:
    days = first_value.value, second_value.value
    if isinstance(days[0], Day) and isinstance(days[1], Day):
        return _compare_days(first, days[0], second, days[1])
    if not same_value(first_value, second_value):
        return False
    counted = _counted(first, first_value), _counted(second, second_value)
    differ = counted[0] and counted[1] and not counted[0] & counted[1]
    return None if differ else True


def _counted(reading: Reading, value: Value) -> set[str]:
    """The stems of what a number counts."""
    behind = _written(reading)[value.end :]
    return {*terms_of(behind, reading.article.language)} - _ARTICLES - {"of", "de"}


def _compare_days(first: Reading, day: Day, second: Reading, other: Day) -> bool | None:
    """Dates whose parts agree; a year left out is the one nearest to the article's publication.

    A year alone and a day in it do not exclude each other, nor are they one answer.
    """
    if first.article.text_sha256 == second.article.text_sha256:
        day, other = _with_year(day, other.year), _with_year(other, day.year)
    else:
        day = _with_year(day, _nearest_year(day, first.article))
        other = _with_year(other, _nearest_year(other, second.article))
    if day == other:
        return True if day.year is not None else None
    pairs = ((day.year, other.year), (day.month, other.month), (day.day, other.day))
    excludes = any(one and two and one != two for one, two in pairs)
    return False if excludes else None


def _with_year(day: Day, year: int | None) -> Day:
    return day if day.year is not None else Day(year, day.month, day.day)


def _nearest_year(day: Day, article: Article) -> int | None:
    if day.year is not None or article.published is None or not day.month or not day.day:
        return day.year
    published = date.fromisoformat(article.published)
    near = range(max(1, published.year - 1), min(9999, published.year + 1) + 1)
    # The month is compared from its first day, since 29 February is not in every year.
    return min(near, key=lambda year: abs((date(year, day.month or 1, 1) - published).days))


def _compare_names(first: Reading, second: Reading) -> bool | None:
    """Names of one bearer, by every form that their articles give."""
    forms = name_forms(first.article, first.answer), name_forms(second.article, second.answer)
    if not forms[0] or not forms[1]:
        return None
    longest = [max(names, key=lambda name: (len(name), name)) for names in forms]
    if all(len(name) > 1 for name in longest):
        if is_one_bearer(*longest):
            return True
        return _shares_a_full_name(*forms)
    if may_be_short_for(longest[0], longest[1], first.article) or may_be_short_for(
        longest[1], longest[0], second.article
    ):
        return True
    return True if forms[0] & forms[1] else None


def _shares_a_full_name(
    first: frozenset[tuple[str, ...]], second: frozenset[tuple[str, ...]]
) -> bool:
    """Whether the names that are in both have more than a surname."""
    return any(len(name) > 1 for name in first & second)
