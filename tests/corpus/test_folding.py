"""corpus.folding: words as people compare them, with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import fold, folded_words, words_of

TRICKY = st.text(alphabet="aÁñ\u0301\u00ad\u200b'’.,-½²ßİΣς١ 中\n_Kﬁ", max_size=30)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gálvez", ["galvez"]),
        ("GÁLVEZ", ["galvez"]),
        ("Ga\u0301lvez", ["galvez"]),  # accent as a character of its own
        ("sof\u00adt hyphen", ["soft", "hyphen"]),
        ("zero\u200bwidth", ["zerowidth"]),
        ("Muñoz", ["munoz"]),
        ("Straße", ["strasse"]),
        ("ﬁle", ["file"]),
        ("O'Higgins", ["o", "higgins"]),
        ("don’t", ["don", "t"]),
        ("$1,300.50", ["1", "300", "50"]),
        ("snake_case", ["snake", "case"]),
        ("US-led", ["us", "led"]),
        ("½", ["12"]),  # one word stays one, though its letters are three
        ("مرحبا بالعالم", ["مرحبا", "بالعالم"]),
        ("🙂 … ¿?", []),
        ("", []),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert folded_words(text) == words


@given(st.one_of(st.text(), TRICKY))
def test_the_fast_way_gives_the_same_words(text: str) -> None:
    assert folded_words(text) == [word.folded for word in words_of(text)]


@given(st.one_of(st.text(), TRICKY))
def test_words_stand_where_they_say_in_order_and_apart(text: str) -> None:
    reached = 0
    for word in words_of(text):
        assert reached <= word.start < word.end <= len(text)
        assert folded_words(text[word.start : word.end]) == [word.folded]
        reached = word.end


@given(st.one_of(st.text(), TRICKY))
def test_a_folded_word_holds_no_space_and_is_never_empty(text: str) -> None:
    assert all(word and word.split() == [word] for word in folded_words(text))


def test_names_compare_without_case_accents_and_punctuation() -> None:
    assert fold("  José  O’Higgins-Díaz ") == fold("jose o higgins diaz") == "jose o higgins diaz"
