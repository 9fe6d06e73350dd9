"""qa.evaluation.conversations: follow-ups against the gold, and the floors under their measures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from qa.evaluation import GoldInvalid, read_floors
from qa.evaluation.conversations import (
    GOLD,
    NEEDS_NOTHING,
    PARTS,
    format_conversations,
    gold_measures,
    measure_conversations,
    play,
    read_conversations,
)
from qa.evaluation.gate import check_measures
from qa.evaluation.sets import digest_of

FIRST = {"question": "Who is Ana?", "answer": None, "expected": ["Who is Ana?"], "kind": "first"}
SECOND = {"question": "Where is she?", "answer": "Lima", "kind": "pronoun",
          "expected": ["Where is Ana?", "Where is Ana now?"]}  # fmt: skip
OTHER = {"question": "Who is Bo?", "answer": None, "kind": "subject_change",
         "expected": ["Who is Bo?"]}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A file with one conversation of three turns."""
    return written(tmp_path, {"id": "c1", "part": "held_out", "turns": [FIRST, SECOND, OTHER]})


def written(folder: Path, *lines: dict[str, Any]) -> Path:
    path = folder / "conversations.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def test_follow_ups_reach_their_floors() -> None:
    floors = {k: v for k, v in read_floors().floors.items() if k.startswith("conversations.")}
    measures = {f"conversations.{name}": getattr(gold_measures(), name)
                for name in ("rewrite", "rewrite_held_out", "left_alone")}  # fmt: skip

    assert set(floors) == set(measures)
    assert check_measures(measures, floors) == [], format_conversations(gold_measures())


def test_the_floors_were_measured_on_this_gold() -> None:
    assert read_floors().conversations_sha256 == digest_of([GOLD])


def test_the_gold_has_enough_conversations_of_every_sort() -> None:
    conversations = read_conversations()
    kinds = {turn.kind for one in conversations for turn in one.turns}
    spanish = [one for one in conversations if any("¿" in turn.question for turn in one.turns)]

    assert len(conversations) >= 80
    assert len(spanish) >= 8
    assert {"first", "pronoun", "ellipsis", "time", "why", "else"} | NEEDS_NOTHING <= kinds
    assert sum(one.part == PARTS[1] for one in conversations) >= 30


def test_case_and_punctuation_do_not_count_in_a_rewritten_question(gold: Path) -> None:
    (conversation,) = read_conversations(gold)

    outcomes = play(conversation, lambda question, _: "where is ANA now")

    assert [outcome.is_right for outcome in outcomes] == [True, False]


def test_what_needs_nothing_must_be_left_to_the_letter(gold: Path) -> None:
    (conversation,) = read_conversations(gold)

    outcomes = play(conversation, lambda question, _: question.lower())

    assert [outcome.is_right for outcome in outcomes] == [False, False]


def test_the_history_has_the_gold_questions_and_answers(gold: Path) -> None:
    (conversation,) = read_conversations(gold)
    seen: list[list[tuple[str, str | None]]] = []

    def rewrite(question: str, history: Any) -> str:
        seen.append([(turn.standalone_question, turn.answer) for turn in history])
        return question

    play(conversation, rewrite)

    assert seen == [[("Who is Ana?", None)], [("Who is Ana?", None), ("Where is Ana?", "Lima")]]


def test_measures_are_shares_of_the_turns_after_the_first(gold: Path) -> None:
    measures = measure_conversations(read_conversations(gold))

    assert (measures.rewrite, measures.left_alone) == (1.0, 1.0)
    assert measures.rewrite_development is None
    assert [(one.kind, one.turns, one.right) for one in measures.kinds] == [
        ("pronoun", 1, 1), ("subject_change", 1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "detail"),
    [
        ({"turns": [FIRST]}, "two to five"),
        ({"turns": [SECOND, FIRST]}, "first turn"),
        ({"part": "other"}, "none of"),
        ({"turns": [FIRST, SECOND | {"expected": []}]}, "no expected question"),
        ({"turns": [FIRST, OTHER | {"expected": ["Who?"]}]}, "needs nothing"),
    ],
)
def test_gold_that_contradicts_itself_is_refused(
    tmp_path: Path, change: dict[str, Any], detail: str
) -> None:
    line = {"id": "c1", "part": "held_out", "turns": [FIRST, SECOND]} | change

    with pytest.raises(GoldInvalid, match=detail):
        read_conversations(written(tmp_path, line))


def test_an_id_that_repeats_is_refused(tmp_path: Path) -> None:
    line = {"id": "c1", "part": "held_out", "turns": [FIRST, SECOND]}

    with pytest.raises(GoldInvalid, match="stands above too"):
        read_conversations(written(tmp_path, line, line))
