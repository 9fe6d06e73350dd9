"""index.search: what is found, what the filters let through, and keeping up with the articles."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fakes import HashedWords, add_lines, line

from corpus import Filters, Store
from index import IndexSettings, QueryEmpty, Retriever, SearchIndex, examine

Make = Callable[[list[dict[str, object]]], Path]

PORT = "Police in Callao seized cocaine in the port."
# Twelve articles on the very subject by one publisher, and three on others by another.
MANY = [
    line(f"{PORT} Report {n}.", id=f"port{n}", publisher="Big Paper", published="2017-06-22")
    for n in range(12)
]
FEW = [
    line("A comet passes Jupiter.", id="comet", publisher="Small Paper", authors=["Ana Díaz"]),
    line("Lluvia.", id="rain", language="es", publisher="Small Paper", published="2020-01-01"),
    line("The mayor of Lima left.", id="mayor", publisher="Small Paper", published="2021-05-05"),
]


@pytest.fixture
def reader(make_library: Make, fake_encoder: HashedWords) -> Iterator[Retriever]:
    """A library in which the best passages are nearly all by one publisher."""
    settings = IndexSettings(pool=5, closely_read=5)
    folder = make_library([*MANY, *FEW])
    with Retriever.open(folder, settings=settings, encoder=fake_encoder) as opened:
        yield opened


def ids(reader: Retriever, query: str, k: int = 10, filters: Filters | None = None) -> list[str]:
    return [hit.article_id for hit in reader.search(query, k=k, filters=filters)]


def test_the_best_passage_comes_first_with_all_its_scores(reader: Retriever) -> None:
    hits = reader.search("Who is the mayor of Lima?", k=3)
    best = hits[0]

    assert (best.article_id, best.passage_id) == ("mayor", "mayor@1#0")
    assert best.bm25 > 0
    assert 0 < best.cosine <= 1
    assert 0 < best.fused_score <= 1
    assert best.reader_score is None
    assert [hit.fused_score for hit in hits] == sorted((h.fused_score for h in hits), reverse=True)


def test_every_hit_stands_in_its_article(reader: Retriever) -> None:
    store = reader.search_index.store
    for hit in reader.search("cocaine comet lima", k=15):
        article = store.article(hit.article_id, hit.revision)
        assert article.text[hit.start : hit.end] == hit.text
        assert article.text_sha256 == hit.text_sha256


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(publishers=("small paper",)), {"comet", "rain", "mayor"}),
        (Filters(authors=("diaz",)), {"comet"}),
        (Filters(languages=("es",)), {"rain"}),
        (Filters(date_from="2020-01-01"), {"rain", "mayor"}),
        (Filters(date_from="2018-01-01", date_to="2020-12-31"), {"rain"}),
        (Filters(date_from="1000-01-01", publishers=("Small Paper",)), {"rain", "mayor"}),
        (Filters(publishers=("Nobody",)), set()),
    ],
)
def test_filters_hold_inside_the_search(
    reader: Retriever, filters: Filters, expected: set[str]
) -> None:
    # Without filters the first dozen are all by Big Paper, so nothing would be left of them.
    assert all(name.startswith("port") for name in ids(reader, PORT, 12))
    assert set(ids(reader, PORT, 12, filters)) == expected


@pytest.mark.parametrize("k", [1, 5, 12, 15, 1000])
def test_so_many_are_found_as_were_asked_for_and_are_there(reader: Retriever, k: int) -> None:
    assert len(ids(reader, PORT, k)) == min(k, 15)


@pytest.mark.parametrize("k", [0, -1])
def test_fewer_than_one_is_none(reader: Retriever, k: int) -> None:
    assert reader.search(PORT, k=k) == []


@pytest.mark.parametrize("query", ["", " ", "?!", "🙂", "\x00", "\u202e"])
def test_a_query_without_words_is_refused(reader: Retriever, query: str) -> None:
    with pytest.raises(QueryEmpty, match="no word"):
        reader.search(query)


@pytest.mark.parametrize("query", ["the of and", "x" * 10_000, "word " * 2000, "مرحبا", "\x00port"])
def test_odd_queries_are_searched(reader: Retriever, query: str) -> None:
    assert len(reader.search(query, k=3)) == 3


def test_the_same_question_gives_the_same_order(reader: Retriever) -> None:
    assert reader.search(PORT, k=15) == reader.search(PORT, k=15)


def test_threads_may_share_a_retriever(reader: Retriever) -> None:
    found: list[list[str]] = []
    threads = [
        threading.Thread(target=lambda: found.append(ids(reader, PORT, 15))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 4
    assert all(order == found[0] for order in found)


def test_an_empty_library_finds_nothing(make_library: Make, fake_encoder: HashedWords) -> None:
    with Retriever.open(make_library([]), encoder=fake_encoder) as reader:
        assert reader.search("port") == []
        assert reader.find_phrase("port") == []


def test_articles_added_by_another_are_found_by_an_open_reader(
    reader: Retriever, fake_encoder: HashedWords
) -> None:
    with Store.open(reader.search_index.store.folder, writable=True) as store, store.writing():
        add_lines(store, [line("Volcano Ubinas erupted.", id="volcano")])
    assert reader.is_behind

    assert ids(reader, "volcano Ubinas")[0] == "volcano"
    assert [hit.text for hit in reader.find_phrase("ubinas erupted")] == ["Ubinas erupted"]
    assert not reader.is_behind


def test_a_reader_that_may_not_write_takes_over_what_the_writer_indexed(
    reader: Retriever, fake_encoder: HashedWords
) -> None:
    writer = Store.open(reader.search_index.store.folder, writable=True)
    with writer, writer.writing():
        add_lines(writer, [line("Volcano Ubinas erupted.", id="volcano")])
        assert "volcano" not in ids(reader, "volcano Ubinas")
        assert reader.is_behind
        SearchIndex.open(writer, encoder=fake_encoder).update()
        assert ids(reader, "volcano Ubinas")[0] == "volcano"  # though the writer holds the lock
        assert not reader.is_behind


def test_two_open_indexes_may_take_turns_in_writing(
    make_library: Make, fake_encoder: HashedWords
) -> None:
    folder = make_library(FEW)
    one, other = (Retriever.open(folder, encoder=fake_encoder) for _ in range(2))
    with one, other:
        for turn, reader in enumerate([one, other, one, other]):
            take_turn(turn, reader)
        assert ids(one, "number3")[0] == ids(other, "number3")[0] == "turn3"
        assert examine(one.search_index.store, encoder=fake_encoder) == []


def take_turn(turn: int, reader: Retriever) -> None:
    store = reader.search_index.store
    with store.writing():
        if turn % 2 == 0:
            store.remove(["comet", "turn1"])  # so that the index is made in another folder
        add_lines(store, [line(f"Turn number{turn}.", id=f"turn{turn}")])
        reader.search_index.update()


def test_only_what_is_new_is_encoded(make_library: Make, fake_encoder: HashedWords) -> None:
    folder = make_library(FEW)
    fake_encoder.encoded.clear()
    with Store.open(folder, writable=True) as store, store.writing():
        add_lines(store, [line("Something new.", id="new", title="T", published="2022-02-02")])
        SearchIndex.open(store, encoder=fake_encoder).update()
        SearchIndex.build(store, encoder=fake_encoder).close()

    assert fake_encoder.encoded == ["T (2022-02-02). Something new."]


def test_a_new_title_is_encoded_anew_and_found(
    reader: Retriever, fake_encoder: HashedWords
) -> None:
    with Store.open(reader.search_index.store.folder, writable=True) as store, store.writing():
        add_lines(store, [{**FEW[0], "title": "Xylophones"}])

    assert ids(reader, "xylophones")[0] == "comet"
    assert any(text.startswith("Xylophones. A comet") for text in fake_encoder.encoded)


def test_progress_ends_with_all_of_it(make_library: Make, fake_encoder: HashedWords) -> None:
    steps: list[tuple[int, int]] = []
    with Store.open(make_library(FEW), writable=True) as store, store.writing():
        SearchIndex.build(
            store, encoder=fake_encoder, progress=lambda done, of: steps.append((done, of))
        ).close()

    assert steps == [(3, 3)]
