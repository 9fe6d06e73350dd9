"""Two judgements kept apart, wording and attribution, and the verdict that they give together.

Fail closed: the attribution is confirmed or contradicted only where the article says so, and the
wording is verbatim only where nothing but typography differs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus import Article, Span, folded_words
from qa.answers.aliases import is_name_word
from qa.quotes.attribution import Said, quoted_share, who_says
from qa.quotes.compare import Comparison
from qa.quotes.lexicon import listed
from qa.quotes.model import Attribution, Change, ChangeKind, Verdict, Wording
from qa.quotes.quotations import quotations_in
from qa.quotes.speakers import is_same_speaker
from qa.quotes.words import tokens_of

FIRM_KINDS: frozenset[ChangeKind] = frozenset({"number", "date", "negation", "name", "order"})
"""Changes that no retelling of the same statement makes."""


@dataclass(frozen=True)
class Occurrence:
    """A place with the words that were located, and what the article says about it."""

    article: Article
    place: Span
    claimed: str | None
    parts: tuple[Span, ...] = ()
    """The pieces of words that were put together; else none."""
    sentence: Span | None = None
    """The sentences around the place."""

    @cached_property
    def said(self) -> Said:
        """Who says it here; of several pieces, who says the longest."""
        parts = self.parts or (self.place,)
        return who_says(self.article, max(parts, key=lambda part: part.end - part.start))

    @cached_property
    def is_partly_quoted(self) -> bool:
        """Whether some of it, but not all, stands in quotation marks."""
        inside = sum(
            max(0, min(self.place.end, one.end) - max(self.place.start, one.start))
            for one in quotations_in(self.article.text)
        )
        return inside > 0 and not self.said.in_quotation_marks

    @cached_property
    def has_claimed_beside(self) -> bool:
        """Whether the sentence names the claimed speaker outside these words.

        It may report what the speaker said or thought in a way that no rule knows, so it must not
        be held against the claim.
        """
        text, around = self.article.text, self.sentence or self.place
        beside = {*folded_words(text[around.start : self.place.start])}
        beside |= {*folded_words(text[self.place.end : around.end])}
        names = [word for word in folded_words(self.claimed or "") if is_name_word(word)]
        return bool(names) and names[-1] in beside

    @cached_property
    def attribution(self) -> Attribution:
        """Whether the article has the claimed speaker say it."""
        if self.claimed is None:
            return "not_claimed"
        if self.said.speech == "own_words":
            is_open = self.is_partly_quoted or self.has_claimed_beside
            return "unclear" if is_open else "contradicted"
        same = is_same_speaker(self.claimed, self.said, self.article)
        return "unclear" if same is None else "confirmed" if same else "contradicted"

    @property
    def rank(self) -> tuple[int, ...]:
        """The occurrence to show: confirmed, then somebody's words with a known speaker."""
        return (
            ("confirmed", "unclear", "not_claimed", "contradicted").index(self.attribution),
            ("direct", "reported", "own_words").index(self.said.speech),
            int(self.said.speaker is None),
            int(not self.article.current),
        )


def attribution_of(occurrences: Sequence[Occurrence]) -> Attribution:
    """Over all occurrences: one that confirms is enough, and all must contradict."""
    found = {occurrence.attribution for occurrence in occurrences}
    for one in ("not_claimed", "confirmed", "unclear"):
        if one in found:
            return one
    return "contradicted" if found else "unclear"


def wording_of(comparison: Comparison, crops: Sequence[Change], shown: Occurrence) -> Wording:
    """The wording of a located quotation, given the crops that count."""
    changes = [*comparison.changes, *crops]
    is_reported = shown.said.speech == "reported" or is_extended(comparison, shown)
    if is_reported and shown.attribution == "confirmed":
        firm = [one for one in changes if one.bears_on_meaning and not _is_retelling(one)]
        return "altered" if firm else "paraphrased"
    return "altered" if changes else "verbatim"


def is_extended(comparison: Comparison, shown: Occurrence) -> bool:
    """Whether a quotation runs on into the reporter's words, and no marks of its own part these."""
    if shown.said.speech != "direct" or _marks_inside(comparison.texts.quote):
        return False
    return any(quoted_share(comparison.article.text, one) < 1.0 for one in comparison.pieces)


def _marks_inside(quote: str) -> bool:
    """Whether marks in a quotation part quoted words from others."""
    marked = quoted_share(quote, Span(0, len(quote)))
    return 0.0 < marked < 1.0


def _is_retelling(change: Change) -> bool:
    """Whether reported speech changes words like that: "we will" to "they would"."""
    if change.kind in FIRM_KINDS:
        return False
    keys = [token.key for token in tokens_of(f"{change.quoted} {change.source}")]
    return all(key in listed("retelling") or key in listed("light") for key in keys)


def verdict_of(wording: Wording, attribution: Attribution) -> Verdict:
    """One verdict: located words that nobody lets the claimed speaker say are misattributed."""
    is_located = wording in ("verbatim", "altered", "paraphrased")
    return "misattributed" if is_located and attribution == "contradicted" else wording
