"""ui.words_reading, words_checking and words_about: labels hold nothing that Markdown changes."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from ui import words_about, words_checking, words_reading

MARKDOWN = re.compile(r"[*_`$\[\]<>\\~#|]|:\w+:|^\s*(\d+\.|[-+])\s")


def labels(module: ModuleType) -> list[str]:
    """Every label of a widget that a module has."""
    values = [
        getattr(module, name) for name, kind in module.__annotations__.items() if "Label" in kind
    ]
    return [
        text
        for value in values
        for text in (value.values() if isinstance(value, dict) else [value])
    ]


MADE = [
    words_reading.open_revision(2),
    words_checking.open_number(3),
    words_checking.delete_number(3),
]


@pytest.mark.parametrize(
    "label",
    [*labels(words_about), *labels(words_checking), *labels(words_reading), *MADE],
)
def test_a_label_is_shown_as_it_is_written(label: str) -> None:
    assert not MARKDOWN.search(label)


def test_one_place_is_no_places() -> None:
    assert words_reading.place_of(1) == "# of 1 place"
    assert words_reading.place_of(1200) == "# of 1,200 places"


def test_an_article_with_one_revision_is_said_to_have_one() -> None:
    assert "has one revision," in words_reading.no_such_revision(1)
    assert "revisions 1 to 3," in words_reading.no_such_revision(3)
