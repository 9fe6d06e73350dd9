"""Questions for yes or no, answered only by the sentence that says it: "Did Gálvez found a gang?".

No yes and no no is ever given. Shown is the sentence that states what is asked, hedged or denied as
its author chose; where none surely does, nothing is shown. How a sentence is compared with the
question is in ``statements.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from corpus import fold
from index import Candidate, terms_of
from qa.answers.asked import Asked, asked_in
from qa.answers.statements import Support, support_of
from qa.questions import Question
from qa.readers.base import Reading

SURE, LEAST = 3.0, 0.5
"""The score, in log-odds, of a sentence with every word as it was asked, and of the loosest one
that still states it. Between them it falls with the words that stand in another form or in the
sentence before, by their rarity. They are set, not fitted: such questions are rare in the data."""

_VERBS = (
    "is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|must|may|might"
)
_ENGLISH = re.compile(
    rf"^(?:and |so |but )?(?:{_VERBS}|(?:{_VERBS}|ca|wo)n['’]?t)\s+(?!tell\b|a look\b)\w", re.I
)
_REQUEST = re.compile(
    r"^(?:can|could|will|would|do|did) you (?:please )?"
    r"(?:tell|show|give|explain|find|list|name|say|let|know|remember|describe|help|look)\b"
)
_ASKS_MORE = re.compile(r"\b(?:what|which|how|or)\b")
_KNOWS_WHO = re.compile(
    r"\b(?:know|say|tell|explain|clear|known) (?:who|whom|whose|when|where|why)\b"
)
_SPANISH_VERBS = (
    "es son era eran fue fueron esta estan estaba estaban estuvo estuvieron ha han habia habian "
    "hay hubo tiene tienen tenia tuvo tuvieron puede pueden podra podria sera seran seria existe "
    "existen dirige vive sigue trabaja controla lidera quiere debe pertenece participa"
).split()
_SPANISH_PAST = re.compile(r"\w+(?:ó|aron|ieron|aba|aban|ía|ían|ará|arán|erá|erán|irá|irán)")
_SPANISH_ASKS = re.compile(
    r"\b(?:qué|quién|quiénes|cuál|cuáles|cuándo|dónde|adónde|cómo|cuánt[oa]s?|[ou])\b"
)


def asks_yes_no(question: Question) -> bool:
    """Whether a question is answered by yes or no: one with the verb first and no alternatives.

    >>> from qa.questions import read_question
    >>> asks_yes_no(read_question("Was Gálvez arrested?")), asks_yes_no(read_question("Who was?"))
    (True, False)
    """
    text = question.text.strip()
    if text.startswith("¿") or _is_spanish(text):
        return _asks_in_spanish(text.lstrip("¿¡ ").lower())
    folded = fold(text)
    asks_more = _ASKS_MORE.search(folded.removesuffix(" or not")) or _KNOWS_WHO.search(folded)
    return bool(_ENGLISH.match(text)) and not asks_more and not _REQUEST.match(folded)


def stating_sentence(
    question: Question, candidates: Sequence[Candidate], *, rarity: Callable[[str], float]
) -> Reading | None:
    """The sentence that states, or denies, just what is asked.

    Args:
        question: One that ``asks_yes_no``.
        candidates: The passages that retrieval brought, best first.
        rarity: A term's inverse document frequency in the library, 0 and up.

    Returns:
        The whole sentence as the answer, with a score between ``LEAST`` and ``SURE``; of equals
        the one of the best candidate, then the first. ``None`` when no sentence surely states it.
    """
    asked = asked_in(question)
    if asked is None:
        return None
    found = [
        reading for reading in _readings(question, asked, candidates, rarity) if reading is not None
    ]
    return min(
        found, key=lambda r: (-r.score, r.candidate, r.article.id, r.answer.start), default=None
    )


def _readings(
    question: Question,
    asked: Asked,
    candidates: Sequence[Candidate],
    rarity: Callable[[str], float],
) -> Iterator[Reading | None]:
    for place, candidate in enumerate(candidates):
        article, spans = candidate.passage.article, candidate.passage.sentences
        for number, span in enumerate(spans):
            before = spans[number - 1] if number else None
            support = support_of(asked, article, span, before)
            if support is not None:
                score = _score(support, question, rarity)
                yield Reading(
                    article=article, answer=span, sentence=span, candidate=place, score=score
                )


def _score(support: Support, question: Question, rarity: Callable[[str], float]) -> float:
    """Between ``LEAST`` and ``SURE``, by the share of the words that stand there as asked."""
    weights = {
        word: 1.0 + max(rarity(term) for term in terms_of(word, question.language))
        for word in support
    }
    covered = sum(weights[word] * credit for word, credit in support.items())
    return LEAST + (SURE - LEAST) * covered / sum(weights.values())


def _is_spanish(text: str) -> bool:
    first = fold(text).partition(" ")[0]
    return first in _SPANISH_VERBS and first not in ("son", "era", "ha", "hay")  # English, too


def _asks_in_spanish(lowered: str) -> bool:
    words = lowered.removeprefix("y ").removeprefix("no ").split()
    if len(words) < 2 or _SPANISH_ASKS.search(lowered):
        return False
    return fold(words[0]) in _SPANISH_VERBS or bool(_SPANISH_PAST.fullmatch(words[0]))
