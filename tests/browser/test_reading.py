"""The reader in a real browser: at its place, from place to place, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

Page = Any
Ask = Callable[[Page, str], None]
Snapshot = Callable[..., None]

QUESTION = "who succeeded Caracol in Callao?"
ARTICLE = "/read?article=callao-port-raids-2017"
"""Of the sample library; it has MacDowell, who is cited, three times, and Callao three times."""
PLACE = f"{ARTICLE}&revision=1&start=781&end=790"
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 850}}


def go(page: Page, address: str) -> Page:
    """Open an address as a new visitor, and wait until it is drawn."""
    page.goto(page.url.split("?")[0].rstrip("/") + address)
    page.locator(".stMain h1").wait_for()
    page.locator("[data-test-script-state=notRunning]").wait_for()
    return page


def is_in_view(page: Page, selector: str) -> bool:
    """Whether an element begins inside the window, below the bar."""
    page.wait_for_timeout(1500)  # the place is held for a second
    around = page.locator(selector).first.bounding_box()
    return bool(around and 100 <= around["y"] < page.viewport_size["height"])


def at(page: Page) -> str:
    """Which place is looked at, as the bar says it."""
    return str(page.locator(".or-steps [role=status]").inner_text())


@pytest.mark.parametrize("size", SIZES)
def test_a_place_is_marked_in_view_with_its_neighbours(
    open_page: Callable[..., Page], snapshot: Snapshot, size: str
) -> None:
    page = go(open_page(viewport=SIZES[size]), PLACE)

    assert page.locator("#cited strong").inner_text() == "MacDowell"
    assert is_in_view(page, "#cited")
    assert "In May 2016 the heirs of the old boss" in page.locator(".or-text").inner_text()
    snapshot(page, "place")


def test_an_article_without_a_place_begins_at_its_title(page: Page, snapshot: Snapshot) -> None:
    go(page, ARTICLE)

    assert is_in_view(page, "#article-top")
    expect(page.locator(".or-text mark")).to_have_count(0)
    assert "Authors\nunknown" in page.locator("dl.or-source").inner_text()
    snapshot(page, "top")


def test_enter_and_shift_enter_lead_from_place_to_place(page: Page) -> None:
    go(page, PLACE)
    assert at(page) == "2 of 3 places"

    page.get_by_role("textbox", name="Find in this article").focus()
    page.keyboard.press("Enter")
    assert at(page) == "3 of 3 places"
    page.keyboard.press("Enter")
    assert at(page) == "1 of 3 places"
    page.keyboard.press("Shift+Enter")

    assert at(page) == "3 of 3 places"
    assert page.locator("mark.or-here").inner_text() == "MacDowell"


def test_words_are_found_and_stepped_through(page: Page, snapshot: Snapshot) -> None:
    go(page, ARTICLE)
    field = page.get_by_role("textbox", name="Find in this article")

    field.fill("callao")
    field.press("Enter")
    page.locator(".or-found").first.wait_for()
    assert at(page) == "1 of 3 places"
    page.locator("[data-test-script-state=notRunning]").wait_for()
    field.press("Enter")

    assert at(page) == "2 of 3 places"
    assert is_in_view(page, "mark.or-here")
    page.get_by_role("button", name="Previous place").click()
    assert at(page) == "1 of 3 places"
    snapshot(page, "found")


def test_words_that_are_not_there_are_said_and_are_only_text(page: Page) -> None:
    go(page, ARTICLE)
    field = page.get_by_role("textbox", name="Find in this article")

    field.fill("<img src=x onerror=alert(1)>")
    field.press("Enter")

    page.get_by_text("Not in this article").wait_for()
    field.press("Enter")
    assert page.locator(".stMain img[src=x]").count() == 0


def test_the_way_back_leads_to_the_card_in_the_conversation(page: Page, ask: Ask) -> None:
    ask(page, QUESTION)
    page.locator("a.or-cite").first.click()
    page.get_by_role("link", name="Open in the article (source 1)").click()
    page.locator("#cited").wait_for()

    page.get_by_role("link", name="Back to the conversation").click()

    page.locator("#source-0-1").wait_for()
    page.wait_for_timeout(1500)
    assert page.locator("details.or-card").first.get_attribute("open") is not None
    assert is_in_view(page, "#source-0-1")


def test_the_browser_s_own_way_back_works_too(page: Page, ask: Ask) -> None:
    ask(page, QUESTION)
    page.get_by_role("link", name="Open in the article (source 1)").click()
    page.locator("#cited").wait_for()

    page.go_back()

    page.locator(".or-outcome").wait_for()
    expect(page.locator("#cited")).to_have_count(0)


def test_a_place_that_is_not_in_the_text_is_said_and_not_marked(page: Page) -> None:
    go(page, f"{ARTICLE}&start=5&end=999999")

    assert "Nothing is marked" in page.locator(".or-warning").inner_text()
    expect(page.locator(".or-text mark")).to_have_count(0)


@pytest.mark.parametrize(
    "query", ["", "?article=nope", "?article=callao-port-raids-2017&revision=9"]
)
def test_what_is_not_there_is_one_line_with_a_way_on(page: Page, query: str) -> None:
    go(page, f"/read{query}")

    expect(page.locator(".stMain .or-error")).to_have_count(1)
    page.locator(".stMain").get_by_role("link", name="To all articles").click()
    page.get_by_role("heading", name="Articles", level=1).wait_for()


def test_the_citation_the_link_and_the_history_can_be_read(page: Page, snapshot: Snapshot) -> None:
    go(page, PLACE)

    page.get_by_text("Copy citation and link").click()
    page.get_by_text("Revision history").click()

    codes = page.locator(".stExpander .stCode").all_inner_texts()
    assert codes[0].startswith("“MacDowell”")
    assert codes[2].strip().endswith(PLACE)
    assert page.locator(".or-revisions tbody tr").count() == 1
    snapshot(page, "below")
