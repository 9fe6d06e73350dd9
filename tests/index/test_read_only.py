"""A library that can't be written to: it is searched, and says so when it is asked to write."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fakes import HashedWords, add_lines, line

from corpus import Store
from index import Retriever, SearchIndex

pytestmark = pytest.mark.skipif(os.name != "posix", reason="users and modes are POSIX's")

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
ARTICLES = [line(f"The harbour of town{n} is closed.", id=f"a{n}") for n in range(4)]
# Answers each line of its input with what it finds, as a user who may not write.
READER = """
import os, sys
import courlan, faiss, sentencex, tantivy
from fakes import HashedWords
from corpus import OnRecordError, Store
from index import Retriever, examine, terms_of
terms_of("warm", "en")
if os.getuid() == 0:
    os.setgid(NOBODY), os.setuid(NOBODY)
reader = Retriever.open(sys.argv[1], encoder=HashedWords())
for question in sys.stdin:
    hits, phrases = reader.search(question, k=50), reader.find_phrase(question)
    ids, words = sorted(hit.article_id for hit in hits), sum(hit.bm25 > 0 for hit in hits)
    print(*ids, len(phrases), words, reader.is_behind, flush=True)
print([problem.what for problem in examine(reader.search_index.store, encoder=HashedWords())])
try:
    with Store.open(sys.argv[1], writable=True) as store, store.writing():
        store.put([])
except OnRecordError as error:
    print(type(error).__name__, error)
""".replace("NOBODY", str(NOBODY))


@pytest.fixture
def folder(tmp_path: Path, make_library: Callable[[list[dict[str, object]]], Path]) -> Path:
    """A library that others may read; for this user too nothing in it can be written."""
    library = make_library(ARTICLES)
    ours = [place for place in tmp_path.parents if place.name.startswith(("pytest-", "popen-"))]
    for place in (library, tmp_path, *ours):
        place.chmod(0o755)
    if os.getuid() != 0:
        take_write_permission(library)
    return library


def take_write_permission(library: Path) -> None:
    for path in (library, *library.rglob("*")):
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))


@pytest.fixture
def reader(folder: Path) -> Iterator[Callable[[str], str]]:
    """A process of another user; calling it asks a question."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    with subprocess.Popen(
        [sys.executable, "-c", READER, str(folder)],
        env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None

        def ask(question: str | None) -> str:
            if question is None:
                return process.communicate()[0]
            print(question, file=process.stdin, flush=True)
            return process.stdout.readline().strip()

        yield ask
        process.kill()


def test_it_is_searched_and_writing_is_refused(reader: Callable[[str], str]) -> None:
    assert reader("the harbour of town2") == "a0 a1 a2 a3 1 4 False"

    problems, refusal = reader(None).splitlines()
    assert problems == "[]"
    assert refusal.startswith("LibraryReadOnly The library at ")


def test_it_leaves_nothing_behind(folder: Path, reader: Callable[[str], str]) -> None:
    before = sorted(folder.rglob("*"))
    reader("harbour")

    assert sorted(folder.rglob("*")) == before


@pytest.mark.skipif(os.name == "posix" and os.getuid() != 0, reason="needs a second user")
def test_it_sees_what_its_owner_adds_and_removes(
    folder: Path, reader: Callable[[str], str], fake_encoder: HashedWords
) -> None:
    assert reader("the harbour of town2") == "a0 a1 a2 a3 1 4 False"
    with Store.open(folder, writable=True) as store, store.writing():
        store.remove(["a2"])
        assert reader("the harbour of town2") == "a0 a1 a3 0 3 True"
        add_lines(store, [line("The harbour of town2 is open.", id="new")])
        assert reader("the harbour of town2") == "a0 a1 a3 0 3 True"
        SearchIndex.open(store, encoder=fake_encoder).update()
        assert reader("the harbour of town2") == "a0 a1 a3 new 1 4 False"

    assert reader("the harbour of town2") == "a0 a1 a3 new 1 4 False"


def test_the_owner_of_a_folder_without_write_permission_is_refused_too(
    folder: Path, fake_encoder: HashedWords
) -> None:
    with Retriever.open(folder, encoder=fake_encoder) as opened:
        assert len(opened.search("harbour")) == 4
        assert opened.search_index.store.writable == (os.getuid() == 0)
