"""The same statement in other words: meaning finds it, and nothing that can be checked may differ.

Sentence vectors alone would call a sentence with another name or a "not" the same, so names,
numbers and negations must agree, and most content words must be there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus import Span
from index import Encoder, terms_of
from qa.quotes.compare import Comparison
from qa.quotes.lexicon import negations_in
from qa.quotes.locate import Locator
from qa.quotes.nearest import Nearest
from qa.quotes.words import tokens_of
from qa.values import same_value, values_in

LEAST_COSINE = 0.8
LEAST_SHARED = 0.5
"""Of the quotation's content words, by stem."""
CLOSELY_READ = 4
"""So many sentences are encoded, those with most words in common."""


def restated_in(
    locator: Locator, nearest: Sequence[Nearest], encoder: Encoder
) -> Comparison | None:
    """The sentence that makes the quotation's statement in other words; ``None`` if there is none.

    Args:
        locator: The search.
        nearest: Sentences, those with most in common first.
        encoder: For the meaning.
    """
    able = [one for one in nearest[:CLOSELY_READ] if _agrees(locator, one)]
    if not able:
        return None
    texts = [one.article.text[one.sentence.start : one.sentence.end] for one in able]
    vectors = encoder.encode([locator.quote, *texts])
    cosines = vectors[1:] @ vectors[0]
    best = int(cosines.argmax())
    if cosines[best] < LEAST_COSINE:
        return None
    found = locator.compared_with(able[best].article, within=able[best].sentence)
    return found and whole_sentence(found, able[best].sentence)


def whole_sentence(comparison: Comparison, sentence: Span) -> Comparison:
    """The comparison with a sentence as its place, since no words of it are quoted."""
    return replace(comparison, place=sentence, pieces=(sentence,))


def _agrees(locator: Locator, near: Nearest) -> bool:
    """Whether names, numbers and negations are the same, and most words."""
    article, sentence = near.article, near.sentence
    text = article.text[sentence.start : sentence.end]
    quoted, source = tokens_of(locator.quote), tokens_of(text)
    if negations_in([t.key for t in quoted]) != negations_in([t.key for t in source]):
        return False
    values = values_in(text, article.language)
    for value in values_in(locator.quote, article.language):
        if not any(same_value(value, other) for other in values):
            return False
    names = {t.key for at, t in enumerate(quoted) if at and t.written[:1].isupper()}
    if not names - locator.function_words <= {t.key for t in source}:
        return False
    return _shared_stems(locator.content, text, article.language) >= LEAST_SHARED


def _shared_stems(content: Sequence[str], text: str, language: str | None) -> float:
    wanted = set(terms_of(" ".join(content), language))
    return len(wanted & {*terms_of(text, language)}) / max(1, len(wanted))
