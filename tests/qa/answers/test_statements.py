"""qa.answers.statements: how well a sentence supports what is asked."""

from __future__ import annotations

from corpus import Article, Span
from qa.answers.asked import asked_in
from qa.answers.statements import AS_ASKED, EQUIVALENT, SAID_BEFORE, Support, support_of
from qa.questions import read_question


def support(question: str, sentence: str, before: str = "", title: str | None = None) -> Support:
    asked = asked_in(read_question(question))
    assert asked
    text = f"{before} {sentence}" if before else sentence
    article = Article(id="a", text=text, title=title, language="en")
    start = len(text) - len(sentence)
    earlier = Span(0, len(before)) if before else None
    return support_of(asked, article, Span(start, len(text)), earlier) or {}


def test_a_word_counts_as_it_was_asked_or_by_its_equivalent() -> None:
    found = support("Did MacDowell succeed Caracol?", "MacDowell replaced Caracol.")

    assert found == {"macdowell": AS_ASKED, "succeed": EQUIVALENT, "caracol": AS_ASKED}


def test_a_related_word_that_says_something_else_counts_nothing() -> None:
    assert support("Was Caracol accused?", "Caracol was charged.") == {}


def test_a_pronoun_counts_for_what_it_points_to() -> None:
    found = support("Did Gálvez found gangs?", "He founded gangs.", "Gálvez left.")

    assert SAID_BEFORE in found.values()
    assert support("Did Gálvez found gangs?", "He founded gangs.", "Gálvez met Paz.") == {}


def test_a_place_may_be_the_title_s_but_a_year_never() -> None:
    title = "Raid in Callao in 2017"

    assert support(
        "Did police search homes in Callao?", "They searched homes.", "Police came.", title
    )
    assert not support(
        "Did police search homes in 2017?", "They searched homes.", "Police came.", title
    )
