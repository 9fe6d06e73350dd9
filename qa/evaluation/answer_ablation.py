"""What each part of answering adds: ``python -m qa.evaluation.ablation --answers --data DIR``.

Every row but the last takes the best candidate whatever its confidence, so that rows differ in what
is found and not in how often it is shown. Rows with the same settings share one pass over the
questions, and with it the times.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index import Encoder, encoder_named
from qa.assistant import Assistant
from qa.evaluation.gold import read_gold
from qa.evaluation.libraries import fresh_library
from qa.evaluation.model import AskMeasures, AskOutcome, Counts, Origin, Question
from qa.evaluation.origin import origin_of
from qa.evaluation.outcomes import as_shipped
from qa.evaluation.report import table
from qa.evaluation.runner import ask_all, never_abstaining
from qa.evaluation.sets import QuestionSet
from qa.evaluation.summary import count, measure_ask, measure_confidence
from qa.evaluation.variants import DEFAULT, AnswerVariant, answer_variants
from qa.library import Library
from qa.settings import Settings

HEADER = ("citation right", "exact", "F1", "answered", "abstains", "AUROC", "mean risk",
          "first place", "ms")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One variant measured over one set."""

    variant: str
    set: str
    measures: AskMeasures
    area_under_curve: float | None
    """The mean risk along the risk-coverage curve, which knows no threshold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAblation:
    """All rows, and what made them."""

    origin: Origin
    counts: dict[str, Counts]
    rows: tuple[AnswerRow, ...]


def run_ablation(
    sets: Sequence[QuestionSet], work: Path, chosen: Sequence[AnswerVariant] | None = None
) -> AnswerAblation:
    """Measure variants, every one where ``None``, over some sets."""
    encoder = encoder_named(DEFAULT.index.encoder)
    variants = answer_variants() if chosen is None else chosen
    return AnswerAblation(
        origin=origin_of(DEFAULT, encoder),
        counts={one.name: count(read_gold(one.gold)) for one in sets},
        rows=tuple(row for one in sets for row in _rows(one, work, variants, encoder)),
    )


def _rows(
    one: QuestionSet, work: Path, chosen: Sequence[AnswerVariant], encoder: Encoder
) -> Iterator[AnswerRow]:
    questions = read_gold(one.gold)
    passes: dict[tuple[object, ...], list[AskOutcome]] = {}
    with fresh_library(one, work, DEFAULT, encoder=encoder) as opened:
        for variant in chosen:
            same = tuple(sorted(variant.changes.items()))
            if same not in passes:
                sys.stderr.write(f"{one.name}: {variant.label}\n")
                passes[same] = _asked(questions, opened, variant.settings)
            yield _row(one.name, variant, passes[same])


def _asked(questions: Sequence[Question], opened: Library, settings: Settings) -> list[AskOutcome]:
    """Ask every question over the same articles with other settings, abstention off."""
    other = Library(opened.store, never_abstaining(settings), opened.encoder)
    try:
        return ask_all(questions, Assistant(other))
    finally:
        other.search_index.close()  # not other.close(), which would close the shared store


def _row(name: str, variant: AnswerVariant, candidates: Sequence[AskOutcome]) -> AnswerRow:
    threshold = variant.settings.qa.threshold if variant.abstains else 0.0
    confidence = measure_confidence(candidates, threshold)
    return AnswerRow(
        variant=variant.label,
        set=name,
        measures=measure_ask([as_shipped(candidate, threshold) for candidate in candidates]),
        area_under_curve=confidence.area_under_curve if confidence else None,
    )


def format_ablation(found: AnswerAblation) -> str:
    """A Markdown table a set, a row a variant."""
    return "\n\n".join(
        table(
            (f"{name} ({counts.answerable:,} and {counts.impossible:,} impossible)", *HEADER),
            [_cells(row) for row in found.rows if row.set == name],
        )
        for name, counts in found.counts.items()
    )


def _cells(row: AnswerRow) -> list[str]:
    measures = row.measures
    shares = (
        measures.citation_right,
        measures.exact_match,
        measures.f1,
        measures.answered,
        measures.abstention_share,
        measures.auroc,
        row.area_under_curve,
        measures.passages_first_place,
    )
    time = measures.median_milliseconds
    return [
        row.variant,
        *("–" if share is None else f"{share:.3f}" for share in shares),
        "–" if time is None else f"{time:.1f}",
    ]
