"""The page "Check a quote" in a real browser: one quotation, its place, and a whole draft."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

Page = Any
Check = Callable[..., Any]
Snapshot = Callable[..., None]
KeptFile = Callable[..., Path]

TRUE = "the most important capture"
NUMBER = (
    "Only twelve percent of the containers which leave the Peruvian port of Callao are inspected"
)
MISSING = (
    "Astronauts will land on the far side of the moon and open a bakery there before Christmas"
)
HOSTILE = (
    "<script>alert('q')</script> <img src=x onerror=alert('i')> **b** [x](javascript:alert(1))"
)


def in_view(page: Page, selector: str) -> bool:
    """Whether an element begins inside the window."""
    page.wait_for_timeout(1500)  # the place is held for a second
    around = page.locator(selector).bounding_box()
    return bool(around and 0 <= around["y"] < page.viewport_size["height"])


def verdict(outcome: Any) -> str:
    """The word at the top."""
    return str(outcome.locator("h2").inner_text()).strip()


def test_a_true_quotation_is_verbatim_and_its_speaker_confirmed(
    page: Page, check: Check, snapshot: Snapshot
) -> None:
    outcome = check(page, TRUE, "Luis Pantoja")

    assert verdict(outcome).endswith("Verbatim")
    assert outcome.locator("h3").first.inner_text().endswith("Speaker confirmed")
    assert outcome.locator("mark.or-piece").inner_text() == TRUE
    assert "11 May 2016" in outcome.inner_text()
    assert in_view(page, ".or-check")
    snapshot(page, "true")


def test_a_changed_number_is_marked_and_named_on_both_sides(
    page: Page, check: Check, snapshot: Snapshot
) -> None:
    outcome = check(page, NUMBER)

    assert verdict(outcome).endswith("Altered")
    marks = outcome.locator(".or-pair mark.or-grave")
    assert [text.split()[0] for text in marks.all_inner_texts()] == ["twelve", "two"]
    row = outcome.locator("table tbody tr").first
    assert row.locator("th").inner_text() == "number"
    assert row.locator("td").first.inner_text().startswith("twelve")
    snapshot(page, "number")


def test_words_of_somebody_else_are_misattributed(
    page: Page, check: Check, snapshot: Snapshot
) -> None:
    outcome = check(page, TRUE, "Carlos MacDowell")

    assert verdict(outcome).endswith("Misattributed")
    assert "Wording: Verbatim" in outcome.inner_text()
    assert "Luis Pantoja" in outcome.inner_text()
    snapshot(page, "misattributed")


def test_what_is_in_no_article_is_not_found_and_that_is_no_proof(
    page: Page, check: Check, snapshot: Snapshot
) -> None:
    outcome = check(page, MISSING, "the mayor")

    assert verdict(outcome).endswith("Not found")
    assert "no proof" in outcome.inner_text()
    assert "OnRecord sample library" in outcome.inner_text()
    expect(outcome.locator("mark")).to_have_count(0)
    assert 1 <= outcome.locator(".or-near li").count() <= 3
    snapshot(page, "missing")


def test_the_article_opens_at_the_place_and_the_way_back_keeps_the_check(
    page: Page, check: Check, snapshot: Snapshot
) -> None:
    check(page, TRUE, "Luis Pantoja")
    page.get_by_role("link", name="Open in the article", exact=True).click()

    page.locator("#cited").wait_for()
    assert page.locator("#cited strong").inner_text() == TRUE
    assert in_view(page, "#cited")
    snapshot(page, "article")
    page.get_by_role("link", name="Back to the check").click()

    page.locator(".or-check").wait_for()
    assert page.get_by_label("The quotation", exact=True).input_value() == TRUE
    assert page.get_by_label("Who said it").input_value() == "Luis Pantoja"


def test_the_record_and_the_downloads_hold_the_check(
    page: Page, check: Check, kept_file: KeptFile
) -> None:
    check(page, TRUE)

    page.get_by_text("Record to file").click()
    assert TRUE in page.locator(".stCode").first.inner_text()
    file = kept_file(page, page.get_by_role("button", name="JSON"))

    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept["verdict"] == "verbatim"
    assert kept["match"]["exact"] == TRUE


def test_the_keyboard_alone_is_enough(page: Page, to_checks: Callable[[Page], None]) -> None:
    to_checks(page)
    page.get_by_label("The quotation", exact=True).focus()

    page.keyboard.type(TRUE)
    page.keyboard.press("Tab")
    page.keyboard.type("Luis Pantoja")
    page.keyboard.press("Enter")

    page.locator(".or-check h2", has_text="Verbatim").wait_for()


def test_control_and_enter_send_the_quotation(
    page: Page, to_checks: Callable[[Page], None]
) -> None:
    to_checks(page)
    page.get_by_label("The quotation", exact=True).fill(TRUE)

    page.get_by_label("The quotation", exact=True).press("Control+Enter")

    page.locator(".or-check h2", has_text="Verbatim").wait_for()


def test_hostile_words_are_shown_as_text_and_never_run(
    page: Page, check: Check, snapshot: Snapshot
) -> None:
    check(page, f"{TRUE} {HOSTILE}", "<b>x</b> **Pantoja**")

    main = page.locator(".stMain")
    assert main.locator(".or-check script, .or-check img, .or-check b b").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0
    page.get_by_text("Record to file").click()
    assert "Traceback" not in main.inner_text()
    snapshot(page, "hostile")


@pytest.mark.parametrize(
    "quote", ["", "the of and", "?!…", "x " * 15_000, "a\x00b", "AND OR (\"", "מי ירש את קראקול"],
    ids=["empty", "stop-words", "punctuation", "long", "null", "query", "hebrew"],
)  # fmt: skip
def test_every_quotation_gets_a_line_or_a_verdict(page: Page, check: Check, quote: str) -> None:
    assert check(page, quote).is_visible()
    assert page.get_by_text("Traceback").count() == 0
    assert page.get_by_text("Something went wrong").count() == 0


def test_the_conversation_and_the_check_stay_when_the_page_is_changed(
    page: Page, ask: Callable[[Page, str], None], check: Check
) -> None:
    ask(page, "who succeeded Caracol in Callao?")
    check(page, TRUE)

    page.get_by_role("link", name="Ask", exact=True).click()
    page.locator(".or-sentence").first.wait_for()
    page.get_by_role("link", name="Check a quote").click()

    page.locator(".or-check h2", has_text="Verbatim").wait_for()
    assert page.get_by_label("The quotation", exact=True).input_value() == TRUE
    assert page.title() == "Check a quote · OnRecord"
