"""Why questions go wrong, told from the words and places alone, as far as that goes.

A question has one class, the first that fits in the order of ``CAUSES``. To add a class, name it
there and return it from ``cause``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from index import Hit
from qa.evaluation import metrics
from qa.evaluation.model import AskOutcome, FailureClasses, FailureCounts, Question
from qa.model import Answer, Citation

FIRST = 200
"""So many misses, from the first on, are counted apart: as many as somebody reads through."""

CAUSES = {
    "question_does_not_stand_alone": "the question can't be understood without its article",
    "accepted_elsewhere": "an accepted answer, word for word, but in another article",
    "boundaries_close": "too many or too few words, with F1 of 0.5 or more: counts as right",
    "not_retrieved": "no passage that was read is of the right article and holds an answer",
    "no_candidate": "nothing in the passages was taken for an answer",
    "other_passage": "such a passage was read, and the answer taken from another",
    "other_sentence": "the right passage, a sentence without an accepted answer",
    "other_span": "a sentence with an accepted answer, and other words of it",
    "boundaries": "words that overlap an accepted answer, with F1 below 0.5",
}
"""Of an answerable question whose best candidate is not exactly right."""

OUTCOMES = {
    "answered_impossible": "answered though the articles hold no answer",
    "abstained_answerable": "not answered though they hold one",
}
"""What else goes wrong as shipped."""


def cause(question: Question, answer: Answer | None) -> str | None:
    """Why the best candidate is not exactly an accepted answer in the right article.

    Args:
        question: The gold question.
        answer: What asking it with abstention off brought; ``None`` for a refused question.

    Returns:
        A name of ``CAUSES``; ``None`` where it is exactly right, and for an impossible question.
    """
    if question.is_impossible:
        return None
    text = answer.answer if answer else None
    best = answer.citations[0] if answer and answer.citations else None
    article_id = best.article_id if best else None
    is_exact = metrics.exact_match(text, question.answers) == 1.0
    if is_exact and article_id == question.article_id:
        return None
    if not question.stands_alone:
        return "question_does_not_stand_alone"
    if is_exact:
        return "accepted_elsewhere"
    if metrics.is_right(text, article_id, question.article_id, question.answers):
        return "boundaries_close"
    return _wrong_place(question, best, answer.passages if answer else ())


def _wrong_place(question: Question, best: Citation | None, passages: Sequence[Hit]) -> str:
    """How far the way from the articles to the words was right."""
    read = [hit for hit in passages if hit.reader_score is not None] or passages
    holding = [
        hit
        for hit in read
        if hit.article_id == question.article_id
        and metrics.holds_answer(hit.text, question.answers)
    ]
    if not holding:
        return "not_retrieved"
    if best is None:
        return "no_candidate"
    if not any(_is_inside(best, hit) for hit in holding):
        return "other_passage"
    return _wrong_words(question, best)


def _wrong_words(question: Question, best: Citation) -> str:
    places = list(metrics.places_of_answer(best.sentence, question.answers))
    if not places:
        return "other_sentence"
    start = (best.start or 0) - (best.sentence_start or 0)
    end = start + len(best.exact)
    overlaps = any(start < place_end and place_start < end for place_start, place_end in places)
    return "boundaries" if overlaps else "other_span"


def _is_inside(citation: Citation, hit: Hit) -> bool:
    """Whether the quoted words stand in the passage; those of a whole article stand in none."""
    if citation.start is None or citation.end is None:
        return False
    is_same = citation.article_id == hit.article_id and citation.revision == hit.revision
    return is_same and hit.start <= citation.start and citation.end <= hit.end


def failure_class(shipped: AskOutcome) -> str | None:
    """What went wrong for somebody who asks: abstaining wrongly or not at all, or the words."""
    question = shipped.question
    if question.is_impossible:
        return None if shipped.answer is None else "answered_impossible"
    return "abstained_answerable" if shipped.answer is None else shipped.failure_class


def count_failures(
    candidates: Sequence[AskOutcome], shipped: Sequence[AskOutcome]
) -> FailureClasses:
    """Count both ways of going wrong.

    Args:
        candidates: Every question asked with abstention off, in the order of the gold file.
        shipped: The same with the threshold that is set.
    """
    return FailureClasses(
        without_abstention=_counted((outcome.failure_class for outcome in candidates), CAUSES),
        as_shipped=_counted(map(failure_class, shipped), OUTCOMES | CAUSES),
    )


def _counted(found: Iterable[str | None], names: Iterable[str]) -> FailureCounts:
    misses = [name for name in found if name is not None]
    every, first = Counter(misses), Counter(misses[:FIRST])
    names = list(names)
    return FailureCounts(
        misses=len(misses),
        classes={name: every[name] for name in names},
        first_200={name: first[name] for name in names},
    )
