"""qa.exports.json_records: the agreement's objects, stamped, read again as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

from qa.exports import answer_json, conversation_json, stamped_json
from qa.model import Answer


@dataclass(frozen=True)
class Asked:
    """A turn of a conversation."""

    question: str
    answer: Answer | None = None
    trouble: str | None = None


def as_read(answer: Answer) -> object:
    """An answer as JSON gives it back: with lists for tuples."""
    return json.loads(json.dumps(asdict(answer)))


def test_an_answer_is_the_agreements_object_with_time_and_version(
    answer: Answer, stamp: dict[str, str]
) -> None:
    values = json.loads(answer_json(answer, **stamp))

    assert values["citations"][0]["start"] == 18
    assert (values.pop("exported_at"), values.pop("version")) == (
        "2026-11-22T10:00:00+00:00", "0.1.0",
    )  # fmt: skip
    assert values == as_read(answer)


def test_a_conversation_has_a_turn_for_every_question(
    answer: Answer, stamp: dict[str, str]
) -> None:
    turns = [Asked("One?", answer), Asked("Two?", trouble="Busy.")]

    assert json.loads(conversation_json("=Talk", turns, **stamp)) == {
        "name": "=Talk",
        "turns": [
            {"question": "One?", "answer": as_read(answer), "trouble": None},
            {"question": "Two?", "answer": None, "trouble": "Busy."},
        ],
        **stamp,
    }


def test_letters_stand_as_they_are(answer: Answer, stamp: dict[str, str]) -> None:
    text = answer_json(replace(answer, question="قال 😀\x00"), **stamp)

    assert '"question": "قال 😀\\u0000"' in text


def test_half_of_a_surrogate_pair_is_kept_and_can_be_written(stamp: dict[str, str]) -> None:
    text = stamped_json({"quote": "\ud800é"}, **stamp)

    assert text.isascii()
    assert json.loads(text)["quote"] == "\ud800é"
