"""``manifest.json``: what the index was built from, and how far each part of it reaches."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Self

from index.errors import IndexDamaged, IndexTooNew
from index.files import replace_file

FORMAT = 1
"""Of everything under ``index/``. A higher number on disk is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One state of the index. Written last, so that what it names is complete."""

    library_id: str
    encoder: str
    encoder_digest: str
    dim: int
    splitting: str
    """The passage settings and sentence rules of the passages inside."""
    dense_change: int = 0
    """The change counter that ``dense.faiss`` covers; vectors.db has what came later."""
    lexical_change: int = 0
    """The change counter of the articles that the lexical index covers."""
    lexical_generation: int = 1
    """The folder under ``lexical/`` that is in use; a rebuild fills another one."""
    format: int = FORMAT

    def with_changes(self, **changes: object) -> Self:
        """A copy with other values."""
        return replace(self, **changes)  # type: ignore[arg-type]


def read_manifest(folder: Path, library: Path) -> Manifest | None:
    """The manifest in an index folder; ``None`` when nothing has been built there.

    Raises:
        IndexTooNew: A newer version wrote it.
        IndexDamaged: It can't be read.
    """
    path = folder / "manifest.json"
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (ValueError, OSError) as error:
        raise IndexDamaged(str(library), f"manifest.json can't be read: {error}") from error
    found = values.get("format") if isinstance(values, dict) else None
    if isinstance(found, int) and found > FORMAT:
        raise IndexTooNew(str(library), found, FORMAT)
    try:
        manifest = Manifest(**values)
    except TypeError as error:
        raise IndexDamaged(str(library), "manifest.json lacks or adds fields") from error
    for field in fields(manifest):
        if type(getattr(manifest, field.name)).__name__ != field.type:
            raise IndexDamaged(str(library), f"manifest.json: {field.name} is no {field.type}")
    return manifest


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Put the manifest in place, whole or not at all."""
    text = json.dumps(asdict(manifest), indent=2) + "\n"
    replace_file(folder / "manifest.json", lambda path: _write(path, text))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
