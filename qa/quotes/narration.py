"""An article with its quotations blanked out: what the reporter tells, in tokens and sentences.

What somebody says in quotation marks can hold anything, other people's names and "said" among it,
so it must not be read as the telling around it. A quotation is one token here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from corpus import Span
from qa.quotes.cues import cue, key, listed
from qa.quotes.quotations import Quotation, find_quotations, paragraphs_of

Tag = Literal[
    "quotation", "mark", "pronoun", "relative", "determiner", "preposition", "conjunction",
    "auxiliary", "adverb", "day", "name", "number", "word",
]  # fmt: skip
BLANK = "\x01"
_TOKEN = re.compile(
    rf"(?P<quotation>{BLANK}+)|(?P<word>\b(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Adm|"
    r"Prof|Rev|Del|Supt|Det|Hon|Jr|Sr|St|Sra|Atty|Amb)\.|[^\W_](?:[\w&]|['’.\-‑](?=[^\W_])|\.(?=[A-Za-z]\.))*"
    r"(?:(?<=\b[A-Za-z])\.(?!\s*$)|(?<=\.[A-Za-z])\.)?)|(?P<mark>[^\w\s])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Prof|Rev|Del|Supt|Pres|Hon|Det|Ald|Jr|Sr|St|Mt|"
    r"vs|No|Sra|Ft|Atty|Amb|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Inc|Corp|Co|Calif|Ariz|Fla|Mass|Wis|Mich|"
    r"Minn|Tenn|Va|Pa|Ill|Ga|Wash|Ore|Okla|Tex|Conn|Colo|Ala|Ark|Ind|Kan|Ky|La|Md|Mo|Mont|Neb|"
    r"Nev|R|D)|\b[A-Z](?:\.[A-Za-z])*)\.$"
)
_END = re.compile(r"[.!?…]+[\"”’»')\]]*(?=\s)|[.!?…]+[\"”’»')\]]*$")
_STARTS_ANEW = frozenset("the he she it they but and in on at a an we this that his her".split())
_ENDS_SAYING = re.compile(
    r"[.,:]|\s+(?:in|at|on|of|to|during|about|from|with|when|after|later|as|while|before|via|by|"
    r"\w+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_MAY_END_SAYING = re.compile(r"(?!\s+(?:that|he|she|they|it|there|whether|how)\b)")
_ALIAS_BEFORE = re.compile(
    r"(?:alias|known as|nicknamed|dubbed|called|a\.?k\.?a\.?|named|entitled|titled|book,?|film,?|"
    r"[A-Z]\w+)\s[\"“«'‘]?$"
)


_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Prof|Rev|Del|[A-Z])\.")
_BEFORE_TITLE = re.compile(r"['’]s$|^(?:show|shows|book|film|movie|program|programme|series|on)$")
_CONTRACTED = re.compile(r"(he|she|it|they|we|i|you|who)['’](?:s|ve|d|ll|re|m)", re.IGNORECASE)
_SMALL = frozenset("the a an of in on at and for to with from de la el los las y".split())
_BEGINS_SENTENCE = re.compile(r"\s*(?:He|She|They|It|We)\b")
"""With a capital: behind a quotation, the speaker would be "she"."""
_OPENING_MARKS = frozenset("\"“”„«»:;—–―.…?!'‘¿¡")
"""Marks behind which a capital may only be a sentence's."""
MOST_WORDS_OF_SPEAKER = 8
"""Behind a quotation that ends with a full stop, more words before "said" begin a new sentence."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a whole quotation."""

    start: int
    end: int
    key: str
    """As the lists of words have it; a mark as it is written."""
    tag: Tag


@dataclass(frozen=True, slots=True)
class Narration:
    """What the reporter tells. All offsets are the article's."""

    text: str
    """The article's text with every character inside quotation marks blanked out."""
    quotations: tuple[Quotation, ...]
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    tokens: tuple[tuple[Token, ...], ...]
    """Of each sentence."""

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that holds a character, or of the one before it."""
        return max(0, bisect_right(self.sentences, place, key=lambda one: one.start) - 1)

    def paragraph_at(self, place: int) -> int:
        """The number of the paragraph that holds a character, or of the one before it."""
        return max(0, bisect_right(self.paragraphs, place, key=lambda one: one.start) - 1)


@lru_cache(maxsize=64)
def narration_of(text: str) -> Narration:
    """Take an article's text apart."""
    quotations = tuple(one for one in find_quotations(text) if not _is_part_of_a_name(text, one))
    characters = list(text)
    for one in quotations:
        characters[one.start : one.end] = BLANK * (one.end - one.start)
    blanked = "".join(characters)
    paragraphs = paragraphs_of(text)
    ends = {one.end: text[one.start : one.end].rstrip()[-1:] for one in quotations}
    sentences = tuple(
        sentence for paragraph in paragraphs for sentence in _sentences(blanked, paragraph, ends)
    )
    tokens = tuple(_tokens(blanked, sentence) for sentence in sentences)
    return Narration(blanked, quotations, paragraphs, sentences, tokens)


@lru_cache(maxsize=4096)
def tokens_of_phrase(text: str, phrase: Span) -> tuple[Token, ...]:
    """The tokens of a part of a sentence."""
    narration = narration_of(text)
    tokens = narration.tokens[narration.sentence_at(phrase.start)] if narration.tokens else ()
    return tuple(one for one in tokens if phrase.start <= one.start and one.end <= phrase.end)


def _is_part_of_a_name(text: str, one: Quotation) -> bool:
    """Whether it is an alias or a nickname, and no words of anybody."""
    inside = text[one.start : one.end]
    if _is_title_of_work(text, one, inside):
        return True
    if len(inside) > 30 or not inside[:1].isupper() or len(inside.split()) > 3:
        return False
    before = _ALIAS_BEFORE.search(text[max(0, one.start - 24) : one.start])
    if not before:
        return False
    is_nickname = before.group()[0].isupper()
    return not is_nickname or bool(re.match(r"[\"”»'’]\s[A-Z]", text[one.end : one.end + 3]))


def _is_title_of_work(text: str, one: Quotation, inside: str) -> bool:
    """Whether it names a programme or a book: ABC's "Good Morning America"."""
    words = re.findall(r"[^\W_][\w'’-]*", inside)
    if not 2 <= len(words) <= 7 or not all(word[0].isupper() or word in _SMALL for word in words):
        return False
    before = re.search(r"([^\W\d_]+(?:['’]s)?) [\"“«'‘]$", text[max(0, one.start - 24) : one.start])
    return before is not None and bool(_BEFORE_TITLE.search(before[1]))


def _sentences(text: str, paragraph: Span, ends: dict[int, str]) -> list[Span]:
    """The sentences of a paragraph, in which quotations are blank."""
    breaks = [
        match.end() for match in _END.finditer(text, paragraph.start, paragraph.end)
        if _is_end(text, match)
    ]  # fmt: skip
    for end, last in ends.items():
        is_inside = paragraph.start <= end < paragraph.end and last in ".!?…—-–,"
        if is_inside and (place := _break_after(text, end, last)):
            breaks.append(place)
    found: list[Span] = []
    start = paragraph.start
    for place in [*sorted(set(breaks)), paragraph.end]:
        written = text[start:place]
        if written.strip():
            left = start + len(written) - len(written.lstrip())
            found.append(Span(left, start + len(written.rstrip())))
        start = max(start, place)
    return found


def _is_end(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 12) : match.start() + 1]
    after = text[match.end() : match.end() + 20].lstrip()
    if match.group() == "." and _ABBREVIATION.search(before):
        first = re.match(r"[\"“«]?\w+", after)
        is_initials = bool(re.search(r"[A-Z]\.[A-Za-z]\.$", before))
        return bool(first and is_initials and key(first.group()) in _STARTS_ANEW)
    return not after or not after[0].islower()


def _break_after(text: str, end: int, last: str) -> int | None:
    """Where the sentence ends that a quotation ends; ``None`` where it goes on behind it."""
    closing = re.compile(r"[\"”»’']*").match(text, end)
    place = closing.end() if closing else end
    after = text[place : place + 160]
    if last in ",—-–" or not after.strip():
        following = after.lstrip()
        return place if last != "," and following[:1] in '"“«' and following else None
    if after.lstrip()[:1].islower() or after.lstrip()[:1] in ",;:—–―-(":
        return None
    if _BEGINS_SENTENCE.match(after):
        return place
    return None if _only_tells_who(after, is_finished=last == ".") else place


def _only_tells_who(after: str, *, is_finished: bool) -> bool:
    """Whether what stands behind a quotation only tells who said it: "Smith asked."."""
    plain = _TITLE.sub(lambda match: match.group()[:-1] + " ", after)
    clause = re.split(rf"[.;:?!\n{BLANK}]", plain, maxsplit=1)[0]
    for place, match in enumerate(re.finditer(r"[^\W\d_]+", clause)):
        known = cue(key(match.group()))
        if known and "saying" in known.kinds:
            rest = after[match.end() : match.end() + 30]
            ends = _ENDS_SAYING if is_finished else _MAY_END_SAYING
            return bool(ends.match(rest)) or not rest.strip()
        if place == MOST_WORDS_OF_SPEAKER * (1 if is_finished else 2):
            break
    return False


def _tokens(text: str, sentence: Span) -> tuple[Token, ...]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        is_first = not found or found[-1].tag == "quotation" or found[-1].key in _OPENING_MARKS
        found.append(_token(match, is_first))
    return tuple(found)


def _token(match: re.Match[str], is_first: bool) -> Token:
    written = match.group()
    if match["quotation"]:
        return Token(match.start(), match.end(), BLANK, "quotation")
    if match["mark"]:
        return Token(match.start(), match.end(), written, "mark")
    if contracted := _CONTRACTED.fullmatch(written):
        name = key(contracted[1])
        tag = _tag(name, contracted[1], is_first)
        return Token(match.start(), match.start() + len(contracted[1]), name, tag)
    bare = re.sub(r"['’]s?$", "", written)
    is_owner = bare != written
    name = key(bare if is_owner else written)
    tag = _tag(name, written, is_first)
    return Token(match.start(), match.end(), name + "'s" if is_owner else name, tag)


_FOREIGN = frozenset("de del la los las el en un con y o".split())
_FUNCTION: tuple[tuple[str, Tag], ...] = (
    ("pronouns", "pronoun"), ("relatives", "relative"), ("determiners", "determiner"),
    ("prepositions", "preposition"), ("conjunctions", "conjunction"),
    ("auxiliaries", "auxiliary"), ("calendar", "day"),
)  # fmt: skip


def _tag(name: str, written: str, is_first: bool) -> Tag:
    is_upper = written[0].isupper()
    is_shouted = len(written) > 1 and written.isupper()
    if (not is_upper or is_first or name not in _FOREIGN) and not is_shouted:
        for listing, tag in _FUNCTION:
            if name in listed(listing) and (not is_upper or is_first or tag != "auxiliary"):
                return tag
    if written[0].isdigit():
        return "number"
    is_adverb = name in listed("adverbs") or (
        name.endswith("ly") and len(name) > 4 and name not in listed("not_adverbs")
    )
    if is_adverb and (not is_upper or is_first):
        return "adverb"
    return "name" if is_upper else "word"
