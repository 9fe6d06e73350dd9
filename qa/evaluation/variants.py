"""What the ablations compare: settings of the index, of passages and of answers, one at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from corpus import CorpusSettings, PassageSettings
from index import Hit, IndexSettings
from qa.config import AnswerSettings
from qa.evaluation.outcomes import Searcher
from qa.settings import Settings

DEFAULT = Settings()

RANK_OFFSET = 60
"""The k of reciprocal rank fusion in the paper."""

PASSAGES = ((900, 1), (900, 2), (1000, 1), (700, 1), (500, 1))
"""Lengths and overlaps beside the default's 900 and 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One row of the ablation."""

    label: str
    settings: Settings = DEFAULT
    has_titles: bool = True
    """Whether the articles keep title and date, which the encoder is given with each passage."""
    by_ranks: bool = False
    """Fuse by reciprocal rank with equal weights, in place of the index's own fusion."""


def variants() -> Iterator[Variant]:
    """Every row, in the order of the table."""
    yield Variant(label="BM25 only", settings=weighted(cosine=0, sentence=0, pairs=0))
    yield Variant(label="vectors only", settings=weighted(bm25=0, cosine=1, sentence=0, pairs=0))
    yield Variant(label="both, equal-weight reciprocal ranks", by_ranks=True)
    yield Variant(label="both, weighted scores", settings=weighted(sentence=0, pairs=0))
    yield Variant(label="+ best sentence", settings=weighted(pairs=0))
    yield Variant(label="+ neighbouring words", settings=weighted(sentence=0))
    yield Variant(label="**all four: the default**")
    for boost in (0.0, 0.5):
        yield Variant(label=f"title boost {boost}", settings=boosted(boost))
    yield Variant(
        label="title boost 0.0, encoder without title and date",
        settings=boosted(0.0),
        has_titles=False,
    )
    for length, overlap in PASSAGES:
        yield Variant(
            label=f"passages of {length:,}, overlap {overlap}", settings=cut(length, overlap)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerVariant:
    """One row of the ablation of answers."""

    label: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    """Fields of ``AnswerSettings`` that differ from the defaults."""
    abstains: bool = False
    """Whether the default threshold is applied; else every best candidate is an answer."""

    @property
    def settings(self) -> Settings:
        """The settings of this row."""
        return replace(DEFAULT, qa=replace(DEFAULT.qa, **self.changes))


ANSWER_VARIANTS = (
    AnswerVariant(label="without reader: sentences", changes={"reader": "sentences"}),
    AnswerVariant(label="reader for spans only", changes={"rerank": False}),
    AnswerVariant(label="+ re-ranking"),
    AnswerVariant(label="**+ confidence: the default**", abstains=True),
)
"""Each row adds to the one before: spans, the order of passages, abstaining."""


def answer_variants() -> tuple[AnswerVariant, ...]:
    """The rows whose settings there are."""
    known = {item.name for item in fields(AnswerSettings)}
    return tuple(variant for variant in ANSWER_VARIANTS if set(variant.changes) <= known)


def weighted(**weights: float) -> Settings:
    """The defaults with other fusion weights."""
    changed = replace(DEFAULT.index.weights, **weights)
    return _with_index(replace(DEFAULT.index, weights=changed))


def boosted(title_boost: float) -> Settings:
    """The defaults with another weight of words in titles."""
    return _with_index(replace(DEFAULT.index, title_boost=title_boost))


def cut(max_characters: int, overlap_sentences: int) -> Settings:
    """The defaults with other passages."""
    passages = PassageSettings(max_characters, overlap_sentences)
    return replace(DEFAULT, corpus=CorpusSettings(passages=passages))


def _with_index(changed: IndexSettings) -> Settings:
    return replace(DEFAULT, index=changed)


class RankFused:
    """A searcher that fuses another's BM25 and cosine by reciprocal ranks, both with weight 1.

    Source: Cormack, Clarke and Buettcher, "Reciprocal Rank Fusion outperforms Condorcet and
    individual rank learning methods", SIGIR 2009.
    """

    def __init__(self, searcher: Searcher, pool: int = DEFAULT.index.pool) -> None:
        """Fuse what ``searcher`` finds, the best ``pool`` by either score."""
        self._searcher, self._pool = searcher, pool

    def search(self, query: str, k: int = 10) -> list[Hit]:
        """The best passages by the sum of 1/(60 + rank); ties by passage id."""
        found = self._searcher.search(query, 2 * self._pool)
        fused: dict[str, float] = defaultdict(float)
        by_words = sorted(
            (hit for hit in found if hit.bm25 > 0), key=lambda hit: (-hit.bm25, hit.passage_id)
        )
        by_meaning = sorted(found, key=lambda hit: (-hit.cosine, hit.passage_id))
        for ranking in (by_words, by_meaning):
            for rank, hit in enumerate(ranking[: self._pool], start=1):
                fused[hit.passage_id] += 1 / (RANK_OFFSET + rank)
        ranked = sorted(found, key=lambda hit: (-fused[hit.passage_id], hit.passage_id))
        return ranked[:k]
