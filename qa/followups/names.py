"""The names in a text: runs of capitals."""

from __future__ import annotations

import re
from functools import cache

from qa.followups.words import listed, plain

_CONNECTORS = frozenset("of de del la van von bin al el the y and for".split())
NO_TOPICS = frozenset("he she it they there this that these those we you i".split())
"""Subjects that name nothing."""


def names_in(text: str, *, first_counts: bool = False) -> list[str]:
    """Runs of capitals, with the small words inside; a sentence's first word only with others.

    >>> names_in("Its leader is Carlos MacDowell of the United Nations.")
    ['Carlos MacDowell of the United Nations']
    """
    found = []
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚ¿\"“])", text):
        run: list[str] = []
        for place, token in enumerate((*sentence.split(), "")):
            bare = token.strip("\"“”'()¿¡")
            is_name = bare[:1].isupper() and (place > 0 or first_counts or _is_whole_name(bare))
            is_name = is_name or (bool(run) and bare[:1].isdigit() and len(bare) < 4)
            if is_name and plain(bare) not in _no_names():
                run.append(bare.rstrip(".,;:?!"))
                if not bare.endswith((",", ";", ":", ".", "?", "!")) and not bare.endswith("'s"):
                    continue
            elif run and plain(bare) in _CONNECTORS and not token.endswith(","):
                run.append(bare)
                continue
            found += _names_of(run)
            run = []
    return list(dict.fromkeys(found))


@cache
def _no_names() -> frozenset[str]:
    families = (listed("auxiliaries", family) for family in ("do", "be", "have"))
    return (listed("question") | listed("months")).union(*families) - {"may"}


def _is_whole_name(word: str) -> bool:
    """Whether a sentence's first word can begin a name: it is no function word."""
    name = plain(word)
    function = listed("determiners") | listed("prepositions") | NO_TOPICS
    return name not in function | {"its", "his", "their", "and", "but", "no", "not"}


def _names_of(run: list[str]) -> list[str]:
    while run and plain(run[-1]) in _CONNECTORS:
        run = run[:-1]
    text = " ".join(run)
    return [re.sub(r"['’]s$", "", text)] if text else []
