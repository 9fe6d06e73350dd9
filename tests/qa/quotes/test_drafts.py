"""qa.quotes.drafts: every quotation of a draft, with the speaker that the draft names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.quotes.drafts import draft_of, quotations_of


def found(text: str, kind: str = "text") -> list[tuple[str, str | None]]:
    """Each quotation with its speaker."""
    return [(one.quote, one.speaker) for one in quotations_of(draft_of(text, "a draft", kind))]


def test_parts_around_an_attribution_are_one_quotation() -> None:
    text = 'Ana Ruiz was glad. "We won," Ana Ruiz said, "and we knew it."'

    assert found(text) == [("We won, and we knew it.", "Ana Ruiz")]


def test_the_stretch_holds_the_attribution_and_the_quotation_does_not() -> None:
    draft = draft_of('Now: "We won," Ana Ruiz said, "and we knew it."', "a draft")

    (one,) = quotations_of(draft)

    assert draft.text[one.start : one.end] == 'We won," Ana Ruiz said, "and we knew it.'
    assert one.paragraph == 1


@pytest.mark.parametrize(
    "text",
    ['"We won," Ana Ruiz said. "We knew it."', '"We won!" Ana Ruiz said, "We knew it."'],
)
def test_a_sentence_that_ended_is_a_quotation_of_its_own(text: str) -> None:
    speakers = [speaker for _, speaker in found(text)]

    assert speakers == ["Ana Ruiz", "Ana Ruiz"]


def test_a_title_s_point_ends_no_sentence() -> None:
    text = '"We won," said Gen. Luis Pantoja, "and we knew it."'

    ((quote, speaker),) = found(text)

    assert quote == "We won, and we knew it."
    assert speaker is not None
    assert speaker.endswith("Luis Pantoja")


def test_scare_quotes_in_a_row_are_not_joined() -> None:
    text = 'It was called "fast," with irony, "cheap" and "good."'

    assert [quote for quote, _ in found(text)] == ["fast,", "cheap", "good."]


def test_a_pronoun_stands_for_the_last_fitting_name() -> None:
    text = 'Ana Ruiz met the council. "We will not pay," she said.'

    assert found(text) == [("We will not pay,", "Ana Ruiz")]


def test_nobody_is_named_where_the_draft_names_nobody() -> None:
    assert found("Prices of the “new normal” rose.") == [("new normal", None)]


def test_paragraphs_of_one_quotation_are_joined_with_a_space() -> None:
    text = '"We won.\n\n"We knew it," Ana Ruiz said.'

    assert found(text) == [("We won. We knew it,", "Ana Ruiz")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("> We won\n> again.\n> — Luis Pantoja, chief", "text"),
     ("> We won\n> again.\n\n— Luis Pantoja", "text"),
     ("Luis Pantoja said:\n\n> We won\n> again.\n\nThe end.", "text"),
     ("> “We won\n> again.”\n>\n> -- Luis Pantoja", "markdown"),
     ("<blockquote><p>We won<br>again.</p><cite>Luis Pantoja</cite></blockquote>", "html"),
     ("<figure><blockquote>We won <b>again</b>.</blockquote>"
      "<figcaption>Luis Pantoja, 2016</figcaption></figure>", "html")],
)  # fmt: skip
def test_a_block_quote_is_by_whom_the_line_behind_or_before_it_names(text: str, kind: str) -> None:
    assert found(text, kind) == [("We won again.", "Luis Pantoja")]


def test_block_quotes_in_a_row_have_each_their_own_credit() -> None:
    text = "> We won.\n> — Luis Pantoja\n>\n> We lost.\n> — Ana Ruiz"

    assert found(text) == [("We won.", "Luis Pantoja"), ("We lost.", "Ana Ruiz")]


def test_a_block_quote_of_several_paragraphs_is_one_quotation() -> None:
    text = "> First “one”.\n>\n> Second.\n\nThe end."

    assert found(text) == [("First “one”. Second.", None)]


def test_an_element_for_quotations_counts_as_marks() -> None:
    text = "<p><q>We <q>won</q> it</q>, said Ana Ruiz.</p>"

    assert found(text, "html") == [("We ‘won’ it", "Ana Ruiz")]


def test_an_unknown_kind_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"kind 'pdf'.*'markdown'"):
        draft_of("text", "a draft", "pdf")


MARKUP = ["<q>", "</q>", "<p>", "<blockquote>", "</blockquote>"]
PIECES = [*"\"“”'’\n .,*5é", "> ", "\n\n", "\r\n", "won", "— Ana", *MARKUP]


@given(
    st.lists(st.sampled_from(PIECES), max_size=40),
    st.sampled_from(["text", "markdown", "html"]),
)
def test_offsets_are_exact_in_order_and_never_overlap(pieces: list[str], kind: str) -> None:
    draft = draft_of("".join(pieces), "a draft", kind)

    end = 0
    for one in quotations_of(draft):
        stretch = draft.text[one.start : one.end]
        assert end <= one.start < one.end
        assert stretch == stretch.strip()
        assert stretch.startswith(one.quote.split(" ", 1)[0][:1])
        assert stretch.endswith(one.quote[-1])
        assert 1 <= one.paragraph <= len(draft.paragraphs)
        end = one.end
