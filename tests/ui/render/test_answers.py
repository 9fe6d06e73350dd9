"""ui.render.answers: the sentence first, its numbers, the dates; or what was searched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from corpus import Article, Filters, Store
from qa import Answer, Citation, OtherAnswer
from ui import words
from ui.evidence import cited_evidence
from ui.render import (
    abstention_html,
    answer_html,
    copy_link_html,
    question_html,
    searched_with_html,
    understood_html,
)

Cite = Callable[..., Citation]
Respond = Callable[..., Answer]
Draw = Callable[..., str]


@pytest.fixture
def drawn(store: Store, respond: Respond) -> Draw:
    """Draw an answer made from citations."""

    def draw(citations: Sequence[Citation], **fields: object) -> str:
        answer = respond(*citations, **fields)
        others = [citation for other in answer.other_answers for citation in other.citations]
        evidences = {c.number: cited_evidence(store, c) for c in [*citations, *others]}
        return answer_html(answer, evidences, turn=2).body

    return draw


def test_the_sentence_comes_with_the_answer_in_it_and_its_number(
    raid: Article, cite: Cite, drawn: Draw
) -> None:
    body = drawn([cite(raid, "MacDowell")])

    assert "<p><strong>MacDowell</strong> took the role over.<sup>" in body
    assert 'href="#source-2-1" aria-label="Source 1">1</a>' in body


def test_the_small_print_has_dates_and_a_chance_with_its_meaning(
    raid: Article, cite: Cite, drawn: Draw
) -> None:
    body = drawn([cite(raid, "MacDowell")])

    assert "As of 11 May 2016 to 22 June 2017" in body
    assert "Estimated chance that this answer is right: 83 in 100" in body


def test_different_answers_stand_side_by_side_each_with_its_date(
    store: Store, raid: Article, cite: Cite, drawn: Draw
) -> None:
    bare = store.article("bare")
    other = cite(bare, "Nobody", sentence="Nobody knows who wrote this sentence.", number=2)
    others = (OtherAnswer(answer="Nobody", confidence=0.4, citations=(other,)),)

    body = drawn([cite(raid, "MacDowell")], other_answers=others)

    assert words.DIFFERENT_ANSWERS in body
    assert body.count('class="or-answer"') == 2
    assert "22 June 2017" in body
    assert words.DATE_UNKNOWN in body
    assert "#source-2-2" in body


def test_the_full_form_is_shown(raid: Article, cite: Cite, drawn: Draw) -> None:
    body = drawn([cite(raid, "MacDowell")], full_form="C. <M>")

    assert "In full: C. &lt;M&gt;" in body


def test_a_completed_question_is_shown(respond: Respond) -> None:
    understood = understood_html(respond(standalone_question="Who & why?"))

    assert understood is not None
    assert "Understood as: Who &amp; why?" in understood.body


def test_answers_of_different_dates_stand_on_a_line_of_time(
    store: Store, raid: Article, cite: Cite, drawn: Draw
) -> None:
    bare = store.article("bare")
    undated = cite(bare, "Nobody", sentence="Nobody knows who wrote this sentence.", number=2)
    older = replace(undated, published="2016-05-11")
    others = [(OtherAnswer(answer="N", confidence=0.4, citations=(one,)),)
              for one in (older, undated)]  # fmt: skip

    body, without = (drawn([cite(raid, "MacDowell")], other_answers=other) for other in others)

    assert "11 May 2016: N; 22 June 2017: MacDowell" in body
    assert "or-time" not in without


def test_what_was_searched_is_said_and_escaped() -> None:
    body = searched_with_html(Filters(publishers=("<b>",))).body

    assert "Searched only: Outlet: &lt;b&gt;" in body


def test_the_address_to_copy_is_an_attribute_alone() -> None:
    body = copy_link_html('/?a="b').body

    assert 'data-copy-link="/?a=&quot;b"' in body
    assert body.startswith('<button type="button"')


def test_what_is_known_about_an_article_is_an_answer_without_a_sentence(
    raid: Article, cite: Cite, drawn: Draw
) -> None:
    placed = cite(raid, "MacDowell")
    whole = replace(placed, exact="", start=None, end=None, sentence="", sentence_start=None)

    body = drawn([whole], answer="22 June 2017")

    assert "<bdi>22 June 2017</bdi>" in body
    assert words.ABOUT_THE_ARTICLE in body


def test_a_sentence_that_is_gone_is_not_shown_from_memory(
    store: Store, raid: Article, cite: Cite, drawn: Draw
) -> None:
    with store.writing():
        store.remove(["raid"])

    body = drawn([cite(raid, "MacDowell")])

    assert "MacDowell" not in body
    assert "or-warning" in body


def test_an_abstention_says_why_and_what_was_searched(respond: Respond) -> None:
    body = abstention_html(respond()).body

    assert words.NO_ANSWER in body
    assert "The articles do not say." in body


def test_a_question_that_was_only_tidied_is_not_said_again(respond: Respond) -> None:
    assert understood_html(respond(question=" Who?\x00\n", standalone_question="Who?")) is None


@pytest.mark.parametrize(
    "question", ["<script>alert(1)</script>", "**b** [x](javascript:y) $z$ :smile:", "שלום \u202e"]
)
def test_a_question_is_shown_as_text(question: str) -> None:
    body = question_html(question, turn=0).body

    assert question.replace("<", "&lt;").replace(">", "&gt;") in body
