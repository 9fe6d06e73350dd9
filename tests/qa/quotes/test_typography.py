"""qa.quotes.typography: one copy for all printings, with the way back."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qa.quotes.typography import normalise

TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from(
            "aeiouAZ019 .'\"-–—…“”‘’«»\u00ad\u200b\u200d\u0301\u0307\u0308ﬁßİ½²ｶﾞ\u1100\u1161"
        ),
    ),
    max_size=40,
)


@given(TEXTS)
@example("e\u200d\u0301")
@example("\u00ad\n\u0301")
def test_the_index_map_is_monotone_and_in_range(text: str) -> None:
    copy = normalise(text)

    assert len(copy.text) == len(copy.starts) == len(copy.ends)
    assert list(copy.starts) == sorted(copy.starts)
    assert list(copy.ends) == sorted(copy.ends)
    for start, end in zip(copy.starts, copy.ends, strict=True):
        assert 0 <= start < end <= len(text)


@given(TEXTS)
def test_characters_of_the_copy_share_all_of_their_place_or_nothing(text: str) -> None:
    copy = normalise(text)

    places = sorted(set(zip(copy.starts, copy.ends, strict=True)))

    assert all(one[1] <= other[0] for one, other in pairwise(places))


@given(TEXTS)
def test_no_mark_is_cut_off_its_letter(text: str) -> None:
    copy = normalise(text)

    for end in copy.ends:
        after = text[end : end + 1]
        assert not after or unicodedata.category(after)[0] != "M"


@given(TEXTS)
@example("e\u200d\u0301")
def test_a_copy_of_the_copy_is_the_copy(text: str) -> None:
    once = normalise(text).text

    assert normalise(once).text == once


@given(TEXTS)
def test_composed_and_decomposed_texts_have_one_copy(text: str) -> None:
    decomposed, composed = (unicodedata.normalize(form, text) for form in ("NFD", "NFC"))

    assert normalise(decomposed).text == normalise(composed).text


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("“a” „b“ «c» ‹d› ″e″ 「f」", '"a" "b" "c" "d" "e" "f"'),
        ("it’s it‘s itʼs it`s it´s it′s", "it's it's it's it's it's it's"),
        ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"),
        ("a\u00a0b\u2009c\u202fd\u3000e\tf\ng", "a b c d e f g"),
        ("ﬁnal ﬀ Ⅻ Ｈ", "final ff XII H"),
        ("exam\u00adple exam\u00ad\n  ple", "example example"),
        ("a\u200bb\u200cc\u200dd\ufeffe\u2060f", "abcdef"),
        ("Straße STRAẞE", "Strasse STRASSE"),
        ("İstanbul i\u0307stanbul", "Istanbul istanbul"),
        ("no… no⋯ no‥", "no... no... no.."),
        ("❤\ufe0f Acme® Acme™", "❤ Acme Acme"),
        ("محـــمد", "محمد"),
        ("ｶﾞ", "ガ"),
    ],
)
def test_what_two_printings_may_differ_in_is_the_same(text: str, copy: str) -> None:
    assert normalise(text).text == copy


@pytest.mark.parametrize("text", ["1½", "10²", "CO₂", "3⁄4", "5⅐"])
def test_small_digits_are_not_written_behind_large_ones(text: str) -> None:
    assert normalise(text).text == text


def test_a_range_of_the_copy_leads_to_whole_units() -> None:
    text = "e\u0301“ﬁ”"
    copy = normalise(text)

    assert copy.text == 'é"fi"'
    assert text[slice(*(copy.span(0, 1).start, copy.span(0, 1).end))] == "e\u0301"
    assert copy.span(2, 3) == copy.span(3, 4) == copy.span(2, 4)


def test_nothing_has_an_empty_copy() -> None:
    assert normalise("").text == normalise("\u00ad\u200b").text == ""
