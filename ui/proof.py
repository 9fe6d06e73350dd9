"""Read a checked quotation's places again before they are shown; one that fails marks nothing.

What ``evidence.py`` does for a citation, this does for a check: the article, the pieces, every
change in both texts, the occurrences and the nearest sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus import Article, OnRecordError, Span, Store
from qa import Change, Citation, QuoteCheck
from ui.evidence import Evidence, cited_evidence

NEIGHBOURS = 2
"""Sentences that are shown before and after the quoted ones."""
COPIES_NAMED = 20


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where the quotation stands, and articles that repeat it."""

    evidence: Evidence
    copies: tuple[Article, ...] = ()
    """Oldest first, at most as many as are named."""
    number_of_copies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A check with everything that it rests on, as it can be shown now."""

    check: QuoteCheck
    match: Evidence | None = None
    """The located source, re-read; ``None`` when nothing was located."""
    is_confirmed: bool = False
    """Whether the pieces and every change stand where the check says, in both texts."""
    pieces: tuple[Span, ...] = ()
    sentence: Span | None = None
    window: Span | None = None
    """The sentence with its neighbours."""
    occurrences: tuple[Occurrence, ...] = ()
    nearest: tuple[Evidence, ...] = field(default=())

    @property
    def article(self) -> Article | None:
        """The article of the match, when it holds the quoted words now."""
        return self.match.article if self.match else None

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes that may be marked."""
        return self.check.changes if self.is_confirmed else ()


def proof_of(store: Store, check: QuoteCheck) -> Proof:
    """Re-read everything that a check points at."""
    nearest = tuple(cited_evidence(store, citation) for citation in check.nearest)
    occurrences = tuple(_occurrence(store, check, citation) for citation in check.occurrences)
    if check.match is None:
        return Proof(check=check, occurrences=occurrences, nearest=nearest)
    match = cited_evidence(store, check.match)
    if match.article is None or match.mark is None or match.strong is None:
        return Proof(check=check, match=match, occurrences=occurrences, nearest=nearest)
    pieces = check.pieces or (match.strong,)
    text = match.article.text
    is_confirmed = are_pieces(pieces, match.strong) and all(
        stands(change, check.quote, text) for change in check.changes
    )
    return Proof(
        check=check,
        match=match,
        is_confirmed=is_confirmed,
        pieces=pieces if is_confirmed else (),
        sentence=match.mark,
        window=with_neighbours(store, match.article, match.mark),
        occurrences=occurrences,
        nearest=nearest,
    )


def stands(change: Change, quote: str, text: str) -> bool:
    """Whether both sides of a change are at their places."""
    return _holds(quote, change.quoted_start, change.quoted_end, change.quoted) and _holds(
        text, change.source_start, change.source_end, change.source
    )


def are_pieces(pieces: Sequence[Span], located: Span) -> bool:
    """Whether pieces follow one another inside the located source.

    >>> are_pieces([Span(2, 4), Span(6, 9)], Span(2, 9))
    True
    >>> are_pieces([Span(2, 7), Span(6, 9)], Span(2, 9))
    False
    """
    at = located.start
    for piece in pieces:
        if not at <= piece.start < piece.end <= located.end:
            return False
        at = piece.end
    return True


def with_neighbours(store: Store, article: Article, sentence: Span) -> Span:
    """From the second sentence before the quoted ones to the second after them."""
    sentences = store.sentences(article.id, article.revision)
    before = [one for one in sentences if one.end <= sentence.start][-NEIGHBOURS:]
    after = [one for one in sentences if one.start >= sentence.end][:NEIGHBOURS]
    start = before[0].start if before else sentence.start
    return Span(start, after[-1].end if after else sentence.end)


def _holds(text: str, start: int, end: int, words_there: str) -> bool:
    return 0 <= start <= end <= len(text) and text[start:end] == words_there


def _occurrence(store: Store, check: QuoteCheck, citation: Citation) -> Occurrence:
    evidence = cited_evidence(store, citation)
    ids = next((one.article_ids for one in check.copies if one.number == citation.number), ())
    copies: list[Article] = []
    for article_id in ids[:COPIES_NAMED]:
        try:
            copies.append(store.article(article_id))
        except OnRecordError:
            continue  # removed since; the number of copies is the check's
    return Occurrence(evidence, tuple(copies), len(ids))
