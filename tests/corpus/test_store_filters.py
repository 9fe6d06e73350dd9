"""corpus.store: which articles the filters let through."""

from __future__ import annotations

import pytest
from fakes import prepared

from corpus import Coverage, Filters, Store


@pytest.fixture
def filled(store: Store) -> Store:
    """Four articles that differ in all that can be filtered."""
    with store.writing():
        store.put(
            [
                prepared("One.", given_id="old", published="2016-05-11", publisher="InSight Crime"),
                prepared("Two.", given_id="new", published="2017-06-22", publisher="La República"),
                prepared("Three.", given_id="undated", authors=("Ana María Díaz", "Jo Li")),
                prepared("Cuatro.", given_id="es", published="2017-06-22", language="es"),
            ]
        )
    return store


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), ["es", "new", "old", "undated"]),
        (Filters(date_from="2017-06-22"), ["es", "new"]),
        (Filters(date_to="2017-06-21"), ["old"]),
        (Filters(date_from="2016-05-11", date_to="2016-05-11"), ["old"]),
        (Filters(date_from="1000-01-01", date_to="9999-12-31"), ["es", "new", "old"]),
        (Filters(publishers=("insight crime",)), ["old"]),
        (Filters(publishers=("LA REPUBLICA", "InSight Crime")), ["new", "old"]),
        (Filters(publishers=("Insight",)), []),
        (Filters(authors=("díaz",)), ["undated"]),
        (Filters(authors=("Maria Diaz",)), ["undated"]),
        (Filters(authors=("Ana Li",)), []),
        (Filters(languages=("es",)), ["es"]),
        (Filters(languages=("EN",), date_from="2017-01-01"), ["new"]),
        (Filters(publishers=("' OR 1=1 --",)), []),
    ],
)
def test_filters_let_through(filled: Store, filters: Filters, ids: list[str]) -> None:
    assert sorted(line.id for line in filled.listing(filters)) == ids
    assert len(filled.article_keys(filters)) == len(filled.passage_keys(filters)) == len(ids)


def test_the_listing_is_newest_first_with_unknown_dates_last(filled: Store) -> None:
    assert [line.id for line in filled.listing()] == ["es", "new", "old", "undated"]


def test_coverage_counts_and_names_the_oldest_and_newest_day(filled: Store) -> None:
    assert filled.coverage() == Coverage(4, "2016-05-11", "2017-06-22")
    assert filled.coverage(Filters(languages=("es",))) == Coverage(1, "2017-06-22", "2017-06-22")
    assert filled.coverage(Filters(authors=("nobody",))) == Coverage(0, None, None)


def test_the_languages_of_the_articles_are_known(filled: Store) -> None:
    assert filled.languages() == ["en", "es"]


def test_filters_follow_a_change_of_metadata(filled: Store) -> None:
    with filled.writing():
        filled.put([prepared("One.", given_id="old", published="2020-01-01")])

    assert [line.id for line in filled.listing(Filters(date_from="2020-01-01"))] == ["old"]
    assert filled.listing(Filters(publishers=("InSight Crime",))) == []
