"""qa.readers.evidence: what in a sentence can answer a question of a kind."""

from __future__ import annotations

import pytest

from corpus import Article
from qa.questions import read_question
from qa.readers.evidence import answers_kind

ARTICLE = (
    "The gang was led by Gerson Gálvez Calle, alias Caracol, until 2016. Police say that MacDowell "
    "had been his man. MacDowell took his place in Callao. Caracol was held in Medellín. "
    "El Comercio reported that the heirs ship cocaine to Europe, using Panama and Mexico."
)


def kind_of(question: str, sentence: str) -> float:
    return answers_kind(read_question(question), sentence, Article(id="a", text=ARTICLE))


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Who succeeded Caracol?", "MacDowell took his place in Callao.", 1.0),
        ("Who succeeded Caracol?", "Gerson Gálvez Calle ran the port.", 0.0),
        ("Who succeeded Caracol?",
         "El Comercio reported that the heirs ship it to Europe, using Panama and Mexico.", 0.0),
        ("Where was Caracol held?", "Caracol was held in Medellín.", 1.0),
        ("When was it?", "It happened on 20 June 2017.", 1.0),
        ("When was it?", "It happened soon.", 0.0),
        ("How many prosecutors came?", "1,300 police and 60 prosecutors came.", 1.0),
        ("How many prosecutors came?", "The 23 murders are another matter.", 0.5),
        ("How many prosecutors came?", "Some prosecutors came.", 0.0),
        ("Why did he flee?", "He fled because he was afraid.", 1.0),
        ("Why did he flee?", "He fled by night.", 0.0),
        ("What is it called?", "It is called a mantle.", 0.5),
    ],
)  # fmt: skip
def test_a_sentence_holds_what_is_asked_for_or_not(
    question: str, sentence: str, expected: float
) -> None:
    assert kind_of(question, sentence) == expected
