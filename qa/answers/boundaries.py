"""Where an answer begins and ends: whole words, names and amounts, without what hangs on them."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus import Article, Span, folded_words
from qa.answers.mentions import Mention, listed, mentions_in, words_in_small_letters
from qa.days import days_in
from qa.numbers import numbers_in
from qa.values import ATTACHED_KINDS, unit_end, values_in

_INSIDE_WORD = re.compile(r"\w|(?<=\w)[\u00ad\u0300-\u036f\u200b-\u200d](?=\w)")
_CLAUSE = (
    r"(?:he|she|it|they|we|i|you|there|the|an?|his|her|its|their|this|these|is|was|are|were|has|"
    r"had|have|will|would|can|could|may|might|not|no)\b"
)
_HANGING = re.compile(
    rf"(?:(?:that|which)\s+(?={_CLAUSE})|(?:and|but|or|nor|of|than|y|e|pero|o|ni|de|del)\s+(?=\S))",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"(?:by|in|on|at|from|to|with|since|for|por|en|a|desde|con|el|al)\s+(?=\S)", re.IGNORECASE
)
_PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", "‘": "’"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_LEADING = ",;:.!?…-–—*•·)]}”»"
_TRAILING = ",;:!?…-–—*•·([{“«"
_ABBREVIATION = re.compile(r"(?:\b[^\W\d_]\.(?:[^\W\d_]\.)+|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|No|St)\.)$")
MAX_ROUNDS = 6
"""Each step can make room for another; after so many nothing changes any more."""

Step = Callable[[Article, Span, Span], Span]


def tidy_span(article: Article, answer: Span, sentence: Span) -> Span:
    """The answer with the boundaries that a person would give it.

    Args:
        article: Whose text the spans count into.
        answer: What a reader found.
        sentence: The sentence around it; the result stays inside.

    Returns:
        Words, names and amounts are whole; a leading conjunction, trailing punctuation and a
        quotation mark or bracket without its other half are gone. Never empty, unless the
        sentence is; tidying twice changes nothing.
    """
    inside = _clamped(article.text, answer, sentence)
    for _ in range(MAX_ROUNDS):
        before = inside
        for step in (_whole_words, _trimmed, _whole_names, _whole_amounts, _trimmed):
            inside = step(article, inside, sentence)
        if inside == before:
            break
    return inside


def _clamped(text: str, answer: Span, sentence: Span) -> Span:
    """The part of the answer inside the sentence; the sentence where nothing is left."""
    start, end = max(answer.start, sentence.start), min(answer.end, sentence.end)
    return Span(start, end) if re.search(r"\w", text[start:end]) else sentence


def _whole_words(article: Article, answer: Span, sentence: Span) -> Span:
    """Widen to the borders of the words, and of the numbers with their separators."""
    text, start, end = article.text, answer.start, answer.end
    while start > sentence.start and _is_cut(text, start):
        start -= 1
    while end < sentence.end and _is_cut(text, end):
        end += 1
    return Span(start, end)


def _is_cut(text: str, place: int) -> bool:
    """Whether a word or a number goes on across a place."""
    if place <= 0 or place >= len(text):
        return False
    if _INSIDE_WORD.match(text, place) and _INSIDE_WORD.match(text, place - 1):
        return not _is_run_together(text, place)
    around = text[max(0, place - 2) : place + 2]
    return bool(
        (text[place] in ".," and re.search(r"\d[.,]\d$", text[max(0, place - 1) : place + 2]))
        or (text[place - 1] in ".," and re.match(r"\d[.,]\d", around))
    )


def _is_run_together(text: str, place: int) -> bool:
    """Whether a figure and a word of three letters or more stand there without a space."""
    before, after = text[max(0, place - 3) : place], text[place : place + 3]
    if before[-1:].isdigit() == after[:1].isdigit():
        return False
    word = before if after[:1].isdigit() else after
    return len(word) == 3 and word.isalpha()


def _whole_names(article: Article, answer: Span, sentence: Span) -> Span:
    """Widen to the names of which the answer's first and last words are parts."""
    start, end = answer.start, answer.end
    for mention in mentions_in(article.text):
        cuts = mention.start < end and start < mention.end
        if not cuts or mention.start < sentence.start or mention.end > sentence.end:
            continue
        if mention.start < start and _belongs(article.text, mention, mention.start, start):
            start = mention.start
        alone = start <= mention.start and _is_a_name_alone(article.text, mention.start, end)
        if mention.end > end and not alone and _belongs(article.text, mention, end, mention.end):
            end = mention.end
    return Span(start, end)


def _is_a_name_alone(text: str, start: int, end: int) -> bool:
    """Whether the one word with which a name begins is somebody's whole name elsewhere.

    Then what follows it here rather names a thing: Trump, and Trump Tower.
    """
    words = tuple(folded_words(text[start:end]))
    return len(words) == 1 and any(mention.words == words for mention in mentions_in(text))


def _belongs(text: str, mention: Mention, start: int, end: int) -> bool:
    """Whether the part of a name that an answer leaves out is more than a common noun.

    "Croton" answers "which aqueduct?", though "Croton Aqueduct" stands there. What is written in
    small letters elsewhere, or in capitals like all around it, is no part of a name either.
    """
    words = folded_words(text[start:end])
    common = listed("organisations") | listed("openers") | words_in_small_letters(text)
    allowed = listed("particles") | listed("beginnings")
    shouted = text[mention.start : mention.end].isupper() and len(mention.words) > 2
    return not shouted and all(word in allowed or word not in common for word in words)


def _whole_amounts(article: Article, answer: Span, sentence: Span) -> Span:
    """Widen to the whole of a date or amount that the answer cuts.

    A number keeps its sign, its scale and its unit, but not what it counts: "60" of "60
    prosecutors" answers "how many".
    """
    text = article.text[sentence.start : sentence.end]
    start, end = answer.start - sentence.start, answer.end - sentence.start
    taken = [(found.start, found.end) for found in days_in(text, article.language)]
    # A year or a month alone may be all that is asked for; a day needs the rest.
    places = [place for place in taken if _names_a_day(text[max(start, place[0]) : end])]
    places += [
        (value.start, value.end)
        for value in values_in(text, article.language)
        if value.kind in ATTACHED_KINDS
    ]
    places += [
        (number.start, unit_end(text, number.end))
        for number in numbers_in(text, article.language)
        if not any(number.start < last and first < number.end for first, last in taken)
    ]
    for first, last in places:
        if first < end and start < last:
            start, end = min(start, first), max(end, last)
    return Span(start + sentence.start, end + sentence.start)


def _names_a_day(part: str) -> bool:
    return bool(re.search(r"(?<!\d)\d{1,2}(?!\d)", part))


def _trimmed(article: Article, answer: Span, sentence: Span) -> Span:
    """Drop what hangs on at the ends, as long as a word remains."""
    text, start, end = article.text, answer.start, answer.end
    while True:
        kept = _without_lead(article, start, end), _without_tail(text, start, end)
        if kept == (start, end) or not re.search(r"\w", text[slice(*kept)]):
            return Span(start, end)
        start, end = kept


def _without_lead(article: Article, start: int, end: int) -> int:
    text = article.text
    first = text[start]
    if first.isspace() or first in _LEADING or _is_single(text, start, end, start):
        is_sign = first in "-–" and text[start + 1 : start + 2].isdigit()
        return start if is_sign else start + 1
    if hanging := _HANGING.match(text, start, end):
        return start if text[start].isupper() else hanging.end()
    preposition = _PREPOSITION.match(text, start, end)
    if preposition and not text[start].isupper() and _is_one_thing(article, preposition.end(), end):
        return preposition.end()
    return start


def _without_tail(text: str, start: int, end: int) -> int:
    last = text[end - 1]
    if last.isspace() or last in _TRAILING or _is_single(text, start, end, end - 1):
        return end - 1
    is_abbreviated = last == "." and _ABBREVIATION.search(text, start, end)
    return end - 1 if last == "." and not is_abbreviated else end


def _is_single(text: str, start: int, end: int, place: int) -> bool:
    """Whether a bracket or quotation mark at a place has no other half in the answer."""
    mark, within = text[place], text[start:end]
    if mark in "\"'":
        other = within.count(mark)
        return other % 2 == 1 if mark == '"' else other == 1 and place == start
    if mark == "’" and place > start and text[place - 1].isalpha() and "‘" not in within:
        return False  # The apostrophe of "the kings’".
    if mark in _PAIRS:
        return within.count(mark) > within.count(_PAIRS[mark])
    return mark in _CLOSING and within.count(mark) > within.count(_CLOSING[mark])


def _is_one_thing(article: Article, start: int, end: int) -> bool:
    """Whether a place of the text is just a name, a date or a number."""
    text = article.text[start:end].rstrip(" .,;:")
    end = start + len(text)
    if any((found.start, found.end) == (start, end) for found in mentions_in(article.text)):
        return True
    values = values_in(text, article.language)
    return len(values) == 1 and (values[0].start, values[0].end) == (0, len(text))
