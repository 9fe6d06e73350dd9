"""A reader whose results are kept in a file, for fits that read the same again and again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus import Span
from index import Candidate
from qa.questions import Question
from qa.readers import Reader, Reading, ReadResult


class KeptReader:
    """Reads what it has not read before, and remembers it. One writer at a time."""

    def __init__(self, reader: Reader, path: Path) -> None:
        """Take a reader, and the file of its results; made where it is missing."""
        self.name = reader.name
        self._reader, self._path = reader, path
        self._kept: dict[str, Any] = {}
        if path.is_file():
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                self._kept[row["key"]] = row

    def read(self, question: Question, candidates: Sequence[Candidate]) -> ReadResult:
        """The kept result of the same reader, question and passages, or a new one."""
        places = [(c.passage.article.text_sha256[:16], c.passage.start) for c in candidates]
        key = json.dumps([self.name, question.text, places])
        if key not in self._kept:
            self._keep(key, self._reader.read(question, candidates))
        return _result(self._kept[key], candidates)

    def _keep(self, key: str, result: ReadResult) -> None:
        row = {
            "key": key,
            "scores": list(result.passage_scores),
            "readings": [
                [
                    r.candidate,
                    r.answer.start,
                    r.answer.end,
                    r.sentence.start,
                    r.sentence.end,
                    r.score,
                ]
                for r in result.readings
            ],
        }
        self._kept[key] = row
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")


def _result(row: Any, candidates: Sequence[Candidate]) -> ReadResult:
    readings = [
        Reading(
            article=candidates[place].passage.article,
            answer=Span(start, end),
            sentence=Span(first, last),
            candidate=place,
            score=score,
        )
        for place, start, end, first, last, score in row["readings"]
    ]
    return ReadResult(readings=tuple(readings), passage_scores=tuple(row["scores"]))
