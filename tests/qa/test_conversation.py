"""qa.conversation: what a follow-up takes over."""

from __future__ import annotations

import pytest

from qa.conversation import standalone_question


@pytest.mark.parametrize(
    ("question", "history", "expected"),
    [
        ("And who directs it?", ["Who finances the Andean Cartel?"],
         "And who directs it? (Andean Cartel)"),
        ("Where was he arrested?", ["who succeeded Caracol in Callao?"],
         "Where was he arrested? (Caracol, Callao)"),
        ("Why?", ["Did Beijing win the vote?"], "Why? (Beijing)"),
        ("How old is he?", ["Who is Luis Pantoja?", "How many police took part?"],
         "How old is he? (Luis Pantoja)"),
    ],
)  # fmt: skip
def test_a_follow_up_takes_over_the_last_names(
    question: str, history: list[str], expected: str
) -> None:
    assert standalone_question(question, history) == expected


@pytest.mark.parametrize(
    "question", ["Who won the marathon in Berlin?", "How many containers leave the port?"]
)
def test_a_question_that_needs_nothing_stays_as_it_is(question: str) -> None:
    assert standalone_question(question, ["Who finances the Andean Cartel?"]) == question


def test_without_a_name_before_there_is_nothing_to_take_over() -> None:
    assert standalone_question("And why?", ["how is bread baked?"]) == "And why?"
