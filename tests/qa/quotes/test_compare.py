"""qa.quotes.compare: typography never decides, and no change goes unseen."""

from __future__ import annotations

import random
import unicodedata

import pytest
from comparing import compared
from hypothesis import given
from hypothesis import strategies as st

from corpus import Span
from qa.quotes.compare import read_article
from qa.quotes.words import tokens_of

WORDS = (
    "minister bridge harvest river kitchen window police doctor village market winter summer "
    "farmer school letter engine garden mountain teacher salmon copper ladder button pepper "
    "Gálvez Ürümqi naïve señor Müller straße office finalist efficient affair flying "
    "don’t it’s re-elected 1,300 2017 $5 2% 3.5 U.S. İzmir Łódź 市 λόγος река"
).split()
OTHERS = "zebra quarrel umbrella velvet orchid".split()
BEFORE, AFTER = "Nothing happened for weeks.", "Then they all went home again."


@st.composite
def places(draw: st.DrawFn, least: int = 4) -> tuple[list[str], int, int]:
    """The words of a sentence, each once, and the run of them that is quoted."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=8, max_size=16, unique=True))
    start = draw(st.integers(0, len(words) - least))
    return words, start, draw(st.integers(start + least, len(words)))


def article_of(words: list[str]) -> str:
    return f"{BEFORE} “{' '.join(words)},” he said. {AFTER}"


def reprinted(word: str, draw: st.DrawFn) -> str:
    """A word as another printer sets it."""
    word = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), word)
    word = word.replace("’", draw(st.sampled_from("'’ʼ‘")))
    word = word.replace("-", draw(st.sampled_from("-‐‑")))
    if draw(st.booleans()):
        word = word.replace("ffi", "ﬃ").replace("ff", "ﬀ").replace("fi", "ﬁ").replace("fl", "ﬂ")
    if word.isalpha() and len(word) > 3 and draw(st.booleans()):
        at = draw(st.integers(1, len(word) - 1))
        word = word[:at] + draw(st.sampled_from("\u00ad\u200b\u200d\u2060")) + word[at:]
    return word


@st.composite
def reprints(draw: st.DrawFn) -> tuple[str, str, Span]:
    """A quotation in another typography, its article, and its place there."""
    words, start, end = draw(places())
    text = article_of(words)
    place_start = text.index("“") + 1 + len(" ".join(["", *words[:start]]).lstrip())
    place_start += 1 if start else 0
    space = st.sampled_from([" ", "\u00a0", "\u2009", "\u202f", "  ", "\n"])
    chosen = [reprinted(word, draw) for word in words[start:end]]
    quote = "".join(word + draw(space) for word in chosen[:-1]) + chosen[-1]
    quote = quote[0].title() + quote[1:]
    left, right = draw(st.sampled_from(["“”", '""', "«»", "‘’", "  "]))
    mark = draw(st.sampled_from(["", ".", ",", "!", " …", "...", " [...]"]))
    quote = draw(st.sampled_from([f"{left}{quote}{right}{mark}", f"{left}{quote}{mark}{right}"]))
    return quote, text, Span(place_start, place_start + len(" ".join(words[start:end])))


@given(reprints())
def test_another_typography_is_no_change_and_the_place_is_the_words(
    reprint: tuple[str, str, Span],
) -> None:
    quote, text, place = reprint
    found = compared(quote, text)

    assert found is not None
    assert found.changes == ()
    asked, told = (tokens_of(text[s.start : s.end]) for s in (place, found.place))
    assert [token.key for token in told] == [token.key for token in asked]
    assert found.place.start == place.start


def edited(words: list[str], edit: str, seed: int) -> list[str]:
    """Quoted words with one change that bears on the meaning."""
    rng = random.Random(seed)
    at = rng.randrange(1, len(words) - 1)
    new = rng.choice(OTHERS)
    return {
        "replaced": [*words[:at], new, *words[at + 1 :]],
        "first replaced": [new, *words[1:]],
        "last replaced": [*words[:-1], new],
        "inserted": [*words[:at], new, *words[at:]],
        "denied": [*words[:at], "not", *words[at:]],
        "dropped": [*words[:at], *words[at + 1 :]],
        "swapped": [*words[: at - 1], words[at], words[at - 1], *words[at + 1 :]],
        "renumbered": [*words[:at], "17", *words[at:]],
    }[edit]


@given(
    places(least=5),
    st.sampled_from(
        ["replaced", "first replaced", "last replaced", "inserted", "denied", "dropped", "swapped",
         "renumbered"]
    ),
    st.integers(0, 1000),
)  # fmt: skip
def test_no_edit_of_the_words_goes_unseen(
    place: tuple[list[str], int, int], edit: str, seed: int
) -> None:
    words, start, end = place
    quote = " ".join(edited(words[start:end], edit, seed))
    found = compared(quote, article_of(words))

    assert found is not None
    assert any(change.bears_on_meaning for change in found.changes)


@given(places(), st.integers(1, 8))
def test_another_number_is_always_told_as_one(
    place: tuple[list[str], int, int], digit: int
) -> None:
    words, start, end = place
    words = [word for word in words[start:end] if not any(map(str.isdigit, word))] or ["river"]
    at = digit % len(words)
    text = article_of(["minister", *words[:at], "409", *words[at:], "winter"])
    found = compared(" ".join(["minister", *words[:at], f"4{digit}9", *words[at:], "winter"]), text)

    assert found is not None
    assert [(c.kind, c.quoted, c.source) for c in found.changes] == [
        ("number", f"4{digit}9", "409")
    ]


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_two_texts_can_be_compared_and_offsets_re_read(quote: str, text: str) -> None:
    found = compared(quote, text)  # which reads every change back

    if found is not None:
        assert 0 <= found.place.start <= found.place.end <= len(text)
        assert all(found.place.start <= piece.start for piece in found.pieces)


@given(st.text("ab .,'\"“”…[]-é1\u0301\u00ad", max_size=40), st.integers(0, 30), st.integers(1, 10))
def test_what_stands_in_the_article_differs_from_it_in_no_word(
    text: str, start: int, length: int
) -> None:
    tokens = [token for token in tokens_of(text) if not token.is_bracketed]
    chosen = tokens[start : start + length]
    if not chosen:
        return
    found = compared(text[chosen[0].start : chosen[-1].end], text)

    if found is not None:
        assert not any(change.bears_on_meaning for change in found.changes)


@pytest.mark.parametrize("quote", ["", " ", "“”", "…", "[…]", "the", "of the", "???", "\u200b"])
def test_without_a_word_of_substance_nothing_is_found(quote: str) -> None:
    assert compared(quote, "The man of the house left.") is None


def test_one_word_is_found() -> None:
    found = compared("house", "The man of the house left.")

    assert found is not None
    assert (found.changes, found.place) == ((), Span(15, 20))


def test_an_empty_article_has_nothing() -> None:
    assert compared("The man left.", "") is None


def test_what_stands_between_two_quotations_is_joined_over() -> None:
    text = "“We will not leave,” the minister said on Monday, “before the money is here.”"
    found = compared("We will not leave before the money is here", text)

    assert found is not None
    assert [run.kind for run in found.runs] == ["equal", "joined", "equal"]
    assert [text[piece.start : piece.end] for piece in found.pieces] == [
        "We will not leave",
        "before the money is here",
    ]


def test_an_ellipsis_tells_how_many_words_it_stands_for() -> None:
    found = compared("The harvest … was good", "The harvest of the last dry year was good.")

    assert found is not None
    assert (found.is_abridged, found.left_out, found.changes) == (True, 5, ())


def test_two_far_places_without_an_ellipsis_are_words_dropped() -> None:
    middle = " ".join(f"word{at}" for at in range(60))
    text = f"The bridge is falling down now. {middle}. The farmers sold their best land."
    found = compared("The bridge is falling down now. The farmers sold their best land.", text)

    assert found is not None
    assert [(c.kind, c.bears_on_meaning) for c in found.changes] == [("dropped", True)]


def test_a_part_of_the_article_can_be_asked_for() -> None:
    text = "The bridge fell. Then the bridge fell again."
    found = compared("the bridge fell", text, within=Span(17, len(text)))

    assert found is not None
    assert found.place.start == text.index("the bridge")


def test_the_first_word_is_not_taken_from_the_sentence_before() -> None:
    text = "He sat on the stairs. “Both men left the town.”"
    found = compared("The two men left the town", text)

    assert found is not None
    assert text[found.place.start : found.place.end] == "Both men left the town"
    assert found.bearing == 1


def test_an_article_is_read_without_its_ellipses() -> None:
    assert [token.key for token in read_article("We … left").tokens] == ["we", "left"]
