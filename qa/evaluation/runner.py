"""CONDUCTOR of the evaluation: sets of questions in, measures out.

set -> library -> search each question, ask each question -> measures, failures
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from index import Encoder, Retriever, encoder_named
from qa.assistant import Assistant
from qa.evaluation import summary
from qa.evaluation.gold import read_gold
from qa.evaluation.libraries import fresh_library
from qa.evaluation.model import AskOutcome, Evaluation, Question, SearchOutcome, SetResults
from qa.evaluation.origin import origin_of
from qa.evaluation.outcomes import Asker, Searcher, asked, searched
from qa.evaluation.sets import QuestionSet, digest_of, question_set
from qa.library import Library, Progress
from qa.settings import Settings

PARTS = ("search", "ask")

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
    """Measure search and answers over some sets.

    Args:
        names: Of ``qa.evaluation.sets.SETS``.
        settings: What to measure with; the defaults, not the user's own settings, where ``None``.
        shared: The folder of the shared evaluation sets; beside the project where ``None``.
        work: Where the libraries are made. A folder that is kept saves encoding the same texts
            again; a temporary one is used where ``None``.
        parts: ``search``, ``ask`` or both.
        encoder: In place of the one that the settings name.
        progress: Called with ``reading``, ``indexing`` and ``asking``.

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
            with fresh_library(one, folder, settings, encoder=encoder, progress=progress) as opened:
                results.append(measure_set(one, opened, parts=parts, progress=progress))
    return Evaluation(origin=origin_of(settings, encoder), sets=tuple(results))


def measure_set(
    chosen: QuestionSet,
    opened: Library,
    *,
    parts: Sequence[str] = PARTS,
    progress: Progress | None = None,
) -> SetResults:
    """Measure one set over its library."""
    questions = read_gold(chosen.gold)
    found: list[SearchOutcome] = []
    answered: list[AskOutcome] = []
    if "search" in parts:
        found = search_all(questions, Retriever(opened.search_index), progress=progress)
    if "ask" in parts:
        answered = ask_all(questions, Assistant(opened), progress=progress)
    counts = summary.count(questions)
    alone = [outcome for outcome in found if outcome.question.stands_alone]
    return SetResults(
        name=chosen.name,
        gold_sha256=digest_of([chosen.gold]),
        articles_sha256=digest_of(chosen.articles),
        articles=opened.store.coverage().articles,
        passages=len(opened.store.passage_keys()),
        counts=counts,
        search=summary.measure_search(found) if found else None,
        search_stand_alone=summary.measure_search(alone) if len(alone) < len(found) else None,
        ask=summary.measure_ask(answered) if answered else None,
        failures=(*summary.search_failures(found), *summary.ask_failures(answered)),
    )


def search_all(
    questions: Sequence[Question], searcher: Searcher, *, progress: Progress | None = None
) -> list[SearchOutcome]:
    """Search for every answerable question; for the first one twice, so that no time is loading."""
    answerable = [question for question in questions if not question.is_impossible]
    return _each(answerable, lambda question: searched(question, searcher), progress)


def ask_all(
    questions: Sequence[Question], asker: Asker, *, progress: Progress | None = None
) -> list[AskOutcome]:
    """Ask every question; the first one twice, so that no time is loading."""
    return _each(questions, lambda question: asked(question, asker), progress)


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
