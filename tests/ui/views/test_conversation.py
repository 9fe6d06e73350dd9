"""ui.views.conversation: kept and opened again, narrowed, stopped, edited, called wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pages import APP, Oracle, ask, press, shown
from streamlit.testing.v1 import AppTest

from corpus import Filters, OnRecordError, Store
from qa import Answer
from qa.records import Conversation, RecordStore, Turn, new_id
from ui import words
from ui import words_asking as said
from ui.state import session_of

PORT = Filters(publishers=("The Port Paper",))


def kept(records: RecordStore) -> Conversation:
    """The one conversation that is kept."""
    (listed,) = records.conversations()
    return records.conversation(listed.id)


def opened(record: str, turn: str | None = None) -> AppTest:
    """The page of another visitor, who follows a link."""
    app = AppTest.from_file(str(APP), default_timeout=30)
    app.query_params["conversation"] = record
    if turn is not None:
        app.query_params["turn"] = turn
    return app.run()


def test_a_question_is_kept_and_the_address_names_it(app: AppTest, records: RecordStore) -> None:
    ask(app, "Who took over?")

    conversation = kept(records)
    assert app.query_params["conversation"] == conversation.id
    assert [turn.question for turn in conversation.turns] == ["Who took over?"]
    assert conversation.turns[0].answer is not None


def test_the_link_brings_everything_back_in_another_window(
    app: AppTest, records: RecordStore
) -> None:
    ask(app, "Who took over?")

    other = opened(kept(records).id)

    assert "<strong>MacDowell</strong> took the role over." in shown(other)
    ask(other, "And now?")
    assert len(kept(records).turns) == 2


def test_what_no_longer_holds_is_said_when_it_is_opened_again(
    app: AppTest, records: RecordStore, store: Store
) -> None:
    ask(app, "Who took over?")
    with store.writing():
        store.remove(["raid"])

    body = shown(opened(kept(records).id))

    assert "took the role over" not in body
    assert "nothing to show" in body


@pytest.mark.parametrize("record", ["x" * 20, "../records.db", "<script>", ""])
def test_a_link_that_leads_nowhere_is_one_line_and_a_fresh_start(app: AppTest, record: str) -> None:
    other = opened(record)

    assert words.LEAD in shown(other)
    assert ("nothing to show" in shown(other)) is bool(record)
    assert "conversation" not in other.query_params


def test_a_link_names_a_turn_to_go_to(app: AppTest, records: RecordStore) -> None:
    ask(app, "Who?")
    ask(app, "When?")
    record = kept(records).id

    assert 'getElementById("turn-0")' in shown(opened(record, "0"))
    assert 'getElementById("turn-1")' in shown(opened(record, "99"))
    assert 'getElementById("turn-1")' in shown(opened(record, '");alert("x'))


def test_a_new_conversation_leaves_the_old_one_in_the_list(
    app: AppTest, records: RecordStore
) -> None:
    ask(app, "Who took over?")

    press(app, "new-conversation")

    assert "conversation" not in app.query_params
    (link,) = [one.proto for one in app.get("page_link") if "Who took over" in one.proto.label]
    assert link.query_string == f"conversation={kept(records).id}"


def test_nothing_is_kept_after_the_switch(app: AppTest, records: RecordStore) -> None:
    app.toggle(key="keep-nothing").set_value(True).run()

    ask(app, "Who took over?")

    assert said.KEEPING_NOTHING in shown(app)
    assert "<strong>MacDowell</strong>" in shown(app)
    assert records.conversations() == ()
    assert "conversation" not in app.query_params


def test_a_name_is_not_read_as_markdown(app: AppTest) -> None:
    ask(app, "**Who** [x](https://example.org) :smile: $y$?")

    (link,) = [one.proto for one in app.get("page_link") if "Who" in one.proto.label]

    assert not {"*", "[", "(", ":", "$"} & set(link.label)


def test_filters_stand_as_chips_are_asked_with_and_come_back_with_the_link(
    app: AppTest, oracle: Oracle, records: RecordStore
) -> None:
    app.multiselect[0].set_value(["The Port Paper"]).run()
    ask(app, "Who took over?")
    assert oracle.filters == PORT
    assert "Searched only: Outlet: The Port Paper" in shown(app)

    other = opened(kept(records).id)
    assert session_of(other.session_state).talk.filters == PORT
    press(other, "chip-0")

    assert not any((one.key or "").startswith("chip-") for one in other.button)
    ask(other, "And now?")
    assert oracle.filters is None


def test_a_completed_question_is_edited_and_asked_in_its_place(
    app: AppTest, oracle: Oracle, respond: Callable[..., Answer], records: RecordStore
) -> None:
    oracle.answer = respond(question="And he?", standalone_question="And Caracol?")
    ask(app, "And he?")
    press(app, "edit-")
    app.text_input[0].set_value("And MacDowell?")
    oracle.answer = respond(question="And MacDowell?", standalone_question="And MacDowell?")

    press(app, "FormSubmitter:edit-form")

    assert (oracle.question, oracle.history) == ("And MacDowell?", [])
    assert "Understood as: And MacDowell?" in shown(app)
    assert [turn.question for turn in kept(records).turns] == ["And he?"]
    assert kept(records).turns[0].standalone_question == "And MacDowell?"


def test_a_question_that_failed_is_asked_again(app: AppTest, oracle: Oracle) -> None:
    oracle.error = OnRecordError("The index is damaged.")
    ask(app, "Who took over?")
    assert "The index is damaged." in shown(app)
    oracle.error = None

    press(app, "again-")

    assert "The index is damaged." not in shown(app)
    assert "<strong>MacDowell</strong>" in shown(app)


def test_a_question_that_was_stopped_says_so_and_can_be_asked_again(
    app: AppTest, records: RecordStore, store: Store
) -> None:
    record = records.start(store.library_id).id
    records.add_turn(record, Turn(id=new_id(), asked_at="", question="Who took over?"))

    other = opened(record)
    assert said.STOPPED in shown(other)
    press(other, "again-")

    assert "<strong>MacDowell</strong>" in shown(other)


def test_what_can_be_called_wrong_is_the_answer_and_each_citation(
    app: AppTest, records: RecordStore
) -> None:
    ask(app, "Who took over?")
    turn = kept(records).turns[0]

    press(app, f"wrong-{turn.id}-1")

    assert said.about_citation(1) in shown(app)
    assert {"feedback-right", "feedback-note"} <= {
        one.key for one in (*app.text_input, *app.text_area)
    }
    press(app, f"wrong-{turn.id}")
    assert said.ABOUT_ANSWER in shown(app)


def test_an_answer_of_another_library_is_not_shown(app: AppTest, records: RecordStore) -> None:
    ask(app, "Who took over?")
    turn = replace(kept(records).turns[0], id=new_id())
    record = records.start("another-library").id
    records.add_turn(record, turn)

    body = shown(opened(record))

    assert said.ANOTHER_LIBRARY in body
    assert "MacDowell" not in body
