"""The words that the rules for follow-ups know, and the forms of verbs.

The lists stand in ``words.json``. Verbs are listed because a question has to be taken apart
without a tagger: "did the athletics federation recognise the time" splits at a known verb.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from corpus import fold


@cache
def lists() -> dict[str, Any]:
    """The content of ``words.json``."""
    path = Path(__file__).with_name("words.json")
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


@cache
def listed(name: str, part: str | None = None) -> frozenset[str]:
    """One list of words, folded.

    >>> "since" in listed("prepositions"), "she" in listed("pronouns", "she")
    (True, True)
    """
    found = lists()[name]
    return frozenset((found[part] if part else found).split())


def is_question_word(word: str) -> bool:
    """Whether a folded word asks, in English."""
    return word in listed("question")


@cache
def auxiliary_family(word: str) -> str | None:
    """``do``, ``be``, ``have`` or ``modal``; ``None`` for any other word."""
    for family in ("do", "be", "have", "modal"):
        if word in listed("auxiliaries", family):
            return family
    return None


@cache
def _irregular() -> tuple[dict[str, str], dict[str, str]]:
    """Past forms and participles, each with its base form."""
    rows = [row.split() for row in lists()["irregular"]]
    return {past: base for base, past, _ in rows}, {part: base for base, _, part in rows}


@cache
def _bases() -> frozenset[str]:
    return frozenset(row.split()[0] for row in lists()["irregular"]) | listed("regular")


def is_base(word: str) -> bool:
    """Whether a folded word is the base form of a known verb."""
    return word in _bases()


def is_past(word: str) -> bool:
    """Whether it is a past form: of a known verb, or any word in -ed."""
    return word in _irregular()[0] or word in ("died", "used") or _is_in_ed(word)


def is_participle(word: str) -> bool:
    """Whether it is a past or present participle."""
    return (
        word in _irregular()[1]
        or _is_in_ed(word)
        or (word.endswith("ing") and _regular_base(word, "ing") is not None)
    )


def _is_in_ed(word: str) -> bool:
    """A word in -ed, verbs that are not in the list among them; "red" and "need" are none."""
    return word.endswith("ed") and not word.endswith("eed") and len(word) > 4


def is_third_person(word: str) -> bool:
    """Whether it is a known verb with the -s of the third person."""
    return _third_person_base(word) is not None


def base_form(word: str) -> str | None:
    """The base of a finite verb.

    >>> [base_form(word) for word in ("withdrew", "directs", "planned", "carried", "berlin")]
    ['withdraw', 'direct', 'plan', 'carry', None]
    """
    if word in _irregular()[0]:
        return _irregular()[0][word]
    if is_past(word):
        return _regular_base(word, "ed") or word[:-2]
    return _third_person_base(word) or (word if is_base(word) else None)


def _regular_base(word: str, ending: str) -> str | None:
    stem = word.removesuffix(ending)
    options = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2]:
        options.insert(0, stem[:-1])
    if ending == "ed" and stem.endswith("i"):
        options.insert(0, stem[:-1] + "y")
    return next((option for option in options if option in _bases()), None)


def _third_person_base(word: str) -> str | None:
    if not word.endswith("s"):
        return None
    options = [word[:-1], word.removesuffix("es"), word.removesuffix("ies") + "y"]
    return next((option for option in options if option in _bases()), None)


def plain(token: str) -> str:
    """A token as it is compared: folded, without punctuation and a possessive ending.

    >>> plain("Gálvez's"), plain("(Berlin)?"), plain("secretary-general")
    ('galvez', 'berlin', 'secretary-general')
    """
    word = fold_token(token)
    return word.removesuffix("'s").removesuffix("'")


@cache
def fold_token(token: str) -> str:
    """Like ``plain``, with the possessive ending kept."""
    stripped = token.strip('¿¡?!.,;:()[]"“”«»…').replace("’", "'")
    return "'".join("-".join(fold(p) for p in part.split("-")) for part in stripped.split("'"))
