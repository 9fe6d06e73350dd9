"""qa.answers.gaps: what may stand between two words of one statement."""

from __future__ import annotations

import pytest

from qa.answers.gaps import Gap, gap_between, tokens_of


def between(text: str, left: str, right: str) -> Gap | None:
    tokens = {text[token.start : token.end]: token for token in tokens_of(text)}
    return gap_between(text, tokens[left], tokens[right])


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("Gálvez was not arrested", "Gálvez", "arrested"),
        ("Gálvez Calle, alias Caracol, was arrested", "Gálvez", "arrested"),
        ("Kipchoge of Kenya won", "Kipchoge", "won"),
        ("Kipchoge (33) won", "Kipchoge", "won"),
        ("caught in the Colombian city of Medellín", "caught", "Medellín"),
        ("succeeded President Juan Varela", "succeeded", "Varela"),
        ("seized about 180 kilos of cocaine", "seized", "cocaine"),
    ],
)
def test_what_can_be_looked_through(text: str, left: str, right: str) -> None:
    assert between(text, left, right) is not None


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("Gálvez fled and Caracol won", "Gálvez", "won"),
        ("Gálvez tried to kill", "Gálvez", "kill"),
        ("Gálvez fled; police won", "Gálvez", "won"),
        ("killed two rivals of Gálvez", "killed", "Gálvez"),
        ("Pantoja is the deputy mayor", "Pantoja", "mayor"),
        ("Pantoja of Lima Airport won", "Pantoja", "won"),
    ],
)
def test_what_may_be_another_statement(text: str, left: str, right: str) -> None:
    assert between(text, left, right) is None


def test_a_hedge_is_no_passive_and_an_infinitive_gives_no_role() -> None:
    hedged = between("MacDowell is said to have succeeded", "MacDowell", "succeeded")
    passive = between("MacDowell was succeeded", "MacDowell", "succeeded")

    assert hedged
    assert passive
    assert (hedged.has_be, hedged.directed) == (False, None)
    assert (passive.has_be, passive.directed) == (True, None)


def test_the_last_preposition_gives_the_role() -> None:
    by = between("succeeded in May by Caracol", "succeeded", "May")
    agent = between("arrested by the Caracol", "arrested", "Caracol")

    assert by
    assert agent
    assert (by.directed, agent.directed) == (None, "by")


def test_the_s_of_an_owner_is_no_word() -> None:
    assert [(token.word, token.is_owner) for token in tokens_of("Gálvez's men's gang, port’s")] == [
        ("galvez", True), ("men", True), ("gang", False), ("port", True),
    ]  # fmt: skip
