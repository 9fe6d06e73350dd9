"""ui.uploads: safe names, a report without our paths, nothing left on the disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import IngestReport, OnRecordError, Refused
from ui import words
from ui.uploads import add_uploads, safe_name


@dataclass
class File:
    """An uploaded file."""

    name: str
    content: bytes = b"text"

    def getvalue(self) -> bytes:
        return self.content


@dataclass
class Shelf:
    """Takes note of what it was given; refuses every file, or raises."""

    error: Exception | None = None
    given: dict[str, bytes] = field(default_factory=dict)
    paths: list[Path] = field(default_factory=list)

    def add(
        self,
        sources: Sequence[str | Path],
        *,
        progress: Callable[[str, int, int | None], None] | None = None,
        report: IngestReport | None = None,
    ) -> IngestReport:
        self.paths = [Path(source) for source in sources]
        self.given = {f"{path.parent.name}/{path.name}": path.read_bytes() for path in self.paths}
        if self.error:
            raise self.error
        assert report is not None
        report.refused += [Refused(f"{path}, line 2", f"{path} is bad") for path in self.paths]
        return report


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("report.txt", "report.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\note.html", "note.html"),
        ("..", "file"),
        ("", "file"),
        ("a\x00b\n.txt", "a_b_.txt"),
        ("<img src=x>.html", "_img src_x_.html"),
        ("-rf.txt", "rf.txt"),
        ("Peña (1).jsonl", "Peña (1).jsonl"),
        ("x" * 300 + ".txt", "x" * 80 + ".txt"),
    ],
)
def test_a_name_is_made_safe_and_keeps_its_kind(name: str, expected: str) -> None:
    assert safe_name(name) == expected


@given(st.text(st.characters(), max_size=300))
def test_no_name_leads_out_of_a_folder(name: str) -> None:
    safe = safe_name(name)

    assert safe not in {"", ".", ".."}
    assert not set(safe) & set("/\\\x00")
    assert len(safe.encode()) <= 400
    assert (Path("/f") / safe).parent == Path("/f")


def test_files_of_one_name_do_not_meet() -> None:
    shelf = Shelf()

    add_uploads(shelf, [File("a.txt", b"one"), File("a.txt", b"two")]).join()

    assert shelf.given == {"1/a.txt": b"one", "2/a.txt": b"two"}


def test_the_report_names_files_as_the_visitor_does() -> None:
    job = add_uploads(Shelf(), [File("a.txt")])
    job.join()

    assert job.outcome
    assert job.outcome.refused == [Refused("a.txt, line 2", "a.txt is bad")]


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OnRecordError("The disk is full."), "The disk is full."),
        (RuntimeError("secret detail"), words.SOMETHING_FAILED),
    ],
)
def test_an_error_becomes_one_plain_line(error: Exception, line: str) -> None:
    job = add_uploads(Shelf(error), [File("a.txt")])
    job.join()

    assert job.trouble == line


@pytest.mark.parametrize("error", [None, RuntimeError("x")])
def test_nothing_stays_on_the_disk(error: Exception | None) -> None:
    shelf = Shelf(error)

    add_uploads(shelf, [File("a.txt")]).join()

    assert shelf.paths
    assert not shelf.paths[0].parents[1].exists()
