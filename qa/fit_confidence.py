"""Fit the weights of ``qa.confidence``: ``python -m qa.fit_confidence DATA WORK``.

Questions-dev and questions-cnn are read once and what the reader found is kept in WORK; questions
that the reader was trained on would flatter it. Figures are cross-validated: every article is
judged by weights that were fitted without it. The weights that are kept are fitted on all.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.confidence import WEIGHTS, answer_scores, chance, confidence_row, passage_shares
from qa.evaluation.gold import read_gold
from qa.evaluation.libraries import fresh_library
from qa.evaluation.metrics import auroc, holds_answer, is_citation_right, is_right, mean, token_f1
from qa.evaluation.model import Question as Gold
from qa.evaluation.sets import question_set
from qa.features import (
    ANSWER_FEATURES,
    CONFIDENCE_FEATURES,
    PASSAGE_FEATURES,
    Weighable,
    passage_features,
    weighable,
)
from qa.kept_readings import KeptReader
from qa.library import Library
from qa.questions import read_question
from qa.readers import TrainedReader
from qa.readers.wording import word_weights
from qa.reading import read_candidates
from qa.settings import load_settings

logger = logging.getLogger(__name__)

SETS = {"questions-dev": 1.0, "questions-cnn": 0.5}
"""What a question of each set counts in the fit of confidence. Those over CNN stories, whose misses
are mostly vague questions and other articles, say nothing of impossible questions; counted in full
they cost 0.012 of AUROC, left out they cost more among themselves."""
FOLDS = 5
RIDGE = 0.3
"""Weight of the squared weights, so that features that say the same share it."""
ELSEWHERE = 0.5
"""What the right words in another article are worth."""

LEAST = {
    "answer": {"amount": 1.0, "name": 1.0, "other": 0.9, "in_other_words": 1.0},
    "confidence": {"amount": 0.4, "name": 0.5, "other": 0.3, "in_other_words": 1.3},
}
"""Weights that are not fitted below these. The questions of the sets mostly repeat the words of the
sentence that answers them, so the fit sees little use in the kind of answer and in related words;
what readers ask of news repeats less. On the sets the bounds cost 0.0024 of F1, and confidence is
a little better for them."""

Floats = NDArray[np.float64]
Loss = Callable[[Floats], tuple[float, Floats]]


@dataclass(frozen=True, slots=True)
class Example:
    """One question with everything that could be made of it."""

    set_name: str
    fold: int
    is_impossible: bool
    answers: tuple[Weighable, ...]
    f1: Floats
    """Of each answer against the accepted ones."""
    worth: Floats
    """The same, halved outside the right article: there the words may stand by chance."""
    is_right: NDArray[np.bool_]
    """Of each answer: enough of an accepted one, in the right article."""
    cited: NDArray[np.bool_]
    """Of each answer: its sentence holds an accepted one, in the right article."""
    passages: Floats
    holds: NDArray[np.bool_]
    """Of each passage: the right article's, with an accepted answer in it."""


def fit(examples: Sequence[Example]) -> dict[str, Floats]:
    """The three models' weights."""
    answerable = [e for e in examples if not e.is_impossible]
    answer = _choosing(
        [(np.stack([a.answer for a in e.answers]), e.worth) for e in answerable if e.answers],
        [LEAST["answer"].get(name) for name in ANSWER_FEATURES],
    )
    scored = [(e, answer_scores(e.answers, answer)) for e in examples]
    passage = _choosing(
        [
            (passages_of(e, scores), e.holds.astype(np.float64))
            for e, scores in scored
            if not e.is_impossible
        ],
        [None] * len(PASSAGE_FEATURES),
    )
    chosen = [(e, best) for e, scores in scored if (best := best_of(e, scores)) is not None]
    confidence = _logistic(
        np.stack([row for _, (_, row) in chosen]),
        np.asarray([e.is_right[place] for e, (place, _) in chosen]),
        np.asarray([SETS[e.set_name] for e, _ in chosen]),
    )
    return {"answer": answer, "passage": passage, "confidence": confidence}


def passages_of(example: Example, scores: Sequence[float]) -> Floats:
    """The features of the passages, under the answer model's scores of the answers."""
    rows = example.passages.copy()
    rows[:, PASSAGE_FEATURES.index("answer")] = passage_shares(example.answers, scores, len(rows))
    return rows


def best_of(example: Example, scores: Sequence[float]) -> tuple[int, Floats] | None:
    """The place of the answer with the best score, and its confidence features."""
    if not scores:
        return None
    best = int(np.argmax(scores))
    return best, confidence_row(example.answers, scores, best)


def figures(examples: Sequence[Example], threshold: float = 0.5) -> dict[str, float]:
    """Cross-validated measures of one set, with abstention off and at a threshold."""
    outcome: dict[str, list[float]] = {"f1": [], "cited": [], "first": [], "yes": [], "no": []}
    answered: list[float] = []
    for fold in range(FOLDS):
        weights = fit([e for e in examples if e.fold != fold])
        for example in (e for e in examples if e.fold == fold):
            scores = answer_scores(example.answers, weights["answer"])
            best = best_of(example, scores)
            sure = chance(float(best[1] @ weights["confidence"])) if best else 0.0
            outcome["no" if example.is_impossible else "yes"].append(sure)
            if not example.is_impossible:
                outcome["f1"].append(float(example.f1[best[0]]) if best else 0.0)
                outcome["cited"].append(float(best is not None and example.cited[best[0]]))
                first = int(np.argmax(passages_of(example, scores) @ weights["passage"]))
                outcome["first"].append(float(example.holds[first]))
                answered.append(outcome["f1"][-1] if sure >= threshold else 0.0)
    right = [float(sure < threshold) for sure in outcome["no"]]
    return {
        "f1": _mean(outcome["f1"]),
        "citation_right": _mean(outcome["cited"]),
        "first_place": _mean(outcome["first"]),
        "auroc": _known(auroc(outcome["yes"], outcome["no"])),
        "answered": _mean([float(sure >= threshold) for sure in outcome["yes"]]),
        "abstained": _mean(right),
        "overall": _mean(answered + right),
        "abstained_at_75": _abstained_at(outcome["yes"], outcome["no"], 0.75),
    }


def _abstained_at(yes: Sequence[float], no: Sequence[float], share: float) -> float:
    cut = float(np.quantile(yes, 1 - share))
    return _mean([float(sure < cut) for sure in no])


def _mean(values: Sequence[float]) -> float:
    return _known(mean(values))


def _known(measure: float | None) -> float:
    """A measure of no questions is not a number."""
    return float("nan") if measure is None else measure


def _choosing(cases: Sequence[tuple[Floats, Floats]], least: Sequence[float | None]) -> Floats:
    """Weights under which a softmax over the rows of each case finds the most worth."""
    useful = [(rows, worth) for rows, worth in cases if worth.max(initial=0.0) > 0]

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = 0.0, np.zeros(len(least))
        for rows, worth in useful:
            scores = rows @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            wanted = shares * worth / (shares @ worth)
            total -= float(np.log(shares @ worth))
            slope += rows.T @ (shares - wanted)
        return total + RIDGE * float(weights @ weights), slope + 2 * RIDGE * weights

    return _minimised(loss, least)


def _logistic(rows: Floats, right: Floats, counts: Floats) -> Floats:
    """Weights of a logistic regression; the first feature is the bias and goes unpunished.

    ``counts`` says what each row counts, 1 as a rule.
    """
    punished = np.ones(rows.shape[1])
    punished[0] = 0.0

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = np.clip(rows @ weights, -30, 30)
        likely = 1 / (1 + np.exp(-scores))
        total = float(counts @ (np.logaddexp(0, scores) - right * scores))
        slope = rows.T @ (counts * (likely - right))
        penalty = RIDGE * float(punished @ weights**2)
        return total + penalty, slope + 2 * RIDGE * punished * weights

    return _minimised(loss, [LEAST["confidence"].get(name) for name in CONFIDENCE_FEATURES])


def _minimised(loss: Loss, least: Sequence[float | None]) -> Floats:
    from scipy.optimize import minimize

    start = np.asarray([max(0.0, bound or 0.0) for bound in least])
    bounds = [(bound, None) for bound in least]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds)
    return np.asarray(found.x)


def examples_of(name: str, data: Path, work: Path, model: Path | None) -> list[Example]:
    """Every question of a set, read by the trained reader."""
    chosen = question_set(name, data / "eval")
    with fresh_library(chosen, work, load_settings(environment={})) as library:
        reader = TrainedReader(model) if model else TrainedReader()
        kept = KeptReader(reader, work / f"readings-{name}.jsonl")
        return [_example(gold, name, library, kept) for gold in read_gold(chosen.gold)]


def _example(gold: Gold, name: str, library: Library, reader: Any) -> Example:
    question = read_question(gold.question)
    settings = library.settings.qa
    found = library.search_index.search(gold.question, settings.passages_read)
    result = read_candidates(reader, question, found)
    of_words = word_weights(question, library.search_index.rarity)
    answers = tuple(weighable(question, found, result, of_words))
    accepted = gold.answers
    f1, worth, right = [], [], []
    for answer in answers:
        best = answer.reading
        words, found_in = best.article.text[best.answer.start : best.answer.end], best.article.id
        f1.append(token_f1(words, accepted))
        worth.append(f1[-1] * (1.0 if found_in == gold.article_id else ELSEWHERE))
        right.append(is_right(words, found_in, gold.article_id, accepted))
    holds = [
        c.passage.article.id == gold.article_id and holds_answer(c.passage.text, accepted)
        for c in found
    ]
    return Example(
        set_name=name,
        fold=sum(map(ord, gold.article_id or gold.id)) % FOLDS,
        is_impossible=gold.is_impossible,
        answers=answers,
        f1=np.asarray(f1),
        worth=np.asarray(worth),
        is_right=np.asarray(right, dtype=bool) & (not gold.is_impossible),
        cited=np.asarray([_is_cited(answer, gold) for answer in answers], dtype=bool),
        passages=passage_features(question, found, result, of_words, [0.0] * len(found)),
        holds=np.asarray(holds, dtype=bool),
    )


def _is_cited(answer: Weighable, gold: Gold) -> bool:
    reading = answer.reading
    sentence = reading.article.text[reading.sentence.start : reading.sentence.end]
    return is_citation_right(reading.article.id, sentence, gold.article_id, gold.answers)


def write_weights(weights: dict[str, Floats], reader: str) -> None:
    """Put the weights of a reader into the file, beside those of the others."""
    models = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    names = {
        "answer": ANSWER_FEATURES, "passage": PASSAGE_FEATURES, "confidence": CONFIDENCE_FEATURES,
    }  # fmt: skip
    models[reader] = {
        part: {n: round(float(w), 4) for n, w in zip(names[part], row, strict=True)}
        for part, row in weights.items()
    }
    WEIGHTS.write_text(json.dumps(models, indent=2) + "\n", encoding="utf-8")


def main(data: Path, work: Path, model: Path | None = None) -> None:
    """Read, fit, write, and say how well it does."""
    examples = [e for name in SETS for e in examples_of(name, data, work, model)]
    for name in (*SETS, "both"):
        of_set = [e for e in examples if name in (e.set_name, "both")]
        logger.info("%s %s", name, {k: round(v, 4) for k, v in figures(of_set).items()})
    reader = TrainedReader(model) if model else TrainedReader()
    write_weights(fit(examples), reader.name)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main(*map(Path, sys.argv[1:]))
