"""Fixtures that every test may use; none of them loads a model."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

sys.path.append(str(Path(__file__).parent))  # for `from fakes import …`: tests/ is no package

from fakes import HashedWords, build_library

from corpus import Store


def pytest_configure(config: pytest.Config) -> None:
    """Let trafilatura import urllib3, which warns where PySocks is not installed."""
    config.addinivalue_line("filterwarnings", "ignore:SOCKS support in urllib3")


# Scripts and helpers that are started on their own; looking for doctests would import them.
collect_ignore = ["benchmarks", "crash/zygote.py", "specimens"]

settings.register_profile("onrecord", deadline=None, print_blob=True)
settings.load_profile("onrecord")


@pytest.fixture(scope="session", autouse=True)
def records_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test writes into the records of whoever runs it; servers that are started inherit this."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ONRECORD_RECORDS", str(tmp_path_factory.mktemp("records")))
        yield


@pytest.fixture
def fake_encoder() -> HashedWords:
    """A small deterministic encoder; ``fake_encoder.encoded`` lists what it was given."""
    return HashedWords()


@pytest.fixture
def make_library(
    tmp_path: Path, fake_encoder: HashedWords
) -> Callable[[Sequence[dict[str, Any]]], Path]:
    """``make_library([line("Text."), …])``: a folder with these articles and their index."""

    def make(lines: Sequence[dict[str, Any]]) -> Path:
        return build_library(tmp_path / "library", lines, fake_encoder)

    return make


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty library, open for writing."""
    with Store.open(tmp_path / "library", writable=True) as opened:
        yield opened
