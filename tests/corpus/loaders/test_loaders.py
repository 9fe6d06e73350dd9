"""corpus.loaders: what every loader keeps to, whatever stands in a file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.config import CorpusSettings
from corpus.loaders import LOADERS, Loader, loader_for
from corpus.model import METADATA_FIELDS, Incoming, Refused

ROOT = Path(__file__).resolve().parents[3]

every_loader = pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.name)
fuzzed = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

PROSE = "Police searched 34 houses in the port before dawn on June 20, newspapers wrote. "
PIECES = (
    "<p>",
    "</p>",
    "<h1>",
    "<table><tr><td>",
    "<ul><li>",
    "<!--",
    "<svg/>",
    "\n",
    "&#xD800;&#0;",
    PROSE,
    "<script type='application/ld+json'>",
    "</script>",
    "Related Content",
    "<time datetime='x'>",
    '{"@type": "NewsArticle", "author": [{}], "headline": 3}',
    "By Jane Doe, 3 March 2021",
    "<meta property='og:title' content=' '>",
    "<link rel='canonical'>",
)
MARKUP = st.lists(st.sampled_from(PIECES)).map("".join)


def check(loader: Loader, path: Path, raw: bytes) -> None:
    """Load a file with these bytes, and look at what comes of it."""
    path.write_bytes(raw)
    for found in loader.load(path, CorpusSettings()):
        assert isinstance(found, Incoming | Refused)
        if isinstance(found, Refused):
            assert found.reason
            assert "\n" not in found.reason
            continue
        assert found.text.strip()
        found.text.encode("utf-8")
        assert set(found.provenance) <= set(METADATA_FIELDS)
        known = {name for name in METADATA_FIELDS if getattr(found.metadata, name)}
        assert known <= set(found.provenance)


@every_loader
@fuzzed
@given(raw=st.binary(max_size=400))
def test_no_bytes_make_a_loader_raise(loader: Loader, raw: bytes, tmp_path: Path) -> None:
    check(loader, tmp_path / f"a{loader.suffixes[0]}", raw)


@every_loader
@fuzzed
@given(text=st.text(max_size=400))
def test_no_text_makes_a_loader_raise(loader: Loader, text: str, tmp_path: Path) -> None:
    check(loader, tmp_path / f"a{loader.suffixes[0]}", text.encode("utf-8", "replace"))


@every_loader
@fuzzed
@given(markup=MARKUP)
def test_no_markup_makes_a_loader_raise(loader: Loader, markup: str, tmp_path: Path) -> None:
    check(loader, tmp_path / f"a{loader.suffixes[0]}", markup.encode())


@every_loader
def test_what_is_no_file_is_refused(loader: Loader, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone", Path("/dev/zero")):
        (found,) = loader.load(path, CorpusSettings())
        assert isinstance(found, Refused)


@pytest.mark.parametrize(
    ("name", "loader"),
    [
        ("a.TXT", "text"),
        ("a.b.md", "text"),
        ("a.htm", "html"),
        ("a.xhtml", "html"),
        ("a.NDJSON", "jsonl"),
    ],
)
def test_a_file_s_ending_chooses_its_loader(name: str, loader: str) -> None:
    found = loader_for(Path(name))

    assert found is not None
    assert found.name == loader


@pytest.mark.parametrize("name", ["a.pdf", "a", ".txt", "a.json"])
def test_other_endings_have_none(name: str) -> None:
    assert loader_for(Path(name)) is None


def test_no_ending_has_two_loaders() -> None:
    suffixes = [suffix for loader in LOADERS for suffix in loader.suffixes]

    assert len(suffixes) == len(set(suffixes))


def test_importing_the_loaders_loads_no_heavy_library() -> None:
    code = "import sys, corpus.loaders; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {"trafilatura", "lxml", "py3langid", "numpy", "dateparser", "charset_normalizer"}

    assert not heavy & set(loaded)
