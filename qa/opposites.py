"""Words that mean the opposite of each other: what turns a statement around without a "not"."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

PREFIXES = ("un", "non", "in", "im", "ir", "il", "dis")
SWAPPED = (("over", "under"), ("under", "over"), ("pre", "post"), ("post", "pre"))
LEAST_LETTERS = 4
"""A shorter rest is mostly no word: "in" and "deed"."""


def opposed_forms(word: str) -> frozenset[str]:
    """What a folded word would be with its prefix taken off, put on, or swapped for its opposite.

    Most of these are no words; those that a text has are.

    >>> "able" in opposed_forms("unable"), "overpaid" in opposed_forms("underpaid")
    (True, True)
    """
    bare = {word[len(p) :] for p in PREFIXES if word.startswith(p)}
    swapped = {b + word[len(a) :] for a, b in SWAPPED if word.startswith(a)}
    long_enough = {form for form in bare if len(form) >= LEAST_LETTERS}
    if len(word) >= LEAST_LETTERS:
        long_enough |= {prefix + word for prefix in PREFIXES}
    return frozenset(long_enough | swapped)


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """Each English word with its opposites, folded.

    >>> sorted(opposites()["last"]), sorted(opposites()["won"])
    (['first'], ['lost'])
    """
    path = Path(__file__).with_name("opposites.json")
    found: dict[str, set[str]] = {}
    for one, other in json.loads(path.read_text(encoding="utf-8"))["pairs"]:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}
