"""index.files: whole or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.files import replace_file, sha256_of_file


def test_the_new_file_takes_the_old_one_s_place(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    replace_file(path, lambda fresh: fresh.write_text("new") and None)

    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_when_writing_fails_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")

    def fail_half_way(fresh: Path) -> None:
        fresh.write_text("ne")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        replace_file(path, fail_half_way)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_digest_is_the_one_of_sha256(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"abc")

    # FIPS 180-2, appendix B.1
    assert sha256_of_file(tmp_path / "file") == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
