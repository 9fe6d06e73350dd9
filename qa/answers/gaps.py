"""What may stand between two words of a statement without changing who does what to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import words_of

BE = frozenset(
    "is are was were be been being am became become becomes remains remained "
    "es son fue fueron era eran ser sido esta estan estaba estuvo".split()
)
DETERMINERS = frozenset(
    "a an the his her its their this that these those some any el la los las un una unos unas su "
    "sus lo".split()
)
PLACED = frozenset("in on at during en".split())
"""Prepositions of time and place that stand for each other."""
DIRECTED = frozenset(
    "to from for by against with without before after since until near under over between among "
    "than like except por contra desde hasta sin con para ante tras".split()
)
"""Prepositions that say who does what to whom: those of question and sentence must agree."""
_HELD = "said believed reported thought alleged considered suspected presumed supposed"
_HEDGES = frozenset([*_HELD.split(), *"appears appear appeared seems seem seemed used".split()])
_HEDGED_BE = re.compile(rf"(?:{'|'.join(BE)})(?: \w+ly)? (?:{'|'.join(_HELD.split())}) to\b")
_INFINITIVE = re.compile(rf"\b(?:{'|'.join(_HEDGES)}) to\b|\bto (?:have|be)\b")
_AUXILIARIES = frozenset(
    "has have had having do does did will would can could may might must shall should not never no "
    "n t to also already later now once then still ever just first finally both all reportedly ha "
    "han habia habian ya tambien no nunca se".split()
)
_JOINING = frozenset("of as about into off within inside outside out up down del de al a".split())
_PLACES = frozenset(
    "city town port capital province region state country district village prison mine harbour "
    "ciudad puerto capital provincia region mina pais".split()
)
_AMOUNTS = frozenset(
    "kilos kilo kilograms tonnes tons tonne ton grams pounds percent million billion dollars euros "
    "about least most around nearly almost some over roughly kilos toneladas millones unos".split()
)
_TITLES = frozenset(
    "mr mrs ms dr president minister prime captain judge general chief senator governor mayor pope "
    "king queen prince princess sir el presidente".split()
)
TRANSPARENT = (
    BE | DETERMINERS | PLACED | DIRECTED | _HEDGES | _AUXILIARIES | _JOINING | _PLACES | _AMOUNTS
)
_APPOSITION = re.compile(r"^(?:,[^,;:.?!]{1,80},|\s\([^()]{1,80}\))")
_BROKEN = re.compile(r"[;:()–—?!]|\.\s|,.*,")
_SURNAMES = re.compile(r"^(?:\s+[A-ZÀ-ÖØ-Þ][\w-]*)+(?!['’\w-])")
_ORIGIN = re.compile(
    r"^\s+(?:of|de)\s+(?:the\s+|la\s+)?[A-ZÀ-ÖØ-Þ][\w-]*(?![\w'’-]|\s+[A-ZÀ-ÖØ-Þ])"
)
_FORENAMES = re.compile(r"(?:\b[A-ZÀ-ÖØ-Þ][\w.-]*\s+)+$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a question or a sentence, with what its letters say of it."""

    word: str
    """Folded."""
    start: int
    end: int
    is_name: bool
    """Whether it has a capital; the first word of a sentence counts as it is written."""
    is_owner: bool
    """Whether a "'s" follows."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What was found between two words, when it can be looked through."""

    words: tuple[str, ...]
    has_comma: bool

    @property
    def has_be(self) -> bool:
        """Whether a form of "be" stands in it that is no hedge ("is said to have")."""
        plain = _HEDGED_BE.sub("", " ".join(self.words)).split()
        return any(word in BE for word in plain)

    @property
    def directed(self) -> str | None:
        """The last preposition in it that gives a role."""
        plain = _INFINITIVE.sub("", " ".join(self.words)).split()
        return next((word for word in reversed(plain) if word in DIRECTED), None)


def tokens_of(text: str) -> list[Token]:
    """The words of a text; the "s" of an owner is no word."""
    found: list[Token] = []
    for word in words_of(text):
        is_ending = word.folded == "s" and text[word.start - 1 : word.start] in ("'", "’")
        if not is_ending:
            owner = re.match(r"['’]s?\b|['’](?=\s)", text[word.end : word.end + 3]) is not None
            capital = text[word.start].isupper()
            found.append(Token(word.folded, word.start, word.end, capital, owner))
    return found


def gap_between(text: str, left: Token, right: Token) -> Gap | None:
    """The gap between two words of a sentence; ``None`` when something in it changes the sense.

    Skipped are an apposition ("Gálvez, alias Caracol, was"), an origin ("of Kenya"), and the
    rest of a name of which one word is looked for. Any other name, and any word that is not on
    the lists above, may be the doer or the deed of another statement.
    """
    between = text[left.end : right.start]
    if left.is_name or left.word.isdigit():
        between = _APPOSITION.sub("", _ORIGIN.sub("", _SURNAMES.sub("", between)))
    if right.is_name:
        between = _FORENAMES.sub("", between)
    if _BROKEN.search(between):
        return None
    words = tuple(_plain_words(between))
    if right.is_name:
        while words and words[-1] in _TITLES:
            words = words[:-1]
    if not all(is_transparent(word) for word in words):
        return None
    return Gap(words, "," in between)


def is_transparent(word: str) -> bool:
    """Whether a folded word may stand between two that belong together."""
    return word in TRANSPARENT or word.isdigit() or (word.endswith("ly") and len(word) > 4)


def _plain_words(text: str) -> Iterator[str]:
    for token in tokens_of(text):
        # A people's adjective says nothing of a place but which ("the Colombian city of").
        if token.is_name and re.search(r"(?:ian|ean|ican|ese|ish)$", token.word):
            continue
        yield token.word if not token.is_name else f"{token.word} (a name)"
