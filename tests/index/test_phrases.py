"""index.phrases: every place where words stand together, by the article's own offsets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path

import pytest
from fakes import HashedWords, add_lines, line

from corpus import Filters, Store
from index import Retriever
from index.lexical import LexicalIndex
from index.phrases import find_phrase
from index.update import sync_lexical

Make = Callable[[list[dict[str, object]]], Path]
NFD = "El señor Ga\u0301lvez dijo: “Es la captura ma\u0301s im\u00adportante — del an\u0303o”."
NEWS = [
    line(NFD, id="es", published="2020-05-01", language="es"),
    line("It is the most important capture of the year. Most important!", id="en", title="x"),
    line("The port. The important port, they said.", id="port", published="2016-01-01"),
]


@pytest.fixture
def reader(make_library: Make, fake_encoder: HashedWords) -> Iterator[Retriever]:
    """A library of three articles."""
    with Retriever.open(make_library(NEWS), encoder=fake_encoder) as opened:
        yield opened


@pytest.mark.parametrize(
    ("phrase", "texts"),
    [
        ("most important", ["most important", "Most important"]),
        ("MOST  IMPORTANT", ["most important", "Most important"]),
        ("the most important capture of the year", ["the most important capture of the year"]),
        ("of the", ["of the"]),
        ("captura más importante", ["captura ma\u0301s im\u00adportante"]),
        ("captura mas importante del ano", ["captura ma\u0301s im\u00adportante — del an\u0303o"]),
        ("Gálvez dijo es", ["Ga\u0301lvez dijo: “Es"]),
        ("the year most", ["the year. Most"]),  # punctuation between words is no matter
        ("important most", []),
        ("import", []),  # a part of a word
        ("captures", []),  # no stemming here
        ("", []),
        ("…", []),
    ],
)
def test_a_phrase_is_found_where_it_stands(
    reader: Retriever, phrase: str, texts: list[str]
) -> None:
    hits = reader.find_phrase(phrase)

    assert [hit.text for hit in hits] == texts
    for hit in hits:
        article = reader.search_index.store.article(hit.article_id, hit.revision)
        assert article.text[hit.start : hit.end] == hit.text


def test_near_words_are_found_with_their_order_kept(reader: Retriever) -> None:
    assert reader.find_phrase("is important") == []
    assert [hit.text for hit in reader.find_phrase("is important", slop=2)] == [
        "is the most important"
    ]
    assert reader.find_phrase("important is", slop=2) == []


def test_places_come_by_date_then_id_then_offset(reader: Retriever) -> None:
    ids = [hit.article_id for hit in reader.find_phrase("important")]

    assert ids == ["port", "en", "en"]  # 2016 before the unknown date
    assert [hit.article_id for hit in reader.find_phrase("importante")] == ["es"]


def test_filters_hold(reader: Retriever) -> None:
    early, nobody = Filters(date_to="2016-12-31"), Filters(authors=("nobody",))

    assert [hit.article_id for hit in reader.find_phrase("the", filters=early)] == ["port", "port"]
    assert reader.find_phrase("the", filters=nobody) == []


def test_a_phrase_in_very_many_articles_is_found_in_all(store: Store) -> None:
    with store.writing():
        add_lines(store, [line(f"Nothing but rain {n}.", id=str(n)) for n in range(1100)])
    lexical = LexicalIndex(store.folder / "lexical", store.folder, create=True)
    sync_lexical(lexical, store, since=0)

    assert len(find_phrase("but rain", store, lexical)) == 1100


@pytest.mark.parametrize("slop", [0, 1, 2])
def test_no_article_in_which_the_words_stand_is_missed(store: Store, slop: int) -> None:
    texts = {"".join(letters): letters for letters in product("abc", repeat=5)}
    with store.writing():
        add_lines(store, [line(" ".join(letters), id=name) for name, letters in texts.items()])
    lexical = LexicalIndex(store.folder / "lexical", store.folder, create=True)
    sync_lexical(lexical, store, since=0)

    for phrase in [*product("abc", repeat=2), *product("abc", repeat=3)]:
        hits = find_phrase(" ".join(phrase), store, lexical, slop=slop)
        expected = {name for name, words in texts.items() if stands_in(words, phrase, slop)}
        assert {hit.article_id for hit in hits} == expected, phrase


def stands_in(words: Sequence[str], phrase: Sequence[str], slop: int) -> bool:
    """Whether the phrase is a subsequence of so few more words, found by trying all of it."""
    reach = len(phrase) + slop
    return any(
        words[start] == phrase[0] and is_subsequence(phrase, words[start : start + reach])
        for start in range(len(words))
    )


def is_subsequence(phrase: Sequence[str], words: Sequence[str]) -> bool:
    rest = iter(words)
    return all(word in rest for word in phrase)
