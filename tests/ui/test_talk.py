"""ui.talk: the conversation survives whatever a run is interrupted by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from corpus import Filters
from qa import Answer
from qa.records import Conversation, Turn, new_id
from ui.talk import Talk

SPANISH = Filters(languages=("es",))


def outcome(turn: Turn, **fields: object) -> Turn:
    """A turn with what came of it."""
    return replace(turn, **({"trouble": "no"} | fields))  # type: ignore[arg-type]


def talk_of(*questions: str) -> Talk:
    """A conversation in which every question has an outcome."""
    talk = Talk()
    for question in questions:
        turn = talk.ask(question)
        talk.settle(talk.pending[0], outcome(turn))
    return talk


def kept(*turns: Turn) -> Conversation:
    """A conversation as the records have it."""
    at = "2026-11-22T10:00:00Z"
    return Conversation(
        id=new_id(), name="Who?", created_at=at, updated_at=at, library="a", turns=turns
    )


def test_a_question_waits_until_it_is_settled() -> None:
    talk = Talk()
    turn = talk.ask("Who?")
    asked = talk.under_way(turn)
    assert asked is not None

    assert talk.settle(asked, outcome(turn))

    assert not talk.pending
    assert [one.trouble for one in talk.turns] == ["no"]


def test_a_question_that_two_runs_answered_is_entered_once() -> None:
    talk = Talk()
    turn = talk.ask("Who?")
    (asked,) = talk.pending

    assert talk.settle(asked, outcome(turn, trouble="first"))
    assert not talk.settle(asked, outcome(turn, trouble="second"))

    assert [one.trouble for one in talk.turns] == ["first"]


def test_the_same_words_asked_twice_are_two_questions() -> None:
    talk = Talk()
    first, second = talk.ask("Who?"), talk.ask("Who?")

    talk.settle(talk.pending[1], outcome(second))

    assert talk.under_way(first) is not None
    assert talk.under_way(second) is None


def test_an_answer_that_comes_after_a_new_start_is_dropped() -> None:
    talk = Talk()
    turn = talk.ask("Who?")
    (asked,) = talk.pending
    talk.start_over()

    assert not talk.settle(asked, outcome(turn))
    assert talk.is_empty


def test_what_comes_of_a_question_that_was_stopped_is_dropped() -> None:
    talk = Talk()
    turn = talk.ask("Who?")
    (asked,) = talk.pending

    talk.stop(turn)

    assert not talk.settle(asked, outcome(turn))
    assert (talk.turns[0].answer, talk.turns[0].trouble) == (None, None)


def test_a_question_that_is_asked_again_stays_in_its_place() -> None:
    talk = talk_of("Who?", "When?")

    again = talk.ask_again(talk.turns[0], standalone="Who took over?")

    assert [turn.question for turn in talk.turns] == ["Who?", "When?"]
    assert talk.turns[0].id == again.id
    assert (again.standalone_question, again.trouble) == ("Who took over?", None)
    assert talk.under_way(again) is not None


def test_a_question_asked_again_while_it_is_under_way_is_under_way_once() -> None:
    talk = Talk()
    turn = talk.ask("Who?")

    talk.ask_again(turn)

    assert len(talk.pending) == 1


def test_a_question_that_was_completed_by_hand_stays_completed_when_asked_again() -> None:
    talk = talk_of("And he?")
    edited = talk.ask_again(talk.turns[0], standalone="And MacDowell?")

    assert talk.ask_again(edited).standalone_question == "And MacDowell?"


def test_the_history_of_a_turn_is_the_answers_before_it(respond: Callable[..., Answer]) -> None:
    talk = talk_of("a", "b", "c")
    answer = respond()
    talk.turns[0] = replace(talk.turns[0], answer=answer)
    talk.turns[2] = replace(talk.turns[2], answer=respond())

    assert talk.history_of(talk.turns[2]) == [answer]
    assert talk.history_of(talk.turns[0]) == []


def test_a_question_takes_the_filters_with_it_and_they_stay() -> None:
    talk = Talk()
    talk.narrow(SPANISH)
    talk.ask("Who?")
    talk.narrow(Filters())

    assert talk.ask("When?").filters is None
    assert talk.turns[0].filters == SPANISH
    assert talk.ask_again(talk.turns[0]).filters == SPANISH


def test_a_conversation_that_is_opened_brings_its_filters() -> None:
    talk = talk_of("before")
    first = Turn(id=new_id(), asked_at="", question="a", filters=SPANISH)
    last = Turn(id=new_id(), asked_at="", question="b")
    conversation = kept(first, last)

    talk.restore(conversation)
    assert (talk.record, talk.filters) == (conversation.id, Filters())

    talk.restore(conversation, place=0)
    assert talk.filters == SPANISH
    assert [turn.question for turn in talk.turns] == ["a", "b"]


def test_a_place_beyond_the_end_is_the_last() -> None:
    talk = Talk()

    talk.restore(kept(Turn(id=new_id(), asked_at="", question="a", filters=SPANISH)), place=7)

    assert talk.filters == SPANISH
