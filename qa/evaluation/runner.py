"""CONDUCTOR of the evaluation: sets of questions and quotations in, measures out.

set -> library -> search and ask each question, check each quotation -> measures, failures

Every question is asked once, with abstention off; the threshold that is set is applied to what
came, so that the measures as shipped and those of the best candidates are of the same answers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from index import Encoder, Retriever, encoder_named
from qa.assistant import Assistant
from qa.evaluation import summary
from qa.evaluation.failures import count_failures
from qa.evaluation.gold import read_gold
from qa.evaluation.libraries import fresh_library
from qa.evaluation.model import AskOutcome, Evaluation, Question, SearchOutcome, SetResults
from qa.evaluation.origin import origin_of
from qa.evaluation.outcomes import Asker, K, Searcher, as_shipped, asked, searched
from qa.evaluation.quote_metrics import QuoteMeasures
from qa.evaluation.quotes import measure_quotes
from qa.evaluation.sets import QuestionSet, digest_of, question_set
from qa.library import Library, Progress
from qa.quotes.check import QuoteChecker
from qa.settings import Settings

PARTS = ("search", "ask", "quotes")

Outcome = TypeVar("Outcome", SearchOutcome, AskOutcome)


def run_evaluation(
    names: Sequence[str] = ("sample",),
    *,
    settings: Settings | None = None,
    shared: Path | None = None,
    work: Path | None = None,
    parts: Sequence[str] = PARTS,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> Evaluation:
    """Measure search, answers and quote checks over some sets.

    Args:
        names: Of ``qa.evaluation.sets.SETS``.
        settings: What to measure with; the defaults, not the user's own settings, where ``None``.
        shared: The folder of the shared evaluation sets; beside the project where ``None``.
        work: Where the libraries are made. A folder that is kept saves encoding the same texts
            again; a temporary one is used where ``None``.
        parts: Of ``PARTS``.
        encoder: In place of the one that the settings name.
        progress: Called with ``reading``, ``indexing``, ``asking`` and ``checking``.

    Raises:
        SetUnavailable: A set's files are not there; nothing was measured.
        GoldInvalid: Its gold questions can't be used.
    """
    settings = settings or Settings()
    encoder = encoder or encoder_named(settings.index.encoder)
    chosen = [question_set(name, shared) for name in names]
    results = []
    with work_folder(work) as folder:
        for one in chosen:
            with fresh_library(
                one, folder, never_abstaining(settings), encoder=encoder, progress=progress
            ) as opened:
                results.append(
                    measure_set(
                        one,
                        opened,
                        threshold=settings.qa.threshold,
                        parts=parts,
                        progress=progress,
                    )
                )
    return Evaluation(origin=origin_of(settings, encoder), sets=tuple(results))


def never_abstaining(settings: Settings) -> Settings:
    """The same settings with the threshold at 0: every best candidate is an answer."""
    return replace(settings, qa=replace(settings.qa, threshold=0.0))


def measure_set(
    chosen: QuestionSet,
    opened: Library,
    *,
    threshold: float,
    parts: Sequence[str] = PARTS,
    progress: Progress | None = None,
) -> SetResults:
    """Measure one set over its library.

    Args:
        chosen: The questions and quotations.
        opened: The library, with settings that never abstain.
        threshold: The one that is set.
        parts: Of ``PARTS``.
        progress: Called with ``asking`` and ``checking``.
    """
    questions = read_gold(chosen.gold)
    found: list[SearchOutcome] = []
    candidates: list[AskOutcome] = []
    if "search" in parts:
        found = search_all(questions, Retriever(opened.search_index), progress=progress)
    if "ask" in parts:
        k = max(K, opened.settings.qa.passages_read)
        candidates = ask_all(questions, Assistant(opened), k=k, progress=progress)
    alone = [outcome for outcome in found if outcome.question.stands_alone]
    results = SetResults(
        name=chosen.name,
        gold_sha256=digest_of([chosen.gold]) if chosen.gold else "",
        articles_sha256=digest_of(chosen.articles),
        articles=opened.store.coverage().articles,
        passages=len(opened.store.passage_keys()),
        counts=summary.count(questions),
        search=summary.measure_search(found) if found else None,
        search_stand_alone=summary.measure_search(alone) if len(alone) < len(found) else None,
        ask=None,
        quotes=check_all(chosen, opened, progress=progress) if "quotes" in parts else None,
        failures=tuple(summary.search_failures(found)),
    )
    return _with_answers(results, candidates, threshold) if candidates else results


def _with_answers(
    results: SetResults, candidates: Sequence[AskOutcome], threshold: float
) -> SetResults:
    """The same with the measures of answers, as shipped and with abstention off."""
    shipped = [as_shipped(candidate, threshold) for candidate in candidates]
    return replace(
        results,
        ask=summary.measure_ask(shipped),
        ask_without_abstention=summary.measure_ask(candidates),
        confidence=summary.measure_confidence(candidates, threshold),
        failure_classes=count_failures(candidates, shipped),
        failures=(
            *results.failures,
            *summary.ask_failures(shipped),
            *summary.candidate_failures(candidates),
        ),
    )


def search_all(
    questions: Sequence[Question], searcher: Searcher, *, progress: Progress | None = None
) -> list[SearchOutcome]:
    """Search for every answerable question; for the first one twice, so that no time is loading."""
    answerable = [question for question in questions if not question.is_impossible]
    return _each(answerable, lambda question: searched(question, searcher), progress)


def ask_all(
    questions: Sequence[Question], asker: Asker, *, k: int = K, progress: Progress | None = None
) -> list[AskOutcome]:
    """Ask every question; the first one twice, so that no time is loading."""
    return _each(questions, lambda question: asked(question, asker, k), progress)


def check_all(
    chosen: QuestionSet, opened: Library, *, progress: Progress | None = None
) -> QuoteMeasures | None:
    """Check every quotation of a set; ``None`` where it has none."""
    if chosen.quotes is None:
        return None
    return measure_quotes(chosen.quotes, QuoteChecker(opened), progress=progress)


def write_json(evaluation: Evaluation, path: Path) -> None:
    """Write the results as JSON, a file that the next run replaces."""
    text = json.dumps(asdict(evaluation), indent=2, ensure_ascii=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n", encoding="utf-8")


def _each(
    questions: Sequence[Question],
    measured: Callable[[Question], Outcome],
    progress: Progress | None,
) -> list[Outcome]:
    if questions:
        measured(questions[0])
    outcomes = []
    for question in questions:
        outcomes.append(measured(question))
        if progress:
            progress("asking", len(outcomes), len(questions))
    return outcomes


@contextmanager
def work_folder(work: Path | None) -> Iterator[Path]:
    """The folder that is named, or one that is erased at the end."""
    if work is not None:
        yield work
        return
    with TemporaryDirectory(prefix="onrecord-evaluation-") as folder:
        yield Path(folder)
