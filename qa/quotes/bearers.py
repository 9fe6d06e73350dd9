"""Whom a source means: the name in it, whom a pronoun stands for, who bears a role.

All of it fails closed: where two could be meant, nobody is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus import Article, Span
from qa.answers.mentions import mentions_in
from qa.quotes.heads import head_name
from qa.quotes.narration import Token, narration_of, tokens_of_phrase
from qa.quotes.people import (
    fullest,
    gender_of,
    is_person,
    mentions_of,
    role_words,
    roles_in,
    words_of_name,
)
from qa.quotes.phrases import subject_of
from qa.quotes.sources import reports_of

SENTENCES_BACK = 8
"""A pronoun that reaches back further stands for somebody whom the reader no longer sees."""
_PRONOUNS = {"ella": "she", "his": "he", "her": "she"}
_INDEFINITE = frozenset("a an one another some several many two three most other un una".split())


@lru_cache(maxsize=4096)
def name_of(article: Article, source: Span) -> Span | None:
    """Where an article names a source most fully.

    Returns:
        The place of the name, without titles; of the source itself where it is a role, a group
        or somebody unnamed; ``None`` for a pronoun that can't be resolved.
    """
    tokens = tokens_of_phrase(article.text, source)
    if not tokens:
        return None
    pronoun = _PRONOUNS.get(tokens[0].key, tokens[0].key)
    if len(tokens) == 1 and (tokens[0].tag == "pronoun" or pronoun != tokens[0].key):
        return _pronoun(article, source, pronoun)
    found = head_name(tokens, article.text)
    if found is None:
        return _of_role(article, source, tokens) or source
    return fullest(article, found)


def _pronoun(article: Article, place: Span, pronoun: str) -> Span | None:
    """Whom "he" or "she" stands for; ``None`` for other pronouns, and where it can't be told."""
    if pronoun not in ("he", "she"):
        return None
    while True:
        found = _antecedent(article, place, pronoun)
        if found is None or _is_pronoun(article, found) is None:
            return found
        place = found  # "he" again, further up: whoever is meant there


def _is_pronoun(article: Article, phrase: Span) -> str | None:
    """The pronoun that a phrase is, if it is one."""
    tokens = tokens_of_phrase(article.text, phrase)
    return tokens[0].key if len(tokens) == 1 and tokens[0].tag == "pronoun" else None


def _antecedent(article: Article, place: Span, pronoun: str) -> Span | None:
    """The name that a pronoun takes up, or the same pronoun before it."""
    narration = narration_of(article.text)
    number = narration.sentence_at(place.start)
    for one in _before_in_sentence(article.text, number, place.start):
        if found := _fitting(article, one, pronoun):
            return found
    for earlier in range(number - 1, max(-1, number - 1 - SENTENCES_BACK), -1):
        is_told, found = _in_sentence(article, earlier, pronoun)
        if is_told:
            return found
    return None


def _before_in_sentence(text: str, number: int, before: int) -> Iterator[Span]:
    """The sources and the subject of a sentence before a place, nearest first."""
    for report in reversed(reports_of(text)[number]):
        if report.source and report.source.end <= before:
            yield report.source
    subject = subject_of(narration_of(text).tokens[number])
    if subject and subject.end <= before:
        yield subject


def _in_sentence(article: Article, number: int, who: str) -> tuple[bool, Span | None]:
    """Whether a sentence settles whom a pronoun behind it stands for, and the words that do."""
    narration = narration_of(article.text)
    tokens = narration.tokens[number]
    end = narration.sentences[number].end
    for one in _before_in_sentence(article.text, number, end):
        if same := _is_pronoun(article, one):
            if same == who:
                return True, one
            continue
        if found := _fitting(article, one, who):
            return True, found
    if any(_PRONOUNS.get(token.key, token.key) == who for token in tokens):
        return False, None  # whom it stands for there was named before
    sentence = narration.sentences[number]
    others = [Span(one.start, one.end) for one in mentions_of(article.text, sentence)]
    named = {fullest(article, one) for one in others}
    fitting = {one for one in named if _fitting(article, one, who)}
    sure = {one for one in fitting if gender_of(article.text, words_of_name(article, one)) == who}
    chosen = sure or fitting
    if not chosen:
        return False, None
    return True, next(iter(chosen)) if len(chosen) == 1 else None


def _fitting(article: Article, source: Span, who: str) -> Span | None:
    """The fullest name in a phrase, if a person of that gender can bear it."""
    name = head_name(tokens_of_phrase(article.text, source), article.text)
    if name is None:
        return None
    full = fullest(article, name)
    if not is_person(article, full) or not _is_surely_name(article, name, full):
        return None
    gender = gender_of(article.text, words_of_name(article, full))
    return full if gender in (None, who) else None


def _is_surely_name(article: Article, name: Span, full: Span) -> bool:
    """Whether a name is one, and no word that has its capital from the start of a sentence."""
    mentions = mentions_in(article.text)
    words = words_of_name(article, full)
    if not any(one.start <= name.start < one.end for one in mentions):
        return False
    return len(words) > 1 or any(one.words == words and not one.opens_sentence for one in mentions)


def _of_role(article: Article, source: Span, tokens: Sequence[Token]) -> Span | None:
    """The one person whom the article gives a role: "the senator"; ``None`` where two have it."""
    if tokens[0].tag != "determiner" or tokens[0].key in _INDEFINITE:
        return None
    words = role_words(tokens)
    if not words or any(token.key.endswith("'s") for token in tokens):
        return None
    bearers = [(name, roles) for name, roles in roles_in(article) if name.start < source.start]
    having = [name for name, roles in bearers if set(words) <= roles]
    if len(having) == 1:
        return having[0]
    return None
