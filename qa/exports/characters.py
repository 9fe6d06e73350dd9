"""Characters that a file can't hold, or that would change how the rest of it is read."""

from __future__ import annotations

import re

_SPACES = re.compile(r"\s+")
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of surrogate pairs, what XML forbids, and the two marks that turn
the direction of all letters behind them around."""
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def flat(text: str) -> str:
    r"""A text in one line, to be shown; spaces at its ends are kept.

    >>> flat("so \n it\x00ends ")
    'so it�ends '
    """
    return _UNSHOWABLE.sub("\ufffd", _SPACES.sub(" ", text))


def storable(text: str) -> str:
    """A text with its line breaks, as UTF-8 and every spreadsheet can hold it."""
    return _UNSTORABLE.sub("\ufffd", text)
