"""index.fusion: scores in, one order out."""

from __future__ import annotations

import pytest

from index import fuse_by_score
from index.config import FusionWeights

EVEN = FusionWeights(bm25=1, cosine=1, sentence=0, pairs=0)


def test_scores_are_the_weighted_mean() -> None:
    # By hand: (0.5 * 6/8 + 0.5 * 0.4 + 0.2 * 0.5 + 0.2 * 1.0) / 1.4
    weights = FusionWeights(bm25=0.5, cosine=0.5, sentence=0.2, pairs=0.2)
    fused = dict(fuse_by_score({1: 8.0, 2: 6.0}, {2: 0.4}, {2: (0.5, 1.0)}, weights=weights))

    assert fused[2] == pytest.approx((0.375 + 0.2 + 0.1 + 0.2) / 1.4)


def test_only_the_proportions_of_weights_matter() -> None:
    scores = {1: 3.0, 2: 1.0}, {1: 0.1, 2: 0.9}

    once = fuse_by_score(*scores, weights=FusionWeights(1, 2, 0, 0))
    twice = fuse_by_score(*scores, weights=FusionWeights(2, 4, 0, 0))
    assert once == twice


def test_a_passage_that_only_one_search_found_counts_nothing_for_the_other() -> None:
    assert fuse_by_score({1: 4.0}, {2: 0.8}, weights=EVEN) == [(1, 0.5), (2, 0.4)]


def test_the_best_possible_score_is_one() -> None:
    assert fuse_by_score({7: 12.5}, {7: 1.0}, {7: (1.0, 1.0)}) == [(7, pytest.approx(1.0))]


def test_ties_are_broken_by_key() -> None:
    assert [key for key, _ in fuse_by_score({3: 1.0, 1: 1.0, 2: 1.0}, {})] == [1, 2, 3]


def test_a_negative_cosine_counts_against_a_passage() -> None:
    assert fuse_by_score({1: 1.0, 2: 1.0}, {1: -0.2}, weights=EVEN) == [(2, 0.5), (1, 0.4)]


def test_shares_of_passages_that_no_search_found_are_no_matter() -> None:
    assert fuse_by_score({}, {}, {5: (1.0, 1.0)}) == []


def test_scores_that_are_all_zero_are_fused() -> None:
    assert fuse_by_score({1: 0.0}, {1: 0.0}) == [(1, 0.0)]


@pytest.mark.parametrize("shares", [(-0.1, 1, 0, 0), (0, 0, 1, 1), (1, 1, -1, 0)])
def test_weights_that_make_no_sense_are_refused(shares: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="fusion weights"):
        FusionWeights(*shares)
