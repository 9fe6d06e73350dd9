"""Noun phrases in a sentence's tokens: where one begins before a place, and ends behind it.

Without a tagger, by the small words between which phrases stand. Too short a phrase is better than
one that takes in another clause.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from corpus import Span
from qa.answers.mentions import listed as listed_names
from qa.followups.words import is_past
from qa.quotes.cues import cue, listed
from qa.quotes.narration import Token

_NOUN_TAGS = frozenset({"name", "number", "word"})
_BINDS = frozenset("of for at from with behind de del".split())
"""Prepositions that a source may have behind its noun: "a spokesman for the campaign"."""
_BEFORE_SUBJECT = frozenset({"conjunction", "preposition", "adverb", "mark", "day"})
_OPENERS = frozenset("back more most less asked speaking according given based pressed".split())
"""Words that begin what stands before the subject, up to a comma."""
DASHES = frozenset("—–―-")
_ALONE = frozenset("another others one some many both each all several".split())
"""Determiners that can stand for somebody."""
MOST_TOKENS = 24
"""A source of more words was taken apart wrongly, as a rule."""
MOST_APPOSED = 60
"""How many tokens an apposition may have."""


def subject_of(tokens: Sequence[Token]) -> Span | None:
    """The first phrase of a sentence that can be its subject; ``None`` where none begins it."""
    place = _behind_dateline(tokens)
    while place < len(tokens) and (
        tokens[place].tag in _BEFORE_SUBJECT or tokens[place].key in _OPENERS | _also_open()
    ):
        opens = tokens[place].tag in ("conjunction", "preposition", "word", "name")
        if opens and tokens[place].key not in ("and", "but", "so", "y", "pero"):
            comma = next((i for i in range(place, len(tokens)) if tokens[i].key == ","), None)
            if comma is None:
                break
            place = comma
        place += 1
    end = phrase_after(tokens, place)
    return span(tokens, place, end) if end > place else None


def _behind_dateline(tokens: Sequence[Token]) -> int:
    """Behind "PHILADELPHIA, July 25 (UPI) —"; 0 where there is none."""
    for place, token in enumerate(tokens[:14]):
        if token.key in DASHES and place:
            return place + 1
        if token.tag not in ("name", "day", "number") and token.key not in (",", "(", ")", "."):
            break
    return 0


@cache
def _also_open() -> frozenset[str]:
    """Words that begin sentences and are no names, nor a subject's first."""
    return listed_names("openers") - listed("determiners") - listed("pronouns")


def phrase_before(tokens: Sequence[Token], last: int) -> int:
    """Where the noun phrase begins that ends at a place; behind the place where there is none."""
    if last < 0:
        return last + 1
    if tokens[last].tag == "pronoun":
        return last
    first = last + 1
    while first > 0 and last - first < MOST_TOKENS and _belongs_before(tokens, first - 1):
        first -= 1
        if tokens[first].tag == "determiner" and not _goes_on_before(tokens, first):
            break
    while first <= last and tokens[first].tag in ("preposition", "day", "conjunction"):
        first += 1
    return first


def _belongs_before(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token is a part of the phrase that begins behind it so far."""
    token = tokens[place]
    if token.tag == "preposition":
        follows_noun = place > 0 and tokens[place - 1].tag in ("name", "word")
        return follows_noun and token.key in _BINDS | {"in", "at"}
    if token.key in ("and", "&"):
        return _joins_names(tokens, place)
    return token.tag == "determiner" or (token.tag in _NOUN_TAGS and not _is_verb(token))


def _goes_on_before(tokens: Sequence[Token], place: int) -> bool:
    """Whether a phrase goes on to the left of a determiner: "all the men", "Sanders's most"."""
    before = tokens[place - 1].key if place else ""
    counts = tokens[place].key in ("most", "many", "two", "other")
    return before in _BINDS | {"all", "both", "in", "at"} or (before.endswith("'s") and counts)


def widened(tokens: Sequence[Token], first: int) -> int:
    """Where a phrase begins whose noun stands further to the left.

    "Another source speaking to Fox News", "the senator and presidential candidate".
    """
    if first > 2 and tokens[first - 1].tag == "preposition":
        verb = tokens[first - 2]
        if verb.tag == "word" and verb.key.endswith(("ing", "ed")):
            further = phrase_before(tokens, first - 3)
            return further if further <= first - 3 else first
    if first > 1 and tokens[first - 1].key == "and":
        further = phrase_before(tokens, first - 2)
        opens = further == 0 or tokens[further - 1].tag in ("mark", "quotation")
        if opens and further <= first - 2 and tokens[further].tag == "determiner":
            return further if tokens[first].tag != "determiner" else first
    return first


def _joins_names(tokens: Sequence[Token], place: int) -> bool:
    neighbours = tokens[max(0, place - 1) : place + 2]
    return len(neighbours) == 3 and neighbours[0].tag == neighbours[2].tag == "name"


def _is_verb(token: Token) -> bool:
    """Whether a word in small letters is rather a verb that ends a clause than a part of a name."""
    known = cue(token.key) if token.tag == "word" else None
    return known is not None and token.key not in listed("also_nouns") and "past" in known.forms


def phrase_after(tokens: Sequence[Token], first: int, *, is_object: bool = False) -> int:
    """Where the noun phrase ends that begins at a place; the place where there is none.

    Args:
        tokens: Of a sentence.
        first: Where the phrase begins.
        is_object: Whether it stands behind a preposition, so that more may belong to it.
    """
    if first < len(tokens) and tokens[first].tag == "pronoun":
        return first + 1
    binds = _BINDS | ({"in", "on", "by"} if is_object else set())
    place = first
    has_head = False
    while place < min(len(tokens), first + MOST_TOKENS):
        belongs = _goes_on(tokens, place, binds) if has_head else _opens(tokens, place)
        if not belongs:
            break
        has_head = has_head or tokens[place].tag in _NOUN_TAGS
        place += 1
    if not has_head:
        return place if place == first + 1 and tokens[first].key in _ALONE else first
    while tokens[place - 1].tag in ("preposition", "determiner"):
        place -= 1
    return place


def _opens(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token can stand before the noun of a phrase, or be it."""
    tag = tokens[place].tag
    if tag == "adverb":  # "recently hacked documents"
        return place + 1 < len(tokens) and tokens[place + 1].tag in _NOUN_TAGS
    return tag in _NOUN_TAGS or tag == "determiner"


def _goes_on(tokens: Sequence[Token], place: int, binds: Collection[str]) -> bool:
    """Whether a token belongs to a phrase that has its noun."""
    token, before = tokens[place], tokens[place - 1]
    if token.tag in _NOUN_TAGS:
        return token.tag != "word" or not ends_phrase(token, before)
    if token.tag == "determiner":
        return before.tag == "preposition"
    return token.key in binds or (token.key in ("and", "&") and _joins_names(tokens, place))


def ends_phrase(token: Token, before: Token | None = None) -> bool:
    """Whether a word can't be a part of a phrase that has its noun: a finite verb."""
    if token.key in listed("also_nouns"):
        return False
    if token.key.endswith("ed") or cue(token.key) is not None:
        return True
    return before is not None and before.tag == "name" and is_past(token.key)


def apposed(tokens: Sequence[Token], comma: int) -> Span | None:
    """The source before an apposition that ends with a mark: "X, the chief of Y,"."""
    opening = {")": "("}.get(tokens[comma].key, tokens[comma].key)
    found: Span | None = None
    for place in range(comma - 1, max(0, comma - MOST_APPOSED), -1):
        token = tokens[place]
        if token.tag == "quotation":
            break
        if token.key != opening:
            continue
        last = _before_brackets(tokens, place - 1)
        first = phrase_before(tokens, last)
        if first <= last and _can_be_apposed(tokens, first, last, is_first=found is None):
            found = span(tokens, first, comma + 1 if tokens[comma].key == ")" else comma)
    return found


def _can_be_apposed(tokens: Sequence[Token], first: int, last: int, *, is_first: bool) -> bool:
    """Whether a phrase before a comma can be what an apposition behind the comma explains.

    Of several the one furthest to the left is, unless it belongs to another clause.
    """
    before = tokens[first - 1] if first else None
    is_free = before is None or before.tag in ("mark", "quotation", "conjunction")
    if before is not None and before.tag == "conjunction" and not is_first:
        is_free = before.key in ("and", "but", "that")
    named = any(token.tag in ("name", "determiner") for token in tokens[first : last + 1])
    opens = tokens[first].tag == "day" or tokens[first].key in _also_open()
    return is_free and named and not opens


def _before_brackets(tokens: Sequence[Token], last: int) -> int:
    """The place before what stands in brackets, if that ends at a place: "(D-Wis.)"."""
    if last < 0 or tokens[last].key != ")":
        return last
    opening = next((i for i in range(last, -1, -1) if tokens[i].key == "("), 0)
    return opening - 1


def is_plural(token: Token) -> bool:
    """Whether a word looks like a plural."""
    return token.key.endswith("s") and not token.key.endswith(("'s", "ss"))


def has_key(tokens: Sequence[Token], place: int, keys: Collection[str]) -> bool:
    """Whether there is a token at a place, and it is one of some words."""
    return 0 <= place < len(tokens) and tokens[place].key in keys


def span(tokens: Sequence[Token], first: int, last: int) -> Span:
    """The place in the article of the tokens from ``first`` up to ``last``."""
    return Span(tokens[first].start, tokens[last - 1].end)
