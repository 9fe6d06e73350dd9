"""The trained reader's files: where they are, and that they are the ones that belong together.

    reader.onnx      the network, in 8-bit integers
    tokenizer.json   the word pieces that it was trained with
    reader.json      its name, the window it was trained on, the digests of the two

``qa.readers.training.export`` makes all three.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from qa.errors import ReaderDamaged, ReaderMissing
from qa.readers.window import MAX_QUESTION_TOKENS, MAX_TOKENS, OVERLAP_TOKENS

MODEL = Path(__file__).with_name("model")
"""Where the reader that comes with OnRecord is."""
NETWORK, TOKENIZER, DESCRIPTION = "reader.onnx", "tokenizer.json", "reader.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderFiles:
    """A reader's description, as ``reader.json`` holds it."""

    name: str
    """Names the reader with its version, as ``minilm-reader-1``."""
    sha256: Mapping[str, str]
    """The digest of each of its other files, by file name."""
    max_tokens: int = MAX_TOKENS
    overlap_tokens: int = OVERLAP_TOKENS
    max_question_tokens: int = MAX_QUESTION_TOKENS


def checked_files(folder: Path) -> ReaderFiles:
    """Read the description, and compare the files with their digests.

    Raises:
        ReaderMissing: A file is not there, or can't be read.
        ReaderDamaged: The description makes no sense, or a file is another one.
    """
    files = _description(folder / DESCRIPTION)
    for name in (NETWORK, TOKENIZER):
        path = folder / name
        try:
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise ReaderMissing(str(path), error.strerror or str(error)) from error
        if found != files.sha256.get(name):
            raise ReaderDamaged(str(path), "its SHA-256 is not the one in reader.json")
    return files


def describe(folder: Path, name: str) -> ReaderFiles:
    """Write ``reader.json`` for the files of a folder."""
    digests = {
        file: hashlib.sha256((folder / file).read_bytes()).hexdigest()
        for file in (NETWORK, TOKENIZER)
    }
    files = ReaderFiles(name=name, sha256=digests)
    text = json.dumps(asdict(files), indent=2) + "\n"
    (folder / DESCRIPTION).write_text(text, encoding="utf-8")
    return files


def _description(path: Path) -> ReaderFiles:
    try:
        found: dict[str, Any] = json.loads(path.read_bytes())
        files = ReaderFiles(**found)
    except OSError as error:
        raise ReaderMissing(str(path), error.strerror or str(error)) from error
    except (ValueError, TypeError) as error:
        raise ReaderDamaged(str(path), str(error).splitlines()[0]) from error
    if not isinstance(files.sha256, dict):
        raise ReaderDamaged(str(path), "sha256 is no table of files")
    return files
