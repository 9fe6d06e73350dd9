"""ui.render.drafts: every quotation ticked or flagged, in the draft's order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus import Store
from qa.quotes.model import CheckedDraft, DraftQuotation, QuoteCheck
from ui import words
from ui.proof import proof_of
from ui.render.drafts import count_html, is_in_order, quotation_card

MakeCheck = Callable[..., QuoteCheck]


def quotation(quote: str, speaker: str | None = None) -> DraftQuotation:
    """A quotation at the start of the second paragraph."""
    return DraftQuotation(start=0, end=len(quote), quote=quote, speaker=speaker, paragraph=2)


@pytest.mark.parametrize(
    ("verdict", "attribution", "expected"),
    [
        ("verbatim", "not_claimed", True),
        ("verbatim", "confirmed", True),
        ("verbatim", "unclear", False),
        ("altered", "confirmed", False),
        ("misattributed", "contradicted", False),
        ("not_found", "not_claimed", False),
        ("too_short", "not_claimed", False),
    ],
)
def test_only_the_same_words_of_the_same_speaker_are_ticked(
    check: MakeCheck, verdict: str, attribution: str, expected: bool
) -> None:
    assert is_in_order(check(verdict=verdict, attribution=attribution)) is expected


def test_the_count_line_says_how_many_to_look_at(check: MakeCheck) -> None:
    checks = (check(), check("Nobody took it"), check("Nothing at all"))
    draft = CheckedDraft(name="<b>.md", text="", quotations=(), checks=checks)

    shown = count_html(draft, place="draft").body

    assert "<h2>3 quotations, 2 to look at</h2>" in shown
    assert "Verbatim: 1" in shown
    assert "Not found: 2" in shown
    assert "Altered" not in shown
    assert "&lt;b&gt;.md" in shown


def test_a_card_has_verdict_meaning_place_and_speaker(store: Store, check: MakeCheck) -> None:
    made = check(attribution="unclear", claimed_speaker="Cole")

    shown = quotation_card(
        quotation("took <b>the</b> role over", "Cole <i>"), proof_of(store, made),
        number=4, place="draft-4",
    ).body  # fmt: skip

    for part in ("Verbatim · Speaker unclear", words.FLAGGED, "No. 4 · paragraph 2",
                 "Cole &lt;i&gt;", "took &lt;b&gt;the", 'id="draft-4"', "or-side"):  # fmt: skip
        assert part in shown


def test_a_ticked_card_says_so(store: Store, check: MakeCheck) -> None:
    shown = quotation_card(
        quotation("took the role over"), proof_of(store, check()), number=1, place="draft-1"
    ).body

    assert words.TICKED in shown
    assert words.FLAGGED not in shown
    assert words.NOBODY in shown
