"""qa.quotes.draft_marks: marks of every kind, paired."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Span
from qa.quotes.draft_marks import marked_quotations


def quoted(text: str) -> list[list[str]]:
    """The parts of every quotation, where paragraphs are apart by a blank line."""
    spans, start = [], 0
    for paragraph in text.split("\n\n"):
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    found = marked_quotations(text, spans)
    return [[text[part.start : part.end] for part in one.parts] for one in found]


@pytest.mark.parametrize(
    "text",
    ['"yes"', "“yes”", "„yes“", "„yes”", "”yes”", "«yes»", "« yes »", "»yes«", "‹yes›", "›yes‹",
     "‘yes’", "‚yes‘", "'yes'", "「yes」", '" yes "', "“yes\"", "(\"yes\")", "—“yes”—"],
)  # fmt: skip
def test_every_kind_of_mark_quotes(text: str) -> None:
    assert quoted(f"He said {text}, then left.") == [["yes"]]


@pytest.mark.parametrize(
    "text",
    ["It's the boys' rock 'n' roll.", "He is 5'10\" and she 6' 2\" tall.", "A 12\" and 10\" pipe.",
     "In the '60s and ‘90s, the workers’ day.", '"" and "…"', "Tell ’em, ‘em and 'em."],
)  # fmt: skip
def test_apostrophes_inches_and_empty_marks_quote_nothing(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "inside"),
    [("“He said ‘go’ to me,” she said.", "He said ‘go’ to me,"),
     ('"He said "go" to me," she said.', 'He said "go" to me,'),
     ("'He said \"go\" to me,' she said.", 'He said "go" to me,'),
     ("\"'Go,' he said,\" she said.", "'Go,' he said,"),
     ("‘The workers’ rights matter,’ he said.", "The workers’ rights matter,"),
     ('"A 12" pipe and a 10" pipe," he said.', 'A 12" pipe and a 10" pipe,')],
)  # fmt: skip
def test_what_is_nested_belongs_to_the_outer_quotation(text: str, inside: str) -> None:
    assert quoted(text) == [[inside]]


@pytest.mark.parametrize("mark", ["“”", '""', "‘’", "«»"])
def test_paragraphs_that_open_with_a_mark_again_are_one_quotation(mark: str) -> None:
    opening, closing = mark
    text = f"{opening}First.\n\n{opening}Second,{closing} he said."

    assert quoted(text) == [["First.", "Second,"]]


def test_a_missing_mark_costs_its_own_quotation_only() -> None:
    assert quoted("“One. He said “two.”\n\nThen “three.”") == [
        ["One. He said"],
        ["two."],
        ["three."],
    ]


def test_a_year_before_the_closing_mark_is_no_inch() -> None:
    text = '"We won in 2016" he said. The 12" pipe was "new".'

    assert quoted(text) == [["We won in 2016"], ["new"]]


@pytest.mark.parametrize("piece", ["“ab ", "'ab ", '"a\n', '"a\n\n', "‘ab’s "])
def test_thousands_of_marks_that_nothing_closes_are_read_all_the_same(piece: str) -> None:
    assert len(quoted(piece * 5000)) <= 5000


@given(st.lists(st.text("ab 5.,\"'“”‘’«»\n", max_size=30), max_size=4))
def test_quotations_are_in_order_and_never_overlap(paragraphs: list[str]) -> None:
    text, spans = "", []
    for paragraph in paragraphs:
        spans.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"

    end = 0
    for one in marked_quotations(text, spans):
        assert end <= one.opened < one.closed
        for part in one.parts:
            assert one.opened < part.start < part.end <= one.closed
            assert text[part.start : part.end].strip() == text[part.start : part.end]
        end = one.closed
