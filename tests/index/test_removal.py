"""Removal: at once in every open reader, and physically, in every file under the library."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import tantivy
from fakes import HashedWords, add_lines, line

from corpus import Store
from index import Retriever, SearchIndex, examine
from index.vectors import VectorStore

MARKER = "zyxomarker"
KEPT = [line(f"Article {n} is about the harbour of town{n}.", id=f"a{n}") for n in range(5)]
SECRET = line(f"The {MARKER} of the harbour. " * 40, id="secret", title=f"On {MARKER}")

Make = Callable[[list[dict[str, object]]], Path]


def traces(folder: Path) -> list[str]:
    """The files that hold the marker, in the open or compressed, and the indexes with its term."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    holding = [
        path for path in files if any(MARKER in text for text in readings(path.read_bytes()))
    ]
    indexes = [path.parent for path in files if path.name == "meta.json"]
    return [path.name for path in holding] + [path.name for path in indexes if has_term(path)]


def is_marked(text: str) -> bool:
    return MARKER in text


def has_term(folder: Path) -> bool:
    """Whether a tantivy index knows the marker, even in documents that are only marked deleted."""
    searcher = tantivy.Index.open(str(folder)).searcher()
    field = "body" if folder.name == "passages" else "words"
    return bool(searcher.terms_with_prefix(field, MARKER[:5]))


def readings(content: bytes) -> Iterator[str]:
    """The bytes as small letters, and every stretch of them that can be decompressed."""
    yield content.lower().decode("latin-1")
    for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", content):
        yield inflated(content[match.start() :]).lower().decode("latin-1")


def inflated(content: bytes) -> bytes:
    found, reader = b"", zlib.decompressobj()
    for position in range(0, len(content), 64):
        try:
            found += reader.decompress(content[position : position + 64])
        except zlib.error:
            break
    return found


def remove(folder: Path, encoder: HashedWords, *ids: str) -> None:
    with Store.open(folder, writable=True) as store, store.writing():
        store.remove(ids)
        opened = SearchIndex.open(store, encoder=encoder)
        opened.update()
        opened.close()


def test_the_search_for_traces_finds_them_before_the_removal(make_library: Make) -> None:
    found = traces(make_library([*KEPT, SECRET]))

    assert found == ["articles.db", "articles", "passages"]


def test_no_file_holds_a_removed_word(make_library: Make, fake_encoder: HashedWords) -> None:
    folder = make_library([*KEPT, SECRET])
    remove(folder, fake_encoder, "secret")

    assert traces(folder) == []
    with Store.open(folder, writable=True) as store:
        assert examine(store, encoder=fake_encoder) == []


def test_no_file_holds_it_while_a_reader_is_open(
    make_library: Make, fake_encoder: HashedWords
) -> None:
    folder = make_library([*KEPT, SECRET])
    with Retriever.open(folder, encoder=fake_encoder) as reader:
        assert reader.search(MARKER)[0].article_id == "secret"
        remove(folder, fake_encoder, "secret")

        assert traces(folder) == []
        assert "secret" not in {hit.article_id for hit in reader.search(MARKER)}


def test_every_revision_and_all_metadata_go(make_library: Make, fake_encoder: HashedWords) -> None:
    folder = make_library([*KEPT, SECRET])
    with Store.open(folder, writable=True) as store, store.writing():
        add_lines(store, [line("Harmless now.", id="secret", title="Nothing")])
        SearchIndex.open(store, encoder=fake_encoder).update()
        assert MARKER in store.article("secret", 1).text
    remove(folder, fake_encoder, "secret")

    assert traces(folder) == []


def test_the_vectors_go(make_library: Make, fake_encoder: HashedWords) -> None:
    folder = make_library([*KEPT, SECRET])
    secret = next(text for text in fake_encoder.encoded if MARKER in text)
    vector = np.asarray(fake_encoder.encode([secret])[0], "<f4").tobytes()
    assert sorted(holders(folder, vector)) == ["dense.faiss", "vectors.db"]
    remove(folder, fake_encoder, "secret")

    assert holders(folder, vector) == []


def holders(folder: Path, content: bytes) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if content in path.read_bytes()]


def test_a_vector_that_another_article_uses_stays(
    make_library: Make, fake_encoder: HashedWords
) -> None:
    folder = make_library([line("The very same.", id="one"), line("The very same.", id="two")])
    remove(folder, fake_encoder, "one")
    fake_encoder.encoded.clear()
    with Store.open(folder, writable=True) as store, store.writing():
        SearchIndex.build(store, encoder=fake_encoder).close()

    assert fake_encoder.encoded == []


def test_removal_counts_at_once_before_any_index_knows(
    make_library: Make, fake_encoder: HashedWords
) -> None:
    folder = make_library([*KEPT, SECRET])
    reader, store = Retriever.open(folder, encoder=fake_encoder), Store.open(folder, writable=True)
    with reader, store, store.writing():
        store.remove(["secret"])  # still writing, so the reader can't catch up
        ids = {hit.article_id for hit in reader.search(f"{MARKER} harbour", k=10)}

        assert ids == {"a0", "a1", "a2", "a3", "a4"}
        assert reader.find_phrase(f"the {MARKER}") == []


def test_a_replaced_text_is_not_found_as_current(
    make_library: Make, fake_encoder: HashedWords
) -> None:
    folder = make_library([*KEPT, SECRET])
    with Retriever.open(folder, encoder=fake_encoder) as reader:
        with Store.open(folder, writable=True) as store, store.writing():
            add_lines(store, [line("The harbour is calm.", id="secret")])
            assert all(MARKER not in hit.text for hit in reader.search(f"{MARKER} harbour"))
        (hit,) = [hit for hit in reader.search("harbour calm") if hit.article_id == "secret"]

    assert (hit.revision, hit.text) == (2, "The harbour is calm.")


@pytest.mark.parametrize("moment", ["vectors", "lexical", "dense", "manifest"])
def test_a_removal_cut_short_is_finished_by_the_next_update(
    make_library: Make, fake_encoder: HashedWords, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    folder = make_library([*KEPT, SECRET])
    places = {
        "vectors": (VectorStore, "forget_all_but"),
        "lexical": ("index.search.fill_generation",),
        "dense": ("index.search.DenseIndex.save",),
        "manifest": ("index.search.write_manifest",),
    }
    with monkeypatch.context() as patched:
        patched.setattr(*places[moment], stop)
        with pytest.raises(KeyboardInterrupt):
            remove(folder, fake_encoder, "secret")
    remove(folder, fake_encoder)  # nothing more to remove, only the index to update

    assert traces(folder) == []


def stop(*_: object, **__: object) -> None:
    raise KeyboardInterrupt
