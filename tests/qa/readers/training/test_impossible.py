"""qa.readers.training.impossible: good questions made wrong, one detail at a time."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.readers.training.impossible import RULES, impossible_question, without_answer

PASSAGE = (
    "The port was opened in 1987 by Ana Díaz. In 1992 it was sold to Marco Polo Ltd, which had "
    "wanted the largest dock. The workers had rejected an offer. Police raided 34 houses."
)


def changed(rule: str, question: str, answer: str = "Ana Díaz") -> str | None:
    return RULES[rule](question, PASSAGE, answer, random.Random(1))


def test_a_number_becomes_another_number() -> None:
    question = changed("number", "What did police do in 34 places?", "raided")

    assert question is not None
    assert question.startswith("What did police do in ")
    assert "34" not in question


def test_a_name_becomes_another_name_of_the_passage_and_never_the_answer() -> None:
    question = changed("name", "Who sold the port to Marco Polo?", "Ana Díaz")

    assert question is None  # Ana Díaz is the answer, and there is no third name.
    assert (
        changed("name", "When was it sold to Marco Polo?", "1992")
        == "When was it sold to Ana Díaz?"
    )


def test_a_word_becomes_its_opposite() -> None:
    assert changed("opposite", "Who wanted the largest dock?") == "Who wanted the smallest dock?"


def test_a_negation_is_put_in_once() -> None:
    question = changed("negation", "Who was asked?")

    assert question in ("Who wasn't asked?", "Who was not asked?", "Who was never asked?")
    assert changed("negation", "Who was not asked?") is None


def test_without_the_answer_s_sentence_the_answer_is_gone() -> None:
    start = PASSAGE.index("Ana Díaz")
    rest = without_answer(PASSAGE, ((start, start + 8),))

    assert rest is not None
    assert "Ana Díaz" not in rest
    assert rest.startswith("In 1992 it was sold")


def test_nothing_is_left_of_a_passage_of_one_sentence() -> None:
    assert without_answer("Ana Díaz opened it.", ((0, 8),)) is None


@pytest.mark.parametrize("question", ["", "?", "Who"])
def test_a_question_with_nothing_to_change_gives_none(question: str) -> None:
    assert impossible_question(question, PASSAGE, "1987", random.Random(1)) is None


@given(st.text(max_size=80), st.text(max_size=200), st.integers(0, 9))
def test_any_text_gives_a_changed_question_or_none(question: str, passage: str, seed: int) -> None:
    found = impossible_question(question, passage, "answer", random.Random(seed))

    assert found is None or (found[0] != question and found[1] in RULES)
