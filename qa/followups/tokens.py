"""A question as words with their punctuation, and back again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups.words import auxiliary_family, listed, plain

Tokens = tuple[str, ...]

LEADS = frozenset("and but so also then or well y e pero entonces".split())
_SHORT = re.compile(r"^(who|what|where|when|how|why)['’]s$", re.IGNORECASE)
_SHORT_NOT = re.compile(r"^(\w+)n['’]t$", re.IGNORECASE)


def tokens_of(text: str) -> Tokens:
    """The words of a question with their punctuation, without what was put in brackets behind.

    >>> tokens_of("And who's he?")
    ('And', 'who', 'is', 'he?')
    """
    found: list[str] = []
    for token in re.sub(r"\s*\([^()]*\)\s*$", "", text).split():
        bare = token.rstrip("?!.")
        if match := _SHORT.match(bare):
            found += [match.group(1), "is" + token[len(bare) :]]
        elif (match := _SHORT_NOT.match(bare)) and auxiliary_family(match.group(1).casefold()):
            found += [match.group(1), "not" + token[len(bare) :]]
        else:
            found.append(token)
    return tuple(found)


def trimmed(tokens: Sequence[str]) -> Tokens:
    """Without the punctuation at both ends, and without the "and" that goes on from before."""
    kept = [token for token in tokens if plain(token)]
    while kept and plain(kept[0]) in LEADS:
        kept = kept[1:]
    if kept:
        kept[0] = kept[0].lstrip("¿¡(,")
        kept[-1] = kept[-1].rstrip("?!,;:") if re.search(r"[?!,;:]$", kept[-1]) else kept[-1]
        kept[-1] = kept[-1].rstrip(".") if kept[-1].endswith(".") else kept[-1]
    return tuple(kept)


def written(*parts: Sequence[str], like: str = "") -> str:
    """The question that the parts make; it begins and ends like ``like``.

    >>> written(("why",), ("did",), ("Oslo", "withdraw"), like="Why?")
    'Why did Oslo withdraw?'
    """
    tokens = [token for part in parts for token in part]
    text = " ".join(tokens)
    first = next((char for char in like if char.isalpha()), "")
    if first.isupper():
        text = text[:1].upper() + text[1:]
    elif first and plain(tokens[0]) in listed("question") | listed("prepositions"):
        text = text[:1].lower() + text[1:]
    mark = "?" if "?" in like or not like else ""
    return text + mark


def is_owner(token: str) -> bool:
    """Whether a token ends as an owner does: "China's"."""
    return re.search(r"['’]s?$", token) is not None
