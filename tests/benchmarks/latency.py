"""How long one search and one question take."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from adding import timed
from figures import Figure
from plain import PlainIndex

from index import Encoder, Retriever
from qa.assistant import Assistant
from qa.evaluation.metrics import percentile
from qa.library import Library
from qa.settings import Settings

BLOCK = 20
"""Searches of one kind in a row: two libraries' threads that take turns at every single call would
measure how they get in each other's way."""


def benchmark(
    folder: Path, questions: Sequence[str], plain: PlainIndex, encoder: Encoder, *, asked: int
) -> Iterator[Figure]:
    """Search against encoding the question and searching a flat index; then whole questions.

    Args:
        folder: A library.
        questions: What is searched for, each of both ways.
        plain: Holding the same passages.
        encoder: For the library.
        asked: How many of the questions are asked as well.
    """
    with Library.open(folder, settings=Settings(), encoder=encoder) as library:
        retriever, assistant = Retriever(library.search_index), Assistant(library)
        ours, theirs = in_blocks(questions, retriever.search, plain.search)
        yield from figures("search", ours, theirs)
        assistant.ask(questions[0])
        times = [timed(lambda asking=one: assistant.ask(asking)) for one in questions[:asked]]
        yield from figures("ask", times, None)


def in_blocks(
    questions: Sequence[str], one: Callable[[str], object], other: Callable[[str], object]
) -> tuple[list[float], list[float]]:
    """The seconds of every question, both ways, block by block."""
    times: tuple[list[float], list[float]] = ([], [])
    for start in range(0, len(questions), BLOCK):
        for seconds, search in zip(times, (one, other), strict=True):
            search(questions[0])
            for question in questions[start : start + BLOCK]:
                seconds.append(timed(lambda asking=question: search(asking)))  # noqa: B023
    return times


def figures(name: str, ours: Sequence[float], theirs: Sequence[float] | None) -> Iterator[Figure]:
    """Median and 95th percentile in milliseconds."""
    for share, word in ((0.5, "median"), (0.95, "95th percentile")):
        beside = None if theirs is None else 1000 * (percentile(theirs, share) or 0.0)
        taken = 1000 * (percentile(ours, share) or 0.0)
        yield Figure(name=f"{name}, {word}", unit="ms", ours=taken, plain=beside)
