"""Files through the browser: in, asked about, refused with a reason, and never run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Page = Any
Ask = Callable[[Page, str], None]
AddFiles = Callable[..., Any]
ToArticles = Callable[..., None]
Snapshot = Callable[..., None]
KeptFile = Callable[..., Path]

STORY = (
    "Harbour bridge of Lindholm closes\n\nBy Petra Lund\n\n"
    "Engineer Solveig Brandt ordered the closure of the old swing bridge of Lindholm on Monday, "
    "after divers had found cracks in the turning gear.\n\n"
    "Repairs are expected to take eleven weeks, and ferries carry passengers until then."
)
TIDE = "The tide at gauge {0} rose by {0} centimetres before dawn, the harbour master said. "
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

    snapshot(page, "report")
    to_ask(page)
    ask(page, "Who ordered the closure of the swing bridge of Lindholm?")

    assert "Solveig Brandt" in page.locator(".or-sentence").first.inner_text()
    assert "1 added" in page.locator(".stSidebar").inner_text()
    page.get_by_role("link", name="See the report").click()
    page.locator(".or-report").get_by_text("Harbour bridge").wait_for()


def test_a_refused_file_is_named_with_the_reason_and_the_others_go_in(
    page: Page, add_files: AddFiles, snapshot: Snapshot
) -> None:
    report = add_files(
        page,
        ("empty <b>.txt", b""),
        ("kite.txt", b"The kite festival of Oriel began on Friday. Forty kites were flown."),
    )

    name, reason = report.locator(".or-refused tbody tr").locator("th, td").all_inner_texts()
    assert name == "empty _b_.txt"
    assert len(reason) > len("empty")
    assert "upload-" not in report.inner_text()
    snapshot(page, "refused")


def test_hostile_text_is_shown_as_text_and_never_run(
    page: Page, ask: Ask, add_files: AddFiles, snapshot: Snapshot
) -> None:
    add_files(page, ("hostile.jsonl", HOSTILE.encode()))
    to_ask(page)
    ask(page, "Who is the lighthouse keeper of Torvik?")

    page.get_by_role("link", name="Open in the article").first.click()

    page.locator("article h1").wait_for()
    article = page.locator("article")
    assert "<script>alert('title')</script> **bold** [x](javascript:" in article.inner_text()
    assert "<img src=x onerror=alert('body')> **Osgrim" in article.inner_text()
    assert article.locator("script, img, b, a:not([href^='#'])").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0
    snapshot(page, "hostile")


def test_sending_no_file_says_so(page: Page, to_articles: ToArticles) -> None:
    to_articles(page, "add")

    page.get_by_role("button", name="Add to the library").click()

    page.get_by_text("Choose one or more files first.").wait_for()


def test_a_folder_of_this_computer_is_added_and_the_report_can_be_kept(
    page: Page, to_articles: ToArticles, kept_file: KeptFile, tmp_path: Path
) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "ferry.txt").write_text("The ferry of Aldum sank. Nobody was hurt.")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")
    to_articles(page, "add")

    page.get_by_label("Path of the folder or file").fill(str(tmp_path))
    page.get_by_role("button", name="Add the folder").click()
    page.locator(".or-report").get_by_text("scan.pdf").first.wait_for(timeout=60_000)
    table = kept_file(page, page.get_by_role("button", name="Report as CSV"))

    rows = table.read_text(encoding="utf-8-sig").splitlines()
    assert [row.partition(",")[0] for row in rows] == ["outcome", "added", "refused"]


def test_a_path_that_leads_nowhere_is_one_line(page: Page, to_articles: ToArticles) -> None:
    to_articles(page, "add")

    page.get_by_label("Path of the folder or file").fill("/no/such/folder")
    page.get_by_role("button", name="Add the folder").click()

    page.get_by_text("There is no such folder or file on this computer").wait_for()


def test_progress_is_shown_on_every_page_and_survives_a_reload(
    page: Page, to_articles: ToArticles, tmp_path: Path, snapshot: Snapshot
) -> None:
    lines = (json.dumps({"id": f"tide-{number}", "text": TIDE.format(number) * 40})
             for number in range(300))  # fmt: skip
    (tmp_path / "tides.jsonl").write_text("\n".join(lines))
    to_articles(page, "add")
    page.get_by_label("Path of the folder or file").fill(str(tmp_path))
    page.get_by_role("button", name="Add the folder").click()
    page.locator(".stMain .st-key-work").get_by_text("a second").wait_for(timeout=60_000)
    snapshot(page, "progress")

    to_ask(page)
    page.locator(".stSidebar .st-key-work").get_by_text("Adding articles").wait_for()
    page.reload()
    page.locator(".stSidebar .st-key-work").get_by_text("Adding articles").wait_for()

    page.locator(".stSidebar").get_by_text("300 added").wait_for(timeout=300_000)


def to_ask(page: Page) -> None:
    """Go back to the conversation."""
    page.get_by_role("link", name="Ask", exact=True).click()
    page.get_by_placeholder("Ask the articles a question").wait_for()
