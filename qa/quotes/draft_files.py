"""From a file's bytes to a draft, or a ``DraftUnreadable`` that says why not."""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path, PurePath

from qa.errors import DraftUnreadable
from qa.quotes.draft_docx import docx_draft
from qa.quotes.draft_html import html_draft
from qa.quotes.draft_model import Draft
from qa.quotes.draft_text import markdown_draft, text_draft

MOST_BYTES = 20_000_000
"""No draft is longer; a book has one million."""

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FORMATS = (
    (b"%PDF", "it is a PDF"),
    (b"{\\rtf", "it is an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is an old Word document"),
)
_ARCHIVE = b"PK\x03\x04"
_HTML_SUFFIXES = (".html", ".htm", ".xhtml")
_MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html)\b",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip
_DECLARATION = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})",
                          re.IGNORECASE)  # fmt: skip
_DECLARABLE = re.compile(r"(?:windows-?|cp)125\d|iso-?8859-?\d{1,2}|latin-?\d|us-ascii",
                         re.IGNORECASE)  # fmt: skip
_SAVE_AS = "Save it as DOCX, HTML, Markdown or UTF-8 text"


def read_file(path: Path) -> bytes:
    """The bytes of a draft.

    Raises:
        DraftUnreadable: It is no file, can't be read, is empty or too large.
    """
    name = path_for_people(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            what = "it is a folder" if stat.S_ISDIR(status.st_mode) else "it is no regular file"
            raise DraftUnreadable(name, what, "Name one file, with the draft in it")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise DraftUnreadable(name, "there is no such file", "Check the path") from None
    except (OSError, ValueError) as error:
        detail = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
        raise DraftUnreadable(name, str(detail), "Check the path and its permissions") from None
    return raw


def draft_from_bytes(raw: bytes, name: str) -> Draft:
    """The draft in a file's content; its format is told by the content, then by the name.

    Raises:
        DraftUnreadable: It has no text that could be read, or more than 20 MB.
    """
    if len(raw) > MOST_BYTES:
        raise DraftUnreadable(
            name,
            f"it has more than {MOST_BYTES // 1_000_000} MB",
            "Split it, or leave out pictures",
        )
    _require_known_format(raw, name)
    if raw.startswith(_ARCHIVE):
        draft = _unless_broken(name, lambda: docx_draft(raw, name))
    else:
        text = _decoded(raw, name)
        draft = _unless_broken(name, lambda: text_as(kind_of(text, name), text, name))
    if not draft.paragraphs:
        raise DraftUnreadable(name, "there is no word in it", "Check that it is the right file")
    return draft


def _require_known_format(raw: bytes, name: str) -> None:
    for start, what in _OTHER_FORMATS:
        if raw.startswith(start):
            raise DraftUnreadable(name, f"{what}, which is not read as a draft", _SAVE_AS)
    if raw.startswith(_ARCHIVE) and b"opendocument" in raw[:200]:
        raise DraftUnreadable(name, "it is an OpenDocument file, not read as a draft", _SAVE_AS)
    if PurePath(name).suffix.lower() == ".docx" and not raw.startswith(_ARCHIVE):
        raise DraftUnreadable(name, "it is damaged, or no Word document", "Save it again in Word")


def _unless_broken(name: str, read: Callable[[], Draft]) -> Draft:
    try:
        return read()
    except ValueError as error:
        raise DraftUnreadable(name, str(error), f"{_SAVE_AS} again") from None


def _decoded(raw: bytes, name: str) -> str:
    """The text, by its byte order mark, as UTF-8, or as its own ``meta`` element says.

    An encoding is never guessed, as a wrong guess changes quoted words.
    """
    encoding = next((named for mark, named in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        found = None if b"\x00" in raw else _decoded_as_declared(raw)
        if found is None:
            raise DraftUnreadable(name, *_undecodable(raw, error.start)) from None
        text = found
    if "\x00" in text:
        raise DraftUnreadable(name, "it holds a NUL, so it is no text", _SAVE_AS)
    return text


def _decoded_as_declared(raw: bytes) -> str | None:
    """By the encoding that a page names; latin-1 means windows-1252, as in browsers."""
    match = _DECLARATION.search(raw, 0, 4096)
    named = match[1].decode("ascii", "ignore") if match else ""
    if not _DECLARABLE.fullmatch(named):
        return None
    is_latin = re.fullmatch(r"iso-?8859-?1|latin-?1|us-ascii", named, re.IGNORECASE)
    try:
        return raw.decode("cp1252" if is_latin else named)
    except (LookupError, UnicodeDecodeError):
        return None


def _undecodable(raw: bytes, bad: int) -> tuple[str, str]:
    """Why the bytes can't be read, and the encoding that they most likely are in."""
    if b"\x00" in raw:
        return "it is a binary file", _SAVE_AS
    from charset_normalizer import from_bytes

    matches = from_bytes(raw[max(bad - 10_000, 0) : bad + 10_000])
    best = matches.best()
    detail = f"byte {bad} (0x{raw[bad]:02x}) is not UTF-8"
    if best is None:
        return detail, "Save it as UTF-8"
    # Western text often fits several encodings alike; then the commonest on the web is meant.
    fitting = {named for match in matches for named in match.could_be_from_charset}
    guess = "windows-1252" if "cp1252" in fitting else best.encoding.replace("_", "-")
    return f"{detail}; perhaps it is {guess}, but a guess could change a word", "Save it as UTF-8"


def kind_of(text: str, name: str) -> str:
    """``html``, ``markdown`` or ``text``."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _HTML_SUFFIXES or _PAGE.match(text[:10_000]):
        return "html"
    return "markdown" if suffix in _MARKDOWN_SUFFIXES else "text"


def text_as(kind: str, text: str, name: str) -> Draft:
    """A text as a draft of one of the kinds.

    Raises:
        ValueError: The markup can't be taken apart, or there is no such kind.
    """
    readers = {"text": text_draft, "markdown": markdown_draft, "html": html_draft}
    if kind not in readers:
        raise ValueError(f"a draft of kind {kind!r}, but the kinds are {sorted(readers)}")
    return readers[kind](text, name)


def path_for_people(path: Path) -> str:
    """A path as one line of valid Unicode, whatever it is named."""
    name = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in name)
