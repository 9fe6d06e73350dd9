"""Compare libraries that extract articles on the pages of this folder.

    pip install newspaper4k resiliparse     # neither is needed by the project
    python tests/specimens/compare.py       # prints the table of README.md

A library that is not installed is left out. Text is counted in words: of the passages that
``must_contain`` lists, the share that came through whole; of ``must_not_contain``, how many words
did. Of the six fields of metadata those that a page leaves unknown count too: a value that was made
up is wrong.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
FIELDS = ("title", "authors", "published", "section", "publisher", "language")

Expected = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a library made of a page. ``fields`` has those it offers."""

    text: str
    fields: dict[str, Any]


def read_with_trafilatura(_page: Path, markup: str) -> Reading:
    """Trafilatura alone, for precision, its dates without guessing."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        markup,
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None:
        return Reading("", {})
    authors = found.author.split("; ") if found.author else []
    section = (found.categories or [None])[0]
    named = {"title": found.title, "authors": authors, "published": found.date, "section": section}
    return Reading(
        found.text or "", named | {"publisher": found.sitename, "language": found.language}
    )


def read_with_newspaper(_page: Path, markup: str) -> Reading:
    """newspaper4k, with what it reads of the page and nothing of the network."""
    from newspaper import Article

    article = Article(url="https://page.example/article", fetch_images=False)
    article.download(input_html=markup)
    article.parse()
    named = {
        "title": article.title,
        "authors": article.authors,
        "publisher": article.meta_site_name,
    }
    day = article.publish_date.date().isoformat() if article.publish_date else None
    return Reading(
        article.text, named | {"published": day, "section": None, "language": article.meta_lang}
    )


def read_with_resiliparse(_page: Path, markup: str) -> Reading:
    """resiliparse, which offers text and title."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    text = extract_plain_text(markup, main_content=True, preserve_formatting=False, comments=False)
    return Reading(text, {"title": HTMLTree.parse(markup).title})


def read_with_onrecord(page: Path, _markup: str) -> Reading:
    """The project's loader: trafilatura's text, cleaned further, and metadata of its own."""
    sys.path.insert(0, str(FOLDER.parents[1]))
    from corpus.config import CorpusSettings
    from corpus.loaders.html import HtmlLoader
    from corpus.model import Incoming

    found = next(iter(HtmlLoader().load(page, CorpusSettings())))
    if not isinstance(found, Incoming):
        return Reading("", {})
    values = {name: getattr(found.metadata, name) for name in FIELDS}
    return Reading(found.text, values | {"authors": list(found.metadata.authors)})


READERS: dict[str, Callable[[Path, str], Reading]] = {
    "trafilatura": read_with_trafilatura,
    "newspaper4k": read_with_newspaper,
    "resiliparse": read_with_resiliparse,
    "OnRecord (trafilatura and `corpus`)": read_with_onrecord,
}


def main() -> None:
    """Print one row a library."""
    logging.disable(logging.CRITICAL)
    pages = [page for page in sorted(FOLDER.glob("*.html")) if "refused" not in expected_of(page)]
    fields = f"metadata right, of {len(pages) * len(FIELDS)}"
    say(f"| library | words kept | furniture words left | {fields} | made up |")
    say("|---|---|---|---|---|")
    for name, read in READERS.items():
        try:
            readings = [(read(page, markup_of(page)), expected_of(page)) for page in pages]
        except ImportError as error:
            say(f"({name} is left out: {error})")
            continue
        say(f"| {name} | {' | '.join(measure(readings))} |")


def say(line: str) -> None:
    """Write a line to standard output."""
    sys.stdout.write(line + "\n")


def measure(readings: list[tuple[Reading, Expected]]) -> list[str]:
    """The cells of a row."""
    wanted = sum(words(expected["must_contain"]) for _, expected in readings)
    kept, left = (
        sum(
            words(p for p in expected[which] if p in flat(reading))
            for reading, expected in readings
        )
        for which in ("must_contain", "must_not_contain")
    )
    told = [
        (reading.fields.get(field) or None, expected[field] or None)
        for reading, expected in readings
        for field in FIELDS
    ]
    right = sum(found == true for found, true in told)
    made_up = sum(found is not None and true is None for found, true in told)
    return [f"{kept} of {wanted}", str(left), str(right), str(made_up)]


def words(passages: Iterable[str]) -> int:
    """How many words there are in all."""
    return sum(len(passage.split()) for passage in passages)


def flat(reading: Reading) -> str:
    """A text with single spaces."""
    return " ".join(reading.text.split())


def markup_of(page: Path) -> str:
    """A page's text; every library gets the right encoding."""
    return page.read_text(encoding="windows-1252" if page.stem == "windows_1252" else "utf-8")


def expected_of(page: Path) -> Expected:
    """What a person read on the page."""
    expected: Expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    return expected


if __name__ == "__main__":
    main()
