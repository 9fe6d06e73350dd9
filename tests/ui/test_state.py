"""ui.state: the conversation survives whatever a run is interrupted by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from corpus import Article
from qa import Answer, Citation
from ui.state import (
    Checking,
    Outcome,
    Reading,
    SentQuotation,
    Session,
    Turn,
    session_of,
)


def test_the_session_is_made_once_and_kept() -> None:
    kept: dict[str, Any] = {}

    assert session_of(kept) is session_of(kept)


def test_a_question_waits_until_it_is_settled() -> None:
    session = Session()
    session.ask("Who?")
    (asked,) = session.pending

    session.settle(asked, Turn("Who?", None, "no"))

    assert not session.pending
    assert [turn.question for turn in session.turns] == ["Who?"]


def test_a_question_that_two_runs_answered_is_entered_once() -> None:
    session = Session()
    session.ask("Who?")
    (asked,) = session.pending

    session.settle(asked, Turn("Who?", None))
    session.settle(asked, Turn("Who?", None))

    assert len(session.turns) == 1


def test_the_same_words_asked_twice_are_two_questions() -> None:
    session = Session()
    session.ask("Who?")
    session.ask("Who?")
    session.settle(session.pending[1], Turn("Who?", None))

    assert len(session.pending) == 1
    assert session.scroll_to == "turn-1"


def test_an_answer_that_comes_after_a_new_start_is_dropped() -> None:
    session = Session()
    session.ask("Who?")
    (asked,) = session.pending
    session.start_over()

    session.settle(asked, Turn("Who?", None))

    assert session.is_empty


def test_the_history_leaves_out_questions_that_failed(respond: Callable[..., Answer]) -> None:
    answer = respond()
    session = Session(turns=[Turn("Who?", answer), Turn("?", None, "failed")])

    assert session.history == [answer]


def test_the_way_back_leads_to_the_card(raid: Article, cite: Callable[..., Citation]) -> None:
    session = Session()
    session.open(Reading(cite(raid, "MacDowell"), 1, "source-0-1", "cited"))
    assert session.scroll_to == "cited"

    session.go_back()

    assert session.reading is None
    assert session.scroll_to == "source-0-1"


def test_a_check_that_was_interrupted_is_still_to_be_done() -> None:
    checking = Checking()
    sent = SentQuotation("a", None)

    checking.quotation.send(sent)

    assert checking.quotation.pending is sent
    assert checking.quotation.outcome is None


def test_the_outcome_of_an_earlier_quotation_does_not_replace_the_newer() -> None:
    checking = Checking()
    first, second = SentQuotation("a", None), SentQuotation("a", None)
    checking.quotation.send(first)
    checking.quotation.send(second)

    checking.quotation.settle(first, Outcome(None, "late"))

    assert checking.quotation.outcome is None
    assert checking.quotation.pending is second


def test_each_page_has_an_open_article_of_its_own(
    raid: Article, cite: Callable[..., Citation]
) -> None:
    session = Session()

    session.checking.open(Reading(cite(raid, "MacDowell"), 1, "check-mark", "cited"))

    assert session.reading is None
    assert session.checking.reading is not None
