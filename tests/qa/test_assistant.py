"""qa.assistant: question in, cited answer or abstention out, with a fake encoder and reader."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import HashedWords, line

from corpus import Filters
from index import Candidate
from qa import Assistant, Library, QuestionEmpty, load_settings
from qa.config import AnswerSettings
from qa.questions import Question
from qa.readers import Reading, ReadResult

OLD = line("The heirs took over. Their names are not known.", id="old", published="2016-05-11",
           publisher="El Diario", authors=["Ana Díaz"])  # fmt: skip
NEW = line("Police held a raid. MacDowell inherited the mantle.", id="new", published="2017-06-22")


class LastSentence:
    """A reader that takes the last sentence of every passage, with the same chance for each."""

    name = "last sentence"

    def __init__(self, chance: float) -> None:
        self.chance = chance
        self.asked: list[str] = []

    def read(self, question: Question, candidates: Sequence[Candidate]) -> ReadResult:
        self.asked.append(question.text)
        readings = [
            Reading(article=c.passage.article, answer=c.passage.sentences[-1],
                    sentence=c.passage.sentences[-1], candidate=n,
                    score=math.log(self.chance / (1 - self.chance)))
            for n, c in enumerate(candidates)
        ]  # fmt: skip
        scores = tuple(5.0 if c.passage.article.id == "old" else -5.0 for c in candidates)
        return ReadResult(readings=tuple(readings), passage_scores=scores)


def opened(folder: Path, encoder: HashedWords, chance: float = 0.9) -> Assistant:
    settings = replace(load_settings(environment={}), library=folder)
    return Assistant(Library.open(settings=settings, encoder=encoder), LastSentence(chance))


@pytest.fixture
def library(make_library) -> Path:
    return make_library([OLD, NEW])


def test_an_answer_is_a_cited_sentence_of_the_article(library: Path, fake_encoder) -> None:
    answer = opened(library, fake_encoder).ask("Who inherited the mantle?")

    (citation,) = answer.citations
    assert answer.answer == citation.exact == "MacDowell inherited the mantle."
    assert NEW["text"][citation.start : citation.end] == citation.exact
    assert (citation.number, citation.article_id, citation.published) == (1, "new", "2017-06-22")


def test_other_articles_answers_stand_beside_it_and_dates_are_named(
    library: Path, fake_encoder
) -> None:
    answer = opened(library, fake_encoder).ask("Who inherited the mantle?")

    assert [other.answer for other in answer.other_answers] == ["Their names are not known."]
    assert answer.other_answers[0].citations[0].number == 2
    assert (answer.as_of.oldest, answer.as_of.newest) == ("2016-05-11", "2017-06-22")


def test_below_the_threshold_there_is_no_answer_but_the_nearest_passages(
    library: Path, fake_encoder
) -> None:
    too_little = AnswerSettings().threshold - 0.01
    answer = opened(library, fake_encoder, chance=too_little).ask("Who inherited the mantle?")

    assert answer.answer is None
    assert answer.citations == answer.other_answers == ()
    assert answer.abstention is not None
    assert answer.abstention.reason == "not_in_articles"
    assert "2 articles searched, dated 11 May 2016 to 22 June 2017" in answer.abstention.message
    assert len(answer.passages) == 2
    assert answer.confidence == pytest.approx(too_little)


def test_passages_come_in_the_reader_s_order_with_its_score(library: Path, fake_encoder) -> None:
    passages = opened(library, fake_encoder).passages("Who inherited the mantle?")

    assert [(hit.article_id, hit.reader_score) for hit in passages] == [("old", 5.0), ("new", -5.0)]


def test_filters_narrow_what_is_searched_and_say_so(library: Path, fake_encoder) -> None:
    assistant = opened(library, fake_encoder, chance=0.1)
    answer = assistant.ask("Who took over?", filters=Filters(publishers=("el diario",)))

    assert answer.searched.articles == 1
    assert {hit.article_id for hit in answer.passages} == {"old"}
    assert "because of the filters" in answer.abstention.message


def test_filters_that_let_nothing_through_are_named_as_the_reason(
    library: Path, fake_encoder
) -> None:
    answer = opened(library, fake_encoder).ask(
        "Who?  took over", filters=Filters(date_to="1999-01-01")
    )

    assert answer.abstention is not None
    assert answer.abstention.reason == "outside_filters"


def test_an_empty_library_abstains_and_says_how_to_fill_it(tmp_path: Path, fake_encoder) -> None:
    library = Library.open(tmp_path / "new", encoder=fake_encoder, create=True)
    answer = Assistant(library).ask("Who took over?")

    assert answer.abstention is not None
    assert answer.abstention.reason == "empty_library"
    assert "onrecord add" in answer.abstention.message


def test_a_follow_up_is_completed_and_the_completed_question_is_read_and_shown(
    library: Path, fake_encoder
) -> None:
    assistant = opened(library, fake_encoder)
    first = assistant.ask("Who is Carlos MacDowell?")
    answer = assistant.ask("And where is he?", [first])

    assert answer.question == "And where is he?"
    assert answer.standalone_question == "Where is Carlos MacDowell?"
    assert assistant.reader.asked[-1] == answer.standalone_question


def test_a_removed_article_is_not_quoted_by_an_assistant_that_is_already_open(
    library: Path, fake_encoder
) -> None:
    assistant = opened(library, fake_encoder)
    assistant.ask("Who inherited the mantle?")
    with Library.open(library, encoder=fake_encoder) as other:
        other.remove(["new"])

    answer = assistant.ask("Who inherited the mantle?")

    assert {hit.article_id for hit in answer.passages} == {"old"}
    assert [citation.article_id for citation in answer.citations] == ["old"]


def test_a_question_without_words_is_refused(library: Path, fake_encoder) -> None:
    with pytest.raises(QuestionEmpty):
        opened(library, fake_encoder).ask("?!")
