"""ui.render.checks: the verdict in words and shape, both texts, and each change by its name."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from corpus import Store
from qa import Citation
from qa.quotes.model import Change, QuoteCheck
from ui import words
from ui.proof import Proof, proof_of
from ui.render.checks import changes_html, check_html, compared_html, verdict_html

MakeCheck = Callable[..., QuoteCheck]
MakeChange = Callable[..., Change]
QUOTE = "MacDowell took a role over"


@pytest.fixture
def altered(
    store: Store, check: MakeCheck, change: MakeChange, cite: Callable[..., Citation], raid: object
) -> Proof:
    """One word changed, and the case of another."""
    changes = (
        change(QUOTE, "a role", "the role"),
        change(QUOTE, "over", "over", kind="case", bears_on_meaning=False),
    )
    match = cite(raid, "MacDowell took the role over")
    made = check(QUOTE, wording="altered", verdict="altered", match=match, changes=changes,
                 pieces=(), occurrences=(match,))  # fmt: skip
    return proof_of(store, made)


@pytest.mark.parametrize("verdict", list(words.VERDICTS))
def test_the_verdict_is_a_heading_in_words_with_a_shape(check: MakeCheck, verdict: str) -> None:
    shown = verdict_html(check(verdict=verdict))

    assert f"or-shape-{verdict}" in shown
    assert f"Verdict: </span>{words.VERDICTS[verdict]}</h2>" in shown


@pytest.mark.parametrize(
    ("attribution", "speaker", "line"),
    [
        ("confirmed", "Ana Díaz", "The article has Ana Díaz say it."),
        ("contradicted", "Ana Díaz", "The article has Ana Díaz say it, not &lt;b&gt;Cole."),
        ("contradicted", None, "The article does not have &lt;b&gt;Cole say it."),
        ("unclear", None, "The article does not settle whether &lt;b&gt;Cole says it."),
    ],
)
def test_the_attribution_stands_beside_it(
    check: MakeCheck, attribution: str, speaker: str | None, line: str
) -> None:
    shown = verdict_html(check(attribution=attribution, speaker=speaker, claimed_speaker="<b>Cole"))

    assert line in shown
    assert f"or-shape-{attribution}" in shown
    assert words.ATTRIBUTIONS[attribution] in shown


def test_what_was_not_found_has_no_article_that_could_settle_the_speaker(check: MakeCheck) -> None:
    shown = verdict_html(check("Nobody took it", attribution="unclear", claimed_speaker="Cole"))

    assert "The article" not in shown
    assert words.NOBODY_TO_COMPARE in shown


def test_a_misattributed_quotation_says_what_its_wording_is(check: MakeCheck) -> None:
    shown = verdict_html(check(verdict="misattributed", attribution="contradicted"))

    assert "Wording: Verbatim" in shown


def test_each_change_is_marked_and_named_on_both_sides(altered: Proof) -> None:
    quotation, article = compared_html(altered, level=4).split("The article", 1)

    assert 'or-grave">a role<span class="or-tag">' in quotation
    assert 'or-grave">the role<span class="or-tag">' in article
    assert 'or-slight">over<span class="or-tag">' in quotation
    assert 'or-slight">over<span class="or-tag">' in article


def test_changes_that_bear_on_the_meaning_come_first_and_the_others_are_folded(
    altered: Proof,
) -> None:
    grave, slight = changes_html(altered.check).split("<details")

    assert ">word<" in grave
    assert "<bdi>a role</bdi></td><td><bdi>the role</bdi>" in grave
    assert ">case<" not in grave
    assert ">case<" in slight
    assert "1 difference without bearing" in slight


def test_no_change_is_said_too(check: MakeCheck) -> None:
    assert words.NO_DIFFERENCE in changes_html(check())


def test_a_change_out_of_place_leaves_everything_unmarked_and_says_so(
    store: Store, altered: Proof, check: MakeCheck, change: MakeChange
) -> None:
    wrong = change(QUOTE, "a role", "the role", source_start=0, source_end=8)
    made = check(QUOTE, match=altered.check.match, wording="altered", changes=(wrong,), pieces=())

    shown = check_html(proof_of(store, made), place="check").body

    assert words.NOT_MARKED in shown
    assert "or-change " not in shown
    assert "or-piece" not in shown
    assert "took the role over" in shown.replace('<span class="or-unquoted">', "")


def test_an_article_that_is_gone_is_said_and_nothing_is_quoted(
    store: Store, check: MakeCheck
) -> None:
    made = check()
    with store.writing():
        store.remove(["raid"])

    shown = check_html(proof_of(store, made), place="check").body

    assert "or-warning" in shown
    assert "or-side" not in shown


def test_the_quotation_and_the_notes_are_shown_as_text(store: Store, check: MakeCheck) -> None:
    made = check("<script>x</script> **b**", notes=("A <b>note</b>.",))

    shown = check_html(proof_of(store, made), place="check").body

    assert "<script" not in shown
    assert "A &lt;b&gt;note&lt;/b&gt;." in shown


def test_headings_go_down_one_level_at_a_time(altered: Proof) -> None:
    shown = check_html(altered, place="check").body

    levels = [int(part[0]) for part in shown.split("<h")[1:]]
    assert levels[0] == 2
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
