"""qa.answers.polar: yes/no questions, and only the sentence that says it."""

from __future__ import annotations

import pytest

from corpus import Article, Passage
from corpus.sentences import split_sentences
from index import Candidate
from qa.answers.polar import LEAST, SURE, asks_yes_no, stating_sentence
from qa.questions import read_question
from qa.readers.base import Reading


def candidate(text: str, *, title: str | None = None, language: str = "en") -> Candidate:
    article = Article(id=text[:20], text=text, title=title, language=language)
    passage = Passage(
        key=1, ordinal=0, article=article, start=0, text=text,
        sentences=split_sentences(text, language),
    )  # fmt: skip
    return Candidate(passage, 1.0, 1.0, 1.0)


def stated(question: str, *candidates: Candidate) -> Reading | None:
    return stating_sentence(read_question(question), candidates, rarity=lambda term: 1.0)


@pytest.mark.parametrize(
    "question",
    [
        "Is Caracol in custody?",
        "Did MacDowell succeed Caracol?",
        "Was the school closed or not?",
        "did bush say something",
        "Can foreign players be in the squad?",
        "Isn't Pantoja the chief?",
        "Has the agreement entered into force?",
        "Will the trial begin in May?",
        "And is he dead?",
        "¿Es Pantoja el jefe?",
        "¿Fue Urzúa el último minero?",
        "¿Murió Caracol en Colombia?",
        "Was the man who shot him arrested?",
    ],
)
def test_questions_for_yes_or_no(question: str) -> None:
    assert asks_yes_no(read_question(question))


@pytest.mark.parametrize(
    "question",
    [
        "Who is the mayor?",
        "Was it Lima or Callao?",
        "Is the answer abstract or concrete?",
        "Can you tell me who led it?",
        "Could you list the countries?",
        "Do you know how many died?",
        "Do you know who led it?",
        "Will Smith won which award?",
        "When did it open?",
        "Caracol?",
        "¿Quién es el jefe?",
        "¿Fue en Lima o en Callao?",
        "¿En qué año murió?",
        "¿Puede decir quién fue?",
        "¿Y Caracol?",
        "¿Cuándo se abrió?",
    ],
)
def test_other_questions(question: str) -> None:
    assert not asks_yes_no(read_question(question))


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did MacDowell succeed Caracol?", "MacDowell succeeded Caracol in Callao."),
        (
            "Did MacDowell succeed Caracol?",
            "Carlos MacDowell Villacorta appears to have replaced Caracol.",
        ),
        ("Did MacDowell succeed Caracol?", "Caracol was succeeded by MacDowell."),
        ("Was Caracol succeeded by MacDowell?", "MacDowell succeeded Caracol."),
        (
            "Was Caracol succeeded by MacDowell?",
            "Caracol was reportedly succeeded by Carlos MacDowell.",
        ),
        ("Was Gálvez arrested?", "Gálvez was not arrested."),
        ("Was Gálvez arrested?", "Police arrested Gálvez."),
        (
            "Was Gálvez arrested in Colombia?",
            "Gerson Gálvez Calle, alias Caracol, was arrested in Colombia.",
        ),
        (
            "Was Gálvez caught in Medellín?",
            "It ended before Gálvez was caught in the Colombian city of Medellín.",
        ),
        ("Was Gálvez arrested in 2016?", "In 2016 Gálvez was arrested in Medellín."),
        (
            "Is Luis Pantoja the chief of the police?",
            "Luis Pantoja, the chief of the police, left.",
        ),
        (
            "Is Luis Pantoja the chief of the police?",
            "The chief of the police, Luis Pantoja, left.",
        ),
        ("Did police confiscate cocaine?", "Police confiscated 180 kilos of cocaine, they said."),
        (
            "Did Kipchoge win the Berlin Marathon?",
            "Eliud Kipchoge of Kenya won the Berlin Marathon.",
        ),
        ("Did AS Roma beat Lecce?", "In the last match, AS Roma beat Lecce 3-2."),
        ("Did Pantoja lead the police?", "Police believe that Pantoja led the police."),
    ],
)
def test_the_sentence_that_states_hedges_or_denies_it_is_found(
    question: str, sentence: str
) -> None:
    found = stated(question, candidate(f"Other things happened. {sentence}"))

    assert found
    assert found.answer == found.sentence
    assert found.article.text[found.answer.start : found.answer.end] == sentence
    assert LEAST <= found.score <= SURE


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Did Caracol succeed MacDowell?", "MacDowell succeeded Caracol in Callao."),
        ("Did Caracol succeed MacDowell?", "Caracol was succeeded by MacDowell."),
        ("Did Caracol succeed MacDowell?", "Caracol fled and MacDowell succeeded Pérez."),
        ("Was MacDowell succeeded by Caracol?", "MacDowell succeeded Caracol."),
        ("Did MacDowell succeed Pérez?", "MacDowell was caught, and Caracol succeeded Pérez."),
        ("Was MacDowell killed?", "MacDowell killed two rivals."),
        ("Did MacDowell kill rivals?", "MacDowell was killed by rivals."),
        ("Did MacDowell kill Caracol?", "MacDowell tried to kill Caracol."),
        ("Did Caracol kill MacDowell?", "Caracol killed two rivals of MacDowell."),
        ("Did Peter kill Paul?", "Paul, whom Peter helped, killed Mary."),
        ("Did Roma beat Lecce?", "Roma lost to Lecce."),
    ],
)
def test_the_same_words_in_other_roles_state_something_else(question: str, text: str) -> None:
    assert stated(question, candidate(text)) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Was Caracol arrested?", "The brother of Caracol was arrested."),
        ("Was Caracol arrested?", "Caracol's brother was arrested."),
        ("Was Caracol arrested?", "Police arrested Caracol's brother."),
        ("Was Caracol charged?", "Caracol was suspected of murder."),
        ("Is Caracol the deputy of MacDowell?", "MacDowell used to be the deputy of Caracol."),
        ("Is Caracol the main deputy of MacDowell?", "Caracol's main deputy, MacDowell, fled."),
        ("Is Pantoja the mayor?", "Pantoja is the deputy mayor."),
        ("Did police seize cocaine?", "Police seized cocaine labs."),
        ("Was the mayor shot?", "The mayor shot a dog."),
        ("Did police arrest 12 people?", "Police arrested 13 people."),
        ("Was Caracol arrested in 2017?", "Caracol was arrested in 2016."),
        (
            "Was Gálvez arrested in Colombia?",
            "Gálvez, who was born in Colombia, was arrested in Peru.",
        ),
        (
            "Was Gálvez arrested in Colombia?",
            "Gálvez was arrested in Peru by police from Colombia.",
        ),
        ("Does the Andean Cartel exist?", "Does the Andean Cartel exist at all?"),
        ("Did MacDowell succeed Caracol?", "If MacDowell succeeded Caracol, nobody noticed."),
        ("Did he win?", "He did win."),
        ("Did Paul die?", "Peter met Paul. He died in Lima."),
        ("¿Detuvo la policía a Caracol?", "La policía siguió a Caracol."),
    ],
)
def test_nothing_is_shown_for_what_no_sentence_says(question: str, text: str) -> None:
    assert stated(question, candidate(text)) is None


def test_a_pronoun_stands_for_the_only_one_just_named() -> None:
    found = stated("Did Gálvez found a gang?", candidate("Gálvez is a dealer. He founded a gang."))

    assert found
    assert found.article.text[found.answer.start :] == "He founded a gang."
    assert found.score < SURE


def test_a_place_may_stand_in_the_sentence_before_a_pronoun() -> None:
    text = "Police officers moved in Callao. They searched 34 houses."

    assert stated("Did police search 34 houses in Callao?", candidate(text))
    assert stated("Did police search 34 houses in Lima?", candidate(text)) is None


def test_the_wording_of_the_question_comes_before_an_equivalent() -> None:
    loose, plain = (
        candidate("MacDowell replaced Caracol."),
        candidate("MacDowell succeeded Caracol."),
    )

    found = stated("Did MacDowell succeed Caracol?", loose, plain)

    assert found
    assert (found.candidate, found.score) == (1, SURE)


def test_spanish_statements_are_found() -> None:
    urzua = candidate("Luis Urzúa fue el último minero.", language="es")
    caught = candidate("La policía detuvo a Caracol.", language="es")

    assert stated("¿Fue Luis Urzúa el último minero?", urzua)
    assert stated("¿Detuvo la policía a Caracol?", caught)


def test_no_candidates_state_nothing() -> None:
    assert stated("Was Caracol arrested?") is None
