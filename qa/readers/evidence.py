"""What in a sentence can answer a question of a kind: names, dates, numbers, places, reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus import Article, Span, folded_words
from index import terms_of
from qa.answers.names import known_names
from qa.questions import Question

_UPPER = "A-ZÀ-ÖØ-Þ"
_PARTICLES = "de|del|la|las|los|van|von|der|bin|al|y|da|dos"
_NAME = re.compile(rf"(?<!\w)[{_UPPER}][\w'’.-]*(?:\s+(?:(?:{_PARTICLES})\s+)*[{_UPPER}][\w'’-]*)*")
_MID_SENTENCE = re.compile(r"(?<=[a-zà-ÿ,;’”\"] )[A-ZÀ-ÖØ-Þ][\w'’-]*")
_LOCATIVE = re.compile(
    r"\b(?:in|at|on|from|to|near|off|via|through|across|into|towards?|around|outside|inside|using|"
    r"by way of|"
    r"en|desde|hacia|hasta|cerca de|por)\s+(?:the\s+|el\s+|la\s+|los\s+|las\s+)?$",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:according to|citing|(?:cited|reported|published|quoted|taken up) by|told|seg[uú]n|"
    r"(?:profile|report|article|story|interview) (?:by|in|with)|"
    r"citado por|publicado por)\s+"
    r"(?:(?:the|a|el|la|los|las|its|news|newspaper|daily|paper|agency|site|outlet|magazine|website|"
    r"diario|peri[oó]dico|sitio|de noticias|agencia|revista)\s+)*$",
    re.IGNORECASE,
)
_ASKS_SOURCE = re.compile(
    r"\b(?:said|say|says|told|tell|report(?:ed|s)?|wr[io]te|written|announced?|published|according|"
    r"dijo|inform[oó]|public[oó]|escribi[oó])\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:,|,?\s+(?:and|or|y|o))\s+$")
_OF = re.compile(r"\b(?:of|de|del) (?:the |la |el )?$")
_REPORTS = re.compile(
    r"^,?\s+(?:has\s+|had\s+|also\s+|later\s+)*"
    r"(?:report(?:ed|s)|said|says|wrote|writes|told|according|informó|dijo|publicó)\b"
)
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|"
    "septiembre|octubre|noviembre|diciembre"
)
_DATE = re.compile(
    rf"\b(?:1[0-9]\d\d|20\d\d)s?\b|\b(?:{_MONTHS})\b\.?\s*\d|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:de\s+)?(?:of\s+)?(?:{_MONTHS})\b|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d(?:th|st|nd) century|"
    r"\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b",
    re.IGNORECASE,
)
_CALENDAR = re.compile(rf"(?:{_MONTHS}|\w+day)", re.IGNORECASE)
_OF_A_PEOPLE = re.compile(r"\w{2,}(?:ian|ean|ican|ese|ish)")
_IN_PLACE = re.compile(rf"\bin ((?:the )?[{_UPPER}][\w'’-]+(?: [{_UPPER}][\w'’-]+)*)")
_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion half third quarter dozen dozens hundreds thousands twice "
    "once uno dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien mil "
    "millon millones medio doble"
).split()
_NUMBER = re.compile(rf"\b\d[\d.,]*\d?\b|\b(?:{'|'.join(_NUMBER_WORDS)})\b", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:how many|cu[aá]nt[oa]s) (?:\w+ )?(\w+)", re.IGNORECASE)
COUNTED_WITHIN = 60
"""Characters behind a number in which the thing that it counts is named."""
_REASON = re.compile(
    r"\b(?:because|since|due to|so that|in order to|owing to|thanks to|as a result|reason|why|"
    r"after|caused|led to|prompt|porque|debido a|ya que|a causa de|para que)\w*\b",
    re.IGNORECASE,
)


def answers_kind(question: Question, sentence: str, article: Article) -> float:
    """Whether the sentence holds something of the kind that the question asks for.

    Returns:
        1.0 when it does, 0.0 when it does not, 0.5 when the kind can't be told from the words.
    """
    if question.kind == "number":
        return _counts(question, sentence, article)
    if question.kind == "date":
        return float(_has_new(_DATE, sentence, question))
    if question.kind == "reason":
        return float(_REASON.search(sentence) is not None)
    if question.kind in ("person", "place"):
        return float(_has_new_name(question, sentence, article))
    return 0.5


def _counts(question: Question, sentence: str, article: Article) -> float:
    """1.0 for a number before the thing that is counted, 0.5 for one elsewhere, 0.0 for none."""
    if not _has_new(_NUMBER, sentence, question):
        return 0.0
    counted = _COUNTED.search(question.text)
    if counted is None:
        return 1.0
    wanted = set(terms_of(counted.group(1), article.language))
    for number in _NUMBER.finditer(sentence):
        following = folded_words(sentence[number.end() : number.end() + COUNTED_WITHIN])
        if wanted & set(terms_of(" ".join(following[:4]), article.language)):
            return 1.0
    return 0.5


def _has_new(pattern: re.Pattern[str], sentence: str, question: Question) -> bool:
    asked = set(folded_words(question.text))
    return any(not set(folded_words(m.group())) <= asked for m in pattern.finditer(sentence))


def is_fitting_name(question: Question, article: Article, sentence: Span, answer: Span) -> bool:
    """Whether an answer to "who" or "where" is, or holds, a name that can be meant.

    Args:
        question: What is asked.
        article: Whose text the spans count into.
        sentence: The sentence around the answer.
        answer: The words in question.

    Returns:
        False for whom the question names itself, for a newspaper that only reports it, for a
        people's adjective; for "who", for what only belongs to a name ("president of Peru"); for
        "where", for a name that no place is given by.
    """
    written = article.text[sentence.start : sentence.end]
    return any(
        sentence.start + start < answer.end
        and answer.start < sentence.start + end
        and (is_placed if question.kind == "place" else not _OF.search(written, 0, start))
        for start, end, is_placed in _new_names(question, written, article)
    )


def _has_new_name(question: Question, sentence: str, article: Article) -> bool:
    return any(True for _ in _new_names(question, sentence, article))


def _new_names(
    question: Question, sentence: str, article: Article
) -> Iterator[tuple[int, int, bool]]:
    """Names that the question does not give, under any of their forms, in a fitting position.

    Whoever the question names, under whatever name, is not whom it asks for. A place follows a
    preposition of place and a person does not; who only reports is asked for by few questions.

    Yields:
        Start and end in the sentence, and whether it is a place by its position.
    """
    known = known_names(question, article)
    seen = _seen_as_names(article.text)
    asks_source = _ASKS_SOURCE.search(question.text) is not None
    after_place = False
    for match in _NAME.finditer(sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        name = match.group()
        if match.start() == 0 and name.split()[0] not in seen:
            continue
        joined = after_place and _JOINED.search(before) is not None
        after_place = joined or _LOCATIVE.search(before) is not None
        is_source = not asks_source and (_SOURCE.search(before) or _REPORTS.match(after))
        words = set(folded_words(name)) - known
        if not words or _is_no_name(name, after):
            continue
        is_place = after_place or words <= _places(article.text)
        if question.kind == "place" or not (is_place or is_source):
            yield match.start(), match.end(), is_place


def _is_no_name(name: str, after: str) -> bool:
    """Whether the capitalised words are an owner's, a month, or a people's adjective."""
    is_owner = after.startswith(("'s", "’s")) or name.endswith(("'s", "’s"))
    return is_owner or bool(
        _CALENDAR.fullmatch(name) or (_OF_A_PEOPLE.fullmatch(name) and after[1:2].islower())
    )


@lru_cache(maxsize=512)
def _places(text: str) -> frozenset[str]:
    """The words of names that the article somewhere says something is in: places, not persons."""
    return frozenset(
        word for match in _IN_PLACE.finditer(text) for word in folded_words(match.group(1))
    )


@lru_cache(maxsize=512)
def _seen_as_names(text: str) -> frozenset[str]:
    """Words with a capital inside a sentence: capitals at its start say nothing."""
    return frozenset(_MID_SENTENCE.findall(text))
