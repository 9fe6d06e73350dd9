"""Of what kind a change of words is, and whether leaving words out bears on the meaning."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from qa.opposites import opposites
from qa.quotes.lexicon import is_negator, listed, negations_in
from qa.quotes.model import ChangeKind
from qa.quotes.runs import Texts
from qa.quotes.words import Token

AUXILIARIES = frozenset(
    "do does did is are was were am be been has have had to any some a an the ever".split()
)
"""What comes and goes with a negation: "he knows" and "he does not know"."""
_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3}|C{1,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def kind_of_words(
    quoted: Sequence[Token], source: Sequence[Token], texts: Texts
) -> ChangeKind | None:
    """The kind of a change between two runs of words, either of which may be empty.

    Returns:
        ``None`` where only "dropped", "added", "spelling" or "word" can be said.
    """
    keys, others = [token.key for token in quoted], [token.key for token in source]
    if all(is_value_sign(key) for key in (*keys, *others)):
        return "number"
    if _is_negation(keys, others):
        return "negation"
    if _names_day(quoted) and _names_day(source):
        return "date"
    if _is_modal(keys, others):
        return "modal"
    return _kind_of_exchange(quoted, source, texts) if keys and others else None


def _kind_of_exchange(
    quoted: Sequence[Token], source: Sequence[Token], texts: Texts
) -> ChangeKind | None:
    """The kind of a change of words for words."""
    keys, others = [token.key for token in quoted], [token.key for token in source]
    if sorted(keys) == sorted(others):
        return "order"
    if _are_numerals(quoted) and _are_numerals(source):
        return "number"
    if _is_opposite(keys, others):
        return "word"
    is_title = bool(listed("titles") & {*keys} and listed("titles") & {*others})
    has_names = _has_name(quoted, texts.quoted) and _has_name(source, texts.source)
    return "name" if is_title or has_names or _names_instead(quoted, source, texts) else None


def is_value_sign(key: str) -> bool:
    """Whether a word is a sign that belongs to a number: a currency, ``%``, ``°``."""
    return key in "%‰°§#" or unicodedata.category(key[0]) in ("Sc", "Sm")


def _names_day(tokens: Sequence[Token]) -> bool:
    """Whether a month, a weekday or a word like "today" is among them; "may" only as a month."""
    return any(t.key in listed("relative_days") or t.written == "May" for t in tokens)


def _are_numerals(tokens: Sequence[Token]) -> bool:
    return all(t.key[0].isdigit() or numeral_of(t.written) is not None for t in tokens)


def numeral_of(written: str) -> int | None:
    """The value of a Roman numeral in capitals.

    >>> numeral_of("XIV"), numeral_of("Xi")
    (14, None)
    """
    if not _ROMAN.fullmatch(written):
        return None
    values = [_ROMAN_VALUES[letter] for letter in written]
    return sum(-one if one < following else one for one, following in pairwise([*values, 0]))


def _is_negation(keys: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one side denies what the other says, and hardly anything else differs."""
    if negations_in(keys) % 2 == negations_in(others) % 2 and bool(keys) == bool(others):
        return False
    if negations_in(keys) == negations_in(others):
        return False
    rest = [key for key in (*keys, *others) if not is_negator(key) and key not in AUXILIARIES]
    return len(rest) <= 2


def _is_modal(keys: Sequence[str], others: Sequence[str]) -> bool:
    modals = listed("modals")
    first, second = modals & {*keys}, modals & {*others}
    if first == second:
        return False
    rest = [key for key in (*keys, *others) if key not in modals and key not in AUXILIARIES]
    return len(rest) <= 1 or (len(rest) == 2 and rest[0][:4] == rest[1][:4])


def _is_opposite(keys: Sequence[str], others: Sequence[str]) -> bool:
    return any(opposites().get(key, frozenset()) & {*others} for key in keys)


def _has_name(tokens: Sequence[Token], within: Sequence[Token]) -> bool:
    """Whether a capital stands where no sentence begins."""
    return any(_is_name(token, within) for token in tokens)


def _is_name(token: Token, within: Sequence[Token]) -> bool:
    if not token.written[:1].isupper() or token.key in ("i", "i'm", "i've", "i'll", "i'd"):
        return False
    if not _opens(token, within):
        return True
    others = [other for other in within if other.key == token.key and other is not token]
    return any(o.written[:1].isupper() and not _opens(o, within) for o in others) and all(
        other.written[:1].isupper() for other in others
    )


def _opens(token: Token, within: Sequence[Token]) -> bool:
    """Whether a sentence begins with a word; the dot of "Mr." ends none."""
    if not any(mark in token.before for mark in ".!?:"):
        return token is within[0]
    at = bisect_left(within, token.start, key=lambda one: one.start)
    return at == 0 or token.before != "." or within[at - 1].key not in listed("titles")


def _names_instead(quoted: Sequence[Token], source: Sequence[Token], texts: Texts) -> bool:
    """A name against one word that is none, or the other way round: "he" for "Trump"."""
    if len(quoted) > 3 or len(source) > 3:
        return False
    first, second = _has_name(quoted, texts.quoted), _has_name(source, texts.source)
    capital = [all(t.written[:1].isupper() for t in side) for side in (quoted, source)]
    return (first or second) and (all(capital) or first != second)


def bears_when_left_out(keys: Sequence[str], following: str = "") -> bool:
    """Whether words can't be left out or put in without touching the meaning.

    Args:
        keys: The words.
        following: The key of the word behind them: "a few" is more than "few", and "that he"
            begins a clause where "that man" points.

    >>> bears_when_left_out(["the"]), bears_when_left_out(["almost"])
    (False, True)
    >>> bears_when_left_out(["a"], "few"), bears_when_left_out(["that"], "he")
    (True, False)
    """
    if any(key not in listed("light") for key in keys):
        return True
    if not keys:
        return False
    if keys[-1] == "that":
        return following not in listed("clause_openers")
    return keys[-1] == "a" and following in listed("few")
