"""ui.render.sources: a card says who published what, and marks the sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from corpus import Article, Store
from index import Hit
from qa import Citation
from qa.citations import cite_article
from ui import words
from ui.evidence import cited_evidence, nearest_evidence
from ui.render.sources import card_html, source_line

Cite = Callable[..., Citation]


def test_a_card_marks_the_sentence_and_emphasises_the_answer(
    store: Store, raid: Article, cite: Cite
) -> None:
    card = card_html(cited_evidence(store, cite(raid, "MacDowell")), turn=0).body

    assert 'id="source-0-1" tabindex="-1"><strong>MacDowell</strong> took the role over.</m' in card


def test_a_source_line_has_every_field(raid: Article) -> None:
    line = source_line(raid)

    for shown in ("Raid in Callao", "Ana Díaz", "B. Cole", "The Port Paper", "22 June 2017",
                  'href="https://example.org/raid?a=1&amp;b=2"', "CC BY 4.0"):  # fmt: skip
        assert shown in line


def test_unknown_fields_say_so(store: Store) -> None:
    assert source_line(store.article("bare")).count(f"<dd>{words.UNKNOWN}</dd>") >= 4


def test_titles_and_names_are_shown_as_text(raid: Article) -> None:
    hostile = replace(raid, title="<script>x</script>", authors=("**A** <b>",), url="javascript:x")

    line = source_line(hostile)

    assert "&lt;script&gt;x&lt;/script&gt;" in line
    assert "**A** &lt;b&gt;" in line
    assert "<script" not in line
    assert "<a" not in line


def test_a_nearest_passage_is_not_marked_as_if_it_answered(
    store: Store, raid: Article, passage: Callable[[Article, str], Hit]
) -> None:
    near = nearest_evidence(store, passage(raid, "The port was raided"), number=3)

    card = card_html(near, turn=1).body

    assert "<mark" not in card
    assert 'id="source-1-3"' in card


def test_a_card_whose_text_is_gone_says_why_and_marks_nothing(
    store: Store, raid: Article, cite: Cite
) -> None:
    with store.writing():
        store.remove(["raid"])

    card = card_html(cited_evidence(store, cite(raid, "MacDowell")), turn=0).body

    assert "<mark" not in card
    assert "or-warning" in card
    assert "took the role" not in card


def test_a_card_of_a_whole_article_says_that_its_details_answer(
    store: Store, raid: Article
) -> None:
    card = card_html(cited_evidence(store, cite_article(raid, number=1)), turn=0).body

    assert words.ABOUT_THE_ARTICLE in card
    assert "Ana Díaz" in card
    assert "<mark" not in card
    assert "None" not in card
