"""qa.answers.aliases: other names that an article gives."""

from __future__ import annotations

import pytest

from qa.answers.aliases import aliases_in


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("It was Gerson Gálvez Calle, alias Caracol, then.", "gerson galvez calle", "caracol"),
        ("It was Gerson Gálvez,\u00a0alias “Caracol,” then.", "gerson galvez", "caracol"),
        ("It was Ana Roe, also known as the Fox.", "ana roe", "fox"),
        ('It was Ana Roe, known as "La Zorra".', "ana roe", "zorra"),
        ("It was Ana Roe, 43, a.k.a. Foxy.", "ana roe", "foxy"),
        ('It was Ana Roe, also called "Foxy".', "ana roe", "foxy"),
        ("Fue Ana Roe, apodada “La Zorra”.", "ana roe", "zorra"),
        ("Fue Ana Roe, conocida como La Zorra.", "ana roe", "zorra"),
        ('It was Carlos "Chalo" Díaz then.', "carlos diaz", "chalo"),
        ("The Andean Cartel (Cartel Andino) grew.", "andean cartel", "cartel andino"),
        ("The Freedom of Information Act (FOIA) says so.", "freedom of information act", "foia"),
        ("The FOIA (Freedom of Information Act) says so.", "freedom of information act", "foia"),
    ],
)
def test_an_alias_is_found(text: str, name: str, other: str) -> None:
    assert [(" ".join(a.words), " ".join(a.other)) for a in aliases_in(text)] == [(name, other)]


@pytest.mark.parametrize(
    "text",
    [
        "Bernie Sanders called Trump a liar.",
        "He met Bernie Sanders (Reuters) there.",
        "He met Bernie Sanders (I-Vt.) there.",
        "The agency of ports (FOIA) says so.",
        "He was called on Tuesday.",
    ],
)
def test_what_is_no_alias_is_none(text: str) -> None:
    assert aliases_in(text) == ()
