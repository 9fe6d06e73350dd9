"""ui.browsing: what of the list is shown, and the address that says so."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Listed
from ui.browsing import (
    PARTS,
    SIZES,
    Browsing,
    Found,
    Selection,
    TextSearch,
    address_of,
    address_parts,
    find,
    selection_of,
)
from ui.catalogue import FACETS, catalogue_of

List = Callable[..., Listed]
Find = Callable[..., Found]

VALUES = st.lists(st.text(max_size=8), unique=True, max_size=3)


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """Any state that the page can be in."""
    sort = draw(st.sampled_from(["", "title", "date", "characters"]))
    selection = Selection(
        part=draw(st.sampled_from(PARTS)),
        sort=sort,
        descending=bool(sort) and draw(st.booleans()),
        size=draw(st.sampled_from(SIZES)),
    )
    for facet in FACETS:
        selection = selection.with_values(facet, draw(VALUES))
    page = draw(st.integers(1, 99_999_999))
    return Selection(
        selection.part, selection.facets, selection.sort, selection.descending, page, selection.size
    )


@given(selections())
def test_every_state_can_be_read_back_from_its_address(selection: Selection) -> None:
    address = address_of(selection)

    page, query = address_parts(address)

    assert page == "articles"
    assert selection_of(query) == selection
    assert parse_qs(urlsplit(address).query, keep_blank_values=True) == query


@given(st.dictionaries(st.sampled_from([*FACETS, "part", "sort", "order", "page", "rows"]), VALUES))
def test_no_query_breaks_the_page(query: dict[str, list[str]]) -> None:
    selection = selection_of(query)

    assert selection.part in PARTS
    assert selection.size in SIZES
    assert 1 <= selection.page < 10**8


@pytest.mark.parametrize(
    "address", ["https://example.org/articles", "//example.org/articles", "javascript:alert(1)",
                "http://[", ""],
)  # fmt: skip
def test_an_address_that_is_not_ours_leads_nowhere(address: str) -> None:
    assert address_parts(address)[0] != "articles"


@pytest.fixture
def narrowed(listed: List) -> Find:
    """Find in four articles."""
    catalogue = catalogue_of(
        [
            listed("a", publisher="Reuters", authors=("Ana", "Bo"), published="2019-01-01"),
            listed("b", publisher="Reuters", authors=("Ana",), published="2018-01-01"),
            listed("c", publisher="Le Monde", authors=("Bo",), published="2018-06-01"),
            listed("d", publisher=None, authors=(), published=None),
        ]
    )

    def find_in(selection: Selection | None = None, browsing: Browsing | None = None) -> Found:
        return find(catalogue, selection or Selection(), browsing or Browsing())

    return find_in


def ids(found: Found) -> str:
    """The ids of everything that fits, in order."""
    return "".join(line.id for line in found.lines)


def test_values_of_one_facet_add_up_and_facets_narrow_each_other(narrowed: Find) -> None:
    outlets = Selection().toggled("outlet", "Reuters").toggled("outlet", "")

    assert ids(narrowed(outlets)) == "abd"
    assert ids(narrowed(outlets.toggled("author", "Bo"))) == "a"


def test_counts_follow_the_other_filters_and_the_most_frequent_comes_first(narrowed: Find) -> None:
    found = narrowed(Selection().toggled("author", "Bo"))

    assert found.counts["outlet"] == [("Le Monde", 1), ("Reuters", 1)]
    assert found.counts["author"] == [("Ana", 2), ("Bo", 2), ("", 1)]


def test_a_chosen_value_stays_in_its_list_with_nothing_to_count(narrowed: Find) -> None:
    found = narrowed(Selection().toggled("year", "1999"))

    assert ids(found) == ""
    assert found.counts["year"][-1] == ("1999", 0)


def test_choosing_twice_takes_a_filter_back_and_begins_at_the_first_page() -> None:
    chosen = Selection(page=3).toggled("year", "2018")

    assert chosen.page == 1
    assert chosen.toggled("year", "2018") == Selection()


@pytest.mark.parametrize(
    ("column", "once", "twice"), [("date", "acbd", "bcad"), ("outlet", "cabd", "abcd")]
)
def test_the_unknown_comes_last_whichever_way_it_is_sorted(
    narrowed: Find, column: str, once: str, twice: str
) -> None:
    selection = Selection().sorted_by(column)

    assert ids(narrowed(selection)) == once
    assert ids(narrowed(selection.sorted_by(column))) == twice


def test_a_search_of_the_texts_gives_its_order_until_a_column_is_chosen(narrowed: Find) -> None:
    browsing = Browsing(search="x", texts=TextSearch("x", ("c", "a")))

    assert ids(narrowed(None, browsing)) == "ca"
    assert ids(narrowed(Selection().sorted_by("date"), browsing)) == "ac"


def test_only_one_page_of_rows_is_given_out(listed: List) -> None:
    catalogue = catalogue_of([listed(f"n{number:02}") for number in range(60)])

    found = find(catalogue, Selection(page=9), Browsing())

    assert (found.pages, found.selection.page, found.first) == (3, 3, 50)
    assert [line.id for line in found.rows] == [f"n{number}" for number in range(50, 60)]
