"""A question that takes long is stopped, and asked again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

Page = Any

SLOWLY = """
import sys, time
from qa import Assistant
ask = Assistant.ask
def slowly(*given, **named):
    time.sleep(4)
    return ask(*given, **named)
Assistant.ask = slowly
from ui import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def server(serve: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server whose answers take four seconds longer."""
    with serve(tmp_path_factory.mktemp("slow"), ("-c", SLOWLY)) as running:
        yield running


def test_a_question_is_stopped_at_once_and_asked_again(
    page: Page, snapshot: Callable[..., None]
) -> None:
    box = page.get_by_placeholder("Ask the articles a question")
    box.fill("who succeeded Caracol in Callao?")
    box.press("Enter")
    page.get_by_role("button", name="Stop", exact=True).click()

    page.get_by_text("Stopped. There is no answer").wait_for(timeout=3000)
    snapshot(page, "stopped")
    page.wait_for_timeout(5000)  # what was under way comes to its end, and is dropped
    expect(page.locator(".or-outcome")).to_have_count(0)

    page.get_by_role("button", name="Ask again").click()
    expect(page.locator(".or-sentence").first).to_be_visible(timeout=60_000)
    expect(page.locator(".or-question")).to_have_count(1)
    expect(page.get_by_role("button", name="Stop", exact=True)).to_have_count(0)
