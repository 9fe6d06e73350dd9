"""qa.exports.checks: checks and drafts as Word documents, opened again with python-docx."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from docx.document import Document
from docx.table import Table

from corpus import Coverage
from qa.exports import check_docx, draft_docx
from qa.model import Citation
from qa.quotes.model import Change, CheckedDraft, Copies, Cropped, DraftQuotation, QuoteCheck

Opener = Callable[[bytes], Document]
YEAR = Change(
    kind="number", quoted="2021", source="2012", bears_on_meaning=True, quoted_start=30,
    quoted_end=34, source_start=48, source_end=52,
)  # fmt: skip
DROPPED = Change(
    kind="dropped", quoted="", source="It was", bears_on_meaning=False, quoted_start=0,
    quoted_end=0, source_start=10, source_end=16,
)  # fmt: skip


@pytest.fixture
def altered(citation: Citation) -> QuoteCheck:
    """A quotation with another year."""
    return QuoteCheck(
        id=None, quote="the most important capture of 2021", claimed_speaker="Pantoja",
        verdict="altered", wording="altered", attribution="confirmed", abridged=False,
        cropped=Cropped(2, 3), match=citation, changes=(YEAR,), speaker="Luis Pantoja", cue="said",
        in_quotation_marks=True, occurrences=(citation,), nearest=(), speech="direct",
        searched=Coverage(2, "2016-05-11", "2017-06-22"), publishers=("El Diario",),
        copies=(Copies(1, ("b",)),), notes=("It is <b>long</b>.",),
    )  # fmt: skip


@pytest.fixture
def missing(altered: QuoteCheck, citation: Citation) -> QuoteCheck:
    """A quotation that nothing was located for."""
    return replace(
        altered, quote="the capture was easy", verdict="not_found", wording="not_found", match=None,
        cropped=Cropped(), changes=(), speaker=None, cue=None, in_quotation_marks=None, speech=None,
        occurrences=(), nearest=(citation,), tried=("captura",), copies=(), notes=(),
    )  # fmt: skip


def cells(table: Table) -> list[list[str]]:
    """The texts of a table; what is bold stands between asterisks."""
    return [
        ["".join(f"*{r.text}*" if r.bold else r.text for r in cell.paragraphs[0].runs)
         for cell in row.cells]
        for row in table.rows
    ]  # fmt: skip


def test_quotation_and_article_are_aligned_and_the_changes_bold_and_named(
    altered: QuoteCheck, stamp: dict[str, str], opened: Opener
) -> None:
    (table,) = opened(check_docx(altered, **stamp)).tables

    assert cells(table) == [
        ["*The quotation*", "*The article*"],
        ["the most important capture of *2021*", "the most important capture of *2012*"],
        ["number: *2021*", "number: *2012* (bears on the meaning)"],
    ]


def test_words_dropped_outside_the_located_ones_are_shown_in_their_sentence(
    altered: QuoteCheck, stamp: dict[str, str], opened: Opener
) -> None:
    (table,) = opened(check_docx(replace(altered, changes=(YEAR, DROPPED)), **stamp)).tables

    assert cells(table)[1][1] == (
        "*It was* “the most important capture of *2012*,” Luis Pantoja said."
    )
    assert cells(table)[3] == ["dropped: nothing", "dropped: *It was* (harmless)"]


def test_a_change_that_is_not_at_its_place_is_named_but_not_marked(
    altered: QuoteCheck, stamp: dict[str, str], opened: Opener
) -> None:
    moved = replace(YEAR, quoted_start=29, quoted_end=33, source_start=47, source_end=51)

    (table,) = opened(check_docx(replace(altered, changes=(moved,)), **stamp)).tables

    assert cells(table)[1] == [altered.quote, "the most important capture of 2012"]
    assert cells(table)[2][0] == "number: *2021*"


def test_a_check_has_the_verdict_the_speaker_the_source_and_the_stamp(
    altered: QuoteCheck, stamp: dict[str, str], opened: Opener
) -> None:
    texts = [paragraph.text for paragraph in opened(check_docx(altered, **stamp)).paragraphs]

    assert texts[:2] == ["Quotation checked", "Altered"]
    assert {
        "Verdict: Altered", "Wording: altered", "Attribution: confirmed",
        "Claimed speaker: Pantoja; the article says so too.",
        "Says it: Luis Pantoja (“said”), direct speech, inside quotation marks",
        "Publisher: unknown", "Characters: 18–52", "It is <b>long</b>.",
    } <= set(texts)  # fmt: skip
    assert texts[-1] == "Exported 2026-11-22T10:00:00+00:00 with OnRecord 0.1.0."


def test_every_occurrence_has_its_copies_its_place_and_its_hash(
    altered: QuoteCheck, citation: Citation, stamp: dict[str, str], opened: Opener
) -> None:
    texts = [paragraph.text for paragraph in opened(check_docx(altered, **stamp)).paragraphs]

    place = texts.index("Found in 1 place, the oldest first")
    assert texts[place + 1] == (
        "Raid · by Ana Díaz, Bo Li · publisher unknown · 22 June 2017 (also in 1 other article). "
        "raid, characters 18–52, revision 1. "
        f"SHA-256 of the text: {citation.text_sha256}. https://example.org/raid?page=2#top"
    )


def test_not_found_says_what_was_searched_and_what_is_nearest(
    missing: QuoteCheck, stamp: dict[str, str], opened: Opener
) -> None:
    document = opened(check_docx(missing, **stamp))
    texts = [paragraph.text for paragraph in document.paragraphs]

    assert cells(document.tables[0])[1:] == [["the capture was easy", "Nothing was located."]]
    assert any("no proof that it was never said" in text for text in texts)
    assert "Other spellings tried: captura." in texts
    nearest = texts.index("Nearest sentences, which are not the quotation")
    assert texts[nearest + 1].startswith("It was “the most important capture of 2012,”")
    assert texts[nearest + 2] == "Not in it: “easy”."


def test_a_draft_has_its_counts_and_every_quotation_in_its_order(
    altered: QuoteCheck, missing: QuoteCheck, stamp: dict[str, str], opened: Opener
) -> None:
    places = tuple(
        DraftQuotation(start=0, end=1, quote=one.quote, speaker=None, paragraph=number)
        for number, one in ((1, missing), (4, altered))
    )
    draft = CheckedDraft(name="=a\x00.md", text="", quotations=places, checks=(missing, altered))

    document = opened(draft_docx(draft, **stamp))

    texts = [p.text for p in document.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    assert texts == ["Quotations in =a\ufffd.md", "1. Not found (paragraph 1)",
                     "2. Altered (paragraph 4)"]  # fmt: skip
    assert document.paragraphs[1].text == "2 quotations in =a\ufffd.md: 1 altered, 1 not found."
    assert len(document.tables) == 2
