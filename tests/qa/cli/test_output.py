"""qa.cli.output: answers as text, with where they come from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus import Article, Coverage, Span
from qa.citations import cite, cite_article
from qa.cli.output import FROM_DETAILS, answer_text
from qa.model import Answer, Citation, Dates, OtherAnswer

ARTICLE = Article(
    id="raid", text="Police came. MacDowell left.", title="Raid", authors=("Ana Díaz",),
    published="2017-06-22",
)  # fmt: skip
WHOLE = cite_article(ARTICLE, number=1)
QUOTED = cite(ARTICLE, Span(13, 22), Span(13, 28), number=1, context_characters=5)


@pytest.fixture
def answer() -> Answer:
    dates = Dates("2017-06-22", "2017-06-22")
    return Answer(
        id=None, question="Who wrote it?", standalone_question="Who wrote it?", answer="Ana Díaz",
        full_form=None, abstention=None, confidence=0.9, citations=(WHOLE,), other_answers=(),
        passages=(), searched=Coverage(1, "2017-06-22", "2017-06-22"), as_of=dates,
    )  # fmt: skip


def test_an_answer_from_metadata_is_shown_and_marked_as_such(answer: Answer) -> None:
    lines = answer_text(answer).splitlines()

    assert lines[:2] == ["Ana Díaz [1]", f"({FROM_DETAILS})"]
    assert "[1] Raid · by Ana Díaz · publisher unknown · 22 June 2017" in lines
    assert "    raid, the article as a whole" in lines


def test_an_answer_from_the_text_is_its_sentence_and_not_so_marked(answer: Answer) -> None:
    shown = answer_text(replace(answer, answer="MacDowell", citations=(QUOTED,)))

    assert shown.startswith("MacDowell\n\nMacDowell left. [1]\n")
    assert FROM_DETAILS not in shown


@pytest.mark.parametrize("citation", [replace(WHOLE, number=2), replace(QUOTED, number=2)])
def test_other_answers_are_shown_in_the_same_way(answer: Answer, citation: Citation) -> None:
    other = OtherAnswer(answer="Luis Paz", confidence=0.8, citations=(citation,))

    shown = answer_text(replace(answer, other_answers=(other,)))

    assert (f"Luis Paz [2]\n({FROM_DETAILS})" in shown) == (citation.start is None)
    assert ("MacDowell left. [2]" in shown) == (citation.start is not None)
