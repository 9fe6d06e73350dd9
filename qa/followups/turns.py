"""The turns before a follow-up, each with what its question and its cited answer say."""

from __future__ import annotations

from dataclasses import dataclass

from qa.followups.clauses import Clause, parse
from qa.followups.words import auxiliary_family, plain
from qa.model import Answer

LONGEST_NAME = 8
"""An answer of more words is a sentence, and not put into a question as it is."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question that was asked, and what was answered."""

    asked: str
    """As it was typed."""
    question: str
    """As it stands alone."""
    answer: str | None
    """The answer where it is a name or phrase, in its fullest form."""
    sentence: str
    """Sentences with the evidence; empty after an abstention."""

    @property
    def clause(self) -> Clause | None:
        """The question taken apart."""
        return parse(self.question)


def turn_of(answer: Answer) -> Turn:
    """The turn that an answer ended."""
    phrase = next((text for text in (answer.full_form, answer.answer) if text), "")
    evidence = [citation.sentence for citation in answer.citations]
    return Turn(
        asked=answer.question,
        question=answer.standalone_question,
        answer=tidy(phrase) if is_phrase(phrase) else None,
        sentence=" ".join(dict.fromkeys([answer.answer or "", *evidence])).strip(),
    )


def is_phrase(text: str) -> bool:
    """Whether an answer can stand in a question: short, and no sentence.

    >>> is_phrase("Carlos MacDowell Villacorta"), is_phrase("No image of it was shown.")
    (True, False)
    """
    tokens = text.split()
    is_short = 0 < len(tokens) <= LONGEST_NAME
    has_verb = any(auxiliary_family(plain(token)) for token in tokens if token[:1].islower())
    return is_short and not has_verb and any(char.isalnum() for char in text)


def tidy(text: str) -> str:
    """A phrase without the quotation marks around it and the full stop behind it."""
    stripped = text.strip().strip('"“”«»').strip()
    return stripped[:-1] if stripped.endswith((".", ",", ";")) else stripped
