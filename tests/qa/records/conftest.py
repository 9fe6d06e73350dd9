"""Answers, checks and stores made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus import Coverage
from qa import Answer, Citation, Cropped, Dates, QuoteCheck
from qa.config import RecordSettings
from qa.records import RecordStore, Turn, new_id

Make = Callable[..., Any]

SENTENCE = "MacDowell inherited the port of Callao."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the records are; it is not there yet."""
    return tmp_path / "records"


@pytest.fixture
def records(folder: Path) -> Iterator[RecordStore]:
    """An empty store that keeps its records."""
    with RecordStore(RecordSettings(folder=folder)) as opened:
        yield opened


@pytest.fixture
def cited() -> Make:
    """A citation of "MacDowell" in the article "port"."""

    def make(**fields: Any) -> Citation:
        made = {
            "number": 1, "article_id": "port", "revision": 1, "text_sha256": "", "current": True,
            "title": None, "authors": ("Ana Díaz",), "publisher": None, "published": None,
            "url": None, "licence": None, "language": None, "exact": "MacDowell", "prefix": "",
            "suffix": "", "start": 20, "end": 29, "sentence": SENTENCE, "sentence_start": 20,
            "sentence_end": 59,
        }  # fmt: skip
        return Citation(**(made | fields))

    return make


@pytest.fixture
def answer(cited: Make) -> Make:
    """The answer "MacDowell"."""

    def make(**fields: Any) -> Answer:
        made = {
            "id": None, "question": "And who has it now?", "standalone_question": "Who has Callao?",
            "answer": "MacDowell", "full_form": None, "abstention": None, "confidence": 0.75,
            "citations": (cited(),), "other_answers": (), "passages": (),
            "searched": Coverage(2, None, None), "as_of": Dates(None, None),
        }  # fmt: skip
        return Answer(**(made | fields))

    return make


@pytest.fixture
def turn(answer: Make) -> Make:
    """A turn with that answer."""

    def make(question: str = "And who has it now?", **fields: Any) -> Turn:
        made = {"id": new_id(), "asked_at": "2026-11-22T14:05:09Z", "answer": answer()}
        return Turn(question=question, **(made | fields))

    return make


@pytest.fixture
def check(cited: Make) -> Make:
    """A verbatim quotation without a claimed speaker."""

    def make(**fields: Any) -> QuoteCheck:
        made = {
            "id": None, "quote": SENTENCE, "claimed_speaker": None, "verdict": "verbatim",
            "wording": "verbatim", "attribution": "not_claimed", "abridged": False,
            "cropped": Cropped(), "match": cited(), "changes": (), "speaker": None, "cue": None,
            "in_quotation_marks": None, "occurrences": (cited(),), "nearest": (),
            "searched": Coverage(2, None, None),
        }  # fmt: skip
        return QuoteCheck(**(made | fields))

    return make
