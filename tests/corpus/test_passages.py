"""corpus.passages: whole sentences, as many as fit, overlapping by so many."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import PassageSettings, Span
from corpus.passages import split_passages
from corpus.sentences import split_sentences

WORDS = st.lists(st.sampled_from(["Callao", "el", "port", "¿qué?", "x" * 30]), min_size=1)
SENTENCES = WORDS.map(lambda words: " ".join(words).capitalize() + ".")
TEXTS = st.lists(st.tuples(SENTENCES, st.sampled_from([" ", "\n", "\n\n"]))).map(
    lambda parts: "".join(sentence + gap for sentence, gap in parts)
)
SETTINGS = st.builds(
    PassageSettings, max_characters=st.integers(100, 400), overlap_sentences=st.integers(0, 3)
)


@given(text=TEXTS, settings=SETTINGS)
def test_no_passage_is_longer_than_the_limit_or_has_spaces_around_it(
    text: str, settings: PassageSettings
) -> None:
    for passage in split_passages(text, split_sentences(text), settings):
        part = text[passage.start : passage.end]
        assert 0 < len(part) <= settings.max_characters
        assert part == part.strip()


@given(text=TEXTS, settings=SETTINGS)
def test_every_sentence_that_fits_is_whole_in_a_passage(
    text: str, settings: PassageSettings
) -> None:
    sentences = split_sentences(text)
    passages = split_passages(text, sentences, settings)

    for sentence in sentences:
        if sentence.end - sentence.start <= settings.max_characters:
            assert any(p.start <= sentence.start and sentence.end <= p.end for p in passages)


@given(text=TEXTS, settings=SETTINGS)
def test_every_character_of_a_sentence_too_long_is_in_a_passage(
    text: str, settings: PassageSettings
) -> None:
    passages = split_passages(text, split_sentences(text), settings)

    inside = {at for passage in passages for at in range(passage.start, passage.end)}
    assert all(text[at].isspace() for at in set(range(len(text))) - inside)


@given(text=TEXTS, settings=SETTINGS)
def test_passages_come_in_order_and_none_is_inside_another(
    text: str, settings: PassageSettings
) -> None:
    passages = split_passages(text, split_sentences(text), settings)

    assert list(passages) == sorted(passages, key=lambda p: (p.start, p.end))
    assert all(a.end < b.end for a, b in pairwise(passages))


def sentences_of(text: str, *, limit: int, overlap: int) -> list[str]:
    settings = PassageSettings(max_characters=limit, overlap_sentences=overlap)
    return [text[p.start : p.end] for p in split_passages(text, split_sentences(text), settings)]


def test_the_last_sentence_of_a_passage_opens_the_next_one_too() -> None:
    first, second, third = "A" * 29 + ".", "B" * 39 + ".", "C" * 39 + "."
    text = f"{first} {second} {third}"  # 112 characters: two passages of about 56

    assert sentences_of(text, limit=100, overlap=1) == [f"{first} {second}", f"{second} {third}"]


def test_without_overlap_no_sentence_is_in_two_passages() -> None:
    first, second, third = "A" * 29 + ".", "B" * 39 + ".", "C" * 39 + "."

    found = sentences_of(f"{first} {second} {third}", limit=100, overlap=0)

    assert found == [f"{first} {second}", third]


def test_an_overlap_that_does_not_fit_is_left_out() -> None:
    first, second = "A" * 79 + ".", "B" * 79 + "."

    assert sentences_of(f"{first} {second}", limit=100, overlap=1) == [first, second]


def test_a_sentence_too_long_is_cut_at_spaces() -> None:
    text = "word " * 40 + "end."  # 204 characters: three parts at least

    found = sentences_of(text, limit=100, overlap=0)

    assert [len(part) for part in found] == [99, 99, 4]
    assert " ".join(found) == text


def test_a_word_too_long_is_cut_at_the_limit() -> None:
    found = sentences_of("x" * 250, limit=100, overlap=0)

    assert found == ["x" * 100, "x" * 100, "x" * 50]


def test_a_long_paragraph_is_parted_evenly() -> None:
    sentence = "S" * 49 + "."
    text = " ".join([sentence] * 5)  # 254 characters, so at least three passages of 100

    assert [len(part) for part in sentences_of(text, limit=120, overlap=0)] == [101, 101, 50]


def test_short_paragraphs_share_a_passage() -> None:
    assert sentences_of("One.\n\nTwo.\n\nThree.", limit=100, overlap=0) == [
        "One.\n\nTwo.\n\nThree."
    ]


def test_no_sentences_give_no_passages() -> None:
    assert split_passages("", ()) == ()
    assert split_passages("  ", ()) == ()


def test_a_single_sentence_is_a_passage() -> None:
    assert split_passages("One.", (Span(0, 4),)) == (Span(0, 4),)


@pytest.mark.parametrize(("limit", "overlap"), [(99, 1), (0, 0), (900, -1)])
def test_settings_that_make_no_sense_are_refused(limit: int, overlap: int) -> None:
    with pytest.raises(ValueError, match=r"max_characters|overlap_sentences"):
        PassageSettings(max_characters=limit, overlap_sentences=overlap)
