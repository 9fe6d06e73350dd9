"""From scores to the chance that an answer is right."""

from __future__ import annotations

import math


def chance(log_odds: float) -> float:
    """The chance that some log-odds stand for.

    >>> chance(0.0)
    0.5
    """
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))
