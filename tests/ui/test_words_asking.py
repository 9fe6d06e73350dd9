"""ui.words_asking: labels hold nothing that Streamlit's Markdown would change."""

from __future__ import annotations

import re

import pytest

from ui import words_asking as said

MARKDOWN = re.compile(r"[*_`$\[\]<>\\~#|]|:\w+:|^\s*(\d+\.|[-+])\s")
LABELS = [
    getattr(said, name) for name, kind in said.__annotations__.items() if "Label" in str(kind)
]


@pytest.mark.parametrize("label", [*LABELS, said.wrong_source(12)])
def test_a_label_is_shown_as_it_is_written(label: str) -> None:
    assert not MARKDOWN.search(label)


@pytest.mark.parametrize(
    ("code", "name"), [("es", "Spanish"), ("pt-BR", "Portuguese"), ("EN", "English"), ("xx", "xx")]
)
def test_a_language_is_called_by_its_name(code: str, name: str) -> None:
    assert said.language(code) == name


def test_the_bars_are_said_without_the_gaps() -> None:
    spoken = said.histogram([("2016", 2), ("2017", 0), ("2018", 1)])

    assert spoken == "Articles by date. 2016: 2 articles, 2018: 1 article"


def test_what_a_range_leaves_out_is_counted() -> None:
    assert said.undated(1).endswith("1 article without a date is left out.")
    assert said.undated(1200).endswith("1,200 articles without a date are left out.")
