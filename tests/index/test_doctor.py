"""index.doctor: every part compared with the articles; a sound library has nothing to say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fakes import HashedWords, add_lines, line

from corpus import PassageSettings, Store
from index import SearchIndex, examine
from index.dense import DenseIndex
from index.vectors import VectorStore

ARTICLES = [line(f"The harbour of town{n} is closed.", id=f"a{n}") for n in range(4)]


@pytest.fixture
def library(make_library: Callable[[list[dict[str, object]]], Path]) -> Iterator[Store]:
    """A sound library, open for writing."""
    with Store.open(make_library(ARTICLES), writable=True) as store:
        yield store


def whats(store: Store, encoder: HashedWords) -> list[str]:
    return [problem.what for problem in examine(store, encoder=encoder)]


def test_a_sound_library_has_no_problems(library: Store, fake_encoder: HashedWords) -> None:
    assert whats(library, fake_encoder) == []


def test_an_index_that_is_behind_is_brought_up_to_date(
    library: Store, fake_encoder: HashedWords
) -> None:
    with library.writing():
        add_lines(library, [line("Rain.", id="rain")])

    assert whats(library, fake_encoder) == []


def test_an_index_that_stays_behind_is_a_problem(library: Store, fake_encoder: HashedWords) -> None:
    with library.writing():
        add_lines(library, [line("Rain.", id="rain")])
        found = whats(library, fake_encoder)

    assert found[0].startswith("the index is behind the articles")


def test_missing_and_surplus_vectors_are_counted(library: Store, fake_encoder: HashedWords) -> None:
    folder, vectors = library.folder / "index", fake_encoder.encode(["x", "y", "z"])
    dense = DenseIndex(fake_encoder.dim)
    dense.add([1, 2, 77], vectors)
    dense.save(folder, fake_encoder.digest)

    assert whats(library, fake_encoder) == [
        "dense.faiss lacks 2 of 4 passages",
        "dense.faiss holds passages twice, or that are gone",
        "vectors.db and dense.faiss differ in 2 passages",
    ]


def test_an_article_that_the_lexical_index_lost_is_a_problem(
    library: Store, fake_encoder: HashedWords
) -> None:
    opened = SearchIndex.open(library, encoder=fake_encoder)
    with opened.lexical.writing():
        opened.lexical.put(1, [])

    assert whats(library, fake_encoder) == [
        "the lexical index holds 3 passages, and the articles 4",
        "the phrase index holds 3 articles, and the library 4",
    ]


def test_a_vector_that_no_passage_uses_is_no_problem_and_goes_with_a_rebuild(
    library: Store, fake_encoder: HashedWords
) -> None:
    vectors = VectorStore(library.folder / "index", library.folder)
    vectors.put(fake_encoder.digest, {b"x" * 32: fake_encoder.encode(["x"])[0]}, {})
    with library.writing():
        SearchIndex.build(library, encoder=fake_encoder).close()

    assert vectors.find(fake_encoder.digest, [b"x" * 32], dim=fake_encoder.dim) == {}
    vectors.close()


def test_passages_cut_by_other_settings_are_a_problem(
    library: Store, fake_encoder: HashedWords
) -> None:
    (problem,) = examine(library, passages=PassageSettings(200), encoder=fake_encoder)

    assert problem.what == "passages were cut by other settings than the present ones"
    assert problem.mend == f"onrecord --library {library.folder} rebuild"


def test_a_forged_text_is_a_problem_that_a_rebuild_can_t_mend(
    library: Store, fake_encoder: HashedWords
) -> None:
    library._connection.execute("UPDATE revisions SET text = 'forged' || substr(text, 7)")
    found = examine(library, encoder=fake_encoder)

    assert len(found) == 4
    assert all("restore articles.db" in problem.mend for problem in found)


def test_it_finds_two_passages_under_one_key(library: Store, fake_encoder: HashedWords) -> None:
    dense = DenseIndex.load(
        library.folder / "index", library.folder, dim=64, encoder_digest=fake_encoder.digest
    )
    dense.add([1], fake_encoder.encode(["again"]))
    dense.save(library.folder / "index", fake_encoder.digest)

    assert "dense.faiss holds passages twice, or that are gone" in whats(library, fake_encoder)
