"""Addresses: those that may become links, and links to the cited words on a publisher's page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from corpus import Span
from qa.model import Citation

MOST_WORDS = 16
"""A longer quotation is named by its first and last words: links must stay short."""
END_WORDS = 6
CONTEXT_WORDS = 4
MOST_CHARACTERS = 2_000
"""Word, and some browsers, take no longer links."""

_NEVER_IN_ADDRESS = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff]")
_TO_ENCODE = re.compile(r'["<>\\^`{|}]')
_WORD = re.compile(r"[^\s、。，！？；：]*[、。，！？；：]+|[^\s、。，！？；：]+")
"""What spaces separate; where a script has none, what its commas and stops do."""
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese: letters side by side may be two words."""


def web_address(url: str | None) -> str | None:
    """An address that may become a link: complete, http or https, and of ordinary length.

    >>> web_address("https://example.org/a?b=<c>"), web_address("javascript:alert(1)")
    ('https://example.org/a?b=%3Cc%3E', None)
    """
    if url is None or len(url) > MOST_CHARACTERS or _NEVER_IN_ADDRESS.search(url):
        return None
    try:
        parts = urlsplit(url)
        is_complete = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:  # brackets that hold no address
        return None
    return _TO_ENCODE.sub(lambda match: quote(match[0]), url) if is_complete else None


def text_fragment_url(citation: Citation) -> str | None:
    """The publisher's page with the cited words marked, in browsers that know text fragments.

    Returns:
        ``None`` where the article has no web address or is cited as a whole, and where the link
        would be too long. Terms are whole words. Words before and after are given as context where
        they stand in the same line: a page may have anything between two paragraphs. A browser
        that does not find the words opens the page at its top.

    Source:
        W3C Community Group, "URL Fragment Text Directives", section 3.2 on the syntax.
    """
    address = web_address(citation.url)
    if address is None or citation.start is None or not citation.exact.strip():
        return None
    page, _, fragment = address.partition("#")
    kept = fragment.partition(":~:")[0]
    return web_address(f"{page}#{kept}:~:text={','.join(_terms(citation, citation.start))}")


def _terms(citation: Citation, start_in_article: int) -> Iterator[str]:
    """``prefix-``, ``start``, ``end`` and ``-suffix``, encoded, as far as there are any."""
    text = citation.prefix + citation.exact + citation.suffix
    cited = _whole_words(text, _cited(citation))
    before = _before(text, cited, is_cut=len(citation.prefix) < start_in_article)
    after = _after(text, cited, is_cut=bool(citation.suffix))
    if before:
        yield f"{_encoded(before)}-"
    yield from map(_encoded, _ends(text[cited.start : cited.end]))
    if after:
        yield f"-{_encoded(after)}"


def _cited(citation: Citation) -> Span:
    """The cited words in their context, without spaces at the ends."""
    exact = citation.exact
    start = len(citation.prefix) + len(exact) - len(exact.lstrip())
    return Span(start, start + len(exact.strip()))


def _whole_words(text: str, cited: Span) -> Span:
    """The cited words with the rest of those that they begin and end in."""
    start, end = cited.start, cited.end
    while start > 0 and _is_joined(text, start):
        start -= 1
    while end < len(text) and _is_joined(text, end):
        end += 1
    return Span(start, end)


def _is_joined(text: str, place: int) -> bool:
    """Whether the characters on both sides of a place are of one word, for sure."""
    return all(
        unicodedata.category(character)[0] in "LMN" and not _UNSPACED.match(character)
        for character in text[place - 1 : place + 1]
    )


def _before(text: str, cited: Span, *, is_cut: bool) -> str:
    line = text.rfind("\n", 0, cited.start) + 1
    words = list(_WORD.finditer(text, line, cited.start))
    if line == 0 and is_cut and not text[:1].isspace():
        words = words[1:]  # its beginning may be missing
    return text[words[-CONTEXT_WORDS:][0].start() : cited.start] if words else ""


def _after(text: str, cited: Span, *, is_cut: bool) -> str:
    line_end = text.find("\n", cited.end)
    words = list(_WORD.finditer(text, cited.end, len(text) if line_end < 0 else line_end))
    if line_end < 0 and is_cut and not text[-1:].isspace():
        words = words[:-1]
    return text[cited.end : words[:CONTEXT_WORDS][-1].end()] if words else ""


def _ends(text: str) -> list[str]:
    """All of a short text; the first and the last words of a long one, or one of several lines."""
    first, *rest = text.splitlines()
    words = list(_WORD.finditer(text))
    if not rest and len(words) <= MOST_WORDS:
        return [text]
    last = rest[-1] if rest else text
    opening, closing = list(_WORD.finditer(first)), list(_WORD.finditer(last))
    return [
        first[: opening[:END_WORDS][-1].end()],
        last[closing[-END_WORDS:][0].start() :],
    ]


def _encoded(term: str) -> str:
    """A term with nothing in it that a directive reads: no comma, ampersand or dash."""
    return quote(" ".join(term.split()), safe="", errors="replace").replace("-", "%2D")
