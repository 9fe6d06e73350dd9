"""CONDUCTOR of questions and answers: question in, cited answer or abstention out.

question -> stand-alone question -> retrieve -> read -> decide -> cite
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import Self

from corpus import Filters
from index import Candidate, Encoder, Hit, hit_of
from qa.abstentions import abstention
from qa.citations import cite
from qa.confidence import chance
from qa.conversation import standalone_question
from qa.library import Library
from qa.model import Answer, Citation, Dates, OtherAnswer
from qa.questions import Question, clean_question, read_question
from qa.readers import Reader, Reading, ReadResult, SentenceReader
from qa.settings import Settings

Turn = str | Answer
"""A question that was asked before, or its whole answer."""


class Assistant:
    """Answers questions from one library. Open it once and ask often."""

    def __init__(self, library: Library, reader: Reader | None = None) -> None:
        """Use a library that is open.

        Args:
            library: Where the articles are.
            reader: In place of the built-in one.
        """
        self.library = library
        self._reader = reader

    @classmethod
    def open(
        cls,
        folder: str | Path | None = None,
        *,
        settings: Settings | None = None,
        encoder: Encoder | None = None,
        reader: Reader | None = None,
    ) -> Self:
        """Open the library in ``folder``, or the one that the settings name.

        Raises:
            LibraryMissing, LibraryTooNew, LibraryDamaged: The articles can't be read.
        """
        return cls(Library.open(folder, settings=settings, encoder=encoder), reader)

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        *,
        filters: Filters | None = None,
        k: int = 10,
        id: str | None = None,
    ) -> Answer:
        """Answer a question, or say that the articles do not.

        Args:
            question: In plain words; nothing in it is syntax.
            history: The turns before it, oldest first, for what the question leaves out.
            filters: Only articles that these let through are searched.
            k: How many passages to return.
            id: Returned with the answer, for who asks many.

        Raises:
            QuestionEmpty, QuestionTooLong: It can't be asked.
            IndexDamaged, EncoderMismatch: The library can't be searched.
        """
        settings = self.library.settings.qa
        limit = settings.max_question_characters
        cleaned = clean_question(question, max_characters=limit)
        alone = standalone_question(cleaned, _cleaned(history, limit))
        asked = read_question(alone)
        searched = self.library.store.coverage(filters)
        candidates, result = self._read(asked, filters, k)
        confidence = chance(result.readings[0].score) if result.readings else 0.0
        answered = bool(result.readings) and confidence >= settings.threshold
        citations, others = self._evidence(result.readings) if answered else ((), ())
        return Answer(
            id=id,
            question=question,
            standalone_question=alone,
            answer=citations[0].exact if citations else None,
            full_form=None,
            abstention=None
            if answered
            else abstention(searched, self.library.store.coverage(), candidates, filters),
            confidence=confidence,
            citations=citations,
            other_answers=others,
            passages=_hits(candidates, result)[:k],
            searched=searched,
            as_of=_dates(citations, others),
        )

    def passages(
        self, question: str, k: int = 10, *, filters: Filters | None = None
    ) -> tuple[Hit, ...]:
        """The passages for a question, in the order that the reader gives them."""
        limit = self.library.settings.qa.max_question_characters
        asked = read_question(clean_question(question, max_characters=limit))
        return _hits(*self._read(asked, filters, k))[:k]

    def close(self) -> None:
        """Let go of the library."""
        self.library.close()

    @property
    def reader(self) -> Reader:
        """The reader in use."""
        if self._reader is None:
            opened = self.library.search_index
            self._reader = SentenceReader(self.library.encoder, opened.rarity)
        return self._reader

    def _read(
        self, asked: Question, filters: Filters | None, k: int
    ) -> tuple[list[Candidate], ReadResult]:
        """Retrieve, and read the best; the rest keep their place behind them."""
        found = self.library.search_index.search(
            asked.text, max(k, self.library.settings.qa.passages_read), filters=filters
        )
        read = found[: self.library.settings.qa.passages_read]
        return found, self.reader.read(asked, read)

    def _evidence(
        self, readings: Sequence[Reading]
    ) -> tuple[tuple[Citation, ...], tuple[OtherAnswer, ...]]:
        """The answer's citations, and what other articles answer as surely."""
        settings = self.library.settings.qa
        numbers = count(1)

        def cited(reading: Reading) -> Citation:
            return cite(
                reading.article,
                reading.answer,
                reading.sentence,
                number=next(numbers),
                context_characters=settings.context_characters,
            )

        best = readings[0]
        citations = (cited(best),)
        others: list[OtherAnswer] = []
        articles = {best.article.text_sha256}
        for reading in readings[1:]:
            if len(others) + 1 >= settings.citations:
                break
            if (
                chance(reading.score) < settings.threshold
                or reading.article.text_sha256 in articles
            ):
                continue
            articles.add(reading.article.text_sha256)
            citation = cited(reading)
            others.append(
                OtherAnswer(
                    answer=citation.exact, confidence=chance(reading.score), citations=(citation,)
                )
            )
        return citations, tuple(others)


def _cleaned(history: Iterable[Turn], limit: int) -> list[Turn]:
    return [
        clean_question(turn, max_characters=limit) if isinstance(turn, str) else turn
        for turn in history
    ]


def _hits(candidates: Sequence[Candidate], result: ReadResult) -> tuple[Hit, ...]:
    """What was read, by the reader's and the search's scores together; then the rest."""
    scores = result.passage_scores
    read = sorted(
        zip(candidates, scores, strict=False),
        key=lambda pair: -(pair[0].fused_score + chance(pair[1])),
    )
    return tuple(hit_of(candidate, score) for candidate, score in read) + tuple(
        hit_of(candidate) for candidate in candidates[len(scores) :]
    )


def _dates(citations: Sequence[Citation], others: Sequence[OtherAnswer]) -> Dates:
    every = [*citations, *(citation for other in others for citation in other.citations)]
    dates = sorted(citation.published for citation in every if citation.published)
    return Dates(dates[0], dates[-1]) if dates else Dates(None, None)
