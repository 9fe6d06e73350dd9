"""ui.views.keeping and ui.kept_checks: checks by their links, the latest, what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from streamlit.testing.v1 import AppTest

from corpus import Store
from qa import Assistant, Library, QuoteChecker
from qa.quotes.model import CheckedDraft, DraftQuotation, QuoteCheck
from qa.records import RecordMissing, RecordStore, RecordsUnavailable
from ui import page, words, words_checking
from ui.desk import Desk

APP = Path(__file__).resolve().parents[3] / "ui/app.py"
MakeCheck = Callable[..., QuoteCheck]
UNKNOWN = "A" * 20


@pytest.fixture
def desk(store: Store, check: MakeCheck, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """What the pages share: the small library, a check of the words about MacDowell."""
    shelf = SimpleNamespace(store=store, is_behind=False, writable=True)
    examiner = SimpleNamespace(check=lambda quote, speaker: check(quote, claimed_speaker=speaker))
    made = Desk(
        cast("Library", shelf),
        cast("Assistant", SimpleNamespace(reader_warning=None)),
        cast("QuoteChecker", examiner),
    )
    monkeypatch.setattr(page, "open_desk", lambda: made)
    monkeypatch.setattr(page, "CHAPTERS", page.CHAPTERS[1:])
    page.shared_desk.clear()
    yield made
    page.shared_desk.clear()


def opened(**query: str) -> AppTest:
    """The page with the checks, as a new visitor opens an address of it."""
    app = AppTest.from_file(str(APP), default_timeout=30)
    app.query_params.update(query)
    return app.run()


def shown(app: AppTest) -> str:
    """Everything that the page shows as our own HTML, without the style sheet."""
    assert not app.exception
    bodies = [element.proto.body for element in app.get("html")]
    return "".join(body for body in bodies if not body.startswith("<style>"))


def send(app: AppTest, quote: str = "took the role over") -> AppTest:
    """Check a quotation."""
    app.text_area(key="quote").set_value(quote)
    return app.button(key="check").click().run()


def kept_draft(desk: Desk, check: QuoteCheck) -> str:
    """Keep a draft of one quotation; its id."""
    quotation = DraftQuotation(start=0, end=1, quote=check.quote, speaker=None, paragraph=1)
    draft = CheckedDraft(name="story.docx", text="", quotations=(quotation,), checks=(check,))
    return desk.records.add_draft(desk.library.store.library_id, draft).id


def test_a_check_is_kept_and_the_address_names_it(desk: Desk) -> None:
    app = send(opened())

    (saved,) = desk.records.checks()
    assert app.query_params["record"] == saved.id
    assert any(f"/check?record={saved.id}" in code.value for code in app.code)


def test_a_link_restores_the_check_with_its_words(desk: Desk, check: MakeCheck) -> None:
    made = check(claimed_speaker="Ana Díaz", attribution="unclear")
    record = desk.records.add_check(desk.library.store.library_id, made).id

    app = opened(record=record)

    assert "or-shape-verbatim" in shown(app)
    assert app.text_area(key="quote").value == made.quote
    assert app.text_input(key="claimed-speaker").value == "Ana Díaz"


def test_a_restored_check_is_read_again_and_marks_nothing_that_is_gone(
    desk: Desk, check: MakeCheck
) -> None:
    record = desk.records.add_check(desk.library.store.library_id, check()).id
    with desk.library.store.writing():
        desk.library.store.remove(["raid"])

    assert "or-piece" not in shown(opened(record=record))


def test_a_link_restores_a_draft_on_its_tab(desk: Desk, check: MakeCheck) -> None:
    app = opened(draft=kept_draft(desk, check()))

    assert "1 quotation, nothing to look at" in shown(app)
    assert app.session_state["check-tabs"] == words.WHOLE_DRAFT


@pytest.mark.parametrize("record", [UNKNOWN, "../records.db", "<b>x</b>", ""])
def test_a_link_to_no_record_is_one_line_or_nothing(desk: Desk, record: str) -> None:
    app = opened(record=record)

    assert "<b>x</b>" not in shown(app)
    assert not app.text_area(key="quote").value


def test_a_check_against_another_library_is_not_shown_as_one_of_this(
    desk: Desk, check: MakeCheck
) -> None:
    record = desk.records.add_check("another", check()).id

    assert words_checking.ANOTHER_LIBRARY in shown(opened(record=record))


def test_the_latest_checks_can_be_erased(desk: Desk) -> None:
    app = send(opened())
    (saved,) = desk.records.checks()

    app.button(key=f"delete-check-{saved.id}").click().run()

    assert desk.records.checks() == ()
    assert "or-shape-verbatim" not in shown(app)


def test_a_quotation_in_the_list_is_text(desk: Desk) -> None:
    app = send(opened(), "<script>alert(1)</script>")

    assert "<script>alert" not in shown(app)
    assert not any("alert" in button.label for button in app.button)


def test_a_wrong_verdict_is_kept_as_a_case(desk: Desk) -> None:
    app = send(opened())
    (saved,) = desk.records.checks()
    app.selectbox(key=f"right-{saved.id}").set_value("Altered")
    app.text_area(key=f"note-{saved.id}").set_value("one word")

    app.button(key="wrong-save").click().run()

    (case,) = desk.records.feedback()
    assert (case.kind, case.record_id, case.expected) == ("verdict", saved.id, "altered")
    assert case.note == "one word"
    assert words_checking.SAVED in shown(app)


def test_a_wrong_verdict_in_a_draft_names_its_quotation(desk: Desk, check: MakeCheck) -> None:
    record = kept_draft(desk, check())
    app = opened(draft=record)

    app.button(key="wrong-draft-save").click().run()

    (case,) = desk.records.feedback()
    assert (case.record_id, case.expected) == (record, None)


def test_records_that_fail_are_said_and_the_check_is_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RecordsUnavailable("/records.db", "disk full")

    monkeypatch.setattr(desk.records, "add_check", fail)

    app = send(opened())

    assert "or-shape-verbatim" in shown(app)
    assert words_checking.NO_LINK in shown(app)


def test_an_erased_record_is_missing(desk: Desk, check: MakeCheck) -> None:
    record = desk.records.add_check(desk.library.store.library_id, check()).id
    desk.records.forget_everything()

    with pytest.raises(RecordMissing):
        desk.records.check(record)
    assert isinstance(desk.records, RecordStore)
