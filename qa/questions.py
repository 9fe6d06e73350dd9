"""What a question asks for: its words, the kind of answer, the names that it already gives."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from corpus import fold, folded_words
from index import content_words, terms_of
from qa.errors import QuestionEmpty, QuestionTooLong

Kind = Literal["person", "date", "place", "number", "reason", "other"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is read."""

    text: str
    kind: Kind
    words: tuple[str, ...]
    """Its content words, folded, each once."""
    names: frozenset[str]
    """Those of ``words`` that are parts of names: what is asked about, as a rule."""
    language: str
    """Whose question words it uses: ``en`` or ``es``."""


def clean_question(text: str, *, max_characters: int) -> str:
    """The question as a line of text: control characters and stray surrogates are spaces.

    Raises:
        QuestionEmpty: No word is left.
        QuestionTooLong: It has more than ``max_characters``.
    """
    if len(text) > max_characters:
        raise QuestionTooLong(len(text), max_characters)
    cleaned = clean_text(text)
    if not folded_words(cleaned):
        raise QuestionEmpty
    return cleaned


def clean_text(text: str) -> str:
    """One line of text: control characters, line breaks and stray surrogates are spaces."""
    plain = "".join(
        " " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") else char for char in text
    )
    return " ".join(plain.split())


def read_question(text: str) -> Question:
    """Work out what a question asks for.

    >>> question = read_question("who succeeded Caracol in Callao?")
    >>> question.kind, question.words, sorted(question.names)
    ('person', ('succeeded', 'caracol', 'callao'), ['callao', 'caracol'])
    """
    kind, language = _kind(fold(text))
    asked = tuple(dict.fromkeys(content_words(text)))
    capitalised = {
        word
        for match in re.finditer(r"[^\W\d_][\w'’-]*", text)
        if match.group()[0].isupper()
        for word in folded_words(match.group())
    }
    return Question(text, kind, asked, frozenset(capitalised & set(asked)), language)


def _kind(folded: str) -> tuple[Kind, str]:
    for rule in _rules()["kinds"]:
        if re.search(rule["pattern"], folded):
            return rule["kind"], rule["language"]
    return "other", "en"


@lru_cache(maxsize=8192)
def related(word: str, language: str | None) -> frozenset[str]:
    """Stems of the words that say much the same as a folded word, itself among them."""
    stem = terms_of(word, language)
    groups = _relations(language or "en")
    return frozenset(stem).union(*(groups.get(term, frozenset()) for term in stem))


@cache
def _relations(language: str) -> dict[str, frozenset[str]]:
    """Stem to the stems of every group that it is in."""
    found: dict[str, frozenset[str]] = {}
    for group in _rules()["relations"].get(language, ()):
        stems = frozenset(terms_of(group, language))
        for stem in stems:
            found[stem] = found.get(stem, frozenset()) | stems
    return found


@cache
def _rules() -> dict[str, Any]:
    path = Path(__file__).with_name("questions.json")
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded
