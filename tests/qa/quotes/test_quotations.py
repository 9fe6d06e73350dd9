"""qa.quotes.quotations: what stands in quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.quotes.quotations import find_quotations, paragraphs_of, quotations_in

marked_text = st.text(alphabet="\"“”„«»'‘’s a.,\n(—é\u0301", max_size=60)


def insides(text: str) -> list[str]:
    return [text[span.start : span.end] for span in quotations_in(text)]


@pytest.mark.parametrize(
    "text",
    ['He said "no go" twice.', "He said “no go” twice.", "Dijo «no go» ayer.", "Er: „no go“ hier.",
     "He said ''no go'' twice.", "He said 'no go' twice.", "He said ‘no go’ twice."],
)  # fmt: skip
def test_every_kind_of_mark_is_known(text: str) -> None:
    assert insides(text) == ["no go"]


def test_what_is_quoted_inside_a_quotation_belongs_to_the_outer_one() -> None:
    assert insides("“She said ‘no’ and “never” to me,” he said.") == [
        "She said ‘no’ and “never” to me,"
    ]


def test_curly_marks_inside_straight_ones_are_nested() -> None:
    assert insides('"It’s not about “Equal Justice” now," he said.') == [
        "It’s not about “Equal Justice” now,"
    ]


def test_apostrophes_open_and_close_nothing() -> None:
    assert insides("The workers' rights aren't the bosses' gift in the '90s.") == []


def test_inches_are_no_quotation() -> None:
    assert insides("""He is 5'10" tall and said "yes" to us.""") == ["yes"]


def test_a_stray_mark_turns_nothing_inside_out_after_its_paragraph() -> None:
    text = 'A stray " mark here.\n\n"Real words," she said. "More."'

    assert insides(text)[-2:] == ["Real words,", "More."]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“We did it.\n\nThe end."

    assert insides(text) == ["We did it."]


def test_a_quotation_goes_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    first, second = find_quotations("“We did it.\n\n“Nobody helped,” she said.")

    assert (first.is_closed, first.is_continued) == (False, False)
    assert (second.is_closed, second.is_continued) == (True, True)


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "This line of prose was wrapped by an old editor of\nplain text.\n\nNext.\nHeading"

    assert [text[one.start : one.end] for one in paragraphs_of(text)] == [
        text[:62], "Next.", "Heading",
    ]  # fmt: skip


@given(marked_text)
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    last = 0
    for span in quotations_in(text):
        assert last <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()
        last = span.end
