"""Impossible questions made by rule from good ones: one detail is swapped, so nothing answers.

The kinds are those that annotators of SQuAD 2.0 used most (Rajpurkar, Jia and Liang, ACL 2018,
table 2): entity swap, number swap, antonym, negation, and a passage that lacks the answer.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable

from corpus import folded_words
from index import content_words
from qa.opposites import opposites

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]+(?: (?:of |de |the )?[A-Z][\w'’-]+)*")
_NUMBER = re.compile(r"(?<![\w.-])\d[\d,.]*\d\b|(?<![\w.-])\d\b")
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|must)\b"
)
_NEGATED = re.compile(r"\b(?:not|never|no|without)\b|n['’]t\b", re.IGNORECASE)
_ENDINGS = ("ed", "ing", "tion", "ment", "ly", "er", "ist", "ity", "s")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+")
LEAST_WORD = 5
"""A shorter word is not swapped for another: too many of them are grammar."""

COMMON = ("word", "negation")
"""Rules that nearly always find something: used where the others don't, or "not" in a question
would come to mean that it has no answer."""

Rule = Callable[[str, str, str, random.Random], str | None]
"""(question, passage, answer, random) -> the changed question, or none when there is no way."""


def impossible_question(
    question: str, passage: str, answer: str, rng: random.Random
) -> tuple[str, str] | None:
    """Change one detail, so that the passage no longer answers.

    Returns:
        The question and the name of the rule; none where no rule has anything to change.
    """
    names = [name for name in RULES if name not in COMMON]
    rng.shuffle(names)
    last = rng.sample(COMMON, len(COMMON))
    for name in [*names, *last]:
        changed = RULES[name](question, passage, answer, rng)
        if changed is not None and folded_words(changed) != folded_words(question):
            return changed, name
    return None


def without_answer(passage: str, places: tuple[tuple[int, int], ...]) -> str | None:
    """The passage without the sentences that hold an answer; none where too little is left."""
    bounds = [0, *(m.end() for m in SENTENCE_END.finditer(passage)), len(passage)]
    answers = {passage[start:end].casefold() for start, end in places}
    kept = [
        passage[a:b]
        for a, b in itertools.pairwise(bounds)
        if not any(start < b and end > a for start, end in places)
        and not any(answer in passage[a:b].casefold() for answer in answers)
    ]
    return "".join(kept).strip() if len(kept) >= 2 else None


def _swap_name(question: str, passage: str, answer: str, rng: random.Random) -> str | None:
    """A name of the question becomes another name of the passage."""
    asked = [m for m in _NAME.finditer(question) if m.group() in passage]
    used = {*folded_words(question), *folded_words(answer)}
    others = sorted(
        {m.group() for m in _NAME.finditer(passage) if not set(folded_words(m.group())) & used}
    )
    return _replaced(question, asked, others, rng)


def _swap_number(question: str, passage: str, answer: str, rng: random.Random) -> str | None:
    """A number or year becomes another of the passage, or one near it."""
    asked = list(_NUMBER.finditer(question))
    others = {m.group() for m in _NUMBER.finditer(passage)}
    if asked and asked[0].group().isdigit():
        others.add(str(int(asked[0].group()) + rng.choice((-12, -3, -2, -1, 1, 2, 3, 12))))
    kept = sorted(o for o in others if o not in question and o not in answer and "-" not in o)
    return _replaced(question, asked, kept, rng)


def _swap_word(question: str, passage: str, answer: str, rng: random.Random) -> str | None:
    """A content word becomes another of the passage with the same ending."""
    asked = [
        m
        for m in re.finditer(r"\b[a-z]+\b", question)
        if len(m.group()) >= LEAST_WORD and m.group() in content_words(question)
    ]
    rng.shuffle(asked)
    words = sorted(set(re.findall(r"\b[a-z]{5,}\b", passage)))
    for match in asked:
        ending = next((e for e in _ENDINGS if match.group().endswith(e)), None)
        others = [
            w
            for w in words
            if ending and w.endswith(ending) and w not in question and w not in answer
            and w[:4] != match.group()[:4]
        ]  # fmt: skip
        if others:
            return _replaced(question, [match], others, rng)
    return None


def _opposite(question: str, passage: str, answer: str, rng: random.Random) -> str | None:
    """A word becomes its opposite."""
    asked = [m for m in re.finditer(r"\b[a-z]+\b", question) if m.group() in opposites()]
    if not asked:
        return None
    match = rng.choice(asked)
    return _replaced(question, [match], sorted(opposites()[match.group()]), rng)


def _negate(question: str, passage: str, answer: str, rng: random.Random) -> str | None:
    """Put a negation behind the auxiliary or its subject's place: "did not", "isn't", "never"."""
    match = _AUXILIARY.search(question)
    if match is None or _NEGATED.search(question):
        return None
    plain = {"can": "can't", "will": "won't"}
    short = plain.get(match.group(), f"{match.group()}n't")
    put = rng.choice((short, f"{match.group()} never", f"{match.group()} not"))
    return question[: match.start()] + put + question[match.end() :]


def _replaced(
    question: str, matches: list[re.Match[str]], others: list[str], rng: random.Random
) -> str | None:
    if not matches or not others:
        return None
    match = rng.choice(matches)
    return question[: match.start()] + rng.choice(others) + question[match.end() :]


RULES: dict[str, Rule] = {
    "name": _swap_name,
    "number": _swap_number,
    "word": _swap_word,
    "opposite": _opposite,
    "negation": _negate,
}
