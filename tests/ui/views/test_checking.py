"""ui.views.checking: both tabs, opening and returning, and what can be kept, without a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from corpus import OnRecordError, Store
from qa import Assistant, Library, QuoteChecker
from qa.quotes.model import CheckedDraft, DraftQuotation, QuoteCheck
from ui import page, words
from ui.desk import Desk

APP = Path(__file__).resolve().parents[3] / "ui/app.py"
MakeCheck = Callable[..., QuoteCheck]


@dataclass
class Examiner:
    """Has one outcome for every quotation and every draft, or raises."""

    outcome: Any = None
    error: Exception | None = None
    given: list[Any] = field(default_factory=list)

    def check(self, quote: str, *, speaker: str | None) -> Any:
        self.given.append((quote, speaker))
        if self.error:
            raise self.error
        return self.outcome

    def check_draft(self, draft: Any, *, progress: Any) -> Any:
        self.given.append(draft)
        return self.outcome


@pytest.fixture
def examiner(check: MakeCheck) -> Examiner:
    """Finds the words about MacDowell."""
    return Examiner(check())


@pytest.fixture
def app(store: Store, examiner: Examiner, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The page over the small library, opened at the checks."""
    shelf = SimpleNamespace(store=store, is_behind=False, writable=True)
    desk = Desk(
        cast("Library", shelf),
        cast("Assistant", SimpleNamespace(reader_warning=None)),
        cast("QuoteChecker", examiner),
    )
    monkeypatch.setattr(page, "open_desk", lambda: desk)
    monkeypatch.setattr(page, "CHAPTERS", page.CHAPTERS[1:])
    page.shared_desk.clear()
    yield AppTest.from_file(str(APP), default_timeout=30).run()
    page.shared_desk.clear()


def shown(app: AppTest) -> str:
    """Everything that the page shows as our own HTML, without the style sheet."""
    assert not app.exception
    bodies = [element.proto.body for element in app.get("html")]
    return "".join(body for body in bodies if not body.startswith("<style>"))


def links_to(app: AppTest, page_name: str) -> list[dict[str, list[str]]]:
    """The queries of the links that lead to a page, in order."""
    found = [element.proto for element in app.get("page_link")]
    return [parse_qs(one.query_string) for one in found if one.page == page_name]


def send(app: AppTest, quote: str, speaker: str = "") -> AppTest:
    """Fill both fields and press the button."""
    app.text_area(key="quote").set_value(quote)
    app.text_input(key="claimed-speaker").set_value(speaker)
    return app.button(key="check").click().run()


def test_a_quotation_is_checked_and_both_fields_keep_what_was_written(
    app: AppTest, examiner: Examiner
) -> None:
    send(app, "took the role over", " Ana Díaz ")

    assert examiner.given == [("took the role over", "Ana Díaz")]
    assert "or-shape-verbatim" in shown(app)
    assert app.text_area(key="quote").value == "took the role over"
    assert app.text_input(key="claimed-speaker").value == " Ana Díaz "


def test_no_speaker_is_none(app: AppTest, examiner: Examiner) -> None:
    send(app, "took the role over")

    assert examiner.given == [("took the role over", None)]


def test_an_outcome_stays_without_being_made_again(app: AppTest, examiner: Examiner) -> None:
    send(app, "took the role over")

    app.run()

    assert len(examiner.given) == 1
    assert "or-shape-verbatim" in shown(app)


def test_a_link_leads_into_the_article_at_the_place(app: AppTest) -> None:
    send(app, "took the role over", "Cole")

    (way,) = links_to(app, "read")

    assert way == {
        "article": ["raid"], "revision": ["1"], "start": ["69"], "end": ["87"],
        "card": ["check-mark"],
    }  # fmt: skip


def test_an_empty_quotation_gets_one_line(app: AppTest, examiner: Examiner) -> None:
    send(app, "  ")

    assert words.EMPTY_QUOTATION in shown(app)
    assert not examiner.given


def test_an_error_is_one_line_and_the_next_check_works(app: AppTest, examiner: Examiner) -> None:
    examiner.error = OnRecordError("Too <b>long</b>.")
    send(app, "took the role over")
    assert "Too &lt;b&gt;long&lt;/b&gt;." in shown(app)

    examiner.error = None
    send(app, "took the role over")

    assert "Too &lt;b&gt;" not in shown(app)
    assert "or-shape-verbatim" in shown(app)


def test_the_record_can_be_copied_and_kept(app: AppTest) -> None:
    send(app, "took the role over")

    assert "took the role over" in app.code[0].value
    assert [button.label for button in app.get("download_button")] == ["Markdown", "Word", "JSON"]


def test_hostile_words_are_shown_as_text(
    app: AppTest, examiner: Examiner, check: MakeCheck
) -> None:
    hostile = "<script>alert(1)</script> **b** [x](javascript:alert(2))"
    examiner.outcome = check(hostile, claimed_speaker="<img src=x>", attribution="unclear")

    send(app, hostile, "<img src=x>")

    assert "<script>alert" not in shown(app)
    assert "<img" not in shown(app)


def test_every_quotation_of_a_draft_gets_a_card(
    app: AppTest, examiner: Examiner, check: MakeCheck
) -> None:
    found, missing = check(), check("Nobody took it")
    quotations = tuple(
        DraftQuotation(start=0, end=1, quote=one.quote, speaker=None, paragraph=1)
        for one in (found, missing)
    )
    examiner.outcome = CheckedDraft(
        name="Pasted", text="", quotations=quotations, checks=(found, missing)
    )
    app.text_area(key="draft-text").set_value("He “took the role over”. “Nobody took it”.")

    app.button(key="check-all").click().run()

    assert "2 quotations, 1 to look at" in shown(app)
    assert shown(app).count("or-quoted") == 2
    labels = [button.label for button in app.get("download_button")]
    assert labels == ["Markdown", "Word", "CSV", "JSON"]
    assert [way["card"] for way in links_to(app, "read")] == [["draft-1"]]


def test_a_draft_without_quotations_says_so(app: AppTest, examiner: Examiner) -> None:
    examiner.outcome = CheckedDraft(name="Pasted", text="", quotations=(), checks=())
    app.text_area(key="draft-text").set_value("Nothing is quoted.")

    app.button(key="check-all").click().run()

    assert words.NO_QUOTATIONS in shown(app)


def test_no_draft_gets_one_line(app: AppTest, examiner: Examiner) -> None:
    app.button(key="check-all").click().run()

    assert words.EMPTY_DRAFT in shown(app)
    assert not examiner.given
