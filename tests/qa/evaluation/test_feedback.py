"""qa.evaluation.feedback: what was called wrong, asked and checked again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from corpus import Coverage, Filters
from qa import Abstention, Answer, Dates, QuestionEmpty, QuoteCheck
from qa.evaluation.feedback import Replay, format_replay
from qa.records import (
    Feedback,
    Turn,
    feedback_on_answer,
    feedback_on_citation,
    feedback_on_verdict,
)

Make = Callable[..., Any]


class Now:
    """Answers and checks as a test dictates; remembers what it was asked."""

    def __init__(self, answer: Answer | None = None, check: QuoteCheck | None = None) -> None:
        self.answer, self.checked = answer, check
        self.asked: list[tuple[str, object]] = []

    def ask(self, question: str, *, filters: Filters | None = None) -> Answer:
        self.asked.append((question, filters))
        if self.answer is None:
            raise QuestionEmpty
        return self.answer

    def check(self, quote: str, *, speaker: str | None = None) -> QuoteCheck:
        self.asked.append((quote, speaker))
        assert self.checked is not None
        return self.checked


@pytest.fixture
def answer(cited: Make) -> Make:
    """An answer from the article "port", or an abstention for ``None``."""

    def make(text: str | None, sentence: str | None = None, **fields: Any) -> Answer:
        made = {
            "id": None, "question": "And there?", "standalone_question": "Who has Callao?",
            "full_form": None, "confidence": 0.5, "other_answers": (), "passages": (),
            "abstention": None if text else Abstention(reason="not_in_articles", message=""),
            "citations": (cited(text, sentence or text),) if text else (),
            "searched": Coverage(1, None, None), "as_of": Dates(None, None),
        }  # fmt: skip
        return Answer(answer=text, **(made | fields))

    return make


def turn(answer: Answer, **fields: Any) -> Turn:
    return Turn(id="t", asked_at="", question="And there?", answer=answer, **fields)


def replayed(given: Feedback, now: Now, library: str = "here") -> Any:
    return Replay(library, now, now).case(given)


@pytest.mark.parametrize(
    ("expected", "now", "status"),
    [
        ("Carlos MacDowell", "MacDowell", "as_expected"),  # F1 by hand: 2 · 1 / (1 + 2) = 0.67
        ("Carlos MacDowell", "Caracol", "not_as_expected"),
        ("Carlos MacDowell", None, "not_as_expected"),
        ("", None, "as_expected"),
        ("", "MacDowell", "not_as_expected"),
        (None, "Caracol", "unchanged"),
        (None, "MacDowell", "changed"),
        (None, None, "changed"),
    ],
)
def test_an_answer_is_compared_with_what_is_right_or_else_with_what_it_was(
    answer: Make, expected: str | None, now: str | None, status: str
) -> None:
    given = feedback_on_answer(turn(answer("Caracol")), library="here", expected=expected)

    assert replayed(given, Now(answer(now))).status == status


def test_the_full_form_is_as_right_as_the_short_one(answer: Make) -> None:
    given = feedback_on_answer(turn(answer("Caracol")), library="here", expected="Jo Ann Li Smith")

    now = Now(answer("Smith", full_form="Jo Ann Li Smith"))

    assert replayed(given, now).status == "as_expected"


def test_the_same_words_from_another_sentence_are_a_change(answer: Make) -> None:
    given = feedback_on_answer(turn(answer("Caracol", "Caracol ran it.")), library="here")

    now = Now(answer("Caracol", "They call him Caracol."))

    assert replayed(given, now).status == "changed"


@pytest.mark.parametrize(("now", "status"), [("Caracol", "unchanged"), ("MacDowell", "changed")])
def test_a_wrong_citation_is_there_again_or_gone(answer: Make, now: str, status: str) -> None:
    was = answer("Caracol")
    given = feedback_on_citation(turn(was), was.citations[0], library="here")

    assert replayed(given, Now(answer(now))).status == status


@pytest.mark.parametrize(
    ("expected", "now", "status"),
    [
        ("altered", "altered", "as_expected"),
        ("altered", "verbatim", "not_as_expected"),
        (None, "verbatim", "unchanged"),
        (None, "not_found", "changed"),
    ],
)
def test_a_verdict_is_compared_likewise(
    quote_check: Make, expected: str | None, now: str, status: str
) -> None:
    given = feedback_on_verdict(
        quote_check(claimed_speaker="Ana"), record_id="r", library="here", expected=expected
    )
    asked = Now(check=quote_check(wording=now))

    assert replayed(given, asked).status == status
    assert asked.asked == [("The port is closed.", "Ana")]


def test_the_stand_alone_question_is_asked_with_its_filters(answer: Make) -> None:
    filters = Filters(date_from="2016-01-01", publishers=("El Diario",))
    given = feedback_on_answer(turn(answer("Caracol"), filters=filters), library="here")
    now = Now(answer("Caracol"))

    replayed(given, now)

    assert now.asked == [("Who has Callao?", filters)]


def test_a_case_of_another_library_is_listed_with_the_reason(answer: Make) -> None:
    now = Now(answer("Caracol"))
    case = replayed(feedback_on_answer(turn(answer("Caracol")), library="elsewhere"), now)

    assert (case.status, case.reason, case.now) == (
        "not_replayed", "it is about another library", None,
    )  # fmt: skip
    assert now.asked == []


def test_a_question_that_is_refused_now_is_not_replayed(answer: Make) -> None:
    case = replayed(feedback_on_answer(turn(answer("Caracol")), library="here"), Now())

    assert case.status == "not_replayed"
    assert "no word" in case.reason


@pytest.mark.parametrize("case", [{}, {"got": None}, {"got": {"answer": "x"}, "question": "Who?"}])
def test_a_case_of_another_version_is_not_replayed(answer: Make, case: dict[str, Any]) -> None:
    given = feedback_on_answer(turn(answer("Caracol")), library="here")

    found = replayed(replace(given, case=case), Now(answer("Caracol")))

    assert found.status == "not_replayed"
    assert "another version" in found.reason


def test_the_report_shows_each_case_oldest_first_and_counts(answer: Make) -> None:
    one = turn(answer("Caracol"))
    oldest = feedback_on_answer(one, library="here", expected="MacDowell", note="He was\ncaught.")
    newest = feedback_on_answer(one, library="elsewhere")
    report = Replay("here", Now(answer("MacDowell")), Now()).report([newest, oldest])

    assert format_replay(report).split("\n") == [
        f"1. answer, {oldest.given_at}: Who has Callao?",
        "   note:     He was caught.",
        "   was:      Caracol [port 0–7]",
        "   expected: MacDowell",
        "   now:      MacDowell [port 0–9]",
        "   as expected",
        "",
        f"2. answer, {newest.given_at}: Who has Callao?",
        "   was:      Caracol [port 0–7]",
        "   not replayed: it is about another library",
        "",
        "2 cases: 1 as expected, 1 not replayed.",
    ]
