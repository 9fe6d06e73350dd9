"""Every page and state is examined by axe-core, and can be used with the keyboard alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

Page = Any
Prepare = Callable[[Page], None]

ROOT = Path(__file__).resolve().parents[2]
PLACES = (
    os.environ.get("ONRECORD_AXE", ""),
    ROOT / ".venv/node_modules/axe-core/axe.min.js",
    ROOT / "node_modules/axe-core/axe.min.js",
)
RULES = """async () => {
  const found = await axe.run(document, {
    resultTypes: ["violations"],
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  });
  return found.violations.flatMap(rule =>
    rule.nodes.map(node => [rule.id, node.html.slice(0, 300)]));
}"""
STREAMLIT_S_OWN: tuple[tuple[str, str, str], ...] = (
    (
        "presentation-role-conflict",
        'data-testid="stFileUploaderDropzone"',
        "Streamlit gives the zone to drop files on a role and a label at once. The button inside "
        "it does the same, and is named and reached as it should be.",
    ),
)
"""Rule, a part of the element, and why it can't be mended here."""

CONTROLS = """() => [...document.querySelectorAll(
    "a[href], button, input, textarea, select, summary, [role=button], [role=checkbox]")]
  .filter(one => !one.matches(".stSelectbox button"))  // the arrow in a field, which has the focus
  .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && !one.disabled && !one.closest("[inert], [aria-hidden=true]") && one.type !== "file"
    && one.getBoundingClientRect().width > 1)
  .map((one, number) => { one.dataset.control = number; return one.outerHTML.slice(0, 160); })"""
FOCUSED = "() => document.activeElement?.dataset.control ?? null"

QUESTION = "who succeeded Caracol in Callao?"
NO_ANSWER = "Who is the mayor of Callao?"
QUOTES = {
    "verbatim": "the most important capture",
    "altered": "Only twelve percent of the containers which leave the Peruvian port of Callao",
    "not-found": "Astronauts will land on the far side of the moon and open a bakery there",
    "too-short": "of the",
}
DRAFT = "A general called it “the most important capture”, and “they opened a bakery on the moon”."


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core."""
    for place in PLACES:
        if place and Path(place).is_file():
            return Path(place).read_text(encoding="utf-8")
    pytest.skip("no axe-core: `make install` gets it with npm, or name axe.min.js in ONRECORD_AXE")


def rest(page: Page) -> None:
    """Wait until everything is drawn."""
    page.locator("[data-test-script-state=notRunning]").wait_for(timeout=60_000)
    page.wait_for_timeout(600)  # folding and fading


def go(address: str) -> Prepare:
    """Open an address."""

    def prepare(page: Page) -> None:
        page.goto(page.url.split("?")[0].rstrip("/") + address)
        page.locator(".stMain h1, .stMain h2").first.wait_for()
        rest(page)

    return prepare


def asked(question: str) -> Prepare:
    """Ask, and open the first source."""

    def prepare(page: Page) -> None:
        page.get_by_placeholder("Ask the articles a question").fill(question)
        page.keyboard.press("Enter")
        page.locator(".or-outcome").wait_for(timeout=60_000)
        rest(page)
        page.locator("details.or-card > summary").first.click()
        rest(page)

    return prepare


def checked(quote: str) -> Prepare:
    """Check a quotation, and open all that is folded."""

    def prepare(page: Page) -> None:
        go("/check")(page)
        page.get_by_label("The quotation", exact=True).fill(quote)
        page.get_by_label("Who said it").fill("Luis Pantoja")
        page.get_by_role("button", name="Check", exact=True).click()
        page.locator(".or-check").wait_for(timeout=60_000)
        rest(page)
        unfold(page)

    return prepare


def drafted(page: Page) -> None:
    """Check a draft."""
    go("/check")(page)
    page.get_by_role("tab", name="A whole draft").click()
    page.get_by_label("The text of the draft").fill(DRAFT)
    page.get_by_role("button", name="Check every quotation").click()
    page.locator(".or-count").wait_for(timeout=60_000)
    rest(page)
    unfold(page)


def reading(page: Page) -> None:
    """An article at its place, with words found in it and everything open."""
    go("/read?article=callao-port-raids-2017&start=781&end=790")(page)
    page.get_by_role("textbox", name="Find in this article").fill("callao")
    page.keyboard.press("Enter")
    page.locator(".or-found").first.wait_for()
    rest(page)
    unfold(page)


def forgetting(page: Page) -> None:
    """The question before everything is erased."""
    go("/about")(page)
    page.get_by_role("button", name="Forget everything").click()
    page.get_by_role("button", name="Erase it all").wait_for()
    rest(page)


def faults(page: Page, axe: str) -> list[list[str]]:
    """What axe-core finds, rule and element, that is not Streamlit's own."""
    page.evaluate(axe)
    return [
        [rule, element]
        for rule, element in page.evaluate(RULES)
        if not any(rule == own and part in element for own, part, _ in STREAMLIT_S_OWN)
    ]


def unfold(page: Page) -> None:
    """Open everything that is folded."""
    for summary in page.locator(".stMain .stExpander details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()
    rest(page)


STATES: dict[str, Prepare] = {
    "ask": rest,
    "answer": asked(QUESTION),
    "abstention": asked(NO_ANSWER),
    "check": go("/check"),
    **{quote: checked(words) for quote, words in QUOTES.items()},
    "draft": drafted,
    "reader": reading,
    "reader-nothing": go("/read?article=nope"),
    "articles": go("/articles"),
    "about": go("/about"),
    "forgetting": forgetting,
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_that_is_ours(
    open_page: Callable[..., Page], axe: str, state: str, scheme: str
) -> None:
    page = open_page(viewport={"width": 1280, "height": 850}, color_scheme=scheme)
    STATES[state](page)

    assert faults(page, axe) == []


@pytest.mark.parametrize("state", ["ask", "reader", "articles"])
def test_axe_finds_nothing_on_a_phone(open_page: Callable[..., Page], axe: str, state: str) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    STATES[state](page)

    assert faults(page, axe) == []


@pytest.mark.parametrize("state", ["answer", "altered", "reader", "articles", "about"])
def test_the_tab_key_reaches_every_control(page: Page, state: str) -> None:
    STATES[state](page)
    controls = page.evaluate(CONTROLS)
    page.evaluate("document.activeElement?.blur()")

    reached = set()
    for _ in range(2 * len(controls) + 20):
        page.keyboard.press("Tab")
        reached.add(page.evaluate(FOCUSED))

    missed = [html for number, html in enumerate(controls) if str(number) not in reached]
    assert missed == []


def test_the_keyboard_alone_leads_from_a_question_into_its_article_and_back(page: Page) -> None:
    press_tab_until(page, "Ask the articles a question")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.locator(".or-outcome").wait_for(timeout=60_000)
    rest(page)

    press_tab_until(page, "Open in the article (source 1)")
    page.keyboard.press("Enter")
    page.locator("#cited").wait_for()
    rest(page)
    press_tab_until(page, "Back to the conversation")
    page.keyboard.press("Enter")

    page.locator(".or-outcome").wait_for()


def test_the_focus_can_be_seen(page: Page) -> None:
    press_tab_until(page, "Check a quote")

    outline = page.evaluate(
        """() => { const style = getComputedStyle(document.activeElement);
          return [style.outlineStyle !== "none" && style.outlineWidth !== "0px",
                  style.boxShadow !== "none"]; }"""
    )
    assert any(outline)


def press_tab_until(page: Page, name: str) -> None:
    """Press the tab key until something with these words, label or hint has the focus."""
    for _ in range(150):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            """() => { const one = document.activeElement;
              return one.matches("a, button, input, textarea, summary")
                ? [one.innerText, one.placeholder, one.ariaLabel].join(" ") : ""; }"""
        )
        if name in focused:
            return
    pytest.fail(f"the tab key never reaches {name!r}")
