"""qa.quotes.speakers: whether a claimed speaker is the article's."""

from __future__ import annotations

import pytest

from corpus import Article, Span
from qa.quotes.attribution import who_says
from qa.quotes.speakers import is_same_speaker

PORT = (
    "Anti-drug police chief Luis Pantoja spoke. Gerson Gálvez Calle, alias “Caracol,” was held. "
    "The National Port Authority (NPA) said it was calm. “No go,” Pantoja told us. "
    "“Never,” Gálvez shouted. “Maybe,” a police officer said."
)
CLINTONS = (
    "It was late in the evening when Bill Clinton met with Hillary Clinton and the others. "
    "“No go,” Clinton said to them. “Yes,” Bill Clinton added."
)


def verdict(claimed: str, words: str = "No go", text: str = PORT) -> bool | None:
    article = Article(id="a", text=text)
    start = text.index(words)
    return is_same_speaker(claimed, who_says(article, Span(start, start + len(words))), article)


@pytest.mark.parametrize(
    "claimed",
    ["Pantoja", "Luis Pantoja", "Gen. Luis Pantoja", "the anti-drug police chief", "PANTOJA",
     "Pantoja's", "“Pantoja”", "Luis Pantoja (Peru)", "Luis Pantoja, the head of the police"],
)  # fmt: skip
def test_the_speaker_may_be_named_as_people_name_him(claimed: str) -> None:
    assert verdict(claimed) is True


@pytest.mark.parametrize("claimed", ["Pantoia", "Luis Pantoya", "Luiz Pantoja", "officials"])
def test_a_misspelt_name_and_a_group_of_officials_accuse_nobody(claimed: str) -> None:
    assert verdict(claimed) is None


def test_what_is_told_behind_a_claimed_name_is_no_part_of_it() -> None:
    assert verdict("Pantoja told La Republica") is True
    assert verdict("Pantoja " * 100) is None


def test_the_organisation_of_a_speaker_is_not_contradicted_but_somebody_else_is() -> None:
    text = "“No go,” said Ana Ruiz, a spokeswoman for Harbour Watch. Tom Lee was there."

    assert verdict("Harbour Watch", text=text) is None
    assert verdict("Tom Lee", text=text) is False


def test_who_is_named_shortly_before_a_pronoun_may_be_meant_by_it() -> None:
    text = "Bill Lee met Tom Hay and Ann May. Hay had come late. “No go,” he said."

    assert verdict("Bill Lee", text=text) is None
    assert verdict("Ann May", text=text) is False


@pytest.mark.parametrize("claimed", ["Galvez", "Gálvez", "Caracol", "Gerson Galvez"])
def test_accents_and_aliases_make_nobody_else(claimed: str) -> None:
    assert verdict(claimed, "Never") is True


@pytest.mark.parametrize("claimed", ["NPA", "National Port Authority"])
def test_an_acronym_is_its_organisation(claimed: str) -> None:
    assert verdict(claimed, "it was calm") is True


@pytest.mark.parametrize("claimed", ["Caracol", "Gerson Gálvez", "Ana Ruiz", "NPA", "Democrats"])
def test_another_name_is_somebody_else(claimed: str) -> None:
    assert verdict(claimed) is False


@pytest.mark.parametrize(
    ("claimed", "words"),
    [("Pantoja", "Maybe"), ("the mayor", "No go"), ("", "No go"), ("police", "No go"),
     ("Louis Pantoja", "No go"), ("Pantoja", "Anti-drug")],
)  # fmt: skip
def test_what_the_article_leaves_open_is_open(claimed: str, words: str) -> None:
    assert verdict(claimed, words) is None


def test_two_of_one_surname_are_two() -> None:
    assert verdict("Hillary Clinton", "Yes", CLINTONS) is False
    assert verdict("Bill Clinton", "Yes", CLINTONS) is True


def test_a_surname_alone_is_whoever_the_article_means_there() -> None:
    assert verdict("Clinton", "No go", CLINTONS) is True
    assert verdict("Hillary Clinton", "No go", CLINTONS) is None


def test_somebody_of_the_surname_who_is_named_apart_is_no_misspelling() -> None:
    text = "They saw Jeb Bush talk to Jenna Bush at the port. “No go,” Jeb Bush said to them."

    assert verdict("Jenna Bush", "No go", text) is False
    assert verdict("Jim Bush", "No go", text) is None


def test_an_unnamed_source_may_be_claimed_as_such() -> None:
    assert verdict("a police officer", "Maybe") is True
