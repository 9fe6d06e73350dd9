"""index.proximity: how closely the words of a query stand together, worked out by hand."""

from __future__ import annotations

import math

import pytest
from fakes import add_lines, line

from corpus import Store
from index.lexical import LexicalIndex
from index.proximity import Proximity
from index.update import sync_lexical

TEXTS = {
    "together": "Callao port closed. Rain fell.",
    "apart": "Callao slept. The port closed.",
    "between": "Callao busy port closed.",
    "none": "Rain fell.",
}


@pytest.fixture
def shares(store: Store) -> dict[str, tuple[float, float]]:
    """The two shares of each text for the query "Callao port"."""
    with store.writing():
        add_lines(store, [line(text, id=name, language="zu") for name, text in TEXTS.items()])
    lexical = LexicalIndex(store.folder / "lexical", store.folder, create=True)
    sync_lexical(lexical, store, since=0)
    proximity = Proximity("the Callao port", lexical)
    passages = store.passages(store.passage_keys()).values()
    return {passage.article.id: proximity.of(passage) for passage in passages}


def test_all_words_in_one_sentence_and_side_by_side_are_the_whole(
    shares: dict[str, tuple[float, float]],
) -> None:
    assert shares["together"] == (pytest.approx(1.0), pytest.approx(1.0))


def test_one_word_between_neighbours_is_no_matter(
    shares: dict[str, tuple[float, float]],
) -> None:
    assert shares["between"] == (pytest.approx(1.0), pytest.approx(1.0))


def test_words_in_two_sentences_count_for_the_better_one(
    shares: dict[str, tuple[float, float]],
) -> None:
    # Both words are in three of four passages, so each is half of the query.
    assert math.log(1 + 1.5 / 3.5) > 0
    assert shares["apart"] == (pytest.approx(0.5), 0.0)


def test_without_the_words_there_is_no_share(shares: dict[str, tuple[float, float]]) -> None:
    assert shares["none"] == (0.0, 0.0)


@pytest.mark.parametrize("query", ["", "the of", "unheard"])
def test_a_query_without_known_words_has_no_share(store: Store, query: str) -> None:
    with store.writing():
        add_lines(store, [line("Callao port.", id="a")])
    lexical = LexicalIndex(store.folder / "lexical", store.folder, create=True)
    sync_lexical(lexical, store, since=0)
    (passage,) = store.passages(store.passage_keys()).values()

    assert Proximity(query, lexical).of(passage) == (0.0, 0.0)
