"""qa.answers.voices: the orders in which words state the same."""

from __future__ import annotations

from qa.answers.asked import asked_in
from qa.answers.voices import orders_of
from qa.questions import read_question


def orders(question: str) -> list[tuple[str, str]]:
    asked = asked_in(read_question(question))
    assert asked
    return [(" ".join(t.word for t in order), voice) for order, voice, _ in orders_of(asked)]


def test_a_deed_may_be_told_in_the_passive() -> None:
    assert orders("Did MacDowell succeed Caracol?") == [
        ("macdowell succeed caracol", "same"),
        ("caracol succeed macdowell", "passive"),
    ]


def test_a_passive_may_be_told_as_a_deed() -> None:
    assert ("macdowell succeeded caracol", "active") in orders(
        "Was Caracol succeeded by MacDowell?"
    )
    assert ("arrested caracol", "active") in orders("Was Caracol arrested?")


def test_an_office_may_stand_before_its_holder() -> None:
    assert ("chief police luis pantoja", "turned") in orders(
        "Is Luis Pantoja the chief of the police?"
    )
