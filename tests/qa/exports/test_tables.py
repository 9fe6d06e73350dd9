"""qa.exports.tables: conversations for spreadsheets, read again with the csv module."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace

import pytest

from qa.exports import conversation_csv
from qa.exports.tables import COLUMNS
from qa.model import Abstention, Answer, OtherAnswer


@dataclass(frozen=True)
class Asked:
    """A turn of a conversation."""

    question: str
    answer: Answer | None = None
    trouble: str | None = None


def rows(*turns: Asked, name: str = "Talk") -> list[dict[str, str]]:
    """The rows of a conversation's table."""
    table = conversation_csv(name, turns, exported_at="2026-11-22T10:00:00Z", version="0.1.0")
    return list(csv.DictReader(io.StringIO(table, newline="")))


def test_an_answer_is_a_row_with_its_first_source(answer: Answer) -> None:
    (row,) = rows(Asked("And it?", answer), name="T")

    assert tuple(row) == COLUMNS
    assert {name: value for name, value in row.items() if value} == {
        "conversation": "T", "number": "1", "question": "And it?", "outcome": "answered",
        "understood_as": "What was it?", "answer": answer.citations[0].exact, "confidence": "0.83",
        "sentence": "It was “the most important capture of 2012,” Luis Pantoja said.",
        "title": "Raid", "authors": "Ana Díaz; Bo Li", "published": "2017-06-22",
        "url": "https://example.org/raid?page=2#top", "language": "es", "article_id": "raid",
        "revision": "1", "sha256": answer.citations[0].text_sha256, "start": "18", "end": "52",
        "exact": "the most important capture of 2012", "prefix": "They met. It was “",
        "suffix": ",” Luis Pantoja said", "as_of_oldest": "2017-06-22",
        "as_of_newest": "2017-06-22", "articles_searched": "2",
        "exported_at": "2026-11-22T10:00:00Z", "version": "0.1.0",
    }  # fmt: skip


def test_abstentions_and_failures_are_rows_too(answer: Answer) -> None:
    said = Abstention(reason="nothing_found", message="Nothing, sorry.")
    abstained = replace(answer, answer=None, abstention=said, citations=())

    first, second = rows(Asked("One?", abstained), Asked("Two?", trouble="Busy."))

    assert (first["outcome"], first["message"], first["answer"]) == (
        "abstained", "Nothing, sorry.", "",
    )  # fmt: skip
    assert (second["number"], second["outcome"], second["message"]) == ("2", "failed", "Busy.")
    assert second["version"] == "0.1.0"


def test_other_answers_and_sources_stand_in_the_same_row(answer: Answer) -> None:
    later = replace(answer.citations[0], number=2)
    other = OtherAnswer(answer="second", confidence=0.4, citations=(later,))

    (row,) = rows(Asked("One?", replace(answer, other_answers=(other,))))

    assert row["other_answers"] == "second"
    assert row["other_sources"] == (
        "[2] Raid · by Ana Díaz, Bo Li · publisher unknown · 22 June 2017 "
        "(raid, characters 18–52, revision 1)"
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_begins_like_a_formula_is_made_text(start: str) -> None:
    (row,) = rows(Asked(f"{start}HYPERLINK(1)"), name=f"{start}1")

    assert (row["question"], row["conversation"]) == (f"'{start}HYPERLINK(1)", f"'{start}1")


def test_quotes_commas_lines_and_other_scripts_come_back_as_they_were() -> None:
    question = 'He said "no", then:\n\nقال نعم 😀'

    assert rows(Asked(question))[0]["question"] == question


def test_what_utf_8_or_a_spreadsheet_cannot_hold_is_replaced() -> None:
    (row,) = rows(Asked("\ud800=\x00\x1b[2J"))

    assert row["question"].encode() == "\ufffd=\ufffd\ufffd[2J".encode()


def test_a_conversation_without_questions_is_a_line_of_headings() -> None:
    assert rows() == []
