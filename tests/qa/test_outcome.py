"""qa.outcome: what is shown of judged readings, by kind of question."""

from __future__ import annotations

from pathlib import Path

import pytest
from dictated import Dictated
from fakes import line

from qa import Answer, Assistant, Library

NEW = line(
    "Police were looking for Carlos MacDowell Villacorta. "
    "MacDowell inherited the mantle of Caracol in Callao. The raids reached Lima, Callao "
    "and Trujillo. Sixty prosecutors came.",
    id="new", title="Raids in Callao", published="2017-06-22", authors=["Ana Díaz"],
)  # fmt: skip
OLD = line(
    "It is not yet known who will succeed Caracol in Callao. Around 50 prosecutors came to the "
    "first raid.", id="old", title="A kingpin is caught", published="2016-05-11",
)  # fmt: skip


@pytest.fixture
def library(make_library) -> Path:
    return make_library([NEW, OLD])


def ask(folder: Path, encoder: object, question: str, words: dict[str, float]) -> Answer:
    library = Library.open(folder, encoder=encoder)
    return Assistant(library, Dictated(words)).ask(question)


def test_the_short_answer_stands_in_its_sentence_with_its_fullest_form(
    library: Path, fake_encoder
) -> None:
    answer = ask(library, fake_encoder, "Who succeeded Caracol in Callao?", {"MacDowell": 3.0})

    assert (answer.answer, answer.full_form) == ("MacDowell", "Carlos MacDowell Villacorta")
    assert answer.citations[0].sentence == "MacDowell inherited the mantle of Caracol in Callao."


def test_an_older_not_yet_known_stands_beside_a_newer_name(library: Path, fake_encoder) -> None:
    answer = ask(library, fake_encoder, "Who succeeded Caracol in Callao?", {"MacDowell": 3.0})

    (other,) = answer.other_answers
    assert other.answer == "It is not yet known who will succeed Caracol in Callao."
    assert other.citations[0].published == "2016-05-11"
    assert (answer.as_of.oldest, answer.as_of.newest) == ("2016-05-11", "2017-06-22")


def test_other_numbers_of_other_articles_stand_beside_with_their_dates(
    library: Path, fake_encoder
) -> None:
    words = {"Sixty": 3.0, "50": 2.9}
    answer = ask(library, fake_encoder, "How many prosecutors came?", words)

    assert answer.answer == "Sixty"
    assert [(o.answer, o.citations[0].published) for o in answer.other_answers] == [
        ("50", "2016-05-11")
    ]


def test_every_item_of_a_list_is_given_with_its_own_citation(library: Path, fake_encoder) -> None:
    answer = ask(library, fake_encoder, "Which cities did the raids reach?", {"Lima": 3.0})

    assert answer.answer == "Lima; Callao; Trujillo"
    assert [c.exact for c in answer.citations] == ["Lima", "Callao", "Trujillo"]
    assert [c.number for c in answer.citations] == [1, 2, 3]
    assert {c.sentence for c in answer.citations} == {
        "The raids reached Lima, Callao and Trujillo."
    }


def test_a_question_about_an_article_is_answered_by_its_details(
    library: Path, fake_encoder
) -> None:
    answer = ask(
        library, fake_encoder, "Who wrote the article about the raids in Callao?", {"MacDowell": 9}
    )

    assert answer.answer == "Ana Díaz"
    (citation,) = answer.citations
    assert (citation.article_id, citation.start, citation.exact) == ("new", None, "")


def test_details_that_are_unknown_are_no_answer_and_it_says_so(library: Path, fake_encoder) -> None:
    answer = ask(
        library, fake_encoder, "Who wrote the article 'A kingpin is caught'?", {"MacDowell": 9.0}
    )

    assert answer.answer is None
    assert answer.abstention is not None
    assert "A kingpin is caught" in answer.abstention.message


def test_yes_or_no_is_answered_by_the_sentence_that_says_it(library: Path, fake_encoder) -> None:
    answer = ask(
        library, fake_encoder, "Did MacDowell inherit the mantle of Caracol in Callao?", {}
    )

    assert answer.answer == "MacDowell inherited the mantle of Caracol in Callao."


def test_yes_or_no_that_no_sentence_says_is_abstained_on(library: Path, fake_encoder) -> None:
    answer = ask(library, fake_encoder, "Did Caracol inherit the mantle of MacDowell?",
                 {"MacDowell": 2.0})  # fmt: skip

    assert answer.answer is None


def test_a_bare_question_before_is_answered_before_its_follow_up_is_completed(
    library: Path, fake_encoder
) -> None:
    assistant = Assistant(Library.open(library, encoder=fake_encoder), Dictated({"MacDowell": 3.0}))
    answer = assistant.ask("Was he a deputy?", ["Who succeeded Caracol in Callao?"])

    assert answer.standalone_question == "Was Carlos MacDowell Villacorta a deputy?"
