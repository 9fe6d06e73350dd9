"""What the trained reader sees: a question and a passage as tokens, cut to the model's window.

    [CLS] question [SEP] title (YYYY-MM-DD) passage text [SEP]
      0       0      0         1                1          1     token types

A passage that is too long for one window becomes several, each with the question and the header,
which overlap. Training and reading use this very module, so the model reads what it was taught on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

Tokenizer: TypeAlias = Any
"""A ``tokenizers.Tokenizer``, a library without types."""

MAX_TOKENS = 384
"""Tokens in a window, the special ones included."""
OVERLAP_TOKENS = 128
"""Tokens of a passage that stand in one of its windows and in the next one too."""
MAX_QUESTION_TOKENS = 64
"""A longer question is cut behind so many tokens."""
MAX_HEADER_TOKENS = 64
"""So is a longer header: a title of hundreds of words must not crowd out the passage."""
_SPECIAL_TOKENS = 3


@dataclass(frozen=True, slots=True)
class Window:
    """One forward pass's worth of a passage.

    The tokens ``first`` to ``first + len(offsets)`` are the passage's text; the [SEP] that ends the
    window comes behind them.
    """

    ids: list[int]
    """At most ``max_tokens`` of them, without padding."""
    types: list[int]
    """0 for [CLS], question and the [SEP] behind it, 1 for the rest; as long as ``ids``."""
    passage: int
    """Which of the passages that were given, from 0."""
    first: int
    """Position in ``ids`` of the first token of the passage's text."""
    offsets: list[tuple[int, int]]
    """Characters of the passage's text that each of its tokens stands for, half-open."""
    question_cut: bool
    """Whether the question is longer than its part of the window: its end was not read."""


@dataclass(frozen=True, slots=True)
class _Room:
    """How much of a window each part may take, in tokens."""

    window: int
    overlap: int
    question: int

    def __post_init__(self) -> None:
        least = _SPECIAL_TOKENS + self.question + MAX_HEADER_TOKENS + self.overlap + 1
        if self.overlap < 0 or self.question < 1 or self.window < least:
            raise ValueError(
                f"a window of {self.window} tokens has no room for a question of {self.question}, "
                f"a header of {MAX_HEADER_TOKENS} and an overlap of {self.overlap}; "
                f"at least {least} are needed"
            )


def open_tokenizer(path: Path) -> Tokenizer:
    """A tokenizer from its ``tokenizer.json``; it neither cuts, pads, nor knows special words.

    Raises:
        Exception: The file is missing or broken; the library has no class of its own for it.
    """
    from tokenizers import Tokenizer as Opened

    tokenizer = Opened.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.encode_special_tokens = True  # an article that says "[SEP]" ends nothing with it
    return tokenizer


def header_of(title: str | None, published: str | None) -> str:
    """What stands before a passage's text: its title and day, as far as they are known.

    >>> header_of("Raid in Callao", "2017-06-22"), header_of("Raid", None), header_of(None, None)
    ('Raid in Callao (2017-06-22)', 'Raid', '')
    """
    return " ".join(part for part in (title, published and f"({published})") if part)


def windows_of(
    tokenizer: Tokenizer,
    question: str,
    passages: Sequence[tuple[str, str]],
    *,
    max_tokens: int = MAX_TOKENS,
    overlap_tokens: int = OVERLAP_TOKENS,
    max_question_tokens: int = MAX_QUESTION_TOKENS,
) -> list[Window]:
    """The windows of some passages for one question.

    Args:
        tokenizer: As ``open_tokenizer`` gives it.
        question: Cut at the end when it is too long; every window says so.
        passages: Header (see ``header_of``) and text of each; both may be empty.
        max_tokens: The length of a window.
        overlap_tokens: What a passage's windows share with the one before.
        max_question_tokens: How much of a window the question may take.

    Returns:
        By passage, then by place in it. A text without tokens has no window.

    Raises:
        ValueError: Question, header and overlap leave no room in the window.
    """
    room = _Room(max_tokens, overlap_tokens, max_question_tokens)
    asked = _ids(tokenizer, [question])[0]
    questions = [asked] * len(passages)
    return list(_windows(tokenizer, questions, passages, room))


def windows_of_pairs(
    tokenizer: Tokenizer,
    pairs: Sequence[tuple[str, str, str]],
    *,
    max_tokens: int = MAX_TOKENS,
    overlap_tokens: int = OVERLAP_TOKENS,
    max_question_tokens: int = MAX_QUESTION_TOKENS,
) -> list[Window]:
    """The windows of many (question, header, text), tokenised in one go; see ``windows_of``.

    ``Window.passage`` is the place in ``pairs``.
    """
    room = _Room(max_tokens, overlap_tokens, max_question_tokens)
    questions = _ids(tokenizer, [question for question, _, _ in pairs])
    passages = [(header, text) for _, header, text in pairs]
    return list(_windows(tokenizer, questions, passages, room))


def _windows(
    tokenizer: Tokenizer,
    questions: Sequence[list[int]],
    passages: Sequence[tuple[str, str]],
    room: _Room,
) -> Iterator[Window]:
    start_id, end_id = _special(tokenizer)
    headers = _ids(tokenizer, [header for header, _ in passages])
    texts = _encoded(tokenizer, [text for _, text in passages])
    for place, (asked, header, text) in enumerate(zip(questions, headers, texts, strict=True)):
        before = [start_id, *asked[: room.question], end_id]
        lead = before + header[:MAX_HEADER_TOKENS]
        ids, offsets = text.ids, text.offsets
        width = room.window - len(lead) - 1
        for begin, end in _cuts(len(ids), width, room.overlap):
            window = [*lead, *ids[begin:end], end_id]
            yield Window(
                ids=window,
                types=[0] * len(before) + [1] * (len(window) - len(before)),
                passage=place,
                first=len(lead),
                offsets=offsets[begin:end],
                question_cut=len(asked) > room.question,
            )


def _cuts(length: int, width: int, overlap: int) -> Iterator[tuple[int, int]]:
    """Ranges of at most ``width`` that cover 0 to ``length``, each ``overlap`` into the last.

    >>> list(_cuts(10, 6, 2)), list(_cuts(6, 6, 2)), list(_cuts(0, 6, 2))
    ([(0, 6), (4, 10)], [(0, 6)], [])
    """
    begin = 0
    while begin < length:
        end = min(begin + width, length)
        yield begin, end
        if end == length:
            return
        begin = end - overlap


def _special(tokenizer: Tokenizer) -> tuple[int, int]:
    """The ids of [CLS] and [SEP]."""
    return tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")


def _ids(tokenizer: Tokenizer, texts: Sequence[str]) -> list[list[int]]:
    """Token ids alone; a text that comes often, as a title, is tokenised once."""
    once = list(dict.fromkeys(texts))
    found = {
        text: encoding.ids for text, encoding in zip(once, _encoded(tokenizer, once), strict=True)
    }
    return [found[text] for text in texts]


def _encoded(tokenizer: Tokenizer, texts: Sequence[str]) -> list[Any]:
    """Tokens with offsets, without those that frame a text."""
    encodings: list[Any] = tokenizer.encode_batch(list(texts), add_special_tokens=False)
    return encodings
