"""What can be set in this layer, with the values it has unless somebody sets another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PassageSettings:
    """How an article is cut into passages. The values come from the ablation in index/README.md."""

    max_characters: int = 900
    """A passage is never longer, unless one sentence alone is; that is then cut at a space."""
    overlap_sentences: int = 0
    """How many sentences at the end of a passage open the next one too."""

    def __post_init__(self) -> None:
        if self.max_characters < 100:
            raise ValueError(f"max_characters is {self.max_characters}; at least 100 are needed")
        if self.overlap_sentences < 0:
            raise ValueError(f"overlap_sentences is {self.overlap_sentences}; 0 is the least")


@dataclass(frozen=True, slots=True)
class CorpusSettings:
    """The corpus layer's section of the settings."""

    max_source_megabytes: int = 20
    """A larger file, or line of a ``.jsonl`` file, is refused: no news article is so long."""
    batch_articles: int = 64
    """Articles committed at a time. A crash loses at most the batch that was not yet reported."""
    passages: PassageSettings = PassageSettings()

    def __post_init__(self) -> None:
        for name in ("max_source_megabytes", "batch_articles"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} is {getattr(self, name)}; at least 1 is needed")
