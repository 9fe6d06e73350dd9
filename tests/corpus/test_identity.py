"""corpus.identity: which article is this?"""

from __future__ import annotations

import pytest
from fakes import incoming

from corpus.identity import address_of, is_same_article, made_id


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/news/1",
        "https://example.org/news/1/",
        "https://example.org/news/1#comments",
        "https://example.org/news/1?utm_source=feed&utm_medium=rss",
        "HTTPS://EXAMPLE.org/news/1",
    ],
)
def test_one_page_has_one_address(url: str) -> None:
    assert address_of(url) == "https://example.org/news/1"


def test_parameters_that_name_the_article_stay_in_its_address() -> None:
    assert address_of("https://example.org/story?id=1") != address_of(
        "https://example.org/story?id=2"
    )


@pytest.mark.parametrize("url", [None, ""])
def test_no_url_is_no_address(url: str | None) -> None:
    assert address_of(url) is None


def test_a_made_id_is_readable() -> None:
    article = incoming("Text.", title="¿Quién manda en el Callao? La “Familia”")

    assert made_id(article).rpartition("-")[0] == "quien-manda-en-el-callao-la-familia"


def test_a_made_id_without_a_title_has_the_first_words_of_the_text() -> None:
    assert made_id(incoming("Rain fell. " * 40)).startswith("rain-fell-rain-fell-")
    assert len(made_id(incoming("Rain fell. " * 40))) <= 60 + 1 + 8


def test_a_text_without_letters_has_an_id_too() -> None:
    assert made_id(incoming("🙂")).startswith("article-")


def test_the_id_of_an_article_with_an_address_does_not_change_with_its_text() -> None:
    one = incoming("First text.", title="T", url="https://example.org/a?utm_source=x")
    other = incoming("Second text.", title="T", url="https://example.org/a")

    assert made_id(one) == made_id(other)


def test_without_an_address_text_title_publisher_and_date_make_the_id() -> None:
    ids = {
        made_id(incoming("Text.", title="T")),
        made_id(incoming("Other.", title="T")),
        made_id(incoming("Text.", title="U")),
        made_id(incoming("Text.", title="T", publisher="P")),
        made_id(incoming("Text.", title="T", published="2020-01-01")),
    }

    assert len(ids) == 5


def test_an_edit_is_the_same_article_and_another_story_is_not() -> None:
    old = "The police in Callao seized two tonnes of cocaine in the port on Monday."
    edit = "The police in Callao seized three tonnes of cocaine in the port on Monday, they said."
    other = "A comet will pass near Jupiter in June, astronomers at the observatory hope."

    assert is_same_article(None, old, incoming(edit))
    assert not is_same_article(None, old, incoming(other))


def test_the_same_title_makes_it_the_same_article_whatever_the_text() -> None:
    assert is_same_article(
        "Live: the VOTE", "Polls open.", incoming("It is over.", title="Live – the vote")
    )
