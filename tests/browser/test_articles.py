"""The page of the library in a browser: finding, filters in the address, removing, health."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

Page = Any
AddFiles = Callable[..., Any]
ToArticles = Callable[..., None]
Snapshot = Callable[..., None]
KeptFile = Callable[..., Path]

TEXT = "The regatta of Kelmis was won by the crew of the Petrel, the jury said on Sunday."
OUTLETS = ("Kelmis Courier", "Kelmis Courier", "*Morning* <b>Post</b>")


def regattas(mark: str) -> bytes:
    """Three articles of two outlets as JSON lines; two of them have one text."""
    lines = [
        {
            "id": f"{mark}-{number}",
            "title": f"Regatta {mark} {number} <img src=x onerror=alert('title')>",
            "text": f"{TEXT} {mark} {'late' if number == 2 else ''}",
            "publisher": publisher,
            "published": f"200{number}-05-11",
            "language": "en",
        }
        for number, publisher in enumerate(OUTLETS)
    ]
    return "\n".join(map(json.dumps, lines)).encode()


def at_rest(page: Page) -> None:
    """Wait until everything is drawn."""
    page.locator("[data-test-script-state=notRunning]").wait_for(timeout=60_000)


def narrow(page: Page, facet: str, value: str) -> None:
    """Choose a value of a facet."""
    page.locator(f"#facet-{facet} summary").click()
    page.locator(f"#facet-{facet}").get_by_role("link", name=value).click()
    at_rest(page)


def test_filters_stand_in_the_address_and_the_search_does_not(
    page: Page, add_files: AddFiles, to_articles: ToArticles, snapshot: Snapshot
) -> None:
    add_files(page, ("filters.jsonl", regattas("filters")))
    to_articles(page)
    page.get_by_label("Search titles").press_sequentially("REGATTA filters")
    page.get_by_text("3 articles, out of").wait_for()

    narrow(page, "outlet", "*Morning* <b>Post</b>")
    page.get_by_text("1 article, out of").wait_for()

    assert parse_qs(urlsplit(page.url).query) == {"outlet": ["*Morning* <b>Post</b>"]}
    snapshot(page, "list")
    page.keyboard.press("Escape")  # the list of values stays open for more
    page.locator(".or-chip").click()
    page.get_by_text("3 articles, out of").wait_for()
    assert not urlsplit(page.url).query


def test_a_link_restores_the_filters_the_order_and_the_part(
    page: Page, add_files: AddFiles
) -> None:
    add_files(page, ("linked.jsonl", regattas("linked")))
    address = page.url.partition("?")[0]

    page.goto(f"{address}?outlet=Kelmis+Courier&sort=date&order=up")
    page.locator(".or-list").wait_for()

    assert page.locator(".or-chip").inner_text().startswith("Outlet: Kelmis Courier")
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Date")
    assert page.locator(".or-list tbody tr").first.locator("time").inner_text() == "11 May 2000"
    page.goto(f"{address}?part=duplicates")
    page.locator(".or-group").first.wait_for()


def test_an_article_opens_in_the_reader_and_back_leads_to_the_same_list(
    page: Page, add_files: AddFiles, to_articles: ToArticles
) -> None:
    add_files(page, ("opened.jsonl", regattas("opened")))
    to_articles(page)
    page.get_by_label("Search titles").press_sequentially("regatta opened")
    page.get_by_text("3 articles, out of").wait_for()
    narrow(page, "year", "2001")

    page.get_by_role("link", name="Regatta opened 1").click()
    page.locator("article").get_by_text("the crew of the Petrel").wait_for()
    assert urlsplit(page.url).path == "/read"

    page.go_back()
    page.get_by_text("1 article, out of").wait_for()
    assert page.get_by_label("Search titles").input_value() == "regatta opened"


def test_words_of_the_texts_are_found_too(
    page: Page, add_files: AddFiles, to_articles: ToArticles
) -> None:
    add_files(page, ("texts.jsonl", regattas("texts")))
    to_articles(page)
    page.get_by_label("Search titles").fill("who is the jury of the Petrel")

    page.get_by_role("button", name="Search the texts").click()

    page.get_by_text("in the text, best match first").wait_for()
    page.locator(".or-list").get_by_role("link", name="Regatta texts 0").first.wait_for()
    assert "Petrel" not in page.url


def test_removing_waits_for_a_second_word_and_can_be_undone(
    page: Page, add_files: AddFiles, to_articles: ToArticles, snapshot: Snapshot
) -> None:
    add_files(page, ("gone.jsonl", regattas("gone")))
    to_articles(page)
    page.get_by_label("Search titles").press_sequentially("regatta gone")
    page.get_by_text("3 articles, out of").wait_for()
    page.get_by_label("Select all articles on this page").check()
    page.locator("#remove").click()
    page.get_by_role("heading", name="3 articles about to be removed").wait_for()
    snapshot(page, "marked")

    page.locator(".or-list").get_by_role("button", name="Undo: keep Regatta gone 1").click()
    page.get_by_role("heading", name="2 articles about to be removed").wait_for()
    at_rest(page)
    page.get_by_role("button", name="Remove for good").click()

    page.get_by_text("2 articles removed for good").wait_for(timeout=60_000)
    page.get_by_text("1 article, out of").wait_for()
    assert page.locator(".or-list").get_by_role("link", name="Regatta gone 1").count() == 1
    snapshot(page, "removed")


def test_a_reload_forgets_the_marks(
    page: Page, add_files: AddFiles, to_articles: ToArticles
) -> None:
    add_files(page, ("kept.jsonl", regattas("kept")))
    to_articles(page)
    page.locator("input[data-or-pick]").first.check()
    page.locator("#remove").click()
    page.get_by_role("heading", name="1 article about to be removed").wait_for()

    page.reload()
    page.locator(".or-list").wait_for()
    at_rest(page)

    assert page.locator(".or-list del").count() == 0


def test_duplicates_are_groups_with_the_oldest_first(
    page: Page, add_files: AddFiles, to_articles: ToArticles, snapshot: Snapshot
) -> None:
    add_files(page, ("twice.jsonl", regattas("twice")))

    to_articles(page, "duplicates")

    group = page.locator(".or-group", has_text="Regatta twice 0")
    assert [line.splitlines()[-1] for line in group.locator("li").all_inner_texts()] == [
        "Kelmis Courier · 11 May 2000",
        "Kelmis Courier · 11 May 2001",
    ]
    snapshot(page, "duplicates")


def test_the_library_is_looked_over_and_is_well(
    page: Page, to_articles: ToArticles, snapshot: Snapshot
) -> None:
    to_articles(page, "health")

    page.get_by_role("heading", name="All is well.").wait_for(timeout=60_000)
    assert "Looked over on" in page.locator(".or-health").inner_text()
    assert page.get_by_role("button", name="Mend").count() == 0
    snapshot(page, "health")


def test_everything_can_be_done_with_the_keyboard(page: Page, to_articles: ToArticles) -> None:
    to_articles(page)
    page.locator("#facet-year summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".or-chip").wait_for()
    at_rest(page)
    assert page.evaluate("document.activeElement.id") == "year-0"

    page.keyboard.press("Escape")

    assert page.locator("#facet-year[open]").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_is_wider_than_the_screen(
    open_page: Callable[..., Page], to_articles: ToArticles, snapshot: Snapshot, scheme: str
) -> None:
    page = open_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    to_articles(page)
    snapshot(page, "phone")

    width = "document.querySelector('.stMain').scrollWidth"
    assert page.evaluate(width) <= 390
    assert page.get_by_role("rowheader").first.is_visible()


def test_the_list_can_be_kept_as_a_file(
    page: Page, to_articles: ToArticles, kept_file: KeptFile
) -> None:
    to_articles(page)
    table = kept_file(page, page.get_by_role("button", name="This list as CSV"))

    rows = table.read_text(encoding="utf-8-sig").splitlines()
    assert rows[0].startswith("id,title,authors,publisher")
    assert len(rows) > 10
