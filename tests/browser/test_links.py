"""Every state is a link: opened in a window of its own, it shows the same again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

Page = Any
Check = Callable[..., Any]

QUESTION = "who succeeded Caracol in Callao?"
QUOTE = "the most important capture"
DRAFT = "A general called it “the most important capture of the year so far” in Callao."


def in_new_window(page: Page, address: str) -> Page:
    """Another visitor's window at an address; it knows nothing of this one."""
    other = page.context.browser.new_context(viewport=page.viewport_size).new_page()
    other.goto(address)
    return other


def test_a_conversation_is_restored_from_its_address(
    page: Page, ask: Callable[[Page, str], None]
) -> None:
    ask(page, QUESTION)
    sentence = page.locator(".or-sentence").first.inner_text()

    other = in_new_window(page, page.url)

    other.locator(".or-sentence").first.wait_for()
    assert other.locator(".or-sentence").first.inner_text() == sentence
    other.context.close()


def test_a_check_is_restored_from_its_address(page: Page, check: Check) -> None:
    check(page, QUOTE, "Luis Pantoja")

    other = in_new_window(page, page.url)

    other.locator(".or-check h2", has_text="Verbatim").wait_for()
    expect(other.get_by_label("The quotation", exact=True)).to_have_value(QUOTE)
    expect(other.get_by_label("Who said it")).to_have_value("Luis Pantoja")
    other.context.close()


def test_a_draft_is_restored_from_its_address(
    page: Page, to_checks: Callable[[Page], None]
) -> None:
    to_checks(page)
    page.get_by_role("tab", name="A whole draft").click()
    page.get_by_label("The text of the draft").fill(DRAFT)
    page.get_by_role("button", name="Check every quotation").click()
    page.locator(".or-count").wait_for()
    page.wait_for_url("**/check?draft=*")

    other = in_new_window(page, page.url)

    other.locator(".or-count").wait_for()
    assert other.get_by_role("tab", name="A whole draft").get_attribute("aria-selected") == "true"
    other.context.close()


def test_no_address_holds_a_word_of_the_visitor(
    page: Page, ask: Callable[[Page, str], None], check: Check
) -> None:
    addresses = []
    page.on("request", lambda request: addresses.append(request.url))
    page.on("framenavigated", lambda frame: addresses.append(frame.url))

    ask(page, QUESTION)
    addresses.append(page.url)
    check(page, QUOTE)
    addresses.append(page.url)

    queries = " ".join(urlsplit(address).query for address in addresses).lower()
    assert not any(word in queries for word in ("succeeded", "capture", "important"))


def test_an_unknown_record_is_one_line_on_a_page_that_works(page: Page, check: Check) -> None:
    page.goto(page.url.split("?")[0].rstrip("/") + "/check?record=AAAAAAAAAAAAAAAAAAAA")

    page.locator(".stMain .or-error").wait_for()
    assert page.get_by_text("Traceback").count() == 0
    page.get_by_label("The quotation", exact=True).fill(QUOTE)
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator(".or-check h2", has_text="Verbatim").wait_for()


def test_a_kept_check_is_opened_and_erased_from_the_list(page: Page, check: Check) -> None:
    check(page, "Astronauts will open a bakery on the moon")
    check(page, QUOTE)
    page.get_by_text("Latest checks").click()

    page.get_by_role("button", name="Open 2").click()

    page.locator(".or-check h2", has_text="Not found").wait_for()
    page.locator("[data-test-script-state=notRunning]").wait_for()
    page.get_by_role("button", name="Delete 2").click()
    page.locator(".or-check").wait_for(state="detached")


def test_everything_is_forgotten_after_a_question(page: Page, check: Check) -> None:
    check(page, QUOTE)
    address = page.url
    page.get_by_role("link", name="About").click()

    page.get_by_role("button", name="Forget everything").click()
    page.get_by_role("button", name="Erase it all").click()
    page.get_by_text("Everything is forgotten").wait_for()

    page.goto(address)
    assert "no check" in page.locator(".stMain .or-error").inner_text()
