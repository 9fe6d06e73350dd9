"""qa.quotes.bearers: whom a source means."""

from __future__ import annotations

import pytest

from corpus import Article, Span
from qa.quotes.bearers import name_of


def meant(text: str, source: str) -> str | None:
    """Whom the last occurrence of some words means."""
    start = text.rindex(source)
    found = name_of(Article(id="a", text=text), Span(start, start + len(source)))
    return text[found.start : found.end] if found else None


@pytest.mark.parametrize(
    "before",
    ["Ana Ruiz met Tom Lee.", "Ana Ruiz left. Tom Lee smiled at her.", "“No,” Ana Ruiz said.",
     "“No,” Ana Ruiz said. She left.", "Tom Lee said that Ana Ruiz was ill. Ana Ruiz left."],
)  # fmt: skip
def test_she_is_the_last_woman_named(before: str) -> None:
    assert meant(f"{before} “Go,” she said.", "she") == "Ana Ruiz"


def test_a_pronoun_that_two_fit_is_nobody_s() -> None:
    assert meant("There were Tom Lee and Bob Hill in town. “Go,” he said.", "he") is None


def test_a_pronoun_does_not_reach_back_for_ever() -> None:
    filler = "Rain fell on the port. " * 12

    assert meant(f"Tom Lee left. {filler}“Go,” he said.", "he") is None


@pytest.mark.parametrize("pronoun", ["they", "it", "I"])
def test_other_pronouns_are_not_resolved(pronoun: str) -> None:
    assert meant(f"Tom Lee left. “Go,” {pronoun} said.", pronoun) is None


def test_a_role_leads_to_the_one_who_has_it() -> None:
    text = "Sen. Ana Ruiz spoke. “Go,” the senator said."

    assert meant(text, "the senator") == "Ana Ruiz"


def test_a_role_that_two_have_stays_a_role() -> None:
    text = "Sen. Ana Ruiz met Sen. Tom Lee. “Go,” the senator said."

    assert meant(text, "the senator") == "the senator"


def test_somebody_unnamed_stays_unnamed() -> None:
    assert meant("Officer Tom Lee left. “Go,” a police officer said.", "a police officer") == (
        "a police officer"
    )


def test_a_long_chain_of_pronouns_is_followed_to_its_name() -> None:
    text = "Ana Ruiz came.\n\n" + "\n\n".join(["“Go,” she said."] * 1200)

    assert meant(text, "she") == "Ana Ruiz"
