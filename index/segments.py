"""The files of a tantivy index: are they all there and whole, and can they be opened here?

A segment is six files named after it, each with a footer that holds the CRC-32 of what stands
before it: ``payload, footer as JSON, its length, 1337``, both numbers 32 bits, little-endian.

Source: tantivy's src/directory/footer.rs and src/index/segment_component.rs.
"""

from __future__ import annotations

import json
import os
import shutil
import struct
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

META = "meta.json"
_PARTS = ("idx", "pos", "term", "store", "fast", "fieldnorm")
_MAGIC = 1337


def missing_file(folder: Path) -> str | None:
    """The name of a file that the index needs and the folder lacks; ``None`` when all are there.

    Tantivy opens an index without its positions, and fails or finds less when it searches.
    """
    try:
        meta = json.loads((folder / META).read_text(encoding="utf-8"))
        segments = [segment["segment_id"].replace("-", "") for segment in meta["segments"]]
    except FileNotFoundError:
        return META
    except (ValueError, KeyError, TypeError, AttributeError):
        return None  # tantivy will say what is wrong with it
    names = (f"{segment}.{part}" for segment in segments for part in _PARTS)
    return next((name for name in names if not (folder / name).exists()), None)


def changed_files(folder: Path) -> list[str]:
    """The names of the segment files that are not what tantivy wrote."""
    return [
        path.name
        for path in sorted(folder.iterdir())
        if path.suffix in {f".{part}" for part in (*_PARTS, "del")}
        and not _is_whole(path.read_bytes())
    ]


def _is_whole(content: bytes) -> bool:
    if len(content) < 8:
        return False
    length, magic = struct.unpack("<II", content[-8:])
    payload, footer = content[: -8 - length], content[-8 - length : -8]
    if magic != _MAGIC or len(footer) != length:
        return False
    try:
        return bool(json.loads(footer)["crc"] == zlib.crc32(payload))
    except (ValueError, KeyError, TypeError):
        return False


def make_readable(folder: Path) -> None:
    """Let whoever may read the folder read every file: tantivy makes some for their owner alone."""
    mode = folder.stat().st_mode & 0o666
    for name in (META, ".managed.json"):
        path = folder / name
        if path.stat().st_mode & 0o666 != mode:
            path.chmod(mode)


@contextmanager
def openable(folder: Path) -> Iterator[Path]:
    """A folder with the same index that tantivy can open; it takes a lock even for reading.

    Where nothing can be written, that is a folder of links, needed only until the index is open.
    """
    locks = [path for path in folder.iterdir() if path.suffix == ".lock"]
    if all(os.access(path, os.W_OK) for path in (folder, *locks)):
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="onrecord-", ignore_cleanup_errors=True) as mirror:
        for path in folder.iterdir():
            if path not in locks:
                _link(path, Path(mirror) / path.name)
        yield Path(mirror)


def _link(path: Path, place: Path) -> None:
    try:
        place.symlink_to(path.absolute())
    except OSError:  # Windows lets few users make links
        shutil.copyfile(path, place)
