"""qa.evaluation.variants: what the ablation compares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from index import Hit
from qa.evaluation.variants import DEFAULT, RankFused, cut, variants, weighted

Make = Callable[..., Any]


@dataclass
class Fixed:
    """Finds the same passages whatever is asked."""

    hits: list[Hit]

    def search(self, query: str, k: int = 10) -> list[Hit]:
        return self.hits[:k]


def test_exactly_one_row_is_the_default() -> None:
    assert [v.label for v in variants() if v.settings == DEFAULT and not v.by_ranks] == [
        "**all four: the default**"
    ]


def test_labels_are_different() -> None:
    labels = [variant.label for variant in variants()]

    assert len(set(labels)) == len(labels)


def test_a_variant_changes_nothing_but_what_it_names() -> None:
    changed = weighted(cosine=0.0)

    assert changed.corpus == DEFAULT.corpus
    assert changed.index.weights.cosine == 0.0
    assert changed.index.weights.bm25 == DEFAULT.index.weights.bm25
    assert cut(500, 2).index == DEFAULT.index


def test_ranks_are_fused_by_the_paper_s_formula(hit: Make) -> None:
    # Words: a, b, c. Meaning: c, b, a. By hand: a and c have 1/61 + 1/63, b has 2/62, which is
    # less; a stands before c by its passage id.
    hits = [hit("", "c", bm25=1.0, cosine=0.9), hit("", "b", bm25=2.0, cosine=0.5),
            hit("", "a", bm25=3.0, cosine=0.1)]  # fmt: skip

    found = RankFused(Fixed(hits)).search("anything", 2)

    assert [one.article_id for one in found] == ["a", "c"]


def test_a_passage_without_a_word_of_the_query_has_no_rank_by_words(hit: Make) -> None:
    hits = [hit("", "a", bm25=0.0, cosine=0.5), hit("", "b", bm25=1.0, cosine=0.4)]

    found = RankFused(Fixed(hits)).search("anything")

    assert [one.article_id for one in found] == ["b", "a"]  # 1/61 + 1/62 against 1/61
