"""Results as text for people: one table a part, and how many questions failed and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from qa.evaluation.failures import FIRST
from qa.evaluation.model import (
    AskMeasures,
    Evaluation,
    FailureCounts,
    OperatingPoint,
    SearchMeasures,
    SetResults,
)

MISSES_SHOWN = 5
SEARCH_HEADER = ("set", "questions", "first place", "within five", "within 1,500", "MRR", "ms")
ASK_HEADER = ("set", "questions", "citation right", "answered", "exact", "F1", "abstains",
              "AUROC", "overall", "first place", "ms")  # fmt: skip
CONFIDENCE_HEADER = ("set", "calibration error", "Brier", "mean risk", "threshold", "coverage",
                     "risk", "answered", "abstains")  # fmt: skip


def format_report(results: Evaluation) -> str:
    """The measures of every set as Markdown tables, which read well on a terminal too."""
    searched = [row for one in results.sets for row in _search_rows(one)]
    asked = [row for one in results.sets for row in _ask_rows(one)]
    origin = results.origin
    parts = [f"Commit {origin.commit or 'unknown'}, {origin.date}, encoder {origin.encoder}."]
    if searched:
        parts.append("Search\n\n" + table(SEARCH_HEADER, searched))
    if asked:
        parts.append("Answers\n\n" + table(ASK_HEADER, asked))
    if sure := [row for one in results.sets for row in _confidence_rows(one)]:
        parts.append("Confidence\n\n" + table(CONFIDENCE_HEADER, sure))
    parts += [_classes(one) for one in results.sets if one.failure_classes]
    parts += [_misses(one) for one in results.sets]
    return "\n\n".join(parts)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table with aligned columns: the first to the left, numbers to the right.

    >>> print(table(("set", "n"), [("sample", "68")]))
    | set    |  n |
    |:-------|---:|
    | sample | 68 |
    """
    lines = [tuple(header), *map(tuple, rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(header))]
    shown = ["| " + " | ".join(_cells(line, widths)) + " |" for line in lines]
    first, *others = widths
    rule = "|:" + "-" * (first + 1) + "|" + "".join("-" * (width + 1) + ":|" for width in others)
    return "\n".join([shown[0], rule, *shown[1:]])


def _cells(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        text.rjust(width) if place else text.ljust(width)
        for place, (text, width) in enumerate(zip(line, widths, strict=True))
    ]


def _search_rows(one: SetResults) -> Iterable[tuple[str, ...]]:
    if one.search:
        yield _search_row(one.name, one.counts.answerable, one.search)
    if one.search_stand_alone:
        name = f"{one.name}, standing alone"
        yield _search_row(name, one.counts.stand_alone, one.search_stand_alone)


def _search_row(name: str, questions: int, measures: SearchMeasures) -> tuple[str, ...]:
    shares = (
        measures.first_place,
        measures.within_five,
        measures.within_1500_characters,
        measures.mean_reciprocal_rank,
    )
    return (name, f"{questions:,}", *map(_share, shares), _time(measures.median_milliseconds))


def _ask_rows(one: SetResults) -> Iterable[tuple[str, ...]]:
    if one.ask:
        yield _ask_row(one.name, one.counts.questions, one.ask)
    if one.ask_without_abstention:
        name = f"{one.name}, without abstention"
        yield _ask_row(name, one.counts.questions, one.ask_without_abstention)


def _ask_row(name: str, questions: int, measures: AskMeasures) -> tuple[str, ...]:
    found = asdict(measures)
    names = ("citation_right", "answered", "exact_match", "f1", "abstention_share", "auroc",
             "overall", "passages_first_place")  # fmt: skip
    shares = [_share(found[name]) for name in names]
    return (name, f"{questions:,}", *shares, _time(measures.median_milliseconds))


def _confidence_rows(one: SetResults) -> Iterable[tuple[str, ...]]:
    """The threshold that is set, and the one that answers three quarters of the answerable."""
    if not one.confidence:
        return
    found = one.confidence
    whole = (found.expected_calibration_error, found.brier_score, found.area_under_curve)
    yield (one.name, *map(_share, whole), *_point(found.at_threshold))
    if found.three_quarters_answered:
        yield (f"{one.name}, 75% answered", *("",) * 3, *_point(found.three_quarters_answered))


def _point(point: OperatingPoint) -> tuple[str, ...]:
    shares = (point.coverage, point.risk, point.answerable_answered, point.impossible_abstained)
    return (f"{point.threshold:.3f}", *map(_share, shares))


def _classes(one: SetResults) -> str:
    """The classes of the misses of a set, those that occur; of the first 200 and of all."""
    if one.failure_classes is None:
        return ""
    off, shipped = one.failure_classes.without_abstention, one.failure_classes.as_shipped
    header = (f"{one.name}: misses by class", f"without abstention: first {FIRST}", "all",
              f"as shipped: first {FIRST}", "all")  # fmt: skip
    rows = [
        (name, *_counted(off, name), *_counted(shipped, name))
        for name in shipped.classes
        if shipped.classes[name] or off.classes.get(name)
    ]
    return table(header, rows)


def _counted(counts: FailureCounts, name: str) -> tuple[str, str]:
    if name not in counts.classes:
        return "", ""
    return f"{counts.first_200[name]:,}", f"{counts.classes[name]:,}"


def _misses(one: SetResults) -> str:
    """How many questions failed, and the first of each part."""
    lines = [f"{one.name}: {one.articles:,} articles, {one.passages:,} passages."]
    for part, what in (("search", "not in first place"), ("ask", "not answered rightly")):
        failures = [failure for failure in one.failures if failure.of == part]
        if failures:
            apart = sum(not failure.stands_alone for failure in failures)
            lines.append(f"{len(failures):,} {what}, {apart:,} of which don't stand alone:")
            alone = [failure for failure in failures if failure.stands_alone]
            lines += [f"  {miss.id}  {miss.question}" for miss in alone[:MISSES_SHOWN]]
    return "\n".join(lines)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _time(milliseconds: float | None) -> str:
    return "–" if milliseconds is None else f"{milliseconds:.1f}"
