"""qa.evaluation.outcomes: one question measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from fakes import HashedWords

from corpus import Coverage
from index import Hit, QueryEmpty
from qa import Abstention, Answer, Assistant, Citation, Dates
from qa.evaluation.libraries import fresh_library
from qa.evaluation.model import Question
from qa.evaluation.outcomes import as_shipped, asked, searched
from qa.evaluation.runner import never_abstaining
from qa.evaluation.sets import QuestionSet
from qa.settings import Settings

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

    def ask(self, question: str, *, k: int = 10) -> Answer:
        if self.answer is None:
            raise QueryEmpty(question)
        return replace(self.answer, passages=self.answer.passages[:k])


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
    assert (outcome.is_right, outcome.failure_class) == (True, "boundaries_close")


def test_a_citation_of_another_article_is_wrong_though_it_has_the_words(gold: Make) -> None:
    answer = reply("Lima", citation("Lima", "other"))

    outcome = asked(gold(), Canned(answer=answer))

    assert (outcome.is_citation_right, outcome.is_right) == (False, False)
    assert (outcome.f1, outcome.failure_class) == (1.0, "accepted_elsewhere")


def test_an_abstention_scores_nothing_but_keeps_its_confidence(gold: Make) -> None:
    outcome = asked(gold(), Canned(answer=reply(None)))

    assert (outcome.answer, outcome.reason, outcome.confidence) == (None, "not_in_articles", 0.7)
    assert (outcome.f1, outcome.is_citation_right) == (0.0, False)


def test_a_refused_question_is_an_abstention_with_confidence_0(gold: Make) -> None:
    outcome = asked(gold(), Canned())

    assert (outcome.answer, outcome.reason, outcome.confidence) == (None, "refused", 0.0)


def test_passages_that_were_read_beyond_the_tenth_count_for_no_rank(gold: Make, hit: Make) -> None:
    passages = (*[hit("Rome.")] * 10, hit("Callao is in Lima."))
    answer = reply("Callao", citation("Callao is in Lima.", "port"), passages=passages)

    outcome = asked(gold(), Canned(answer=answer), k=11)

    assert outcome.rank is None
    assert outcome.failure_class == "other_passage"  # so the eleventh was seen


def test_below_the_threshold_a_candidate_becomes_an_abstention(replied: Make) -> None:
    candidate = replied("Lima", confidence=0.5, exact_match=1.0, f1=1.0, is_citation_right=True,
                        is_right=True)  # fmt: skip

    below = as_shipped(candidate, 0.51)

    assert as_shipped(candidate, 0.5) is candidate
    assert (below.answer, below.got_sentence, below.reason) == (None, None, "not_in_articles")
    assert (below.exact_match, below.f1, below.is_citation_right, below.is_right) == (0, 0, 0, 0)
    assert (below.rank, below.confidence) == (candidate.rank, 0.5)


@pytest.mark.parametrize("threshold", [0.01, 1.0])
def test_a_threshold_applied_afterwards_gives_what_the_assistant_gives(
    threshold: float, small_set: QuestionSet, gold: Make, fake_encoder: HashedWords, tmp_path: Path
) -> None:
    settings = Settings(qa=replace(Settings().qa, threshold=threshold))
    outcomes = []
    for chosen in (settings, never_abstaining(settings)):
        with fresh_library(small_set, tmp_path, chosen, encoder=fake_encoder) as opened:
            outcomes.append(asked(gold("Where does Callao lie?"), Assistant(opened)))

    # An abstention has no candidate to look at, and no two runs take the same time.
    shipped, applied = (
        replace(outcome, failure_class=None, milliseconds=0.0)
        for outcome in (outcomes[0], as_shipped(outcomes[1], threshold))
    )
    assert applied == shipped
    assert (shipped.answer is None) is (threshold == 1.0)
