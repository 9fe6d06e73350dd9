"""The tab for whole drafts in a real browser; and both tabs on a phone and in the dark."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

Page = Any
Snapshot = Callable[..., None]
KeptFile = Callable[..., Path]

DRAFT = """Luis Pantoja called it "the most important capture" in years.

Few boxes are opened: "Only twelve percent of the containers which leave the Peruvian port of \
Callao are inspected".

"Astronauts will open a <b>bakery</b> on the far side of the moon soon," said the mayor."""
VERDICTS = ["Verbatim", "Altered", "Not found"]
WIDER = """() => [document.documentElement, ...document.querySelectorAll(".stMain, .stApp")]
  .some(part => part.scrollWidth > part.clientWidth)"""
SIZES = {"phone": {"width": 390, "height": 800}, "desk": {"width": 1280, "height": 850}}


@pytest.fixture
def check_draft(to_checks: Callable[[Page], None]) -> Callable[[Page, str], None]:
    """Paste a draft, and wait for the list of its quotations."""

    def send(page: Page, draft: str) -> None:
        to_checks(page)
        page.get_by_role("tab", name="A whole draft").click()
        page.get_by_label("The text of the draft").fill(draft)
        page.get_by_role("button", name="Check every quotation").click()
        page.locator(".or-count").wait_for(timeout=60_000)
        page.locator("[data-test-script-state=notRunning]").wait_for(timeout=60_000)

    return send


def verdicts(page: Page) -> list[str]:
    """The verdict of each card, in order."""
    return [str(text).split(" · ")[0].splitlines()[0].removesuffix(" Look at it")
            .removesuffix(" Nothing to do").strip()
            for text in page.locator(".or-quoted .or-title").all_inner_texts()]  # fmt: skip


def test_every_quotation_of_a_draft_is_listed_in_its_order(
    page: Page, check_draft: Callable[[Page, str], None], snapshot: Snapshot
) -> None:
    check_draft(page, DRAFT)

    assert verdicts(page) == VERDICTS
    assert "3 quotations, 2 to look at" in page.locator(".or-count").inner_text()
    assert page.locator(".or-quoted b").filter(has_text="bakery").count() == 0
    page.locator(".or-quoted summary").nth(1).click()
    assert page.locator("#draft-2 mark.or-grave").first.is_visible()
    snapshot(page, "draft")


def test_a_long_draft_shows_how_far_it_is_while_it_is_checked(
    page: Page, to_checks: Callable[[Page], None]
) -> None:
    to_checks(page)
    page.get_by_role("tab", name="A whole draft").click()
    page.get_by_label("The text of the draft").fill("\n\n".join([DRAFT] * 30))
    page.get_by_role("button", name="Check every quotation").click()

    expect(page.get_by_text(" of 90")).to_be_visible(timeout=30_000)
    page.locator(".or-count").wait_for(timeout=120_000)
    assert "90 quotations" in page.locator(".or-count").inner_text()
    expect(page.get_by_text(" of 90")).to_have_count(0)


def test_a_quotation_of_a_draft_opens_in_its_article_and_leads_back(
    page: Page, check_draft: Callable[[Page, str], None]
) -> None:
    check_draft(page, DRAFT)

    page.get_by_role("link", name="Open in the article (quotation 2)").click()
    page.locator("#cited").wait_for()
    page.get_by_role("link", name="Back to the check").click()

    page.locator("#draft-2").wait_for()
    expect(page.get_by_role("tab", name="A whole draft")).to_have_attribute("aria-selected", "true")
    assert verdicts(page) == VERDICTS


def test_a_draft_in_a_file_is_read_and_can_be_kept_as_a_table(
    page: Page, to_checks: Callable[[Page], None], kept_file: KeptFile
) -> None:
    to_checks(page)
    page.get_by_role("tab", name="A whole draft").click()
    file = {"name": "draft.md", "mimeType": "text/markdown", "buffer": DRAFT.encode()}
    page.locator(".stMain [data-testid=stFileUploader] input[type=file]").set_input_files([file])
    page.locator(".stMain [data-testid=stFileUploader]").get_by_text("draft.md").wait_for()
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Check every quotation").click()
    page.locator(".or-count").wait_for(timeout=60_000)

    kept = kept_file(page, page.get_by_role("button", name="CSV"))

    with kept.open(encoding="utf-8-sig") as table:
        assert [line.split(",")[1] for line in table.read().splitlines()] == [
            "verdict", "verbatim", "altered", "not_found",
        ]  # fmt: skip


def test_no_draft_gets_one_line(page: Page, to_checks: Callable[[Page], None]) -> None:
    to_checks(page)
    page.get_by_role("tab", name="A whole draft").click()

    page.get_by_role("button", name="Check every quotation").click()

    page.get_by_text("There is no draft yet.").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_no_check_is_wider_than_the_window(
    open_page: Callable[..., Page], check: Callable[..., Any], snapshot: Snapshot,
    size: str, scheme: str,
) -> None:  # fmt: skip
    page = open_page(viewport=SIZES[size], color_scheme=scheme)
    check(page, "Only twelve percent of the containers which leave the Peruvian port are inspected")
    assert not page.evaluate(WIDER)

    quotation, article = (box.bounding_box() for box in page.locator(".or-pair > div").all())

    is_below = article["y"] >= quotation["y"] + quotation["height"]
    assert is_below == (size == "phone")
    snapshot(page, "check")


def test_headings_go_down_one_level_at_a_time(
    page: Page, check_draft: Callable[[Page, str], None]
) -> None:
    check_draft(page, DRAFT)
    found = page.locator(".stMain :is(h1, h2, h3, h4, h5, [role=heading])").evaluate_all(
        "all => all.map(one => Number(one.ariaLevel || one.tagName[1]))"
    )

    assert found.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(found))
