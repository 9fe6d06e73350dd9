"""Conversations in a real browser: kept, linked, renamed, exported, deleted, called wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

Page = Any
Ask = Callable[[Page, str], None]
Snapshot = Callable[..., None]
KeptFile = Callable[..., Path]

QUESTION = "who succeeded Caracol in Callao?"
FOLLOW_UP = "And when was he arrested?"
DESK = {"width": 1280, "height": 850}


def settled(page: Page) -> None:
    """Wait until everything is drawn."""
    page.wait_for_timeout(300)  # until the run that a click asks for has begun
    page.locator("[data-test-script-state=notRunning]").wait_for(timeout=60_000)


def press(page: Page, name: str) -> None:
    """Press the first button of a name, and wait for what comes of it."""
    page.get_by_role("button", name=name, exact=True).first.click()
    settled(page)


def test_a_reload_brings_the_conversation_back(page: Page, ask: Ask) -> None:
    ask(page, QUESTION)
    sentence = page.locator(".or-sentence p").first.text_content()
    assert "?conversation=" in page.url

    page.reload()

    expect(page.locator(".or-sentence p").first).to_have_text(str(sentence))
    expect(page.locator(".or-question h2")).to_have_count(1)


def test_the_copied_link_opens_the_answer_in_a_new_window(page: Page, ask: Ask) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, QUESTION)
    ask(page, "What is the permanent name of element 113?")

    page.get_by_role("button", name="Copy link").first.click()

    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert "Caracol" not in link
    other = page.context.new_page()
    other.goto(link)
    other.locator("#turn-1").wait_for(timeout=60_000)
    other.wait_for_timeout(1500)
    around = other.locator("#turn-0").bounding_box()
    assert 0 <= around["y"] < 200


def test_a_link_that_leads_nowhere_is_one_line(page: Page) -> None:
    page.goto(f"{page.url.partition('?')[0]}?conversation={'x' * 20}")

    page.get_by_text("There is no conversation").wait_for(timeout=60_000)
    page.get_by_text("Questions to start with").wait_for()
    settled(page)
    assert "conversation" not in page.url


def test_earlier_conversations_are_opened_renamed_and_deleted(
    page: Page, ask: Ask, snapshot: Snapshot
) -> None:
    ask(page, "Who directs the Andean Cartel?")
    press(page, "New conversation")
    page.get_by_text("Questions to start with").wait_for()
    entry = page.locator(".st-key-history").get_by_role("link", name="Who directs").first
    entry.click()
    page.locator("#turn-0").wait_for()
    settled(page)

    press(page, "Rename, export or delete")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("The cartel")
    snapshot(page, "manage")
    dialog.get_by_role("button", name="Rename").click()
    renamed = page.locator(".st-key-history").get_by_role("link", name="The cartel")
    expect(renamed).to_have_count(1)

    settled(page)
    press(page, "Rename, export or delete")
    press(page, "Delete")
    press(page, "Delete for good")
    expect(renamed).to_have_count(0)
    page.get_by_text("Questions to start with").wait_for()


@pytest.mark.parametrize("kind", ["Markdown", "Word", "CSV", "JSON"])
def test_an_answer_is_exported(page: Page, ask: Ask, kept_file: KeptFile, kind: str) -> None:
    ask(page, QUESTION)
    press(page, "Export")

    path = kept_file(page, page.get_by_role("dialog").get_by_role("button", name=kind))
    if kind == "Word":
        content = ZipFile(path).read("word/document.xml").decode()
    else:
        content = path.read_text(encoding="utf-8-sig")
    assert "MacDowell" in content
    assert kind != "JSON" or json.loads(content)["citations"]


def test_a_completed_question_is_shown_and_edited(page: Page, ask: Ask, snapshot: Snapshot) -> None:
    ask(page, QUESTION)
    ask(page, FOLLOW_UP)
    page.get_by_text("Understood as: When was Carlos MacDowell").wait_for()
    snapshot(page, "understood")

    press(page, "Edit")
    page.get_by_label("The question as it is asked").fill("When was Caracol detained?")
    page.get_by_test_id("stForm").get_by_role("button", name="Ask again").click()

    page.get_by_text("Understood as: When was Caracol detained?").wait_for(timeout=60_000)
    settled(page)
    expect(page.locator(".or-question h2")).to_have_count(2)


def test_a_wrong_answer_is_reported_with_the_keyboard_alone(
    page: Page, ask: Ask, snapshot: Snapshot
) -> None:
    ask(page, QUESTION)
    page.get_by_role("button", name="This is wrong", exact=True).first.focus()
    page.keyboard.press("Enter")
    page.get_by_label("What is right?").fill("Nobody")
    snapshot(page, "feedback")
    page.get_by_role("button", name="Save", exact=True).focus()
    page.keyboard.press("Enter")

    page.get_by_text("Thank you.").wait_for()
    assert "records.db" in page.get_by_role("dialog").inner_text()


def test_with_the_switch_nothing_is_kept(page: Page, ask: Ask) -> None:
    page.get_by_text("Keep nothing from now on").click()
    settled(page)

    ask(page, QUESTION)

    assert "conversation" not in page.url
    expect(page.get_by_role("button", name="Copy link")).to_have_count(0)
    page.reload()
    page.get_by_text("Questions to start with").wait_for(timeout=60_000)
