"""What speaks for a place as the answer, as numbers: the reader, the search, words, agreement.

``qa.confidence`` weighs them. Every feature is defined for any article and any reader; none looks
at what the articles are about.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus import Article, Span, folded_words
from index import Candidate, terms_of
from qa.answers import AnswerGroup, group_readings, is_already_named
from qa.opposites import opposed_forms, opposites
from qa.questions import Question
from qa.readers import Reading, ReadResult
from qa.readers.evidence import answers_kind, is_fitting_name
from qa.readers.wording import covered, rarest_missing, supports
from qa.replaced import replaced_share

ANSWER_FEATURES = (
    "reader", "below_passage", "near_first", "first", "support", "elsewhere", "amount", "name",
    "words", "other", "in_other_words", "near", "echo", "long",
)  # fmt: skip
PASSAGE_FEATURES = ("reader", "answer", "fused", "bm25", "cosine", "words", "first")
CONFIDENCE_FEATURES = (
    "bias", "reader", "passage", "ahead", "support", "elsewhere", "fused", "words", "other", "near",
    "missing", "names_missing", "numbers_missing", "opposed", "amount", "name", "echo", "long",
    "negated", "in_other_words", "replaced", "cosine", "asked",
)  # fmt: skip
FAR_BELOW = 20.0
"""Log-odds beyond which it makes no difference how far below the best a reading is."""
FAR_BEHIND = 0.2
"""A passage whose fused score is so far below the best one's has no part in its lead. In a library
of few articles the scores lie far apart, and must not drown out the reader."""
MANY_ASKED = 10
"""Content words of a long question: what answers it by chance would have to share many of them."""
MANY_TOKENS = 15
"""Words in a long answer."""
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_CHOICE = re.compile(r"\b(?:or|o|u)\b", re.IGNORECASE)
_NEGATIONS = frozenset("not no never none nobody without nt cannot nunca nadie ningun sin".split())


@dataclass(frozen=True, slots=True)
class Weighable:
    """A reading with its evidence as numbers."""

    reading: Reading
    group: AnswerGroup
    """All readings of the same answer, this one among them."""
    answer: NDArray[np.float64]
    """In the order of ``ANSWER_FEATURES``."""
    confidence: dict[str, float]
    """By the names of ``CONFIDENCE_FEATURES``; ``ahead`` is known once all are weighed."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question over some candidates, with what is worked out once."""

    question: Question
    candidates: Sequence[Candidate]
    result: ReadResult
    weights: Mapping[str, float]


def weighable(
    question: Question,
    candidates: Sequence[Candidate],
    result: ReadResult,
    weights: Mapping[str, float],
) -> list[Weighable]:
    """The readings with their features, by the reader's score.

    A reading that only names whom the question names already, or repeats its words, is no answer
    and is left out.

    Args:
        question: What is asked.
        candidates: Those that were read, best first.
        result: What the reader made of them.
        weights: Of the question's words; see ``qa.readers.wording.word_weights``.
    """
    asked = _Asked(question, candidates, result, weights)
    kept = [reading for reading in result.readings if not _says_nothing_new(question, reading)]
    found = [
        _weighable(reading, group, asked)
        for group in group_readings(kept)
        for reading in group.readings
    ]
    places = {id(reading): place for place, reading in enumerate(kept)}
    return sorted(found, key=lambda one: places[id(one.reading)])


def passage_features(
    question: Question,
    candidates: Sequence[Candidate],
    result: ReadResult,
    weights: Mapping[str, float],
    shares: Sequence[float],
) -> NDArray[np.float64]:
    """Of each passage that was read, shape (candidates, len(PASSAGE_FEATURES)).

    ``weights`` are those of ``weighable``; ``shares`` are those of
    ``qa.confidence.passage_shares``: what the best reading of each passage is worth among those of
    all.
    """
    best = max((candidate.bm25 for candidate in candidates), default=0.0)
    rows = [
        [
            bounded(score),
            shares[place],
            candidate.fused_score,
            candidate.bm25 / best if best > 0 else 0.0,
            candidate.cosine,
            covered(_support(question, candidate), question.words, weights),
            1.0 if place == 0 else 0.0,
        ]
        for place, (candidate, score) in enumerate(
            zip(candidates, result.passage_scores, strict=False)
        )
    ]
    return np.asarray(rows, dtype=np.float64).reshape(len(rows), len(PASSAGE_FEATURES))


def bounded(score: float) -> float:
    """A reader's score, where what is far below or above is all one."""
    return max(-FAR_BELOW, min(FAR_BELOW, score)) / FAR_BELOW


def _weighable(reading: Reading, group: AnswerGroup, asked: _Asked) -> Weighable:
    total = _log_sum([other.score for other in group.readings])
    question, candidate = asked.question, asked.candidates[reading.candidate]
    here = _terms(reading.article, reading.sentence)
    near = _near(candidate, reading.sentence) | _title(reading.article)
    in_sentence = supports(question, here, reading.article.language)
    nearby = supports(question, near, reading.article.language)
    others = [word for word in question.words if word not in question.names]
    written = reading.article.text[reading.answer.start : reading.answer.end]
    shared = {
        "reader": bounded(reading.score),
        "support": min(1.0, max(0.0, total - group.best.score)),
        "elsewhere": min(2, len({r.article.text_sha256 for r in group.readings}) - 1) / 2,
        "fused": candidate.fused_score,
        "words": covered(in_sentence, question.words, asked.weights),
        "other": covered(in_sentence, others, asked.weights),
        "in_other_words": float(_is_in_other_words(in_sentence)),
        "near": covered(nearby, question.words, asked.weights),
        "echo": _echo(written, question),
        "long": min(1.0, len(folded_words(written)) / MANY_TOKENS),
        **_kinds(question, written, reading),
    }
    passage = asked.result.passage_scores[reading.candidate]
    first = max(one.fused_score for one in asked.candidates)
    answer = {
        **shared,
        "below_passage": min(FAR_BELOW, passage - reading.score) / FAR_BELOW,
        "near_first": max(0.0, 1.0 - (first - candidate.fused_score) / FAR_BEHIND),
        "first": 1.0 if reading.candidate == 0 else 0.0,
    }
    names = {word: found for word, found in nearby.items() if word in question.names}
    confidence = {
        **shared,
        "bias": 1.0,
        "passage": bounded(max(asked.result.passage_scores, default=0.0)),
        "missing": rarest_missing(nearby, asked.weights),
        "names_missing": 1.0 - covered(names, names, asked.weights),
        "numbers_missing": _numbers_missing(question, candidate),
        "opposed": float(_is_opposed(question, reading)),
        "negated": float(bool(_NEGATIONS & set(folded_words(question.text)))),
        "replaced": _replaced(question, candidate, reading, asked.weights),
        "cosine": candidate.cosine,
        "asked": min(1.0, len(question.words) / MANY_ASKED),
    }
    return Weighable(
        reading, group, np.asarray([answer[name] for name in ANSWER_FEATURES]), confidence
    )


def _says_nothing_new(question: Question, reading: Reading) -> bool:
    """Whether it names whom the question names, or repeats its words where it offers no choice."""
    article = reading.article
    written = article.text[reading.answer.start : reading.answer.end]
    repeats = _echo(written, question) == 1.0 and not _CHOICE.search(question.text)
    return repeats or is_already_named(question, article, reading.answer)


def _kinds(question: Question, written: str, reading: Reading) -> dict[str, float]:
    """For amounts and dates, and for names: 1 when asked for and there, -1 when not, else 0."""
    article = reading.article
    amount, name = 0.0, 0.0
    if question.kind in ("number", "date"):
        amount = 1.0 if answers_kind(question, written, article) else -1.0
    elif question.kind in ("person", "place"):
        fits = is_fitting_name(question, article, reading.sentence, reading.answer)
        name = 1.0 if fits else -1.0
    return {"amount": amount, "name": name}


def _echo(written: str, question: Question) -> float:
    """The share of the answer's words that the question has already."""
    words = folded_words(written)
    asked = set(folded_words(question.text))
    return sum(word in asked for word in words) / len(words) if words else 1.0


def _numbers_missing(question: Question, candidate: Candidate) -> float:
    """The share of the question's numbers that neither the passage nor its article's date has."""
    asked = set(_NUMBER.findall(question.text))
    article = candidate.passage.article
    known = set(_NUMBER.findall(candidate.passage.text))
    known |= set(_NUMBER.findall(f"{article.title} {article.published}"))
    return len(asked - known) / len(asked) if asked else 0.0


def _is_opposed(question: Question, reading: Reading) -> bool:
    """Whether the sentence has the opposite of a word of the question, and not the word."""
    article = reading.article
    here = set(folded_words(article.text[reading.sentence.start : reading.sentence.end]))
    asked = set(folded_words(question.text)) - here
    return any((opposites().get(word, frozenset()) | opposed_forms(word)) & here for word in asked)


def _is_in_other_words(support: Mapping[str, float]) -> bool:
    """Whether a sentence has everything that is asked, some of it only in related words."""
    found = support.values()
    return bool(found) and min(found) > 0.0 and min(found) < 1.0


def _support(question: Question, candidate: Candidate) -> dict[str, float]:
    article = candidate.passage.article
    passage = Span(candidate.passage.start, candidate.passage.end)
    return supports(question, _terms(article, passage) | _title(article), article.language)


def _replaced(
    question: Question, candidate: Candidate, reading: Reading, weights: Mapping[str, float]
) -> float:
    article = reading.article
    around = _around(candidate, reading.sentence)
    return replaced_share(
        question.text,
        article.text[reading.sentence.start : reading.sentence.end],
        f"{article.text[around[0].start : around[-1].end]} {article.title or ''}",
        answer=article.text[reading.answer.start : reading.answer.end],
        language=article.language,
        weights=weights,
    )


def _near(candidate: Candidate, sentence: Span) -> set[str]:
    """The terms of a sentence and its neighbours in the passage."""
    article = candidate.passage.article
    return set().union(*(_terms(article, span) for span in _around(candidate, sentence)))


def _around(candidate: Candidate, sentence: Span) -> list[Span]:
    """A sentence and its neighbours in the passage, in order."""
    spans = list(candidate.passage.sentences)
    place = next((i for i, span in enumerate(spans) if span.start == sentence.start), 0)
    return spans[max(0, place - 1) : place + 2] or [sentence]


def _terms(article: Article, span: Span) -> set[str]:
    return set(terms_of(article.text[span.start : span.end], article.language))


def _title(article: Article) -> set[str]:
    return set(terms_of(article.title or "", article.language))


def _log_sum(scores: Sequence[float]) -> float:
    highest = max(scores)
    return highest + math.log(sum(math.exp(score - highest) for score in scores))
