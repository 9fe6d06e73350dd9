"""The words that tell of speech, and the small words around them; listed in ``cues.json``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from corpus import fold

Form = Literal["base", "s", "past", "ing"]
KINDS = ("saying", "calling", "thinking", "showing")
_FORMS: tuple[Form, ...] = ("base", "s", "past", "ing")
_DOUBLED = frozenset("quip blog brag admit chat rip slam sum beg plan".split())
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Cue:
    """What a form of a verb may tell of."""

    base: str
    forms: frozenset[Form]
    kinds: frozenset[str]
    is_spanish: bool = False

    @property
    def can_be_turned(self) -> bool:
        """Whether the one who speaks may stand behind it: "said Smith"."""
        return "saying" in self.kinds and self.base not in listed("not_turned")


@cache
def _lists() -> dict[str, str | list[str]]:
    path = Path(__file__).with_name("cues.json")
    loaded: dict[str, str | list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


@cache
def rows(name: str) -> tuple[str, ...]:
    """The entries of a list of ``cues.json`` whose rows belong together.

    Raises:
        KeyError: There is no list of that name.
    """
    found = _lists()[name]
    return (found,) if isinstance(found, str) else tuple(found)


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list, as ``key`` writes them.

    >>> "she" in listed("pronouns"), "aseguro" in listed("spanish")
    (True, True)
    """
    return frozenset(key(word) for row in rows(name) for word in row.split())


def key(word: str) -> str:
    """A word as the lists have it: folded, in one piece.

    >>> key("Didn’t"), key("Afirmó")
    ('didnt', 'afirmo')
    """
    return fold(word).replace(" ", "")


def cue(word: str) -> Cue | None:
    """What a word may tell of, if it is a form of such a verb.

    >>> cue("said").base, cue("port")
    ('say', None)
    """
    return _cues().get(word)


@cache
def particles() -> dict[str, tuple[tuple[str, ...], ...]]:
    """For the base of a verb, what may follow it as a part of the cue, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in rows("particles"):
        first, *rest = entry.split()
        found.setdefault(first, []).append(tuple(rest))
    return {base: tuple(sorted(tails, key=len, reverse=True)) for base, tails in found.items()}


@cache
def _cues() -> dict[str, Cue]:
    """Every form of every verb of saying."""
    kinds: dict[str, set[str]] = {base: set() for base in particles()}
    for kind in KINDS:
        for base in listed(kind):
            kinds.setdefault(base, set()).add(kind)
    forms: dict[str, tuple[str, set[Form]]] = {}
    for row in _inflected(set(kinds)):
        for form, name in zip(row, _FORMS, strict=True):
            forms.setdefault(form, (row[0], set()))[1].add(name)
    spanish = {
        word: Cue(word, frozenset({"past"}), frozenset({"saying"}), True)
        for word in listed("spanish")
    }
    english = {
        form: Cue(base, frozenset(names), frozenset(kinds.get(base, ())))
        for form, (base, names) in forms.items()
    }
    return spanish | english


def _inflected(bases: set[str]) -> list[list[str]]:
    """The forms of verbs, in the order of ``_FORMS``."""
    irregular = [row.split() for entry in rows("irregular") for row in entry.split(",")]
    return irregular + [_regular(base) for base in sorted(bases - {row[0] for row in irregular})]


def _regular(base: str) -> list[str]:
    """Base, third person, past and present participle of a regular verb.

    >>> _regular("deny"), _regular("state")[2:]
    (['deny', 'denies', 'denied', 'denying'], ['stated', 'stating'])
    """
    if base in _DOUBLED:
        stem = base + base[-1]
        return [base, base + "s", stem + "ed", stem + "ing"]
    if base.endswith("y") and base[-2] not in _VOWELS:
        return [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    if base.endswith("e"):
        stem = base[:-1] if not base.endswith("ee") else base
        return [base, base + "s", base + "d", stem + "ing"]
    hissing = base.endswith(("s", "sh", "ch", "x", "z"))
    return [base, base + ("es" if hissing else "s"), base + "ed", base + "ing"]
