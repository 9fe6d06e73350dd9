"""qa.evaluation.outcomes: one question measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from corpus import Coverage
from index import Hit, QueryEmpty
from qa import Abstention, Answer, Citation, Dates
from qa.evaluation.model import Question
from qa.evaluation.outcomes import asked, searched

Make = Callable[..., Any]


@dataclass
class Canned:
    """Finds and answers what it was made with; an error is raised."""

    hits: list[Hit] | None = None
    answer: Answer | None = None

    def search(self, query: str, k: int = 10) -> list[Hit]:
        if self.hits is None:
            raise QueryEmpty(query)
        return self.hits[:k]

    def ask(self, question: str) -> Answer:
        if self.answer is None:
            raise QueryEmpty(question)
        return self.answer


def citation(sentence: str, article_id: str) -> Citation:
    """A citation of a whole sentence; nothing but its article and its words is looked at."""
    unknown = dict.fromkeys(
        ("title", "publisher", "published", "url", "licence", "language", "start", "end",
         "sentence_start", "sentence_end")
    )  # fmt: skip
    return Citation(
        number=1, article_id=article_id, revision=1, text_sha256="", current=True, authors=(),
        exact=sentence, prefix="", suffix="", sentence=sentence, **unknown,
    )  # fmt: skip


def reply(text: str | None, *citations: Citation, passages: tuple[Hit, ...] = ()) -> Answer:
    """An answer, or an abstention without a text."""
    return Answer(
        id=None, question="", standalone_question="", answer=text, full_form=None,
        abstention=None if text else Abstention(reason="not_in_articles", message=""),
        confidence=0.7, citations=citations, other_answers=(), passages=passages,
        searched=Coverage(1, None, None), as_of=Dates(None, None),
    )  # fmt: skip


def test_a_search_is_right_where_the_right_article_holds_the_answer(
    gold: Callable[..., Question], hit: Make
) -> None:
    hits = [hit("Lima is big.", "other"), hit("It is in Lima.", "port")]

    outcome = searched(gold(), Canned(hits))

    assert (outcome.rank, outcome.is_within_reading) == (2, True)
    assert (outcome.got, outcome.got_article) == ("Lima is big.", "other")


def test_a_query_that_is_refused_finds_nothing(gold: Make) -> None:
    outcome = searched(gold("?"), Canned())

    assert (outcome.rank, outcome.got_article) == (None, None)


def test_an_answer_is_measured_by_its_words_and_its_first_citation(gold: Make, hit: Make) -> None:
    right = citation("Callao is in Lima.", "port")
    answer = reply("in Lima", right, passages=(hit("Callao is in Lima."),))

    outcome = asked(gold(), Canned(answer=answer))

    assert outcome.is_citation_right
    assert outcome.rank == 1
    assert (outcome.exact_match, outcome.f1) == (0.0, 2 / 3)  # two words against one, one shared
    assert outcome.reason is None


def test_a_citation_of_another_article_is_wrong_though_it_has_the_words(gold: Make) -> None:
    answer = reply("Lima", citation("Lima", "other"))

    outcome = asked(gold(), Canned(answer=answer))

    assert not outcome.is_citation_right
    assert outcome.f1 == 1.0


def test_an_abstention_scores_nothing_but_keeps_its_confidence(gold: Make) -> None:
    outcome = asked(gold(), Canned(answer=reply(None)))

    assert (outcome.answer, outcome.reason, outcome.confidence) == (None, "not_in_articles", 0.7)
    assert (outcome.f1, outcome.is_citation_right) == (0.0, False)


def test_a_refused_question_is_an_abstention_with_confidence_0(gold: Make) -> None:
    outcome = asked(gold(), Canned())

    assert (outcome.answer, outcome.reason, outcome.confidence) == (None, "refused", 0.0)
