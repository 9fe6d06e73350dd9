"""Which language a text is in, or that it can't be told."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

MINIMUM_WORDS = 5
MINIMUM_PROBABILITY = 0.5
"""Five plain words of English reach 0.64, a row of names or made-up words stays below 0.45."""

READ_CHARACTERS = 4000
"""More text does not change the answer, and takes longer."""


def detect_language(text: str) -> str | None:
    """The language of a text as ISO 639-1; ``None`` when the text is too short or unclear.

    >>> detect_language("La policía dijo el lunes que abrirá el puerto."), detect_language("OK")
    ('es', None)
    """
    sample = text[:READ_CHARACTERS]
    if len(sample.split()) < MINIMUM_WORDS or not any(map(str.isalpha, sample)):
        return None
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= MINIMUM_PROBABILITY and len(language) == 2 else None


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """py3langid's model; loading it takes most of a second, so it is kept."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
