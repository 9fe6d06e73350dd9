"""Follow-ups: what a question leaves out is taken over from the turns before it, by rule.

A question that names nobody and points back ("Who directs it?", "And when?") gets the names of the
last turn that had some, in brackets behind it, so that the question stays as it was asked and
what was added can be seen and edited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import folded_words
from qa.model import Answer
from qa.questions import read_question

_POINTS_BACK = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|this|that|these|those|there|then|"
    r"el|ella|ellos|ellas|su|sus|este|esta|esto|eso|ese|esa|alli|entonces)\b"
)
_GOES_ON = re.compile(r"^(?:and|but|so|also|what about|how about|y|pero|entonces)\b")
FEW_WORDS = 1
"""A question without names and with no more content words than this leaves something out."""


def standalone_question(question: str, history: Sequence[str | Answer]) -> str:
    """The question with what it leaves out.

    Args:
        question: As it was asked.
        history: The turns before it, oldest first: questions, or whole answers, whose cited
            titles are not used: only what was asked.

    >>> standalone_question("And how old is he?", ["Who directs the Andean Cartel?"])
    'And how old is he? (Andean Cartel)'
    >>> standalone_question("Who won in Berlin?", ["Who directs the Andean Cartel?"])
    'Who won in Berlin?'
    """
    if not history or not _leaves_out(question):
        return question
    for turn in reversed(history):
        earlier = turn if isinstance(turn, str) else turn.standalone_question
        names = _names(earlier)
        if names:
            return f"{question} ({', '.join(names)})"
    return question


def _leaves_out(question: str) -> bool:
    read = read_question(question)
    if read.names:
        return False
    plain = " ".join(folded_words(question))
    points_back = _POINTS_BACK.search(plain) or _GOES_ON.search(plain)
    return points_back is not None or len(read.words) <= FEW_WORDS


def _names(question: str) -> list[str]:
    """The names in a question as they are written, neighbouring words as one."""
    known = read_question(question).names
    found: list[str] = []
    last_end = -1
    for match in re.finditer(r"[^\W_][\w'’-]*", question):
        word = match.group()
        if not word[0].isupper() or not set(folded_words(word)) & known:
            continue
        if found and match.start() == last_end + 1:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
        last_end = match.end()
    return list(dict.fromkeys(found))
