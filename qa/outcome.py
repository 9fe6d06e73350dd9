"""From judged readings to what is shown: the answer, its citations, and other answers.

What kind of question it is decides the way: about an article itself, yes or no, several things,
or one thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from corpus import Article, Span
from index import Candidate, terms_of
from qa.answers import full_form, not_yet_known, same_answer
from qa.answers.lists import list_items
from qa.answers.metadata import MetadataAnswer
from qa.citations import cite, cite_article
from qa.confidence import Judgement, WeighedAnswer, chance
from qa.config import AnswerSettings
from qa.model import Citation, OtherAnswer
from qa.questions import Question
from qa.readers import Reading

FROM_DETAILS = 0.95
"""The confidence of an answer from an article's details: they say it, if it is the article that
was meant. Not fitted: such questions are not in the evaluation sets."""
UNSTATED = 0.3
"""What is left of the confidence in a sentence that does not surely say yes or no. Not fitted."""
STATED_UNKNOWN = 0.5
"""The confidence in a sentence that says that something is not known. Not fitted."""
OTHER_CHANCE = 0.5
"""Another answer is shown when it is at least so likely, measured by the first one's chance."""
MOST_OTHERS = 3
MOST_ITEMS = 30
"""So many items of a list are cited; more than a page of them helps nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a question came to, before the threshold."""

    answer: str | None = None
    full_form: str | None = None
    confidence: float = 0.0
    citations: tuple[Citation, ...] = ()
    others: tuple[OtherAnswer, ...] = ()
    note: str | None = None
    """Why there is no answer, where more can be said than that none was found."""


class Composer:
    """Composes the outcome of one question; numbers its citations from 1."""

    def __init__(
        self, question: Question, candidates: Sequence[Candidate], settings: AnswerSettings
    ) -> None:
        """Take the question, the candidates that were read, and the settings."""
        self._question, self._candidates, self._settings = question, candidates, settings
        self._numbers = count(1)

    def from_readings(self, judgement: Judgement) -> Outcome:
        """One thing, or the items of a list, with what else the articles say."""
        if not judgement.answers:
            return Outcome()
        best = judgement.answers[0]
        readings = [one.reading for one in judgement.answers]
        items = list_items(self._question, readings, same=same_answer)[:MOST_ITEMS]
        if len(items) > 1:
            citations = tuple(self._cited(item) for item in items)
            return Outcome(
                answer="; ".join(citation.exact for citation in citations),
                confidence=best.chance,
                citations=citations,
            )
        citations = tuple(self._cited(r) for r in self._occurrences(best))
        return Outcome(
            answer=citations[0].exact,
            full_form=_full_form(best.reading),
            confidence=best.chance,
            citations=citations,
            others=tuple(self._others(judgement)),
        )

    def from_statement(self, stated: Reading | None, judgement: Judgement) -> Outcome:
        """Yes or no: the sentence that says it, else the nearest one with little confidence."""
        if stated is not None:
            cited = self._cited(stated)
            return Outcome(answer=cited.exact, confidence=chance(stated.score), citations=(cited,))
        if not judgement.answers:
            return Outcome()
        nearest = judgement.answers[0]
        reading = nearest.reading
        cited = self._cited(replace(reading, answer=reading.sentence))
        return Outcome(answer=cited.exact, confidence=UNSTATED * nearest.chance, citations=(cited,))

    def from_details(self, found: Sequence[MetadataAnswer]) -> Outcome:
        """About an article itself; articles that fit as well stand beside it."""
        known = [answer for answer in found if answer.text is not None]
        if not known:
            return Outcome(note=next((a.message for a in found if a.message), None))
        citations = [cite_article(a.article, number=next(self._numbers)) for a in known]
        others = [
            OtherAnswer(answer=a.text or "", confidence=FROM_DETAILS / len(known), citations=(c,))
            for a, c in zip(known[1:], citations[1:], strict=True)
        ]
        return Outcome(
            answer=known[0].text,
            confidence=FROM_DETAILS / len(known),
            citations=(citations[0],),
            others=tuple(others),
        )

    def _occurrences(self, answer: WeighedAnswer) -> Iterator[Reading]:
        """The best place, and others that give the same answer in other sentences."""
        shown: list[Reading] = []
        for reading in (answer.reading, *answer.group.readings):
            if reading.score < 0.0 and shown:
                continue
            if len(shown) < self._settings.citations and not any(
                _is_copy(reading, other) for other in shown
            ):
                shown.append(reading)
                yield reading

    def _others(self, judgement: Judgement) -> Iterator[OtherAnswer]:
        """Answers of other articles that are nearly as likely; and where it was not yet known."""
        used = {reading.article.text_sha256 for reading in judgement.answers[0].group.readings}
        shown = 0
        for reading, confidence in chain(_likely(judgement), self._unknowns()):
            if shown == MOST_OTHERS:
                return
            if reading.article.text_sha256 not in used:
                used.add(reading.article.text_sha256)
                shown += 1
                cited = self._cited(reading)
                yield OtherAnswer(answer=cited.exact, confidence=confidence, citations=(cited,))

    def _unknowns(self) -> Iterator[tuple[Reading, float]]:
        """Sentences that say that what is asked is not known, with the confidence in each."""
        for place, candidate in enumerate(self._candidates):
            passage = candidate.passage
            found = not_yet_known(self._question, passage.article, passage.sentences)
            if found is not None and self._counts_the_same(passage.article, found):
                stated = Reading(
                    article=passage.article,
                    answer=found,
                    sentence=found,
                    candidate=place,
                    score=0.0,
                )
                yield stated, STATED_UNKNOWN

    def _counts_the_same(self, article: Article, sentence: Span) -> bool:
        """Whether a sentence is about what a "how many" question counts; true for all others."""
        if self._question.kind != "number" or not self._question.words:
            return True
        here = set(terms_of(article.text[sentence.start : sentence.end], article.language))
        return bool(here & set(terms_of(self._question.words[0], article.language)))

    def _cited(self, reading: Reading) -> Citation:
        return cite(
            reading.article,
            reading.answer,
            reading.sentence,
            number=next(self._numbers),
            context_characters=self._settings.context_characters,
        )


def _likely(judgement: Judgement) -> Iterator[tuple[Reading, float]]:
    """The answers behind the first that are nearly as likely, with their chances."""
    least = OTHER_CHANCE * judgement.answers[0].chance
    for other in judgement.answers[1:]:
        if other.chance >= least and other.reading.score >= 0.0:
            yield other.reading, other.chance


def _full_form(reading: Reading) -> str | None:
    place = full_form(reading.article, reading.answer)
    if place is None:
        return None
    return reading.article.text[place.start : place.end]


def _is_copy(reading: Reading, other: Reading) -> bool:
    """Whether it is the same sentence, or the same words in a copy of the article."""

    def words(one: Reading) -> str:
        return one.article.text[one.sentence.start : one.sentence.end]

    return words(reading) == words(other)
