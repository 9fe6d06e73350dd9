"""corpus.sources: what a user names, walked to files; everything else refused with a reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus import Refused
from corpus.sources import find_files


def names(sources: list[str | Path]) -> list[str]:
    return [found.name for found in find_files(sources) if isinstance(found, Path)]


def refusal(source: str | Path) -> str:
    (found,) = find_files([source])
    assert isinstance(found, Refused)
    return found.reason


def test_a_folder_is_walked_by_name_and_hidden_files_are_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", ".hidden.txt", "sub/c.jsonl", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")

    assert names([tmp_path]) == ["a.html", "b.txt", "c.jsonl"]


def test_sources_keep_their_order_and_endings_may_be_in_capitals(tmp_path: Path) -> None:
    for name in ("z.TXT", "a.Htm"):
        (tmp_path / name).write_text("x")

    assert names([tmp_path / "z.TXT", tmp_path / "a.Htm"]) == ["z.TXT", "a.Htm"]


def test_a_cycle_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("x")
    (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "again").symlink_to(tmp_path / "sub", target_is_directory=True)

    assert names([tmp_path]) == ["a.txt"]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("https://example.org/a", "web"),
        ("www.example.org/a", "web"),
        ("no-such-file.txt", "no such file"),
        ("null\x00byte.txt", "can't be a path|no such file"),
        ("x" * 5000 + ".txt", "can't be a path|no such file"),
    ],
)
def test_what_is_no_file_is_refused(source: str, reason: str) -> None:
    assert re.search(reason, refusal(source))


@pytest.mark.parametrize(
    ("name", "reason"),
    [("a.pdf", "PDF files"), ("a.docx", "Word files"), ("a.exe", "'.exe' files"), ("a", "ending")],
)
def test_other_kinds_of_files_are_refused_by_name(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / name).write_text("x")

    assert reason in refusal(tmp_path / name)


def test_a_link_to_nowhere_is_left_to_the_loader_that_reads_its_kind(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")

    assert names([tmp_path]) == ["gone.txt"]
