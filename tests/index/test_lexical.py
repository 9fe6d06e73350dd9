"""index.lexical: BM25 scores against the formula of the paper, and what a query may hold."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest
from fakes import HashedWords, add_lines, line

from corpus import Store
from index import IndexDamaged, Retriever, query_terms
from index.lexical import LexicalIndex
from index.update import sync_lexical

# Lengths up to 40 words: tantivy keeps longer ones only to one part in eight.
TEXTS = {
    "a": "callao port callao drug",
    "b": "port drug drug lima lima lima",
    "c": "lima",
    "d": "callao " + "coast " * 39,
}
TITLES = {"a": "port news", "b": "lima", "c": "drug drug port", "d": ""}

Make = Callable[[list[dict[str, object]]], Path]


@pytest.fixture
def lexical(store: Store) -> LexicalIndex:
    """An index of the four texts, in no language, so that no word is stemmed."""
    with store.writing():
        add_lines(
            store,
            [
                line(text, id=name, title=TITLES[name], language="zu")
                for name, text in TEXTS.items()
            ],
        )
    made = LexicalIndex(store.folder / "lexical", store.folder, create=True)
    sync_lexical(made, store, since=0)
    return made


def bm25(terms: list[str], texts: dict[str, str], name: str) -> float:
    """Robertson and Zaragoza 2009, equation 3.15, with k1 1.2 and b 0.75, in Lucene's form."""
    words = texts[name].split()
    average = sum(len(text.split()) for text in texts.values()) / len(texts)
    total = 0.0
    for term in terms:
        holding = sum(term in text.split() for text in texts.values())
        rarity = math.log(1 + (len(texts) - holding + 0.5) / (holding + 0.5))
        times = words.count(term)
        total += rarity * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * len(words) / average))
    return total


@pytest.mark.parametrize("query", ["callao", "port drug", "lima callao coast", "drug"])
@pytest.mark.parametrize("boost", [0.0, 0.3])
def test_scores_are_the_paper_s_formula(
    lexical: LexicalIndex, store: Store, query: str, boost: float
) -> None:
    terms = query.split()
    names = {key: p.article.id for key, p in store.passages(store.passage_keys()).items()}
    found = {names[key]: score for key, score in lexical.search(terms, 10, title_boost=boost)}
    expected = {
        name: bm25(terms, TEXTS, name) + boost * bm25(terms, TITLES, name) for name in TEXTS
    }

    assert found == pytest.approx({n: s for n, s in expected.items() if s > 0}, rel=1e-5)


def test_rarity_is_the_inverse_document_frequency(lexical: LexicalIndex) -> None:
    assert lexical.rarity("coast") == pytest.approx(math.log(1 + 3.5 / 1.5))
    assert lexical.rarity("unheard") == pytest.approx(math.log(1 + 4.5 / 0.5))


def test_rarity_stays_above_zero_while_tantivy_counts_deleted_passages(store: Store) -> None:
    with store.writing():
        add_lines(store, [line(text, id=text) for text in ("Port a", "Port b", "Port c", "Rain")])
    lexical = LexicalIndex(store.folder / "lexical", store.folder, create=True)
    sync_lexical(lexical, store, since=0)
    with lexical.writing():
        for key in store.article_keys()[:3]:
            lexical.put(key, store.passages_of(key))

    assert lexical.rarity("port") >= 0.0


def test_the_order_is_by_score_and_then_by_key(lexical: LexicalIndex) -> None:
    found = lexical.search(["callao", "port", "lima"], 10, title_boost=0.0)

    assert found == sorted(found, key=lambda pair: (-pair[1], pair[0]))
    assert lexical.search(["callao", "port", "lima"], 2, title_boost=0.0) == found[:2]


def test_a_search_among_some_gives_the_scores_of_the_whole(lexical: LexicalIndex) -> None:
    whole = dict(lexical.search(["port", "lima"], 10, title_boost=0.3))
    among = lexical.search(["port", "lima"], 10, title_boost=0.3, passages=[1, 3])

    assert dict(among) == pytest.approx({key: whole[key] for key in (1, 3)})
    assert [key for key, _ in lexical.search(["lima"], 9, title_boost=0, articles=[2])] == [2]
    assert lexical.search(["lima"], 9, title_boost=0, articles=[]) == []


def test_nothing_asked_finds_nothing(lexical: LexicalIndex) -> None:
    assert lexical.search([], 10, title_boost=0.3) == []
    assert lexical.search(["callao"], 0, title_boost=0.3) == []
    assert lexical.articles_with_phrase([]) == []


def test_putting_again_and_taking_out_is_idempotent(lexical: LexicalIndex, store: Store) -> None:
    for _ in range(2):
        with lexical.writing():
            for key in store.article_keys():
                lexical.put(key, store.passages_of(key))
    assert sorted(lexical.passage_keys()) == store.passage_keys()

    with lexical.writing():
        lexical.put(1, [])
        lexical.put(99, [])
    assert sorted(lexical.article_keys()) == [2, 3, 4]


def test_an_error_while_writing_undoes_all_of_it(lexical: LexicalIndex) -> None:
    with pytest.raises(ZeroDivisionError):
        take_out_and_fail(lexical)

    assert sorted(lexical.article_keys()) == [1, 2, 3, 4]


def take_out_and_fail(lexical: LexicalIndex) -> None:
    with lexical.writing():
        lexical.put(1, [])
        raise ZeroDivisionError


def test_a_word_of_many_thousand_letters_is_left_out(store: Store) -> None:
    with store.writing():
        add_lines(store, [line("x" * 100_000 + " port", id="long")])
    lexical = LexicalIndex(store.folder / "lexical", store.folder, create=True)
    sync_lexical(lexical, store, since=0)

    assert lexical.articles_with_phrase(["port"]) == [1]


def test_an_index_is_not_made_where_one_was_expected(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match="rebuild"):
        LexicalIndex(tmp_path / "1", tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "query",
    [
        "WHO ARE UNDER ARREST IN CHAD",
        "chad AND OR NOT",
        '"arrest" in: [chad TO *]',
        "title:chad^2 (arrest) +chad -nobody ~2 \\ /x/",
        "chad' OR 1=1 --",
        "((((chad",
        "chad\x00arrest",
    ],
)
def test_nothing_in_a_query_is_syntax(
    make_library: Make, fake_encoder: HashedWords, query: str
) -> None:
    folder = make_library([line("Two men are under arrest in Chad.", id="chad"), line("Rain.")])
    with Retriever.open(folder, encoder=fake_encoder) as reader:
        hits = reader.search(query)
        reader.find_phrase(query)

    assert (hits[0].article_id, hits[0].bm25 > 0) == ("chad", True)


def test_stemmed_forms_are_found_in_each_article_s_language(
    make_library: Make, fake_encoder: HashedWords
) -> None:
    english = line("The gang trafficked drugs.", id="en")
    spanish = line("Los sicarios fueron detenidos.", id="es", language="es")
    with Retriever.open(make_library([english, spanish]), encoder=fake_encoder) as reader:
        found = {query: reader.search(query)[0] for query in ("trafficking", "¿sicario detenido?")}

    assert [hit.article_id for hit in found.values()] == ["en", "es"]
    assert all(hit.bm25 > 0 for hit in found.values())
    assert query_terms("trafficking", ["en"]) == ["traffick", "trafficking"]
