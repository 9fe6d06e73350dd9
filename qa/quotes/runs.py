"""An alignment as runs: words that are equal, words that differ, and what lies between pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from qa.quotes.align import Pair
from qa.quotes.words import GAP, Token

RunKind = Literal["equal", "differs", "ellipsis", "joined", "bracket", "jump"]
"""``ellipsis``: words left out where the quotation says so. ``joined``: the article leaves the
quotation marks, as for "she said". ``bracket``: an editor's words in the quotation, with what they
stand for. ``jump``: so many words left out unsaid that the quotation is put together."""

JUMP_WORDS = 25
"""More words left out in one place without an ellipsis are no omission: two places were joined."""


STRAY_WORDS = 2
"""So few equal words at an edge, with a sentence's end between them and the rest, are chance."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the alignment; half-open ranges of token indices in both texts."""

    kind: RunKind
    quoted: tuple[int, int]
    source: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Texts:
    """The two texts of a comparison."""

    quote: str
    quoted: Sequence[Token]
    article: str
    source: Sequence[Token]
    outside: Sequence[bool]
    """For each token of the article: it stands between two quotations that are near each other."""
    sentences: Sequence[int]
    """For each token of the article the number of its sentence."""


def runs_of(texts: Texts, pairs: Sequence[Pair]) -> list[Run]:
    """The runs of an alignment, in order; each word of the quotation is in exactly one."""
    pairs = _unpaired_edges(texts, _without_strays(texts, pairs))
    runs: list[Run] = []
    quoted_at = 0
    source_at = next((pair.source for pair in pairs if pair.source is not None), 0)
    for is_equal, group in groupby(pairs, key=lambda pair: _is_equal(texts, pair)):
        steps = list(group)
        quoted = [step.quoted for step in steps if step.quoted is not None]
        source = [step.source for step in steps if step.source is not None]
        quoted_to = quoted[-1] + 1 if quoted else quoted_at
        source_to = source[-1] + 1 if source else source_at
        if is_equal:
            runs.append(Run("equal", (quoted_at, quoted_to), (source_at, source_to)))
        else:
            runs += _differing(texts, steps, (quoted_at, quoted_to), (source_at, source_to))
        quoted_at, source_at = quoted_to, source_to
    return runs


def _is_equal(texts: Texts, pair: Pair) -> bool:
    if pair.quoted is None or pair.source is None:
        return False
    return texts.quoted[pair.quoted].key == texts.source[pair.source].key


def _without_strays(texts: Texts, pairs: Sequence[Pair]) -> list[Pair]:
    """Without a word or two that are only equal to the end of the sentence before, or after.

    "The two men left" has its "the" not from "… on the stairs. Both men left".
    """
    found = list(pairs)
    groups = [list(group) for _, group in groupby(found, key=lambda p: _is_equal(texts, p))]
    equal = [at for at, group in enumerate(groups) if _is_equal(texts, group[0])]
    if len(equal) < 2:
        return found
    for at, between, end in (
        (equal[0], groups[equal[0] + 1 : equal[1]], 1),
        (equal[-1], groups[equal[-2] + 1 : equal[-1]], -1),
    ):
        if len(groups[at]) <= STRAY_WORDS and _is_stray(texts, groups[at], between[0], end):
            groups[at] = [Pair(pair.quoted, None) for pair in groups[at]]
            groups[at + end] = [pair for pair in groups[at + end] if pair.quoted is not None]
    return [pair for group in groups for pair in group]


def _is_stray(texts: Texts, edge: Sequence[Pair], between: Sequence[Pair], step: int) -> bool:
    """Whether a sentence or quotation ends between equal words at an edge and the others."""
    quoted = [pair.quoted for pair in between if pair.quoted is not None]
    source = [pair.source for pair in between if pair.source is not None]
    is_left_out = any(pair.quoted is None for pair in between)
    if not is_left_out or any(texts.quoted[at].key == GAP for at in quoted):
        return False
    if all(texts.outside[at] for at in source):
        return False
    behind = max(quoted, default=-1) + 1 if step == 1 else max(edge[0].quoted or 0, 0)
    if behind < len(texts.quoted) and set(texts.quoted[behind].before) & set(".!?"):
        return False  # the quotation has two sentences too
    return any(ends_between(texts, at) for at in range(source[0] - 1, source[-1] + 1))


def _unpaired_edges(texts: Texts, pairs: Sequence[Pair]) -> list[Pair]:
    """Words at the edges that differ belong together only inside one sentence of the article.

    Else the word of the quotation was added, and the article's is no part of the match.
    """
    found = list(pairs)
    equal = [at for at, pair in enumerate(found) if _is_equal(texts, pair)]
    if not equal:
        return found
    for at in range(equal[0] - 1, -1, -1):
        if (source := found[at].source) is not None and ends_between(texts, source):
            found[: at + 1] = [
                Pair(p.quoted, None) for p in found[: at + 1] if p.quoted is not None
            ]
            break
    for at in range(equal[-1] + 1, len(found)):
        if (source := found[at].source) is not None and ends_between(texts, source - 1):
            found[at:] = [Pair(p.quoted, None) for p in found[at:] if p.quoted is not None]
            break
    return found


def ends_between(texts: Texts, at: int) -> bool:
    """Whether a sentence or a quotation ends between a word of the article and the next."""
    if at < 0 or at + 1 >= len(texts.source):
        return False
    between = texts.article[texts.source[at].end : texts.source[at + 1].start]
    is_end = texts.sentences[at] != texts.sentences[at + 1]
    return is_end or any(char in between for char in '\n"“”«»')


def _differing(
    texts: Texts, steps: Sequence[Pair], quoted: tuple[int, int], source: tuple[int, int]
) -> Iterator[Run]:
    """What lies between two equal runs, by what it is."""
    gaps = [at for at in range(*quoted) if texts.quoted[at].key == GAP]
    if gaps:
        yield from _around_gap(steps, quoted, source, gaps)
        return
    words = range(*quoted)
    if words and all(texts.quoted[at].is_bracketed for at in words):
        yield Run("bracket", quoted, source)
        return
    place = source[0]
    for is_outside, group in groupby(range(*source), key=lambda at: texts.outside[at]):
        end = place + len(list(group))
        if is_outside and _is_whole_break(texts, place, end):
            yield Run("joined", (quoted[0], quoted[0]), (place, end))
        else:
            yield from _inside(quoted, (place, end), source)
            quoted = (quoted[1], quoted[1])
        place = end
    if quoted[0] < quoted[1]:
        yield Run("differs", quoted, (source[1], source[1]))


def _is_whole_break(texts: Texts, start: int, end: int) -> bool:
    """Whether quotation marks close just before some words and open again just behind them."""
    opens = end >= len(texts.outside) or not texts.outside[end]
    return (start == 0 or not texts.outside[start - 1]) and opens


def _inside(
    quoted: tuple[int, int], part: tuple[int, int], whole: tuple[int, int]
) -> Iterator[Run]:
    is_jump = part[1] - part[0] > JUMP_WORDS and part[1] - part[0] > 3 * (quoted[1] - quoted[0])
    if is_jump and whole[0] < whole[1]:
        if quoted[0] < quoted[1]:
            yield Run("differs", quoted, (part[0], part[0]))
        yield Run("jump", (quoted[1], quoted[1]), part)
    else:
        yield Run("differs", quoted, part)


def _around_gap(
    steps: Sequence[Pair], quoted: tuple[int, int], source: tuple[int, int], gaps: Sequence[int]
) -> Iterator[Run]:
    """What the article has at an ellipsis was left out; words beside it may differ or be added."""
    paired = [(step.quoted, step.source) for step in steps if step.source is not None]
    before = [at for q, at in paired if q is not None and q < gaps[0]]
    after = [at for q, at in paired if q is not None and q > gaps[-1]]
    start = before[-1] + 1 if before else source[0]
    end = after[0] if after else source[1]
    if quoted[0] < gaps[0]:
        yield Run("differs", (quoted[0], gaps[0]), (source[0], start))
    yield Run("ellipsis", (gaps[0], gaps[0] + 1), (start, end))
    for gap, following in pairwise(gaps):
        if gap + 1 < following:  # words between two ellipses that the article doesn't have
            yield Run("differs", (gap + 1, following), (end, end))
        yield Run("ellipsis", (following, following + 1), (end, end))
    if gaps[-1] + 1 < quoted[1]:
        yield Run("differs", (gaps[-1] + 1, quoted[1]), (end, source[1]))
