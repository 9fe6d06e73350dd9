"""A copy of a text in which typography is the same everywhere, with an index map back.

What two printings of the same words may differ in without anybody having changed them: the shape
of quotation marks and dashes, the width of spaces, Unicode forms, ligatures, invisible characters,
``ß``, ``İ``, dots for an ellipsis, and what copying from a page or a broken file leaves behind
(``&quot;``, ``<b>``, ``â€™``). Letters keep their case and accents: those are compared later.
Raised and lowered digits stay what they are: 10² is not 102.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus import Span

_APOSTROPHES = "'‘’‚‛′ʹʻʼʽˈ＇`´"
_QUOTATION_MARKS = '"“”„‟«»‹›″＂❝❞〝〞「」『』'
_KEPT = frozenset("½¼¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅟↉⁄⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉")
"""NFKC would write 1½ as 11⁄2, and 10² as 102."""
_UNSEEN = "™®℠ـ\u034f\u3164\uffa0" + "".join(map(chr, range(0xFE00, 0xFE10)))
"""Marks of ownership, the stroke that widens Arabic words, fillers, variation selectors."""
_SPECIAL = (
    dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_QUOTATION_MARKS, '"')
    | {"ß": "ss", "ẞ": "SS", "İ": "I", "i̇": "i", "−": "-", "⁃": "-"}
    | {"…": "...", "⋯": "...", "‥": "..", "。": ".", "、": ","}
    | {char: char for char in _KEPT}
    | dict.fromkeys(_UNSEEN, "")
)
_DROPPED = frozenset({"Cf", "Cc"})
_ATTRIBUTE = r"""\s+[\w-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)"""
_INLINE, _BLOCK = "a|abbr|b|cite|em|font|i|mark|q|s|small|span|strong|u", "br|div|h[1-6]|li|p"
_TAG = rf"</?(?:{_INLINE}|{_BLOCK})(?:{_ATTRIBUTE})*\s*/?>"
_ENTITY = r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|[a-zA-Z]{2,8}\d{0,2});"
_MISREAD = (
    "(?:[ÂÃ]|A[\u0302\u0303])[\x80-\xbf]|(?:Ã|A\u0303)[Œœƒˆ˜€™‰‹›†‡•„‚…]"
    "|(?:â|a\u0302)[\x80€][\x80-\xbfŒœƒˆ˜€™‰‹›†‡•„‚…‘’“”–—]"
)
"""UTF-8 that was read as Windows-1252."""
_CLUSTER = re.compile(
    rf"(?P<copied>{_ENTITY}|{_TAG}|{_MISREAD})"
    r"|\u00ad\s+|[^\x00-\x7f]|[\x00-\x7f](?=[^\x00-\x7f])|[\x00-\x1f`\x7f]"
)
"""Where more than copying may be needed: in most articles few places."""
_IS_BLOCK = re.compile(rf"</?(?:{_BLOCK})\b")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised copy. Its character i comes from ``[starts[i], ends[i])`` of the original."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The place in the original of a non-empty range of the copy."""
        return Span(self.starts[start], self.ends[end - 1])


@lru_cache(maxsize=512)
def normalise(text: str) -> Normalised:
    """Make the normalised copy of a text.

    A letter and the marks that combine with it are one unit, so a range of the copy never leads
    to a half of one in the original.

    >>> normalise("“Gálvez”\u00a0— no…").text
    '"Gálvez" - no...'
    """
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    copied = 0
    for match in _CLUSTER.finditer(text):
        begin = match.start()
        if begin < copied:
            continue  # it belongs to the unit before
        is_whole = bool(match["copied"]) or text[begin] == "\u00ad"
        end = _unit_end(text, match.end() if is_whole else begin + 1)
        _copy(text, copied, begin, (pieces, starts, ends))
        written = _written(text[begin:end])
        pieces.append(written)
        starts += [begin] * len(written)
        ends += [end] * len(written)
        copied = end
    _copy(text, copied, len(text), (pieces, starts, ends))
    return Normalised("".join(pieces), starts, ends)


def _copy(text: str, start: int, end: int, into: tuple[list[str], list[int], list[int]]) -> None:
    if start < end:
        into[0].append(text[start:end])
        into[1].extend(range(start, end))
        into[2].extend(range(start + 1, end + 1))


def _unit_end(text: str, end: int) -> int:
    """The end of what belongs to a character, invisible ones between its marks included."""
    at = end
    while at < len(text):
        if _continues(text[at], text[end - 1]):
            end = at + 1
        elif not _is_invisible(text[at]):
            break
        at += 1
    return end


def _continues(char: str, before: str) -> bool:
    """Whether a character belongs to the one before it.

    So do combining marks, vowels and ends of Hangul, and the voicing marks of narrow Katakana.
    """
    if char < "\u0300":
        return False
    if "\u1160" <= char <= "\u11ff":
        return "\u1100" <= before <= "\u11ff" or "\uac00" <= before <= "\ud7a3"
    if char in "\uff9e\uff9f":
        return "\uff66" <= before <= "\uff9d"
    return unicodedata.category(char)[0] == "M"


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in _DROPPED and not char.isspace()


@lru_cache(maxsize=8192)
def _written(unit: str) -> str:
    """One unit as the copy has it; nothing for what can't be seen."""
    if (meant := _meant(unit)) is not None:
        return "".join(map(_written, meant))
    if unit[0] == "\u00ad":
        unit = unit.lstrip("\u00ad \t\r\n\f\v\u00a0")  # a word broken at the end of a line
    unit = "".join(char for char in unit if not _is_invisible(char))
    if unit in _SPECIAL:
        return _SPECIAL[unit]
    if not unit or unit.isspace():
        return " " if unit else ""
    if unicodedata.category(unit[0]) == "Pd":
        return "-"
    composed = _composed(unit)
    return "".join(_SPECIAL.get(char, char) for char in composed)


def _meant(unit: str) -> str | None:
    """What an entity, a tag or misread characters stand for; ``None`` for anything else."""
    if re.fullmatch(_ENTITY, unit):
        meant = html.unescape(unit)
        return meant if meant != unit else None
    if re.fullmatch(_TAG, unit):
        return " " if _IS_BLOCK.match(unit) else ""
    return _reread(unit) if re.fullmatch(_MISREAD, unit) else None


def _reread(unit: str) -> str | None:
    """The character whose UTF-8 bytes were read as Windows-1252."""
    codes = b"".join(
        bytes([ord(char)]) if ord(char) < 256 else char.encode("cp1252")
        for char in unicodedata.normalize("NFC", unit)
    )
    meant = codes.decode("utf-8", "replace")
    return meant if meant.isprintable() or meant.isspace() else None


def _composed(unit: str) -> str:
    """A unit in the form that Unicode calls NFKC, but for characters that are kept."""
    if unit[0] in _SPECIAL:
        return _SPECIAL[unit[0]] + unicodedata.normalize("NFC", unit[1:])
    return unicodedata.normalize("NFKC", unit)
