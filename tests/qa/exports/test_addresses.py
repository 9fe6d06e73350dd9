"""qa.exports.addresses: only web addresses become links, and they name whole words."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article, Span
from qa.citations import cite, cite_article
from qa.exports import text_fragment_url, web_address
from qa.model import Citation

PAGE = "https://example.org/raid"


def cited(text: str, exact: str, *, url: str | None = PAGE, context: int = 60) -> Citation:
    """A citation of the first place of these words."""
    start = text.index(exact)
    place = Span(start, start + len(exact))
    return cite(Article(id="a", text=text, url=url), place, place, number=1,
                context_characters=context)  # fmt: skip


def directive(citation: Citation) -> str:
    """What stands behind the page's own address."""
    url = text_fragment_url(citation)
    assert url is not None
    return url.removeprefix(f"{PAGE}#:~:text=")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "ftp://example.org/a", "file:///etc/passwd", "//example.org", "https://",
     "https://example.org/a b", "https://example.org/\n", "http://[half", "https://e.org/\ud800",
     "https://example.org/" + "a" * 2000, "", None],
)  # fmt: skip
def test_what_is_no_complete_web_address_becomes_no_link(url: str | None) -> None:
    assert web_address(url) is None


def test_a_web_address_cannot_end_what_it_is_written_into() -> None:
    assert web_address('HTTPS://e.org/ü"<>`|') == "HTTPS://e.org/ü%22%3C%3E%60%7C"


def test_the_whole_article_is_one_short_text() -> None:
    assert directive(cited("Rain fell.", "Rain fell.")) == "Rain%20fell."


def test_context_stands_around_the_words_and_dashes_commas_and_ampersands_are_encoded() -> None:
    text = "He said: AT&T, well-known, paid him twice that very year for it, they say."

    assert directive(cited(text, "AT&T, well-known,")) == (
        "He%20said%3A-,AT%26T%2C%20well%2Dknown%2C,-paid%20him%20twice%20that"
    )


def test_a_word_that_the_context_may_have_cut_is_left_out() -> None:
    # Ten characters are "efore the " before, and " down upon" after: "upon" may go on.
    text = "Nobody was there before the rain came down upon everything."

    assert directive(cited(text, "rain came", context=10)) == "the-,rain%20came,-down"


def test_context_of_another_paragraph_is_left_out() -> None:
    text = "First paragraph.\n\nIt rained.\n\nThird paragraph."

    assert directive(cited(text, "It rained.")) == "It%20rained."


def test_a_long_quotation_is_named_by_its_first_and_last_words() -> None:
    words = [f"w{number}" for number in range(20)]

    assert directive(cited(" ".join(words), " ".join(words))) == (
        "w0%20w1%20w2%20w3%20w4%20w5,w14%20w15%20w16%20w17%20w18%20w19"
    )


def test_a_quotation_over_several_paragraphs_is_named_by_words_of_the_first_and_the_last() -> None:
    assert directive(cited("One two.\n\nThree.\n\nFour.", "One two.\n\nThree.\n\nFour.")) == (
        "One%20two.,Four."
    )


def test_a_part_of_a_word_is_made_whole() -> None:
    assert directive(cited("Mr MacDowells left.", "Dowell")) == "Mr-,MacDowells"


def test_japanese_is_not_taken_for_one_long_word() -> None:
    assert unquote(directive(cited("昨日、市長は辞任した。以上。", "市長"))) == (
        "昨日、-,市長,-は辞任した。"
    )


def test_arabic_is_percent_encoded_and_kept_in_its_order() -> None:
    assert unquote(directive(cited("قال الوزير نعم.", "الوزير"))) == "قال-,الوزير"


@pytest.mark.parametrize(
    ("url", "start"),
    [("https://e.org/a#part", "https://e.org/a#part:~:text=It"),
     ("https://e.org/a#", "https://e.org/a#:~:text=It"),
     ("https://e.org/a#part:~:text=old", "https://e.org/a#part:~:text=It"),
     ("https://e.org/a?b=c,d", "https://e.org/a?b=c,d#:~:text=It")],
)  # fmt: skip
def test_the_address_and_its_own_fragment_are_kept(url: str, start: str) -> None:
    assert text_fragment_url(cited("It rained.", "It rained.", url=url)) == f"{start}%20rained."


def test_without_words_or_address_there_is_no_link() -> None:
    whole = cite_article(Article(id="a", text="x", url=PAGE), number=1)

    assert text_fragment_url(whole) is None
    assert text_fragment_url(cited("x", "x", url=None)) is None
    assert text_fragment_url(cited("x", "x", url="javascript:x")) is None
    assert text_fragment_url(cited("語" * 900, "語" * 900)) is None


def test_half_of_a_surrogate_pair_is_no_error() -> None:
    assert directive(cited("\ud83d x", "\ud83d x")) == "%3F%20x"


@given(st.text(min_size=1), st.data())
def test_whatever_the_words_the_terms_are_words_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    exact = Span(start, end)
    article = Article(id="a", text=text, url=PAGE)

    url = text_fragment_url(cite(article, exact, exact, number=1, context_characters=20))

    if url is None:
        assert not text[start:end].strip() or len(text) > 100
        return
    terms = url.removeprefix(f"{PAGE}#:~:text=").split(",")
    written = [unquote(term.strip("-")) for term in terms]
    flat = " ".join(text.split())
    assert all(term in flat for term in written if "?" not in term)
    assert all(set('&#<>" ').isdisjoint(term) for term in terms)


def test_the_context_is_the_articles_whatever_the_citation_says_of_other_things() -> None:
    citation = replace(cited("It rained.", "rained."), current=False, title="#:~:text=x")

    assert directive(citation) == "It-,rained."
