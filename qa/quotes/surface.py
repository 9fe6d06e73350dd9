"""What may still differ where the words are equal: accents, capitals, punctuation, a minus sign."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from qa.quotes.lexicon import listed
from qa.quotes.model import Change
from qa.quotes.parts import Part, change, change_at
from qa.quotes.runs import Run, Texts
from qa.quotes.words import GAP, Token

_MINUS = re.compile(r"(?:^|[\s(\[“\"'‘$€£¥])[-−–﹣－]$")
_OPENING = re.compile(r"[.!?:…\n\"“”„«»‘]|(?<!\w)'")
_TERMINAL = re.compile(r"[)\]]*\s?([.!?]+)")


def surface_changes(texts: Texts, run: Run, language: str | None) -> Iterator[Change]:
    """The changes within a run of equal words, in order."""
    shift = run.source[0] - run.quoted[0]
    recased: list[int] = []
    for at in range(*run.quoted):
        part = Part((at, at + 1), (at + shift, at + shift + 1))
        quoted, source = texts.quoted[at], texts.source[at + shift]
        written, other = quoted.written.replace(".", ""), source.written.replace(".", "")
        if written.casefold() != other.casefold():
            bears = _accent_bears(texts, written, other, language)
            yield change(texts, part, "spelling", bears)
        elif written != other and not _is_typographic(texts, at, at + shift):
            recased.append(at)
        yield from _before(texts, at, at + shift, is_first=at == run.quoted[0])
    yield from _case_changes(texts, recased, shift)
    if run.quoted[1] == len(texts.quoted):
        yield from _at_end(texts, run.source[1] - 1)


def _accent_bears(texts: Texts, quoted: str, source: str, language: str | None) -> bool:
    """Whether an accent makes another word: "hablo" and "habló", "ano" and "año".

    Who writes without any accents has only dropped them.
    """
    if language != "es" or quoted[0].isupper() or len(quoted) != len(source):
        return False
    if not any(map(_has_mark, texts.quote)):
        return False
    differing = [(a, b) for a, b in zip(quoted.lower(), source.lower(), strict=True) if a != b]
    return any("ñ" in pair for pair in differing) or quoted[-1].lower() != source[-1].lower()


def _has_mark(char: str) -> bool:
    return char > "\x7f" and len(unicodedata.normalize("NFD", char)) > 1


def _is_typographic(texts: Texts, at: int, source_at: int) -> bool:
    """Whether a capital is the editor's, or follows from a change that is told anyway."""
    quoted, source = texts.quoted[at], texts.source[source_at]
    if quoted.is_bracketed:
        return True
    written, other = quoted.written.replace(".", ""), source.written.replace(".", "")
    if written[1:] != other[1:]:
        return False
    return _opens_part(texts.quoted, at) or (
        opens(texts.quote, texts.quoted, at) != opens(texts.article, texts.source, source_at)
    )


def _opens_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether the quotation or a part of it begins here."""
    return at == 0 or tokens[at - 1].key == GAP or tokens[at - 1].is_bracketed


def opens(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence or a quotation begins with a word."""
    return at == 0 or bool(_OPENING.search(text, tokens[at - 1].end, tokens[at].start))


def _case_changes(texts: Texts, recased: Sequence[int], shift: int) -> Iterator[Change]:
    """One change for words in a row."""
    start = 0
    for place, at in enumerate(recased):
        if place + 1 < len(recased) and recased[place + 1] == at + 1:
            continue
        words = range(recased[start], at + 1)
        start = place + 1
        is_shouted = len(words) > 1 and (
            all(texts.quoted[one].written.isupper() for one in words)
            or all(texts.source[one + shift].written.isupper() for one in words)
        )
        bears = not is_shouted and any(
            texts.quoted[one].key in listed("capital_words") for one in words
        )
        part = Part((words[0], at + 1), (words[0] + shift, at + 1 + shift))
        yield change(texts, part, "case", bears)


def _before(texts: Texts, at: int, source_at: int, *, is_first: bool) -> Iterator[Change]:
    """What stands before a word on both sides; before the first of a run only its minus sign."""
    quoted, source = texts.quoted[at], texts.source[source_at]
    if _is_number(quoted) and _minus(texts.quote, quoted) != _minus(texts.article, source):
        yield _signed(texts, quoted, source)
    elif is_first:
        return
    elif _comparable(quoted.before) != _comparable(source.before):
        yield from _punctuation(texts, at, source_at)
    elif _unbracketed(texts.quoted, at) and not _unbracketed(texts.source, source_at):
        part = Part((at, at + 1), (source_at, source_at + 1))
        yield change(texts, part, "punctuation", False)


def _is_number(token: Token) -> bool:
    return token.key[0].isdigit() or unicodedata.category(token.key[0]) == "Sc"


def _minus(text: str, token: Token) -> bool:
    """Whether a minus sign stands at a number, and no dash between two words."""
    return bool(_MINUS.search(text[max(0, token.start - 2) : token.start]))


def _signed(texts: Texts, quoted: Token, source: Token) -> Change:
    start = quoted.start - _minus(texts.quote, quoted)
    source_start = source.start - _minus(texts.article, source)
    return change_at(
        texts,
        (start, quoted.end),
        (source_start, source.end),
        kind="number",
        bears_on_meaning=True,
    )


def _unbracketed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is not the first of several in brackets."""
    token = tokens[at]
    is_whole = token.is_bracketed and token.spoken is None
    return not is_whole or (at > 0 and tokens[at - 1].is_bracketed)


def _punctuation(texts: Texts, at: int, source_at: int) -> Iterator[Change]:
    """Punctuation between two words that are equal on both sides."""
    quoted, source = texts.quoted[at], texts.source[source_at]
    if quoted.is_bracketed or texts.quoted[at - 1].is_bracketed or source.is_bracketed:
        return
    place = texts.quoted[at - 1].end, quoted.start
    source_place = texts.source[source_at - 1].end, source.start
    between, other = texts.quote[slice(*place)], texts.article[slice(*source_place)]
    if _joins_numbers(texts.quoted[at - 1], quoted, between, other):
        place = texts.quoted[at - 1].start, quoted.end
        source_place = texts.source[source_at - 1].start, source.end
        yield change_at(texts, place, source_place, kind="number", bears_on_meaning=True)
        return
    asks = ("?" in quoted.before) != ("?" in source.before)
    yield change_at(texts, place, source_place, kind="punctuation", bears_on_meaning=asks)


def _joins_numbers(first: Token, second: Token, between: str, other: str) -> bool:
    """Whether two numbers belong together otherwise: 3/4 and 3-4, 9:30 and 9, 30."""
    if not (first.key[-1].isdigit() and second.key[0].isdigit()):
        return False
    if any(map(str.isspace, between)) and any(map(str.isspace, other)):
        return False
    signs = [{char for char in side if char in "/:."} for side in (between, other)]
    dashes = [bool(re.search(r"[^\w\s/:.,;()]", side)) for side in (between, other)]
    return signs[0] != signs[1] or dashes[0] != dashes[1]


def _comparable(punctuation: str) -> str:
    """Without dots of an ellipsis, which are compared as gaps."""
    return punctuation.replace("..", "").replace("--", "-")


def _at_end(texts: Texts, source_at: int) -> Iterator[Change]:
    """A question that became a statement, or the other way round.

    Other marks at the end are the editor's, and so is a missing one.
    """
    place, source_place = texts.quoted[-1].end, texts.source[source_at].end
    quoted = _TERMINAL.match(texts.quote, place)
    source = _TERMINAL.match(texts.article, source_place)
    if quoted and source and ("?" in quoted[1]) != ("?" in source[1]):
        yield change_at(
            texts, quoted.span(1), source.span(1), kind="punctuation", bears_on_meaning=True
        )
