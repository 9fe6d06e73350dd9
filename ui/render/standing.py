"""Where a checked quotation stands: its surroundings, who says it, or what was searched in vain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus import Article, Span, folded_words, words_of
from qa import Citation, QuoteCheck
from ui import words
from ui.evidence import Evidence
from ui.proof import Occurrence, Proof
from ui.render.dates import plain_range
from ui.render.markup import Html, emphasised, escape, isolated, link, notice
from ui.render.places import placed_html
from ui.render.sources import dateline, lang_of, source_line
from ui.spans import paragraphs

LISTED_PUBLISHERS = 20
SHORT_WORD = 3
LISTED_MISSING = 12
"""How many words are named that a near sentence lacks."""


def context_html(proof: Proof, *, mark_id: str) -> str:
    """The sentence with its neighbours, the quoted pieces marked; then the full source line."""
    article, window = proof.article, proof.window
    if article is None or window is None:
        return ""
    shown = "".join(
        f'<p dir="auto">'
        f"{placed_html(article.text, part, pieces=proof.pieces, mark_pieces=True)}</p>"
        for part in _blocks(article.text, proof, window)
    )
    older = "" if article.current else notice(words.OLDER_REVISION, kind="warning").body
    return (
        f'{older}<blockquote class="or-passage or-context" id="{mark_id}" tabindex="-1"'
        f"{lang_of(article)}>{shown}</blockquote>{source_line(article, in_full=True)}"
    )


def attributed(check: QuoteCheck) -> str:
    """What the library says of the speaker, in one sentence."""
    if check.match is None:
        return words.NOBODY_TO_COMPARE if check.claimed_speaker else words.NOBODY_GIVEN
    return words.attributed(check.attribution, check.speaker, check.claimed_speaker)


def speaker_html(check: QuoteCheck) -> str:
    """Who says it and how, and what of the statement was left out."""
    marks = {True: words.INSIDE, False: words.OUTSIDE, None: None}[check.in_quotation_marks]
    fields: list[tuple[str, str | None]] = [(words.SPEAKER, check.speaker)]
    if check.claimed_speaker:
        fields.append((words.CLAIMED, check.claimed_speaker))
    fields += [
        (words.CUE, check.cue),
        (words.KIND_OF_SPEECH, words.SPEECH[check.speech] if check.speech else None),
        (words.MARKS, marks),
        (words.CROPPED, words.cropped(check.cropped.before, check.cropped.after)),
    ]
    if len(check.pieces) > 1:
        fields.append((words.JOINED, words.joined(len(check.pieces), check.left_out)))
    return _listed(fields)


def searched_html(proof: Proof, *, place: str, level: int) -> str:
    """What was searched in vain, and the sentences that come nearest."""
    check = proof.check
    dates = plain_range(check.searched.oldest, check.searched.newest)
    fields: list[tuple[str, str | None]] = [
        (words.ARTICLES, f"{check.searched.articles:,}"),
        (words.PUBLISHERS, words.listed(check.publishers, at_most=LISTED_PUBLISHERS)),
        (words.DATES, dates),
    ]
    if check.tried:
        fields.append((words.TRIED, "; ".join(check.tried)))
    near = "".join(
        near_html(evidence, check.quote, mark_id=f"{place}-near-{number}")
        for number, evidence in enumerate(proof.nearest, start=1)
    )
    shared = f'<p class="or-meta">{words.SHARED_WORDS}</p>' if near else ""
    found = f'{shared}<ol class="or-near">{near}</ol>' if near else words.NO_SENTENCE_NEAR
    searched = f"<h{level}>{words.SEARCHED}</h{level}>{_listed(fields)}"
    if check.wording != "not_found":
        return f'<section class="or-part">{searched}</section>'
    return (
        f'<section class="or-part">{searched}</section>'
        f'<section class="or-part"><h{level}>{words.NEAREST_SENTENCES}</h{level}>{found}</section>'
    )


def near_html(evidence: Evidence, quote: str, *, mark_id: str) -> str:
    """A sentence that comes near: its words that the quotation has too, and what it lacks."""
    article = evidence.article
    if article is None or evidence.mark is None:
        return f"<li>{notice(evidence.trouble or words.CAN_T_MARK, kind='warning').body}</li>"
    wanted = [word for word in folded_words(quote) if is_telling(word)]
    inner, at = [], evidence.mark.start
    sentence = article.text[evidence.mark.start : evidence.mark.end]
    for span in shared_runs(sentence, set(wanted)):
        start, end = evidence.mark.start + span.start, evidence.mark.start + span.end
        inner += [escape(article.text[at:start]), f"<b>{escape(article.text[start:end])}</b>"]
        at = end
    inner.append(escape(article.text[at : evidence.mark.end]))
    there = set(folded_words(sentence))
    missing = [word for word in dict.fromkeys(wanted) if word not in there]
    lacks = words.not_here(words.listed(missing, at_most=LISTED_MISSING)) if missing else ""
    return (
        f'<li><blockquote class="or-passage" id="{mark_id}" tabindex="-1" dir="auto"'
        f"{lang_of(article)}><p>{''.join(inner)}</p></blockquote>"
        f'<p class="or-meta">{_titled(article)}</p>'
        f'<p class="or-meta" dir="auto">{escape(lacks)}</p></li>'
    )


def is_telling(word: str) -> bool:
    """Whether a word says something of its own: a number, or one of more than three letters."""
    return len(word) > SHORT_WORD or any(letter.isdigit() for letter in word)


def shared_runs(sentence: str, wanted: set[str]) -> list[Span]:
    """Runs of neighbouring words of a sentence that are all wanted, given folded.

    >>> shared_runs("The port is not open", {"the", "port", "open"})
    [Span(start=0, end=8), Span(start=16, end=20)]
    """
    runs: list[Span] = []
    goes_on = False
    for word in words_of(sentence):
        is_wanted = word.folded in wanted
        if is_wanted and goes_on:
            runs[-1] = Span(runs[-1].start, word.end)
        elif is_wanted:
            runs.append(Span(word.start, word.end))
        goes_on = is_wanted
    return runs


def occurrence_html(occurrence: Occurrence) -> Html:
    """The sentence of an occurrence, and the articles that repeat it, folded away."""
    evidence, article = occurrence.evidence, occurrence.evidence.article
    sentence = ""
    if article is not None and evidence.mark is not None:
        inner = emphasised(article.text, evidence.mark, evidence.strong)
        sentence = f'<p class="or-quote" dir="auto"{lang_of(article)}>{inner}</p>'
    return Html(f'<div class="or-occurrence">{sentence}{_copies(occurrence)}</div>')


def _copies(occurrence: Occurrence) -> str:
    if not occurrence.number_of_copies:
        return ""
    named = "".join(f"<li>{_titled(article)}</li>" for article in occurrence.copies)
    more = "<li>…</li>" if len(occurrence.copies) < occurrence.number_of_copies else ""
    return (
        f'<details class="or-copies"><summary>{words.copies(occurrence.number_of_copies)}'
        f"</summary><ul>{named}{more}</ul></details>"
    )


def more_html(occurrences: Sequence[Occurrence]) -> Html:
    """Occurrences that have no card of their own, a line each."""
    lines = "".join(f"<li>{_titled(one.evidence.about)}</li>" for one in occurrences)
    return Html(
        f'<details class="or-copies"><summary>{words.more_occurrences(len(occurrences))}</summary>'
        f"<ul>{lines}</ul></details>"
    )


def _blocks(text: str, proof: Proof, window: Span) -> list[Span]:
    """The paragraphs of the window; a quotation from several places is kept in one block."""
    parts = list(paragraphs(text, window))
    return [window] if len(proof.pieces) > 1 else parts


def _titled(about: Article | Citation | None) -> str:
    if about is None:
        return words.DATE_UNKNOWN
    title = isolated(about.title) if about.title else words.UNTITLED
    address = f" · {link(about.url)}" if about.url else ""
    return f"{title} · {dateline(about)}{address}"


def _listed(fields: Iterable[tuple[str, str | None]]) -> str:
    lines = "".join(
        f"<dt>{name}</dt><dd>{isolated(value) if value else words.UNKNOWN}</dd>"
        for name, value in fields
    )
    return f'<dl class="or-source">{lines}</dl>'
