"""ui.words: labels hold nothing that Streamlit's Markdown would change."""

from __future__ import annotations

import re

import pytest

from ui import words

MARKDOWN = re.compile(r"[*_`$\[\]<>\\~#|]|:\w+:|^\s*(\d+\.|[-+])\s")


def labels() -> list[str]:
    """Every label of a widget."""
    named = [name for name, kind in words.__annotations__.items() if "Label" in str(kind)]
    values = [getattr(words, name) for name in named]
    flat = [text for value in values for text in ([value] if isinstance(value, str) else value)]
    made = [words.open_article(12), words.open_article(3, nearest=True)]
    made += [words.open_nearest(2), words.open_quotation(12)]
    return flat + made


@pytest.mark.parametrize("label", labels())
def test_a_label_is_shown_as_it_is_written(label: str) -> None:
    assert not MARKDOWN.search(label)


@pytest.mark.parametrize(
    ("confidence", "percent"), [(0.0, 1), (0.004, 1), (0.5, 50), (0.834, 83), (1.0, 99)]
)
def test_a_chance_is_never_said_to_be_certain(confidence: float, percent: int) -> None:
    assert words.chance(confidence, several=False).endswith(f"right: {percent} in 100")


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (0, 0, "no; the statement is complete"),
        (1, 0, "left out of the sentence: 1 word before"),
        (2, 3, "left out of the sentence: 2 words before and 3 words after"),
    ],
)
def test_cropping_is_counted_on_both_sides(before: int, after: int, line: str) -> None:
    assert words.cropped(before, after) == line


@pytest.mark.parametrize(
    ("total", "flagged", "line"),
    [
        (1, 0, "1 quotation, nothing to look at"),
        (3, 2, "3 quotations, 2 to look at"),
        (1200, 1, "1,200 quotations, 1 to look at"),
    ],
)
def test_the_count_line_of_a_draft(total: int, flagged: int, line: str) -> None:
    assert words.quotations_found(total, flagged) == line


def test_a_long_list_is_cut_and_says_so() -> None:
    assert words.listed(["a", "b", "c"], at_most=2) == "a, b, and 1 more"
    assert words.listed(["a", "b"], at_most=2) == "a, b"
