"""ui.render.standing: surroundings, speaker and source; or what was searched in vain."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus import Article, Span, Store
from qa import Citation
from qa.quotes.model import Copies, Cropped, QuoteCheck
from ui import words
from ui.evidence import cited_evidence
from ui.proof import proof_of
from ui.render.standing import (
    context_html,
    near_html,
    occurrence_html,
    searched_html,
    shared_runs,
    speaker_html,
)

MakeCheck = Callable[..., QuoteCheck]
Cite = Callable[..., Citation]


def test_the_sentence_stands_among_its_neighbours_with_the_quoted_words_marked(
    store: Store, check: MakeCheck
) -> None:
    shown = context_html(proof_of(store, check()), mark_id="check-mark")

    assert '<mark class="or-piece">took the role over</mark>' in shown
    assert "The port was raided on Tuesday." in shown
    assert "He is at large." in shown
    assert 'id="check-mark"' in shown


def test_the_source_line_is_whole(store: Store, raid: Article, check: MakeCheck) -> None:
    shown = context_html(proof_of(store, check()), mark_id="m")

    for part in ("Raid in Callao", "Ana Díaz", "The Port Paper", "22 June 2017", "CC BY 4.0",
                 'href="https://example.org/raid?a=1&amp;b=2"', "<dd><bdi>en</bdi></dd>",
                 "1, the current one", "<bdi>raid</bdi>", raid.text_sha256[:12]):  # fmt: skip
        assert part in shown


def test_what_stands_between_two_pieces_is_shown_as_left_out(
    store: Store, raid: Article, check: MakeCheck, cite: Cite
) -> None:
    text = raid.text
    pieces = tuple(Span(text.index(part), text.index(part) + len(part))
                   for part in ("MacDowell", "role over"))  # fmt: skip
    match = cite(raid, "MacDowell took the role over")

    made = check("MacDowell … role over", match=match, pieces=pieces, left_out=2)
    proof = proof_of(store, made)

    assert '<span class="or-gap"> took the <' in context_html(proof, mark_id="m")
    assert "from 2 places, with 2 words between them" in speaker_html(made)


def test_who_says_it_and_what_was_cropped(check: MakeCheck) -> None:
    shown = speaker_html(
        check(speaker="Ana <b>", cue="said", in_quotation_marks=True, speech="direct",
              claimed_speaker="Cole", cropped=Cropped(2, 1))
    )  # fmt: skip

    for part in ("Ana &lt;b&gt;", "<bdi>said</bdi>", "inside", words.SPEECH["direct"], "Cole",
                 "left out of the sentence: 2 words before and 1 word after"):  # fmt: skip
        assert part in shown


def test_what_the_article_does_not_tell_is_unknown(check: MakeCheck) -> None:
    made = check(speaker=None, cue=None, speech=None, in_quotation_marks=None)

    assert (
        speaker_html(made).count(f"<bdi>{words.UNKNOWN}</bdi>")
        + speaker_html(made).count(f"<dd>{words.UNKNOWN}</dd>")
        == 4
    )


def test_not_found_says_what_was_searched_and_what_comes_nearest(
    store: Store, raid: Article, check: MakeCheck, cite: Cite
) -> None:
    near = cite(raid, "MacDowell took the role over.")
    made = check("Cole took the role over", nearest=(near,), tried=("Gálvez", "Galvez"))

    shown = searched_html(proof_of(store, made), place="check", level=3)

    for part in ("<dd><bdi>2</bdi></dd>", "The Port Paper", "22 June 2017", "Gálvez; Galvez",
                 'id="check-near-1"'):  # fmt: skip
        assert part in shown


def test_a_near_sentence_shows_what_it_shares_and_what_it_lacks(
    raid: Article, store: Store, cite: Cite
) -> None:
    near = cited_evidence(store, cite(raid, "MacDowell took the role over."))

    shown = near_html(near, "Never took 30 roles over MacDowell", mark_id="m")

    assert "<b>MacDowell took</b> the role <b>over</b>." in shown
    assert "Of the quotation it lacks: never, 30, roles" in shown


@pytest.mark.parametrize(("wanted", "runs"), [(set(), []), ({"straße"}, [])])
def test_nothing_shared_leaves_no_run(wanted: set[str], runs: list[Span]) -> None:
    assert shared_runs("The port is open", wanted) == runs


def test_copies_are_folded_with_their_count(store: Store, check: MakeCheck) -> None:
    (one,) = proof_of(store, check(copies=(Copies(1, ("bare",)),))).occurrences
    (alone,) = proof_of(store, check()).occurrences

    repeated = occurrence_html(one).body
    assert "The same words in 1 more article<" in repeated
    assert words.UNTITLED in repeated
    assert "<details" not in occurrence_html(alone).body


def test_an_occurrence_shows_its_sentence_with_the_quoted_words(
    store: Store, check: MakeCheck
) -> None:
    (one,) = proof_of(store, check()).occurrences

    assert "MacDowell <strong>took the role over</strong>." in occurrence_html(one).body
