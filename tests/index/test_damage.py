"""Damaged, missing and foreign index files: an error that names the mending command, or mended.

Never a traceback, never silently fewer results, and always mended by a rebuild.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from fakes import HashedWords, add_lines, build_library, line

from corpus import OnRecordError, Store
from index import (
    EncoderMismatch,
    IndexDamaged,
    IndexTooNew,
    Retriever,
    SearchIndex,
    examine,
)

Damage = Callable[[Path], None]
ARTICLES = [line(f"The harbour of town{n} is closed.", id=f"a{n}") for n in range(6)]

DAMAGES: dict[str, Damage] = {
    "missing": Path.unlink,
    "empty": lambda path: path.write_bytes(b"") and None,
    "cut": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]) and None,
    "garbage": lambda path: path.write_bytes(bytes(b ^ 0x5A for b in path.read_bytes())) and None,
    "one byte": lambda path: path.write_bytes(flipped(path.read_bytes())) and None,
}
# A segment is made of these files; the rest are tantivy's two lists and the index's own files.
SEGMENT = [".idx", ".pos", ".term", ".store", ".fast", ".fieldnorm"]
PARTS = ("lexical/1/passages", "lexical/1/articles")
SEGMENTS = [f"{part}/*{suffix}" for part in PARTS for suffix in SEGMENT]
LISTS = [f"{part}/{name}" for part in PARTS for name in ("meta.json", ".managed.json")]
OWN = ("dense.faiss", "manifest.json", "vectors.db")
CASES = [
    *((pattern, damage) for pattern in SEGMENTS for damage in ("missing", "cut", "one byte")),
    *((pattern, damage) for pattern in LISTS for damage in DAMAGES),
    *(
        (name, damage)
        for name in ("dense.faiss", "manifest.json", "vectors.db")
        for damage in DAMAGES
    ),
]


def flipped(content: bytes) -> bytes:
    """With one bit of the first byte changed."""
    return bytes([content[0] ^ 1]) + content[1:]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound library of six articles, made once."""
    return build_library(tmp_path_factory.mktemp("sound") / "library", ARTICLES, HashedWords())


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(sound, tmp_path / "library")


def look(folder: Path) -> list[str]:
    """All ids that a search and a phrase find, or the message of the error."""
    try:
        with Retriever.open(folder, encoder=HashedWords()) as reader:
            found = {hit.article_id for hit in reader.search("the harbour is closed", k=50)}
            with_words = {hit.article_id for hit in reader.search("harbour", k=50) if hit.bm25 > 0}
            phrase = {hit.article_id for hit in reader.find_phrase("is closed")}
    except OnRecordError as error:
        return [str(error)]
    return sorted(found & with_words & phrase)


def complaints(folder: Path) -> list[str]:
    with Store.open(folder, writable=True) as store:
        return [problem.mend for problem in examine(store, encoder=HashedWords())]


def rebuild(folder: Path, encoder: HashedWords) -> None:
    with Store.open(folder, writable=True) as store, store.writing():
        SearchIndex.build(store, encoder=encoder).close()


@pytest.mark.parametrize(("pattern", "damage"), CASES)
def test_a_damaged_file_is_said_or_mended_and_a_rebuild_mends_it(
    folder: Path, fake_encoder: HashedWords, pattern: str, damage: str
) -> None:
    (path,) = (folder / "index").glob(pattern)
    DAMAGES[damage](path)
    everything = [f"a{n}" for n in range(6)]
    seen, mends = look(folder), complaints(folder)

    assert seen == everything or "rebuild`" in seen[0]
    assert all("rebuild" in mend for mend in mends)
    # What is found whole though it was damaged has lost nothing, or the doctor says so.
    assert mends or (seen == everything and pattern not in SEGMENTS)
    rebuild(folder, fake_encoder)
    assert (look(folder), complaints(folder)) == (everything, [])
    assert len(fake_encoder.encoded) in ((0, 6) if pattern == "vectors.db" else (0,))


def test_without_its_lexical_folder_the_index_is_damaged(folder: Path) -> None:
    for path in sorted((folder / "index" / "lexical").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()

    with pytest.raises(IndexDamaged, match="rebuild"):
        Retriever.open(folder, encoder=HashedWords())


def test_a_library_without_any_index_is_indexed_when_it_is_searched(folder: Path) -> None:
    for path in sorted((folder / "index").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()

    assert len(look(folder)) == 6


def test_a_damaged_vectors_db_stops_adding_with_the_command_that_mends_it(
    folder: Path, fake_encoder: HashedWords
) -> None:
    DAMAGES["garbage"](folder / "index" / "vectors.db")
    with Store.open(folder, writable=True) as store, store.writing():
        add_lines(store, [line("New.", id="new")])
        opened = SearchIndex.open(store, encoder=fake_encoder)
        with pytest.raises(IndexDamaged, match=r"vectors\.db.*rebuild"):
            opened.update()


@pytest.mark.parametrize(
    "changes",
    [
        {"dense_change": "many"},
        {"lexical_generation": None},
        {"library_id": 7},
        {"encoder_digest": ["x"]},
        {"dim": 64.5},
        {"surplus": 1},
    ],
)
def test_a_manifest_of_other_types_is_damaged(folder: Path, changes: dict[str, object]) -> None:
    edit_manifest(folder, **changes)

    with pytest.raises(IndexDamaged, match=r"manifest\.json.*rebuild"):
        Retriever.open(folder, encoder=HashedWords())


@pytest.mark.parametrize("content", ["[]", "3", "null", '"x"', "{}", '{"format": 1}'])
def test_a_manifest_of_another_shape_is_damaged(folder: Path, content: str) -> None:
    (folder / "index" / "manifest.json").write_text(content)

    with pytest.raises(IndexDamaged, match=r"manifest\.json"):
        Retriever.open(folder, encoder=HashedWords())


def test_an_index_of_a_newer_format_is_refused_and_rebuilt(
    folder: Path, fake_encoder: HashedWords
) -> None:
    edit_manifest(folder, format=2)

    with pytest.raises(IndexTooNew, match=r"format 2.*up to 1.*rebuild"):
        Retriever.open(folder, encoder=HashedWords())
    rebuild(folder, fake_encoder)
    assert len(look(folder)) == 6


def test_an_index_of_another_encoder_is_refused_and_rebuilt(folder: Path) -> None:
    other = HashedWords(dim=32, name="other")
    with pytest.raises(EncoderMismatch, match=r"'hashed-words'.*rebuild") as caught:
        Retriever.open(folder, encoder=other)
    assert caught.value.built_with == "hashed-words"

    rebuild(folder, other)
    assert len(other.encoded) == 6
    with Retriever.open(folder, encoder=other) as reader:
        assert len(reader.search("harbour", k=50)) == 6


def test_an_index_of_another_library_is_refused(folder: Path, tmp_path: Path) -> None:
    stranger = build_library(tmp_path / "stranger", ARTICLES, HashedWords())
    (stranger / "articles.db").replace(folder / "articles.db")

    with pytest.raises(IndexDamaged, match="another library"):
        Retriever.open(folder, encoder=HashedWords())


def test_an_error_leaves_no_database_open(folder: Path) -> None:
    edit_manifest(folder, format=2)
    with pytest.raises(IndexTooNew):
        Retriever.open(folder, encoder=HashedWords())

    assert not (folder / "articles.db-wal").exists()  # SQLite takes it away with the last user


def edit_manifest(folder: Path, **changes: object) -> None:
    path = folder / "index" / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))
