"""qa.evaluation.failures: each way of going wrong, and how often."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from corpus import Coverage
from index import Hit
from qa import Answer, Citation, Dates
from qa.evaluation.failures import CAUSES, OUTCOMES, cause, count_failures, failure_class

Make = Callable[..., Any]

PASSAGE = "Callao is a port. It lies near Lima in Peru."
LIES = "It lies near Lima in Peru."


def answered(best: Citation | None, *passages: Hit) -> Answer:
    return Answer(
        id=None, question="", standalone_question="", answer=best.exact if best else None,
        full_form=None, abstention=None, confidence=0.7, citations=(best,) if best else (),
        other_answers=(), passages=passages, searched=Coverage(1, None, None),
        as_of=Dates(None, None),
    )  # fmt: skip


def test_an_accepted_answer_in_the_right_article_is_no_failure(
    gold: Make, cited: Make, hit: Make
) -> None:
    assert cause(gold(), answered(cited("Lima", LIES, at=18), hit(PASSAGE))) is None


def test_an_impossible_question_has_no_cause(gold: Make, cited: Make, hit: Make) -> None:
    question = gold(is_impossible=True, answers=())

    assert cause(question, answered(cited("Lima", LIES, at=18), hit(PASSAGE))) is None


@pytest.mark.parametrize(
    ("words", "sentence", "at", "expected"),
    [
        ("near Lima", LIES, 18, "boundaries_close"),  # F1 2 * 1 / (2 + 1)
        ("It lies near Lima in Peru", LIES, 18, "boundaries"),  # F1 2 * 1 / (6 + 1)
        ("Peru", LIES, 18, "other_span"),
        ("a port", "Callao is a port.", 0, "other_sentence"),
        ("Rome", "Ships from Rome call.", 400, "other_passage"),
    ],
)
def test_wrong_words_are_classed_by_how_far_the_place_is_right(
    words: str, sentence: str, at: int, expected: str, gold: Make, cited: Make, hit: Make
) -> None:
    answer = answered(cited(words, sentence, at=at), hit(PASSAGE), hit(sentence, start=at))

    assert cause(gold(), answer) == expected


def test_what_no_passage_held_was_not_retrieved(gold: Make, cited: Make, hit: Make) -> None:
    other = hit(PASSAGE, "other")

    assert cause(gold(), answered(cited("Rome", "Rome.", "other"), other)) == "not_retrieved"
    assert cause(gold(), None) == "not_retrieved"


def test_only_passages_that_were_read_count(gold: Make, cited: Make, hit: Make) -> None:
    read = hit("Rome.", reader_score=1.0)

    assert cause(gold(), answered(cited("Rome", "Rome."), read, hit(PASSAGE))) == "not_retrieved"


def test_nothing_taken_from_the_right_passage_is_no_candidate(gold: Make, hit: Make) -> None:
    assert cause(gold(), answered(None, hit(PASSAGE))) == "no_candidate"


def test_an_article_as_a_whole_is_no_passage(gold: Make, cited: Make, hit: Make) -> None:
    best = cited("2019", "2019", start=None, end=None)

    assert cause(gold(), answered(best, hit(PASSAGE))) == "other_passage"


def test_an_accepted_answer_in_another_article_is_told_apart(
    gold: Make, cited: Make, hit: Make
) -> None:
    answer = answered(cited("Lima", LIES, "other"), hit(LIES, "other"))

    assert cause(gold(), answer) == "accepted_elsewhere"


def test_a_question_that_does_not_stand_alone_is_a_class_before_all_others(
    gold: Make, cited: Make
) -> None:
    question = gold(stands_alone=False)

    assert (
        cause(question, answered(cited("Lima", LIES, "other"))) == "question_does_not_stand_alone"
    )
    assert cause(question, None) == "question_does_not_stand_alone"


def test_as_shipped_abstaining_wrongly_and_not_at_all_are_classes(
    gold: Make, replied: Make
) -> None:
    impossible = gold(is_impossible=True, answers=())

    assert failure_class(replied(None)) == "abstained_answerable"
    assert failure_class(replied("Lima", question=impossible)) == "answered_impossible"
    assert failure_class(replied(None, question=impossible)) is None
    assert failure_class(replied("Rome", failure_class="other_span")) == "other_span"


def test_both_ways_are_counted_with_every_class_named(gold: Make, replied: Make) -> None:
    candidates = [replied("Rome", failure_class="other_span")] * 201 + [replied("Lima")]
    shipped = [*candidates[:-1], replied(None)]

    counts = count_failures(candidates, shipped)

    off, on = counts.without_abstention, counts.as_shipped
    assert (off.misses, off.classes["other_span"], off.first_200["other_span"]) == (201, 201, 200)
    assert (on.misses, on.classes["abstained_answerable"]) == (202, 1)
    assert on.first_200["abstained_answerable"] == 0
    assert (set(off.classes), set(on.classes)) == (set(CAUSES), set(CAUSES) | set(OUTCOMES))
