"""Runs put right where equal words alone mislead.

The alignment takes "20 June 2017" and "June 20, 2017" for a word that moved, and leaves words at
the edge of a quotation without a counterpart: "a million people" has "people" in common with
"1,000,000 people". Here a date becomes one run, and edges get what stands there for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.quotes.lexicon import are_same_words
from qa.quotes.runs import Run, Texts, ends_between
from qa.quotes.values import values_among
from qa.values import same_value

EDGE_WORDS = 6
"""So many words at most are tried on each side of an edge."""
Words = tuple[int, int]


def refined(texts: Texts, runs: Sequence[Run], language: str | None) -> list[Run]:
    """The runs with dates kept whole and with edges that have their counterparts."""
    found = list(runs)
    if all(run.kind != "differs" for run in found):
        return found
    for _, words in values_among(texts.quote, texts.quoted, (0, len(texts.quoted)), language):
        if words[1] - words[0] > 1:
            found = _with_whole_date(texts, found, words, language)
    return _with_edges(texts, found, language)


def _with_whole_date(
    texts: Texts, runs: list[Run], words: Words, language: str | None
) -> list[Run]:
    """The runs with one that holds a date of the quotation and its counterpart."""
    inside = [at for at, run in enumerate(runs) if _touches(run, words)]
    if not any(runs[at].kind == "differs" for at in inside):
        return runs
    first, last = inside[0], inside[-1]
    if any(run.kind not in ("equal", "differs") for run in runs[first : last + 1]):
        return runs
    cut = _Cut.around(runs, first, last, words)
    dates = values_among(texts.article, texts.source, cut.source, language)
    if len(dates) != 1 or dates[0][0].kind != "date":
        return runs
    wider = cut.widened(runs, dates[0][1], len(texts.quoted))
    return wider.made(runs) if wider else runs


def _touches(run: Run, words: Words) -> bool:
    """Whether a run has some of the words, or the article's in the midst of them."""
    if run.quoted[0] == run.quoted[1]:
        return words[0] <= run.quoted[0] <= words[1]
    return run.quoted[0] < words[1] and words[0] < run.quoted[1]


@dataclass(frozen=True, slots=True)
class _Cut:
    """A part of the runs that is to become one; it may begin and end inside equal words."""

    first: int
    last: int
    quoted: Words
    source: Words

    @classmethod
    def around(cls, runs: Sequence[Run], first: int, last: int, words: Words) -> _Cut:
        """The part with some words of the quotation, runs that differ whole."""
        start, end = runs[first], runs[last]
        before = max(0, words[0] - start.quoted[0]) if start.kind == "equal" else 0
        behind = max(0, end.quoted[1] - words[1]) if end.kind == "equal" else 0
        return cls(
            first,
            last,
            (start.quoted[0] + before, end.quoted[1] - behind),
            (start.source[0] + before, end.source[1] - behind),
        )

    def widened(self, runs: Sequence[Run], wanted: Words, quoted_words: int) -> _Cut | None:
        """The part that holds some words of the article too; ``None`` where that can't be."""
        before = max(0, self.source[0] - wanted[0])
        behind = max(0, wanted[1] - self.source[1])
        at_start, at_end = self.quoted[0] == 0, self.quoted[1] == quoted_words
        is_able = (not before or at_start or self._room(runs[self.first], before, left=True)) and (
            not behind or at_end or self._room(runs[self.last], behind, left=False)
        )
        if not is_able:
            return None
        return _Cut(
            self.first,
            self.last,
            (
                self.quoted[0] - (0 if at_start else before),
                self.quoted[1] + (0 if at_end else behind),
            ),
            (self.source[0] - before, self.source[1] + behind),
        )

    def _room(self, run: Run, words: int, *, left: bool) -> bool:
        if run.kind != "equal":
            return False
        room = self.quoted[0] - run.quoted[0] if left else run.quoted[1] - self.quoted[1]
        return room >= words

    def made(self, runs: Sequence[Run]) -> list[Run]:
        """The runs with this part as one that differs."""
        start, end = runs[self.first], runs[self.last]
        parts = [*runs[: self.first]]
        if start.quoted[0] < self.quoted[0]:
            parts.append(
                Run("equal", (start.quoted[0], self.quoted[0]), (start.source[0], self.source[0]))
            )
        parts.append(Run("differs", self.quoted, self.source))
        if self.quoted[1] < end.quoted[1]:
            parts.append(
                Run("equal", (self.quoted[1], end.quoted[1]), (self.source[1], end.source[1]))
            )
        return [*parts, *runs[self.last + 1 :]]


def _with_edges(texts: Texts, runs: list[Run], language: str | None) -> list[Run]:
    """Words at the start and the end of the quotation with what stands there for them."""
    found = list(runs)
    for is_start in (True, False):
        edge = _edge(texts, found, language, is_start=is_start)
        if edge is not None:
            found = [edge, *_after(found, edge)] if is_start else [*_until(found, edge), edge]
    return found


def _edge(texts: Texts, runs: Sequence[Run], language: str | None, *, is_start: bool) -> Run | None:
    """A run for the words at an edge; ``None`` where they have no better counterpart."""
    if all(run.kind != "equal" for run in runs):
        return None
    outer = runs[0 if is_start else -1]
    if outer.kind == "differs" and outer.quoted[0] < outer.quoted[1]:
        for source in _candidates(texts, outer.source, is_start=is_start):
            if _stands_for(texts, outer.quoted, source, language):
                return Run("differs", outer.quoted, source)
        if outer.quoted[1] - outer.quoted[0] == 1 and outer.source[0] == outer.source[1]:
            for source in _candidates(texts, outer.source, is_start=is_start)[:1]:
                return Run("differs", outer.quoted, source)
    return _moved(texts, runs, is_start=is_start)


def _candidates(texts: Texts, source: Words, *, is_start: bool) -> list[Words]:
    """Ranges of the article that reach further out from an edge, the shortest first."""
    found = []
    first, after = source
    if first < after:
        found.append((first, after))
    for _ in range(EDGE_WORDS):
        if is_start:
            if first == 0 or ends_between(texts, first - 1):
                break
            first -= 1
        else:
            if after >= len(texts.source) or ends_between(texts, after - 1):
                break
            after += 1
        found.append((first, after))
    return found


def _stands_for(texts: Texts, quoted: Words, source: Words, language: str | None) -> bool:
    """Whether words are the same, or the same number or date, in another writing."""
    keys = [token.key for token in texts.quoted[slice(*quoted)]]
    others = [token.key for token in texts.source[slice(*source)]]
    if are_same_words(keys, others):
        return True
    values = values_among(texts.quote, texts.quoted, quoted, language)
    sources = values_among(texts.article, texts.source, source, language)
    if len(values) != 1 or len(sources) != 1:
        return False
    are_whole = (values[0][1], sources[0][1]) == (quoted, source)
    is_inside = source[0] <= sources[0][1][0] and sources[0][1][1] <= source[1]
    return are_whole or (is_inside and same_value(values[0][0], sources[0][0]))


def _moved(texts: Texts, runs: Sequence[Run], *, is_start: bool) -> Run | None:
    """The words at an edge that the article has in another order."""
    added = _first_added(runs if is_start else runs[::-1])
    if added is None:
        return None
    quoted = (0, added.quoted[1]) if is_start else (added.quoted[0], len(texts.quoted))
    words = quoted[1] - quoted[0]
    first = added.source[0] - words if is_start else added.source[0]
    source = (first, first + words)
    if first < 0 or source[1] > len(texts.source):
        return None
    if any(ends_between(texts, at) for at in range(first, source[1] - 1)):
        return None
    keys = sorted(token.key for token in texts.quoted[slice(*quoted)])
    others = sorted(token.key for token in texts.source[slice(*source)])
    return Run("differs", quoted, source) if keys == others else None


def _first_added(runs: Sequence[Run]) -> Run | None:
    """The words that only the quotation has, at an edge or behind the first equal words."""
    for run in runs[:2]:
        words = run.quoted[1] - run.quoted[0]
        if run.kind == "differs" and words and run.source[0] == run.source[1]:
            return run
        if run.kind != "equal" or words > EDGE_WORDS:
            return None
    return None


def _after(runs: Sequence[Run], edge: Run) -> list[Run]:
    quoted, source = edge.quoted[1], edge.source[1]
    return [run for run in runs if run.quoted[0] >= quoted and run.source[0] >= source]


def _until(runs: Sequence[Run], edge: Run) -> list[Run]:
    quoted, source = edge.quoted[0], edge.source[0]
    return [run for run in runs if run.quoted[1] <= quoted and run.source[1] <= source]
