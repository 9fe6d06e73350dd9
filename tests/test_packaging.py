"""The wheel: it builds, holds what is needed, and works from another folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PARTS = (
    "corpus",
    "index",
    "qa",
    "ui",
    "README.md",
    "LICENSE",
    "requirements.txt",
    "pyproject.toml",
)
BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files, built from a copy so that nothing is left in the project."""
    folder = tmp_path_factory.mktemp("wheel")
    (folder / "source").mkdir()
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, folder / "source" / part)
    subprocess.run([sys.executable, "-c", BUILD, str(folder)], cwd=folder / "source", check=True,
                   capture_output=True)  # fmt: skip
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


@pytest.mark.slow
def test_every_file_that_is_no_code_is_in_the_wheel(unpacked: Path) -> None:
    kept = {".py", ".md", ".pyc"}
    wanted = {
        path.relative_to(ROOT)
        for layer in ("corpus", "index", "qa", "ui")
        for path in (ROOT / layer).rglob("*")
        if path.is_file() and path.suffix not in kept and "results" not in path.parts
    }

    assert {path for path in wanted if not (unpacked / path).is_file()} == set()


@pytest.mark.slow
def test_every_module_is_in_the_wheel(unpacked: Path) -> None:
    wanted = {
        path.relative_to(ROOT)
        for layer in ("corpus", "index", "qa", "ui")
        for path in (ROOT / layer).rglob("*.py")
    }

    assert {path for path in wanted if not (unpacked / path).is_file()} == set()


@pytest.mark.slow
@pytest.mark.models
def test_it_adds_and_answers_from_another_folder(unpacked: Path, tmp_path: Path) -> None:
    code = (
        "import qa, corpus; from qa import Assistant, Library, sample_articles\n"
        "library = Library.open('library', create=True)\n"
        "library.add([sample_articles()])\n"
        "print(qa.__file__, Assistant(library).ask('who succeeded Caracol in Callao?').answer)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
    )  # fmt: skip

    assert ran.stdout.startswith(str(unpacked))
    assert "MacDowell" in ran.stdout
