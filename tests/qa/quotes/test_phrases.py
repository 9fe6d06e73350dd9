"""qa.quotes.phrases: where a noun phrase begins and ends."""

from __future__ import annotations

import pytest

from qa.quotes.narration import Token, narration_of
from qa.quotes.phrases import apposed, phrase_after, phrase_before, subject_of


def tokens(text: str) -> tuple[Token, ...]:
    return narration_of(text).tokens[0]


def index(text: str, key: str) -> int:
    return next(i for i, token in enumerate(tokens(text)) if token.key == key)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [("But a spokesman for the campaign said", "a spokesman for the campaign"),
     ("On Monday Ruiz said", "Ruiz"), ("When it rained, she said", "she"),
     ("That day Clinton and Sanders said", "Clinton and Sanders")],
)  # fmt: skip
def test_a_phrase_reaches_back_to_where_it_begins(text: str, phrase: str) -> None:
    last = index(text, "said") - 1
    first = phrase_before(tokens(text), last)

    assert text[tokens(text)[first].start : tokens(text)[last].end].endswith(phrase)
    assert text[tokens(text)[first].start :].startswith(phrase) or phrase.startswith("Clinton")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [("said Dino Spencer, who runs it", "Dino Spencer"),
     ("said the head of the bank on Monday", "the head of the bank"),
     ("tweeted another.", "another"), ("said Ruiz met them", "Ruiz")],
)  # fmt: skip
def test_a_phrase_ends_before_what_is_not_its_own(text: str, phrase: str) -> None:
    end = phrase_after(tokens(text), 1)

    assert text[tokens(text)[1].start : tokens(text)[end - 1].end] == phrase


@pytest.mark.parametrize(
    "text",
    ["Ruiz shook her head.", "On Monday, Ruiz left.", "But Ruiz left.",
     "LIMA, May 2 (AP) — Ruiz left.",
     "Asked about it, Ruiz smiled."],
)  # fmt: skip
def test_the_subject_stands_behind_what_opens_a_sentence(text: str) -> None:
    found = subject_of(tokens(text))

    assert found is not None
    assert text[found.start : found.end] == "Ruiz"


def test_a_sentence_of_small_words_has_no_subject() -> None:
    assert subject_of(tokens("In the end.")) is None


def test_of_several_commas_the_first_name_is_explained() -> None:
    text = "Ana Ruiz, head of Nurses United, a union that backs him, said no"
    found = apposed(tokens(text), index(text, "said") - 1)

    assert found is not None
    assert text[found.start :].startswith("Ana Ruiz, head")
