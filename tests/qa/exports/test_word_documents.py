"""qa.exports.word_documents: reports as Word documents, opened again with python-docx."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx.document import Document
from docx.oxml.ns import qn

from qa.exports.blocks import Block, Columns, Fields, Heading, Paragraph, Report, Run, field, plain
from qa.exports.word_documents import docx_of

Opener = Callable[[bytes], Document]


def report(*blocks: Block, title: str = "Report") -> Report:
    """A report of the twenty-second of November."""
    return Report(title=title, blocks=blocks, exported_at="2026-11-22T11:00:00+01:00")


def value(element: Any, name: str) -> str | None:
    """The value of the first property of this name, anywhere in an element."""
    found = element.find(f".//{qn(name)}")
    return None if found is None else found.get(qn("w:val"), "set")


def test_blocks_have_the_styles_that_a_reader_navigates_by(opened: Opener) -> None:
    document = opened(docx_of(report(
        Heading("Part", 2), plain("Text"), Paragraph((Run("said"),), style="quote"),
        Paragraph((Run("one"),), style="item"), Fields((field("Name", "value"),)),
    )))  # fmt: skip

    assert [(one.style.name, one.text) for one in document.paragraphs] == [
        ("Heading 1", "Report"), ("Heading 2", "Part"), ("Normal", "Text"), ("Quote", "said"),
        ("List Bullet", "one"), ("List Bullet", "Name: value"),
    ]  # fmt: skip


def test_the_document_is_titled_and_names_no_author(opened: Opener) -> None:
    properties = opened(docx_of(report(title="What\nwas\x00 it?" + "x" * 300))).core_properties

    assert properties.title == "What was\ufffd it?" + "x" * 242  # 255 characters in all
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    at_ten = datetime.fromisoformat("2026-11-22T10:00:00+00:00")
    assert properties.created.replace(tzinfo=at_ten.tzinfo) == at_ten


def test_the_same_report_gives_the_same_bytes_at_any_time() -> None:
    one = report(plain("a"), Paragraph((Run("b", address="https://e.org/1"),)))

    raw = docx_of(one)

    assert raw == docx_of(one)
    entries = ZipFile(BytesIO(raw)).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_a_time_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        docx_of(Report(title="a", blocks=(), exported_at="yesterday"))


def test_columns_are_a_table_with_its_headings(opened: Opener) -> None:
    rows = (((Run("a"),), (Run("b"), Run("c", is_bold=True))),)
    (table,) = opened(docx_of(report(Columns(("Left", "Right"), rows)))).tables

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Left", "Right"], ["a", "bc"],
    ]  # fmt: skip
    assert [run.bold for run in table.cell(1, 1).paragraphs[0].runs] == [None, True]
    assert value(table.rows[0]._tr, "w:tblHeader") == "set"


def test_what_xml_forbids_is_replaced_and_markup_is_text(opened: Opener) -> None:
    nasty = "a\x00b\x0bc\ud800 <w:t>&amp;</w:t>\uffff 😀\u202e"

    document = opened(docx_of(report(plain(nasty), title=nasty)))

    assert {one.text for one in document.paragraphs} == {
        "a\ufffdb c\ufffd <w:t>&amp;</w:t>\ufffd 😀\ufffd"
    }


def test_a_link_leads_to_its_address(opened: Opener) -> None:
    runs = (Run("see "), Run("here", address="https://e.org/ü?a=1&b=2#:~:text=x"), Run("."))
    paragraph = opened(docx_of(report(Paragraph(runs)))).paragraphs[1]

    (link,) = paragraph.hyperlinks
    assert paragraph.text == "see here."
    assert (link.text, link.url) == ("here", "https://e.org/ü?a=1&b=2#:~:text=x")


def test_arabic_runs_from_right_to_left_and_is_bold_as_arabic_is(opened: Opener) -> None:
    arabic = Run("قال الوزير", is_bold=True, language="ar")
    paragraph = opened(docx_of(report(Paragraph((arabic, Run(" [1]")), style="quote")))).paragraphs[
        1
    ]

    first, second = paragraph.runs
    assert value(paragraph._p.pPr, "w:bidi") == "set"
    assert (first.font.rtl, first.font.cs_bold, second.font.rtl) == (True, True, None)
    assert first._r.find(f".//{qn('w:lang')}").get(qn("w:bidi")) == "ar"


@pytest.mark.parametrize(
    ("language", "attribute"), [("es", "w:val"), ("zh-Hant", "w:eastAsia"), ("ja", "w:eastAsia")]
)
def test_a_text_has_the_language_of_its_article(
    language: str, attribute: str, opened: Opener
) -> None:
    run = opened(docx_of(report(Paragraph((Run("文", language=language),))))).paragraphs[1].runs[0]

    assert run._r.find(f".//{qn('w:lang')}").get(qn(attribute)) == language


def test_what_is_no_language_is_not_set(opened: Opener) -> None:
    document = opened(docx_of(report(Paragraph((Run("a", language='en" x="'),)))))

    assert value(document.paragraphs[1]._p, "w:lang") is None


def test_properties_stand_in_the_order_that_the_format_demands(opened: Opener) -> None:
    run = Run("קישור", is_bold=True, language="he", address="https://e.org")
    (properties,) = (
        opened(docx_of(report(Paragraph((run,))))).element.body.iter(qn("w:rPr"))
    )  # fmt: skip

    names = ["w:b", "w:bCs", "w:color", "w:u", "w:rtl", "w:lang"]
    assert [child.tag for child in properties] == [qn(name) for name in names]
