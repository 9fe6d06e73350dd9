"""qa.quotes.lexicon: the same words in another writing, and those that only look like it."""

from __future__ import annotations

import pytest

from qa.quotes.lexicon import are_same_words, are_transcribed, is_negator, is_slip, listed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("do not", "don't"), ("cannot", "can not"), ("can't", "can not"), ("won't", "will not"),
        ("it's", "it is"), ("it's", "it has"), ("they're", "they are"), ("he'd", "he had"),
        ("colour", "color"), ("organised", "organized"), ("travelling", "traveling"),
        ("theatre", "theater"), ("grey", "gray"), ("practised", "practiced"),
        ("licence", "license"),
        ("well known", "wellknown"), ("e mail", "email"), ("j k", "jk"), ("fulfil", "fulfill"),
        ("neighbourhood", "neighborhood"), ("every one", "everyone"), ("health care", "healthcare"),
    ],
)  # fmt: skip
def test_the_same_words_in_another_writing(one: str, other: str) -> None:
    assert are_same_words(one.split(), other.split())
    assert are_same_words(other.split(), one.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("not able", "notable"), ("the rapist", "therapist"), ("now here", "nowhere"),
        ("a part", "apart"), ("all ready", "already"), ("may be", "maybe"), ("re sign", "resign"),
        ("un able", "unable"), ("mourning", "morning"), ("fourth", "forth"), ("filled", "filed"),
        ("hour", "hor"), ("prise", "prize"), ("can", "can't"), ("is", "isn't"), ("court", "cort"),
        ("its", "it's"), ("were", "we're"), ("", "a"),
    ],
)  # fmt: skip
def test_words_that_only_look_alike_are_not_the_same(one: str, other: str) -> None:
    assert not are_same_words(one.split(), other.split())
    assert not are_same_words(other.split(), one.split())


@pytest.mark.parametrize(
    ("quoted", "source", "expected"),
    [
        ("goverment", "government", True),
        ("govermnent", "government", True),
        ("recieved", "received", True),
        ("attack", "attacks", False),
        ("attacked", "attacker", False),
        ("casual", "causal", False),
        ("untied", "united", False),
        ("immoral", "immortal", False),
        ("cat", "cart", False),
        ("2016", "20016", False),
    ],
)
def test_a_slip_of_the_fingers(quoted: str, source: str, expected: bool) -> None:
    assert is_slip(quoted, source) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Müller", "Mueller", True),
        ("Schäuble", "schaeuble", True),
        ("Søren", "Soeren", True),
        ("Muller", "Mueller", False),
        ("Miller", "Müller", False),
    ],
)
def test_umlauts_are_transcribed(one: str, other: str, expected: bool) -> None:
    assert are_transcribed(one, other) is expected
    assert are_transcribed(other, one) is expected


@pytest.mark.parametrize("key", ["not", "never", "don't", "cannot", "nunca", "sin", "nobody"])
def test_negators_deny(key: str) -> None:
    assert is_negator(key)


@pytest.mark.parametrize("key", ["know", "knot", "note", "can", "siempre"])
def test_other_words_do_not(key: str) -> None:
    assert not is_negator(key)


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        listed("colours")
