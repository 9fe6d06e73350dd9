"""The measures of quote checks as text: shares, kinds, and the misses by kind and verdict."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from qa.evaluation.quote_metrics import Part, QuoteMeasures, QuoteMiss
from qa.evaluation.report import table

SHARES = ("verdict", "wording", "attribution", "place_found", "speaker_found", "changes_named",
          "bearing_right")  # fmt: skip
HEADER = ("quotations", "n", *(name.replace("_", " ") for name in SHARES), "ms", "95 % ms")


def format_quotes(name: str, measures: QuoteMeasures) -> str:
    """The measures of one set; every miss is named by its id, under what went wrong with it."""
    shares = (getattr(measures, share) for share in SHARES)
    times = (measures.median_milliseconds, measures.percentile_95_milliseconds)
    row = (name, f"{measures.quotations:,}", *map(_share, shares), *map(_time, times))
    kinds = [
        (one.kind, str(one.quotations), str(one.right), f"{one.verdict:.3f}")
        for one in measures.kinds
    ]
    never = (
        f"altered called verbatim: {_ids(measures.altered_called_verbatim)}",
        f"absent called verbatim: {_ids(measures.absent_called_verbatim)}",
    )
    return "\n".join(
        [
            table(HEADER, [row]),
            "",
            table((f"{name}: kind", "n", "verdict right", "share"), kinds),
            "",
            *never,
            *_missed(measures.misses),
        ]
    )


def _missed(misses: Iterable[QuoteMiss]) -> Iterable[str]:
    """Wrong verdicts by kind and verdict; then, for each other part, those that have only it wrong.

    A wrong place under a wrong verdict has the same cause, and is not listed twice.
    """
    groups: dict[str, list[str]] = {}
    for part in get_args(Part):
        for miss in misses:
            if miss.wrong[0] == part:
                groups.setdefault(_cause(part, miss), []).append(miss.id)
    for cause, ids in groups.items():
        yield f"{cause} ({len(ids)}): {', '.join(ids)}"


def _cause(part: Part, miss: QuoteMiss) -> str:
    if part == "verdict":
        return f"{miss.kind}, {miss.got} where {miss.expected} is right"
    if part == "attribution":
        return f"{miss.kind}, attribution {miss.attribution}"
    return f"{miss.kind}, {part}"


def _ids(ids: tuple[str, ...]) -> str:
    return f"{len(ids)} ({', '.join(ids)})" if ids else "0"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _time(milliseconds: float | None) -> str:
    return "–" if milliseconds is None else f"{milliseconds:.1f}"
