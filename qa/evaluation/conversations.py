"""Follow-ups, measured: conversations with the stand-alone question that each turn should give.

gold conversations -> each turn with the gold turns before it -> rewritten? left alone? -> measures

It takes no model and no library, so the floors under these measures are guarded by a plain test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus import Coverage, fold
from qa.conversation import standalone_question
from qa.evaluation.gold import read_records
from qa.model import Answer, Citation, Dates

GOLD = Path(__file__).with_name("gold") / "conversations.jsonl"
FIRST = "first"
NEEDS_NOTHING = frozenset({"subject_change", "stands_alone"})
"""Kinds of later turns that must stay as they were typed."""

PARTS = ("development", "held_out")
"""The rules were fitted to the first; the second was written afterwards and is not looked at."""

Rewriter = Callable[[str, Sequence[str | Answer]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationTurn:
    """One gold turn."""

    question: str
    answer: str | None
    """What a right answer would be; ``None`` for an abstention."""
    full_form: str | None
    sentence: str
    """The sentence that is cited; the answer itself where the gold names none."""
    expected: tuple[str, ...]
    """Every accepted stand-alone question; the first is the history of the turns after it."""
    kind: str
    """``first``, one of ``NEEDS_NOTHING``, or what it leaves out: ``pronoun``, ``ellipsis``,
    ``time``, ``why``, ``else``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """Two to five gold turns that follow each other."""

    id: str
    part: str
    """One of ``PARTS``."""
    turns: tuple[ConversationTurn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnOutcome:
    """What became of one turn after the first."""

    id: str
    """The conversation's."""
    part: str
    kind: str
    question: str
    expected: tuple[str, ...]
    got: str
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KindMeasure:
    """How many turns of one kind there are, and how many of them came out right."""

    kind: str
    turns: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationMeasures:
    """Over the turns after the first; ``None`` where there are none of the sort."""

    conversations: int
    rewrite: float | None
    """Of the turns that leave something out, the share rewritten to an accepted question."""
    rewrite_development: float | None
    rewrite_held_out: float | None
    left_alone: float | None
    """Of the turns that need nothing, the share left as they were typed."""
    kinds: tuple[KindMeasure, ...]
    failures: tuple[TurnOutcome, ...]


def read_conversations(path: Path = GOLD) -> tuple[Conversation, ...]:
    """The conversations of a file of JSON lines, in its order.

    Raises:
        GoldInvalid: A line is no object, lacks a field, repeats an id, or contradicts itself.
    """
    return read_records(path, _conversation)


def play(conversation: Conversation, rewrite: Rewriter = standalone_question) -> list[TurnOutcome]:
    """Ask for the stand-alone form of every turn but the first, with the gold turns before it."""
    outcomes = []
    history: list[Answer] = []
    for turn in conversation.turns:
        if history:
            got = rewrite(turn.question, history)
            outcome = TurnOutcome(
                id=conversation.id,
                part=conversation.part,
                kind=turn.kind,
                question=turn.question,
                expected=turn.expected,
                got=got,
                is_right=_is_right(got, turn),
            )
            outcomes.append(outcome)
        history.append(_answered(turn))
    return outcomes


def measure_conversations(conversations: Sequence[Conversation]) -> ConversationMeasures:
    """Play every conversation and count what came out right."""
    outcomes = [outcome for one in conversations for outcome in play(one)]
    needing = [outcome for outcome in outcomes if outcome.kind not in NEEDS_NOTHING]
    kinds = dict.fromkeys(outcome.kind for outcome in outcomes)
    development, held_out = PARTS
    return ConversationMeasures(
        conversations=len(conversations),
        rewrite=_share(needing),
        rewrite_development=_share(one for one in needing if one.part == development),
        rewrite_held_out=_share(one for one in needing if one.part == held_out),
        left_alone=_share(one for one in outcomes if one.kind in NEEDS_NOTHING),
        kinds=tuple(_kind(kind, outcomes) for kind in kinds),
        failures=tuple(outcome for outcome in outcomes if not outcome.is_right),
    )


@cache
def gold_measures() -> ConversationMeasures:
    """The measures over the gold conversations; played once a process."""
    return measure_conversations(read_conversations())


def format_conversations(measures: ConversationMeasures) -> str:
    """The measures as lines of text, for the report."""
    shares = [
        ("rewritten right", measures.rewrite),
        ("  development", measures.rewrite_development),
        ("  held out", measures.rewrite_held_out),
        ("left alone", measures.left_alone),
    ]
    lines = [f"follow-ups: {measures.conversations} conversations"]
    lines += [f"  {name:<18} {'-' if value is None else f'{value:.4f}'}" for name, value in shares]
    lines += [f"  {one.kind:<18} {one.right} of {one.turns}" for one in measures.kinds]
    return "\n".join(lines)


def _is_right(got: str, turn: ConversationTurn) -> bool:
    """The same words as an accepted question; what needs nothing, the same to the letter."""
    if turn.kind in NEEDS_NOTHING:
        return got == turn.question
    return fold(got) in {fold(accepted) for accepted in turn.expected}


def _share(outcomes: Iterable[TurnOutcome]) -> float | None:
    counted = [outcome.is_right for outcome in outcomes]
    return sum(counted) / len(counted) if counted else None


def _kind(kind: str, outcomes: Sequence[TurnOutcome]) -> KindMeasure:
    found = [outcome.is_right for outcome in outcomes if outcome.kind == kind]
    return KindMeasure(kind=kind, turns=len(found), right=sum(found))


def _conversation(line: dict[str, Any]) -> Conversation:
    turns = tuple(_turn(turn) for turn in line["turns"])
    if not 2 <= len(turns) <= 5:
        raise ValueError("a conversation has two to five turns")
    if [turn.kind == FIRST for turn in turns] != [True] + [False] * (len(turns) - 1):
        raise ValueError("the first turn, and no other, is of the kind 'first'")
    if line["part"] not in PARTS:
        raise ValueError(f"the part is none of {PARTS}")
    return Conversation(id=str(line["id"]), part=line["part"], turns=turns)


def _turn(turn: dict[str, Any]) -> ConversationTurn:
    question, expected = turn["question"], tuple(turn["expected"])
    if not expected:
        raise ValueError("a turn has no expected question")
    if turn["kind"] in NEEDS_NOTHING | {FIRST} and expected != (question,):
        raise ValueError(f"{question!r} needs nothing, but another question is expected")
    return ConversationTurn(
        question=question,
        answer=turn["answer"],
        full_form=turn.get("full_form"),
        sentence=turn.get("sentence") or turn["answer"] or "",
        expected=expected,
        kind=turn["kind"],
    )


def _answered(turn: ConversationTurn) -> Answer:
    """The turn as the history has it: its question, its answer and the sentence cited."""
    return Answer(
        id=None,
        question=turn.question,
        standalone_question=turn.expected[0],
        answer=turn.answer,
        full_form=turn.full_form,
        abstention=None,
        confidence=1.0,
        citations=() if turn.answer is None else (_cited(turn),),
        other_answers=(),
        passages=(),
        searched=Coverage(0, None, None),
        as_of=Dates(None, None),
    )


def _cited(turn: ConversationTurn) -> Citation:
    return Citation(
        number=1, article_id="", revision=1, text_sha256="", current=True, title=None, authors=(),
        publisher=None, published=None, url=None, licence=None, language=None,
        exact=turn.answer or "", prefix="", suffix="", start=None, end=None,
        sentence=turn.sentence, sentence_start=None, sentence_end=None,
    )  # fmt: skip
