"""From what a user names to files: folders walked, other kinds refused with a reason."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.loaders import loader_for
from corpus.model import Refused

STANDARD_INPUT = "-"
MANY_IN_ONE = (".jsonl", ".ndjson")
"""Endings of files that hold an article a line."""
_ADDRESS_STARTS = ("http://", "https://", "ftp://", "www.")
_LATER = {".pdf": "PDF", ".docx": "Word", ".doc": "Word", ".epub": "EPUB", ".rtf": "RTF"}


def find_files(sources: Iterable[str | Path]) -> Iterator[Path | Refused]:
    """Walk the sources in the order given; files of a folder by name.

    Links to folders are followed, each folder once, so that a cycle ends. Hidden files and
    folders inside a folder are left out.

    Yields:
        A path for each file that a loader reads, a refusal for everything else.
    """
    for source in sources:
        name = str(source)
        if name.lower().startswith(_ADDRESS_STARTS):
            yield Refused(name, "reading from the web is not part of this version; save the page "
                          "as HTML and add the file")  # fmt: skip
            continue
        yield from _of_path(Path(name).expanduser(), name)


def count_sources(sources: Iterable[str | Path]) -> int | None:
    """How many articles and refusals the sources will give, for showing the time left.

    Returns:
        ``None`` where only reading can tell: for JSON lines and standard input.
    """
    count = 0
    for source in sources:
        if str(source) == STANDARD_INPUT:
            return None
        for found in find_files([source]):
            if isinstance(found, Path) and found.suffix.lower() in MANY_IN_ONE:
                return None
            count += 1
    return count


def _of_path(path: Path, name: str) -> Iterator[Path | Refused]:
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except (OSError, ValueError) as error:  # too long a name, a null byte in it
        yield Refused(name, f"it can't be a path ({error}); name a file or folder")
        return
    if is_folder:
        yield from _of_folder(path)
    elif exists or path.is_symlink():
        yield _of_file(path)
    else:
        yield Refused(name, "there is no such file or folder; check the name")


def _of_folder(folder: Path) -> Iterator[Path | Refused]:
    seen: set[tuple[int, int]] = set()
    refusals: list[Refused] = []

    def note(error: OSError) -> None:
        refusals.append(
            Refused(str(error.filename), f"the folder can't be read ({error.strerror})")
        )

    for place, folders, files in os.walk(folder, followlinks=True, onerror=note):
        info = Path(place).stat()
        if (info.st_dev, info.st_ino) in seen:
            folders.clear()
            continue
        seen.add((info.st_dev, info.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield _of_file(Path(place) / name)
    yield from refusals


def _of_file(path: Path) -> Path | Refused:
    if loader_for(path) is not None:
        return path
    suffix = path.suffix.lower()
    if suffix in _LATER:
        return Refused(
            str(path), f"{_LATER[suffix]} files are not read by this version; save it as text"
        )
    kind = f"{suffix!r} files" if suffix else "files without an ending"
    return Refused(str(path), f"{kind} are not read; .txt, .html and .jsonl are")
