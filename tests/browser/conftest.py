"""A real server with the sample library, and a Chromium that may talk to nothing else."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:  # the other tests run where Playwright is not installed
    from playwright.sync_api import Browser, BrowserContext, FilePayload, Locator, Page

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
START_SECONDS = 60
PHONE = 640
"""Pixels; below this width Streamlit's sidebar lies over the page."""
FIRST_PAGE_SECONDS = 120
"""A new library gets its sample articles first, and the encoder is loaded for that."""


@dataclass
class Server:
    """A running page."""

    address: str
    log: Path
    process: subprocess.Popen[bytes]

    @property
    def output(self) -> str:
        """What it has printed so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser test."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Put what the server printed into the message of a test that failed."""
    report = yield
    running = getattr(item, "funcargs", {}).get("server")
    if report.failed and running:
        report.sections.append(("Output of the server", running.output))
    return report


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(address: str) -> bool:
    """Whether the server is up."""
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """``python -m ui`` with a library of its own for each file, started from another folder."""
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running


@contextmanager
def serving(folder: Path, program: tuple[str, str] = ("-m", "ui")) -> Iterator[Server]:
    """Serve a new library and new records in a folder; with another program for what it changes."""
    port = free_port()
    command = [sys.executable, *program, "--no-browser", "--port", str(port)]
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--library", "library"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": paths, "ONRECORD_RECORDS": str(folder / "records")},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    running = Server(f"http://127.0.0.1:{port}", folder / "log", process)
    try:
        wait_until_up(running)
        yield running
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(scope="session")
def serve() -> Callable[..., AbstractContextManager[Server]]:
    """Start a server of one's own."""
    return serving


def wait_until_up(running: Server) -> None:
    """Wait for the server, and fail with its output where it doesn't come."""
    end = time.monotonic() + START_SECONDS
    while not answers(running.address):
        if running.process.poll() is not None or time.monotonic() > end:
            pytest.fail(f"the server did not start; it printed:\n{running.output}")
        time.sleep(0.3)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one, or without Playwright, the browser tests are skipped."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    path = os.environ.get("ONRECORD_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip(f"no Chromium: install one of {', '.join(NAMES)}, or set ONRECORD_CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield launched
        launched.close()


def host_of(address: str) -> str | None:
    """The machine that an address leads to; for what the page made itself, the page's."""
    return urlsplit(address.removeprefix("blob:")).hostname


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Open the page as a new visitor; at the end, nothing may have left the machine or failed."""
    hosts: set[str | None] = set()
    failures: list[str] = []
    contexts: list[BrowserContext] = []

    def opened(**options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("request", lambda request: hosts.add(host_of(request.url)))
        page.on("websocket", lambda socket: hosts.add(host_of(socket.url)))
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.on("dialog", lambda dialog: failures.append(f"a script ran: {dialog.message}"))
        page.goto(server.address)
        box(page).wait_for(timeout=FIRST_PAGE_SECONDS * 1000)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert hosts <= {"127.0.0.1"}
    assert failures == []


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """The page on a desk."""
    return open_page(viewport={"width": 1280, "height": 850})


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Keep a picture in the folder that ONRECORD_SCREENSHOTS names, if it names one."""
    folder = os.environ.get("ONRECORD_SCREENSHOTS")

    def take(page: Page, name: str) -> None:
        if folder:
            test = re.sub(r"\W+", "-", request.node.name).strip("-")
            page.wait_for_timeout(1200)  # fonts, and the second in which the place is held
            page.screenshot(path=Path(folder) / f"{test}-{name}.png")

    return take


def box(page: Page) -> Locator:
    """Where questions are written."""
    return page.get_by_placeholder("Ask the articles a question")


def at_rest(page: Page) -> None:
    """Wait until everything is drawn."""
    page.locator("[data-test-script-state=notRunning]").wait_for(timeout=60_000)


@pytest.fixture
def kept_file() -> Callable[[Page, Locator], Path]:
    """Press a button that gives a file, and get where it was put.

    Streamlit forgets a file that is made on the click when it draws the page anew in that very
    moment; who then presses again, as a person would, gets it.
    """

    def press_for_file(page: Page, button: Locator) -> Path:
        from playwright.sync_api import TimeoutError as NothingCame

        for patience in (10_000, 10_000, 30_000):
            at_rest(page)
            try:
                with page.expect_download(timeout=patience) as coming:
                    button.click()
            except NothingCame:
                continue
            return Path(coming.value.path())
        raise AssertionError("three presses brought no file")

    return press_for_file


@pytest.fixture
def ask() -> Callable[[Page, str], None]:
    """Write a question, send it, and wait until something has come of it."""

    def send(page: Page, question: str) -> None:
        turns = page.locator(".or-question").count()
        box(page).fill(question)
        box(page).press("Enter")
        page.locator(f"#turn-{turns}").wait_for()
        page.locator(".or-outcome, .stMain .or-error").nth(turns).wait_for(timeout=60_000)
        at_rest(page)  # the sources are drawn after the answer that links to them

    return send


@pytest.fixture
def to_checks() -> Callable[[Page], None]:
    """Go to the page that checks quotations, by the navigation; on a phone that is folded away."""

    def go(page: Page) -> None:
        is_phone = bool(page.viewport_size and page.viewport_size["width"] < PHONE)
        if is_phone:
            page.get_by_test_id("stExpandSidebarButton").click()
        page.get_by_role("link", name="Check a quote").click()
        page.get_by_role("heading", name="Check a quote").wait_for()
        if is_phone:
            page.get_by_test_id("stSidebarCollapseButton").locator("button").click()
        at_rest(page)

    return go


@pytest.fixture
def check(to_checks: Callable[[Page], None]) -> Callable[..., Locator]:
    """Check a quotation, and wait until something has come of it."""

    def send(page: Page, quote: str, speaker: str = "") -> Locator:
        if not page.get_by_label("The quotation", exact=True).count():
            to_checks(page)
        page.get_by_label("The quotation", exact=True).fill(quote)
        page.get_by_label("Who said it").fill(speaker)
        page.get_by_role("button", name="Check", exact=True).click()
        outcome = page.locator(".or-check, .stMain .or-error").first
        outcome.wait_for(timeout=60_000)
        at_rest(page)
        return outcome

    return send


@pytest.fixture
def to_articles() -> Callable[..., None]:
    """Go to a part of the page of the library; on a phone the navigation is folded away."""

    def go(page: Page, part: str = "list") -> None:
        if not page.locator(".or-parts").count():
            is_phone = bool(page.viewport_size and page.viewport_size["width"] < PHONE)
            if is_phone:
                page.get_by_test_id("stExpandSidebarButton").click()
            page.get_by_role("link", name="Articles", exact=True).click()
            page.locator(".or-parts").wait_for()
            if is_phone:
                page.get_by_test_id("stSidebarCollapseButton").locator("button").click()
            at_rest(page)
        page.locator(f"#part-{part}").click()
        page.locator(f"#part-{part}[aria-current]").wait_for()
        at_rest(page)

    return go


@pytest.fixture
def add_files(to_articles: Callable[..., None]) -> Callable[..., Locator]:
    """Upload files on the page of the library, and wait for the report."""

    def add(page: Page, *files: tuple[str, bytes]) -> Locator:
        payload: list[FilePayload] = [
            {"name": name, "mimeType": "text/plain", "buffer": content} for name, content in files
        ]
        to_articles(page, "add")
        chooser = page.get_by_test_id("stFileUploader")
        chooser.locator("input[type=file]").set_input_files(payload)
        for name, _ in files:
            chooser.get_by_text(name).wait_for()
        page.wait_for_load_state("networkidle")
        page.get_by_role("button", name="Add to the library").click()
        page.locator(".st-key-work").wait_for()  # the report of an earlier test is gone then
        report = page.locator(".or-report")
        report.wait_for(timeout=60_000)
        at_rest(page)
        return report

    return add
