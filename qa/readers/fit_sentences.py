"""Fit the weights of the sentence reader: ``python -m qa.readers.fit_sentences DATA WORK``.

DATA is a folder with the shared evaluation and reader training sets (``eval/`` and
``reader-train/``), WORK one for the libraries that are made of their articles. Only training
questions are used. The first model gives each sentence its chance among all sentences and none
(a softmax whose extra choice has score 0); the second turns the best's chance into a
confidence, on questions that the first was not fitted on.
"""

from __future__ import annotations

import gzip
import json
import logging
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.library import Library
from qa.questions import read_question
from qa.readers.sentences import (
    FEATURES,
    SentenceReader,
    chances_of,
    confidence_features,
)

logger = logging.getLogger(__name__)

SEED = 20261122
TRAIN_QUESTIONS, SHIFTED_QUESTIONS = 350, 150
"""How many questions of questions-train and of squadshifts to use; each with an answer is used
twice, with its article there and with it left out."""
RIDGE = 0.5
"""Weight of the squared weights, so that features that say the same share it."""
LEAST = {"amount": 1.5, "name": 1.2, "reason": 0.3, "says_more": 0.0}
"""Weights that are not fitted below these. The training questions mostly repeat the words of the
sentence that answers them, so the fit sees little use in the kind of answer; questions that
readers ask of news repeat less. On the training questions the bounds cost under 0.01."""
CONFIDENCE_NAMES = ("bias", "best", "second", "none")


@dataclass(frozen=True, slots=True)
class Example:
    """One question: features of shape (sentences, features), and which sentences are right."""

    features: NDArray[np.float64]
    right: NDArray[np.bool_]


def holds(text: str, answers: Sequence[str]) -> bool:
    """Whether an accepted answer stands in the text, at word borders."""
    return any(
        re.search(rf"(?<!\w){re.escape(answer.lower())}(?!\w)", text.lower()) for answer in answers
    )


def questions_train(data: Path, work: Path) -> Iterator[Example]:
    """The questions over Wikipedia articles, with news articles around them."""
    sources = [data / "eval" / f"articles-{name}.jsonl.gz" for name in ("wiki", "news")]
    library = _library(work / "eval", [row for source in sources for row in _rows(source)])
    rows = _rows(data / "eval" / "questions-train.jsonl.gz")
    for row in random.Random(SEED).sample(rows, TRAIN_QUESTIONS):
        answers = [] if row["impossible"] else row["answers"]

        def is_right(article: str, text: str, row: Any = row, answers: Any = answers) -> bool:
            in_place = article == row["article_id"] and text in row["paragraph"]
            return bool(in_place and holds(text, answers))

        yield from _examples(library, row["question"], is_right, row["article_id"])


def shifted(data: Path, work: Path) -> Iterator[Example]:
    """Questions over single paragraphs: each with its paragraph there, and with it left out."""
    folder = data / "reader-train"
    contexts = {
        row["cid"]: row
        for row in _rows(folder / "squadshifts.contexts.jsonl.gz")
        if row["cid"].startswith(("nyt", "new_wiki"))
    }
    articles = [{"id": cid, "text": row["text"], "language": "en"} for cid, row in contexts.items()]
    library = _library(work / "shifted", articles)
    rows = [
        row for row in _rows(folder / "squadshifts.questions.jsonl.gz") if row["cid"] in contexts
    ]
    for row in random.Random(SEED).sample(rows, SHIFTED_QUESTIONS):
        answers = [answer for answer, _ in row["answers"]]

        def is_right(article: str, text: str, row: Any = row, answers: Any = answers) -> bool:
            return bool(article == row["cid"] and holds(text, answers))

        yield from _examples(library, row["question"], is_right, row["cid"])


def _rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _library(folder: Path, articles: Sequence[dict[str, Any]]) -> Library:
    library = Library.open(folder, create=True)
    source = folder / "articles.jsonl"
    source.write_text("\n".join(json.dumps(row) for row in articles), encoding="utf-8")
    library.add([source])
    return library


def _examples(
    library: Library, asked: str, is_right: Callable[[str, str], bool], source: str
) -> Iterator[Example]:
    """The question with its source article among the others, and without it."""
    question = read_question(asked)
    found = library.search_index.search(asked, 10)
    reader = SentenceReader(library.encoder, library.search_index.rarity)
    sentences, features = reader.features(question, found)
    right = np.asarray([is_right(s.article.id, s.text) for s in sentences], dtype=bool)
    yield Example(features, right)
    if right.any():
        elsewhere = np.asarray([s.article.id != source for s in sentences], dtype=bool)
        yield Example(features[elsewhere], right[elsewhere])


def fit_sentence(examples: Sequence[Example]) -> NDArray[np.float64]:
    """The weights under which right sentences, or none where none is right, are likeliest."""
    from scipy.optimize import minimize

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = 0.0, np.zeros_like(weights)
        for example in examples:
            exponents = np.exp(np.clip(example.features @ weights, -30, 30))
            whole = 1.0 + exponents.sum()
            wanted = exponents * example.right
            part = wanted.sum() if example.right.any() else 1.0
            total += float(np.log(whole) - np.log(part))
            slope += example.features.T @ (exponents / whole)
            if example.right.any():
                slope -= example.features.T @ (wanted / part)
        penalty = np.r_[0.0, weights[1:]]  # the bias is free
        return total + RIDGE * float(penalty @ penalty), slope + 2 * RIDGE * penalty

    start = np.zeros(len(FEATURES))
    bounds = [(LEAST.get(name), None) for name in FEATURES]
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x)


def outcomes(
    examples: Sequence[Example], weights: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """For each question: the confidence features, and whether the best sentence is right."""
    rows, right = [], []
    for example in examples:
        if not len(example.features):
            continue
        chances = chances_of(example.features @ weights)
        rows.append(confidence_features(sorted(chances, reverse=True)))
        right.append(bool(example.right[int(np.argmax(chances))]))
    return np.asarray(rows), np.asarray(right)


def fit_logistic(rows: NDArray[np.float64], right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Weights of a logistic regression with a light ridge."""
    from scipy.optimize import minimize

    signs = np.where(right, 1.0, -1.0)

    def loss(weights: NDArray[np.float64]) -> float:
        fit = float(np.logaddexp(0.0, -signs * (rows @ weights)).sum())
        return fit + 0.01 * float(weights @ weights)

    return np.asarray(minimize(loss, np.zeros(rows.shape[1]), method="L-BFGS-B").x)


def _kept(path: Path) -> list[Example]:
    """The examples of an earlier run, if any; delete the file to make them anew."""
    if not path.exists():
        return []
    with np.load(path) as stored:
        ends = stored["ends"]
        features = np.split(stored["features"], ends[:-1])
        right = np.split(stored["right"], ends[:-1])
    return [Example(f, r) for f, r in zip(features, right, strict=True)]


def _keep(path: Path, examples: list[Example]) -> list[Example]:
    np.savez_compressed(
        path,
        features=np.concatenate([example.features for example in examples]),
        right=np.concatenate([example.right for example in examples]),
        ends=np.cumsum([len(example.features) for example in examples]),
    )
    return examples


def main(data: Path, work: Path) -> None:
    """Fit both models and write ``sentences.json``."""
    examples = _kept(work / "examples.npz") or _keep(
        work / "examples.npz", [*questions_train(data, work), *shifted(data, work)]
    )
    random.Random(SEED).shuffle(examples)
    half = len(examples) // 2
    crossed = [
        outcomes(held, fit_sentence(fitted))
        for fitted, held in ((examples[:half], examples[half:]), (examples[half:], examples[:half]))
    ]
    confidence = fit_logistic(
        np.concatenate([rows for rows, _ in crossed]),
        np.concatenate([right for _, right in crossed]),
    )
    weights = fit_sentence(examples)
    found = {
        "sentence": dict(zip(FEATURES, weights.round(4).tolist(), strict=True)),
        "confidence": dict(zip(CONFIDENCE_NAMES, confidence.round(4).tolist(), strict=True)),
    }
    target = Path(__file__).with_name("sentences.json")
    target.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    answerable = [example for example in examples if example.right.any()]
    logger.info("%d questions, %d answerable", len(examples), len(answerable))
    logger.info("best sentence right: %.3f", outcomes(answerable, weights)[1].mean())


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
