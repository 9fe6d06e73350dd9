"""The page on a phone and on a desk, in light and dark; and how it is served."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Page = Any
Ask = Callable[[Page, str], None]

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "who succeeded Caracol in Callao?"
WIDER = """() => [document.documentElement, ...document.querySelectorAll(".stMain, .stApp")]
  .some(part => part.scrollWidth > part.clientWidth)"""
SIZES = {"phone": {"width": 360, "height": 740}, "desk": {"width": 1280, "height": 850}}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_the_window(
    open_page: Callable[..., Page], ask: Ask, snapshot: Callable[..., None], size: str, scheme: str
) -> None:
    page = open_page(viewport=SIZES[size], color_scheme=scheme)
    assert not page.evaluate(WIDER)
    ask(page, QUESTION)
    page.locator("a.or-cite").first.click()
    assert not page.evaluate(WIDER)
    snapshot(page, "card")

    page.get_by_role("link", name="Open in the article (source 1)").click()

    page.locator("#cited").wait_for()
    assert not page.evaluate(WIDER)
    snapshot(page, "article")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_system(open_page: Callable[..., Page], scheme: str) -> None:
    page = open_page(color_scheme=scheme)

    ground = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")

    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(22, 24, 26)"}[scheme]


def test_the_page_has_one_main_part_and_headings_in_order(page: Page, ask: Ask) -> None:
    ask(page, QUESTION)

    page.get_by_role("link", name="Open in the article (source 1)").click()

    page.locator("#cited").wait_for()
    assert page.locator("main").count() == 1
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("address", ["/about", "/check", "/articles", "/read?article=nope"])
def test_no_page_is_wider_than_the_window(
    open_page: Callable[..., Page], snapshot: Callable[..., None], size: str, address: str
) -> None:
    page = open_page(viewport=SIZES[size])

    page.goto(page.url.rstrip("/") + address)

    page.locator(".stMain h1").wait_for()
    page.locator("[data-test-script-state=notRunning]").wait_for()
    assert not page.evaluate(WIDER)
    snapshot(page, "page")


def test_the_logo_and_the_sign_of_the_window_are_our_own(page: Page) -> None:
    logo = page.get_by_test_id("stHeaderLogo").or_(page.get_by_test_id("stSidebarLogo")).first
    page.wait_for_function(
        """async () => {
          const sign = document.querySelector("link[rel*=icon]").href;
          return (await fetch(sign)).headers.get("content-type").startsWith("image/svg");
        }"""
    )

    assert logo.evaluate("image => image.naturalWidth") > 0


def test_a_second_page_on_the_same_port_is_refused_in_one_line(server: Any) -> None:
    port = server.address.rpartition(":")[2]

    second = subprocess.run(
        [sys.executable, "-m", "ui", "--no-browser", "--port", port],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip

    assert (second.returncode, second.stdout) == (1, "")
    assert len(second.stderr.splitlines()) == 1


def test_the_server_prints_its_address_and_nothing_alarming(server: Any) -> None:
    assert server.output.splitlines()[0].startswith(f"OnRecord is at {server.address} ")
    assert "Traceback" not in server.output
