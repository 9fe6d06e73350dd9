"""qa.citations: the quoted words are the article's, or there is no citation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes import prepared
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus import Article, ArticleMissing, Span, Store
from qa import CitationBroken, cited_article
from qa.citations import cite, cite_article
from qa.model import Citation

TEXT = "MacDowell took over. He was his “chief representative”, police said."


WHOLE = Span(0, 20)


def made(text: str = TEXT, exact: Span = WHOLE, article_id: str = "a") -> Citation:
    article = Article(id=article_id, text=text)
    return cite(article, exact, exact, number=1, context_characters=10)


def test_a_citation_carries_the_words_and_what_stands_around_them() -> None:
    citation = made(exact=Span(21, len(TEXT)))

    assert citation.exact == "He was his “chief representative”, police said."
    assert (citation.prefix, citation.suffix) == ("ook over. ", "")


@pytest.mark.parametrize("exact", [Span(5, 5), Span(-1, 4), Span(0, len(TEXT) + 1), Span(9, 3)])
def test_offsets_outside_the_text_are_refused(exact: Span) -> None:
    with pytest.raises(CitationBroken, match="not shown"):
        made(exact=exact)


@given(st.text(min_size=1), st.data())
def test_the_offsets_always_give_the_words_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(start < end)

    citation = made(text, Span(start, end))

    assert text[citation.start : citation.end] == citation.exact
    assert (citation.prefix + citation.exact + citation.suffix) in text


def test_a_citation_is_checked_again_when_it_is_shown(store: Store) -> None:
    store.put([prepared(TEXT, given_id="a")])
    citation = made()

    assert cited_article(store, citation).text == TEXT
    for wrong in ({"start": 1}, {"exact": "MacDowell took power"}, {"text_sha256": "0" * 64}):
        with pytest.raises(CitationBroken):
            cited_article(store, replace(citation, **wrong))


def test_a_replaced_text_is_cited_as_not_current_and_a_removed_one_not_at_all(store: Store) -> None:
    store.put([prepared(TEXT, given_id="a")])
    citation = made()
    store.put([prepared("Another text altogether.", given_id="a")])

    assert not cited_article(store, citation).current
    store.remove(["a"])
    with pytest.raises(ArticleMissing):
        cited_article(store, citation)


def test_an_article_as_a_whole_is_cited_without_words_and_offsets(store: Store) -> None:
    store.put([prepared(TEXT, given_id="a", title="The raid", authors=("Ana Díaz",))])
    article = store.article("a")

    citation = cite_article(article, number=2)

    assert (citation.number, citation.title, citation.authors) == (2, "The raid", ("Ana Díaz",))
    assert (citation.exact, citation.prefix, citation.suffix, citation.sentence) == ("",) * 4
    assert (citation.start, citation.end, citation.sentence_start, citation.sentence_end) == (
        None, None, None, None,
    )  # fmt: skip
    assert cited_article(store, citation) == article


def test_a_whole_article_that_changed_is_not_shown_as_the_one_cited(store: Store) -> None:
    store.put([prepared(TEXT, given_id="a")])
    citation = replace(cite_article(store.article("a"), number=1), text_sha256="0" * 64)

    with pytest.raises(CitationBroken, match="not shown"):
        cited_article(store, citation)
