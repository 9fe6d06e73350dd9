"""qa.exports.markdown: reports as Markdown, read again by a Markdown parser."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from corpus import Span
from qa.exports.blocks import Columns, Fields, Heading, Paragraph, Report, Run, field, plain
from qa.exports.markdown import joined, markdown_of
from qa.exports.sources import emphasised


def rendered(*blocks: object, title: str = "Report") -> str:
    """The HTML that a Markdown parser makes of a report."""
    report = Report(title=title, blocks=blocks, exported_at="2026-11-22")  # type: ignore[arg-type]
    return MarkdownIt().enable("table").render(markdown_of(report))


def test_blocks_are_headings_quotes_items_and_fields() -> None:
    page = rendered(
        Heading("Part", 2), plain("Text"), Paragraph((Run("said"),), style="quote"),
        Paragraph((Run("one"),), style="item"), plain("Then"), Fields((field("Name", "value"),)),
    )  # fmt: skip

    assert page == (
        "<h1>Report</h1>\n<h2>Part</h2>\n<p>Text</p>\n<blockquote>\n<p>said</p>\n</blockquote>\n"
        "<ul>\n<li>one</li>\n</ul>\n<p>Then</p>\n<ul>\n<li>Name: value</li>\n</ul>\n"
    )


def test_columns_are_a_table_and_a_pipe_ends_no_cell() -> None:
    page = rendered(Columns(("Left", "Right"), (((Run("a|b"),), (Run("c\n\nd"),)),)))

    assert re.findall(r"<t[hd]>(.*?)</t[hd]>", page) == ["Left", "Right", "a|b", "c d"]


@pytest.mark.parametrize(
    "nasty",
    ["# heading", "<script>alert(1)</script>", "[a](javascript:b)", "![a](b)", "`code`", "*a* _b_",
     "1. one", "- item", "> quote", "===", "~~~", "a\\", "&amp;", "| a |", "$x$", "<!-- a -->",
     "<https://e.org>", "[^1]", "+ a", "\u202eevil\x07"],
)  # fmt: skip
def test_markup_is_shown_as_it_is_wherever_it_stands(nasty: str) -> None:
    shown = html.escape(re.sub("[\u202e\x07]", "\ufffd", nasty), quote=False).replace('"', "&quot;")

    page = rendered(plain(nasty), Fields((field("Name", nasty),)), title=nasty)

    assert page == f"<h1>{shown}</h1>\n<p>{shown}</p>\n<ul>\n<li>Name: {shown}</li>\n</ul>\n"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("he said “no”then", 8, 12), ("他说“你好。”然后走了", 2, 7), ("a😀b", 1, 2), ("x😀.b", 2, 3),
     ("say no now", 3, 7), ("قال نعم.", 4, 7), ("***", 1, 2), ("a<b>c", 1, 4)],
)  # fmt: skip
def test_bold_is_bold_beside_any_character(text: str, start: int, end: int) -> None:
    page = MarkdownIt().render(joined(emphasised(text, [Span(start, end)], language=None)))

    assert f"<strong>{html.escape(text[start:end].strip(), quote=False)}</strong>" in page
    assert html.unescape(re.sub("</?(strong|p)>", "", page)).strip() == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" ")),
       st.data())  # fmt: skip
def test_no_text_is_lost_or_added_by_making_a_part_of_it_bold(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    page = MarkdownIt().render(joined(emphasised(text, [Span(start, end)], language=None)))

    assert page.count("<strong>") == bool(text[start:end].strip())
    assert html.unescape(re.sub("</?(strong|p)>", "", page)).split() == text.split()


def test_a_link_leads_to_its_address_and_its_text_is_no_markup() -> None:
    page = rendered(Paragraph((Run("[x](y)", address="https://e.org/a_b?c=*&d=(e)"),)))

    assert '<p><a href="https://e.org/a_b?c=*&amp;d=(e)">[x](y)</a></p>' in page


def test_what_utf_8_cannot_carry_is_replaced() -> None:
    report = Report(title="\ud800", blocks=(plain("a\udfffb"),), exported_at="")

    assert markdown_of(report).encode() == "# \ufffd\n\na\ufffdb\n".encode()
