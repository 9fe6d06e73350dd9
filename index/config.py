"""What can be set in this layer. The values come from the ablation in index/README.md."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_ENCODER = "all-MiniLM-L6-v2"


@dataclass(frozen=True, slots=True)
class FusionWeights:
    """Shares of the fused score; only their proportions matter."""

    bm25: float = 0.5
    cosine: float = 0.5
    sentence: float = 0.2
    """Of the query's words, weighed by rarity, the share in the passage's best sentence."""
    pairs: float = 0.2
    """Of the query's neighbouring words, the share that are neighbours in the passage too."""

    def __post_init__(self) -> None:
        shares = (self.bm25, self.cosine, self.sentence, self.pairs)
        if min(shares) < 0.0 or self.bm25 + self.cosine <= 0.0:
            raise ValueError("fusion weights are 0 and up, and bm25 and cosine not both 0")


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """The index layer's section of the settings."""

    encoder: str = DEFAULT_ENCODER
    """``all-MiniLM-L6-v2`` comes with the installation; any other name of a sentence-transformers
    model, or a folder that holds one, is loaded through that library."""
    weights: FusionWeights = FusionWeights()
    """What each kind of evidence counts in the fused score."""
    title_boost: float = 0.3
    """How much a word in the title counts beside one in the passage."""
    pool: int = 100
    """How many passages each of the two searches brings to the fusion."""
    closely_read: int = 30
    """How many of the best are looked at word by word, for ``sentence`` and ``pairs``."""

    def __post_init__(self) -> None:
        if self.title_boost < 0.0:
            raise ValueError(f"title_boost is {self.title_boost}; 0 is the least")
        for name in ("pool", "closely_read"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} is {getattr(self, name)}; 1 is the least")
        if not self.encoder.strip():
            raise ValueError("encoder is empty; name a model")
