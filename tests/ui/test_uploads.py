"""ui.uploads: safe names, a report without our paths, nothing left on the disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import IngestReport, OnRecordError, Refused
from ui import words, words_articles
from ui.jobs import AddJob
from ui.uploads import PathRefused, local_path, safe_name, upload_job


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


def finished(job: AddJob) -> AddJob:
    """Start a job and wait for its end."""
    job.start()
    job.join()
    return job


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

    finished(upload_job(shelf, [File("a.txt", b"one"), File("a.txt", b"two")]))

    assert shelf.given == {"1/a.txt": b"one", "2/a.txt": b"two"}


def test_the_report_names_files_as_the_visitor_does() -> None:
    job = finished(upload_job(Shelf(), [File("a.txt")]))
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
    job = finished(upload_job(Shelf(error), [File("a.txt")]))
    job.join()

    assert job.trouble == line


@pytest.mark.parametrize("error", [None, RuntimeError("x")])
def test_nothing_stays_on_the_disk(error: Exception | None) -> None:
    shelf = Shelf(error)

    finished(upload_job(shelf, [File("a.txt")]))

    assert shelf.paths
    assert not shelf.paths[0].parents[1].exists()


def test_a_job_that_never_starts_leaves_nothing_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    job = upload_job(Shelf(), [File("a.txt")])
    assert list(tmp_path.iterdir())

    job.abandon()

    assert not list(tmp_path.iterdir())


def test_a_path_leads_to_the_folder_or_file_itself(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")

    real = (tmp_path / "real").resolve()

    assert local_path(f"  {tmp_path / 'link'} ") == real
    assert local_path(f"'{tmp_path}/real/../real'") == real


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("", words_articles.NO_PATH),
        ("reports", words_articles.NO_FULL_PATH),
        ("-", words_articles.NO_FULL_PATH),
        ("https://example.org/a.html", words_articles.NO_FULL_PATH),
        ("/no/such/folder", words_articles.NO_SUCH_PATH),
        ("/a\x00b", words_articles.UNREADABLE_PATH),
        (f"/{'x' * 5000}", words_articles.UNREADABLE_PATH),
        ("/dev/null", words_articles.NO_PLAIN_PATH),
    ],
)
def test_a_path_that_can_t_be_added_is_one_line(written: str, line: str) -> None:
    with pytest.raises(PathRefused) as caught:
        local_path(written)

    assert str(caught.value) == line


def test_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")

    with pytest.raises(PathRefused):
        local_path(str(tmp_path / "a"))
