"""corpus.language: the language of a text, or that it can't be told."""

from __future__ import annotations

import pytest

from corpus.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The police searched the houses near the port on Monday.", "en"),
        ("La policía registró el lunes las viviendas cercanas al puerto.", "es"),
    ],
)
def test_a_sentence_is_enough(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "Police raid", "12 34 56 78 90 11", "Xa qwe rty uio pas dfg"])
def test_too_little_or_no_language_is_unknown(text: str) -> None:
    assert detect_language(text) is None
