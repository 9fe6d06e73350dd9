"""CONDUCTOR of questions and answers: question in, cited answer or abstention out.

question -> stand-alone question -> retrieve -> read -> weigh -> compose -> decide
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self

from corpus import Filters
from index import Candidate, Encoder, Hit, hit_of
from qa.abstentions import abstention
from qa.answers.metadata import answer_from_metadata, read_metadata_question
from qa.answers.polar import asks_yes_no, stating_sentence
from qa.confidence import UNFITTED, Judgement, judge, weights_for
from qa.conversation import standalone_question
from qa.library import Library
from qa.model import Answer, Citation, Dates, OtherAnswer
from qa.outcome import Composer, Outcome
from qa.questions import Question, clean_question, read_question
from qa.readers import Reader, ReadResult, open_reader
from qa.reading import read_candidates
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
        self.reader_warning: str | None = None
        """Why it is not the reader that the settings name, once that is known."""

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
            history: The turns before it, oldest first, for what the question leaves out. Turns
                that are questions are answered first, in order, where it leaves something out.
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
        alone = self._alone(cleaned, _cleaned(history, limit))
        asked = read_question(alone)
        searched = self.library.store.coverage(filters)
        found = self._find(asked, filters, k)
        read = found[: settings.passages_read]
        result, judgement = self._judged(asked, read)
        outcome = self._outcome(asked, read, judgement, articles=searched.articles, filters=filters)
        answered = outcome.answer is not None and outcome.confidence >= settings.threshold
        citations = outcome.citations if answered else ()
        others = outcome.others if answered else ()
        return Answer(
            id=id,
            question=question,
            standalone_question=alone,
            answer=outcome.answer if answered else None,
            full_form=outcome.full_form if answered else None,
            abstention=None
            if answered
            else abstention(
                searched, self.library.store.coverage(), found, filters, note=outcome.note
            ),
            confidence=outcome.confidence,
            citations=citations,
            other_answers=others,
            passages=self._ranked(found, result, judgement)[:k],
            searched=searched,
            as_of=_dates(citations, others),
        )

    def passages(
        self, question: str, k: int = 10, *, filters: Filters | None = None
    ) -> tuple[Hit, ...]:
        """The passages for a question, in the order that the reader gives them."""
        limit = self.library.settings.qa.max_question_characters
        asked = read_question(clean_question(question, max_characters=limit))
        found = self._find(asked, filters, k)
        read = found[: self.library.settings.qa.passages_read]
        result, judgement = self._judged(asked, read)
        return self._ranked(found, result, judgement)[:k]

    def close(self) -> None:
        """Let go of the library."""
        self.library.close()

    @property
    def reader(self) -> Reader:
        """The reader in use."""
        if self._reader is None:
            library = self.library
            chosen = open_reader(
                library.settings.qa.reader, library.encoder, library.search_index.rarity
            )
            self._reader, self.reader_warning = chosen.reader, chosen.warning
        return self._reader

    def _alone(self, question: str, history: Sequence[Turn]) -> str:
        """The stand-alone question; turns that are bare questions are answered if that can help."""
        alone = standalone_question(question, history)
        if alone == question or all(isinstance(turn, Answer) for turn in history):
            return alone
        answered: list[Answer] = []
        for turn in history:
            answered.append(turn if isinstance(turn, Answer) else self.ask(turn, answered, k=1))
        return standalone_question(question, answered)

    def _find(self, asked: Question, filters: Filters | None, k: int) -> list[Candidate]:
        """The passages that the search brings: as many as are read, or as are wanted."""
        return self.library.search_index.search(
            asked.text, max(k, self.library.settings.qa.passages_read), filters=filters
        )

    def _judged(self, asked: Question, read: Sequence[Candidate]) -> tuple[ReadResult, Judgement]:
        """Read the candidates and weigh what is found."""
        result = read_candidates(self.reader, asked, read)
        rarity = self.library.search_index.rarity
        weights = weights_for(self.reader.name if self.library.settings.qa.rerank else UNFITTED)
        return result, judge(asked, read, result, rarity, weights)

    def _outcome(
        self,
        asked: Question,
        read: Sequence[Candidate],
        judgement: Judgement,
        *,
        articles: int,
        filters: Filters | None,
    ) -> Outcome:
        """What the question comes to, over so many articles."""
        composer = Composer(asked, read, self.library.settings.qa)
        if about := read_metadata_question(asked):
            named = self._find(read_question(about.query), filters, 1) if about.query else read
            details = answer_from_metadata(about, named, articles)
            if details or about.noun:
                return composer.from_details(details)
        if asks_yes_no(asked):
            rarity = self.library.search_index.rarity
            stated = stating_sentence(asked, read, rarity=rarity)
            return composer.from_statement(stated, judgement)
        return composer.from_readings(judgement)

    def _ranked(
        self, found: Sequence[Candidate], result: ReadResult, judgement: Judgement
    ) -> tuple[Hit, ...]:
        """What was read, as the evidence orders it or the search where that is set; the rest."""
        scores = result.passage_scores
        places = judgement.order if self.library.settings.qa.rerank else range(len(scores))
        read = tuple(hit_of(found[place], scores[place]) for place in places)
        return read + tuple(map(hit_of, found[len(scores) :]))


def _cleaned(history: Iterable[Turn], limit: int) -> list[Turn]:
    return [
        clean_question(turn, max_characters=limit) if isinstance(turn, str) else turn
        for turn in history
    ]


def _dates(citations: Sequence[Citation], others: Sequence[OtherAnswer]) -> Dates:
    every = [*citations, *(citation for other in others for citation in other.citations)]
    dates = sorted(citation.published for citation in every if citation.published)
    return Dates(dates[0], dates[-1]) if dates else Dates(None, None)
