"""Read candidates, and give what the reader marks the boundaries that a person would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index import Candidate
from qa.answers import tidy_span
from qa.questions import Question
from qa.readers import Reader, Reading, ReadResult

READINGS_KEPT = 24
"""So many readings are looked at closely, best by the reader's score first."""


def read_candidates(
    reader: Reader, question: Question, candidates: Sequence[Candidate]
) -> ReadResult:
    """The best of what the reader finds, with tidy spans; see ``qa.answers.tidy_span``."""
    result = reader.read(question, candidates)
    return replace(result, readings=tuple(map(_tidy, result.readings[:READINGS_KEPT])))


def _tidy(reading: Reading) -> Reading:
    if reading.answer == reading.sentence:  # A whole sentence keeps its full stop.
        return reading
    tidy = tidy_span(reading.article, reading.answer, reading.sentence)
    return replace(reading, answer=tidy)
