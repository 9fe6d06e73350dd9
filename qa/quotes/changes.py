"""Typed differences between a quotation and its place in an article.

Every difference gets one kind, and whether it bears on the meaning. What can't be shown to be
harmless bears on it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from qa.quotes.editorial import bracket_changes, ellipsis_changes
from qa.quotes.kinds import bears_when_left_out, kind_of_words, numeral_of
from qa.quotes.lexicon import are_same_words, are_transcribed, is_slip, listed
from qa.quotes.model import Change
from qa.quotes.parts import Part, change
from qa.quotes.runs import Run, Texts
from qa.quotes.surface import surface_changes
from qa.quotes.values import paired_values
from qa.quotes.words import Token, tokens_of

ENGLISH_ARTICLES = frozenset({"a", "an", "the"})
"""One for the other is a slip; in Spanish "el capital" and "la capital" are two things."""

_BROKEN = re.compile(r"(?<=[^\W\d_])[-‐]\s+(?=[^\W\d_])")
SWAPPED_KINDS = ("word", "name")
Knows = Callable[[str], bool]
"""Whether a word stands anywhere in the library."""


def changes_of(
    texts: Texts, runs: Sequence[Run], *, language: str | None, knows: Knows
) -> tuple[Change, ...]:
    """The changes, those that bear on the meaning first, then in the quotation's order.

    Args:
        texts: Both texts.
        runs: The alignment.
        language: Of the article, ISO 639-1.
        knows: For telling slips of the fingers from other words.
    """
    found: list[Change] = []
    for run in runs:
        if run.kind == "differs":
            found += _differing(texts, run, language, knows)
        elif run.kind == "jump":
            found.append(change(texts, Part(run.quoted, run.source), "dropped", True))
        elif run.kind == "equal":
            found += surface_changes(texts, run, language)
        elif run.kind == "bracket":
            found += bracket_changes(texts, run, language)
        elif run.kind == "ellipsis":
            found += ellipsis_changes(texts, run)
    found = _reordered(found)
    return tuple(sorted(found, key=lambda one: (not one.bears_on_meaning, one.quoted_start)))


def _differing(texts: Texts, run: Run, language: str | None, knows: Knows) -> Iterator[Change]:
    """One run of words that differ: first its numbers and dates, then the words left."""
    values = paired_values(texts, run, language)
    quoted_at, source_at = run.quoted[0], run.source[0]
    for pair in values:
        rest = Part((quoted_at, max(quoted_at, pair.quoted[0])),
                    (source_at, max(source_at, pair.source[0])))  # fmt: skip
        yield from _words(texts, rest, knows)
        yield change(texts, Part(pair.quoted, pair.source), pair.kind, not pair.is_same)
        quoted_at, source_at = max(quoted_at, pair.quoted[1]), max(source_at, pair.source[1])
    rest = Part((quoted_at, max(quoted_at, run.quoted[1])),
                (source_at, max(source_at, run.source[1])))  # fmt: skip
    yield from _words(texts, rest, knows)


def _words(texts: Texts, part: Part, knows: Knows) -> Iterator[Change]:
    """Words without numbers: the kind by what stands on both sides."""
    quoted = texts.quoted[slice(*part.quoted)]
    source = texts.source[slice(*part.source)]
    if (not quoted and not source) or _is_broken_over_lines(texts, part):
        return
    if not quoted or not source:
        yield _one_sided(texts, part)
    else:
        yield from _exchanged(texts, part, knows)


def _exchanged(texts: Texts, part: Part, knows: Knows) -> Iterator[Change]:
    """Words for words."""
    quoted = texts.quoted[slice(*part.quoted)]
    source = texts.source[slice(*part.source)]
    keys, others = [token.key for token in quoted], [token.key for token in source]
    if _is_same_writing(quoted, source):
        yield change(texts, part, "spelling", False)
    elif numerals := _numerals(quoted, source):
        yield change(texts, part, "number", numerals[0] != numerals[1])
    elif kind := kind_of_words(quoted, source, texts):
        yield change(texts, part, kind, True)
    elif len(keys) == len(others) and len(keys) > 1:
        yield from _one_by_one(texts, part, knows)
    elif len(keys) == len(others) and is_slip(keys[0], others[0]):
        yield change(texts, part, "spelling", knows(keys[0]))
    else:
        yield change(texts, part, "word", not {*keys, *others} <= ENGLISH_ARTICLES)


def _is_broken_over_lines(texts: Texts, part: Part) -> bool:
    """Whether only the hyphen at the end of a printed line parts one side's word: "impor- tant"."""
    sides = change(texts, part, "spelling", False)
    quoted, source = (_BROKEN.sub("", side) for side in (sides.quoted, sides.source))
    is_broken = (quoted, source) != (sides.quoted, sides.source)
    return is_broken and _keys(quoted) == _keys(source)


def _is_same_writing(quoted: Sequence[Token], source: Sequence[Token]) -> bool:
    """Whether words differ in spelling only; a surname has one spelling."""
    keys, others = [token.key for token in quoted], [token.key for token in source]
    if any(t.key in listed("surnames") and t.written[0].isupper() for t in (*quoted, *source)):
        return False
    written = (" ".join(token.written for token in side) for side in (quoted, source))
    return are_same_words(keys, others) or are_transcribed(*written)


def _numerals(quoted: Sequence[Token], source: Sequence[Token]) -> tuple[int, int] | None:
    """The values of two single words, one of them a Roman numeral at least."""
    if len(quoted) != 1 or len(source) != 1:
        return None
    one, other = (_numeral(side[0].written) for side in (quoted, source))
    if one is None or other is None:
        return None
    return None if quoted[0].key.isdecimal() and source[0].key.isdecimal() else (one, other)


def _numeral(written: str) -> int | None:
    return int(written) if written.isdecimal() else numeral_of(written)


def _one_sided(texts: Texts, part: Part) -> Change:
    """Words that only one text has."""
    quoted = texts.quoted[slice(*part.quoted)]
    source = texts.source[slice(*part.source)]
    tokens, after = (texts.quoted, part.quoted[1]) if quoted else (texts.source, part.source[1])
    following = tokens[after].key if after < len(tokens) else ""
    kind = kind_of_words(quoted, source, texts)
    bears = bears_when_left_out([token.key for token in (*quoted, *source)], following)
    if source and kind is None and all(token.is_bracketed for token in source):
        bears = bool({token.key for token in source} & listed("conditions"))
    return change(texts, part, kind or ("added" if quoted else "dropped"), bears)


def _one_by_one(texts: Texts, part: Part, knows: Knows) -> Iterator[Change]:
    """As many words for as many: each for itself."""
    for quoted, source in zip(range(*part.quoted), range(*part.source), strict=True):
        if texts.quoted[quoted].key != texts.source[source].key:
            yield from _words(texts, Part((quoted, quoted + 1), (source, source + 1)), knows)


def _reordered(found: Sequence[Change]) -> list[Change]:
    """Words dropped in one place and added in another were moved; two may have changed places."""
    added: dict[tuple[str, ...], list[Change]] = defaultdict(list)
    for one in found:
        if one.quoted and not one.source:
            added[_keys(one.quoted)].append(one)
    moved: dict[int, Change] = {}
    gone: set[int] = set()
    for one in found:
        if one.source and not one.quoted and (there := added[_keys(one.source)]):
            other = there.pop(0)
            gone.add(id(one))
            moved[id(other)] = replace(
                other,
                kind="order",
                bears_on_meaning=True,
                source=one.source,
                source_start=one.source_start,
                source_end=one.source_end,
            )
    kept = [moved.get(id(one), one) for one in found if id(one) not in gone]
    words = {(_keys(one.quoted), _keys(one.source)) for one in kept if one.kind in SWAPPED_KINDS}
    return [
        replace(one, kind="order", bears_on_meaning=True)
        if one.kind in SWAPPED_KINDS and (_keys(one.source), _keys(one.quoted)) in words
        else one
        for one in kept
    ]


def _keys(text: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokens_of(text))
