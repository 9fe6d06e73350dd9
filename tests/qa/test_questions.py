"""qa.questions: what a question asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa import QuestionEmpty, QuestionTooLong
from qa.questions import clean_question, clean_text, read_question, related


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("who succeeded Caracol in Callao?", "person"),
        ("Which player scored?", "person"),
        ("When did the raid take place?", "date"),
        ("In what year was it founded?", "date"),
        ("How many prosecutors took part?", "number"),
        ("What percentage of containers is inspected?", "number"),
        ("Where was he arrested?", "place"),
        ("Which country did he flee to?", "place"),
        ("Why did the committee vote twice?", "reason"),
        ("What is the name of element 113?", "other"),
        ("¿Quién dirige el cartel?", "person"),
        ("¿Cuántos mineros salieron?", "number"),
        ("¿Dónde vive?", "place"),
        ("¿En qué año ocurrió?", "date"),
        ("¿Por qué renunció?", "reason"),
    ],
)
def test_a_question_s_kind_is_read_from_its_question_words(question: str, kind: str) -> None:
    assert read_question(question).kind == kind


def test_names_are_the_capitalised_content_words() -> None:
    read = read_question("Who is the mayor of Callao?")

    assert read.words == ("mayor", "callao")
    assert read.names == {"callao"}


def test_verbs_of_succession_are_related_and_mayors_are_not() -> None:
    assert related("succeeded", "en") & related("inherited", "en")
    assert not related("mayor", "en") & related("chief", "en")


def test_control_characters_and_surrogates_become_spaces() -> None:
    assert clean_text("who\x00 ran\n\tCallao\ud800?") == "who ran Callao ?"


@pytest.mark.parametrize("question", ["", "   ", "?!…", "🎉🎉", "\x00", "\u200b"])
def test_a_question_without_words_is_refused(question: str) -> None:
    with pytest.raises(QuestionEmpty, match="no word"):
        clean_question(question, max_characters=100)


def test_a_question_that_is_too_long_is_refused_with_its_length() -> None:
    with pytest.raises(QuestionTooLong, match="10,000 characters"):
        clean_question("a" * 10_000, max_characters=2_000)


def test_right_to_left_questions_are_questions() -> None:
    assert clean_question("من هو رئيس البلدية؟", max_characters=100) == "من هو رئيس البلدية؟"


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        cleaned = clean_question(text, max_characters=200)
    except QuestionEmpty:
        return
    assert "\n" not in cleaned
    assert read_question(cleaned).text == cleaned
