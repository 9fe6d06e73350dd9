"""ui.page: asking, opening and returning, and every way of failing, without a browser."""

from __future__ import annotations

import pytest
from pages import APP, Oracle, ask, shown
from streamlit.testing.v1 import AppTest

from corpus import Article, LibraryDamaged, OnRecordError, Store
from ui import page, words
from ui.desk import Desk


def test_the_library_is_described_and_without_the_sample_no_examples_are_offered(
    app: AppTest,
) -> None:
    assert "<dd><bdi>22 June 2017</bdi></dd>" in shown(app)
    assert not any("example" in (button.key or "") for button in app.button)


def test_a_reader_that_stands_in_is_announced_beside_the_library(
    app: AppTest, oracle: Oracle
) -> None:
    assert "stands in" not in shown(app)
    oracle.reader_warning = "The sentence reader stands in."

    app.run()

    assert "The sentence reader stands in." in shown(app)


def test_a_question_is_answered_with_its_sentence_and_source(app: AppTest) -> None:
    ask(app, "Who took over?")

    assert "<strong>MacDowell</strong> took the role over." in shown(app)
    assert "Raid in Callao" in shown(app)


def test_the_conversation_stays_when_the_page_is_run_again(app: AppTest, oracle: Oracle) -> None:
    ask(app, "Who took over?")
    ask(app, "And now?")
    app.run()

    assert shown(app).count('class="or-question"') == 2
    assert oracle.history == [oracle.answer]


def test_a_source_has_a_link_into_its_article_at_the_answer(app: AppTest, raid: Article) -> None:
    ask(app, "Who took over?")

    (link,) = [one.proto for one in app.get("page_link") if "source 1" in one.proto.label]

    start = raid.text.index("MacDowell")
    assert link.query_string.startswith(f"article=raid&revision=1&start={start}&end={start + 9}")


def test_a_new_conversation_begins_empty(app: AppTest) -> None:
    ask(app, "Who took over?")

    app.button(key="new-conversation").click().run()

    assert "Who took over?" not in shown(app)
    assert words.LEAD in shown(app)


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OnRecordError("The index is **damaged** <b>."), "The index is **damaged** &lt;b&gt;."),
        (RuntimeError("secret detail"), words.SOMETHING_FAILED),
    ],
)
def test_an_error_is_one_line_in_its_place(
    app: AppTest, oracle: Oracle, error: Exception, line: str
) -> None:
    oracle.error = error

    ask(app, "Who took over?")

    assert line in shown(app)
    assert "secret" not in shown(app)
    assert "Who took over?" in shown(app)


@pytest.mark.parametrize("question", ["", "  \n", "\u2003"])
def test_an_empty_question_gets_one_line(app: AppTest, question: str) -> None:
    ask(app, question)

    assert words.EMPTY_QUESTION in shown(app)


@pytest.mark.parametrize(
    "question", ["x" * 10_000, "🚀🔥", "מי ירש את קראקול?", "a\x00b", "?!…", "<script>"]
)
def test_no_question_breaks_the_page(app: AppTest, question: str) -> None:
    ask(app, question)

    assert 'class="or-question"' in shown(app)
    assert "<script>x" not in shown(app)


def test_an_article_that_was_removed_is_said_where_it_was_cited(app: AppTest, store: Store) -> None:
    ask(app, "Who took over?")
    with store.writing():
        store.remove(["raid"])

    app.run()

    assert "took the role over" not in shown(app)
    assert "nothing to show" in shown(app)


def test_a_library_that_can_t_be_opened_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Desk:
        raise LibraryDamaged("/library", "no such table")

    monkeypatch.setattr(page, "open_desk", broken)
    page.shared_desk.clear()

    assert "Restore articles.db from a backup" in shown(AppTest.from_file(str(APP)).run())
