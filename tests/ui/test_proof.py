"""ui.proof: what a check points at is read again, and one wrong place marks nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus import Article, Span, Store
from qa import Citation
from qa.quotes.model import Change, Copies, QuoteCheck
from ui.proof import proof_of

MakeCheck = Callable[..., QuoteCheck]
MakeChange = Callable[..., Change]
Cite = Callable[..., Citation]
QUOTE = "MacDowell took a role over"


def test_a_check_that_holds_is_confirmed_with_its_neighbours(
    store: Store, check: MakeCheck
) -> None:
    proof = proof_of(store, check())

    assert proof.is_confirmed
    assert proof.article is not None
    assert proof.window is not None
    shown = proof.article.text[proof.window.start : proof.window.end]
    assert shown.startswith("The port was raided on Tuesday.")
    assert shown.endswith("He is at large.")


@pytest.mark.parametrize(
    "fields",
    [
        {"quoted_start": 0, "quoted_end": 1},
        {"source": "the rule"},
        {"source_start": 3, "source_end": 11},
        {"quoted_end": 4000},
        {"quoted_start": -1},
    ],
)
def test_one_change_out_of_place_and_nothing_is_marked(
    store: Store, raid: Article, check: MakeCheck, change: MakeChange, cite: Cite,
    fields: dict[str, object],
) -> None:  # fmt: skip
    right = change(QUOTE, "MacDowell", "MacDowell", kind="case")
    wrong = replace(change(QUOTE, "a role", "the role"), **fields)
    match = cite(raid, "MacDowell took the role over")

    proof = proof_of(store, check(QUOTE, match=match, changes=(right, wrong), pieces=()))

    assert proof.article is not None
    assert not proof.is_confirmed
    assert proof.changes == ()
    assert proof.pieces == ()


def test_pieces_outside_the_located_words_are_not_marked(store: Store, check: MakeCheck) -> None:
    proof = proof_of(store, check(pieces=(Span(0, 4),)))

    assert not proof.is_confirmed
    assert proof.pieces == ()


def test_a_match_whose_text_has_changed_shows_nothing(
    store: Store, raid: Article, check: MakeCheck, cite: Callable[..., Citation]
) -> None:
    match = replace(cite(raid, "took the role over"), text_sha256="0" * 64)

    proof = proof_of(store, check(match=match))

    assert proof.article is None
    assert proof.window is None
    assert proof.match is not None
    assert proof.match.trouble


def test_copies_are_named_as_far_as_they_are_still_there(store: Store, check: MakeCheck) -> None:
    proof = proof_of(store, check(copies=(Copies(1, ("bare", "gone")),)))

    (occurrence,) = proof.occurrences
    assert [article.id for article in occurrence.copies] == ["bare"]
    assert occurrence.number_of_copies == 2


def test_what_was_not_found_has_only_its_nearest_sentences(
    store: Store, raid: Article, check: MakeCheck, cite: Callable[..., Citation]
) -> None:
    near = cite(raid, "MacDowell took the role over.")

    proof = proof_of(store, check("Nobody took it", nearest=(near,)))

    assert proof.match is None
    assert proof.occurrences == ()
    assert [evidence.sentence for evidence in proof.nearest] == ["MacDowell took the role over."]
