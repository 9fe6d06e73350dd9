"""Words that mean the opposite of each other: what turns a statement around without a "not"."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path


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
