"""qa.quotes.parts: the record of a change, with both places."""

from __future__ import annotations

from qa.quotes.parts import Part, change, change_at
from qa.quotes.runs import Texts
from qa.quotes.words import tokens_of

QUOTE, TEXT = "“We saw men leave”", "We saw a few men leave."
TEXTS = Texts(QUOTE, tokens_of(QUOTE), TEXT, tokens_of(TEXT), [False] * 6, [0] * 6)


def test_words_dropped_have_an_empty_place_in_the_quotation() -> None:
    found = change(TEXTS, Part((2, 2), (2, 4)), "dropped", True)

    assert (found.quoted, found.source) == ("", "a few")
    assert (found.quoted_start, found.quoted_end) == (8, 8)
    assert (found.source_start, found.source_end) == (7, 12)


def test_words_missing_at_the_end_are_missing_behind_the_last_word() -> None:
    found = change(TEXTS, Part((4, 4), (5, 6)), "dropped", True)

    assert found.quoted_start == found.quoted_end == len("“We saw men leave")


def test_a_change_between_words_has_its_characters() -> None:
    found = change_at(TEXTS, (17, 18), (22, 23), kind="punctuation", bears_on_meaning=False)

    assert (found.quoted, found.source) == ("”", ".")
