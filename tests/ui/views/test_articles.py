"""The page of the library over a small real one, without a browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from streamlit.testing.v1 import AppTest

from corpus import IngestReport, Store
from index import Problem
from ui import page, words_articles
from ui.browsing import Browsing
from ui.desk import Desk
from ui.jobs import Progress
from ui.render import escape
from ui.state import SESSION_KEY
from ui.views.adding import PATH
from ui.views.listing import SEARCH, take_mark
from ui.views.live import Act

OpenPart = Callable[..., AppTest]
DAMAGE = Problem("vectors.db is missing", "onrecord --library /l rebuild")
APP = Path(__file__).resolve().parents[3] / "ui/app.py"


class Shelf:
    """A library as far as the page looks at one; what it does takes no time."""

    def __init__(self, store: Store) -> None:
        self.store, self.is_behind, self.writable = store, False, True
        self.problems: list[Problem] = []
        self.added: list[Path] = []
        self.search_index = SimpleNamespace(search=self.search)

    def search(self, query: str, k: int) -> list[Any]:
        passages = self.store.passages(self.store.passage_keys()).values()
        return [SimpleNamespace(passage=one, bm25=float(query in one.text)) for one in passages]

    def add(self, sources: list[Path], *, progress: Progress, report: IngestReport) -> IngestReport:
        self.added += sources
        report.added.append("raid")
        return report

    def remove(self, ids: list[str], *, progress: Progress) -> tuple[list[str], list[str]]:
        with self.store.writing():
            return self.store.remove(ids)

    def examine(self) -> list[Problem]:
        return self.problems

    def rebuild(self, *, progress: Progress) -> None:
        self.problems = []


@pytest.fixture
def shelf(store: Store) -> Shelf:
    """The small library."""
    return Shelf(store)


@pytest.fixture
def desk(shelf: Shelf) -> Desk:
    """What the server has."""
    return Desk(
        cast("Any", shelf), cast("Any", SimpleNamespace(reader_warning=None)), cast("Any", None)
    )


@pytest.fixture
def open_part(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., AppTest]]:
    """Open the page at one of its parts."""
    monkeypatch.setattr(page, "open_desk", lambda: desk)
    monkeypatch.setattr(page, "CHAPTERS", tuple(
        one for one in page.CHAPTERS if one.title == words_articles.ARTICLES_PAGE
    ))  # fmt: skip
    page.shared_desk.clear()

    def opened(**query: str) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=30)
        for name, value in query.items():
            app.query_params[name] = value
        return settled(app.run(), desk)

    yield opened
    page.shared_desk.clear()


def settled(app: AppTest, desk: Desk) -> AppTest:
    """Wait for the work, and draw the page anew."""
    if desk.work.job is not None:
        desk.work.job.join()
        app.run()
        app.run()
    assert not app.exception
    return app


def shown(app: AppTest) -> str:
    """Everything that the page shows as our own HTML."""
    plain = [
        element.proto.body for element in app.get("html") if "<style>" not in element.proto.body
    ]
    return "".join([*plain, *(json.loads(one.proto.json) for one in app.get("bidi_component"))])


def browsing(app: AppTest) -> Browsing:
    """What the visitor does on the page."""
    return cast("Browsing", app.session_state[SESSION_KEY].browsing)


def test_the_list_is_narrowed_by_the_address_and_by_what_is_written(
    open_part: OpenPart,
) -> None:
    app = open_part(outlet="The Port Paper")
    assert "1 article, out of 2" in shown(app)

    app.text_input(key=SEARCH).set_value("nowhere").run()

    assert words_articles.NO_MATCH in shown(app)
    assert "nowhere" not in str(app.query_params)


def test_a_search_of_the_texts_lists_the_articles_with_the_words(open_part: OpenPart) -> None:
    app = open_part()
    app.text_input(key=SEARCH).set_value("stands here").run()

    app.button(key="search-texts").click().run()

    assert "1 article with words of “stands here” in the text" in shown(app)
    assert 'href="/read?article=bare"' in shown(app)


def test_an_empty_search_of_the_texts_is_one_line(open_part: OpenPart) -> None:
    app = open_part()

    app.button(key="search-texts").click().run()

    assert words_articles.EMPTY_SEARCH in shown(app)


def test_marks_remove_nothing_until_that_is_confirmed(
    open_part: OpenPart, store: Store, desk: Desk
) -> None:
    app = open_part()
    take_mark(browsing(app), Act("remove", picked=("bare", "gone")))
    app.run()
    assert "1 article about to be removed" in shown(app)
    assert store.coverage().articles == 2

    settled(app.button(key="remove-for-good").click().run(), desk)

    assert [line.id for line in store.listing()] == ["raid"]
    assert "1 article removed for good" in shown(app)
    assert not browsing(app).marked


def test_a_mark_can_be_taken_back(open_part: OpenPart, store: Store) -> None:
    app = open_part()
    take_mark(browsing(app), Act("remove", picked=("bare", "raid")))
    take_mark(browsing(app), Act("undo", "bare"))
    app.run()
    assert "1 article about to be removed" in shown(app)

    app.button(key="undo-all").click().run()

    assert "about to be removed" not in shown(app)
    assert store.coverage().articles == 2


def test_removing_with_nothing_selected_says_what_to_do(open_part: OpenPart) -> None:
    app = open_part()
    take_mark(browsing(app), Act("remove"))

    assert words_articles.NOTHING_SELECTED in shown(app.run())


def test_a_read_only_library_offers_no_button_that_can_t_work(
    open_part: OpenPart, shelf: Shelf
) -> None:
    shelf.writable, shelf.problems = False, [DAMAGE]

    assert "checkbox" not in shown(open_part())
    assert escape(words_articles.READ_ONLY_LIST) in shown(open_part(part="add"))
    health = open_part(part="health")
    assert escape(words_articles.READ_ONLY_HEALTH) in shown(health)
    assert [button.key for button in health.button] == ["look"]


def test_an_empty_library_leads_to_adding(open_part: OpenPart, store: Store) -> None:
    with store.writing():
        store.remove(["raid", "bare"])

    assert words_articles.ADD_FIRST in shown(open_part())


def test_a_folder_is_added_and_reported(
    open_part: OpenPart, shelf: Shelf, desk: Desk, tmp_path: Path
) -> None:
    app = open_part(part="add")
    app.text_input(key=PATH).set_value(str(tmp_path))

    settled(button(app, words_articles.ADD_FOLDER).click().run(), desk)

    assert shelf.added == [tmp_path.resolve()]
    assert "<dt>Added</dt><dd>1</dd>" in shown(app)


def test_a_path_that_isn_t_there_is_one_line(open_part: OpenPart, shelf: Shelf) -> None:
    app = open_part(part="add")
    app.text_input(key=PATH).set_value("/no/such/folder")

    button(app, words_articles.ADD_FOLDER).click().run()

    assert words_articles.NO_SUCH_PATH in shown(app)
    assert not shelf.added


def test_duplicates_are_said_to_be_none_where_there_are_none(open_part: OpenPart) -> None:
    assert words_articles.NO_DUPLICATES in shown(open_part(part="duplicates"))


def test_health_is_looked_at_on_arrival_and_mended_on_request(
    open_part: OpenPart, shelf: Shelf, desk: Desk
) -> None:
    shelf.problems = [DAMAGE]
    app = open_part(part="health")
    assert "1 problem found" in shown(app)

    settled(app.button(key="mend").click().run(), desk)

    assert words_articles.ALL_IS_WELL in shown(app)
    assert words_articles.MENDED in shown(app)
    assert [button.key for button in app.button] == ["look"]


def button(app: AppTest, label: str) -> Any:
    """The button of a form."""
    return next(one for one in app.button if one.label == label)
