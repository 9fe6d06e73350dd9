"""Words that decide of what kind a change is, and writings of one word that are the same."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import Any

LONG_ENOUGH = 4
"""Shorter words are compared as they are."""
SLIP_LETTERS = 6
MOST_EXPANSIONS = 16


@cache
def listed(name: str) -> frozenset[str]:
    """One list of ``lexicon.json``, as comparison keys.

    Raises:
        KeyError: There is no list of that name.

    >>> "never" in listed("negators"), "puede" in listed("modals")
    (True, True)
    """
    return frozenset(str(_tables()[name]).split())


@cache
def _tables() -> dict[str, Any]:
    path = Path(__file__).with_name("lexicon.json")
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def negations_in(keys: Sequence[str]) -> int:
    """How many of the words deny something: ``not``, ``don't``, ``never``.

    >>> negations_in(["i", "don't", "know", "nothing"])
    2
    """
    return sum(is_negator(key) for key in keys)


def is_negator(key: str) -> bool:
    """Whether a word denies something."""
    return key in listed("negators") or key.endswith(("n't", "n't've")) or key == "cannot"


@lru_cache(maxsize=4096)
def expansions(key: str) -> tuple[str, ...]:
    """A word, and what it stands for when it is a contraction.

    >>> expansions("don't")
    ("don't", 'do not')
    """
    found = [key, *_tables()["contractions"].get(key, ())]
    for ending, meanings in _tables()["endings"]:
        if key.endswith(ending) and len(key) > len(ending):
            found += [key[: -len(ending)] + meaning for meaning in meanings]
    return tuple(found)


def are_same_words(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two runs of words are the same but for contractions, spelling and word breaks.

    >>> are_same_words(["it's"], ["it", "is"]), are_same_words(["e", "mail"], ["email"])
    (True, True)
    >>> are_same_words(["colour"], ["color"]), are_same_words(["is"], ["isn't"])
    (True, False)
    """
    return any(_is_same(one, other) for one in _forms(first) for other in _forms(second))


def _forms(keys: Sequence[str]) -> set[tuple[str, ...]]:
    """The run written out in every way, as words in one spelling."""
    forms: set[tuple[str, ...]] = set()
    for chosen in product(*(expansions(key) for key in keys)):
        words = (word for part in chosen for word in part.split())
        forms.add(tuple(_plain_spelling(word) for word in words))
        if len(forms) >= MOST_EXPANSIONS:
            break
    return forms


def _is_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The same words, or broken into words elsewhere: but "not able" is not "notable"."""
    if one == other:
        return True
    if "".join(one) != "".join(other):
        return False
    differing = {*one} ^ {*other}
    if all(len(word) == 1 for word in max(one, other, key=len)):
        return True  # initials: "J. K." and "J.K."
    return not differing & (listed("no_word_breaks") | listed("no_joined_words"))


@lru_cache(maxsize=16_384)
def _plain_spelling(word: str) -> str:
    if len(word) < LONG_ENOUGH or word in listed("two_words_of_one_spelling"):
        return word
    for british, american in _tables()["spellings"]:
        if british in word:
            word = word.replace(british, american)
    return word


def are_transcribed(quoted: str, source: str) -> bool:
    """Whether two words differ only in how the umlauts of one are written in the other.

    >>> are_transcribed("Müller", "Mueller"), are_transcribed("Muller", "Mueller")
    (True, False)
    """
    return _transcribed(quoted) == _transcribed(source)


def _transcribed(word: str) -> str:
    word = word.casefold()
    for letter, letters in _tables()["transcriptions"]:
        word = word.replace(letter, letters)
    return word


def is_slip(quoted: str, source: str) -> bool:
    """Whether one word looks like a slip of the fingers in writing the other.

    A letter doubled, dropped, added or swapped with its neighbour inside a longer word; the first
    letter and the ending must be right, since "attack" and "attacks" are two words.

    >>> is_slip("goverment", "government"), is_slip("attack", "attacks")
    (True, False)
    >>> is_slip("casual", "causal")
    False
    """
    from rapidfuzz.distance import OSA

    if min(len(quoted), len(source)) < SLIP_LETTERS or not (quoted + source).isalpha():
        return False
    if quoted in listed("confusable"):
        return False
    same_ends = quoted[0] == source[0] and quoted[-2:] == source[-2:]
    substitutes = len(quoted) == len(source) and sorted(quoted) != sorted(source)
    return same_ends and not substitutes and OSA.distance(quoted, source) == 1
