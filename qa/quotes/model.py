"""The records of quote checks; their fields carry the names of the JSON agreement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus import Coverage, Span
from qa.model import Citation

Wording = Literal["verbatim", "altered", "paraphrased", "not_found", "too_short"]
Attribution = Literal["confirmed", "contradicted", "unclear", "not_claimed"]
Verdict = Literal[
    "verbatim", "altered", "paraphrased", "misattributed", "not_found", "too_short"
]  # fmt: skip
ChangeKind = Literal[
    "number", "date", "negation", "name", "modal", "word",
    "dropped", "added", "order", "spelling", "punctuation", "case",
]  # fmt: skip
Speech = Literal["direct", "reported", "own_words"]
"""Somebody's words in quotation marks; somebody's words as the reporter gives them; the
reporter's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between a quotation and the article.

    ``quote[quoted_start:quoted_end] == quoted`` and ``text[source_start:source_end] == source``,
    where ``text`` is the article's of ``QuoteCheck.match``. What was dropped has an empty range
    in the quotation, at the place where it is missing; what was added has one in the article.
    """

    kind: ChangeKind
    quoted: str
    source: str
    bears_on_meaning: bool
    quoted_start: int
    quoted_end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Cropped:
    """How many words of the sentence stand before and after the quoted ones."""

    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Copies:
    """Articles that have the same words in the same sentence as an occurrence."""

    number: int
    """Of the occurrence."""
    article_ids: tuple[str, ...]
    """The other articles, oldest first; the occurrence itself is the oldest of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteCheck:
    """The outcome of a check: what of the quotation stands in the library, and who says it."""

    id: str | None
    quote: str
    claimed_speaker: str | None
    verdict: Verdict
    wording: Wording
    attribution: Attribution
    abridged: bool
    """An ellipsis stands where words were left out."""
    cropped: Cropped
    match: Citation | None
    """The whole located source, gaps included; its ``sentence`` runs from the start of the first
    sentence to the end of the last."""
    changes: tuple[Change, ...]
    """Those that bear on the meaning first, then in the quotation's order."""
    speaker: str | None
    """Who says it, in the fullest form that the article gives."""
    cue: str | None
    """The words that say so: ``said``, ``according to``."""
    in_quotation_marks: bool | None
    occurrences: tuple[Citation, ...]
    """Every place that is as near as ``match``, which is one of them; oldest first, unknown dates
    last."""
    nearest: tuple[Citation, ...]
    """At most three sentences, the nearest first, when nothing was located."""
    searched: Coverage
    nearest_changes: tuple[tuple[Change, ...], ...] = ()
    """For each of ``nearest`` how the quotation differs from it."""
    speech: Speech | None = None
    pieces: tuple[Span, ...] = ()
    """The quoted parts of ``match``, in the article's offsets: several when the quotation joins
    what the article has apart."""
    left_out: int = 0
    """How many words of the article stand between the pieces, in all."""
    copies: tuple[Copies, ...] = ()
    publishers: tuple[str, ...] = ()
    """Whose articles were searched, in order of name."""
    tried: tuple[str, ...] = ()
    """Other spellings that were searched for, when nothing was located."""
    notes: tuple[str, ...] = ()
    """What else to know, each a sentence for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftQuotation:
    """A quotation as it stands in a draft."""

    start: int
    end: int
    """Its place in the draft's plain text, without the quotation marks."""
    quote: str
    """The words, without the marks around them; parts on both sides of "she said" are joined."""
    speaker: str | None
    """Whom the draft names as the speaker, as the draft writes it; a pronoun is resolved."""
    paragraph: int
    """The number of the paragraph that it begins in, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedDraft:
    """Every quotation of a draft with its check, in the draft's order."""

    name: str
    text: str
    """The draft as plain text, into which the quotations' offsets count."""
    quotations: tuple[DraftQuotation, ...]
    checks: tuple[QuoteCheck, ...]
    """One for each quotation, in the same order."""
