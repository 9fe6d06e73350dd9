"""A checked quotation: the verdict, both texts side by side, and each change by its name."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import Span
from qa import Change, QuoteCheck, meaning_of
from ui import words
from ui.proof import Proof
from ui.render.markup import Html, escape, isolated, notice
from ui.render.places import Marking, placed_html
from ui.render.shapes import shape
from ui.render.sources import lang_of
from ui.render.standing import attributed, context_html, searched_html, speaker_html

SECTION_LEVEL = 3


def check_html(proof: Proof, *, place: str) -> Html:
    """A whole check as the outcome of its own: verdict, comparison, differences, context."""
    return Html(
        f'<section class="or-check" id="{place}" tabindex="-1">{verdict_html(proof.check)}'
        f"{details_html(proof, place=place, level=SECTION_LEVEL)}</section>"
    )


def verdict_html(check: QuoteCheck) -> str:
    """The verdict's word with its shape and its meaning, and beside it who says it."""
    verdict, attribution = check.verdict, check.attribution
    wording = ""
    if verdict != check.wording:
        wording = f'<p class="or-meta">{words.WORDING}: {words.VERDICTS[check.wording]}</p>'
    return (
        f'<div class="or-heads or-is-{verdict}"><div class="or-head">{shape(verdict)}'
        f'<div><h2><span class="or-hidden">{words.VERDICT}: </span>{words.VERDICTS[verdict]}</h2>'
        f'<p dir="auto">{escape(meaning_of(check))}</p>{wording}</div></div>'
        f'<div class="or-head or-second or-is-{attribution}">{shape(attribution)}'
        f'<div><h3><span class="or-hidden">{words.ATTRIBUTION}: </span>'
        f"{words.ATTRIBUTIONS[attribution]}</h3>"
        f'<p dir="auto">{escape(attributed(check))}</p></div></div></div>'
    )


def details_html(proof: Proof, *, place: str, level: int) -> str:
    """Everything below the verdict, under headings of a level."""
    check = proof.check
    meaning = meaning_of(check)  # says some of the notes already
    notes = "".join(
        f'<li dir="auto">{escape(note)}</li>' for note in check.notes if note not in meaning
    )
    known = section(words.TO_KNOW, f"<ul>{notes}</ul>", level=level) if notes else ""
    if check.match is None:
        return f"{known}{searched_html(proof, place=place, level=level)}"
    if proof.article is None:
        trouble = proof.match.trouble if proof.match else None
        return f"{notice(trouble or words.CAN_T_MARK, kind='warning').body}{known}"
    warning = "" if proof.is_confirmed else notice(words.NOT_MARKED, kind="warning").body
    return (
        f"{warning}{section(words.COMPARED, compared_html(proof, level=level + 1), level=level)}"
        f"{section(words.DIFFERENCES, changes_html(check), level=level)}"
        f"{section(words.WHO_SAYS_IT, speaker_html(check), level=level)}{known}"
        f"{section(words.CONTEXT, context_html(proof, mark_id=f'{place}-mark'), level=level)}"
    )


def section(title: str, inner: str, *, level: int) -> str:
    """A part under its heading."""
    return f'<section class="or-part"><h{level}>{title}</h{level}>{inner}</section>'


def compared_html(proof: Proof, *, level: int) -> str:
    """The quotation and the article's words, with each change marked and named in both."""
    article, sentence = proof.article, proof.sentence
    if article is None or sentence is None:
        return ""
    markings = [_marking(change, Span(change.source_start, change.source_end))
                for change in proof.changes]  # fmt: skip
    source = placed_html(article.text, sentence, pieces=proof.pieces, markings=markings)
    return (
        f'<div class="or-pair"><div><h{level}>{words.QUOTATION}</h{level}>'
        f"{quotation_html(proof)}</div>"
        f"<div><h{level}>{words.THE_ARTICLE}</h{level}>"
        f'<blockquote class="or-side" dir="auto"{lang_of(article)}><p>{source}</p></blockquote>'
        "</div></div>"
    )


def quotation_html(proof: Proof) -> str:
    """The quotation as it was given, with the changes that may be marked."""
    quote = proof.check.quote
    markings = [_marking(change, Span(change.quoted_start, change.quoted_end))
                for change in proof.changes]  # fmt: skip
    whole = Span(0, len(quote))
    inner = placed_html(quote, whole, pieces=(whole,), markings=markings)
    return f'<blockquote class="or-side" dir="auto"><p>{inner}</p></blockquote>'


def changes_html(check: QuoteCheck) -> str:
    """The changes by name: those that bear on the meaning, and the others behind a summary."""
    grave = [change for change in check.changes if change.bears_on_meaning]
    slight = [change for change in check.changes if not change.bears_on_meaning]
    if not check.changes:
        return f"<p>{words.NO_DIFFERENCE}</p>"
    shown = _table(grave, words.MATTERS) if grave else ""
    if slight:
        summary = words.differs(len(slight))
        shown += (
            f'<details class="or-slighter"><summary>{summary}</summary>'
            f"{_table(slight, summary)}</details>"
        )
    return shown


def _table(changes: Sequence[Change], caption: str) -> str:
    heads = "".join(
        f'<th scope="col">{name}</th>'
        for name in (words.DIFFERENCE, words.QUOTATION, words.THE_ARTICLE)
    )
    rows = "".join(
        f'<tr><th scope="row">{words.CHANGES[change.kind]}</th>'
        f"<td>{_side(change.quoted)}</td><td>{_side(change.source)}</td></tr>"
        for change in changes
    )
    return (
        f'<table class="or-changes"><caption>{caption}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _side(text: str) -> str:
    return isolated(text) if text.strip() else f'<em class="or-quiet">{words.NOTHING}</em>'


def _marking(change: Change, span: Span) -> Marking:
    return Marking(span, words.CHANGES[change.kind], change.bears_on_meaning)
