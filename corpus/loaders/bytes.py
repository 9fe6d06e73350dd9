"""From a path to bytes and from bytes to text, or a ``SourceError`` that says why not.

An encoding is never guessed: a wrong guess changes quoted words without anybody noticing. The guess
only goes into the message, as the command that converts the file.
"""

from __future__ import annotations

import codecs
import errno
import os
import re
import shlex
import stat
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from corpus.errors import SourceError

MEGABYTE = 1_000_000

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_DECLARABLE = re.compile(
    r"utf-?8|windows-?125\d|cp125\d|iso-?8859-?\d{1,2}|latin-?\d|(us-)?ascii|koi8-[ru]|shift[_-]jis|"
    r"euc-(jp|kr)|gbk|gb2312|gb18030|big5|macintosh|windows-874|ibm866",
    re.IGNORECASE,
)
"""The encodings that the HTML standard lets a page name; Python knows others that are no text."""

_GUESSED_FROM = 20_000
"""Bytes around the first bad one that the guess is made from; more only takes longer."""


def source_name(path: Path) -> str:
    """A path for people and for the database: one line, and always valid Unicode."""
    name = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in name)


def location_of(path: Path) -> str:
    """The identity of a file that holds one article: its absolute path."""
    return source_name(path.resolve())


@contextmanager
def open_source(path: Path) -> Generator[BinaryIO, None, None]:
    """Open a regular file for reading.

    Raises:
        SourceError: It is no regular file, or can't be opened or read. Reading it inside the
            ``with`` counts too.
    """
    name = source_name(path)
    try:
        _require_regular(name, path.stat())
        # A named pipe put in its place since would block without O_NONBLOCK.
        descriptor = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        with os.fdopen(descriptor, "rb") as stream:
            _require_regular(name, os.fstat(stream.fileno()))
            yield stream
    except (OSError, ValueError) as error:
        raise SourceError(name, _why_unreadable(error)) from None


def read_source(path: Path, max_megabytes: int) -> bytes:
    """The bytes of a file that is to become one article.

    Raises:
        SourceError: It can't be read, is empty, or is larger than allowed.
    """
    name, limit = source_name(path), max_megabytes * MEGABYTE
    with open_source(path) as stream:
        size = os.fstat(stream.fileno()).st_size
        raw = stream.read(limit + 1) if size <= limit else b""
    if size > limit or len(raw) > limit:
        raise SourceError(
            name,
            f"the file has {max(size, len(raw)) / MEGABYTE:.1f} MB and at most {max_megabytes} MB "
            "are read, since no article is so long; split it, or raise max_source_megabytes",
        )
    if not raw:
        raise SourceError(name, "the file is empty, so it holds no article; save it again")
    return raw


def decode_text(raw: bytes, path: Path, *, declared: str | None = None) -> str:
    """Decode the bytes of a file.

    Args:
        raw: UTF-8, or UTF-16 or UTF-32 with a byte order mark, or in the declared encoding.
        path: For the message and the command in it.
        declared: The encoding that the file itself names; only for bytes that are not UTF-8, as
            a page that was saved again often keeps an old declaration.

    Raises:
        SourceError: The bytes are no text in these encodings, or no text at all.
    """
    name = source_name(path)
    encoding = mark_of(raw) or "utf-8"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\x00" in raw and encoding == "utf-8":
            raise SourceError(name, _binary(raw.index(b"\x00"))) from None
        text = _decode_declared(raw, path, declared=declared, bad=error.start)
    if "\x00" in text:
        raise SourceError(name, _binary(text.index("\x00")))
    return text


def mark_of(raw: bytes) -> str | None:
    """The encoding that a byte order mark at the start names."""
    return next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)


def _decode_declared(raw: bytes, path: Path, *, declared: str | None, bad: int) -> str:
    """Decode by the encoding that a page names, as a browser does: latin-1 means windows-1252."""
    if declared and _DECLARABLE.fullmatch(declared) and not mark_of(raw):
        latin = re.fullmatch(r"iso-?8859-?1|latin-?1|(us-)?ascii", declared, re.IGNORECASE)
        try:
            return raw.decode("cp1252" if latin else declared)
        except UnicodeDecodeError as error:
            bad = error.start
        except LookupError:
            pass
    raise SourceError(source_name(path), _undecodable(raw, bad, path))


def _undecodable(raw: bytes, bad: int, path: Path) -> str:
    """Why a file can't be decoded, and the command that most likely converts it."""
    start = max(bad - _GUESSED_FROM // 2, 0)
    guess = _guess_encoding(raw[start : start + _GUESSED_FROM])
    name = source_name(path)
    converted = str(Path(name).with_suffix(".utf-8" + Path(name).suffix))
    remedy = (
        f"if it is {guess}, convert it with `iconv -f {guess} -t UTF-8 {shlex.quote(name)} > "
        f"{shlex.quote(converted)}` and add that"
        if guess
        else "save it as UTF-8"
    )
    return (
        f"byte {bad} (0x{raw[bad]:02x}) is not UTF-8, and guessing an encoding could change a "
        f"quoted word; {remedy}"
    )


def _guess_encoding(sample: bytes) -> str | None:
    """What charset-normalizer takes a sample for, by the name that iconv knows."""
    from charset_normalizer import from_bytes

    matches = from_bytes(sample)
    best = matches.best()
    if best is None:
        return None
    # Western text often fits several encodings alike; then the commonest on the web is meant.
    fitting = {name for match in matches for name in match.could_be_from_charset}
    python_name = "cp1252" if "cp1252" in fitting else best.encoding
    return re.sub(r"^CP(?=125\d$)", "WINDOWS-", python_name.upper().replace("_", "-"))


def _require_regular(name: str, status: os.stat_result) -> None:
    """Refuse what has no bytes of its own."""
    if stat.S_ISDIR(status.st_mode):
        raise SourceError(name, "this is a folder where a file was expected; add the folder itself")
    if not stat.S_ISREG(status.st_mode):
        raise SourceError(
            name,
            "this is a device, pipe or socket and no file, so reading it might never end; save its "
            "content to a file",
        )


def _why_unreadable(error: OSError | ValueError) -> str:
    """One line for an error of the operating system."""
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ENOENT, errno.ENOTDIR):
        return "the file is gone or never was there; check the path"
    if number in (errno.EACCES, errno.EPERM):
        return "you may not read this file; change its permissions (`chmod u+r`) or copy it"
    if number == errno.ELOOP:
        return "the link leads back to itself, so there is no file; check the path"
    what = os.strerror(number) if number else " ".join(str(error).split())
    return f"the file can't be read ({what}); check the path and the disk"


def _binary(position: int) -> str:
    """Why a file with a NUL in it is refused."""
    return (
        f"position {position} holds a NUL, so this is no text but a binary file (or UTF-16 without "
        "its mark); save the article as UTF-8 text"
    )
