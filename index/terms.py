"""Text into terms: folded words, stemmed by language; questions without their function words.

The same functions serve texts and queries, so a word always meets itself. Queries are made of
these terms and never handed to a query parser.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from corpus import folded_words

STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "fi": "finnish", "fr": "french", "hu": "hungarian", "it": "italian",
    "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip
"""ISO 639-1 to the Snowball stemmers in tantivy. Other languages are indexed unstemmed."""

MAX_QUERY_WORDS = 200
"""A longer query is cut: its first words say what it is about, and each one costs time."""


def terms_of(text: str, language: str | None) -> list[str]:
    """The terms of an article's text, in order and with repeats."""
    return stemmed(folded_words(text), language)


def query_terms(query: str, languages: Sequence[str]) -> list[str]:
    """The different terms that a query looks for.

    Args:
        query: A question or key words, in any language.
        languages: Those of the library's articles: every word is looked for in the form that
            each of their stemmers gives it, since the query's own language is rarely certain.

    Returns:
        Terms in the order of their words, each once. Function words of the query's language are
        left out, unless there is nothing else.
    """
    asked = folded_words(query)[:MAX_QUERY_WORDS]
    stop = _function_words(asked)
    content = [word for word in asked if word not in stop] or asked
    forms = [stemmed(content, language) for language in (*languages, None)]
    return list(dict.fromkeys(term for same_word in zip(*forms, strict=True) for term in same_word))


def content_words(query: str) -> list[str]:
    """The folded words of a query that are no function words, in order and with repeats."""
    asked = folded_words(query)[:MAX_QUERY_WORDS]
    stop = _function_words(asked)
    return [word for word in asked if word not in stop]


def function_words(text: str) -> frozenset[str]:
    """The folded function words of the language that a text is most likely in."""
    return _function_words(folded_words(text)[:MAX_QUERY_WORDS])


def likely_language(text: str) -> str | None:
    """The language whose function words a text has most of; ``None`` where none leads.

    >>> likely_language("La policía dijo el lunes que abrirá el puerto"), likely_language("Pantoja")
    ('es', None)
    """
    asked = folded_words(text)[:MAX_QUERY_WORDS]
    counts = sorted(
        (
            (sum(word in found for word in asked), language)
            for language, found in _stopwords().items()
        ),
        reverse=True,
    )
    return counts[0][1] if counts[0][0] >= 2 + counts[1][0] else None


def _function_words(asked: Sequence[str]) -> frozenset[str]:
    """The function words of the language that most of the query's words belong to."""
    lists = _stopwords()
    counts = {language: sum(word in found for word in asked) for language, found in lists.items()}
    return lists[max(counts, key=lambda language: counts[language])]  # English on a tie


@cache
def _stopwords() -> dict[str, frozenset[str]]:
    path = Path(__file__).with_name("stopwords.json")
    loaded = json.loads(path.read_text(encoding="utf-8"))
    return {language: frozenset(listed.split()) for language, listed in loaded.items()}


def stemmed(found: Sequence[str], language: str | None) -> list[str]:
    """Folded words as the stemmer of a language has them; unstemmed where there is none."""
    stemmer = STEMMERS.get(language or "")
    if stemmer is None or not found:
        return list(found)
    terms: list[str] = _analyzer(stemmer).analyze(" ".join(found))
    return terms


@cache
def _analyzer(stemmer: str) -> Any:
    import tantivy

    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    return builder.filter(tantivy.Filter.stemmer(stemmer)).build()
