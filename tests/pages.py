"""The page without a browser: what stands behind it, and what it shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from corpus import Filters, Store
from qa import Answer

APP = Path(__file__).resolve().parents[1] / "ui/app.py"


@dataclass
class Oracle:
    """Gives one answer to everything, or raises; remembers what it was asked last."""

    answer: Answer | None = None
    error: Exception | None = None
    reader_warning: str | None = None
    question: str = ""
    history: list[Any] = field(default_factory=list)
    filters: Filters | None = None

    def ask(
        self, question: str, history: list[Any], *, filters: Filters | None = None
    ) -> Answer | None:
        self.question, self.history, self.filters = question, list(history), filters
        if self.error:
            raise self.error
        return self.answer


@dataclass
class Shelf:
    """A library as far as the page looks at one."""

    store: Store
    is_behind: bool = False
    writable: bool = True


def shown(app: AppTest) -> str:
    """Everything that the page shows as our own HTML."""
    assert not app.exception
    return "".join(element.proto.body for element in app.get("html"))


def ask(app: AppTest, question: str) -> AppTest:
    """Write a question into the box and send it."""
    return app.chat_input[0].set_value(question).run()


def press(app: AppTest, start_of_key: str) -> AppTest:
    """Press the first button whose key begins so."""
    found = next(one for one in app.button if (one.key or "").startswith(start_of_key))
    return found.click().run()
