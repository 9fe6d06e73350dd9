"""Fuse the evidence for passages into one order, by weighted scores.

BM25 has no upper end, so it is divided by the query's best; the cosine and the two shares of
``index.proximity`` are taken as they are. The weights are fitted (index/README.md). Fusing ranks
with equal weights was measured worse than BM25 alone. To add evidence, give it a weight in
``index.config.FusionWeights`` and a term here.
"""

from __future__ import annotations

from collections.abc import Mapping

from index.config import FusionWeights

Share = tuple[float, float]
"""(sentence, pairs), as ``index.proximity`` gives them."""


def fuse_by_score(
    bm25: Mapping[int, float],
    cosine: Mapping[int, float],
    shares: Mapping[int, Share] | None = None,
    *,
    weights: FusionWeights | None = None,
) -> list[tuple[int, float]]:
    """Fuse scores of the same passages.

    Args:
        bm25: Score by passage key, 0 and up. A passage missing here has no term of the query.
        cosine: Cosine by passage key, from -1 to 1. A passage missing here counts as 0.
        shares: Sentence and pairs by passage key. A passage missing here counts as 0 in both.
        weights: What each counts; the defaults where ``None``.

    Returns:
        (passage key, fused score) pairs, best first, ties by key. The best possible score is 1.

    >>> even = FusionWeights(bm25=1, cosine=1, sentence=0, pairs=0)
    >>> fuse_by_score({1: 4.0, 2: 1.0}, {1: 0.5, 2: 0.9, 3: 0.2}, weights=even)
    [(1, 0.75), (2, 0.575), (3, 0.1)]
    """
    weights = weights or FusionWeights()
    shares = shares or {}
    best = max(bm25.values(), default=0.0) or 1.0
    total = weights.bm25 + weights.cosine + weights.sentence + weights.pairs
    fused: dict[int, float] = {}
    for key in bm25.keys() | cosine.keys():
        sentence, pairs = shares.get(key, (0.0, 0.0))
        fused[key] = (
            weights.bm25 * bm25.get(key, 0.0) / best
            + weights.cosine * cosine.get(key, 0.0)
            + weights.sentence * sentence
            + weights.pairs * pairs
        ) / total
    return sorted(fused.items(), key=lambda pair: (-pair[1], pair[0]))
