"""qa.answers.names: whom a question names, and the fullest form of a name."""

from __future__ import annotations

import pytest

from corpus import Article, Span
from qa.answers import full_form, is_already_named, known_names
from qa.questions import read_question

PORT = (
    "Police say that Carlos MacDowell Villacorta led the gang. MacDowell inherited it from Gerson "
    'Gálvez Calle, alias "Caracol," who was held in Medellín. MacDowell had been Caracol\'s man '
    "in Callao. Gálvez's nephew fled. The National Port Authority (NPA) said so; the NPA knows."
)


def place(text: str, words: str) -> Span:
    start = text.rindex(words)
    return Span(start, start + len(words))


def fullest(text: str, words: str) -> str | None:
    found = full_form(Article(id="a", text=text), place(text, words))
    return text[found.start : found.end] if found else None


def named(question: str, answer: str, text: str = PORT) -> bool:
    return is_already_named(
        read_question(question), Article(id="a", text=text), place(text, answer)
    )


@pytest.mark.parametrize("question", ["Who succeeded Caracol?", "who succeeded galvez in callao?"])
def test_an_alias_brings_all_names_of_its_bearer(question: str) -> None:
    known = known_names(read_question(question), Article(id="a", text=PORT))

    assert {"gerson", "galvez", "calle", "caracol", "who", "succeeded"} <= known
    assert "macdowell" not in known


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("who succeeded Caracol in Callao?", "Gálvez", True),
        ("who succeeded Caracol in Callao?", "Gerson Gálvez Calle", True),
        ("who succeeded Caracol in Callao?", "Caracol", True),
        ("who succeeded Caracol in Callao?", "Callao", True),
        ("who succeeded Caracol in Callao?", "MacDowell", False),
        ("who fled?", "Gálvez's nephew", False),
        ("who is Galvez's nephew?", "Gálvez's nephew", False),
        ("What is Caracol's real name?", "Gerson Gálvez Calle", False),
        ("who is Caracol?", "Gerson Gálvez Calle", False),
        ("What does NPA stand for?", "National Port Authority", False),
        ("Was it MacDowell or Caracol?", "MacDowell", False),
        ("¿Quién sucedió a Caracol?", "Gerson Gálvez Calle", True),
        ("¿Cómo se llama Caracol?", "Gerson Gálvez Calle", False),
    ],
)
def test_who_is_named_is_no_answer_unless_a_name_is_asked_for(
    question: str, answer: str, expected: bool
) -> None:
    assert named(question, answer) is expected


def test_repeating_the_question_is_no_other_name() -> None:
    assert named("who is Caracol?", "Caracol")


def test_a_relative_with_the_same_surname_is_not_named() -> None:
    text = "The wife, Michelle Obama, spoke. Obama listened."

    assert not named("Who is Obama's wife?", "Michelle Obama", text)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("MacDowell", "Carlos MacDowell Villacorta"),
        ("Gálvez", "Gerson Gálvez Calle"),
        ("Caracol", "Gerson Gálvez Calle"),
        ("NPA", "National Port Authority"),
        ("Carlos MacDowell Villacorta", None),
        ("Callao", None),
        ("the gang", None),
    ],
)
def test_the_fullest_form_is_the_one_that_the_article_gives(
    answer: str, expected: str | None
) -> None:
    assert fullest(PORT, answer) == expected


@pytest.mark.parametrize(
    ("text", "answer", "expected"),
    [
        ("He saw Bill Clinton. He saw Hillary Clinton. Then Clinton left.", "Clinton", None),
        ("He saw Michelle Obama there after Obama left.", "Obama", "Michelle Obama"),
        ("He saw Obama. Then Michelle Obama came.", "Obama", None),
        ("He met President Obama. He likes Obama.", "Obama", None),
        ("He built Trump Tower. It is for Trump.", "Trump", None),
        ("He studied at the University of Lima. It was Lima.", "Lima", None),
        ("She is Ana de la Cruz. Later Cruz left.", "Cruz", "Ana de la Cruz"),
        ("He met Ludwig van Dam. Later Dam left.", "Dam", "Ludwig van Dam"),
        ("Meanwhile Gálvez fled. So did Gálvez.", "Gálvez", None),
        ("It was Donald Trump. It was Donald Trump Jr. there. It was Trump.", "Trump", None),
        ("It was Mr. Hillary Roe. Mrs. Roe left. Then Mr. Roe left. So Roe left.", "Roe", None),
        ("He met Secretary of State Ana Roe. Then Roe left.", "Roe", None),
        ("He met Ana Roe in Vera. Ana Vera fled. He likes Vera.", "Vera", None),
        ("He met Senator Ana Roe. He met A. Roe. He met Roe.", "Roe", "Ana Roe"),
    ],
)
def test_nothing_is_called_fuller_that_may_be_another(
    text: str, answer: str, expected: str | None
) -> None:
    assert fullest(text, answer) == expected
