"""qa.exports.answers: answers and conversations as reports, with all that a copy desk files."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from docx.document import Document
from markdown_it import MarkdownIt

from corpus import Article
from index import Hit
from qa.citations import cite_article
from qa.exports import answer_docx, answer_markdown, conversation_docx, conversation_markdown
from qa.exports.answers import confidence_line
from qa.model import Abstention, Answer, Dates, OtherAnswer

Opener = Callable[[bytes], Document]
ABSTENTION = Abstention(reason="not_in_articles", message="No sentence answers *this*.")
NEAR = Hit(
    article_id="far", revision=2, text_sha256="ab" * 32, passage_id="p", title="Far",
    published=None, publisher="El Diario", url="javascript:x", start=5, end=9, text="Near|it",
    bm25=1.0, cosine=0.5, fused_score=0.7,
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A turn of a conversation."""

    question: str
    answer: Answer | None = None
    trouble: str | None = None


@pytest.fixture
def abstained(answer: Answer) -> Answer:
    """An abstention with one passage."""
    return replace(answer, answer=None, abstention=ABSTENTION, confidence=0.124, citations=(),
                   passages=(NEAR,), as_of=Dates(None, None))  # fmt: skip


def test_an_answer_has_its_sentence_with_the_words_in_bold(
    answer: Answer, stamp: dict[str, str]
) -> None:
    lines = answer_markdown(answer, **stamp).splitlines()

    words = "the most important capture of 2012"
    assert lines[:7] == [
        "# What was it?", "", "## Answer", "", f"**{words}**", "",
        f"> It was “**{words}**,” Luis Pantoja said. \\[1\\]",
    ]  # fmt: skip
    assert "- As of: 22 June 2017" in lines
    assert lines[-1] == "Exported 2026-11-22T10:00:00+00:00 with OnRecord 0.1.0."


def test_a_source_has_every_field_and_the_unknown_says_so(
    answer: Answer, stamp: dict[str, str]
) -> None:
    lines = answer_markdown(answer, **stamp).split("### \\[1\\] Raid\n\n")[1].splitlines()

    link = lines.pop(5)
    assert link.startswith("- On the page: [open it at these words](<https://example.org/raid?page")
    assert lines[:14] == [
        "- Title: Raid", "- Authors: Ana Díaz, Bo Li", "- Publisher: unknown",
        "- Published: 22 June 2017", "- Address: <https://example.org/raid?page=2#top>",
        "- Licence: unknown", "- Language: es", "- Article id: raid", "- Revision: 1",
        f"- SHA-256 of the text: {answer.citations[0].text_sha256}", "- Characters: 18–52",
        "- Exact words: the most important capture of 2012", "- Words before: They met. It was “",
        "- Words after: ,” Luis Pantoja said",
    ]  # fmt: skip


def test_how_the_question_was_understood_is_said_unless_it_is_the_same(
    answer: Answer, stamp: dict[str, str]
) -> None:
    follow_up = replace(answer, question="And it?")
    spaced = replace(answer, question=" What  was it? ")

    assert "\nUnderstood as: What was it?\n" in answer_markdown(follow_up, **stamp)
    assert "Understood" not in answer_markdown(spaced, **stamp)


def test_words_that_do_not_stand_at_their_place_are_not_bold(
    answer: Answer, stamp: dict[str, str]
) -> None:
    moved = replace(answer, citations=(replace(answer.citations[0], start=17, end=51),))

    assert "> It was “the most important capture" in answer_markdown(moved, **stamp)


def test_items_of_one_sentence_are_bold_in_it_together(
    answer: Answer, stamp: dict[str, str]
) -> None:
    first = answer.citations[0]
    cut = {"most": (22, 26), "2012": (48, 52)}
    items = tuple(
        replace(first, number=number, exact=exact, start=start, end=end)
        for number, (exact, (start, end)) in enumerate(cut.items(), start=1)
    )

    shown = answer_markdown(replace(answer, answer="most; 2012", citations=items), **stamp)

    assert "\n> It was “the **most** important capture of **2012**,” Luis Pantoja said. " in shown
    assert "said. \\[1\\]\\[2\\]\n" in shown


def test_other_answers_have_their_dates_and_their_sources(
    answer: Answer, stamp: dict[str, str]
) -> None:
    later = replace(answer.citations[0], number=2, published="2018-01-02", title="Later")
    other = OtherAnswer(answer="the [second]", confidence=0.4, citations=(later,))

    shown = answer_markdown(replace(answer, other_answers=(other,), full_form="It"), **stamp)

    assert "\n- **the \\[second\\]** (2 January 2018)\n" in shown
    assert "\nIn full: It\n" in shown
    assert shown.index("### \\[1\\] Raid") < shown.index("### \\[2\\] Later")


def test_an_answer_from_an_articles_details_says_so(answer: Answer, stamp: dict[str, str]) -> None:
    whole = cite_article(Article(id="raid", text="x", current=False), number=1)

    shown = answer_markdown(replace(answer, answer="Ana Díaz", citations=(whole,)), **stamp)

    assert "This comes from the article's own details, not from its text. \\[1\\]" in shown
    assert "- Characters: the article as a whole" in shown
    assert "- Revision: 1 (replaced by a newer one)" in shown


def test_an_abstention_says_what_was_searched_and_what_is_nearest(
    abstained: Answer, stamp: dict[str, str]
) -> None:
    shown = answer_markdown(abstained, **stamp)

    assert "## No answer\n\nNo sentence answers \\*this\\*.\n" in shown
    assert "- Searched: the 2 articles searched, dated 11 May 2016 to 22 June 2017" in shown
    assert "## Nearest passages, which do not answer the question\n\n> Near\\|it\n" in shown
    assert "- Source: Far · El Diario · date unknown\n- Address: javascript:x\n" in shown
    assert f"- Revision: 2\n- SHA-256 of the text: {'ab' * 32}\n- Characters: 5–9\n" in shown


@pytest.mark.parametrize(
    ("confidence", "line"),
    [(0.8, "High, an estimated 80% chance that this answer is right; about 20 of 100 such answers "
           "are wrong"),
     (0.5, "Fair, an estimated 50% chance that this answer is right; about 50 of 100 such answers "
           "are wrong"),
     (0.494, "Low, an estimated 49% chance that this answer is right; about 51 of 100 such answers "
             "are wrong"),
     (1.0, "High, an estimated 99% chance that this answer is right; about 1 of 100 such answers "
           "are wrong")],
)  # fmt: skip
def test_a_confidence_is_a_word_a_percentage_and_what_it_means(
    confidence: float, line: str, answer: Answer
) -> None:
    assert confidence_line(replace(answer, confidence=confidence)) == line


def test_the_confidence_of_an_abstention_is_the_best_candidates(abstained: Answer) -> None:
    assert confidence_line(abstained) == (
        "Too low, an estimated 12% chance that the best candidate is right, so it is not given as "
        "an answer"
    )
    assert confidence_line(replace(abstained, passages=())) is None


def test_nothing_hostile_becomes_markup(answer: Answer, stamp: dict[str, str]) -> None:
    nasty = "](javascript:x) <img src=x onerror=y>\n\n# =1+1 |`~~~ *b* قال 😀\x00"
    source = replace(answer.citations[0], title=nasty, authors=(nasty,), publisher=nasty,
                     licence=nasty, language=nasty, url=f"javascript:{nasty}")  # fmt: skip
    hostile = replace(answer, question=nasty, standalone_question=nasty, answer=nasty,
                      full_form=nasty, citations=(source,))  # fmt: skip

    page = MarkdownIt().render(answer_markdown(hostile, **stamp))

    shown = "](javascript:x) &lt;img src=x onerror=y&gt; # =1+1 |`~~~ *b* قال 😀\ufffd"
    assert page.count(shown) == page.count("onerror") == 9
    assert not {"<img", "<a", "<code", "<em", "<table"} & set(re.findall(r"<\w+", page))
    assert page.count("<h1") == 1


def test_a_conversation_keeps_its_order_and_its_troubles(
    answer: Answer, abstained: Answer, stamp: dict[str, str], opened: Opener
) -> None:
    turns = [Asked("First?", answer), Asked("Second?", abstained), Asked("3?", None, "Busy.")]

    document = opened(conversation_docx("Talk", turns, **stamp))

    headings = [p.text for p in document.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    assert headings == ["Talk", "1. First?", "2. Second?", "3. 3?"]
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[texts.index("3. 3?") + 1 :][:2] == ["No answer", "Busy."]


def test_a_conversation_without_questions_says_so(stamp: dict[str, str]) -> None:
    shown = conversation_markdown("# <b>", [], **stamp)

    assert shown.startswith("# \\# \\<b\\>\n\nNothing was asked.\n")


def test_a_word_document_says_what_the_markdown_says(
    answer: Answer, stamp: dict[str, str], opened: Opener
) -> None:
    texts = [paragraph.text for paragraph in opened(answer_docx(answer, **stamp)).paragraphs]

    assert texts[:4] == [
        "What was it?", "Answer", "the most important capture of 2012",
        "It was “the most important capture of 2012,” Luis Pantoja said. [1]",
    ]  # fmt: skip
    assert f"SHA-256 of the text: {answer.citations[0].text_sha256}" in texts
    assert texts[-1] == "Exported 2026-11-22T10:00:00+00:00 with OnRecord 0.1.0."
