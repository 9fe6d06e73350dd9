"""Where articles come from: files that were uploaded, and paths on this computer.

Uploads go onto the disk under safe names, into the library, and off the disk again.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Protocol

from corpus import IngestReport, OnRecordError, Refused
from ui import words_articles
from ui.jobs import AddJob, TakesArticles

FILE_TYPES = ("txt", "html", "htm", "jsonl")
"""The kinds that the file chooser offers; whatever comes is checked again by the loaders."""

NAME_CHARACTERS = 80
UNSAFE = re.compile(r"[^\w.,()\[\]' -]")


class PathRefused(OnRecordError):
    """A path that can't be added; the message says why."""


class Upload(Protocol):
    """The part of Streamlit's uploaded file that is used here."""

    name: str

    def getvalue(self) -> bytes:
        """The bytes that were uploaded."""
        ...


def safe_name(name: str) -> str:
    r"""A file name without folders, control characters or anything that a file system minds.

    The suffix stays, because the kind of a file is told by it.

    >>> safe_name("../../etc/report: draft.TXT")
    'report_ draft.TXT'
    >>> safe_name("..\\..\\..")
    'file'
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    cleaned = UNSAFE.sub("_", last).strip(" .")
    stem, dot, suffix = cleaned.rpartition(".")
    kept = f"{stem[:NAME_CHARACTERS]}{dot}{suffix[:10]}" if stem else cleaned[:NAME_CHARACTERS]
    return kept.lstrip("-") or "file"


def upload_job(library: TakesArticles, files: Iterable[Upload]) -> AddJob:
    """Prepare adding uploaded files; the copies on the disk are gone when the job has ended.

    Raises:
        OSError: The copies can't be written.
    """
    folder = Path(tempfile.mkdtemp(prefix="onrecord-upload-")).resolve()
    try:
        paths = [_write(folder, place, file) for place, file in enumerate(files, start=1)]
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return AddJob(
        library,
        paths,
        afterwards=lambda report: without_folder(report, folder),
        clean_up=lambda: shutil.rmtree(folder, ignore_errors=True),
    )


def local_path(written: str) -> Path:
    """The file or folder on this computer that a visitor has named; links are followed.

    Raises:
        PathRefused: It isn't there, may not be read, or is neither; the message is one line.
    """
    text = written.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]  # as file managers copy a path
    try:
        path = Path(text).expanduser()
        if not path.is_absolute():
            raise PathRefused(words_articles.NO_FULL_PATH if text else words_articles.NO_PATH)
        found = path.resolve(strict=True)
        is_plain = found.is_dir() or found.is_file()
    except PermissionError as error:
        raise PathRefused(words_articles.CLOSED_PATH) from error
    except FileNotFoundError as error:
        raise PathRefused(words_articles.NO_SUCH_PATH) from error
    except (OSError, ValueError, RuntimeError) as error:  # too long, a null byte, a loop of links
        raise PathRefused(words_articles.UNREADABLE_PATH) from error
    if not is_plain:  # a device or a pipe would be read for ever
        raise PathRefused(words_articles.NO_PLAIN_PATH)
    if not os.access(found, os.R_OK):
        raise PathRefused(words_articles.CLOSED_PATH)
    return found


def without_folder(report: IngestReport, folder: Path) -> IngestReport:
    """The report with the names that the visitor knows instead of the paths on the disk."""
    inner = re.compile(re.escape(f"{folder}/") + r"\d+/")
    refused = [
        Refused(inner.sub("", item.source), inner.sub("", item.reason)) for item in report.refused
    ]
    return replace(report, refused=refused)


def _write(folder: Path, place: int, file: Upload) -> Path:
    """Write one file into a folder of its own, so that equal names don't meet."""
    path = folder / str(place) / safe_name(file.name)
    path.parent.mkdir(mode=0o700)
    path.write_bytes(file.getvalue())
    return path
