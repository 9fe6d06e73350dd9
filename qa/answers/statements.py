"""Whether a sentence states what a question asks, with the same roles: who does it, and to whom.

There is no parser here. The question's words must all stand in the sentence in their order, with
nothing between them that could start another statement (``gaps.py``); or in the order of the
other voice ("MacDowell succeeded Caracol", "Caracol was succeeded by MacDowell"), where "was" and
"by" show it. Whatever is not surely the same is no match.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from corpus import Article, Span
from index import terms_of
from qa.answers.asked import Asked
from qa.answers.gaps import (
    DETERMINERS,
    DIRECTED,
    PLACED,
    Gap,
    Token,
    gap_between,
    is_transparent,
    tokens_of,
)
from qa.answers.voices import is_voiced, orders_of

AS_ASKED, EQUIVALENT, SAID_BEFORE = 1.0, 0.8, 0.5
"""What a word of the question counts: standing in the sentence, by a word that says strictly the
same (``equivalents.json``, narrower than ``qa.questions.related``, for which "accused" is as good
as "charged"), or in the sentence or title before, to which a pronoun points."""

Support = Mapping[str, float]
"""For each content word of the question, how well it is supported."""
_HEDGED = frozenset("alleged suspected presumed reported supposed".split())
_PRONOUNS = frozenset("he she it they ella ellos ellas".split())
_CONDITIONS = re.compile(r"\b(?:if|unless|whether|si)\b|\?\W*$", re.IGNORECASE)
_ROLES = (DIRECTED | PLACED | {"of", "de", "del"}) - {"before", "after", "since", "until"}
"""What makes the word behind it part of something else; the others may open a clause."""


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    tokens: list[Token]
    language: str | None


def support_of(
    asked: Asked, article: Article, sentence: Span, before: Span | None
) -> Support | None:
    """How well a sentence supports the words of a question; ``None`` unless it states it.

    Args:
        asked: From ``asked_in``.
        article: Where the sentence stands.
        sentence: The sentence.
        before: The one before it, for what a pronoun at its start points to.
    """
    said = _said(article, sentence)
    if _CONDITIONS.search(said.text) or not said.tokens:
        return None
    found = _stated(asked, said, article, before)
    if found is not None:
        return found
    pointed = _pointed_to(asked, said, article, before)
    return _stated(pointed, said, article, before) if pointed else None


def _said(article: Article, span: Span) -> _Said:
    text = article.text[span.start : span.end]
    return _Said(text, tokens_of(text), article.language)


def _stated(
    asked: Asked, said: _Said, article: Article, before: Span | None
) -> dict[str, float] | None:
    for order, voice, pivot in orders_of(asked):
        for chain in _chains(order, said):
            is_led = voice == "active" and not pivot  # by its doer, whom nobody asks for
            if not (is_led or _starts_well(order[0], chain[0], said)) or not _ends_well(
                chain, said
            ):
                continue
            gaps = [_gap(said, left, right) for left, right in pairwise(chain)]
            if not is_voiced(voice, asked, chain, gaps, said.tokens, pivot):
                continue
            placed = _placed(asked, chain, said, article, before)
            if placed is not None:
                return placed | {
                    token.word: _credit(token, said.tokens[place], said.language)
                    for token, place in zip(order, chain, strict=True)
                }
    return None


def _chains(order: Sequence[Token], said: _Said) -> Iterator[list[int]]:
    """Every way in which the words stand in this order with nothing else between them."""

    def follow(chain: list[int]) -> Iterator[list[int]]:
        if len(chain) == len(order):
            yield chain
            return
        for place in range(chain[-1] + 1 if chain else 0, len(said.tokens)):
            if _credit(order[len(chain)], said.tokens[place], said.language):
                left = said.tokens[chain[-1]] if chain else None
                if left is None or gap_between(said.text, left, said.tokens[place]):
                    yield from follow([*chain, place])

    yield from follow([])


def _gap(said: _Said, left: int, right: int) -> Gap:
    return gap_between(said.text, said.tokens[left], said.tokens[right]) or Gap((), False)


def _starts_well(first: Token, place: int, said: _Said) -> bool:
    """Whether the first word is the start of the statement, not "the brother of" what is asked."""
    place -= 1
    while place >= 0 and first.is_name and _is_part_of_name(said, place):
        place -= 1
    while place >= 0 and said.tokens[place].word in DETERMINERS | _HEDGED:
        place -= 1
    if place < 0:
        return True
    before = said.tokens[place]
    if re.search(r"[,;:“\"]", said.text[before.end : said.tokens[place + 1].start]):
        return True
    is_role = before.word in _ROLES or before.is_owner
    return not is_role and (first.is_name or is_transparent(before.word) or before.word == "that")


def _is_part_of_name(said: _Said, place: int) -> bool:
    token, following = said.tokens[place], said.tokens[place + 1]
    between = said.text[token.end : following.start]
    return token.is_name and between.isspace() and not is_transparent(token.word)


def _ends_well(chain: Sequence[int], said: _Said) -> bool:
    """Whether the last word is whole: not "cocaine" of "cocaine labs", nor of "Lima Airport"."""
    last = max(chain)
    if last + 1 >= len(said.tokens):
        return True
    token, following = said.tokens[last], said.tokens[last + 1]
    if not said.text[token.end : following.start].isspace():
        return not token.is_owner
    if is_transparent(following.word) or following.word in ("and", "or", "but", "who", "when", "y"):
        return True
    is_verb = re.search(r"(?:ed|ing)$", token.word) is not None
    return is_verb and not following.is_name


def _placed(
    asked: Asked, chain: Sequence[int], said: _Said, article: Article, before: Span | None
) -> dict[str, float] | None:
    """The words of time and place, in the sentence or pointed to; ``None`` if one is not."""
    found: dict[str, float] = {}
    for phrase in asked.adjuncts:
        wanted = [token.word for token in phrase]
        if _follows(phrase, max(chain), said) or _leads(phrase, min(chain), said):
            found |= dict.fromkeys(wanted, AS_ASKED)
        elif _is_said_before(wanted, said, article, before):
            found |= dict.fromkeys(wanted, SAID_BEFORE)
        else:
            return None
    return found


def _follows(phrase: Sequence[Token], last: int, said: _Said) -> bool:
    """Whether the phrase stands behind the statement, after other phrases of time and place."""
    rest = said.tokens[last + 1 :]
    words = [token.word for token in rest]
    first = next((place for place, word in enumerate(words) if word == phrase[0].word), None)
    if first is None or not {token.word for token in phrase} <= set(words):
        return False
    between = rest[:first]
    text = said.text[said.tokens[last].end : rest[first].start]
    roles = [word for word in words[:first] if word in DIRECTED | PLACED]
    is_plain = all(is_transparent(token.word) or token.is_name for token in between)
    in_reach = is_plain and not re.search(r"[;:()–—]", text) and not rest[first].is_owner
    return in_reach and bool(roles) and roles[-1] in PLACED


def _leads(phrase: Sequence[Token], first: int, said: _Said) -> bool:
    """Whether the phrase opens the sentence: "In 2016 Gálvez was caught"."""
    opening = said.tokens[:first]
    if not opening or opening[0].word not in PLACED:
        return False
    is_plain = all(is_transparent(token.word) or token.is_name for token in opening)
    return is_plain and {token.word for token in phrase} <= {token.word for token in opening}


def _is_said_before(
    wanted: Sequence[str], said: _Said, article: Article, before: Span | None
) -> bool:
    """Whether a sentence with a pronoun for its subject leaves out a place that was just given."""
    if said.tokens[0].word not in _PRONOUNS or any(word.isdigit() for word in wanted):
        return False
    names_a_place = re.search(r"\b(?:in|at|en) (?:the )?[A-ZÀ-Þ]", said.text) is not None
    earlier = article.text[before.start : before.end] if before else ""
    known = {token.word for token in tokens_of(f"{article.title or ''}. {earlier}")}
    return not names_a_place and set(wanted) <= known


def _pointed_to(asked: Asked, said: _Said, article: Article, before: Span | None) -> Asked | None:
    """The question with its subject replaced by the pronoun that surely means it."""
    pronoun = said.tokens[0]
    if before is None or pronoun.word not in _PRONOUNS:
        return None
    earlier = _said(article, before)
    subject = [token.word for token in asked.core[: asked.subject]]
    opening = [token.word for token in earlier.tokens[:6]]
    names = [
        token.word for token in earlier.tokens if token.is_name and _is_mention(token, earlier)
    ]
    is_only = set(names) <= set(subject) if asked.core[0].is_name else pronoun.word == "they"
    if not set(subject) <= set(opening) or not is_only:
        return None
    stand_in = replace(asked.core[0], word=pronoun.word)
    rest, roles = asked.core[asked.subject :], asked.directed[asked.subject :]
    return replace(asked, core=(stand_in, *rest), directed=(None, *roles), subject=1)


def _is_mention(token: Token, said: _Said) -> bool:
    """Whether a capital is that of somebody: not that of a sentence's start, nor of a place."""
    place = said.tokens.index(token)
    led = said.tokens[place - 1].word if place else ""
    return (
        led not in PLACED and not token.is_owner and (place > 0 or not is_transparent(token.word))
    )


@lru_cache(maxsize=65_536)
def _terms(word: str, language: str | None) -> frozenset[str]:
    return frozenset(terms_of(word, language))


def _credit(asked: Token, said: Token, language: str | None) -> float:
    """What a word of the sentence counts for one of the question; 0 when it is another."""
    if asked.is_owner != said.is_owner:
        return 0.0
    if asked.word in _PRONOUNS:
        return SAID_BEFORE if said.word == asked.word and said.start == 0 else 0.0
    if asked.word == said.word:
        return AS_ASKED
    if asked.is_name or said.is_name or asked.word.isdigit():
        return 0.0
    stem, other = _terms(asked.word, language), _terms(said.word, language)
    if stem & other:
        return AS_ASKED
    return EQUIVALENT if stem & _equivalents(said.word, language) else 0.0


@lru_cache(maxsize=65_536)
def _equivalents(word: str, language: str | None) -> frozenset[str]:
    groups = _groups().get(language or "en", ())
    stem = _terms(word, language)
    return frozenset().union(
        *(same for same in (_terms(group, language) for group in groups) if stem & same)
    )


@cache
def _groups() -> dict[str, list[str]]:
    path = Path(__file__).with_name("equivalents.json")
    loaded: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return loaded
