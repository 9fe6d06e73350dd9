"""Filters in a real browser: chosen, worn as chips, asked with, removed, carried by the link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

Page = Any
Ask = Callable[[Page, str], None]
Snapshot = Callable[..., None]

QUESTION = "who succeeded Caracol in Callao?"
WIDER = """() => [document.documentElement, ...document.querySelectorAll(".stMain, .stApp")]
  .some(part => part.scrollWidth > part.clientWidth)"""


def settled(page: Page) -> None:
    """Wait until everything is drawn."""
    page.wait_for_timeout(300)  # until the run that a click asks for has begun
    page.locator("[data-test-script-state=notRunning]").wait_for(timeout=60_000)


def choose_spanish(page: Page) -> None:
    """Narrow the search to Spanish, with the keyboard."""
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("combobox", name="Language").fill("Span")
    page.get_by_role("option", name="Spanish (1)").wait_for()
    page.keyboard.press("Enter")
    settled(page)
    page.keyboard.press("Escape")  # the list of choices, which hides all else from screen readers
    page.keyboard.press("Escape")
    chip(page, "Language: Spanish").wait_for()


def chip(page: Page, name: str) -> Any:
    """A filter in use."""
    return page.get_by_role("button", name=name)


def test_a_filter_is_a_chip_narrows_every_question_and_goes_away(
    page: Page, ask: Ask, snapshot: Snapshot
) -> None:
    choose_spanish(page)
    snapshot(page, "chips")
    ask(page, QUESTION)
    assert "Searched only: Language: Spanish" in page.locator(".or-narrowed").inner_text()
    assert "MacDowell" not in page.locator(".or-outcome").inner_text()

    chip(page, "Language: Spanish").click()
    settled(page)

    expect(chip(page, "Language: Spanish")).to_have_count(0)
    ask(page, QUESTION)
    expect(page.locator(".or-narrowed")).to_have_count(1)
    assert "MacDowell" in page.locator(".or-outcome").nth(1).inner_text()


def test_the_link_brings_the_filters_back(page: Page, ask: Ask) -> None:
    choose_spanish(page)
    ask(page, QUESTION)

    other = page.context.new_page()
    other.goto(page.url)

    other.locator("#turn-0").wait_for(timeout=60_000)
    expect(chip(other, "Language: Spanish")).to_be_visible()


def test_a_range_of_dates_is_chosen_with_the_keyboard_under_its_histogram(
    page: Page, snapshot: Snapshot
) -> None:
    page.get_by_role("button", name="Filters").click()
    histogram = page.get_by_role("img", name="Articles by date.")
    histogram.wait_for()
    assert "2016: 8 articles" in str(histogram.get_attribute("aria-label"))
    page.get_by_role("slider").last.focus()
    page.keyboard.press("ArrowLeft")

    chip(page, "Published: until 18 February 2021").wait_for()

    snapshot(page, "dates")
    chip(page, "Published: until 18 February 2021").click()
    expect(chip(page, "Published:")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_filters_fit_on_a_phone(
    open_page: Callable[..., Page], snapshot: Snapshot, scheme: str
) -> None:
    page = open_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)

    page.get_by_role("button", name="Filters").click()
    page.get_by_role("img", name="Articles by date.").wait_for()

    assert not page.evaluate(WIDER)
    snapshot(page, "open")
