"""Files through the browser: in, asked about, refused with a reason, and never run."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

Page = Any
Ask = Callable[[Page, str], None]
AddFiles = Callable[..., Any]
Snapshot = Callable[..., None]

STORY = (
    "Harbour bridge of Lindholm closes\n\nBy Petra Lund\n\n"
    "Engineer Solveig Brandt ordered the closure of the old swing bridge of Lindholm on Monday, "
    "after divers had found cracks in the turning gear.\n\n"
    "Repairs are expected to take eleven weeks, and ferries carry passengers until then."
)
HOSTILE = json.dumps(
    {
        "id": "hostile",
        "title": "<script>alert('title')</script> **bold** [x](javascript:alert(1)) $y$",
        "text": "The lighthouse keeper of Torvik is <img src=x onerror=alert('body')> **Osgrim "
        "Vestby**, says [the log](javascript:alert(2)).\n\n<script>alert('text')</script> He has "
        "kept the lighthouse of Torvik since 1999.",
        "publisher": "<b>Torvik Times</b>",
        "url": "javascript:alert(3)",
    }
)


def test_an_uploaded_file_is_reported_and_can_be_asked_about(
    page: Page, ask: Ask, add_files: AddFiles, snapshot: Snapshot
) -> None:
    report = add_files(page, ("bridge.txt", STORY.encode()))
    assert "Harbour bridge" in report.inner_text()

    ask(page, "Who ordered the closure of the swing bridge of Lindholm?")

    assert "Solveig Brandt" in page.locator(".or-sentence").first.inner_text()
    assert report.is_visible()
    snapshot(page, "report")


def test_a_refused_file_is_named_with_the_reason_and_the_others_go_in(
    page: Page, add_files: AddFiles, snapshot: Snapshot
) -> None:
    report = add_files(
        page,
        ("empty <b>.txt", b""),
        ("kite.txt", b"The kite festival of Oriel began on Friday. Forty kites were flown."),
    )

    refused = report.locator("li", has=page.locator("strong")).inner_text()
    assert refused.startswith("empty _b_.txt: ")
    assert len(refused) > len("empty _b_.txt: ")
    assert "upload-" not in report.inner_text()
    snapshot(page, "refused")


def test_hostile_text_is_shown_as_text_and_never_run(
    page: Page, ask: Ask, add_files: AddFiles, snapshot: Snapshot
) -> None:
    add_files(page, ("hostile.jsonl", HOSTILE.encode()))
    ask(page, "Who is the lighthouse keeper of Torvik?")

    page.get_by_role("button", name="Open in the article").first.click()

    page.locator("article h1").wait_for()
    article = page.locator("article")
    assert "<script>alert('title')</script> **bold** [x](javascript:" in article.inner_text()
    assert "<img src=x onerror=alert('body')> **Osgrim" in article.inner_text()
    assert article.locator("script, img, b, a").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0
    snapshot(page, "hostile")


def test_sending_no_file_says_so(page: Page) -> None:
    page.get_by_role("button", name="Add to the library").click()

    page.get_by_text("Choose one or more files first.").wait_for()
