"""The specimens: pages with real furniture, each with what a person read on it beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.config import CorpusSettings
from corpus.loaders import loader_for
from corpus.model import Incoming, Refused

FOLDER = Path(__file__).resolve().parents[2] / "specimens"
PAGES = sorted(page for page in FOLDER.iterdir() if page.suffix in (".html", ".txt"))
FIELDS = ("title", "published", "section", "publisher", "language")

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def load(page: Path) -> tuple[Incoming | Refused, dict[str, Any]]:
    """What comes of a specimen, and what is expected of it."""
    loader = loader_for(page)
    assert loader is not None
    (found,) = loader.load(page, CorpusSettings())
    return found, json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))


def test_there_are_specimens() -> None:
    assert len(PAGES) >= 12


@every_page
def test_the_metadata_is_what_a_person_reads_there(page: Path) -> None:
    found, expected = load(page)
    if "refused" in expected:
        assert isinstance(found, Refused)
        assert expected["refused"] in found.reason
        return
    assert isinstance(found, Incoming)
    assert {name: getattr(found.metadata, name) for name in FIELDS} == {
        name: expected[name] for name in FIELDS
    }
    assert list(found.metadata.authors) == expected["authors"]


@every_page
def test_the_article_is_kept_and_the_furniture_is_not(page: Path) -> None:
    found, expected = load(page)
    if isinstance(found, Refused):
        return

    assert [words for words in expected["must_contain"] if words not in found.text] == []
    assert [words for words in expected["must_not_contain"] if words in found.text] == []


@every_page
def test_the_text_is_paragraphs_with_one_blank_line_between_two(page: Path) -> None:
    found, _ = load(page)
    if isinstance(found, Refused):
        return
    paragraphs = found.text.split("\n\n")

    assert all(line and line == " ".join(line.split()) for line in paragraphs)
    assert all(line.isprintable() for line in paragraphs)
