"""qa.quotes.heads: the name in a phrase."""

from __future__ import annotations

import pytest

from qa.quotes.heads import head_name, is_group
from qa.quotes.narration import narration_of


def head(phrase: str) -> str | None:
    found = head_name(narration_of(phrase).tokens[0], phrase)
    return phrase[found.start : found.end] if found else None


@pytest.mark.parametrize(
    ("phrase", "name"),
    [("White House press secretary Josh Earnest", "Josh Earnest"),
     ("Rep. Trey Gowdy (R-S.C.)", "Trey Gowdy"), ("Del. Stacey Plaskett", "Stacey Plaskett"),
     ("Secretary of State John Kerry", "John Kerry"), ("Mr. King", "King"),
     ("Ana Wikert, the Lima director for Puertos.org", "Ana Wikert"),
     ("the chief of the police, Luis Pantoja", "Luis Pantoja"),
     ("Trump's lawyer Michael Cohen", "Michael Cohen"), ("Jose de la Cruz", "Jose de la Cruz"),
     ("the University of Texas", "University of Texas"), ("Judicial Watch", "Judicial Watch"),
     ("El alcalde de Lima, Rafael López", "Rafael López")],
)  # fmt: skip
def test_the_name_is_the_one_who_is_meant(phrase: str, name: str) -> None:
    assert head(phrase) == name


@pytest.mark.parametrize(
    "phrase",
    ["a spokesman for Hillary Clinton", "Trump's lawyer", "the senator", "she", "police officers",
     "Clinton and Sanders"],
)  # fmt: skip
def test_roles_groups_and_pronouns_have_no_name(phrase: str) -> None:
    assert head(phrase) is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [("Democrats", True), ("some voters", True), ("Luis Pantoja", False), ("police", True),
     ("the chief of the police", False)],
)  # fmt: skip
def test_groups_are_several(written: str, expected: bool) -> None:
    assert is_group(written) is expected
