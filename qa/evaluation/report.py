"""Results as text for people: one table a part, and how many questions failed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from qa.evaluation.model import Evaluation, SearchMeasures, SetResults

MISSES_SHOWN = 5
SEARCH_HEADER = ("set", "questions", "first place", "within five", "within 1,500", "MRR", "ms")
ASK_HEADER = ("set", "questions", "citation right", "answered", "exact", "F1", "abstains",
              "AUROC", "overall", "ms")  # fmt: skip


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
        found = asdict(one.ask)
        names = ("citation_right", "answered", "exact_match", "f1", "abstention_share", "auroc",
                 "overall")  # fmt: skip
        shares = [_share(found[name]) for name in names]
        yield (one.name, f"{one.counts.questions:,}", *shares, _time(one.ask.median_milliseconds))


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
