"""What made some results: commit, date, settings, versions, encoder."""

from __future__ import annotations

import platform
import subprocess
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from index import Encoder
from qa.evaluation.model import Origin
from qa.settings import Settings, flat

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("faiss-cpu", "numpy", "onnxruntime", "sentencex", "tantivy", "tokenizers")
"""Those whose version can change a measure."""


def origin_of(settings: Settings, encoder: Encoder) -> Origin:
    """The origin of results that are made now, by this code."""
    # Where the library and the user's records lie changes nothing, and is nobody's business.
    private = ("library", "records.")
    named = {name: value for name, value in flat(settings).items() if not name.startswith(private)}
    return Origin(
        commit=commit(),
        date=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        settings=named,
        versions=versions(),
        encoder=encoder.name,
        encoder_digest=encoder.digest,
    )


def commit() -> str | None:
    """The commit that is checked out, with ``+`` behind it where files differ."""
    found = git("rev-parse", "HEAD")
    if found is None:
        return None
    return found.strip() + ("+" if git("status", "--porcelain") else "")


def git(*arguments: str) -> str | None:
    """What git prints at the project's root; ``None`` without git, or when it fails."""
    try:
        done = subprocess.run(
            ["git", "-C", str(ROOT), *arguments],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout


def versions() -> dict[str, str]:
    """The versions of Python, the platform and the packages that can change a measure."""
    found = {"python": platform.python_version(), "platform": platform.platform()}
    for name in PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "not installed"
    return found
