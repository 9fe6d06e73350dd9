"""ui.render.articles: the whole article, the place marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from corpus import Article, Store
from qa import Citation
from qa.citations import cite_article
from ui import words
from ui.evidence import cited_evidence
from ui.render import article_html

Cite = Callable[..., Citation]


def test_the_article_keeps_its_paragraphs_and_marks_the_sentence(
    store: Store, raid: Article, cite: Cite
) -> None:
    body = article_html(cited_evidence(store, cite(raid, "MacDowell"))).body

    assert '<article lang="en">' in body
    assert '<mark id="cited"' in body
    assert '<p dir="auto">The port was raided on Tuesday.</p>' in body


def test_a_place_that_can_t_be_confirmed_is_said_and_not_marked(
    store: Store, raid: Article, cite: Cite
) -> None:
    moved = replace(cite(raid, "MacDowell"), start=1, end=10)

    body = article_html(cited_evidence(store, moved)).body

    assert "<mark" not in body
    assert 'role="alert"' in body
    assert "Raid in Callao" in body


def test_an_older_revision_says_that_it_is_one(store: Store, raid: Article, cite: Cite) -> None:
    evidence = cited_evidence(store, cite(raid, "MacDowell"))
    older = replace(evidence, article=replace(raid, current=False))

    assert words.OLDER_REVISION in article_html(older).body


def test_an_article_that_is_cited_as_a_whole_opens_with_nothing_marked(
    store: Store, raid: Article
) -> None:
    body = article_html(cited_evidence(store, cite_article(raid, number=1))).body

    assert "Raid in Callao" in body
    assert "<mark" not in body
    assert words.TO_THE_MARK not in body
    assert 'role="alert"' not in body
