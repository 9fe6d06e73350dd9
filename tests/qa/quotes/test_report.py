"""qa.quotes.report: checks and drafts as text, Markdown, CSV and JSON."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict, replace

import pytest
from markdown_it import MarkdownIt

from corpus import Article, Coverage, Span
from qa.citations import cite
from qa.quotes.model import (
    Change,
    CheckedDraft,
    Copies,
    Cropped,
    DraftQuotation,
    QuoteCheck,
)
from qa.quotes.report import (
    check_markdown,
    check_text,
    checks_csv,
    draft_json,
    draft_markdown,
    draft_text,
)
from qa.quotes.wordings import meaning_of

TEXT = "They met. It was “the most important capture of 2012,” Luis Pantoja said."
START, END = TEXT.index("the most"), TEXT.index(",”")
ARTICLE = Article(id="raid", text=TEXT, title="Raid", authors=("Ana Díaz",), published="2017-06-22")
FOUND = cite(ARTICLE, Span(START, END), Span(10, len(TEXT)), number=1, context_characters=5)
YEAR = Change(
    kind="number", quoted="2021", source="2012", bears_on_meaning=True, quoted_start=30,
    quoted_end=34, source_start=TEXT.index("2012"), source_end=TEXT.index("2012") + 4,
)  # fmt: skip
VERBATIM = QuoteCheck(
    id=None, quote="the most important capture of 2012", claimed_speaker=None, verdict="verbatim",
    wording="verbatim", attribution="not_claimed", abridged=False, cropped=Cropped(2, 3),
    match=FOUND, changes=(), speaker="Luis Pantoja", cue="said", in_quotation_marks=True,
    occurrences=(FOUND,), nearest=(), searched=Coverage(2, "2016-05-11", "2017-06-22"),
    speech="direct", publishers=("El Diario", "La Voz"),
)  # fmt: skip
ALTERED = replace(
    VERBATIM, quote="the most important capture of 2021", verdict="altered", wording="altered",
    changes=(YEAR,),
)  # fmt: skip
MISATTRIBUTED = replace(
    VERBATIM, verdict="misattributed", attribution="contradicted", claimed_speaker="Ana Ruiz"
)
NOT_FOUND = replace(
    VERBATIM, quote="the capture was easy", verdict="not_found", wording="not_found", match=None,
    cropped=Cropped(), speaker=None, cue=None, in_quotation_marks=None, speech=None,
    occurrences=(), nearest=(FOUND,), tried=("captura",),
)  # fmt: skip


def draft(*checks: QuoteCheck) -> CheckedDraft:
    """A draft that is nothing but these quotations, one a paragraph."""
    quotations, text = [], ""
    for number, check in enumerate(checks, start=1):
        start = len(text) + 1
        quotations.append(
            DraftQuotation(
                start=start,
                end=start + len(check.quote),
                quote=check.quote,
                speaker=None,
                paragraph=number,
            )
        )
        text += f'"{check.quote}"\n\n'
    return CheckedDraft(name="a.md", text=text, quotations=tuple(quotations), checks=checks)


def test_the_verdict_comes_first_with_what_it_means() -> None:
    first = check_text(MISATTRIBUTED).splitlines()[0]

    assert first == (
        "MISATTRIBUTED. The words stand in the article, but it is Luis Pantoja who says them, "
        "not Ana Ruiz."
    )


def test_a_check_is_shown_with_its_evidence() -> None:
    lines = check_text(ALTERED).splitlines()

    assert lines[0].startswith("ALTERED. The passage is in the article, but changed in what it say")
    assert "Quoted:  the most important capture of 2021" in lines
    assert "Article: the most important capture of 2012" in lines
    change = "number: the quotation has “2021”, the article “2012” (bears on the meaning)"
    assert f"  {change}" in lines
    assert (
        "The quotation leaves out 2 words before it and 3 words after it in the same sentence."
        in lines
    )
    assert "Says it: Luis Pantoja (“said”), direct speech, inside quotation marks" in lines
    assert "Source: Raid · by Ana Díaz · publisher unknown · 22 June 2017" in lines
    assert "  address unknown" in lines
    assert f"  raid, characters {START}–{END}, revision 1" in lines


def test_copies_are_folded_into_their_occurrence() -> None:
    shown = check_text(replace(VERBATIM, copies=(Copies(1, ("b", "c", "d")),)))

    assert "Found in 1 place, the oldest first:" in shown
    assert "22 June 2017 (also in 3 other articles)" in shown


def test_not_found_says_what_was_searched_and_that_it_is_no_proof() -> None:
    shown = check_text(NOT_FOUND)

    assert "the 2 articles searched, dated 11 May 2016 to 22 June 2017" in shown
    assert "published by El Diario and La Voz." in shown
    assert "no proof that it was never said" in shown
    assert "Other spellings tried: captura." in shown
    assert "Not in it: “easy”." in shown


@pytest.mark.parametrize(
    ("check", "meaning"),
    [(replace(VERBATIM, attribution="confirmed", claimed_speaker="Pantoja"),
      "The words stand so in the article, and it is Pantoja who says it."),
     (replace(VERBATIM, attribution="unclear", claimed_speaker="Pantoja"),
      "The words stand so in the article; whether Pantoja says it, the article does not settle."),
     (replace(VERBATIM, abridged=True, left_out=1),
      "The words stand so in the article, with 1 word left out."),
     (replace(MISATTRIBUTED, speech="own_words", speaker=None),
      "The words stand in the article, but they are the reporter's own words, not those of "
      "Ana Ruiz."),
     (replace(VERBATIM, verdict="too_short", wording="too_short"),
      "With fewer than two words of substance nothing can be told from it; it stands in 1 place of "
      "the library."),
     (replace(NOT_FOUND, searched=Coverage(0, None, None)),
      "There was no article to search, so nothing can be told."),
     (replace(VERBATIM, occurrences=(replace(FOUND, current=False),)),
      "The words stand so in the article. They stand only in an older version of the article, "
      "which was replaced since.")],
)  # fmt: skip
def test_each_outcome_has_its_own_meaning(check: QuoteCheck, meaning: str) -> None:
    assert meaning_of(check) == meaning


def test_markdown_keeps_what_a_record_needs() -> None:
    block = check_markdown(ALTERED, checked_at="2026-11-22 10:00 UTC", version="0.1.0")

    assert block.startswith("## Altered\n")
    assert "“**the most important capture of 2012**,” Luis Pantoja said." in block
    assert f"SHA-256 of the article's text: {ARTICLE.text_sha256}" in block
    assert "revision 1" in block
    assert block.endswith("*Checked 2026-11-22 10:00 UTC with OnRecord 0.1.0.*\n")


def test_markdown_shows_markup_as_it_is_and_runs_none() -> None:
    nasty = "# <b>*so*</b> [x](javascript:y) `z`"

    page = MarkdownIt().render(check_markdown(replace(NOT_FOUND, quote=nasty), checked_at="now",
                                              version="1"))  # fmt: skip

    assert "# &lt;b&gt;*so*&lt;/b&gt; [x](javascript:y) `z`" in page


def test_csv_has_a_line_for_each_check_and_no_formulas() -> None:
    table = checks_csv([ALTERED, replace(NOT_FOUND, quote='=HYPERLINK("x")\n"b", c')])

    first, second = csv.DictReader(io.StringIO(table))

    assert (first["number"], first["verdict"], first["start"]) == ("1", "altered", str(START))
    assert (first["exact"], first["sha256"]) == (FOUND.exact, ARTICLE.text_sha256)
    assert (first["cropped_before"], first["cropped_after"]) == ("2", "3")
    assert second["quote"] == '\'=HYPERLINK("x")\n"b", c'
    assert second["article_id"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_begins_like_a_formula_is_made_text(start: str) -> None:
    (row,) = csv.DictReader(io.StringIO(checks_csv([replace(VERBATIM, quote=f"{start}1")]),
                                        newline=""))  # fmt: skip

    assert row["quote"] == f"'{start}1"


def test_a_draft_s_report_counts_its_verdicts_first_and_keeps_its_order() -> None:
    checked = draft(NOT_FOUND, VERBATIM, NOT_FOUND)

    text = draft_text(checked)
    markdown = draft_markdown(checked, checked_at="now", version="1")

    assert text.splitlines()[0] == "3 quotations in a.md: 1 verbatim, 2 not found."
    assert text.index("1. Paragraph 1") < text.index("VERBATIM.") < text.index("3. Paragraph 3")
    assert "3 quotations in a.md: 1 verbatim, 2 not found." in markdown
    assert "## 2. Verbatim (paragraph 2)" in markdown


def test_a_draft_without_quotations_says_so() -> None:
    assert draft_text(draft()) == "No quotation was found in a.md, so nothing was checked."


def test_a_draft_as_json_has_every_check_with_its_place() -> None:
    values = draft_json(draft(VERBATIM))

    assert values == {
        "draft": "a.md",
        "checks": [asdict(VERBATIM) | {"draft_start": 1, "draft_end": 35, "paragraph": 1}],
    }


def test_a_note_is_shown_unless_the_verdict_says_it_already() -> None:
    shown = check_text(replace(NOT_FOUND, notes=("It is long.", meaning_of(NOT_FOUND)[-67:])))

    assert shown.endswith("\n\nNote: It is long.")


def test_what_could_steer_a_terminal_is_not_printed() -> None:
    assert "\x1b" not in check_text(replace(NOT_FOUND, quote="a\x1b[2Jb"))
