"""Other names that an article gives somebody or something: aliases, nicknames, acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus import folded_words
from qa.answers.mentions import NAME, Mention, evenly_spaced, listed, mentions_in

_ADVERB = "also|better|best|commonly|formerly|widely|popularly|locally|otherwise|sometimes|once"
_CUE = re.compile(
    r"[\"”»']?,?(?: \d{1,2},)? ?\(?(?:(?:who|which|and) (?:is |was )?|(?:is|was|are|were) )?"
    rf"(?:(?:{_ADVERB}) )?"
    r"(?:alias|a\.?k\.?a\.?|known (?:\w+ )?as|nicknamed|who goes by|goes by the name|"
    r"(?:m[aá]s |mejor |tambi[eé]n )?conocid[oa] (?:\w+ )?como|apodad[oa]|"
    r"known by (?:the|his|her) (?:nick)?name)(?: of| simply)? "
)
_CALLED = re.compile(
    rf"(?:,? (?:{_ADVERB})|,|,? (?:which|who) (?:is|was)) (?:called|dubbed) (?=[\"“«])"
)
"""Only before quotation marks: "Sanders called Trump" gives nobody another name."""

_QUOTED = re.compile(r"[\"“«'‘](?:(?:the|el|la) )?([^\"“”«»'‘’\n,]{2,40}),?[\"”»'’]", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|el|la|los|las) ", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[\"”»']? \([\"“«'‘]?([^()\"”»\n]{2,80}?)[\"”»'’]?\)")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.?){2,9}s?")
_SMALL_WORDS = frozenset("of the and for in on to a de del la las los el y en para por e".split())
SAME_WORD_CHARACTERS = 4
"""A name and its translation share the beginning of a word: Andean Cartel, Cartel Andino."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Two names of one bearer; ``start`` and ``end`` are the place of the first."""

    start: int
    end: int
    words: tuple[str, ...]
    """The folded words of the name."""
    other: tuple[str, ...]
    """The folded words of the other name, without a leading article."""
    is_short: bool = False
    """The other is an acronym of the first."""


@lru_cache(maxsize=256)
def aliases_in(text: str) -> tuple[Alias, ...]:
    """The aliases that a text gives, in order.

    >>> [alias.other for alias in aliases_in("It was led by Gerson Gálvez, alias 'Caracol'.")]
    [('caracol',)]
    """
    text = evenly_spaced(text)
    found = [
        Alias(mention.start, mention.end, mention.words, other)
        for mention in mentions_in(text)
        for other in _other_names(text, mention)
    ]
    return (*found, *_acronyms(text))


def _other_names(text: str, mention: Mention) -> Iterator[tuple[str, ...]]:
    if mention.nickname:
        yield mention.nickname
    if cue := _CUE.match(text, mention.end) or _CALLED.match(text, mention.end):
        if other := _name_at(text, cue.end()):
            yield other
    elif bracket := _IN_BRACKETS.match(text, mention.end):
        translated = _without_article(bracket[1])
        if NAME.match(bracket[1]) and _share_a_word(mention.words, translated):
            yield translated


def _name_at(text: str, start: int) -> tuple[str, ...]:
    """The name that begins at a place: whatever is quoted, or the capitalised words."""
    if quoted := _QUOTED.match(text, start):
        return _without_article(quoted[1])
    article = _ARTICLE.match(text, start)
    name = NAME.match(text, article.end() if article else start)
    return _without_article(name.group()) if name else ()


def _without_article(name: str) -> tuple[str, ...]:
    words = folded_words(name)
    return tuple(words[1:] if len(words) > 1 and _ARTICLE.match(name) else words)


def _share_a_word(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    beginnings = {word[:SAME_WORD_CHARACTERS] for word in name if len(word) > 3}
    return len(other) > 1 and any(
        word[:SAME_WORD_CHARACTERS] in beginnings for word in other if len(word) > 3
    )


def _acronyms(text: str) -> Iterator[Alias]:
    """National Space Agency (NSA), NSA (National Space Agency): checked by the initials."""
    for bracket in re.finditer(r"(?<=\S) \(([^()\n]{2,80})\)", text):
        inside = bracket[1].strip("\"“”«»'‘’ ")
        if _ACRONYM.fullmatch(inside) and inside.upper().rstrip("S") == inside.rstrip("sS"):
            if place := _spelled_before(text, bracket.start(), _letters(inside)):
                words = tuple(folded_words(text[slice(*place)]))
                yield Alias(*place, words, tuple(folded_words(inside)), is_short=True)
            continue
        before = re.search(r"(?<!\w)(?:[^\W\d_]\.?){2,9}$", text[: bracket.start()])
        if before and before.group().isupper():
            place = _spelled_before(text, bracket.end(1), _letters(before.group()))
            if place and place[0] == bracket.start(1):
                words = tuple(folded_words(bracket[1]))
                yield Alias(*place, words, tuple(folded_words(before.group())), is_short=True)


def _letters(acronym: str) -> str:
    return "".join(char for char in acronym.rstrip("s") if char.isalpha()).casefold()


def _spelled_before(text: str, end: int, letters: str) -> tuple[int, int] | None:
    """The place of the words before ``end`` whose initials are the letters, small words aside."""
    wanted = list(folded_words(letters)[0]) if folded_words(letters) else []
    closing = re.search(r"[\"”»'’]?$", text[:end])
    last = closing.start() if closing else end
    start = last
    for word in reversed(list(re.finditer(r"[^\W\d_][\w'’]*", text[max(0, end - 120) : last]))):
        folded = "".join(folded_words(word.group()))
        if re.search(r"[.;:!?()\n]", text[max(0, end - 120) + word.end() : start]):
            return None
        if wanted and folded[:1] == wanted[-1]:
            wanted.pop()
            start = max(0, end - 120) + word.start()
        elif folded not in _SMALL_WORDS:
            return None
        if not wanted:
            return (start, last) if text[start].isupper() else None
    return None


def is_name_word(word: str) -> bool:
    """Whether a folded word of a name tells its bearer from others: no particle, no title."""
    return not any(word in listed(name) for name in ("particles", "titles", "suffixes"))
