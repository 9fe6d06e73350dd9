"""The records of what a user does. Times are UTC, as ``YYYY-MM-DDTHH:MM:SSZ``."""

from __future__ import annotations

import secrets
import string
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from corpus import Filters
from qa.model import Answer
from qa.quotes.model import CheckedDraft, QuoteCheck

FeedbackKind = Literal["answer", "citation", "verdict"]
"""What is wrong: the words that answer, a place they were cited from, a quotation's verdict."""

ID_CHARACTERS = 20
"""Letters and digits in an id: 119 bits, which nobody guesses."""
NAME_CHARACTERS = 60
"""A conversation's name is at most so long."""

_ALPHABET = string.ascii_letters + string.digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A question with its outcome: an answer, or one line that says why there is none."""

    id: str
    asked_at: str
    question: str
    standalone_question: str | None = None
    """The question as the user completed it; ``None`` where the one in the answer stands."""
    filters: Filters | None = None
    answer: Answer | None = None
    trouble: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedConversation:
    """A conversation as a list shows it."""

    id: str
    name: str
    """Empty until the first question is asked, which then gives the name."""
    created_at: str
    updated_at: str
    """When a turn last came to it, or was replaced."""
    library: str
    """The id of the library that it is about, ``Store.library_id``."""
    turns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """Questions and answers, in the order in which they were asked."""

    id: str
    name: str
    created_at: str
    updated_at: str
    library: str
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedCheck:
    """A quotation that was checked."""

    id: str
    checked_at: str
    library: str
    check: QuoteCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedDraft:
    """A draft that was checked."""

    id: str
    checked_at: str
    library: str
    checked: CheckedDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What a user says is wrong, as a case that the evaluation can replay."""

    id: str
    given_at: str
    library: str
    kind: FeedbackKind
    record_id: str
    """Of the turn, the check or the draft that it is about."""
    note: str
    expected: str | None
    """What is right: an answer, empty where the articles hold none; or a verdict. ``None`` where
    the user did not say."""
    case: Mapping[str, Any]
    """A line of gold questions or gold quotations, and under ``got`` what came; see ``cases``."""


def new_id() -> str:
    """A random id of letters and digits, which can stand in a link and be guessed by nobody."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(ID_CHARACTERS))


def is_id(text: str) -> bool:
    """Whether a text, from a link for example, can be an id.

    >>> is_id("2LqzN0b4cKx81VwyTmAe"), is_id("../records.db")
    (True, False)
    """
    return len(text) == ID_CHARACTERS and text.isascii() and text.isalnum()


def now() -> str:
    """The time."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def name_from(text: str) -> str:
    r"""A name in one line, cut at a word's end where it is longer than ``NAME_CHARACTERS``.

    >>> name_from("  Who runs\nthe port? ")
    'Who runs the port?'
    >>> name_from("word " * 20)
    'word word word word word word word word word word word word…'
    """
    # Control characters and halves of characters show as nothing, and SQLite refuses the latter.
    plain = "".join(" " if unicodedata.category(char) in ("Cc", "Cs") else char for char in text)
    name = " ".join(plain.split())
    if len(name) <= NAME_CHARACTERS:
        return name
    start = name[:NAME_CHARACTERS]
    return (start.rpartition(" ")[0] or start[:-1]).rstrip(" ,;:.") + "…"
