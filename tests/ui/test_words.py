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
    return flat + made + [words.step(stage, 3, 12_000) for stage in ("reading", "indexing", "*")]


@pytest.mark.parametrize("label", labels())
def test_a_label_is_shown_as_it_is_written(label: str) -> None:
    assert not MARKDOWN.search(label)


@pytest.mark.parametrize(
    ("confidence", "percent"), [(0.0, 1), (0.004, 1), (0.5, 50), (0.834, 83), (1.0, 99)]
)
def test_a_chance_is_never_said_to_be_certain(confidence: float, percent: int) -> None:
    assert words.chance(confidence, several=False).endswith(f"right: {percent} in 100")


def test_progress_without_a_total_says_how_much_so_far() -> None:
    assert words.step("reading", 1200, None) == "Reading: 1,200 so far"
