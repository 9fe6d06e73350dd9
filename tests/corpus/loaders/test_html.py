"""corpus.loaders.html: a saved page becomes one article."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from corpus.config import CorpusSettings
from corpus.loaders.html import HtmlLoader
from corpus.model import Incoming, Refused

SENTENCES = (
    "Police searched 34 houses in the port of Callao before dawn on June 20, newspapers wrote.",
    "Investigators say that the group moved drugs through the port for traffickers abroad.",
    "Similar groups had worked in the port before, and the leader of one was captured in 2016.",
)
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def load(path: Path, page: str | bytes) -> Incoming | Refused:
    """What comes of a file with this page."""
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    (found,) = HtmlLoader().load(path, CorpusSettings())
    return found


def article(path: Path, page: str | bytes) -> Incoming:
    """The article in a page that has one."""
    found = load(path, page)
    assert isinstance(found, Incoming)
    return found


def test_a_page_gives_its_paragraphs_and_what_it_came_from(tmp_path: Path) -> None:
    path, page = (
        tmp_path / "a.html",
        f"<html><body><article><h1>Raids</h1>{PARAGRAPHS}</article></body></html>",
    )
    found = article(path, page)

    assert found.text == "\n\n".join(SENTENCES)
    assert (found.source, found.location) == (str(path), str(path.resolve()))
    assert (found.original, found.given_id) == (page.encode(), None)
    assert found.cleaner == f"trafilatura/{version('trafilatura')}+onrecord/1"


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="windows-1252">',
        '<meta http-equiv="Content-Type" content="text/html; charset=latin1">',
    ],
)
def test_the_declared_encoding_is_used(tmp_path: Path, declaration: str) -> None:
    page = f"<html><head>{declaration}</head><body><p>“Año” en Perú.</p>{PARAGRAPHS}</body></html>"

    assert "“Año” en Perú." in article(tmp_path / "a.html", page.encode("cp1252")).text


def test_an_xml_declaration_does_no_harm(tmp_path: Path) -> None:
    page = (
        f'<?xml version="1.0" encoding="utf-8"?><html><body><p>Año.</p>{PARAGRAPHS}</body></html>'
    )

    assert "Año." in article(tmp_path / "a.xhtml", page).text


def test_bytes_in_no_stated_encoding_are_refused(tmp_path: Path) -> None:
    found = load(tmp_path / "a.html", f"<html><body><p>Año</p>{PARAGRAPHS}".encode("cp1252"))

    assert isinstance(found, Refused)
    assert "byte 16 (0xf1) is not UTF-8" in found.reason


@pytest.mark.parametrize("opening", ["<table><tr><td>", "<ul><li>"])
def test_paragraphs_in_tables_and_lists_stay_apart(tmp_path: Path, opening: str) -> None:
    page = f"<html><body><h1>Raids</h1>{opening}<h2>First arrests</h2>{PARAGRAPHS}</body></html>"

    assert article(tmp_path / "a.html", page).text.endswith("\n\n".join(SENTENCES))


def test_the_language_of_the_text_counts_before_the_declared_one(tmp_path: Path) -> None:
    found = article(tmp_path / "a.html", f'<html lang="es"><body>{PARAGRAPHS}</body></html>')

    assert found.metadata.language == "en"
    assert found.provenance["language"] == "detected from the text; the page declares 'es'"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "<html></html>",
        "just a few words",
        "<!-- -->",
        "<" * 5000,
        "<div>" * 20_000,
        "<html><head><title>A title of some words</title></head></html>",
    ],
)
def test_a_page_without_an_article_is_refused(tmp_path: Path, page: str) -> None:
    found = load(tmp_path / "a.html", page)

    assert isinstance(found, Refused)
    assert "\n" not in found.reason
