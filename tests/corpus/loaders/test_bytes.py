"""corpus.loaders.bytes: bytes become text by what they state, or are refused with the reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpus.errors import SourceError
from corpus.loaders.bytes import decode_text, location_of, read_source, source_name

PAGE = Path("a page.txt")


def refusal(raw: bytes, declared: str | None = None) -> str:
    """Why bytes are no text."""
    with pytest.raises(SourceError) as caught:
        decode_text(raw, PAGE, declared=declared)
    return caught.value.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_utf_8_and_marked_encodings_are_read(encoding: str) -> None:
    assert decode_text("Perú “sí”".encode(encoding), PAGE) == "Perú “sí”"


def test_a_declared_encoding_counts_for_what_is_not_utf_8() -> None:
    assert decode_text("Perú “sí”".encode("cp1252"), PAGE, declared="ISO-8859-1") == "Perú “sí”"
    assert decode_text("Perú".encode(), PAGE, declared="windows-1252") == "Perú"


@pytest.mark.parametrize("declared", [None, "rot13", "utf-7", "no-such", "unicode_escape", "utf-8"])
def test_what_is_not_utf_8_is_refused_with_the_place_and_the_command(declared: str | None) -> None:
    reason = refusal("El niño comió en Perú.".encode("cp1252"), declared)

    assert reason.startswith("byte 5 (0xf1) is not UTF-8")
    assert "iconv -f WINDOWS-1252 -t UTF-8 'a page.txt' > 'a page.utf-8.txt'" in reason
    assert "\n" not in reason


@pytest.mark.parametrize(
    ("raw", "position"),
    [(b"ab\x00cd", 2), (b"\x7fELF\x00\xff", 4), ("Perú".encode("utf-16-le"), 1)],
)
def test_a_nul_means_a_binary_file(raw: bytes, position: int) -> None:
    assert f"position {position} holds a NUL" in refusal(raw)


def test_a_broken_marked_file_is_refused() -> None:
    assert "is not UTF-8" in refusal(b"\xff\xfea")


def test_a_large_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(1_000_001)

    with pytest.raises(SourceError, match=r"1\.0 MB and at most 1 MB"):
        read_source(path, 1)


def test_a_file_as_large_as_allowed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "full.txt"
    path.write_bytes(b"a" * 1_000_000)

    assert len(read_source(path, 1)) == 1_000_000


def test_each_unreadable_thing_has_its_own_reason(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    expected = {
        "empty.txt": "the file is empty",
        "gone.txt": "the file is gone",
        "loop.txt": "leads back to itself",
        "pipe.txt": "a device, pipe or socket",
        "": "this is a folder",
    }
    for name, reason in expected.items():
        with pytest.raises(SourceError, match=reason):
            read_source(tmp_path / name, 1)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_bytes(b"a")
    path.chmod(0)

    with pytest.raises(SourceError, match="you may not read this file"):
        read_source(path, 1)


def test_an_error_of_the_system_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "closed.txt"
    path.write_bytes(b"a")
    monkeypatch.setattr(os, "open", deny)

    with pytest.raises(SourceError, match="you may not read this file"):
        read_source(path, 1)


def test_names_are_one_line_of_valid_unicode() -> None:
    assert source_name(Path(os.fsdecode(b"a\xff\n.txt"))) == "a\\xff\\n.txt"


def test_the_location_is_the_absolute_path(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")

    assert location_of(tmp_path / "b.txt") == str((tmp_path / "a.txt").resolve())
