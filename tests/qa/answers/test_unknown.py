"""qa.answers.unknown: sentences that say that something is not known."""

from __future__ import annotations

import pytest

from corpus import Article, Span
from qa.answers import is_not_yet_known, not_yet_known
from qa.questions import read_question

TEXT = (
    "El Comercio says that the heirs of Caracol run the port. "
    "The newspaper did not report on the identities of these heirs. "
    "It is not clear how many men he had."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not yet known who will replace him.",
        "Authorities have not said how many.",
        "The cause remains unclear.",
        "Police didn't say who he was.",
        "The suspect has not been identified.",
        "It printed no names.",
        "Aún no se sabe quién lo reemplazará.",
        "Se desconoce su paradero.",
        "La policía no ha informado cuántos eran.",
    ],
)
def test_what_is_not_known_is_recognised(sentence: str) -> None:
    assert is_not_yet_known(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "He is known for his temper.",
        "He is not known for his temper.",
        "Police said who he was.",
        "It was not cheap.",
        "Se sabe que huyó.",
    ],
)
def test_what_is_known_is_not(sentence: str) -> None:
    assert not is_not_yet_known(sentence)


def asked(question: str) -> str | None:
    sentences, start = [], 0
    for sentence in TEXT.split(". "):
        sentences.append(Span(start, start + len(sentence)))
        start += len(sentence) + 2
    found = not_yet_known(read_question(question), Article(id="a", text=TEXT), sentences)
    return TEXT[found.start : found.end] if found else None


def test_it_must_be_what_is_asked() -> None:
    found = asked("who succeeded Caracol in Callao?")

    assert found == "The newspaper did not report on the identities of these heirs"
    assert asked("How many men had Caracol?") == "It is not clear how many men he had."
    assert asked("Who is the mayor of Lima?") is None
    assert asked("When did Caracol flee?") is None
