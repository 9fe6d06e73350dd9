"""ui.views.feedback: what the form is about, and the case that it makes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus import Article
from qa import Answer, Citation
from qa.records import Turn, new_id
from ui import words_asking as said
from ui.views.feedback import about, case_of

MakeTurn = Callable[[Answer], Turn]


@pytest.fixture
def turn_of() -> MakeTurn:
    """Make a turn of an answer."""

    def make(answer: Answer) -> Turn:
        return Turn(id=new_id(), asked_at="", question="Who?", answer=answer)

    return make


def test_the_form_says_what_it_is_about_and_escapes_it(
    turn_of: MakeTurn, respond: Callable[..., Answer], raid: Article, cite: Callable[..., Citation]
) -> None:
    citation = cite(raid, "MacDowell")
    turn = turn_of(respond(citation, answer="<b>"))

    assert about(turn, None) == f"{said.ABOUT_ANSWER} <strong><bdi>&lt;b&gt;</bdi></strong>"
    assert about(turn, citation) == "You say that source 1 does not say so."
    assert about(turn_of(respond()), None) == said.ABOUT_ABSTENTION


def test_an_answer_that_is_wrong_makes_a_gold_question(
    turn_of: MakeTurn, respond: Callable[..., Answer], raid: Article, cite: Callable[..., Citation]
) -> None:
    turn = turn_of(respond(cite(raid, "MacDowell")))

    case = case_of(turn, None, library="a", note="no", expected="Nobody")

    assert (case.kind, case.record_id, case.library, case.note) == ("answer", turn.id, "a", "no")
    assert case.case["answers"] == ["Nobody"]


def test_a_citation_that_is_wrong_names_its_place(
    turn_of: MakeTurn, respond: Callable[..., Answer], raid: Article, cite: Callable[..., Citation]
) -> None:
    citation = cite(raid, "MacDowell")
    turn = turn_of(respond(citation))

    case = case_of(turn, citation, library="a", note="", expected="")

    assert (case.kind, case.expected, case.case["impossible"]) == ("citation", "", True)
    assert case.case["citation"]["start"] == citation.start
