"""ui.views.about: what is kept, and forgetting it, without a browser."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from qa import QuoteCheck
from ui import words_about
from ui.desk import Desk


def shown(app: AppTest) -> str:
    """Everything that the page shows as our own HTML."""
    assert not app.exception
    return "".join(element.proto.body for element in app.get("html"))


def test_everything_can_be_forgotten_after_a_question(
    opened: Callable[..., AppTest], desk: Desk, check: Callable[..., QuoteCheck]
) -> None:
    desk.records.add_check(desk.library.store.library_id, check())
    app = opened("about")
    assert "1 check," in shown(app)

    app.button(key="forget").click().run()
    assert len(desk.records.checks()) == 1
    app.button(key="forget-yes").click().run()

    assert desk.records.checks() == ()
    assert words_about.FORGOTTEN in shown(app)


def test_forgetting_can_be_called_off(opened: Callable[..., AppTest], desk: Desk) -> None:
    desk.records.start("library")
    app = opened("about")

    app.button(key="forget").click().run()
    app.button(key="forget-no").click().run()

    assert len(desk.records.conversations()) == 1
    assert [button.label for button in app.button].count(words_about.FORGET) == 1
