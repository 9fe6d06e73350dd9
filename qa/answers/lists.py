"""Questions that ask for several things, and every item that the articles give for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from corpus import Span, fold
from qa.answers.coordination import items_around
from qa.answers.shapes import shape_of
from qa.questions import Question
from qa.readers.base import Reading

NEAR_BEST = 1.0
"""How far, in log-odds, a reading's score may lie below the best one's and still give items: it is
then at most e times less likely. Wider lets in what answers another question."""

_NUMERALS = "two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\\d|20"
_AUXILIARIES = frozenset(
    "are were do did have had can could will would should may might must".split()
)
_ENDS_NOUN = frozenset(
    "of in on at from to for with by that who which whose has is was does the a an".split()
)
_NO_PLURAL = frozenset(
    "news series species politics physics economics mathematics headquarters means gas lens atlas "
    "christmas texas paris james kansas dallas has does diabetes measles pais mes dosis mas dios "
    "lunes martes miercoles jueves viernes eres tienes frances ingles interes".split()
)
_PLURAL = frozenset("people men women children criteria phenomena media teeth feet".split())
_VERBS = frozenset(
    "accelerates allows attracts becomes brings captures causes comes connects contains "
    "corresponds defines describes determines distinguishes drives ejects equates explains "
    "exposes fits flows forms gives goes happens helps includes increases inspires keeps leads "
    "lies makes occurs "
    "patrols prevents produces protects provides refers remains responds says separates serves "
    "shows states surrounds takes triggers uses".split()
)
"""What stands behind "what" and ends in "s" without being a noun."""
_AFTER_VERB = frozenset("a an the to with between from as for by its his her their more".split())
_ASKED = re.compile(r"\b(what|which)\s+((?:[\w'’-]+\s*){1,5})")
_PERSONS = re.compile(r"^(?:and |so |but )?(?:\w+ )?whom? (?:all|are|were)\b(?! you\b)")
_OTHER_QUESTION = re.compile(
    r"^(?:and |so |but )?(?:how|when|where|why|whose|is|are|was|were|did|does|do)\b"
)
_REQUEST = re.compile(
    r"^(?:please )?(?:name|list|enumerate)(?: me)? (?:all |some |every )?(?:of )?(.+)$"
)
_SPANISH_REQUEST = re.compile(
    r"^(?:por favor )?(?:nombr[ae]|enumer[ae]|mencion[ae]|liste) (?:a )?(?:tod[ao]s )?(?:los|las)\b"
)
_SPANISH = re.compile(
    r"^(?:y )?(?:(?:en|de|a|con|por|para|desde|hacia|sobre|entre|segun) )?"
    r"(?:(cuales|quienes)|que (\w+))\b"
)
_SPANISH_SEVERAL = frozenset("dos tres cuatro cinco seis siete ocho nueve diez otros otras".split())


def asks_for_list(question: Question) -> bool:
    """Whether several things are asked for: "which cities", "who were", "name the", "cuáles".

    >>> from qa.questions import read_question
    >>> [asks_for_list(read_question(f"which {noun} signed?")) for noun in ("cities", "city")]
    [True, False]
    """
    folded = fold(question.text)
    request = _REQUEST.match(folded)
    if request:
        return _is_plural_phrase(request[1])
    if _SPANISH_REQUEST.match(folded) or _asks_for_several_in_spanish(folded):
        return True
    if _OTHER_QUESTION.match(folded):
        return False
    if _PERSONS.match(folded):
        return True
    asked = _ASKED.search(question.text.lower())
    return asked is not None and _asks_for_several(asked[1], asked[2].split())


def list_items(
    question: Question,
    readings: Sequence[Reading],
    *,
    same: Callable[[Reading, Reading], bool],
) -> tuple[Reading, ...]:
    """Every item that answers a question for several things.

    Args:
        question: Any question; one that asks for a single thing has no items.
        readings: Best first, as a reader gives them.
        same: Whether two readings give the same answer; of such items one is kept.

    Returns:
        The items of the best reading's coordination, and those of other readings that score
        within ``NEAR_BEST`` of it, are believed (score 0 and up) and look like its items; in the
        order of the articles' ranks and then of the text. An item's answer is its own span, its
        score that of the reading it comes from. One item where nothing is joined to the best.
    """
    if not readings or not asks_for_list(question):
        return ()
    best = readings[0]
    if best.answer == best.sentence:  # A whole sentence: nobody said where its items are.
        return (best,)
    first_items = _items(best)
    shape = _shape(first_items[0])
    found = list(first_items)
    for reading in readings[1:]:
        if _is_near(reading, best) and not any(_overlap(reading, item) for item in found):
            found += [
                item
                for item in _items(reading)
                if _shape(item) == shape
                and not any(_overlap(item, kept) or same(kept, item) for kept in found)
            ]
    return tuple(_in_order(_unlike(found, same)))


def _items(reading: Reading) -> tuple[Reading, ...]:
    article = reading.article
    spans = items_around(article.text, reading.sentence, reading.answer, article.language)
    return tuple(replace(reading, answer=span) for span in spans)


def _is_near(reading: Reading, best: Reading) -> bool:
    is_part = reading.answer != reading.sentence
    return is_part and reading.score >= max(0.0, best.score - NEAR_BEST)


def _shape(item: Reading) -> str:
    return shape_of(item.article.text[item.answer.start : item.answer.end])


def _overlap(one: Reading, other: Reading) -> bool:
    def shared(first: Span, second: Span) -> bool:
        return first.start < second.end and second.start < first.end

    return one.article.id == other.article.id and shared(one.answer, other.answer)


def _unlike(
    items: Sequence[Reading], same: Callable[[Reading, Reading], bool]
) -> Iterator[Reading]:
    kept: list[Reading] = []
    for item in items:
        if not any(same(other, item) for other in kept):
            kept.append(item)
            yield item


def _in_order(items: Iterator[Reading]) -> list[Reading]:
    found = list(items)
    rank: dict[str, int] = {}
    for item in found:
        rank[item.article.id] = min(item.candidate, rank.get(item.article.id, item.candidate))
    return sorted(found, key=lambda item: (rank[item.article.id], item.answer.start))


def _asks_for_several(asker: str, words: Sequence[str]) -> bool:
    """Whether "which" or "what" with these words behind it asks for more than one thing."""
    first, second = [*words, ""][:2]
    if first in ("are", "were") or re.fullmatch(_NUMERALS, first):
        return True
    if _is_plural(first):
        is_verb = first in _VERBS or second in _AFTER_VERB
        return asker == "which" or not is_verb
    for place, word in enumerate(words[:4]):
        if word in _ENDS_NOUN:
            return False
        if word in _AUXILIARIES or (place and word.endswith("ed")):
            return place > 0 and _is_plural(words[place - 1])
    return False


def _is_plural_phrase(phrase: str) -> bool:
    """Whether the noun before the first preposition is a plural."""
    words = phrase.split()
    for place, word in enumerate(words):
        if place and word in _ENDS_NOUN - {"the", "a", "an"}:
            return _is_plural(words[place - 1])
    return bool(words) and _is_plural(words[-1])


def _is_plural(word: str) -> bool:
    ends_so = (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
    )
    return word in _PLURAL or (ends_so and word not in _NO_PLURAL)


def _asks_for_several_in_spanish(folded: str) -> bool:
    asked = _SPANISH.match(folded)
    if asked is None:
        return False
    noun = asked[2] or ""
    return bool(asked[1]) or noun in _SPANISH_SEVERAL or _is_plural(noun)
