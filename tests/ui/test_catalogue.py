"""ui.catalogue: articles made ready for searching; duplicates as groups."""

from __future__ import annotations

from collections.abc import Callable

from corpus import Listed
from ui.catalogue import catalogue_of, matching, values_of, year_of

List = Callable[..., Listed]


def test_every_word_is_looked_for_in_title_outlet_and_authors(listed: List) -> None:
    catalogue = catalogue_of(
        [
            listed("a", title="Raid in Callao", authors=("Ana Díaz",)),
            listed("b", title="Callao", authors=()),
        ]
    )

    assert [line.id for line in matching(catalogue, "CALL diaz", None)] == ["a"]
    assert [line.id for line in matching(catalogue, " callao ", None)] == ["a", "b"]
    assert matching(catalogue, "callao nowhere", None) == []


def test_without_words_everything_is_listed(listed: List) -> None:
    catalogue = catalogue_of([listed("a"), listed("b")])

    assert [line.id for line in matching(catalogue, "  ", None)] == ["a", "b"]


def test_what_a_search_of_the_texts_found_keeps_its_order_and_leaves_out_what_is_gone(
    listed: List,
) -> None:
    catalogue = catalogue_of([listed("a"), listed("b")])

    assert [line.id for line in matching(catalogue, "x", ["b", "gone", "a"])] == ["b", "a"]


def test_articles_with_one_text_are_a_group_with_the_oldest_first(listed: List) -> None:
    catalogue = catalogue_of(
        [
            listed("first", published="2018-01-01"),
            listed("other"),
            listed("copy", published="2017-01-01", duplicate_of="first"),
            listed("undated", published=None, duplicate_of="first"),
        ]
    )

    assert [[line.id for line in group] for group in catalogue.groups()] == [
        ["copy", "first", "undated"]
    ]
    assert catalogue.independent == 2


def test_what_is_unknown_has_the_empty_value(listed: List) -> None:
    bare = listed("a", publisher=None, authors=(), language=None, published=None)

    facets = ("outlet", "author", "language", "year")

    assert [values_of(bare, facet) for facet in facets] == [("",)] * 4


def test_a_year_is_that_of_a_real_day() -> None:
    assert [year_of(day) for day in ("2017-06-22", "2017", "", None)] == ["2017", "", "", ""]
