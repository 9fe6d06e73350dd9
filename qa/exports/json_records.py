"""Records as JSON files: the agreement's objects, with the time and OnRecord's version."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from qa.exports.answers import Turn
from qa.model import Answer


def answer_json(answer: Answer, *, exported_at: str, version: str) -> str:
    """An answer as the agreement's object, stamped."""
    return stamped_json(asdict(answer), exported_at=exported_at, version=version)


def conversation_json(name: str, turns: Sequence[Turn], *, exported_at: str, version: str) -> str:
    """A conversation: its ``name`` and ``turns``, each a question, an answer and a trouble."""
    values = {"name": name, "turns": [_turn(turn) for turn in turns]}
    return stamped_json(values, exported_at=exported_at, version=version)


def stamped_json(values: Mapping[str, Any], *, exported_at: str, version: str) -> str:
    """A record as indented JSON with ``exported_at`` (ISO 8601, UTC) and ``version`` at its end.

    Letters stand as they are; only a text that UTF-8 can't carry is escaped to ASCII.
    """
    stamped = {**values, "exported_at": exported_at, "version": version}
    text = json.dumps(stamped, ensure_ascii=False, indent=2)
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return json.dumps(stamped, indent=2)
    return text


def _turn(turn: Turn) -> dict[str, Any]:
    answer = asdict(turn.answer) if turn.answer is not None else None
    return {"question": turn.question, "answer": answer, "trouble": turn.trouble}
