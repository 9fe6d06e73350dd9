"""ui.spans: paragraphs and overlaps."""

from __future__ import annotations

import pytest

from corpus import Span
from ui.spans import overlap, paragraphs


def test_paragraphs_leave_out_blank_lines_and_keep_single_line_feeds() -> None:
    text = "\n\nOne\nstill one.\n \t\n\nTwo.\n"

    found = [text[p.start : p.end] for p in paragraphs(text, Span(0, len(text)))]

    assert found == ["One\nstill one.", "Two.\n"]


def test_paragraphs_of_a_part_stay_inside_it() -> None:
    assert list(paragraphs("One.\n\nTwo.", Span(2, 8))) == [Span(2, 4), Span(6, 8)]


@pytest.mark.parametrize(
    ("other", "expected"),
    [(Span(3, 9), Span(3, 5)), (Span(5, 9), None), (None, None), (Span(1, 2), Span(1, 2))],
)
def test_an_overlap_is_what_both_cover(other: Span | None, expected: Span | None) -> None:
    assert overlap(Span(0, 5), other) == expected
