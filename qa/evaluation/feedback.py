"""Feedback replayed: every case that a user gave, against the library as it is now.

case -> ask or check again -> compare with what is right, or else with what came then -> report
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from corpus import Filters
from index import QueryEmpty
from qa.errors import QuestionError
from qa.evaluation.metrics import RIGHT_F1, token_f1
from qa.model import Answer
from qa.quotes.model import QuoteCheck
from qa.records import Feedback
from qa.records.coding import decode

Status = Literal["as_expected", "not_as_expected", "unchanged", "changed", "not_replayed"]
WORDS: Mapping[Status, str] = {
    "as_expected": "as expected",
    "not_as_expected": "not as expected",
    "unchanged": "unchanged",
    "changed": "changed",
    "not_replayed": "not replayed",
}
"""How a case stands; the first two where the user said what is right, the next two where not."""
NONE_YET = (
    "No feedback to replay: nothing has been called wrong yet. Do it on the page, beside an "
    "answer, a citation or a verdict."
)
NOT_KEPT = "No feedback to replay: records.keep is off, so none is kept from one start to the next."
NOTHING = "nothing"


class Asker(Protocol):
    """What answers are replayed with: ``qa.Assistant``, or anything that answers."""

    def ask(self, question: str, *, filters: Filters | None = None) -> Answer:
        """Answer a question, or abstain."""
        ...


class Checker(Protocol):
    """What verdicts are replayed with: ``qa.QuoteChecker``, or anything that checks quotations."""

    def check(self, quote: str, *, speaker: str | None = None) -> QuoteCheck:
        """Check a quotation that is claimed to be from a speaker."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayedCase:
    """One case: what it was, what it is now, and how that stands to what it should be."""

    id: str
    kind: str
    given_at: str
    text: str
    """The question, or the quotation."""
    note: str
    expected: str | None
    was: str
    now: str | None
    status: Status
    reason: str | None = None
    """Why it was not replayed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayReport:
    """Every case, the oldest first, and how many there are of each status."""

    cases: tuple[ReplayedCase, ...]
    counts: Mapping[Status, int]


@dataclass(frozen=True, slots=True)
class Replay:
    """Replays cases against one library."""

    library: str
    """Its id: a case of another library says nothing about this one."""
    asker: Asker
    checker: Checker

    def report(self, given: Sequence[Feedback]) -> ReplayReport:
        """Replay everything; given newest first, as the store lists it."""
        return report_of([self.case(one) for one in reversed(given)])

    def case(self, given: Feedback) -> ReplayedCase:
        """Replay one case; one that can't be replayed says why."""
        try:
            then = _read(given)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            return _not_replayed(given, f"another version saved it ({type(error).__name__})")
        if given.library != self.library:
            return _not_replayed(given, "it is about another library", then)
        try:
            if given.kind == "verdict":
                return self._checked(given, then)
            return self._asked(given, then)
        except (QuestionError, QueryEmpty) as error:
            return _not_replayed(given, str(error), then)

    def _asked(self, given: Feedback, then: _Then) -> ReplayedCase:
        answer = self.asker.ask(then.text, filters=then.filters)
        if given.expected is not None:
            status = _judged(_is_right(answer, given.expected))
        elif then.wrong_place is not None:
            cited = [(place.article_id, place.exact) for place in answer.citations]
            status = _compared(then.wrong_place in cited)
        else:
            status = _compared(_essence(answer) == then.essence)
        return _case(given, then, now=_answer_now(answer), status=status)

    def _checked(self, given: Feedback, then: _Then) -> ReplayedCase:
        check = self.checker.check(then.text, speaker=then.speaker)
        if given.expected is not None:
            status = _judged(check.verdict == given.expected)
        else:
            status = _compared((check.verdict, check.wording, check.attribution) == then.essence)
        now = _verdict(check.verdict, check.wording, check.attribution)
        return _case(given, then, now=now, status=status)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Then:
    """What a case says of the time when it was given."""

    text: str
    was: str
    essence: tuple[str | None, ...]
    """What has to be another for the outcome to have changed."""
    speaker: str | None = None
    filters: Filters | None = None
    wrong_place: tuple[str, str] | None = None
    """Article and words that should not be cited."""


def _read(given: Feedback) -> _Then:
    case, got = given.case, given.case["got"]
    if given.kind == "verdict":
        verdict = (got["verdict"], got["wording"], got["attribution"])
        return _Then(
            text=case["quote"], speaker=case["speaker"], was=_verdict(*verdict), essence=verdict
        )
    wrong = case.get("citation")
    cited = [(place["article_id"], place["sentence"]) for place in got["citations"]]
    places = [(place["article_id"], place["start"], place["end"]) for place in got["citations"]]
    return _Then(
        text=case["question"],
        filters=decode(json.dumps(case["filters"]), Filters) if case["filters"] else None,
        was=_said(got["answer"], got["full_form"], got["reason"], places=places),
        essence=(got["answer"], *(cited[0] if cited else (None, None))),
        wrong_place=(wrong["article_id"], wrong["exact"]) if wrong else None,
    )


def report_of(cases: Sequence[ReplayedCase]) -> ReplayReport:
    """The report on some cases."""
    found = Counter(case.status for case in cases)
    return ReplayReport(cases=tuple(cases), counts={status: found[status] for status in WORDS})


def format_replay(report: ReplayReport) -> str:
    """The report for people: each case in a few lines, then the counts."""
    blocks = [_block(number, case) for number, case in enumerate(report.cases, start=1)]
    counts = [f"{count} {WORDS[status]}" for status, count in report.counts.items() if count]
    cases = len(report.cases)
    total = f"{cases} case{'' if cases == 1 else 's'}: {', '.join(counts)}."
    return "\n\n".join([*blocks, total])


def _block(number: int, case: ReplayedCase) -> str:
    lines = [f"{number}. {case.kind}, {case.given_at}: {_one_line(case.text)}"]
    if case.note:
        lines.append(f"   note:     {_one_line(case.note)}")
    lines.append(f"   was:      {_one_line(case.was)}")
    if case.expected is not None:
        lines.append(f"   expected: {_one_line(case.expected) or NOTHING}")
    if case.now is not None:
        lines.append(f"   now:      {_one_line(case.now)}")
    why = f": {case.reason}" if case.reason else ""
    return "\n".join([*lines, f"   {WORDS[case.status]}{why}"])


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _not_replayed(given: Feedback, reason: str, then: _Then | None = None) -> ReplayedCase:
    unread = _Then(text="(can't be read)", was="unknown", essence=())
    return _case(given, then or unread, status="not_replayed", reason=reason)


def _case(
    given: Feedback,
    then: _Then,
    *,
    status: Status,
    now: str | None = None,
    reason: str | None = None,
) -> ReplayedCase:
    return ReplayedCase(
        id=given.id,
        kind=given.kind,
        given_at=given.given_at,
        text=then.text,
        note=given.note,
        expected=given.expected,
        was=then.was,
        now=now,
        status=status,
        reason=reason,
    )


def _judged(is_right: bool) -> Status:
    return "as_expected" if is_right else "not_as_expected"


def _compared(is_same: bool) -> Status:
    return "unchanged" if is_same else "changed"


def _is_right(answer: Answer, expected: str) -> bool:
    """Whether the answer is the expected one, in short or in full; of nothing, an abstention."""
    if not expected:
        return answer.answer is None
    return any(token_f1(form, [expected]) >= RIGHT_F1 for form in (answer.answer, answer.full_form))


def _essence(answer: Answer) -> tuple[str | None, ...]:
    """The answer and where it stands; not at which offset, which changes with the article."""
    first = next(iter(answer.citations), None)
    where = (first.article_id, first.sentence) if first else (None, None)
    return (answer.answer, *where)


def _answer_now(answer: Answer) -> str:
    reason = answer.abstention.reason if answer.abstention else None
    places = [(cited.article_id, cited.start, cited.end) for cited in answer.citations]
    return _said(answer.answer, answer.full_form, reason, places=places)


def _said(
    answer: str | None,
    full_form: str | None,
    reason: str | None,
    *,
    places: Sequence[tuple[str, int | None, int | None]],
) -> str:
    if answer is None:
        return f"no answer ({reason})"
    shown = [f"{name} {start}–{end}" if start is not None else name for name, start, end in places]
    in_full = f", in full {full_form}" if full_form else ""
    return f"{answer}{in_full} [{'; '.join(shown)}]"


def _verdict(verdict: str, wording: str, attribution: str) -> str:
    return f"{verdict} (wording {wording}, attribution {attribution})"
