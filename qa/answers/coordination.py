"""The items of a coordination: "Lima, Callao and Trujillo" as three spans, found around one.

There is no parser here: items are told by their shape (``shapes.py``), and what could be read in
two ways is left whole, because half a name is worse than a list in one piece.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from corpus import Span
from qa.answers.shapes import (
    DETERMINER,
    NAME,
    NUMBER,
    coordinators,
    is_place,
    is_suffix,
    is_town_too,
    shape_of,
    share_a_noun,
    whole_names,
)

_LEADS = (
    r"(?:(?:such as|including|like|namely|particularly|especially|both|either|between|in|"
    r"from|at(?! least)|by|with|on|for|tanto|entre|como|en|desde)\s+)?"
)
_SKIPPED = re.compile(rf"\s*{_LEADS}{DETERMINER}", re.IGNORECASE)
_LEAD = re.compile(_LEADS, re.IGNORECASE)
_TRIMMED = " \t\n,.;:"
_VERB = (
    r"\b(?:is|are|was|were|has|had|have|be|been|will|would|can|could|may|might|must|should|did|"
    r"does|do|said|says|told|he|she|it|they|we|who|which|that|whose|where|when|while|because|"
    r"although|but|however|if|es|son|fue|fueron|era|eran|ha|han|dijo|que|quien|cuando|pero)\b"
)
_CLAUSE = re.compile(_VERB, re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:who|whom|whose|which|a|an|the|his|her|its|their|que|quien|un|una|"
    r"el|la|su)\s"
)
_ABBREVIATED = re.compile(r"(?:\.\w+|\b\w{1,3})\.$")
_OF = re.compile(r"\s(?:of|de|del)\s")
_TAIL = re.compile(rf"\s+(?:of|from|de)\s+{NAME.pattern}")
_INTRODUCED = re.compile(r"\W*(?:In|At|On|From|After|Before|For|With|En|Desde|Tras|Según)\s+")


@dataclass(frozen=True, slots=True)
class _Joint:
    """What stands between two items: a comma, a semicolon, an "and", or a comma and an "and"."""

    start: int
    end: int
    mark: str
    """``,`` or ``;``, or nothing."""
    has_coordinator: bool


def items_around(text: str, sentence: Span, answer: Span, language: str | None) -> tuple[Span, ...]:
    """The items of the coordination that the answer is, or is a part of.

    Args:
        text: The article's text, which all spans count into.
        sentence: The sentence around the answer; no item leaves it.
        answer: One item, some of them, or the whole coordination.
        language: Of the article; its words for "and" and "or" join items.

    Returns:
        Two or more spans in order, without overlap; or the answer alone, when it is no
        coordination, or one that could be read in several ways.

    >>> text = "Raids hit Lima, Callao and Trujillo."
    >>> [text[s.start : s.end] for s in items_around(text, Span(0, 36), Span(16, 22), "en")]
    ['Lima', 'Callao', 'Trujillo']
    """
    joints = _joints(text, sentence, answer, language)
    around = _widened(text, sentence, answer, joints)
    found = _divided(text, around, joints) if around else ()
    return found or _divided(text, answer, joints, is_own=True) or (answer,)


def _joints(text: str, sentence: Span, answer: Span, language: str | None) -> list[_Joint]:
    word = coordinators(language)
    pattern = re.compile(rf"\s*([;,])\s+(?:({word})\s+)?|\s+({word})\s+")
    whole = whole_names(text, sentence, answer)
    return [
        _Joint(match.start(), match.end(), match[1] or "", bool(match[2] or match[3]))
        for match in pattern.finditer(text, sentence.start, sentence.end)
        if not any(span.start < match.end() and match.start() < span.end for span in whole)
    ]


def _pieces(span: Span, joints: list[_Joint]) -> list[Span]:
    """The parts of a span between its joints."""
    starts = [span.start, *(joint.end for joint in joints)]
    ends = [*(joint.start for joint in joints), span.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _widened(text: str, sentence: Span, answer: Span, joints: list[_Joint]) -> Span | None:
    """The coordination that the answer is a part of; ``None`` when it is none, or all of it.

    Only names and numbers are looked for outside the answer: where an item of plain words starts
    and ends can't be told without a parser ("three pistols and two helmets to the star").
    """
    inside = [joint for joint in joints if answer.start < joint.start and joint.end < answer.end]
    items = [text[piece.start : piece.end].strip(_TRIMMED) for piece in _pieces(answer, inside)]
    shapes = {shape_of(item) for item in items}
    is_complete = bool(inside) and inside[-1].has_coordinator
    if len(shapes) != 1 or shapes == {"plain"}:
        return None
    if is_complete and any(_OF.search(item) for item in items):
        return None  # "Frederick William, Elector of Brandenburg and Duke of Prussia"
    pattern = NAME if shapes == {"name"} else NUMBER
    start = _start_of_items(text, sentence, answer.start, joints, pattern)
    end = answer.end if is_complete else _end_of_items(text, sentence, answer.end, joints, pattern)
    introduced = _INTRODUCED.fullmatch(text, sentence.start, start)
    if introduced and start < answer.start and text[end : end + 1] != ",":
        # "In Washington, Lima and Callao were named": the first comma joins nothing.
        start = min(answer.start, next(joint.end for joint in joints if joint.start >= start))
    return Span(start, end) if (start, end) != (answer.start, answer.end) else None


def _start_of_items(
    text: str, sentence: Span, start: int, joints: list[_Joint], pattern: re.Pattern[str]
) -> int:
    """Where the first of the items stands that are joined to the one at ``start``."""
    before = [joint for joint in joints if joint.end <= start]
    while before and _SKIPPED.fullmatch(text, before[-1].end, start):
        joint = before.pop()
        floor = before[-1].end if before else sentence.start
        words = text[floor : joint.start]
        starts = (word.start() for word in re.finditer(r"(?<!\S)\S", words))
        items = (place for place in starts if not _INTRODUCED.match(words, place))
        item = next((place for place in items if pattern.fullmatch(words, place)), None)
        if item is None or (item > 0 and floor > sentence.start and _ASIDE.match(words)):
            break  # "Bokova, who heads UNESCO, Jeremić and Kerim": UNESCO is no candidate
        start = floor + item
    return start


def _end_of_items(
    text: str, sentence: Span, end: int, joints: list[_Joint], pattern: re.Pattern[str]
) -> int:
    """Where the last of the items ends that are joined to the one at ``end``."""
    tail = _TAIL.match(text, end, sentence.end)
    after = [joint for joint in joints if joint.start >= end]
    passed = tail.end() if tail and after and after[0].start == tail.end() else end
    while after and after[0].start == passed:
        joint = after.pop(0)
        item = pattern.match(text, joint.end, after[0].start if after else sentence.end)
        if item is None:
            break
        end = passed = joint.end + len(item.group().rstrip(_TRIMMED))
        if joint.has_coordinator and joint.mark != ";":
            break
    return end


def _divided(
    text: str, span: Span, joints: list[_Joint], *, is_own: bool = False
) -> tuple[Span, ...]:
    """The span cut into its items; nothing when it is not surely a coordination."""
    within = [joint for joint in joints if span.start < joint.start and joint.end < span.end]
    joined = _kept(within)
    if not joined:
        return ()
    items = [_trimmed(text, piece) for piece in _pieces(span, joined)]
    items = _with_what_belongs(text, items, joined)
    words = [text[item.start : item.end] for item in items]
    if len(items) < 2 or not all(_is_item(word) for word in words):
        return ()
    are_alike = len({shape_of(word) for word in words}) == 1 and shape_of(words[0]) != "plain"
    if joined[0].has_coordinator and (len(joined) > 1 or joined[0].mark):
        # "clubs and bars in Lima and Callao"; "Police arrested Pérez, and López fled".
        return tuple(items) if are_alike and (is_own or not joined[0].mark) else ()
    if len(words) == 2 and not are_alike and _OF.search(words[0]):
        return ()  # "definitions of time and space complexity"
    return () if any(share_a_noun(word, words[-1]) for word in words[:-1]) else tuple(items)


def _is_item(words: str) -> bool:
    return bool(words) and not _CLAUSE.search(words) and not words.startswith("to ")


def _kept(joints: list[_Joint]) -> list[_Joint]:
    """The joints between items; none when commas alone, or nothing, would join them.

    "Monrovia, California" and "Caracol, the boss" have a comma but no "and". Where commas join
    items, an "and" before the last comma is inside an item: "salt and pepper, oil, and bread".
    """
    if any(joint.mark == ";" for joint in joints):
        return [joint for joint in joints if joint.mark == ";"]
    if not joints or not joints[-1].has_coordinator:
        return []
    if all(joint.has_coordinator and not joint.mark for joint in joints):
        return joints
    if joints[-1].mark or not joints[-2].has_coordinator:
        return [joint for joint in joints[:-1] if not joint.has_coordinator] + [joints[-1]]
    # "A, and B and C" may be "A" and "B and C", or three.
    return []


def _with_what_belongs(text: str, items: list[Span], joints: list[_Joint]) -> list[Span]:
    """The items with their suffixes, and towns with the state or country that they lie in.

    Empty when a place may be either: "Lima, Peru and Chile" are two or three.
    """
    words = [text[item.start : item.end] for item in items]
    places = [is_place(word) for word in words]
    merged = [items[0]]
    for number, joint in enumerate(joints, start=1):
        is_plain = joint.mark == "," and not joint.has_coordinator
        follows_town = shape_of(words[number - 1]) == "name" and not places[number - 1]
        run = len(list(takewhile(bool, places[number:]))) if is_plain and follows_town else 0
        if run == 2 or (run == 1 and is_town_too(words[number])):
            return []
        if is_plain and (is_suffix(words[number]) or run == 1):
            merged[-1] = Span(merged[-1].start, items[number].end)
        else:
            merged.append(items[number])
    return merged


def _trimmed(text: str, piece: Span) -> Span:
    """Without a lead ("both", "such as"), and without punctuation around."""
    lead = _LEAD.match(text, piece.start, piece.end)
    start, end = lead.end() if lead else piece.start, piece.end
    while start < end and text[start] in _TRIMMED:
        start += 1
    while start < end and text[end - 1] in " \t\n,;:":
        end -= 1
    is_abbreviated = _ABBREVIATED.search(text, start, end)
    return Span(start, end - 1 if text[end - 1 : end] == "." and not is_abbreviated else end)
