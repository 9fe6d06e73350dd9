"""Text from users and articles in labels of widgets, which Streamlit reads as Markdown."""

from __future__ import annotations

import re

from ui.render.markup import UNSHOWABLE

_SIGNS = r"!-/:-@\[-`{-~"
_SIGN = re.compile(rf"([{_SIGNS}])(?=(\S?))")
_JOINER = "\u2060"
"""Joins words and shows nothing; between two signs it keeps Streamlit from making one of them."""


def plain_label(text: str) -> str:
    r"""A label that shows a text as it is, in one line.

    Signs become references to characters, which Markdown takes for letters.

    >>> plain_label("*a* :smile: --")
    '&#42;a&#42; &#58;\u2060smile&#58; &#45;\u2060&#45;'
    """
    shown = " ".join(UNSHOWABLE.sub("\ufffd", text).split())
    return _SIGN.sub(_reference, shown)


def _reference(found: re.Match[str]) -> str:
    sign, following = found[1], found[2]
    makes_a_pair = bool(re.match(rf"[{_SIGNS}]", following)) or (sign == ":" and bool(following))
    return f"&#{ord(sign)};{_JOINER if makes_a_pair else ''}"
