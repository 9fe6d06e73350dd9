"""Gold questions, hits and results made by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fakes import line

from corpus import Coverage
from index import Hit
from qa import Citation
from qa.evaluation.model import (
    AskOutcome,
    ConfidenceMeasures,
    Counts,
    Question,
    SearchOutcome,
    SetResults,
)
from qa.evaluation.quote_metrics import (
    GoldQuote,
    Place,
    QuoteKind,
    QuoteMeasures,
    judge,
    measure,
)
from qa.evaluation.quotes import KINDS
from qa.evaluation.reliability import reliability_bins
from qa.evaluation.selective import (
    Judged,
    area_under_curve,
    curve,
    operating_point,
    three_quarters_answered,
)
from qa.evaluation.sets import QuestionSet
from qa.evaluation.summary import measure_ask, measure_search
from qa.quotes.model import Cropped, QuoteCheck

Make = Callable[..., Any]


@pytest.fixture
def gold() -> Make:
    """A gold question: answerable by "Lima" in the article "port", unless said otherwise."""

    def make(text: str = "Where is Callao?", **fields: Any) -> Question:
        made = {
            "id": "q1", "answers": ("Lima",), "is_impossible": False, "article_id": "port",
            "stands_alone": True,
        }  # fmt: skip
        return Question(question=text, **(made | fields))

    return make


@pytest.fixture
def hit() -> Make:
    """A passage of an article."""

    def make(text: str, article_id: str = "port", **fields: Any) -> Hit:
        made = {
            "article_id": article_id, "revision": 1, "text_sha256": "", "title": None,
            "passage_id": f"{article_id}@1#0", "published": None, "publisher": None, "url": None,
            "start": 0, "end": len(text), "bm25": 1.0, "cosine": 0.5, "fused_score": 0.5,
        }  # fmt: skip
        return Hit(text=text, **(made | fields))

    return make


@pytest.fixture
def cited() -> Make:
    """A citation of some words of a sentence; ``at`` is where the sentence begins."""

    def make(
        words: str, sentence: str, article_id: str = "port", *, at: int = 0, **fields: Any
    ) -> Citation:
        start = at + sentence.index(words)
        made = {
            "number": 1, "article_id": article_id, "revision": 1, "text_sha256": "",
            "current": True, "title": None, "authors": (), "publisher": None, "published": None,
            "url": None, "licence": None, "language": None, "exact": words, "prefix": "",
            "suffix": "", "start": start, "end": start + len(words), "sentence": sentence,
            "sentence_start": at, "sentence_end": at + len(sentence),
        }  # fmt: skip
        return Citation(**(made | fields))

    return make


@pytest.fixture
def found(gold: Make) -> Make:
    """What a search brought for a question."""

    def make(rank: int | None, **fields: Any) -> SearchOutcome:
        made = {
            "question": gold(), "is_within_reading": rank is not None, "got": "A passage.",
            "got_article": "port", "milliseconds": 1.0,
        }  # fmt: skip
        return SearchOutcome(rank=rank, **(made | fields))

    return make


@pytest.fixture
def replied(gold: Make) -> Make:
    """What asking brought: an answer, or an abstention where it is ``None``."""

    def make(answer: str | None, **fields: Any) -> AskOutcome:
        made = {
            "question": gold(), "reason": None if answer else "not_in_articles", "confidence": 0.5,
            "exact_match": 0.0, "f1": 0.0, "is_citation_right": False, "rank": 1,
            "is_within_reading": True, "got_sentence": answer, "got_article": "port",
            "milliseconds": 1.0,
        }  # fmt: skip
        return AskOutcome(answer=answer, **(made | fields))

    return make


@pytest.fixture
def gold_quote() -> Make:
    """A gold quotation: true, of the article "port", by Luis Pantoja; unless said otherwise."""

    def make(**fields: Any) -> GoldQuote:
        made = {
            "id": "true-01", "kind": "true", "alteration": None, "quote": "The port is closed.",
            "speaker": None, "verdict": "verbatim", "wording": "verbatim",
            "attribution": "not_claimed", "place": Place("port", 100, 120),
            "true_speaker": "Luis Pantoja", "change_kinds": (), "bears_on_meaning": False,
        }  # fmt: skip
        return GoldQuote(**(made | fields))

    return make


@pytest.fixture
def quote_check(cited: Make) -> Make:
    """What a check said: verbatim in the article "port", by Luis Pantoja; unless said otherwise."""

    def make(**fields: Any) -> QuoteCheck:
        made = {
            "id": None, "quote": "The port is closed.", "claimed_speaker": None,
            "verdict": fields.get("wording", "verbatim"), "wording": "verbatim",
            "attribution": "not_claimed", "abridged": False, "cropped": Cropped(),
            "match": cited("The port is closed.", "The port is closed.", start=100, end=120),
            "changes": (), "speaker": "Gen. Luis Pantoja", "cue": "said",
            "in_quotation_marks": True, "occurrences": (), "nearest": (),
            "searched": Coverage(1, None, None),
        }  # fmt: skip
        return QuoteCheck(**(made | fields))

    return make


@pytest.fixture
def quote_measures(gold_quote: Make, quote_check: Make) -> QuoteMeasures:
    """Every kind of the gold with one quotation, and nothing wrong."""
    gold = gold_quote(change_kinds=("number",), bears_on_meaning=None)
    right = judge(gold, quote_check(), 1.0)
    right.judged["changes"] = right.judged["bearing"] = True
    kinds = tuple(QuoteKind(kind=kind, quotations=1, right=1, verdict=1.0) for kind in KINDS)
    return replace(measure([right], "q"), kinds=kinds)


@pytest.fixture
def results(found: Make, replied: Make, gold: Make, quote_measures: QuoteMeasures) -> Make:
    """Results of two searches and of two questions; half of the searches miss the first place."""

    def make(**fields: Any) -> SetResults:
        impossible = gold(is_impossible=True, answers=())
        answers = [
            replied("Lima", f1=0.5, is_citation_right=True, confidence=0.9),
            replied(None, question=impossible, confidence=0.1),
        ]
        made = {
            "name": "sample", "gold_sha256": "g", "articles_sha256": "a", "articles": 2,
            "passages": 3, "counts": Counts(questions=3, answerable=2, impossible=1, stand_alone=2),
            "search": measure_search([found(1), found(6)]), "search_stand_alone": None,
            "ask": measure_ask(answers), "quotes": quote_measures, "failures": (),
        }  # fmt: skip
        return SetResults(**(made | fields))

    return make


@pytest.fixture
def small_set(tmp_path: Path) -> QuestionSet:
    """Two questions over two articles, in files."""
    articles, questions = tmp_path / "articles.jsonl", tmp_path / "questions.jsonl"
    port = line("The port of Callao lies near Lima.", id="port", title="Callao")
    bread = line("Bread is baked from flour.", id="bread", title="Bread")
    asked = {"id": "q1", "question": "Where does Callao lie?", "answers": ["Lima"],
             "impossible": False, "article_id": "port"}  # fmt: skip
    unanswered = {"id": "q2", "question": "Who is the mayor of Callao?", "answers": [],
                  "impossible": True, "article_id": None}  # fmt: skip
    write_lines(articles, port, bread)
    write_lines(questions, asked, unanswered)
    return QuestionSet("small", questions, (articles,))


@pytest.fixture
def curved() -> Callable[[], ConfidenceMeasures]:
    """Confidence over forty questions, a quarter of them impossible: two bins, forty points."""

    def make() -> ConfidenceMeasures:
        judged = [
            Judged(confidence=n / 40, is_right=n > 20 and n % 4 > 0, is_impossible=n % 4 == 0)
            for n in range(40)
        ]
        bins = reliability_bins([(one.confidence, one.is_right) for one in judged])
        return ConfidenceMeasures(
            expected_calibration_error=0.1, brier_score=0.2, bins=bins,
            at_threshold=operating_point(judged, 0.5),
            three_quarters_answered=three_quarters_answered(judged),
            area_under_curve=area_under_curve(judged), curve=curve(judged),
        )  # fmt: skip

    return make


def write_lines(path: Path, *objects: object) -> None:
    """One object a line."""
    path.write_text("\n".join(map(json.dumps, objects)), encoding="utf-8")
