"""qa.quotes.words: what is compared, and where it stands."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.quotes.words import GAP, key_of, tokens_of

TEXTS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("ab1 .,'[]…-%$é\u0301\u00ad字か")),
    max_size=50,
)


@given(TEXTS)
def test_tokens_stand_in_the_text_one_behind_the_other(text: str) -> None:
    tokens = tokens_of(text)

    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    for one, other in pairwise(tokens):  # "﷽" is four words in one character
        assert one.start <= other.start
        assert one.end <= other.end
    assert all(token.written and token.key for token in tokens)


@given(TEXTS)
def test_every_letter_and_digit_is_in_a_token(text: str) -> None:
    composed = unicodedata.normalize("NFKC", text)
    inside = {at for token in tokens_of(composed) for at in range(token.start, token.end)}
    without_sic = not {*"[]Ââ"} & {*composed}  # nor misread signs

    left = [char for at, char in enumerate(composed) if char.isalpha() and at not in inside]

    assert not without_sic or all(unicodedata.category(char) == "Lm" for char in left)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Don’t re-elect Gálvez!", ["don't", "re", "elect", "galvez"]),
        ("the U.S. and J.K. at 9 p.m.", ["the", "us", "and", "jk", "at", "9", "pm"]),
        ("1,300 of 2.5 in 2016–17", ["1,300", "of", "2.5", "in", "2016", "17"]),
        ("$5m, 2%, 40° & #1", ["$", "5m", "2", "%", "40", "°", "&", "#", "1"]),
        ("we [sic] left [Sic!] it [12] there", ["we", "left", "it", "12", "there"]),
        ("the town.[1] Then", ["the", "town", "then"]),
        ("l’été straße Łódź", ["l'ete", "strasse", "lodz"]),
        ("我们 離", ["我", "们", "離"]),
        ("किताब", ["किताब"]),
        ("in 10² of CO₂", ["in", "10²", "of", "co2"]),
        ("👍 and ❤️", ["👍", "and", "❤"]),
        ("", []),
    ],
)
def test_words_as_they_are_compared(text: str, keys: list[str]) -> None:
    assert [token.key for token in tokens_of(text)] == keys


@pytest.mark.parametrize(
    "gap", ["…", "...", ". . .", "....", "[…]", "[...]", "(…)", "[ ... ]", "⋯"]
)
def test_an_ellipsis_is_a_gap_in_every_shape(gap: str) -> None:
    assert [token.key for token in tokens_of(f"we {gap} left")] == ["we", GAP, "left"]


@pytest.mark.parametrize("text", ["Stop. Go.", "Stop.. Go", "e.g. this", "no.1"])
def test_other_dots_are_no_gap(text: str) -> None:
    assert GAP not in [token.key for token in tokens_of(text)]


@pytest.mark.parametrize(
    ("text", "key", "spoken"),
    [("[h]e", "he", ""), ("walk[ed]", "walked", "walk"), ("[he]", "he", None)],
)
def test_letters_in_brackets_belong_to_their_word(text: str, key: str, spoken: str | None) -> None:
    (token,) = tokens_of(text)

    assert (token.key, token.spoken, token.is_bracketed) == (key, spoken, True)


def test_brackets_hold_what_is_between_them() -> None:
    marked = [token.is_bracketed for token in tokens_of("we [and they] left")]

    assert marked == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "before"),
    [("a, b", ","), ("a — b", "-"), ("a--b", "-"), ("a” “b", ""), ("a?” b", "?"), ("a (b", "(")],
)
def test_punctuation_before_a_word_has_one_shape(text: str, before: str) -> None:
    assert tokens_of(text)[1].before == before


@pytest.mark.parametrize(
    ("one", "other"),
    [("Gálvez", "galvez"), ("ÉTÉ", "été"), ("Λόγος", "λογος"), ("مُحَمَّد", "محمد"), ("İzmir", "izmir"),
     ("Wałęsa", "Walesa"), ("Erdoğan", "erdogan"), ("U.S.A.", "USA"), ("ещё", "еще")],
)  # fmt: skip
def test_keys_leave_out_what_keyboards_leave_out(one: str, other: str) -> None:
    assert tokens_of(one)[0].key == tokens_of(other)[0].key


@pytest.mark.parametrize(("one", "other"), [("か", "が"), ("мой", "мои"), ("कि", "कु"), ("≠", "=")])
def test_marks_that_make_another_letter_stay(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)
