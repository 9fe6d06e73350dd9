"""corpus.loaders.jsonld: of all that a page describes, the article that is its own."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.loaders.jsonld import addresses, all_texts, find_article, first_text


def find(*values: object, titles: tuple[str, ...] = (), urls: tuple[str, ...] = ()) -> Any:
    """The article that scripts with these values describe."""
    return find_article([json.dumps(value) for value in values], titles=titles, urls=urls)


def test_an_article_in_a_graph_is_found_and_its_references_are_followed() -> None:
    graph = [
        {"@id": "#org", "@type": "Organization", "name": "Bay Bulletin"},
        {"@type": ["NewsArticle"], "headline": "A", "publisher": {"@id": "#org"}},
    ]

    assert first_text(find({"@graph": graph})["publisher"]) == "Bay Bulletin"


def test_articles_of_a_list_are_others() -> None:
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "B"}]}

    assert find(listed) is None


def test_of_several_the_one_with_the_page_s_headline_or_address_counts() -> None:
    one = {"@type": "NewsArticle", "headline": "A", "datePublished": "2020-01-01"}
    two = {"@type": "NewsArticle", "headline": "B", "url": "https://x.example/b/"}

    assert find(one, two, titles=("A | Bay Bulletin",))["headline"] == "A"
    assert find(one, two, urls=("https://x.example/b",))["headline"] == "B"


def test_of_several_that_cannot_be_told_apart_none_counts() -> None:
    assert (
        find({"@type": "Article", "headline": "A"}, {"@type": "Article", "headline": "B"}) is None
    )


@pytest.mark.parametrize("script", ["", "{", "[[[", "null", '"a"', "[" * 100_000])
def test_broken_scripts_are_passed_over(script: str) -> None:
    whole = '{"@type": "Article", "headline": "A"}'

    assert (find_article([script, whole], titles=(), urls=()) or {})["headline"] == "A"


def test_texts_are_strings_and_names_with_their_entities_read() -> None:
    value = ["A &amp; B", {"name": " C\n D "}, 7, None, {"name": 3}, ""]

    assert all_texts(value) == ("A & B", "C D")


def test_an_article_s_addresses_are_its_own() -> None:
    node = {"url": "https://a.example", "mainEntityOfPage": {"@id": "https://b.example"}, "@id": 3}

    assert addresses(node) == ("https://a.example", "https://b.example")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("NewsArticle"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "headline", "author", "url"]), inner
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_no_structured_data_makes_it_raise(value: Any) -> None:
    article = find(value, titles=("A",), urls=("https://x.example",))

    assert article is None or all_texts(article.get("author")) is not None
