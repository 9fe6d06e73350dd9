"""corpus.loaders.text: a file of plain text becomes one article."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.config import CorpusSettings
from corpus.loaders.text import TextLoader
from corpus.model import Incoming, Refused

PROSE = "Police searched 34 houses in the port of Callao before dawn on June 20, newspapers wrote."


def load(path: Path, raw: bytes) -> Incoming | Refused:
    """What comes of a file with these bytes."""
    path.write_bytes(raw)
    (found,) = TextLoader().load(path, CorpusSettings())
    return found


def test_title_and_text_are_told_apart(tmp_path: Path) -> None:
    path, raw = tmp_path / "a.txt", f"Raids in Callao\r\n\r\n{PROSE}\r\n".encode()
    found = load(path, raw)

    assert isinstance(found, Incoming)
    assert (found.metadata.title, found.text) == ("Raids in Callao", PROSE)
    assert (found.source, found.location) == (str(path), str(path.resolve()))
    assert (found.original, found.cleaner, found.given_id) == (raw, "onrecord-text/1", None)


def test_the_marks_of_headings_in_markdown_are_read(tmp_path: Path) -> None:
    found = load(tmp_path / "a.md", f"# Raids in Callao\n\n{PROSE}\n\n## After\n\n{PROSE}".encode())

    assert isinstance(found, Incoming)
    assert (found.metadata.title, found.text) == ("Raids in Callao", f"{PROSE}\n\nAfter\n\n{PROSE}")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t\xc2\xa0\n", "only blank space"),
        (b"DONATE\n\nShare this article\n", "nothing but headlines and page furniture"),
        (b"a\x00b", "a binary file"),
        (b"Per\xfa", "byte 3 (0xfa) is not UTF-8"),
    ],
)
def test_what_is_no_article_is_refused(tmp_path: Path, raw: bytes, reason: str) -> None:
    found = load(tmp_path / "a.txt", raw)

    assert isinstance(found, Refused)
    assert reason in found.reason
    assert "\n" not in found.reason


def test_a_file_that_has_vanished_is_refused(tmp_path: Path) -> None:
    (found,) = TextLoader().load(tmp_path / "gone.txt", CorpusSettings())

    assert found == Refused(
        str(tmp_path / "gone.txt"), "the file is gone or never was there; check the path"
    )
