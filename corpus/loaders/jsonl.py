"""JSON lines: one article a line, its text kept code point for code point."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from corpus.config import CorpusSettings
from corpus.dates import read_iso_date
from corpus.errors import SourceError
from corpus.language import detect_language
from corpus.loaders.bytes import MEGABYTE, mark_of, open_source, source_name
from corpus.loaders.line import Line, kind_of
from corpus.metadata import DETECTED, shorten
from corpus.model import Incoming, Metadata, Refused

STATED = "stated in the JSON line"

_BLANK = b" \t\r\n"


class JsonLinesLoader:
    """Reads ``.jsonl`` and ``.ndjson`` files; DESIGN.md, section 6, has the keys of a line."""

    name: str = "jsonl"
    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")

    def load(self, path: Path, settings: CorpusSettings) -> Iterator[Incoming | Refused]:
        """Read one file, a line at a time; see ``base.Loader.load``."""
        name = source_name(path)
        try:
            with open_source(path) as stream:
                is_empty = True
                for found in load_lines(stream, name, settings):
                    is_empty = False
                    yield found
            if is_empty:
                yield Refused(name, "every line of the file is blank; write one article a line")
        except SourceError as error:
            yield Refused(error.source, error.reason)


def load_lines(
    stream: BinaryIO, source_name: str, settings: CorpusSettings | None = None
) -> Iterator[Incoming | Refused]:
    """Read articles from a stream of JSON lines, each as soon as its line is there.

    Args:
        stream: UTF-8, with or without a byte order mark. It is not closed.
        source_name: What to call it; line 3 becomes the source ``source_name:3``.
        settings: The limit on the size of a line; the default where ``None``.

    Yields:
        An article or a refusal for each line that is not blank. No more of a line is held in
        memory than the limit.
    """
    megabytes = (settings or CorpusSettings()).max_source_megabytes
    for number, raw in enumerate(_read_lines(stream, megabytes * MEGABYTE), start=1):
        source = f"{source_name}:{number}"
        mark = mark_of(raw) if number == 1 and raw else None
        if mark in ("utf-16", "utf-32"):
            how = f"convert the file with `iconv -f {mark.upper()} -t UTF-8`"
            yield Refused(source_name, f"this is {mark.upper()}, and JSON lines are UTF-8; {how}")
            return
        if raw is None:
            why = f"the line has more than {megabytes} MB, and no article is so long"
            yield Refused(source, f"{why}; split it, or raise max_source_megabytes")
        elif line := (raw[3:] if mark else raw).strip(_BLANK):
            yield _read_line(line, source)


def _read_lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream, ``None`` in the place of one that has more bytes than the limit."""
    while raw := stream.readline(limit + 1):
        if len(raw) <= limit or raw.endswith(b"\n"):
            yield raw
            continue
        while (piece := stream.readline(MEGABYTE)) and not piece.endswith(b"\n"):
            pass
        yield None


def _read_line(raw: bytes, source: str) -> Incoming | Refused:
    """The article in a line, or why there is none."""
    try:
        return _read_article(Line(_parse(raw, source), source), raw)
    except SourceError as error:
        return Refused(error.source, error.reason)


def _parse(raw: bytes, source: str) -> dict[str, Any]:
    """The object in a line.

    Raises:
        SourceError: The line is not UTF-8, not JSON, or no object.
    """
    try:
        value = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        bad = f"byte {error.start} (0x{raw[error.start]:02x}) of the line is not UTF-8"
        raise SourceError(source, f"{bad}; save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        what = f"the line is not JSON ({error.msg} at character {error.pos})"
        raise SourceError(source, f"{what}; write one JSON object a line") from None
    except (ValueError, RecursionError):  # A number of 5,000 digits; brackets 100,000 deep.
        what = "the line is nested too deeply or has a number too long"
        raise SourceError(source, f"{what}; write it more simply") from None
    if not isinstance(value, dict):
        what = f"the line is {kind_of(value)} where an object was expected"
        raise SourceError(source, f'{what}; write {{"text": "..."}}')
    return value


def _read_article(line: Line, raw: bytes) -> Incoming:
    """The article that an object describes.

    Raises:
        SourceError: A field is missing or wrong; the reason names it.
    """
    text, given_id = line.text(), line.given_id()
    values: dict[str, Any] = {
        name: line.string(name) for name in ("title", "publisher", "licence", "section")
    }
    values |= {"authors": line.strings("authors", or_one=True), "tags": line.strings("tags")}
    notes: dict[str, str] = {}
    for name, read in _CHECKED.items():
        printed = line.string(name)
        values[name] = read(printed) if printed else None
        if printed and not values[name]:
            notes[name] = f"{name}: could not read {shorten(printed)!r}"
    provenance = {name: STATED for name, value in values.items() if value} | notes
    if not values["language"] and (detected := detect_language(text)):
        values["language"] = detected
        provenance["language"] = "; ".join(filter(None, (DETECTED, notes.get("language"))))
    return Incoming(
        text=text,
        metadata=Metadata(**values),
        source=line.source,
        original=raw,
        given_id=given_id,
        provenance=provenance,
    )


def _read_url(printed: str) -> str | None:
    """An address of the web; nothing else is ever made a link."""
    return printed if re.fullmatch(r"https?://[^\s/]\S*", printed, re.I) else None


def _read_language(printed: str) -> str | None:
    """The two letters of ISO 639-1: ``en`` of ``en-GB``."""
    match = re.fullmatch(r"([A-Za-z]{2})(?:[-_].*)?", printed)
    return match[1].lower() if match else None


_CHECKED = {"published": read_iso_date, "url": _read_url, "language": _read_language}
"""Fields whose value is kept only where it can be read; else the article is kept without it."""
