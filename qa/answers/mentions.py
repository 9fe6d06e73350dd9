"""Where a text names somebody or something: runs of capitalised words, without titles.

A capital says nothing at the start of a sentence and little in a headline, so there a word counts
only where nothing speaks against it. What can't be told is left out: a name too few costs a
convenience, a wrong one misleads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from corpus import fold, folded_words
from qa.days import month_names

_UPPER = "".join(char for char in map(chr, range(0x530)) if char.isupper())
_PARTICLES = "de|del|la|las|los|van|von|der|den|bin|ibn|al|el|da|das|do|dos|di|du|le|ter|ben"
_ABBREVIATED = (
    "Gen|Gov|Sen|Rep|Mr|Mrs|Ms|Dr|Dra|Sgt|Lt|Col|Capt|Maj|Adm|Prof|Rev|St|Jr|Sr|Sra|Atty|Amb|Dep"
)
_ADJECTIVE = "made|led|born|based|backed|owned|style|like|era|speaking|wide|trained|bound|area|only"
_PRONOUN = r"I(?:['’](?:m|ve|d|ll))?(?![\w.'’-])"
_WORD = rf"(?!{_PRONOUN})[{_UPPER}]\w*(?:['’-](?!s\b|(?:{_ADJECTIVE})\b)\w+)*"
_PART = rf"(?:(?:{_ABBREVIATED})\.|(?:[{_UPPER}]\.-?)+(?!\w)|{_WORD})"
_NICKNAME = rf"[\"“«'‘](?P<nickname>{_WORD}(?: {_WORD})*)[\"”»'’]"
NAME = re.compile(
    rf"(?<![\w'’-]){_PART}(?: (?:(?:{_NICKNAME}) )?(?:(?:{_PARTICLES}) ){{0,3}}{_PART})*"
)
"""A run of capitalised words: particles and one quoted nickname may stand inside."""

_PIECE = re.compile(rf"{_NICKNAME}|{_PART}|\w+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n…•–—]|--)[\s\"“”‘'«»(\[]*$")
_ABBREVIATION_BEFORE = re.compile(rf"(?:\b(?:{_ABBREVIATED})|\b[{_UPPER}])\.\s$")
_OFFICE_BEFORE = re.compile(rf"\b(?P<office>[{_UPPER}]\w+) (?:of|for|de|del) (?:the |la |los )?$")
_NO_NAME_ENDINGS = ("ly", "ing", "mente", "ando", "iendo")
HEADLINE_CHARACTERS = 160
"""A longer line is no headline."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in a text."""

    start: int
    end: int
    words: tuple[str, ...]
    """Folded, in order, without particles and nickname."""
    nickname: tuple[str, ...] = ()
    """The folded words of a nickname in quotation marks inside the name."""
    opens_sentence: bool = False
    """Its first word would have a capital anyway, so it may belong to no name."""


@lru_cache(maxsize=256)
def mentions_in(text: str) -> tuple[Mention, ...]:
    """The names in a text, in order, none overlapping another.

    >>> [mention.words for mention in mentions_in("He met Gen. Ana de la Cruz in New York.")]
    [('ana', 'cruz'), ('new', 'york')]
    """
    text = evenly_spaced(text)
    headlines = list(_headlines(text))
    in_small_letters = words_in_small_letters(text)
    found: list[Mention] = []
    for match in NAME.finditer(text):
        if any(start <= match.start() < end for start, end in headlines):
            continue
        before = text[max(0, match.start() - 60) : match.start()]
        office = _OFFICE_BEFORE.search(before)
        if office and fold(office["office"]) in listed("titles"):
            continue  # "Secretary of State Hillary Clinton": where the name begins is open.
        opens = _SENTENCE_START.search(before) and not _ABBREVIATION_BEFORE.search(before)
        pieces = list(_PIECE.finditer(text, match.start(), match.end()))
        for run in _without_titles(pieces):
            at_start = bool(opens) and run[0].start() == match.start()
            kept = run[1:] if at_start and _is_no_name(run[0], in_small_letters) else run
            if mention := _mention(kept, at_start and kept is run):
                found.append(mention)
    return tuple(found)


def evenly_spaced(text: str) -> str:
    """The text with plain spaces for those that don't break, at the same offsets."""
    return text.translate({0xA0: " ", 0x2007: " ", 0x2009: " ", 0x202F: " "})


@cache
def listed(name: str) -> frozenset[str]:
    """One list of ``names.json``, folded.

    Raises:
        KeyError: There is no list of that name.
    """
    path = Path(__file__).with_name("names.json")
    lists: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return frozenset(" ".join(lists[name]).split())


def is_title(written: str) -> bool:
    """Whether a word is a title, a role or an adjective of origin: no part of a name.

    >>> is_title("Gen."), is_title("Vice-President"), is_title("Pantoja")
    (True, True, False)
    """
    folded = folded_words(written)
    known = listed("titles") | listed("peoples")
    return bool(folded) and all(word in known for word in folded)


def _without_titles(pieces: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The runs of name words between titles, weekdays, months and, in a headline, "And".

    A title that ends a longer run is a name: "Martin Luther King".
    """
    run: list[re.Match[str]] = []
    for place, piece in enumerate(pieces):
        is_last = place == len(pieces) - 1
        is_surname = is_last and len(run) > 0 and not piece.group().endswith(".")
        folded = fold(piece.group())
        breaks = is_title(piece.group()) and not is_surname and folded not in listed("suffixes")
        if breaks or folded in _calendar() or _is_function_word(piece.group()):
            if run:
                yield run
            run = []
        else:
            run.append(piece)
    if run:
        yield run


def _is_function_word(written: str) -> bool:
    """Whether a capitalised word inside a run is one that no name has: "And", "Against"."""
    return written[0].isupper() and fold(written) in listed("function_words")


def _mention(run: list[re.Match[str]], opens_sentence: bool) -> Mention | None:
    """The record of a run of pieces; particles at its ends belong to nobody."""
    particles = listed("particles")
    while run and run[0].group() in particles:
        run = run[1:]
    while run and run[-1].group() in particles:
        run = run[:-1]
    quoted = [piece for piece in run if piece["nickname"]]
    if not run or run[0] in quoted or run[-1] in quoted:
        return None
    words = tuple(
        word
        for piece in run
        if piece not in quoted and piece.group() not in particles
        for word in folded_words(piece.group())
    )
    nickname = tuple(word for piece in quoted for word in folded_words(piece["nickname"]))
    place = (run[0].start(), run[-1].end())
    return Mention(*place, words, nickname, opens_sentence) if words else None


def _is_no_name(piece: re.Match[str], in_small_letters: frozenset[str]) -> bool:
    """Whether the first word of a sentence has its capital from there."""
    folded = fold(piece.group())
    return (
        folded in listed("openers")
        or folded in in_small_letters
        or (folded.endswith(_NO_NAME_ENDINGS) and len(folded) > 5)
    )


def _headlines(text: str) -> Iterator[tuple[int, int]]:
    """Lines in which most longer words have a capital; many of them, if a full stop ends it."""
    for line in re.finditer(r"[^\n]+", text):
        written = line.group().rstrip()
        if len(written) > HEADLINE_CHARACTERS:
            continue
        words = re.findall(r"[^\W\d_]{4,}", written)
        least = 7 if written.endswith((".", "!", '."', ".”", ",")) else 3
        if len(words) >= least and sum(word[0].isupper() for word in words) > 0.7 * len(words):
            yield line.span()


@lru_cache(maxsize=256)
def words_in_small_letters(text: str) -> frozenset[str]:
    """The folded words that stand in a text without a capital: no names, as a rule."""
    return frozenset(
        word for found in re.findall(r"\b[^\W\d_A-Z][\w-]*", text) for word in folded_words(found)
    )


@cache
def _calendar() -> frozenset[str]:
    days = "monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves"
    return frozenset(days.split()) | (month_names() - {"may", "april", "june", "mar", "abril"})
