"""qa.conversation: what a follow-up takes over, and what is left as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Coverage
from qa.conversation import standalone_question
from qa.model import Abstention, Answer, Citation, Dates

RAID = "How many police took part in the raid in Callao?"
SUCCESSOR = "who succeeded Caracol in Callao?"


def cited(sentence: str) -> Citation:
    return Citation(
        number=1, article_id="a", revision=1, text_sha256="", current=True, title=None, authors=(),
        publisher=None, published=None, url=None, licence=None, language="en", exact=sentence,
        prefix="", suffix="", start=0, end=len(sentence), sentence=sentence, sentence_start=0,
        sentence_end=len(sentence),
    )  # fmt: skip


def answered(question: str, answer: str | None, *, full_form: str | None = None) -> Answer:
    return Answer(
        id=None, question=question, standalone_question=question, answer=answer,
        full_form=full_form, abstention=None if answer else Abstention(reason="", message=""),
        confidence=0.9, citations=(cited(answer),) if answer else (), other_answers=(),
        passages=(), searched=Coverage(1, None, None), as_of=Dates(None, None),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "before", "answer", "expected"),
    [
        ("And who directs it?", "Who finances the Andean Cartel?", "Pedro Bejarano",
         "Who directs the Andean Cartel?"),
        ("Who directs it?", "Which gang did Caracol found?", "the Barrio King",
         "Who directs the Barrio King?"),
        ("where was he born?", SUCCESSOR, "MacDowell", "where was MacDowell born?"),
        ("What is his alias?", "Who finances the Andean Cartel?", "Pedro Bejarano",
         "What is Pedro Bejarano's alias?"),
        ("Who is their leader?", "Which group was the target?", "the Kings of Shejo Port",
         "Who is the leader of the Kings of Shejo Port?"),
        ("How many people live there?", "Where was Caracol arrested?", "Medellín",
         "How many people live in Medellín?"),
        ("Why did they withdraw?", "Which cities withdrew?", "Oslo and Lviv",
         "Why did Oslo and Lviv withdraw?"),
        ("why did he flee", "Who led the Barrio Kings?", "Gerson Gálvez",
         "why did Gerson Gálvez flee"),
    ],
)  # fmt: skip
def test_a_pronoun_stands_for_what_the_question_and_the_answer_before_name(
    question: str, before: str, answer: str, expected: str
) -> None:
    assert standalone_question(question, [answered(before, answer)]) == expected


def test_the_fullest_form_of_a_name_is_taken() -> None:
    turn = answered(SUCCESSOR, "MacDowell", full_form="Carlos MacDowell Villacorta")

    assert (
        standalone_question("How old is he?", [turn]) == "How old is Carlos MacDowell Villacorta?"
    )


def test_a_name_is_found_in_an_answer_that_is_a_sentence() -> None:
    turn = answered("Who leads the gang?", "Its alleged leader is Carlos MacDowell Villacorta.")

    assert (
        standalone_question("How old is he?", [turn]) == "How old is Carlos MacDowell Villacorta?"
    )


def test_after_an_abstention_a_pronoun_stands_for_what_was_asked_for() -> None:
    turn = answered("Who is the mayor of Callao?", None)

    assert standalone_question("How old is she?", [turn]) == "How old is the mayor of Callao?"


@pytest.mark.parametrize(
    ("question", "before", "answer", "expected"),
    [
        ("How many prosecutors?", RAID, "1,300",
         "How many prosecutors took part in the raid in Callao?"),
        ("And in 2016?", "Who controlled the port in 2017?", "MacDowell",
         "Who controlled the port in 2016?"),
        ("and in 2016?", "How many containers are inspected?", "two percent",
         "how many containers are inspected in 2016?"),
        ("And the year before?", "Who won in Berlin in 2018?", None, "Who won in Berlin in 2017?"),
        ("What about Almaty?", "How many votes did Beijing get?", "44",
         "How many votes did Almaty get?"),
        ("why?", "Did Beijing win the vote?", "Yes", "why did Beijing win the vote?"),
        ("Why?", "Who placed Callao under a state of emergency?", "the president of Peru",
         "Why did the president of Peru place Callao under a state of emergency?"),
        ("Why not?", "Did the federation recognise the time?", "No",
         "Why did the federation not recognise the time?"),
        ("By whom?", "When was Jezero Crater chosen?", "2018", "By whom was Jezero Crater chosen?"),
        ("who else?", "Who attended the ceremony?", "Varela", "who else attended the ceremony?"),
        ("Why?", "How old is he?", None, "Why is he so old?"),
        ("Why?", "Where is the institute?", "Japan", "Why is the institute in Japan?"),
        ("Where did that happen?", "When was Caracol arrested?", "30 April",
         "Where was Caracol arrested?"),
    ],
)  # fmt: skip
def test_what_is_left_out_comes_from_the_question_before(
    question: str, before: str, answer: str | None, expected: str
) -> None:
    assert standalone_question(question, [answered(before, answer)]) == expected


@pytest.mark.parametrize(
    ("question", "before", "answer", "expected"),
    [
        ("¿Y en 2016?", "¿Quién ganó el maratón en 2018?", None, "¿Quién ganó el maratón en 2016?"),
        ("¿por qué?", "¿Cuándo cerró la mina?", "ayer", "¿por qué cerró la mina?"),
        ("¿Quién más?", "¿Quién salió de la mina?", "Urzúa", "¿Quién más salió de la mina?"),
        ("¿Dónde nació él?", "¿Quién es el presidente de Chile?", "Sebastián Piñera",
         "¿Dónde nació Sebastián Piñera?"),
        ("¿Cuál es su cargo?", "¿Quién esperó en el campamento?", "Sebastián Piñera",
         "¿Cuál es el cargo de Sebastián Piñera?"),
    ],
)  # fmt: skip
def test_follow_ups_in_spanish(
    question: str, before: str, answer: str | None, expected: str
) -> None:
    assert standalone_question(question, [answered(before, answer)]) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Who won the marathon in Berlin?",
        "who won the berlin marathon in 2018",
        "How many containers leave the port?",
        "When did Smith say he would resign?",
        "when did smith say he would resign",
        "Which cities withdrew their bids?",
        "Is there water on Mars?",
        "Is it true that Beijing won?",
        "How long does it take to fly to Mars?",
        "Who moved his court from Warsaw to Krakow?",
        "kipchoge berlin 2018",
        "¿Quién ganó las elecciones en Perú?",
    ],
)
def test_a_question_that_needs_nothing_stays_as_it_is(question: str) -> None:
    assert standalone_question(question, [answered(SUCCESSOR, "MacDowell")]) == question


def test_plain_questions_in_the_history_may_be_follow_ups_themselves() -> None:
    history = ["Who is Luis Pantoja?", "Where was he arrested?", "And when?"]

    assert standalone_question("Why?", history) == "Why was Luis Pantoja arrested?"


def test_an_older_turn_is_used_where_the_last_one_names_nobody_who_fits() -> None:
    history = ["Who is Luis Pantoja?", "How many police took part?"]

    assert standalone_question("How old is he?", history) == "How old is Luis Pantoja?"


def test_what_no_rule_can_rewrite_gets_the_names_in_brackets() -> None:
    history = [answered("Who won the Berlin Marathon?", None)]

    assert standalone_question("Since when?", history) == "Since when? (Berlin Marathon)"


def test_without_anything_before_that_helps_the_question_stays() -> None:
    assert standalone_question("And he?", ["?", "why"]) == "And he?"


@given(st.text(max_size=80))
def test_without_a_history_every_question_is_unchanged(question: str) -> None:
    assert standalone_question(question, []) == question


SCRAPS = st.sampled_from(
    "and who why ? did it he his there was the in 2016 else of Callao 's ¿ y su qué más él "
    'how many votes is not ( ) , " and’s El Patrón that one before'.split()
)
TYPED = st.text(max_size=60) | st.lists(SCRAPS, max_size=9).map(" ".join)


@given(TYPED, st.lists(TYPED, max_size=3), TYPED, TYPED)
def test_no_text_is_too_odd(question: str, earlier: list[str], asked: str, answer: str) -> None:
    history = [*earlier, answered(asked, answer)]

    assert isinstance(standalone_question(question, history), str)


@given(st.lists(SCRAPS, min_size=1, max_size=6).map(" ".join))
def test_a_question_is_never_rewritten_to_nothing(question: str) -> None:
    assert standalone_question(question, [answered(SUCCESSOR, "MacDowell")]).strip()
