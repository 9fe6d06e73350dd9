"""Numbers as they are written, in digits or in words, with their values: English and Spanish.

text2num reads the number words; what it leaves to others is done here: digits with the
separators of their language, "1.3 billion", fractions, dozens, and words that look like numbers
and are none ("no one", "hundreds of people").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from corpus import fold, folded_words
from qa.value_tables import value_tables

MAX_DIGITS = 40
"""A longer row of digits is a code, not a number."""

_THIN = "\u00a0\u2009\u202f"
_DIGITS = re.compile(
    rf"(?<![\w.])(?:(?<![^\s(])[-−](?=\d))?"
    rf"(?:(?P<digits>\d{{1,3}}(?:\ \d{{3}})*\ 000(?!\d)|\d+(?:[.,{_THIN}]\d+)*)"
    r"(?P<part>\ ?[½¼¾⅓⅔])?(?P<ordinal>(?:st|nd|rd|th|\.?[ºª])(?!\w))?|(?P<alone>[½¼¾⅓⅔]))"
)
_SPACED_THOUSANDS = re.compile(r"(?<![\w.,])\d{1,3}(?: \d{3})+(?![\d.,]*\d)")
_PARTS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3"}
_HALVES = re.compile(
    r"\b(?:half(?!-[a-z]|\w)|la mitad(?= del?\b)|medi[oa](?= (?:mill[oó]n|docena)\b))", re.I
)
_FRACTIONS = re.compile(
    r"\b(?:(?P<one>an?|one|un)[ -](?P<single>third|quarter|fifth|tenth|tercio|cuarto|quinto)"
    r"(?=\ (?:of|del?)\b)"
    r"|(?P<many>two|three|four|five|seven|nine|dos|tres|cuatro)[ -]"
    r"(?P<plural>third|quarter|fifth|sixth|eighth|tenth|tercio|cuarto|quinto)s)\b",
    re.I,
)
_WHOLE = "one two three four five six seven eight nine ten".split()
_WHOLE_ES = "un dos tres cuatro cinco".split()
_FRACTION_OF = {
    "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
    "tercio": 3, "cuarto": 4, "quinto": 5,
}  # fmt: skip
_AND_A_HALF = re.compile(r" (?:and a half|y medi[oa])\b", re.I)
_DOZENS = re.compile(r"[ -](?:a )?(?:dozen|docenas?)\b", re.I)
_A_DOZEN = re.compile(r"\b(?:a dozen|una docena)\b", re.I)
_TOKEN = re.compile(r"[^\W\d_]+|\s+|.", re.DOTALL)
_NUMERAL = re.compile(r"(\d+(?:[.,]\d+)?)(?:st|nd|rd|th|\.?[ºª])?")
_NOT_COUNTED_AFTER = re.compile(
    r"\b(?:no|any|some|every|each|the|this|that|which|another)[ -]$", re.I
)
_NOT_ORDINAL_AFTER = re.compile(r"(?:\d|\bper|\bsplit|\ba)[ -]$", re.I)


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its place in a text."""

    start: int
    end: int
    value: Decimal
    is_ordinal: bool = False
    in_words: bool = False


class _Token:
    """What text2num wants of a token."""

    def __init__(self, written: str) -> None:
        folded = fold(written)
        self._text = value_tables()["spelling"].get(folded, written.lower())

    def text(self) -> str:
        return str(self._text)

    def nt_separated(self, _previous: object) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def numbers_in(text: str, language: str | None) -> list[Number]:
    """The numbers in a text, in order, none overlapping another.

    Args:
        text: Any text.
        language: ``es`` reads Spanish words and ``1.300,5``; anything else reads English.

    >>> [str(number.value) for number in numbers_in("1,300 police, a dozen ships, half", "en")]
    ['1300', '12', '0.5']
    """
    spanish = language == "es"
    found: list[Number] = []
    sources = (_fractions(text), _digits(text, spanish=spanish), _words(text, spanish=spanish))
    for number in sorted(
        (number for source in sources for number in source),
        key=lambda number: (number.start, -number.end),
    ):
        if found and number.start < found[-1].end:
            continue
        if found and (year := _year(text, found[-1], number)):
            found[-1] = year
            continue
        found.append(_grown(text, number, spanish=spanish))
    return found


def number_of(text: str, language: str | None = "en") -> Decimal | None:
    """The number that a text is, and nothing else: ``None`` for any other text.

    >>> number_of("thirteen hundred"), number_of("1.300", "es"), number_of("60 prosecutors")
    (Decimal('1300'), Decimal('1300'), None)
    """
    found = numbers_in(text, language)
    whole = len(found) == 1 and not text[: found[0].start].strip()
    return found[0].value if whole and not text[found[0].end :].strip() else None


def _digits(text: str, *, spanish: bool) -> Iterator[Number]:
    spaced = _SPACED_THOUSANDS.finditer(text) if spanish else ()
    taken = [match.span() for match in spaced]
    for start, end in taken:
        yield Number(start, end, Decimal(text[start:end].replace(" ", "")))
    for match in _DIGITS.finditer(text):
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        value = _value_of_digits(match["digits"], spanish=spanish) if match["digits"] else 0
        if value is None:
            continue
        value += _part(match["part"] or match["alone"] or "")
        signed = -value if match.group()[0] in "-−" else Decimal(value)
        yield Number(match.start(), match.end(), signed, bool(match["ordinal"]))


def _value_of_digits(written: str, *, spanish: bool) -> Decimal | None:
    """Digits with separators; ``None`` where they make no number of the language.

    A single separator before three digits groups in Spanish whichever it is: newspapers of Spain
    write 1.300, those of Mexico and Peru 1,300, and hardly any print three decimals.
    """
    if len(written) > MAX_DIGITS:
        return None
    plain = re.sub(rf"(?<=\d)[ {_THIN}](?=\d{{3}}(?!\d))", "", written)
    marks = [mark for mark in plain if mark in ".,"]
    decimal_mark = _decimal_mark(plain, marks, spanish=spanish)
    whole, _, rest = plain.partition(decimal_mark) if decimal_mark else (plain, "", "")
    if not re.fullmatch(r"\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+", whole):
        return None
    digits = re.sub("[.,]", "", whole)
    return Decimal(f"{digits}.{rest}" if rest else digits) if re.fullmatch(r"\d*", rest) else None


def _decimal_mark(plain: str, marks: list[str], *, spanish: bool) -> str | None:
    """Which of the separators stands before decimals, if one does."""
    if len(set(marks)) == 2:
        return marks[-1]
    if len(marks) != 1:
        return None
    whole, _, rest = plain.partition(marks[0])
    if not spanish:
        return "." if marks == ["."] else None
    groups = len(rest) == 3 and len(whole) <= 3 and whole.strip("0") != ""
    return None if groups else marks[0]


def _part(sign: str) -> Decimal:
    above, _, below = _PARTS.get(sign, "0").partition("/")
    return Decimal(above) / Decimal(below or 1)


def _fractions(text: str) -> Iterator[Number]:
    for match in _HALVES.finditer(text):
        yield Number(match.start(), match.end(), Decimal("0.5"), in_words=True)
    for match in _A_DOZEN.finditer(text):
        yield Number(match.start(), match.end(), Decimal(12), in_words=True)
    for match in _FRACTIONS.finditer(text):
        many = (match["many"] or "one").lower()
        listed = _WHOLE if many in _WHOLE else _WHOLE_ES
        below = _FRACTION_OF[(match["single"] or match["plural"]).lower()]
        value = Decimal(listed.index(many) + 1) / below
        yield Number(match.start(), match.end(), value, in_words=True)


def _words(text: str, *, spanish: bool) -> Iterator[Number]:
    """What text2num finds, without what only looks like a number."""
    from text_to_num import find_numbers

    places = [match.span() for match in _TOKEN.finditer(text)]
    tokens = [_Token(text[start:end]) for start, end in places]
    for found in find_numbers(tokens, "es" if spanish else "en", 0.0):
        start, end = places[found.start][0], places[found.end - 1][1]
        written = _NUMERAL.fullmatch(found.text)
        if not written or text[start:end][:1].isdigit():
            continue
        if _only_looks_like_one(text, start, end, spanish=spanish, ordinal=found.is_ordinal):
            continue
        article = re.search(r"(?<!\w)an? $", text[:start], re.I)
        if article and not spanish and folded_words(text[start:end])[0] in _scales(spanish=False):
            start = article.start()
        value = Decimal(written[1].replace(",", "."))
        yield Number(start, end, value, bool(found.is_ordinal), in_words=True)


def _only_looks_like_one(text: str, start: int, end: int, *, spanish: bool, ordinal: bool) -> bool:
    """Articles, pronouns, indefinite numbers, seconds of time, and words cut out of longer ones."""
    written = folded_words(text[start:end])
    if all(word in value_tables()["indefinite"].split() for word in written):
        return True
    before = text[max(0, start - 12) : start]
    if spanish:
        return len(written) == 1 and written[0] in ("un", "una", "uno")
    if written == ["one"]:
        return bool(_NOT_COUNTED_AFTER.search(before)) or text[end : end + 8] == " another"
    return ordinal and written == ["second"] and bool(_NOT_ORDINAL_AFTER.search(before))


def _grown(text: str, number: Number, *, spanish: bool) -> Number:
    """A number with what multiplies it: scales, dozens, a half."""
    value, end, last = number.value, number.end, Decimal(1)
    words = folded_words(text[number.start : end])
    if number.in_words and words and words[-1] in _scales(spanish=spanish):
        last = Decimal(10) ** _scales(spanish=spanish)[words[-1]]
    if number.is_ordinal:
        return number
    half = _AND_A_HALF.match(text, end)
    if half:
        value, end = value + last / 2, half.end()
    while scale := _scale_pattern(spanish=spanish).match(text, end):
        value *= Decimal(10) ** _scales(spanish=spanish)[fold(scale[1])]
        last = Decimal(10) ** _scales(spanish=spanish)[fold(scale[1])]
        end = scale.end()
    if not half and last > 1 and end > number.end and (half := _AND_A_HALF.match(text, end)):
        value, end = value + last / 2, half.end()
    if dozens := _DOZENS.match(text, end):
        value, end = value * 12, dozens.end()
    return Number(number.start, end, value, in_words=number.in_words)


def _year(text: str, first: Number, second: Number) -> Number | None:
    """Two numbers in words that are a year together: "nineteen eighty-four"."""
    together = first.in_words and second.in_words and text[first.end : second.start] == " "
    if together and 11 <= first.value <= 20 and 10 <= second.value <= 99:
        year = first.value * 100 + second.value
        return Number(first.start, second.end, year, in_words=True)
    return None


@cache
def _scales(*, spanish: bool) -> dict[str, int]:
    powers: dict[str, int] = value_tables()["scales"]["es" if spanish else "en"]
    return powers


@cache
def _scale_pattern(*, spanish: bool) -> re.Pattern[str]:
    """A scale word behind a number: after a space, a hyphen, or ("1.3bn") at once."""
    words = "mil|mill[oó]n(?:es)?|bill[oó]n(?:es)?" if spanish else "|".join(_scales(spanish=False))
    return re.compile(rf"[ \u00a0-]?(?:(?<= )an? )?({words})\b", re.I)
