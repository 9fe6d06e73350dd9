"""ui.render.markup: what is escaped stays itself, and the mark is exactly the span."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Span
from ui.render.markup import (
    UNSHOWABLE,
    escape,
    link,
    marked_paragraphs,
    notice,
)
from ui.spans import paragraphs

TEXTS = st.text(st.characters() | st.sampled_from(list("<>&\"'\n\r\t ;#x0")), max_size=60)


class Marks(HTMLParser):
    """Collects the text inside every ``<mark>``."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "mark":
            self.inside = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "mark"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1] += data


def marks_in(markup: str) -> list[str]:
    """The text of every mark, in order."""
    reader = Marks()
    reader.feed(markup)
    reader.close()
    return reader.found


def shown(text: str) -> str:
    """The text as it can be shown."""
    return UNSHOWABLE.sub("\ufffd", text)


def plain(markup: str) -> str:
    """HTML without its tags, unescaped."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, Span, Span]:
    """A text, a span to mark in it, and a span inside that."""
    text = draw(TEXTS)
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    inner = sorted(draw(st.tuples(*[st.integers(start, end)] * 2)))
    return text, Span(start, end), Span(*inner)


@given(TEXTS)
def test_escaped_text_is_itself_again_when_it_is_read(text: str) -> None:
    assert html.unescape(escape(text)) == shown(text)


@given(TEXTS)
def test_escaped_text_holds_nothing_that_ends_a_tag_or_an_attribute(text: str) -> None:
    assert not set(escape(text)) & set("<>\"'")


@given(texts_with_spans())
def test_a_marked_article_without_its_tags_is_the_article(case: tuple[str, Span, Span]) -> None:
    text, mark, strong = case

    markup = marked_paragraphs(text, Span(0, len(text)), mark=mark, strong=strong, mark_id="m")

    assert plain(markup) == shown(text)


@given(texts_with_spans())
def test_the_marks_cover_the_span_but_for_blank_lines(case: tuple[str, Span, Span]) -> None:
    text, mark, strong = case

    markup = marked_paragraphs(text, Span(0, len(text)), mark=mark, strong=strong)

    whole = paragraphs(text, Span(0, len(text)))
    clipped = [(max(p.start, mark.start), min(p.end, mark.end)) for p in whole]
    assert marks_in(markup) == [shown(text[start:end]) for start, end in clipped if start < end]


@given(texts_with_spans())
def test_only_the_first_mark_carries_the_id(case: tuple[str, Span, Span]) -> None:
    text, mark, _ = case

    markup = marked_paragraphs(text, Span(0, len(text)), mark=mark, mark_id="m")

    assert markup.count('<mark id="m"') == min(1, markup.count("<mark"))


def test_offsets_count_code_points_and_not_what_escaping_makes_of_them() -> None:
    text = "A & B 🚀 <i>: the mark. Rest"
    start = text.index("the mark.")

    markup = marked_paragraphs(text, Span(0, len(text)), mark=Span(start, start + 9))

    assert markup == '<p dir="auto">A &amp; B 🚀 &lt;i&gt;: <mark>the mark.</mark> Rest</p>'


def test_a_mark_across_paragraphs_becomes_one_in_each() -> None:
    markup = marked_paragraphs("One two.\n\nThree four.", Span(0, 21), mark=Span(4, 15))

    assert markup == (
        '<p dir="auto">One <mark>two.</mark></p>\n\n<p dir="auto"><mark>Three</mark> four.</p>'
    )


def test_the_answer_is_emphasised_inside_the_mark() -> None:
    markup = marked_paragraphs("It was Ann.", Span(0, 11), mark=Span(0, 11), strong=Span(7, 10))

    assert markup == '<p dir="auto"><mark>It was <strong>Ann</strong>.</mark></p>'


def test_what_can_t_be_sent_is_replaced_one_for_one() -> None:
    assert escape("a\x00b\ud800c\x1b") == "a\ufffdb\ufffdc\ufffd"


def test_a_carriage_return_survives_the_reading_of_html() -> None:
    assert escape("a\rb") == "a&#13;b"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", " https://a.org", "data:text/html,x", "//a.org", "https://", "a.org",
     "https://[", "HTTPS\x00://a.org", "java\nscript:alert(1)", "ftp://a.org", ""],
)  # fmt: skip
def test_only_complete_web_addresses_become_links(address: str) -> None:
    assert "<a" not in link(address)


def test_a_link_opens_apart_and_tells_the_other_page_nothing() -> None:
    markup = link('https://a.org/?q="><script>&b')

    assert 'target="_blank" rel="noopener noreferrer"' in markup
    assert 'href="https://a.org/?q=%22%3E%3Cscript%3E&amp;b"' in markup


def test_an_error_is_read_aloud_and_a_remark_waits() -> None:
    assert 'role="alert"' in notice("Gone.").body
    assert 'role="status"' in notice("Empty.", kind="info").body
