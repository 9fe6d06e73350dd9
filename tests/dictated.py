"""A reader that finds what a test dictates, and passages to read without a search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from corpus import Article, Passage, Span
from index import Candidate
from qa.questions import Question
from qa.readers import Reading, ReadResult
from qa.readers.base import NO_EVIDENCE


def candidate(text: str, *, fused: float = 0.5, **fields: Any) -> Candidate:
    """A passage that is a whole article; every ". " ends a sentence."""
    article = Article(**{"id": "a", "text": text, "language": "en"} | fields)
    ends = [i + 1 for i, char in enumerate(text[:-1]) if char == "." and text[i + 1] == " "]
    starts = [0, *(end + 1 for end in ends)]
    sentences = tuple(Span(a, b) for a, b in zip(starts, [*ends, len(text)], strict=True))
    passage = Passage(key=0, ordinal=0, article=article, start=0, text=text, sentences=sentences)
    return Candidate(passage=passage, bm25=1.0, cosine=fused, fused_score=fused)


def reading(found: Sequence[Candidate], place: int, words: str, score: float) -> Reading:
    """The first place of some words in a candidate."""
    passage = found[place].passage
    start = passage.article.text.index(words)
    sentence = next(s for s in passage.sentences if s.start <= start < s.end)
    return Reading(
        article=passage.article,
        answer=Span(start, start + len(words)),
        sentence=sentence,
        candidate=place,
        score=score,
    )


def result(found: Sequence[Candidate], *readings: Reading) -> ReadResult:
    """What a reader gives that found these."""
    scores = [NO_EVIDENCE] * len(found)
    for one in readings:
        scores[one.candidate] = max(scores[one.candidate], one.score)
    best_first = sorted(readings, key=lambda r: (-r.score, r.article.id, r.answer.start))
    return ReadResult(readings=tuple(best_first), passage_scores=tuple(scores))


class Dictated:
    """Finds the words that it was told, with their scores, at their last place in each passage."""

    name = "dictated"

    def __init__(self, words: Mapping[str, float]) -> None:
        self.words = words

    def read(self, question: Question, candidates: Sequence[Candidate]) -> ReadResult:
        """See ``Reader.read``."""
        found = []
        for place, one in enumerate(candidates):
            passage = one.passage
            for words, score in self.words.items():
                start = passage.article.text.rfind(words, passage.start, passage.end)
                if start >= 0:
                    sentence = next(s for s in passage.sentences if s.start <= start < s.end)
                    found.append(
                        Reading(
                            article=passage.article, answer=Span(start, start + len(words)),
                            sentence=sentence, candidate=place, score=score,
                        )
                    )  # fmt: skip
        return result(candidates, *found)
