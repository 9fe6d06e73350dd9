"""ui.words_articles: labels that Markdown leaves alone, and numbers in words."""

from __future__ import annotations

import re

import pytest

from ui import words_articles as words

MARKDOWN = re.compile(r"[*_`$\[\]<>\\~#|]|:\w+:|^\s*(\d+\.|[-+])\s")


def labels() -> list[str]:
    """Every label of a widget."""
    named = [name for name, kind in words.__annotations__.items() if "Label" in str(kind)]
    made = [words.progress(stage, 3, 12_000) for stage in ("reading", "indexing", "*")]
    return [getattr(words, name) for name in named] + made


@pytest.mark.parametrize("label", labels())
def test_a_label_is_shown_as_it_is_written(label: str) -> None:
    assert not MARKDOWN.search(label)


@pytest.mark.parametrize(
    ("seconds", "line"),
    [(0, "5 seconds"), (12, "10 seconds"), (58, "1 minute"), (600, "10 minutes"),
     (9000, "2.5 hours")],
)  # fmt: skip
def test_a_time_to_wait_is_as_exact_as_it_can_be(seconds: float, line: str) -> None:
    assert words.duration(seconds) == f"about {line}"


def test_the_rate_is_told_with_the_time_left_where_that_is_known() -> None:
    line = words.pace("indexing", 1234.4, 20)

    assert line == "1,234 passages a second, about 20 seconds left"
    assert words.pace("reading", 1.04, None) == "1.0 article a second"


def test_duplicates_are_named_only_where_there_are_any() -> None:
    assert words.total(16, 16) == "16 articles"
    assert words.total(1200, 1100) == "1,200 articles, 1,100 of them independent"


def test_a_report_in_one_line_names_what_happened() -> None:
    counts = (("added", 12), ("updated", 0), ("unchanged", 0), ("refused", 1))

    assert words.added_line(counts) == "12 added, 1 refused"
    assert words.added_line(()) == words.NOTHING_CAME


@pytest.mark.parametrize(
    ("numbers", "line"),
    [
        ((1, 25, 60, 60), "1 to 25 of 60 articles"),
        ((26, 40, 40, 100_000), "26 to 40 of 40 articles, out of 100,000"),
        ((1, 1, 1, 60), "1 article, out of 60"),
        ((1, 0, 0, 60), "No article matches."),
    ],
)
def test_the_line_above_the_list(numbers: tuple[int, int, int, int], line: str) -> None:
    assert words.shown_of(*numbers) == line


def test_progress_without_a_total_says_how_much_so_far() -> None:
    assert words.progress("reading", 1200, None) == "Reading: 1,200 so far"
    assert words.progress("looking", 0, None) == "Looking everything over …"
