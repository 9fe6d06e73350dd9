"""Feedback made into cases of the evaluation: lines as its gold files have them.

What is wrong with an answer or a citation gives a line of gold questions, what is wrong with a
verdict a line of gold quotations. Under ``got`` stands what came. Where the user did not say what
is right, the line lacks what the gold needs, until somebody who has looked fills it in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any, get_args

from corpus import folded_words
from qa.model import Answer, Citation
from qa.quotes.model import QuoteCheck, Verdict
from qa.records.model import Feedback, Turn, new_id, now

_KINDS: Mapping[str, str] = {
    "paraphrased": "reported_speech",
    "misattributed": "misattributed",
    "not_found": "absent",
    "too_short": "too_short",
}
_CHANGED: Mapping[str, str] = {
    "number": "number_changed", "date": "date_changed", "negation": "negated",
    "name": "name_swapped", "modal": "modal_changed", "dropped": "dropped", "added": "added",
}  # fmt: skip
"""The gold's kinds of quotations, by verdict and by the first change of an altered one."""

_UNLOCATED = ("not_found", "too_short")


def feedback_on_answer(
    turn: Turn, *, library: str, note: str = "", expected: str | None = None
) -> Feedback:
    """Say that an answer, or an abstention, is wrong.

    Args:
        turn: The turn with the answer.
        library: The id of the library that was asked.
        note: What the user says about it.
        expected: What is right; empty where the articles hold no answer, ``None`` where not said.

    Raises:
        ValueError: The turn has no answer.
    """
    if turn.answer is None:
        raise ValueError(f"turn {turn.id} has no answer that could be wrong")
    feedback_id = new_id()
    expected = expected.strip() if expected is not None else None
    case = _question(turn, turn.answer, expected)
    return Feedback(
        id=feedback_id,
        given_at=now(),
        library=library,
        kind="answer",
        record_id=turn.id,
        note=note,
        expected=expected,
        case=_plain(case | {"id": feedback_id, "note": note}),
    )


def feedback_on_citation(
    turn: Turn, citation: Citation, *, library: str, note: str = "", expected: str | None = None
) -> Feedback:
    """Say that an answer should not be cited from a place; as ``feedback_on_answer``."""
    on_answer = feedback_on_answer(turn, library=library, note=note, expected=expected)
    case = {**on_answer.case, "citation": _place(citation)}
    return replace(on_answer, kind="citation", case=case)


def feedback_on_verdict(
    check: QuoteCheck, *, record_id: str, library: str, note: str = "", expected: str | None = None
) -> Feedback:
    """Say that the verdict of a quote check is wrong.

    Args:
        check: The check.
        record_id: Of the saved check, or of the draft that the quotation is from.
        library: The id of the library that it was checked against.
        note: What the user says about it.
        expected: The right verdict; ``None`` where not said.

    Raises:
        ValueError: ``expected`` is no verdict.
    """
    if expected is not None and expected not in get_args(Verdict):
        raise ValueError(f"{expected!r} is no verdict; they are {list(get_args(Verdict))}")
    feedback_id = new_id()
    return Feedback(
        id=feedback_id,
        given_at=now(),
        library=library,
        kind="verdict",
        record_id=record_id,
        note=note,
        expected=expected,
        case=_plain(_quotation(check, expected) | {"id": feedback_id, "note": note}),
    )


def _question(turn: Turn, answer: Answer, expected: str | None) -> dict[str, Any]:
    """A gold question: the stand-alone one, since a line has no conversation around it."""
    article_id, sentence = _where(answer, expected) if expected else (None, None)
    return {
        "question": turn.standalone_question or answer.standalone_question,
        "answers": [expected] if expected else [],
        "impossible": expected == "",
        "article_id": article_id,
        "sentence": sentence,
        "asked": answer.question,
        "filters": asdict(turn.filters) if turn.filters else None,
        "got": {
            "answer": answer.answer,
            "full_form": answer.full_form,
            "reason": answer.abstention.reason if answer.abstention else None,
            "confidence": answer.confidence,
            "citations": [_place(citation) for citation in answer.citations],
        },
    }


def _where(answer: Answer, expected: str) -> tuple[str | None, str | None]:
    """The article, and the sentence if one was cited, that holds what is right; else unknown."""
    for citation in _cited(answer):
        if _holds(citation.sentence, expected):
            return citation.article_id, citation.sentence
    for hit in answer.passages:
        if _holds(hit.text, expected):
            return hit.article_id, None
    return None, None


def _cited(answer: Answer) -> Iterator[Citation]:
    yield from answer.citations
    for other in answer.other_answers:
        yield from other.citations


def _holds(text: str, words: str) -> bool:
    wanted = " ".join(folded_words(words))
    return bool(wanted) and f" {wanted} " in f" {' '.join(folded_words(text))} "


def _quotation(check: QuoteCheck, expected: str | None) -> dict[str, Any]:
    """A gold quotation; what follows from nothing that the user said is left open."""
    is_misattributed = expected == "misattributed"
    located = check.match if expected and expected not in _UNLOCATED else None
    place = _place(located) if located and located.start is not None else {}
    return {
        "kind": _kind(check, expected),
        "quote": check.quote,
        "speaker": check.claimed_speaker,
        "verdict": expected,
        "wording": None if is_misattributed else expected,
        "attribution": _attribution(check, is_misattributed=is_misattributed),
        "article": place.get("article_id"),
        "start": place.get("start"),
        "end": place.get("end"),
        "true_speaker": None,
        "change_kinds": [],
        "bears_on_meaning": None,
        "got": {
            "verdict": check.verdict,
            "wording": check.wording,
            "attribution": check.attribution,
            "speaker": check.speaker,
            "changes": [asdict(change) for change in check.changes],
            "match": _place(check.match) if check.match else None,
        },
    }


def _kind(check: QuoteCheck, expected: str | None) -> str | None:
    if expected == "verbatim":
        return "attributed" if check.claimed_speaker else "true"
    if expected == "altered":
        first = next((change.kind for change in check.changes), None)
        return _CHANGED.get(first or "", "word_changed")
    return _KINDS[expected] if expected else None


def _attribution(check: QuoteCheck, *, is_misattributed: bool) -> str | None:
    if is_misattributed:
        return "contradicted"
    return None if check.claimed_speaker else "not_claimed"


def _place(citation: Citation) -> dict[str, Any]:
    names = ("article_id", "revision", "start", "end", "exact", "sentence")
    return {name: getattr(citation, name) for name in names}


def _plain(case: Mapping[str, Any]) -> dict[str, Any]:
    """The case as JSON gives it back, with lists for tuples; the id comes first."""
    plain: dict[str, Any] = json.loads(json.dumps({"id": None, **case}))
    return plain
