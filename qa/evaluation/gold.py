"""Gold questions: read from JSON lines, plain or compressed.

A line has ``id``, ``question``, ``answers``, ``impossible`` and ``article_id``; other fields are
notes for people.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from index import content_words
from qa.evaluation.errors import GoldInvalid
from qa.evaluation.model import Question

POINTING = frozenset(
    "he him his she her hers they them their theirs it its this that these those there "
    "él ella ellos ellas su sus este esta esto ese esa eso".split()
)
"""Words that point at something said before."""


class HasId(Protocol):
    """A record of a gold file."""

    @property
    def id(self) -> str:
        """What tells it from the others of its file."""
        ...


Gold = TypeVar("Gold", bound=HasId)


def read_gold(path: Path | None) -> tuple[Question, ...]:
    """The questions of a ``.jsonl`` or ``.jsonl.gz`` file, in its order; none where ``None``.

    Raises:
        GoldInvalid: A line is no object, lacks a field, or repeats an id.
    """
    if path is None:
        return ()
    return read_records(path, _question)


def read_records(path: Path, record_of: Callable[[Any], Gold]) -> tuple[Gold, ...]:
    """The records of a file of JSON lines, in its order, each with an id of its own.

    Args:
        path: A ``.jsonl`` or ``.jsonl.gz`` file.
        record_of: Makes a record of a line; it may raise ValueError, KeyError and TypeError.

    Raises:
        GoldInvalid: A line is no JSON, makes no record, or repeats an id.
    """
    found: dict[str, Gold] = {}
    text = read_bytes(path).decode("utf-8")
    for number, line in enumerate(text.split("\n"), start=1):  # U+2028 ends no line here
        if not line.strip():
            continue
        try:
            record = record_of(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            detail = f"{type(error).__name__}: {error}"
            raise GoldInvalid(str(path), number, detail) from error
        if record.id in found:
            raise GoldInvalid(str(path), number, f"the id {record.id!r} stands above too")
        found[record.id] = record
    return tuple(found.values())


def read_bytes(path: Path) -> bytes:
    """A file's content, decompressed when its name ends in ``.gz``."""
    content = path.read_bytes()
    return gzip.decompress(content) if path.suffix == ".gz" else content


def _question(line: dict[str, Any]) -> Question:
    answers, is_impossible = tuple(line["answers"]), bool(line["impossible"])
    if is_impossible == bool(answers):
        raise ValueError("either there are answers, or the question is impossible")
    if not is_impossible and not line["article_id"]:
        raise ValueError("there are answers, but no article_id")
    return Question(
        id=str(line["id"]),
        question=str(line["question"]),
        answers=answers,
        is_impossible=is_impossible,
        article_id=line["article_id"],
        stands_alone=stands_alone(line["question"]),
    )


def stands_alone(question: str) -> bool:
    """Whether a question says by itself what it is about: a guess, for looking at misses.

    It does when it has two content words and nothing in it points at something said before, or
    when it names something: a word after the first has a capital or a digit.

    >>> stands_alone("What did he say?"), stands_alone("When did Obama say it?")
    (False, True)
    """
    words = question.split()
    if any(char.isupper() or char.isdigit() for word in words[1:] for char in word[:2]):
        return True
    points = any(word.strip("¿?.,'’s").lower() in POINTING for word in words)
    return not points and len(content_words(question)) >= 2
