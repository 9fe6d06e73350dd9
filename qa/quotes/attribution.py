"""Who says it: from a place in an article to the source, its fullest name and the cue.

A quotation is somebody's by its own sentence ("…," X said), by the sentence before ("X was blunt.
“…”"), or because the speaker of the quotation before goes on. Words outside quotation marks are
somebody's where a cue in their sentence reports them, and otherwise the reporter's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus import Article, Span
from qa.quotes.bearers import name_of
from qa.quotes.cues import key, listed
from qa.quotes.heads import head_name
from qa.quotes.model import Speech
from qa.quotes.narration import BLANK, Narration, narration_of, tokens_of_phrase
from qa.quotes.people import fullest, is_person, mentions_of
from qa.quotes.phrases import subject_of
from qa.quotes.quotations import quotations_in
from qa.quotes.sources import Report, reports_of

_BESIDE = re.compile(
    r"[\"”»'’]*[\s,—–―-]*(?:(?:as|and|then|but|y|como) )?[\"”»'’]*\s*(?:[\w]+ly )?$"
)
_OWN_WORDS: Speech = "own_words"
MOSTLY = 0.5
"""The share of a stretch that must be quoted for it to be a quotation."""
_JOINING = frozenset("and but then y pero".split())
_BEHIND_DASH = re.compile(r"[—–―-]+\s*(?P<name>[^\W\d_a-z][^\n—–―:;]{2,60})$")
_ASKING = frozenset("ask wonder inquire question press demand".split())
_CONTRAST = re.compile(r"; |, (?:but|while|whereas|although|though|pero|mientras) ")


@dataclass(frozen=True, slots=True)
class Said:
    """Who says a stretch of an article, as the article has it."""

    source: Span | None
    """The words that name the source next to it: "she", "Pantoja", "the anti-drug police chief"."""
    name: Span | None
    """Where the article names that source most fully, without titles; a role or an unnamed source
    that nobody can be named for, itself; ``None`` when it can't be told."""
    speaker: str | None
    """The text of ``name``."""
    cue: Span | None
    """The words that say so: "said", "according to"."""
    speech: Speech
    in_quotation_marks: bool
    """All of its words stand inside quotation marks."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A source and its cue; the cue is ``None`` where the words around only suggest the source."""

    source: Span | None
    cue: Span | None
    base: str = ""


NOBODY = _Found(None, None)


@lru_cache(maxsize=4096)
def who_says(article: Article, span: Span) -> Said:
    """Find out who says a stretch of an article.

    Args:
        article: The article; what was worked out about it is kept for the next question.
        span: A place in its text. One that reaches over "she said" between two halves of a
            quotation is the quotation's speaker's.

    Returns:
        ``speech`` is ``own_words`` where nothing attributes the words to anybody. A quotation
        that nobody is named for is ``direct`` without a source.
    """
    quoted = quoted_share(article.text, span)
    is_quotation = quoted >= MOSTLY
    found, speech = NOBODY, _OWN_WORDS
    if not is_quotation or not _begins_quoted(article.text, span):
        found = _of_report(article, span)
        speech = "reported" if found.source else _OWN_WORDS
    if is_quotation and found.source is None:
        found, speech = _of_quotation(article, span), "direct"
    name = name_of(article, found.source) if found.source else None
    speaker = article.text[name.start : name.end] if name else None
    return Said(found.source, name, speaker, found.cue, speech, quoted >= 1.0)


def _begins_quoted(text: str, span: Span) -> bool:
    """Whether the first letter of a stretch stands inside quotation marks."""
    first = next((at for at in range(span.start, span.end) if text[at].isalnum()), span.start)
    return narration_of(text).text[first : first + 1] == BLANK


def quoted_share(text: str, span: Span) -> float:
    """The share of a stretch's letters that stand inside quotation marks."""
    quotations = [
        one for one in quotations_in(text) if one.start < span.end and span.start < one.end
    ]
    letters = [
        any(one.start <= place < one.end for one in quotations)
        for place in range(span.start, span.end)
        if text[place].isalnum()
    ]
    return sum(letters) / len(letters) if letters else 0.0


def _of_quotation(article: Article, span: Span) -> _Found:
    """The attribution of the quotation of which a stretch has most."""
    quotations = narration_of(article.text).quotations
    shares = [min(one.end, span.end) - max(one.start, span.start) for one in quotations]
    number = max(range(len(shares)), key=lambda one: (shares[one], -one), default=-1)
    if number < 0 or shares[number] <= 0:
        return _of_report(article, span)  # the name of a book or a programme
    return _attributions(article)[number]


@lru_cache(maxsize=64)
def _attributions(article: Article) -> tuple[_Found, ...]:
    """Who says each quotation of an article's narration."""
    found: list[_Found] = []
    for number in range(len(narration_of(article.text).quotations)):
        found.append(_attribution(article, number, found))  # each may lean on those before it
    return tuple(found)


def _attribution(article: Article, number: int, known: Sequence[_Found]) -> _Found:
    """Who says a quotation: by its own sentence, or by what comes before it."""
    text = article.text
    narration = narration_of(text)
    quotation = narration.quotations[number]
    if quotation.is_continued and number:
        return known[number - 1]
    at = narration.sentence_at(quotation.start)
    report = _beside(text, number, at)
    if report:
        return _Found(report.source, report.cue, report.base)
    sentence = narration.sentences[at]
    before = narration.text[sentence.start : quotation.start].rstrip(" \"“«'‘")
    if before.endswith(":") and (found := _from_subject(article, at)):
        return found
    if not _stands_alone(narration, sentence, quotation.end):
        return NOBODY
    return _behind_dash(narration, quotation.end) or _running(article, at, known)


def _stands_alone(narration: Narration, sentence: Span, end: int) -> bool:
    """Whether nothing but quotations is in a sentence, or only an aside behind a dash."""
    outside = narration.text[sentence.start : sentence.end].replace(BLANK, "")
    told = [key(word) for word in re.findall(r"[^\W\d_]+", outside)]
    if all(word in _JOINING or word in listed("spanish") for word in told):
        return True
    before = narration.text[sentence.start : end].replace(BLANK, "")
    after = narration.text[end : sentence.end]
    return not re.search(r"\w", before) and bool(re.match(r"[\"”»'’]+\s*(?:[—–―]|-+\s)", after))


def _behind_dash(narration: Narration, end: int) -> _Found | None:
    """The name in a line of its own behind a quotation: "— Clinton."."""
    at = narration.paragraph_at(end)
    is_last = not re.search(r"\w", narration.text[end : narration.paragraphs[at].end])
    if not is_last or at + 1 == len(narration.paragraphs):
        return None
    following = narration.paragraphs[at + 1]
    written = narration.text[following.start : following.end].rstrip(".")
    match = _BEHIND_DASH.match(written)
    if not match:
        return None
    start = following.start + match.start("name")
    return _Found(
        Span(start, start + len(match["name"])), Span(following.start, following.start + 1)
    )


def _beside(text: str, number: int, at: int) -> Report | None:
    """The report in a quotation's own sentence that it belongs to."""
    narration = narration_of(text)
    quotation = narration.quotations[number]
    reports = [one for one in reports_of(text)[at] if one.source]
    behind = [one for one in reports if one.start >= quotation.end]
    before = [one for one in reports if one.cue.end <= quotation.start]
    adjacent = behind[0] if behind and "saying" in behind[0].kinds else None
    if adjacent and _BESIDE.match(narration.text, quotation.end, adjacent.start):
        is_led = (
            bool(before)
            and narration.text[before[-1].cue.end : quotation.start].strip(" \"“«'‘:,") == ""
        )
        if not is_led or text[quotation.end - 1] in ",?!—":
            return adjacent
    told = [one for one in before if one.kinds != {"thinking"}]
    if told:
        return told[-1]
    for report in reversed(behind):
        gap = text[quotation.end : report.start].rstrip("\"”»'’ ")
        if report.is_according or ("saying" in report.kinds and gap.endswith(",")):
            return report
    return None


def _running(article: Article, at: int, known: Sequence[_Found]) -> _Found:
    """Who goes on speaking, where a quotation's sentence has nothing else in it."""
    narration = narration_of(article.text)
    paragraph = narration.paragraphs[narration.paragraph_at(narration.sentences[at].start)]
    for earlier in range(at - 1, -1, -1):
        sentence = narration.sentences[earlier]
        if sentence.start < paragraph.start:
            return _from_paragraph_before(article, earlier, known)
        found = _from_sentence(article, earlier, known) or _from_subject(article, earlier)
        if found:
            return found
    return NOBODY


def _from_sentence(article: Article, at: int, known: Sequence[_Found]) -> _Found | None:
    """Who speaks in a sentence; ``None`` where it is nobody."""
    narration = narration_of(article.text)
    sentence = narration.sentences[at]
    inside = [
        number for number, one in enumerate(narration.quotations)
        if sentence.start <= one.start < sentence.end
    ]  # fmt: skip
    if inside:
        found = known[inside[-1]]
        if found.source:
            return found
    ends_with_colon = narration.text[sentence.start : sentence.end].endswith(":")
    for report in reversed(reports_of(article.text)[at]):
        if report.source and (ends_with_colon or "saying" in report.kinds):
            return _Found(report.source, report.cue, report.base)
    return None


def _from_subject(article: Article, at: int) -> _Found | None:
    """The subject of a sentence, where it is somebody."""
    narration = narration_of(article.text)
    subject = subject_of(narration.tokens[at])
    sentence = narration.sentences[at]
    if subject is None and ":" in narration.text[sentence.start : sentence.end]:
        names = [Span(one.start, one.end) for one in mentions_of(article.text, sentence)]
        people = [one for one in names if is_person(article, fullest(article, one))]
        return _Found(people[0], None) if len(people) == 1 else None
    if subject is None:
        return None
    tokens = tokens_of_phrase(article.text, subject)
    is_somebody = tokens[0].key in ("he", "she") or head_name(tokens, article.text)
    return _Found(subject, None) if is_somebody else None


def _from_paragraph_before(article: Article, at: int, known: Sequence[_Found]) -> _Found:
    """Who goes on speaking in a paragraph that begins with a quotation of its own."""
    narration = narration_of(article.text)
    sentence = narration.sentences[at]
    found = _from_sentence(article, at, known)
    if narration.text[sentence.start : sentence.end].endswith(":"):
        return found or _from_subject(article, at) or NOBODY
    if found is None:
        return NOBODY
    last = narration.quotations[len(known) - 1].end if known else 0
    asked = last > 0 and article.text[last - 1] == "?"
    return NOBODY if asked and found.base in _ASKING else found


def _dropped(article: Article, at: int, report: Report) -> _Found:
    """Who is meant where a verb has no subject of its own: whoever spoke in the sentence before."""
    if at == 0:
        return NOBODY
    found = _from_sentence(article, at - 1, _attributions(article))
    found = found or _from_subject(article, at - 1)
    return _Found(found.source, report.cue, report.base) if found else NOBODY


def _of_report(article: Article, span: Span) -> _Found:
    """The source of words outside quotation marks."""
    text = article.text
    narration = narration_of(text)
    if not narration.sentences:
        return NOBODY
    at = narration.sentence_at(span.start)
    sentence = narration.sentences[at]
    reports = reports_of(text)[at]
    before = [one for one in reports if one.end <= span.start]
    for report in reversed(before):
        if report.source is None:
            return _dropped(article, at, report)
        if not _CONTRAST.search(narration.text, report.end, span.start):
            return _Found(report.source, report.cue, report.base)
    behind = [one for one in reports if one.start >= span.end and "saying" in one.kinds]
    behind = [one for one in behind if one.source]
    for report in reversed(behind):
        gap = text[sentence.start : report.start].rstrip("\"”»'’ ")
        if report.is_according or gap.endswith(","):
            return _Found(report.source, report.cue, report.base)
    return NOBODY
