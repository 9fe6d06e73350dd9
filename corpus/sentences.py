"""An article's text into sentences.

The library sentencex knows the abbreviations of many languages and is made for news and
encyclopaedia text; it is about 70 times as fast as syntok and 300 times as fast as pysbd and,
on the cases in tests/corpus/test_sentences.py, right more often than either. What it leaves wrong
is mended here: line breaks that end a sentence or don't, titles of persons, and sentences
in parentheses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.model import Span

SPLITTER = "sentencex/1.0.32+onrecord/2"
"""Stored with the library; when it changes, ``rebuild`` splits every article again."""

DEFAULT_LANGUAGE = "en"
"""The rules for a text whose language is unknown."""

SHORT_LINE = 40
"""A line of fewer characters is a heading, a byline or an item of a list, not wrapped prose."""

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_LIST_ITEM = re.compile(r"\s*(?:[-*•–—]|\d{1,2}[.)]|\(?[a-z]\))\s")
_BEFORE_A_NAME = re.compile(
    r"(?:^|[\s(\"'“‘«–—-])(?:"
    # titles of persons
    r"Mr|Mrs|Ms|Dr|Dra|Drs|Sr|Sra|Srta|Sres|Prof|Profa|Gen|Gral|Cnel|Crnl|Col|Lt|Tte|Sgt|Sgto|"
    r"Capt|Cpt|Sen|Rep|Gov|Rev|Hon|Lic|Ing|Abog|Insp|Supt|Mons|Messrs|Mme|Adm|Cmdr|Cmdte|"
    r"Cdte|Alfz|Brig|Maj|Pres|Pdte|Atty|Amb|Const|Det|Spc|Pfc|Fr|Pbro|Hno|Dña|Vda|"
    # places and companies
    r"Ft|Psje|Urb|Mz|Cía"
    r")\.\s*$"
)
_BEFORE_A_NUMBER = re.compile(r"\b(?:Nro|[Nn]úms?|[Aa]rts|[Vv]ols?|[Ff]igs|approx|aprox|S/)\.\s*$")
_STREET = re.compile(r"\b(?:el|del|al|El) (?:Jr|Ca)\.\s*$")
_DOUBLED = re.compile(r"\b([A-Z])\1\.\s*$")
"""The first half of EE. UU., FF. AA., RR. HH.: a plural in Spanish."""
_DOUBLED_NEXT = re.compile(r"([A-Z])\1\.")
_HOUR = re.compile(r"\d\s?[ap]\.\s?m\.\s*$")
_DAY_OR_ZONE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:[ECMP][SD]?T|GMT|UTC|BST|CET|CEST)\b|"
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d"
)
_QUOTED_MARK = re.compile(r"[?!][\"”’']+\s*$")
_SPEAKER = re.compile(
    r"(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|wrote|writes|told|tells|tweeted|added|shouted|"
    r"replied|continued|wondered|responded|remarked|repeated|pressed|quipped|joked|yelled|cried|"
    r"exclaimed|insisted|declared|posted|explained|recalled|went on)\b"
)
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")
_LOOK_BACK = 40
"""Characters before a place that tell whether a sentence ends there."""
_ONLY_A_MARKER = re.compile(r"^\s*(?:\d{1,2}[.)]|\(?[a-z]\))\s*$")
_AFTER_PARENTHESIS = re.compile(r"[.!?…][\"'”’»]?\)\s+(?=[\"'“‘«¿¡(]*[^\W\d_])")
_QUOTE_MARKS = re.compile(r"[\"“”„«»‹›]|''|(?<!\w)['‘](?=\w)|(?<=[^\w\s])['’]")
_OPENING_MARK = re.compile(r"\s([\"'“‘«(\[¿¡]+\s*)$")
_END_MARKS = (".", "!", "?", "…")
_NEXT = r"[\"'”’»)\]]*\s+(?=[¿¡\"'“‘«(]*[A-ZÁÉÍÓÚÑ])"
_ORDINARY = re.compile(
    r"(?<![\w.])(?:me|no|may|May|art|Art|miss|ill|ok|OK|Ok|id|ID|fed|Fed|med|con|la|Ken|DC|LA|PA|VA|"
    r"GA|SC|MO|IA|CT|CO|NO|etc|mm|min|bien|contra|extra|auto|da|ante|mar|super|en|de)\." + _NEXT
)
"""Words that sentencex takes for abbreviations, and that end sentences every day."""
_TRAILING_OFF = re.compile(r"\w…" + _NEXT)
_COUNTRY_AT_END = re.compile(
    r"\bEE\.\s?UU\.\s+(?=(?:El|La|Los|Las|Lo|Su|Sus|Un|Una|En|Por|Para|Pero|Según|Est[aeo]s?|Es[aeo]s?|"
    r"Aunque|Cuando|Además|Tras|Desde|Con|Sin|No|Se|También|Ya|Así|Entonces|Mientras|Al|Ambos)\b)"
)
_ALSO_ENDS = (_ORDINARY, _TRAILING_OFF, _COUNTRY_AT_END)


def split_sentences(text: str, language: str | None = None) -> tuple[Span, ...]:
    """Find the sentences of a text.

    Args:
        text: Any text. Blank lines, and line breaks that end a heading, an item or a
            sentence, always end a sentence; a line break inside wrapped prose does not.
        language: ISO 639-1. An unknown language uses the rules for English.

    Returns:
        The sentences in order, without the spaces around them. They don't overlap, and every
        character that is not a space belongs to one.

    >>> [(s.start, s.end) for s in split_sentences("Gen. Ruiz left the U.S. on May 2. Why?")]
    [(0, 33), (34, 38)]
    """
    spans: list[Span] = []
    for start, end in _blocks(text):
        block = text[start:end]
        for left, right in _sentences_of(block, language or DEFAULT_LANGUAGE):
            spans.append(Span(start + left, start + right))
    return tuple(spans)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of text that no sentence reaches across: paragraphs, headings, items."""
    start = 0
    for gap in [*_BLANK_LINES.finditer(text), None]:
        end = gap.start() if gap else len(text)
        yield from _lines(text, start, end)
        start = gap.end() if gap else end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One paragraph, cut where a line break is more than the wrapping of prose."""
    block_start, line_start = start, start
    while (newline := text.find("\n", line_start, end)) >= 0:
        line, following = text[line_start:newline], text[newline + 1 : end]
        is_wrapped = (
            len(line.strip()) >= SHORT_LINE
            and not _ENDS_SENTENCE.search(line)
            and not _LIST_ITEM.match(following)
        )
        if not is_wrapped:
            yield block_start, newline
            block_start = newline + 1
        line_start = newline + 1
    yield block_start, end


def _sentences_of(block: str, language: str) -> Iterator[tuple[int, int]]:
    """The sentences of one block, trimmed, as offsets into the block."""
    start = 0
    for end in _ends(block, language):
        piece = block[start:end]
        if piece.strip():
            left = start + len(piece) - len(piece.lstrip())
            yield left, start + len(piece.rstrip())
        start = end


def _ends(block: str, language: str) -> list[int]:
    """Where the sentences of a block end, each with the spaces behind it."""
    ends = _library_ends(block, language) | _ends_inside_quotations(block, language)
    ends |= {match.end() for match in _AFTER_PARENTHESIS.finditer(block) if _is_whole(block, match)}
    for pattern in _ALSO_ENDS:
        ends |= {match.end() for match in pattern.finditer(block)}
    ends = {_before_opening_mark(block, end) for end in ends}
    kept: list[int] = []
    for end in sorted(ends):
        start = kept[-1] if kept else 0  # "1." belongs to the item behind it
        if end < len(block) and not _goes_on(block, end) and not _is_marker(block[start:end]):
            kept.append(end)
    return [*kept, len(block)]


def _is_marker(piece: str) -> bool:
    return len(piece) < _LOOK_BACK and _ONLY_A_MARKER.match(piece) is not None


def _library_ends(block: str, language: str) -> set[int]:
    from sentencex import get_sentence_boundaries  # lazily: needed only while articles are read

    return {boundary["end_index"] for boundary in get_sentence_boundaries(language, block)}


def _ends_inside_quotations(block: str, language: str) -> set[int]:
    """The ends that sentencex leaves out, since it keeps every quotation in one sentence."""
    plain = _QUOTE_MARKS.sub(lambda marks: " " * len(marks.group()), block)
    if plain == block:
        return set()
    # After a closing mark the sentence mostly goes on ("Where?" Obama asked), and sentencex knows.
    return {
        end
        for end in _library_ends(plain, language)
        if block[max(0, end - _LOOK_BACK) : end].rstrip()[-1:] in _END_MARKS
    }


def _before_opening_mark(block: str, end: int) -> int:
    """The place itself, or the one before a mark that opens what comes behind it."""
    near = max(0, end - _LOOK_BACK)
    match = _OPENING_MARK.search(block[near:end])
    return near + match.start(1) if match else end


def _is_whole(block: str, match: re.Match[str]) -> bool:
    """Whether the parenthesis that closes here holds whole sentences: it opens after an end."""
    opening = block.rfind("(", 0, match.start())
    before = block[:opening].rstrip()
    return opening >= 0 and (not before or before[-1] in '.!?…"”’»)')


def _goes_on(block: str, end: int) -> bool:
    """Whether the sentence goes on behind this place after all."""
    following = block[end : end + 2 * _LOOK_BACK].lstrip()
    if not following:
        return False
    if following[0].islower():
        return not _BRAND.match(following)
    before = block[max(0, end - _LOOK_BACK) : end]
    return bool(
        _BEFORE_A_NAME.search(before)
        or _STREET.search(before)
        or (_BEFORE_A_NUMBER.search(before) and following[0].isdigit())
        or (_DOUBLED.search(before) and _DOUBLED_NEXT.match(following))
        or (_QUOTED_MARK.search(before) and _SPEAKER.match(following))
        or (_HOUR.search(before) and _DAY_OR_ZONE.match(following))
    )
