"""What an item of a list looks like, and the names that an "and" or a comma is part of."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from corpus import Span

_UPPER = "A-ZÀ-ÖØ-Þ"
_CAPITALISED = rf"[{_UPPER}][\w'’.&-]*"
_PARTICLES = r"(?:(?:de|del|la|las|los|van|von|der|bin|al|da|dos|du|of|the)\s+){0,2}"
DETERMINER = r"(?:(?:the|el|la|los|las)\s+)?"
NAME = re.compile(
    rf"(?i:{DETERMINER}){_CAPITALISED}(?:\s+{_PARTICLES}(?:{_CAPITALISED}|\d[\w-]*\b))*"
)
NUMBER = re.compile(r"[$€£]?\d(?:[\d.,]*\d)?%?(?:\s+(?:percent|per cent|million|billion))?")
_OF_HEADS = (
    "Ministry|Minister|Department|Secretary|Secretariat|Bureau|Institute|Palace|Museum|Office|"
    "Committee|Commission|Commissioner|School|Faculty|College|Academy|Cent(?:er|re)|Agency|"
    "Council|Board|Association|Society|Federation|Organi[sz]ation|University|Journal|Chamber|"
    "Division|Directorate|Laboratory|Fund|Conference|Convention|Union|Church|Order|Court|"
    "Programme|Program|Ministerio|Ministro|Ministra|Instituto|Universidad|Facultad|Oficina|"
    "Comisión|Secretaría|Departamento|Museo|Centro|Consejo|Palacio|Academia|Dirección"
)
_END_HEADS = (
    "Administration|Commission|Enforcement|Department|Agency|Association|Area|Ministry|Committee|"
    "Bureau|Institute|Company|Party|Authority|Services?|Council|Board|Office|Cent(?:er|re)|Fund|"
    "Court|Organi[sz]ation|Federation|Society|Research|Act|Library|Museum|Sons|Co|Partners|"
    "Associates|Brothers|Conference|University|College|School|Union|Exchange|Affairs|Laboratory"
)
_AND = r"(?:and|&|y|e)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_WHOLE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_MONTH} \d{{1,2}}, \d{{4}}\b",
        # "Ministry of Health and Social Services"; "and the Ministry of Defence" is another one.
        rf"\b(?:{_OF_HEADS})(?:\s+{_CAPITALISED})*\s+(?:of|for|on|de|del|para)\s+"
        rf"(?:the\s+|la\s+|los\s+)?{_CAPITALISED}(?:(?:,\s+|,?\s+{_AND}\s+|\s+|\s+of\s+(?:the\s+)?)"
        rf"(?!(?:{_OF_HEADS})\b){_CAPITALISED})*",
        rf"\b(\w{{3,}})\s+{_AND}\s+\1\b",
        r"\b(?:hundred|thousand|million|cien|ciento|mil|millones)\s+(?:and|y)\s+\w+",
        r"\b\w+\s+and\s+(?:a\s+half|half|a\s+quarter)\b",
        r"\b(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)\s+y\s+\w+",
        r"\b(?:between|entre)\s+[$€£]?\d[\d.,]*(?:\s+\w+)?\s+(?:and|y)\s+[$€£]?\d[\d.,]*",
    )
)
_ENCLOSED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[“\"«][^“”\"«»]{1,200}[”\"»]")
_ENDED = re.compile(rf"\b({_CAPITALISED})\s+{_AND}\s+(?:{_CAPITALISED}\s+)*?(?:{_END_HEADS})\b")
_IS_HEAD = re.compile(_END_HEADS)
_LED = re.compile(DETERMINER[:-1], re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"\w+(?:ive|al|ic|ous|ary|able|ible|ful|less|est|ese|ish|ian|ean|ican)|best|worst|upper|lower|"
    r"inner|outer|new|old|young|big|small|large|high|low|male|female|black|white|self|good|bad|"
    r"french|dutch|greek|german|swiss|thai|first|second|third",
    re.IGNORECASE,
)


def shape_of(words: str) -> str:
    """Which kind of item some words look like: ``name``, ``number`` or ``plain``."""
    if NAME.fullmatch(words):
        return "name"
    return "number" if NUMBER.fullmatch(words) else "plain"


def whole_names(text: str, within: Span, answer: Span) -> list[Span]:
    """Places where an "and" or a comma separates nothing: names, dates, brackets, quotations.

    Brackets and quotation marks around the answer hide nothing from it.
    """
    found = [
        Span(*match.span())
        for pattern in (*_WHOLE, _known_names())
        for match in pattern.finditer(text, within.start, within.end)
    ]
    found += [
        Span(*match.span())
        for match in _ENCLOSED.finditer(text, within.start, within.end)
        if not (match.start() < answer.start and answer.end < match.end())
    ]
    found += [
        Span(*match.span())
        for match in _ENDED.finditer(text, within.start, within.end)
        # "Lamont Library and Widener Library" are two, "Food and Drug Administration" is one.
        if not _IS_HEAD.fullmatch(match.group(1))
    ]
    return found


def is_suffix(item: str) -> bool:
    """Whether it belongs to the name before its comma: the "Jr." of "Smith, Jr."."""
    return item in listed("suffixes")


def is_place(item: str) -> bool:
    """Whether it is a country or state: an item, or what a town before it lies in."""
    return _bare(item) in listed("us_states") | listed("countries")


def is_town_too(item: str) -> bool:
    """Whether it is a place of which a town has the name: "London, New York and Rome"."""
    return _bare(item) in listed("towns_too")


def _bare(item: str) -> str:
    return re.sub(rf"^{DETERMINER}", "", item)


def share_a_noun(first: str, last: str) -> bool:
    """Whether the last item's noun is meant for the first, too: "adaptive and innate responses".

    Then the first alone says something else than the article, so they must stay together.
    """
    if len(first.split()) > 1 or len(last.split()) < 2 or _LED.match(last):
        return False
    if _ADJECTIVE.fullmatch(first):
        return True
    lone_name = shape_of(first) == "name"
    return lone_name and bool(re.fullmatch(rf"{_CAPITALISED}(?:\s+[^\W\dA-Z_][\w-]*)+", last))


@cache
def listed(name: str) -> frozenset[str]:
    """One of the lists of ``lists.json``."""
    return frozenset(_data()[name])


@cache
def coordinators(language: str | None) -> str:
    """A pattern for the words that join items in a language; English where it is unknown."""
    known = _data()["coordinators"]
    joined = known.get(language or "en", known["en"])
    return "|".join(re.escape(word) for word in joined)


@cache
def _known_names() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in _data()["names_with_and"]))


@cache
def _data() -> dict[str, Any]:
    path = Path(__file__).with_name("lists.json")
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded
