"""Quotations, measured: each gold quotation is checked, and the check compared with the gold.

gold quotations -> check each against the library -> verdict, place, speaker, changes -> measures

The project's own gold, ``gold/quotes.jsonl``, says of every quotation what a check must find out.
A line of the shared set says what was done to the source instead, and the expectations follow.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, get_args

from corpus import OnRecordError
from qa.evaluation.gold import read_records
from qa.evaluation.quote_metrics import (
    GoldQuote,
    Place,
    QuoteMeasures,
    QuoteOutcome,
    judge,
    measure,
)
from qa.evaluation.sets import digest_of
from qa.library import Progress
from qa.quotes.model import Attribution, ChangeKind, QuoteCheck, Verdict, Wording

KINDS = (
    "true", "number_changed", "date_changed", "negated", "name_swapped", "word_changed",
    "modal_changed", "dropped", "added", "cropped", "spliced", "misattributed", "attributed",
    "reporters_words", "reported_speech", "same_value", "translated", "absent", "too_short",
)  # fmt: skip
"""The kinds of the project's own gold; the README says what each is."""

_SHARED: Mapping[str, tuple[Verdict, Wording, Attribution | None]] = {
    "verbatim": ("verbatim", "verbatim", None),
    "altered": ("altered", "altered", None),
    "absent": ("not_found", "not_found", None),
    "attributed": ("verbatim", "verbatim", "confirmed"),
    "misattributed": ("misattributed", "verbatim", "contradicted"),
}
"""What the kinds of the shared set come to."""


class Checker(Protocol):
    """What is measured: ``qa.quotes.check.QuoteChecker``, or anything that checks quotations."""

    def check(self, quote: str, *, speaker: str | None = None) -> QuoteCheck:
        """Check a quotation that is claimed to be from a speaker."""
        ...


def read_quotes(path: Path) -> tuple[GoldQuote, ...]:
    """The quotations of a ``.jsonl`` or ``.jsonl.gz`` file, in its order.

    Raises:
        GoldInvalid: A line is no object, lacks a field, repeats an id, or contradicts itself.
    """
    return read_records(path, _gold)


def measure_quotes(
    path: Path, checker: Checker, *, progress: Progress | None = None
) -> QuoteMeasures:
    """Check every quotation of a gold file; the first one twice, so that no time is loading.

    Args:
        path: The gold.
        checker: Over the library that the gold is of.
        progress: Called with ``checking``.
    """
    quotes = read_quotes(path)
    if quotes:
        checked(quotes[0], checker)
    outcomes = []
    for gold in quotes:
        outcomes.append(checked(gold, checker))
        if progress:
            progress("checking", len(outcomes), len(quotes))
    return measure(outcomes, digest_of([path]))


def checked(gold: GoldQuote, checker: Checker) -> QuoteOutcome:
    """Check one quotation. A refused one is a miss, not an end."""
    started = time.perf_counter()
    try:
        check: QuoteCheck | None = checker.check(gold.quote, speaker=gold.speaker)
    except OnRecordError:
        check = None
    return judge(gold, check, 1000 * (time.perf_counter() - started))


def _gold(line: dict[str, Any]) -> GoldQuote:
    return _own(line) if "verdict" in line else _shared(line)


def _own(line: dict[str, Any]) -> GoldQuote:
    _known("kind", line["kind"], KINDS)
    _known("verdict", line["verdict"], get_args(Verdict))
    _known("wording", line["wording"], (None, *get_args(Wording)))
    _known("attribution", line["attribution"], (None, *get_args(Attribution)))
    for kind in line["change_kinds"]:
        _known("change", kind, get_args(ChangeKind))
    if line["verdict"] not in (line["wording"], "misattributed"):
        raise ValueError("the verdict is neither the wording nor 'misattributed'")
    if (line["verdict"] == "misattributed") != (line["attribution"] == "contradicted"):
        raise ValueError("misattributed and contradicted go together")
    return GoldQuote(
        id=str(line["id"]),
        kind=line["kind"],
        alteration=None,
        quote=line["quote"],
        speaker=line["speaker"],
        verdict=line["verdict"],
        wording=line["wording"],
        attribution=line["attribution"],
        place=_place(line["article"], line["start"], line["end"]),
        true_speaker=line["true_speaker"],
        change_kinds=tuple(line["change_kinds"]),
        bears_on_meaning=line["bears_on_meaning"],
    )


def _shared(line: dict[str, Any]) -> GoldQuote:
    verdict, wording, attribution = _SHARED[line["kind"]]
    alteration = line["alteration"]
    return GoldQuote(
        id=str(line["id"]),
        kind=line["kind"],
        alteration=alteration,
        quote=line["quote"],
        speaker=line["speaker"],
        verdict=verdict,
        wording=wording,
        attribution=attribution,
        place=_place(line["article_id"], line["start"], line["end"]),
        true_speaker=line["true_speaker"],
        change_kinds=(alteration,) if alteration else (),
        bears_on_meaning=None,
    )


def _known(what: str, value: object, values: Sequence[object]) -> None:
    if value not in values:
        raise ValueError(f"{value!r} is no {what}; they are {list(values)}")


def _place(article_id: str | None, start: int | None, end: int | None) -> Place | None:
    if article_id is None and start is None and end is None:
        return None
    if article_id is None or start is None or end is None or not 0 <= start < end:
        raise ValueError("the place is no range of an article")
    return Place(article_id, start, end)
