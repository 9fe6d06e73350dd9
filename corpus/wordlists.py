"""The word lists of the cleaner, read once from ``furniture.toml`` and ``bylines.toml``.

To teach the cleaner a phrase, add it to one of those files; no code changes.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

Kind = Literal["inline", "page", "end", "end_weak", "soft"]
"""What a line of furniture is; ``furniture.toml`` says what each means."""

KINDS: tuple[Kind, ...] = ("end", "inline", "page", "soft", "end_weak")
"""In the order in which a line is tried: the surest first."""

MAX_FURNITURE_CHARACTERS = 600
"""A longer line is never furniture: nothing in the lists is so long."""

_PARTS = re.compile(r" [|•·/] | :: ")
_TRIMMED = " \t•·*-–—>»›→|:.!…¡¿?#"


@dataclass(frozen=True, slots=True)
class Furniture:
    """The patterns for lines that stand on a page beside the article."""

    patterns: tuple[tuple[Kind, re.Pattern[str]], ...]

    def kind_of(self, line: str) -> Kind | None:
        """What kind of furniture a line is; ``None`` for everything else.

        A row of links is furniture of the page when each of them is known.

        >>> furniture().kind_of("Share this article"), furniture().kind_of("They share a border.")
        ('page', None)
        """
        if len(line) > MAX_FURNITURE_CHARACTERS:
            return None
        if (kind := self._kind_of(line)) is not None:
            return kind
        parts = _PARTS.split(line.strip(" |•·"))
        kinds = [self._kind_of(part) for part in parts]
        return "page" if len(parts) > 1 and all(kinds) and set(kinds) & {"page", "soft"} else None

    def _kind_of(self, line: str) -> Kind | None:
        """The first list with a pattern that matches the whole line."""
        simple = simplify(line)
        return next((kind for kind, pattern in self.patterns if pattern.fullmatch(simple)), None)


def simplify(line: str) -> str:
    """The form of a line that the lists are written in.

    >>> simplify("» SEE ALSO:  Peru’s ports…")
    "see also: peru's ports"
    """
    folded = " ".join(line.casefold().replace("’", "'").split())
    return folded.strip(_TRIMMED)


@lru_cache(maxsize=1)
def furniture() -> Furniture:
    """The lists of ``furniture.toml``, compiled."""
    lists = _read("furniture.toml")
    return Furniture(
        tuple(
            (kind, re.compile("|".join(f"(?:{p})" for p in lists[kind]["lines"]))) for kind in KINDS
        )
    )


@lru_cache(maxsize=64)
def words(name: str) -> frozenset[str]:
    """One list of ``bylines.toml``.

    Raises:
        KeyError: There is no list of that name.

    >>> "reuters" in words("outlets")
    True
    """
    return frozenset(_read("bylines.toml")[name])


@lru_cache(maxsize=1)
def field_labels() -> dict[str, str]:
    """What a labelled line at the head of a text file fills: ``{"fecha": "published", ...}``."""
    labelled: dict[str, list[str]] = _read("bylines.toml")["labelled"]
    return {label: field for field, labels in labelled.items() for label in labels}


@lru_cache(maxsize=16)
def any_of(name: str) -> str:
    """One list of ``bylines.toml`` as an alternation for a regular expression, longest first."""
    return "|".join(re.escape(word) for word in sorted(words(name), key=lambda w: (-len(w), w)))


@lru_cache(maxsize=2)
def _read(filename: str) -> dict[str, Any]:
    """A data file that lies beside this module."""
    return tomllib.loads((Path(__file__).parent / filename).read_text(encoding="utf-8"))
