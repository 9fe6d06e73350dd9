"""qa.answers.asked: a question for yes or no, taken apart."""

from __future__ import annotations

import pytest

from qa.answers.asked import Asked, asked_in
from qa.questions import read_question


def taken_apart(question: str) -> Asked | None:
    return asked_in(read_question(question))


def test_the_statement_its_roles_and_its_times_and_places() -> None:
    asked = taken_apart("Was Gerson Gálvez arrested by police in Colombia in 2016?")

    assert asked
    assert [token.word for token in asked.core] == ["gerson", "galvez", "arrested", "police"]
    assert asked.directed == (None, None, None, "by")
    assert [[token.word for token in phrase] for phrase in asked.adjuncts] == [
        ["colombia"],
        ["2016"],
    ]
    assert (asked.has_be, asked.subject) == (True, 2)


def test_an_active_question_and_an_owner() -> None:
    asked = taken_apart("Did Caracol's deputy succeed him in May?")
    plain = taken_apart("Did police find Caracol's deputy?")

    assert asked is None  # "him" names nobody
    assert plain
    assert not plain.has_be
    assert [token.is_owner for token in plain.core] == [False, False, True, False]


def test_a_verb_that_opens_a_spanish_question_goes_behind_its_subject() -> None:
    asked = taken_apart("¿Detuvo la policía a Caracol?")

    assert asked
    assert [token.word for token in asked.core] == ["policia", "detuvo", "caracol"]


@pytest.mark.parametrize("question", ["Did he win the race?", "Is this true?", "Was Caracol?"])
def test_what_names_too_little_is_not_compared(question: str) -> None:
    assert taken_apart(question) is None
