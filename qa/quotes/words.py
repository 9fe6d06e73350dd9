"""A text as words to be compared: each with its place, as it is written and as it is compared.

Quotation marks, spaces and the shape of dashes are no part of it. An ellipsis is a word of its own
kind (a gap), and so is what stands in square brackets: an editor's, not the speaker's. Signs that
say something (currencies, ``%``, ``°``, emoji) are words; where a script has no spaces between
words, every character is one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from qa.quotes.typography import Normalised, normalise

GAP = "…"
"""The comparison key of an ellipsis."""

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u309f"
    "\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
)
"""Thai, Lao, Burmese, Khmer, Chinese, Japanese: scripts without spaces between words."""
_SIGNS = (
    "%‰$€£¥¢@&#+=<>~±×÷°§¬√∞≈≠≤≥\u20a0-\u20cf\u2600-\u26ff\u2753-\u2757\u2763-\u2767"
    "\U0001f000-\U0001f3fa\U0001f400-\U0001faff"
)
_GAP = r"(?P<gap>\[ ?\. ?\. ?\.(?: ?\.)? ?\]|\( ?\. ?\. ?\. ?\)|\.(?: ?\.){2,3})"
_RAISED = "[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}"
_SIC = re.compile(
    rf"\[\s*sic\s*[.!]?\s*\]|(?<=\S)\[\d{{1,3}}\]|(?<=[.,;:!?\"']){_RAISED}", re.IGNORECASE
)
"""An editor's word on the word before, and the number of a footnote."""
_BRACKETS = re.compile(r"\[[^\[\]]{1,200}\]")
_UNBRACKETED = str.maketrans("", "", "[]")
_DOTLESS = str.maketrans("", "", ".[]")
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ё": "е",
    }
)
"""Letters that are written without their stroke where a keyboard has none."""
_BARE_SCRIPTS = ("LATIN", "GREEK", "ARABIC", "HEBREW")
"""Scripts in which a word without its marks is the same word, carelessly written."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, sign or gap of a text."""

    start: int
    end: int
    written: str
    """As the normalised copy has it."""
    key: str
    """As it is compared: without case, accents and the dots of an acronym; ``GAP`` for a gap."""
    is_bracketed: bool = False
    """An editor put it, or a letter of it, into square brackets."""
    before: str = ""
    """The punctuation between the token before and this one."""
    spoken: str | None = None
    """Of a word that is partly in brackets ("walk[ed]") the part before them; else ``None``."""


@lru_cache(maxsize=512)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order, with offsets into it.

    >>> [token.key for token in tokens_of("“[h]e’s … 1,300 U.S. men [sic],” Gálvez")]
    ["he's", '…', '1,300', 'us', 'men', 'galvez']
    """
    copy = normalise(text)
    sic = [match.span() for match in _SIC.finditer(copy.text)]
    brackets = [match.span() for match in _BRACKETS.finditer(copy.text)]
    found: list[Token] = []
    last = 0
    for match in _pattern().finditer(copy.text):
        if any(start <= match.start() < end for start, end in sic):
            continue
        is_inside = any(start <= match.start() < end for start, end in brackets)
        found.append(_token(copy, match, last, is_inside))
        last = match.end()
    return tuple(found)


@cache
def _pattern() -> re.Pattern[str]:
    marks = _marks()
    letter = rf"[^\W_{UNSPACED}]"
    return re.compile(
        rf"{_GAP}"
        r"|(?P<acronym>(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?)"
        r"|(?P<number>(?<![^\W_])\d+(?:[.,]\d+)*(?![^\W_]))"
        rf"|(?P<unspaced>[{UNSPACED}][{marks}]*)"
        rf"|(?P<word>(?:\[(?=[^\W\d_]{{1,4}}\][^\W_]))?{letter}(?:{letter}|[{marks}]|'(?=[^\W_])"
        r"|\[(?=[^\W\d_]{1,4}\])|\](?=[^\W_]))*)"
        rf"|(?P<sign>[{_SIGNS}])"
    )


def _marks() -> str:
    """The characters that combine with the one before them, as ranges of a character class."""
    codes = [code for code in range(0x300, 0x1F000) if unicodedata.category(chr(code))[0] == "M"]
    ranges = (
        [code for _, code in group]
        for _, group in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0])
    )
    return "".join(f"{chr(one[0])}-{chr(one[-1])}" for one in ranges)


def _token(copy: Normalised, match: re.Match[str], last: int, is_inside: bool) -> Token:
    start, end = match.span()
    if match["word"] and "[" in match.group() and copy.text[end : end + 1] == "]":
        end += 1  # "walk[ed]"
    place = copy.span(start, end)
    written = copy.text[start:end]
    between = _punctuation(_SIC.sub("", copy.text[last:start]))
    if match["gap"]:
        return Token(place.start, place.end, written, GAP, False, between)
    is_partial = "[" in written
    plain = written.translate(_UNBRACKETED)
    if not plain[0].isdigit():
        plain = unicodedata.normalize("NFKC", plain)  # CO₂, but not 10²
    return Token(
        place.start,
        place.end,
        plain,
        key_of(plain),
        is_inside or is_partial,
        between,
        _spoken(written) if is_partial else None,
    )


def _spoken(written: str) -> str:
    """The part of a word before its bracket, as it is compared."""
    before = written.partition("[")[0]
    return key_of(before) if before else ""


def _punctuation(between: str) -> str:
    """What of the characters between two words counts as punctuation: ``, ; : . ! ? ( ) - /``."""
    kept = "".join(char for char in between if char in ",;:.!?()/-")
    return re.sub(r"-+", "-", kept)


@lru_cache(maxsize=65_536)
def key_of(written: str) -> str:
    """A word as it is compared.

    >>> key_of("U.S."), key_of("Gálvez"), key_of("STRASSE")
    ('us', 'galvez', 'strasse')
    """
    if not written[0].isalpha():
        return written.casefold()
    if written.isascii():
        return written.lower().translate(_DOTLESS) or written
    decomposed = unicodedata.normalize("NFKD", written.casefold().translate(_LETTERS))
    return unicodedata.normalize("NFC", _bare(decomposed).translate(_DOTLESS)) or written


def _bare(decomposed: str) -> str:
    """Without the marks on letters whose word stays the same without them."""
    kept: list[str] = []
    is_bare = True
    for char in decomposed:
        if unicodedata.category(char)[0] != "M":
            is_bare = unicodedata.name(char, "").startswith(_BARE_SCRIPTS)
        elif is_bare:
            continue
        kept.append(char)
    return "".join(kept)
