"""A checked draft: every quotation in its order, ticked or flagged, open to the details."""

from __future__ import annotations

from qa import CheckedDraft, DraftQuotation, QuoteCheck, meaning_of
from ui import words
from ui.proof import Proof
from ui.render.checks import details_html
from ui.render.markup import Html, escape, isolated
from ui.render.shapes import shape
from ui.render.standing import attributed

INNER_LEVEL = 4


def is_in_order(check: QuoteCheck) -> bool:
    """Whether a copy desk has nothing to do: verbatim, and said by the one who is named."""
    return check.verdict == "verbatim" and check.attribution in ("confirmed", "not_claimed")


def count_html(draft: CheckedDraft, *, place: str) -> Html:
    """How many quotations there are, and how many to look at; then how many of each verdict."""
    total = len(draft.checks)
    flagged = sum(not is_in_order(check) for check in draft.checks)
    counts = "".join(
        f'<li class="or-is-{verdict}">{shape(verdict)} {name}: {number:,}</li>'
        for verdict, name in words.VERDICTS.items()
        if (number := sum(check.verdict == verdict for check in draft.checks))
    )
    return Html(
        f'<section class="or-count" id="{place}" tabindex="-1">'
        f"<h2>{words.quotations_found(total, flagged)}</h2>"
        f'<p class="or-meta">{isolated(draft.name)}</p><ul class="or-counts">{counts}</ul>'
        "</section>"
    )


def quotation_card(quotation: DraftQuotation, proof: Proof, *, number: int, place: str) -> Html:
    """One quotation: its verdict and meaning in the summary, everything else inside."""
    check = proof.check
    state = words.TICKED if is_in_order(check) else words.FLAGGED
    speaker = quotation.speaker or words.NOBODY
    inside = details_html(proof, place=place, level=INNER_LEVEL)
    return Html(
        f'<details class="or-card or-quoted" id="{place}" tabindex="-1"><summary>'
        f'<span class="or-verdict or-is-{check.verdict}">{shape(check.verdict)}</span>'
        f'<span class="or-summary"><span class="or-title" role="heading" aria-level="3">'
        f"{words.VERDICTS[check.verdict]}{_second(check)} "
        f'<span class="or-tag">{state}</span></span>'
        f'<span class="or-quote" dir="auto">{isolated(quotation.quote)}</span>'
        f'<span class="or-meta" dir="auto">{escape(meaning_of(check))}</span>'
        f'<span class="or-meta">{words.place_in_draft(number, quotation.paragraph)} · '
        f"{words.SAID_BY_DRAFT}: {isolated(speaker)}</span></span></summary>"
        f'<div class="or-inside">{_attribution(check)}{inside}</div></details>'
    )


def _attribution(check: QuoteCheck) -> str:
    name = words.ATTRIBUTIONS[check.attribution]
    return (
        f'<p class="or-is-{check.attribution}" dir="auto">{shape(check.attribution)} '
        f"<b>{name}.</b> {escape(attributed(check))}</p>"
    )


def _second(check: QuoteCheck) -> str:
    """The attribution beside the verdict, where it says something of its own."""
    if check.attribution in ("not_claimed", "confirmed") or check.verdict == "misattributed":
        return ""
    return f" · {words.ATTRIBUTIONS[check.attribution]}"
