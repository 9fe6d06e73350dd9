"""What of the sentence a quotation leaves out before and after, and whether that turns its meaning.

Cropping is the commonest distortion: every word is right, and "I don't believe that" is gone. Only
what governs the quoted words counts: a negation, a condition or an attitude in the same clause and
inside the same quotation marks. "She said" outside the marks is no part of what she said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import Span
from qa.quotes.compare import Comparison
from qa.quotes.lexicon import is_negator, listed
from qa.quotes.model import Change, Cropped
from qa.quotes.occurrences import sentence_around
from qa.quotes.parts import change_at
from qa.quotes.quotations import quotations_in
from qa.quotes.words import GAP, Token, tokens_of
from qa.values import values_in

MOST_WORDS_BEFORE = 12
"""A negation or attitude further away governs something else, as a rule."""
AND = ("and", "y")
"""Behind it something new is said."""
_CLAUSE_ENDS = re.compile(r"[;:–—\"“”«»]|--|, (?:but|and|so|yet|pero|y|and then)\b|[.!?]\W*$", re.I)
_CLAUSE_ENDS_AFTER = re.compile(r"[;:–—\"“”«»]|--|[.!?]")
_CLAIM_THAT = re.compile(
    r"\b(?:idea|notion|theory|myth|lie|fiction|fantasy|suggestion|claim|charge|allegation|"
    r"rumou?rs?|perception|assumption|possibility|chance|teoría|mentira|acusación)"
    r" (?:that|de que)\b",
    re.I,
)
"""What follows is spoken of, not said."""
_BEFORE_NUMBER = re.compile(
    r"(?<!\w)(?:about|some|around|nearly|almost|roughly|approximately|over|under|up to|just|only|"
    r"at (?:least|most)|(?:more|less|fewer) than|as (?:many|much|few|little) as|close to|estimated|"
    r"unos|unas|casi|apenas|s[oó]lo|solamente|hasta|(?:al|por lo) menos|m[aá]s de|menos de|"
    r"cerca de|alrededor de|aproximadamente)\s+(?:an? |the |[$€£])?$",
    re.I,
)
_BEFORE_ANY = re.compile(
    r"(?<!\w)(?:almost|nearly|virtually|practically|partly|half|far from|anything but|so-called|"
    r"some|many|most|several|few|certain|"
    r"casi|pr[aá]cticamente|algun[oa]s|much[oa]s|vari[oa]s|ciert[oa]s)\s+$",
    re.I,
)
_HEDGE_AFTER = re.compile(
    r",? (?:I (?:do not |don['’]t )?(?:think|guess|suppose|believe|hope|imagine|assume)|perhaps|"
    r"maybe|possibly|probably|allegedly|supposedly|reportedly|apparently|in my (?:opinion|view)|"
    r"or (?:so|more|less|fewer)|creo|quiz[aá]s?|tal vez|o m[aá]s|supuestamente)"
    r"(?=\s*(?:[.,;:!?)\"”»—–]|$))",
    re.I,
)
_CONDITION_AFTER = re.compile(
    r"\W*(?:only |but only |except |even )*(?:if|unless|provided|as long as|except|assuming|"
    r"si|salvo|a menos que|siempre que)\b",
    re.I,
)
_DENIAL_AFTER = re.compile(
    r",? (?:(?:but|though|although|yet)? ?(?:not|never)\b|(?:is|was|are|were|would be)"
    r"(?: (?:just|simply|plain|totally|completely|absolutely|clearly|utterly|so|really|all|also))*"
    r" (?:not|never|false|untrue|inaccurate|wrong|nonsense|absurd|ridiculous|crazy|an? (?:lie|"
    r"myth))\b|(?:isn|wasn|aren|weren|wouldn)['’]t\b|(?:es|era) (?:falso|mentira)\b)",
    re.I,
)


def cropped(text: str, place: Span, sentence: Span) -> Cropped:
    """How many words of the sentence stand before and after the located source."""
    before = _words(text[sentence.start : place.start])
    after = _words(text[place.end : sentence.end])
    return Cropped(len(before), len(after))


def turning_crops(comparison: Comparison, judged: Span | None = None) -> tuple[Change, ...]:
    """The crops that turn the meaning, as changes of kind ``dropped``.

    Args:
        comparison: The located quotation.
        judged: The cue where a speaker is claimed: whether that one says it is judged apart, so
            up to behind the cue nothing is missing.
    """
    text, place = comparison.article.text, comparison.place
    said = statement_of(text, place, sentence_around(comparison.sentences, place))
    if judged and said.start <= judged.start and judged.end <= place.start:
        said = Span(judged.end, said.end)
    found = []
    start = _governing_start(text, said, place)
    if start is None:
        start = _qualifying_start(comparison, said)
    if start is not None:
        found.append(_dropped(comparison, Span(start, place.start), at=0))
    if (end := _governing_end(text, said, place)) is not None:
        found.append(_dropped(comparison, Span(place.end, end), at=len(comparison.texts.quote)))
    return tuple(found)


def statement_of(text: str, place: Span, sentence: Span) -> Span:
    """The part of the sentence that one voice says: inside quotation marks, up to these."""
    for quotation in quotations_in(text):
        if quotation.start <= place.start and place.end <= quotation.end:
            return Span(max(sentence.start, quotation.start), min(sentence.end, quotation.end))
    return sentence


def _words(text: str) -> Sequence[Token]:
    return [token for token in tokens_of(text) if token.key != GAP]


def _governing_start(text: str, said: Span, place: Span) -> int | None:
    """Where what governs the quoted words begins; ``None`` when nothing before them does."""
    before = text[said.start : place.start]
    ends = [match.end() for match in _CLAUSE_ENDS.finditer(before)]
    clause_start = said.start + (ends[-1] if ends else 0)
    words = list(_words(text[clause_start : place.start]))
    governing = any(_governs(token.key) for token in words[-MOST_WORDS_BEFORE:])
    if not governing and not _CLAIM_THAT.search(text, clause_start, place.start):
        return None
    return None if words[-1].key in AND else clause_start + words[0].start


def _qualifying_start(comparison: Comparison, said: Span) -> int | None:
    """Where "almost", or "at least" of a number, begins right before the quoted words."""
    article, place = comparison.article, comparison.place
    before = article.text[said.start : place.start]
    found = _BEFORE_ANY.search(before)
    values = values_in(article.text[place.start : place.end], article.language)
    if not found and any(value.start == 0 for value in values):
        found = _BEFORE_NUMBER.search(before)
    return said.start + found.start() if found else None


def _governs(key: str) -> bool:
    lists = ("conditions", "attitudes", "hedges")
    return is_negator(key) or any(key in listed(name) for name in lists)


def _governing_end(text: str, said: Span, place: Span) -> int | None:
    """Where a condition, denial or doubt behind the quoted words ends; ``None`` for none."""
    after = text[place.end : said.end]
    if hedge := _HEDGE_AFTER.match(after):
        return place.end + hedge.end()
    if not (_CONDITION_AFTER.match(after) or _DENIAL_AFTER.match(after)):
        return None
    end = _CLAUSE_ENDS_AFTER.search(after)
    words = _words(after[: end.start()] if end else after)
    return place.end + words[-1].end if words else None


def _dropped(comparison: Comparison, left_out: Span, *, at: int) -> Change:
    source = comparison.article.text[left_out.start : left_out.end]
    trimmed = source.strip()
    start = left_out.start + source.index(trimmed)
    place = (start, start + len(trimmed))
    return change_at(comparison.texts, (at, at), place, kind="dropped", bears_on_meaning=True)
