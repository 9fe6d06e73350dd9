"""ui.links: every state is a link, made of ids and numbers."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from ui import links


def test_a_place_is_named_by_its_offsets() -> None:
    link = links.article_link("a b", revision=2, start=10, end=20)

    assert link == "/read?article=a+b&revision=2&start=10&end=20"


def test_what_is_not_given_is_not_in_the_link() -> None:
    assert links.article_query("raid") == {"article": "raid"}
    assert links.article_query("raid", start=0, end=3) == {
        "article": "raid",
        "start": "0",
        "end": "3",
    }


def test_records_are_named_by_their_ids() -> None:
    assert links.conversation_link("x1") == "/?conversation=x1"
    assert links.conversation_link("x1", turn=0) == "/?conversation=x1&turn=0"
    assert links.check_link("x1") == "/check?record=x1"
    assert links.draft_link("x1") == "/check?draft=x1"


@given(st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_an_id_of_any_letters_comes_back_as_it_was(article_id: str) -> None:
    link = links.article_link(article_id)

    assert parse_qs(urlsplit(link).query, keep_blank_values=True) == {"article": [article_id]}
