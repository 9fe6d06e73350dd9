"""The reader that chooses whole sentences: by meaning, by words, and by the kind of answer.

Every sentence of the passages gets a few features and, by a fitted logistic model
(``sentences.json``, made by ``python -m qa.readers.fit_sentences``), a chance. A trained reader can
take its place behind the same protocol.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus import Article, Span, folded_words
from index import Candidate, Encoder, terms_of
from qa.questions import Question
from qa.readers.base import NO_EVIDENCE, Reading, ReadResult
from qa.readers.evidence import answers_kind
from qa.readers.wording import covered, rarest_missing, supports, word_weights

FEATURES = (
    "bias", "cosine", "words", "names", "names_near", "other", "other_near", "rarest_missing",
    "amount", "name", "reason", "says_more", "fused", "near_first", "is_question", "is_short",
)  # fmt: skip
SENTENCES_READ = 32
"""How many sentences are encoded, the ones with most of the question's words first."""
MANY_NEW_WORDS = 12
"""A sentence with so many words beyond the question's says enough to answer it."""
FAR_BEHIND = 0.1
"""A passage whose fused score is so far below the best one's has no part in its lead."""
SHORT_WORDS = 5
"""A sentence with fewer words is a heading or a fragment, as a rule."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    article: Article
    span: Span
    candidate: int
    """The first candidate that it stands in."""
    supports: dict[str, float]
    """For each of the question's words: 1 when it stands here, 0.8 when a related one does."""
    near: dict[str, float]
    """The same for the sentence with its neighbours and the article's title."""
    new_words: int
    """How many different words it has that the question has not."""

    @property
    def text(self) -> str:
        return self.article.text[self.span.start : self.span.end]


class SentenceReader:
    """Finds the sentence that answers."""

    name = "sentences"

    def __init__(self, encoder: Encoder, rarity: Callable[[str], float]) -> None:
        """Take what it measures with.

        Args:
            encoder: For the cosine of question and sentence.
            rarity: A term's inverse document frequency in the library, 0 and up.
        """
        self._encoder, self._rarity = encoder, rarity

    def read(self, question: Question, candidates: Sequence[Candidate]) -> ReadResult:
        """Give every sentence its chance; see ``Reader.read``."""
        sentences, features = self.features(question, candidates)
        if not sentences:
            return ReadResult(readings=(), passage_scores=(NO_EVIDENCE,) * len(candidates))
        chances = chances_of(features @ _weights("sentence"))
        readings = [
            Reading(
                article=s.article, answer=s.span, sentence=s.span,
                candidate=s.candidate, score=_log_odds(c),
            )
            for s, c in zip(sentences, chances, strict=True)
        ]  # fmt: skip
        readings.sort(key=lambda r: (-r.score, r.article.id, r.answer.start))
        scores = [NO_EVIDENCE] * len(candidates)
        for sentence, found in zip(sentences, chances, strict=True):
            scores[sentence.candidate] = max(scores[sentence.candidate], _log_odds(found))
        best = confidence_of(sorted(chances, reverse=True))
        readings[0] = replace(readings[0], score=_log_odds(best))
        return ReadResult(readings=tuple(readings), passage_scores=tuple(scores))

    def features(
        self, question: Question, candidates: Sequence[Candidate]
    ) -> tuple[list[_Sentence], NDArray[np.float64]]:
        """The sentences that are worth encoding, and their features of shape (n, len(FEATURES))."""
        weights = word_weights(question, self._rarity)
        sentences = list(self._sentences(question, candidates))
        sentences.sort(
            key=lambda s: (
                -covered(s.supports, question.words, weights),
                s.candidate,
                s.span.start,
            )
        )
        kept = sentences[:SENTENCES_READ]
        if not kept:
            return [], np.zeros((0, len(FEATURES)))
        # The title says what the pronouns of a sentence in the middle of an article stand for.
        texts = [f"{s.article.title}. {s.text}" if s.article.title else s.text for s in kept]
        vectors = self._encoder.encode([question.text, *texts])
        cosines = vectors[1:] @ vectors[0]
        rows = [
            _row(
                question,
                sentence,
                float(cosine),
                candidates[sentence.candidate],
                weights,
                best_fused=candidates[0].fused_score,
            )
            for sentence, cosine in zip(kept, cosines, strict=True)
        ]
        return kept, np.asarray(rows, dtype=np.float64)

    def _sentences(
        self, question: Question, candidates: Sequence[Candidate]
    ) -> Iterable[_Sentence]:
        """Every sentence of the candidates once, where it stands first."""
        seen: set[tuple[str, int]] = set()
        asked = set(terms_of(question.text, question.language))
        for place, candidate in enumerate(candidates):
            passage = candidate.passage
            article, spans = passage.article, passage.sentences
            terms = [set(_terms(article, span)) for span in spans]
            title = set(terms_of(article.title or "", article.language))
            for number, span in enumerate(spans):
                if (article.id, span.start) in seen:
                    continue
                seen.add((article.id, span.start))
                near = title.union(*terms[max(0, number - 1) : number + 2])
                yield _Sentence(
                    article,
                    span,
                    place,
                    supports(question, terms[number], article.language),
                    supports(question, near, article.language),
                    len(terms[number] - asked),
                )


def _terms(article: Article, span: Span) -> list[str]:
    return terms_of(article.text[span.start : span.end], article.language)


def _row(
    question: Question,
    sentence: _Sentence,
    cosine: float,
    candidate: Candidate,
    weights: dict[str, float],
    *,
    best_fused: float,
) -> list[float]:
    names = [word for word in question.words if word in question.names]
    other = [word for word in question.words if word not in question.names]
    text = sentence.text
    return [
        1.0,
        cosine,
        covered(sentence.supports, question.words, weights),
        covered(sentence.supports, names, weights),
        covered(sentence.near, names, weights),
        covered(sentence.supports, other, weights),
        covered(sentence.near, other, weights),
        rarest_missing(sentence.near, weights),
        *_kinds(question, text, sentence.article),
        min(1.0, sentence.new_words / MANY_NEW_WORDS),
        candidate.fused_score,
        max(0.0, 1.0 - (best_fused - candidate.fused_score) / FAR_BEHIND),
        1.0 if text.rstrip("\"'”’» ").endswith("?") else 0.0,
        1.0 if len(folded_words(text)) < SHORT_WORDS else 0.0,
    ]


def _kinds(question: Question, text: str, article: Article) -> list[float]:
    """For amounts and dates, names, reasons: 1 when asked for and there, -1 when not there."""
    found = 2.0 * answers_kind(question, text, article) - 1.0
    return [
        found if question.kind in kinds else 0.0
        for kinds in (("number", "date"), ("person", "place"), ("reason",))
    ]


def chances_of(scores: NDArray[np.float64]) -> list[float]:
    """The chance of each sentence, against all others and against none of them (score 0)."""
    exponents = np.exp(np.clip(scores, -30.0, 30.0))
    return [float(found) for found in exponents / (1.0 + exponents.sum())]


def confidence_features(chances: Sequence[float]) -> NDArray[np.float64]:
    """Of the chances, best first: one, the log-odds of the best, of the second, and of none."""
    none = 1.0 - sum(chances)
    second = chances[1] if len(chances) > 1 else 0.0
    return np.asarray([1.0, _log_odds(chances[0]), _log_odds(second), _log_odds(none)])


def confidence_of(chances: Sequence[float]) -> float:
    """The chance that the best sentence is right, given the chances of all, best first."""
    score = float(confidence_features(chances) @ _weights("confidence"))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def _log_odds(found: float) -> float:
    bounded = min(max(found, 1e-4), 1.0 - 1e-4)
    return math.log(bounded / (1.0 - bounded))


@cache
def _weights(model: str) -> NDArray[np.float64]:
    path = Path(__file__).with_name("sentences.json")
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return np.asarray(list(loaded[model].values()), dtype=np.float64)
