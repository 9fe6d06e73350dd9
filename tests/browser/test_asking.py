"""The page in a real browser: ask, open a source, open the article, come back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

# Waits until it is so: Streamlit leaves old elements standing while a rerun is under way.
expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

Page = Any
Ask = Callable[[Page, str], None]
Snapshot = Callable[..., None]

QUESTION = "who succeeded Caracol in Callao?"
SENTENCE = (
    "MacDowell, InSight Crime wrote, appears to have taken over the role in Callao that Gerson "
    "Gálvez Calle, alias Caracol, and his gang, the Barrio Kings, had played before Gálvez was "
    "caught in the Colombian city of Medellín in 2016."
)


def is_in_view(page: Page, selector: str) -> bool:
    """Whether an element is inside the window, whole."""
    page.wait_for_timeout(1500)  # the place is held for a second
    around = page.locator(selector).bounding_box()
    size = page.viewport_size
    return bool(around and around["y"] >= 0 and around["y"] + around["height"] <= size["height"])


def test_the_answer_is_the_sentence_and_stands_in_view(
    page: Page, ask: Ask, snapshot: Snapshot
) -> None:
    ask(page, QUESTION)

    sentence = page.locator(".or-sentence p").first
    assert (sentence.text_content() or "").startswith(SENTENCE)
    assert is_in_view(page, ".or-sentence >> nth=0")
    assert page.get_by_text("As of").first.is_visible()
    snapshot(page, "answer")


def test_a_citation_opens_its_card_and_marks_exactly_the_sentence(
    page: Page, ask: Ask, snapshot: Snapshot
) -> None:
    ask(page, QUESTION)
    assert not page.locator("#source-0-1").is_visible()

    page.locator("a.or-cite").first.click()

    page.locator("mark#source-0-1").wait_for()
    assert page.locator("mark#source-0-1").text_content() == SENTENCE
    assert is_in_view(page, "mark#source-0-1")
    card = page.locator("details[open]").first.inner_text()
    assert "22 June 2017" in card
    assert "unknown" in card
    snapshot(page, "card")


def test_a_source_opens_in_its_article_with_the_mark_in_view(
    page: Page, ask: Ask, snapshot: Snapshot
) -> None:
    ask(page, QUESTION)
    page.get_by_role("link", name="Open in the article (source 1)").click()

    page.locator("#cited").wait_for()

    assert page.locator("#cited").text_content() == SENTENCE
    assert is_in_view(page, "#cited")
    assert page.locator(".or-text p").count() > 3
    assert page.locator("article[lang=en] h1").is_visible()
    snapshot(page, "article")


def test_the_way_back_leads_to_the_conversation(page: Page, ask: Ask) -> None:
    ask(page, QUESTION)
    page.get_by_role("link", name="Open in the article (source 1)").click()
    page.locator("#cited").wait_for()

    page.get_by_role("link", name="Back to the conversation").first.click()

    page.locator("mark#source-0-1").wait_for()
    assert is_in_view(page, "mark#source-0-1")
    expect(page.locator("#cited")).to_have_count(0)


def test_what_the_articles_do_not_say_is_not_answered(
    page: Page, ask: Ask, snapshot: Snapshot
) -> None:
    ask(page, "Who is the mayor of Callao?")

    page.get_by_text("Nearest passages (not answers)").wait_for()
    outcome = page.locator(".or-abstention").inner_text()
    assert "articles searched, dated 14 October 2010 to" in outcome
    expect(page.locator(".or-sentence")).to_have_count(0)
    snapshot(page, "abstention")


def test_an_example_is_asked_with_one_click_and_then_they_are_gone(
    page: Page, snapshot: Snapshot
) -> None:
    snapshot(page, "start")
    assert page.locator("[class*=st-key-example-]").count() == 6

    page.get_by_role("button", name="How much cocaine was seized").click()

    page.locator(".or-sentence").first.wait_for(timeout=60_000)
    assert "180 kilos" in page.locator(".or-sentence").first.inner_text()
    expect(page.locator("[class*=st-key-example-]")).to_have_count(0)


def test_the_conversation_goes_on_and_begins_anew(page: Page, ask: Ask) -> None:
    ask(page, QUESTION)
    ask(page, "What is the permanent name of element 113?")
    expect(page.locator(".or-question h2")).to_have_count(2)
    assert (page.locator(".or-sentence p").first.text_content() or "").startswith(SENTENCE)

    page.get_by_role("button", name="New conversation").click()

    page.get_by_text("Questions to start with").wait_for()
    expect(page.locator(".or-question")).to_have_count(0)


def test_a_source_opens_with_the_keyboard_alone(page: Page, ask: Ask) -> None:
    ask(page, QUESTION)
    page.wait_for_timeout(1500)

    page.locator("a.or-cite").first.focus()
    page.keyboard.press("Enter")

    page.locator("mark#source-0-1").wait_for()
    assert page.locator("mark#source-0-1").is_visible()


@pytest.mark.parametrize(
    "question",
    ["?!…", "🚀🔥", "מי ירש את קראקול?", "x " * 5000, "a\x00b", "<script>alert(1)</script>",
     "[x](javascript:alert(1)) **b** $z$ :smile:"],
    ids=["punctuation", "emoji", "hebrew", "long", "null", "script", "markdown"],
)  # fmt: skip
def test_every_question_gets_a_line_or_an_answer(page: Page, ask: Ask, question: str) -> None:
    ask(page, question)

    assert page.locator(".or-notice, .or-outcome").first.is_visible()
    shown = page.locator(".or-question h2").inner_text()
    assert question.strip().replace("\x00", "\ufffd")[:20] in shown.replace("\n", " ")
    assert page.get_by_text("Traceback").count() == 0
    assert page.locator(".or-question a, .or-question script, .or-question strong").count() == 0
