"""What each part of the search adds: ``python -m qa.evaluation.ablation --data DIR``.

Prints a Markdown table and writes ``results/ablation.json``; with ``--answers``, what each part
of answering adds, into ``results/answers.json`` (see ``answer_ablation``). A library is made for
each way of cutting passages; the other rows only change settings. Every row encodes its
questions, also the one that gives the vectors no weight, so the times are those of a whole search.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from index import Encoder, Retriever, SearchIndex, encoder_named
from qa.evaluation import answer_ablation
from qa.evaluation.gold import read_bytes, read_gold
from qa.evaluation.libraries import fresh_library
from qa.evaluation.model import Counts, Origin, SearchMeasures
from qa.evaluation.origin import origin_of
from qa.evaluation.report import table
from qa.evaluation.runner import search_all, work_folder
from qa.evaluation.sets import QUESTION_SETS, QuestionSet, question_set
from qa.evaluation.summary import count, measure_search
from qa.evaluation.variants import DEFAULT, RankFused, Variant, variants
from qa.library import Library

RESULTS = Path(__file__).parent / "results"
MEASURED = ("questions-dev", "questions-cnn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One variant measured over one set."""

    variant: str
    set: str
    passages: int
    measures: SearchMeasures


@dataclass(frozen=True, slots=True, kw_only=True)
class Ablation:
    """All rows, and what made them."""

    origin: Origin
    counts: dict[str, Counts]
    rows: tuple[Row, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write the JSON, print the table."""
    parser = argparse.ArgumentParser(prog="python -m qa.evaluation.ablation", description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder of the shared evaluation sets")
    parser.add_argument("--work", type=Path, help="keep the libraries here")
    parser.add_argument("--output", type=Path, help="default: a file in results/")
    parser.add_argument("--answers", action="store_true", help="the parts of answering")
    parser.add_argument("--set", dest="names", action="append", choices=QUESTION_SETS)
    chosen = parser.parse_args(arguments)
    sets = [question_set(name, chosen.data) for name in chosen.names or MEASURED]
    output = chosen.output or RESULTS / ("answers.json" if chosen.answers else "ablation.json")
    with work_folder(chosen.work) as work:
        found, shown = _answers(sets, work) if chosen.answers else _search(sets, work)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(shown)
    return 0


def _search(sets: Sequence[QuestionSet], work: Path) -> tuple[dict[str, Any], str]:
    found = run_ablation(sets, work)
    return asdict(found), format_ablation(found)


def _answers(sets: Sequence[QuestionSet], work: Path) -> tuple[dict[str, Any], str]:
    found = answer_ablation.run_ablation(sets, work)
    return asdict(found), answer_ablation.format_ablation(found)


def run_ablation(
    sets: Sequence[QuestionSet], work: Path, chosen: Sequence[Variant] | None = None
) -> Ablation:
    """Measure variants, every one where ``None``, over some sets."""
    encoder = encoder_named(DEFAULT.index.encoder)
    rows = [
        row
        for one in sets
        for row in _rows(one, work, list(variants()) if chosen is None else chosen, encoder)
    ]
    return Ablation(
        origin=origin_of(DEFAULT, encoder),
        counts={one.name: count(read_gold(one.gold)) for one in sets},
        rows=tuple(rows),
    )


def _rows(
    one: QuestionSet, work: Path, chosen: Sequence[Variant], encoder: Encoder
) -> Iterator[Row]:
    """The rows of one set; neighbours that need the same library share it."""
    questions = read_gold(one.gold)
    for same in _by_library(chosen):
        with _library(one, work, same[0], encoder) as library:
            for variant in same:
                sys.stderr.write(f"{one.name}: {variant.label}\n")
                with _searcher(variant, library, encoder) as searcher:
                    outcomes = search_all(questions, searcher)
                yield Row(
                    variant=variant.label,
                    set=one.name,
                    passages=len(library.store.passage_keys()),
                    measures=measure_search(outcomes),
                )


def _by_library(chosen: Sequence[Variant]) -> list[list[Variant]]:
    groups: dict[tuple[object, bool], list[Variant]] = {}
    for variant in chosen:
        groups.setdefault((variant.settings.corpus, variant.has_titles), []).append(variant)
    return list(groups.values())


def _library(one: QuestionSet, work: Path, variant: Variant, encoder: Encoder) -> Library:
    if not variant.has_titles:
        work = work / "untitled"
        work.mkdir(parents=True, exist_ok=True)
        one = replace(one, articles=tuple(untitled(path, work) for path in one.articles))
    return fresh_library(one, work, variant.settings, encoder=encoder)


def untitled(path: Path, work: Path) -> Path:
    """A copy of a file of articles in which none has a title or a date."""
    kept = []
    for line in read_bytes(path).decode("utf-8").strip("\n").split("\n"):
        article = json.loads(line)
        article.pop("title", None)
        article.pop("published", None)
        kept.append(json.dumps(article))
    plain = work / f"{path.name.partition('.')[0]}.jsonl"
    plain.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return plain


@contextmanager
def _searcher(
    variant: Variant, library: Library, encoder: Encoder
) -> Iterator[Retriever | RankFused]:
    opened = SearchIndex.open(library.store, variant.settings.index, encoder)
    try:
        retriever = Retriever(opened)
        yield RankFused(retriever) if variant.by_ranks else retriever
    finally:
        opened.close()


def format_ablation(found: Ablation) -> str:
    """A Markdown table: a row a variant, and for each set first place / within five / 1,500."""
    names = list(found.counts)
    header = ["", *(f"{name} ({found.counts[name].answerable:,})" for name in names), "ms a query"]
    rows: dict[str, list[Row]] = {}
    for row in found.rows:
        rows.setdefault(row.variant, []).append(row)
    lines = [[label, *map(_shares, same), _times(same)] for label, same in rows.items()]
    return table(header, lines)


def _shares(row: Row) -> str:
    measures = row.measures
    shares = (measures.first_place, measures.within_five, measures.within_1500_characters)
    return " / ".join("–" if share is None else f"{share:.3f}" for share in shares)


def _times(rows: Sequence[Row]) -> str:
    times = [row.measures.median_milliseconds for row in rows]
    return " / ".join("–" if time is None else f"{time:.1f}" for time in times)


if __name__ == "__main__":
    sys.exit(main())
