"""ui.state: the conversation survives whatever a run is interrupted by."""

from __future__ import annotations

from typing import Any

from ui.state import (
    Checking,
    Outcome,
    SentQuotation,
    session_of,
)


def test_the_session_is_made_once_and_kept() -> None:
    kept: dict[str, Any] = {}

    assert session_of(kept) is session_of(kept)


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
