"""Make the README's pictures: ``python tests/browser/screenshots.py docs``.

The sample library is served from a new folder, so that no path of this machine is on a picture.
Look at each before it stays.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

SIZE = {"width": 1280, "height": 850}
QUESTION = "How much cocaine was seized in the Callao raids?"
QUOTATION = (
    "Only twelve percent of the containers which leave the Peruvian port of Callao are inspected"
)


def ask(page: Page) -> None:
    """A question with its answer and its sources."""
    page.get_by_placeholder("Ask the articles a question").fill(QUESTION)
    page.keyboard.press("Enter")
    page.locator(".or-outcome").wait_for()


def source(page: Page) -> None:
    """The article at the place that answers."""
    page.get_by_role("link", name="Open in the article (source 1)").click()
    page.locator("#cited").wait_for()


def check(page: Page) -> None:
    """A quotation with a changed number."""
    page.get_by_role("link", name="Check a quote").click()
    page.get_by_label("The quotation", exact=True).fill(QUOTATION)
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator(".or-check").wait_for()


def articles(page: Page) -> None:
    """The library."""
    page.get_by_role("link", name="Articles", exact=True).click()
    page.get_by_role("heading", name="Articles", level=1).wait_for()


PICTURES: tuple[Callable[[Page], None], ...] = (ask, source, check, articles)
"""Each leads on from the one before, and gives its picture its name."""


def main() -> int:
    """Write every picture into the folder that is named."""
    from conftest import ARGUMENTS, FIRST_PAGE_SECONDS, NAMES, at_rest, box, serving
    from playwright.sync_api import sync_playwright

    if len(sys.argv) != 2:
        sys.stderr.write("usage: python tests/browser/screenshots.py FOLDER\n")
        return 2
    browser = os.environ.get("ONRECORD_CHROMIUM") or next(
        filter(None, map(shutil.which, NAMES)), None
    )
    if browser is None:
        sys.stderr.write(f"There is no Chromium; install one of {', '.join(NAMES)}.\n")
        return 1
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        launched = playwright.chromium.launch(executable_path=browser, args=list(ARGUMENTS))
        page = launched.new_page(viewport=SIZE, color_scheme="light")  # type: ignore[arg-type]
        page.goto(server.address)
        box(page).wait_for(timeout=FIRST_PAGE_SECONDS * 1000)
        for picture in PICTURES:
            picture(page)
            at_rest(page)
            page.wait_for_timeout(1500)  # fonts, and the second in which a place is held
            page.screenshot(path=Path(sys.argv[1]) / f"{picture.__name__}.png")
        launched.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
