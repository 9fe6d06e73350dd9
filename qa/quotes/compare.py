"""One quotation against one article: where it stands there, in which pieces, with which changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

from corpus import Article, Span
from qa.quotes.align import align, worth
from qa.quotes.changes import Knows, changes_of
from qa.quotes.model import Change
from qa.quotes.quotations import quotations_in
from qa.quotes.refine import refined
from qa.quotes.runs import Run, Texts, runs_of
from qa.quotes.words import GAP, Token, tokens_of

SKIPPED_WORDS = 6
"""So many words passed over for fewer of the quotation part it like an ellipsis."""
LEAST_TOGETHER = 3
"""Fewer equal words between two things left out stand there by chance."""
NEAR_WORDS = 25
"""So many words at most may stand between two quotations that one sentence of a speaker joins."""
NEAR_WORDS_ACROSS = 15
"""And so many when a paragraph ends between them."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The best place of a quotation in an article."""

    article: Article
    sentences: tuple[Span, ...]
    share: float
    """Of the quotation's weight, the share in words that the article has too, in order."""
    place: Span
    """The whole located source, gaps included."""
    pieces: tuple[Span, ...]
    runs: tuple[Run, ...]
    changes: tuple[Change, ...]
    left_out: int
    """How many words of the article an ellipsis stands for, in all."""
    texts: Texts
    function_words: frozenset[str]

    @property
    def is_abridged(self) -> bool:
        """Whether an ellipsis stands where words were left out."""
        return any(run.kind == "ellipsis" and run.source[0] < run.source[1] for run in self.runs)

    @property
    def support(self) -> float:
        """As ``share``, but words that stand alone between things left out don't count."""
        total = sum(self.weight_of(run.quoted) for run in self.runs) or 1.0
        kept = 0.0
        for is_together, group in groupby(self.runs, key=lambda run: not _is_apart(run)):
            equal = [run for run in group if run.kind == "equal"]
            words = sum(run.quoted[1] - run.quoted[0] for run in equal)
            if is_together and words >= LEAST_TOGETHER:
                kept += sum(self.weight_of(run.quoted) for run in equal)
        return kept / total

    @property
    def covered(self) -> float:
        """Of the weight of the article's words there the quoted share; what was left out aside."""
        total, quoted = 0.0, 0.0
        for run in self.runs:
            if run.kind in ("equal", "differs") and not _is_apart(run):
                keys = (self.texts.source[at].key for at in range(*run.source))
                weight = sum(worth(key, self.function_words) for key in keys)
                total += weight
                quoted += weight if run.kind == "equal" else 0.0
        return quoted / total if total else 0.0

    @property
    def longest(self) -> Span:
        """The longest run of equal words, as token indices of the quotation."""
        equal = [Span(*run.quoted) for run in self.runs if run.kind == "equal"]
        return max(equal, key=lambda span: span.end - span.start, default=Span(0, 0))

    def weight_of(self, words: tuple[int, int]) -> float:
        """What some words of the quotation count; content words more."""
        keys = (self.texts.quoted[at].key for at in range(*words))
        return sum(0.0 if key == GAP else worth(key, self.function_words) for key in keys)

    @property
    def bearing(self) -> int:
        """How many changes bear on the meaning."""
        return sum(change.bears_on_meaning for change in self.changes)

    @property
    def quality(self) -> tuple[float, ...]:
        """For finding the best of several: fewer changes and more equal words are better."""
        return (float(self.is_same), round(self.support, 2), -self.bearing, -len(self.changes))

    @property
    def is_same(self) -> bool:
        """Whether nothing but typography differs."""
        return not self.changes


@dataclass(frozen=True, slots=True)
class Read:
    """An article as it is compared."""

    tokens: tuple[Token, ...]
    outside: tuple[bool, ...]


def compare(
    quote: str,
    article: Article,
    sentences: tuple[Span, ...],
    *,
    function_words: frozenset[str],
    knows: Knows,
    within: Span | None = None,
) -> Comparison | None:
    """Find the best place of a quotation in an article.

    Args:
        quote: The quotation as it was given.
        article: Where to look.
        sentences: The article's, in order.
        function_words: Folded words that say little about where a quotation stands.
        knows: Whether the library has a word; see ``changes_of``.
        within: Look only here.

    Returns:
        ``None`` when no content word of the quotation stands in the article.
    """
    quoted, read = tokens_of(quote), _only(read_article(article.text), within)
    found = align(quoted, read.tokens, function_words=function_words, outside=read.outside)
    if found is None:
        return None
    breaks = _sentence_numbers(read.tokens, sentences)
    texts = Texts(quote, quoted, article.text, read.tokens, read.outside, breaks)
    runs = tuple(refined(texts, runs_of(texts, found.pairs), article.language))
    spans = [run.source for run in runs if run.source[0] < run.source[1]]
    if not spans:
        return None
    place = Span(read.tokens[spans[0][0]].start, read.tokens[spans[-1][1] - 1].end)
    return Comparison(
        article=article,
        sentences=sentences,
        share=found.share,
        place=place,
        pieces=_pieces(texts, runs),
        runs=runs,
        changes=changes_of(texts, runs, language=article.language, knows=knows),
        left_out=sum(r.source[1] - r.source[0] for r in runs if r.kind == "ellipsis"),
        texts=texts,
        function_words=function_words,
    )


@lru_cache(maxsize=512)
def read_article(text: str) -> Read:
    """The tokens of an article, and which of them stand between two near quotations."""
    tokens = tuple(token for token in tokens_of(text) if token.key != GAP)
    starts = [token.start for token in tokens]
    outside = [False] * len(tokens)
    quotations = sorted(quotations_in(text), key=lambda span: span.start)
    for one, other in pairwise(quotations):
        first, after = bisect_right(starts, one.end - 1), bisect_right(starts, other.start - 1)
        is_broken = "\n" in text[one.end : other.start].strip()
        if 0 < after - first <= (NEAR_WORDS_ACROSS if is_broken else NEAR_WORDS):
            outside[first:after] = [True] * (after - first)
    return Read(tokens, tuple(outside))


def _is_apart(run: Run) -> bool:
    """Whether what stands before and after a run is not one stretch of the article."""
    quoted, source = run.quoted[1] - run.quoted[0], run.source[1] - run.source[0]
    is_skip = run.kind == "differs" and source > max(SKIPPED_WORDS, 2 * quoted)
    return is_skip or run.kind in ("ellipsis", "jump")


def _only(read: Read, within: Span | None) -> Read:
    if within is None:
        return read
    kept = [
        at
        for at, token in enumerate(read.tokens)
        if within.start <= token.start and token.end <= within.end
    ]
    return Read(tuple(read.tokens[at] for at in kept), tuple(read.outside[at] for at in kept))


def _sentence_numbers(tokens: Sequence[Token], sentences: Sequence[Span]) -> tuple[int, ...]:
    """For each token the number of its sentence."""
    starts = [sentence.start for sentence in sentences]
    return tuple(bisect_right(starts, token.start) for token in tokens)


def _pieces(texts: Texts, runs: Sequence[Run]) -> tuple[Span, ...]:
    """The quoted parts, parted by what was left out, joined over or jumped."""
    pieces: list[Span] = []
    is_new = True
    for run in runs:
        if run.kind in ("ellipsis", "joined", "jump"):
            is_new = is_new or run.source[0] < run.source[1]
        elif run.source[0] < run.source[1]:
            start = texts.source[run.source[0]].start
            end = texts.source[run.source[1] - 1].end
            if is_new or not pieces:
                pieces.append(Span(start, end))
            else:
                pieces[-1] = Span(pieces[-1].start, end)
            is_new = False
    return tuple(pieces)
