"""Answers and conversations as reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Protocol

from qa.abstentions import described, readable
from qa.exports.blocks import Block, Fields, Heading, Paragraph, Run, Runs, field, plain
from qa.exports.sources import evidence, nearest_passage, numbered_source
from qa.model import Answer, Citation, OtherAnswer
from qa.source_lines import UNKNOWN

NEAREST_PASSAGES = 3
_SURE, _FAIRLY_SURE = 80, 50
"""From so many in 100 a confidence is called high, or fair."""


class Turn(Protocol):
    """A question of a conversation and its outcome."""

    @property
    def question(self) -> str:
        """As it was typed."""

    @property
    def answer(self) -> Answer | None:
        """What was answered; an abstention counts."""

    @property
    def trouble(self) -> str | None:
        """Why there is no outcome at all, in a sentence."""


def answer_blocks(answer: Answer, *, level: int) -> Iterator[Block]:
    """An answer with its evidence under headings of a level, without the question."""
    if _words(answer.standalone_question) != _words(answer.question):
        yield plain(f"Understood as: {answer.standalone_question}")
    if answer.abstention is not None:
        yield Heading("No answer", level)
        yield plain(answer.abstention.message)
        yield Fields(tuple(_standing(answer)))
        yield from _nearest(answer, level)
        return
    yield Heading("Answer", level)
    yield from _given(answer.answer or "", answer.citations)
    if answer.full_form and answer.full_form != answer.answer:
        yield plain(f"In full: {answer.full_form}")
    yield Fields(tuple(_standing(answer)))
    if answer.other_answers:
        yield Heading("Other answers, with their dates", level)
        yield from chain.from_iterable(map(_other, answer.other_answers))
    yield Heading("Sources", level)
    for citation in all_citations(answer):
        yield from numbered_source(citation, level=level + 1)


def turn_blocks(turn: Turn, *, level: int) -> Iterator[Block]:
    """The outcome of one question of a conversation."""
    if turn.answer is not None:
        yield from answer_blocks(turn.answer, level=level)
    else:
        yield Heading("No answer", level)
        yield plain(turn.trouble or "The question was not answered.")


def all_citations(answer: Answer) -> tuple[Citation, ...]:
    """Those of the answer, then those of the other answers, in order."""
    others = chain.from_iterable(other.citations for other in answer.other_answers)
    return (*answer.citations, *others)


def confidence_line(answer: Answer) -> str | None:
    """A confidence in words, with its percentage and what that means.

    ``None`` for an abstention without a candidate, to which a chance would say nothing.
    """
    # Nothing is certain, and what is shown was not impossible.
    percent = min(99, max(1, round(answer.confidence * 100)))
    if answer.abstention is not None:
        if not answer.passages:
            return None
        return (
            f"Too low, an estimated {percent}% chance that the best candidate is right, so it is "
            "not given as an answer"
        )
    degree = "High" if percent >= _SURE else "Fair" if percent >= _FAIRLY_SURE else "Low"
    which = "the first answer" if answer.other_answers else "this answer"
    return (
        f"{degree}, an estimated {percent}% chance that {which} is right; about "
        f"{100 - percent} of 100 such answers are wrong"
    )


def _words(question: str) -> list[str]:
    return question.split()


def _given(answer: str, citations: Sequence[Citation]) -> Iterator[Block]:
    """The short answer, unless it is the whole sentence, then every sentence that says so."""
    if all(one.sentence != answer for one in citations):
        language = citations[0].language if citations else None
        yield Paragraph((Run(answer, is_bold=True, language=language),))
    yield from evidence(citations)


def _other(other: OtherAnswer) -> Iterator[Block]:
    dates = sorted({one.published for one in other.citations if one.published})
    when = ", ".join(map(readable, dates)) or "date unknown"
    language = other.citations[0].language if other.citations else None
    said = Run(other.answer, is_bold=True, language=language)
    yield Paragraph((said, Run(f" ({when})")), style="item")
    yield from evidence(other.citations)


def _standing(answer: Answer) -> Iterator[tuple[str, Runs]]:
    """The dates of what was used, how sure it is, and what was searched."""
    if answer.abstention is None:
        yield field("As of", as_of_line(answer))
    confidence = confidence_line(answer)
    if confidence is not None:
        yield field("Confidence", confidence)
    yield field("Searched", described(answer.searched))


def as_of_line(answer: Answer) -> str:
    """The dates of the oldest and the newest article that the answer rests on."""
    oldest, newest = answer.as_of.oldest, answer.as_of.newest
    first, last = (readable(day) if day else UNKNOWN for day in (oldest, newest))
    return last if first == last else f"{first} to {last}"


def _nearest(answer: Answer, level: int) -> Iterator[Block]:
    if not answer.passages:
        return
    yield Heading("Nearest passages, which do not answer the question", level)
    for hit in answer.passages[:NEAREST_PASSAGES]:
        yield from nearest_passage(hit)
