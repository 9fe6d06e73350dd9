"""Sentences into passages: whole paragraphs as far as they fit, long ones in even parts.

A paragraph is about one thing, so a passage that ends where a paragraph does is found more
easily than one that ends where it is full; index/README.md has the measurements, also for length
and overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.config import PassageSettings
from corpus.model import Span

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")

Run = list[Span]
"""Neighbouring sentences, or parts of a sentence that is too long."""


def split_passages(
    text: str, sentences: Sequence[Span], settings: PassageSettings | None = None
) -> tuple[Span, ...]:
    """Group sentences into passages of at most ``settings.max_characters``.

    Args:
        text: The article's text, which the spans count into.
        sentences: Its sentences, in order, as ``split_sentences`` gives them.
        settings: Length and overlap; the defaults where ``None``.

    Returns:
        Passages in order. Each sentence is in at least one. A passage begins and ends where a
        sentence does, unless one sentence alone is longer than a passage may be: that one is
        cut at spaces.

    >>> text = "One. Two. Three."
    >>> spans = (Span(0, 4), Span(5, 9), Span(10, 16))
    >>> split_passages(text, spans)
    (Span(start=0, end=16),)
    """
    settings = settings or PassageSettings()
    limit = settings.max_characters
    runs = _joined(
        [
            part
            for paragraph in _paragraphs(text, sentences)
            for part in _parts([p for s in paragraph for p in _cut(text, s, limit)], limit)
        ],
        limit,
    )
    passages = []
    for number, run in enumerate(runs):
        start, end = run[0].start, run[-1].end
        before = runs[number - 1][::-1] if number else []
        for sentence in before[: settings.overlap_sentences]:
            if end - sentence.start > limit:
                break
            start = sentence.start
        passages.append(Span(start, end))
    return tuple(passages)


def _paragraphs(text: str, sentences: Sequence[Span]) -> Iterator[Run]:
    """The sentences of each paragraph; without blank lines in the text, lines are paragraphs."""
    ends_one = _BLANK_LINE if _BLANK_LINE.search(text) else re.compile("\n")
    paragraph: Run = []
    for sentence in sentences:
        if paragraph and ends_one.search(text, paragraph[-1].end, sentence.start):
            yield paragraph
            paragraph = []
        paragraph.append(sentence)
    if paragraph:
        yield paragraph


def _parts(run: Run, limit: int) -> Iterator[Run]:
    """A paragraph as it is, or in as few parts as its length needs, of about the same length."""
    count = -(-_length(run) // limit)
    while run and count > 1:
        target = _length(run) / count
        size = 1
        while size < len(run) and _length(run[: size + 1]) <= limit:
            middle = (run[size].start + run[size].end) / 2
            if middle - run[0].start > target:
                break
            size += 1
        yield run[:size]
        run = run[size:]
        count = max(count - 1, -(-_length(run) // limit)) if run else 0
    if run:
        yield run


def _joined(runs: Sequence[Run], limit: int) -> list[Run]:
    """Neighbouring runs put together as long as they fit."""
    joined: list[Run] = []
    for run in runs:
        if joined and run[-1].end - joined[-1][0].start <= limit:
            joined[-1] = joined[-1] + run
        else:
            joined.append(run)
    return joined


def _length(run: Run) -> int:
    return run[-1].end - run[0].start if run else 0


def _cut(text: str, span: Span, limit: int) -> Iterator[Span]:
    """The sentence itself, or its parts of at most ``limit`` characters."""
    start = span.start
    while span.end - start > limit:
        space = text.rfind(" ", start + 1, start + limit + 1)
        end = space if space > start else start + limit
        yield Span(start, end)
        start = end
        while start < span.end and text[start].isspace():
            start += 1
    if start < span.end:
        yield Span(start, span.end)
