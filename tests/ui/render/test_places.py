"""ui.render.places: every marking at its place, and the text is the same text."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from corpus import Span
from ui.render.places import LONGEST_GAP, Marking, placed_html

NAMES = re.compile(r'<span class="or-(?:tag|caret)"[^>]*>.*?</span>(?:[^<]*<span[^>]*>[^<]*</span>'
                   r"</span>)?", re.DOTALL)  # fmt: skip
TEXTS = st.text(alphabet="ab <&>\"'\u2019é😀\n", min_size=1, max_size=60)


def plain(markup: str) -> str:
    """The text of our HTML without tags and without the names of changes."""
    without_names = re.sub(r'<span class="or-tag"><span[^>]*>[^<]*</span>[^<]*<span[^>]*>[^<]*'
                           r'</span></span>', "", markup)  # fmt: skip
    without_carets = re.sub(r'<span class="or-caret"[^>]*>[^<]*</span></mark> ', "", without_names)
    return html.unescape(re.sub(r"<[^>]*>", "", without_carets))


@st.composite
def placed(draw: st.DrawFn) -> tuple[str, list[Span], list[Marking]]:
    """A text with pieces apart from one another, and markings anywhere."""
    text = draw(TEXTS)
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    pieces = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    pairs = draw(st.lists(st.tuples(*[st.integers(0, len(text))] * 2), max_size=5))
    markings = [Marking(Span(min(pair), max(pair)), "word", True) for pair in pairs]
    return text, pieces, markings


@given(placed())
def test_without_tags_and_names_it_is_the_text_again(
    case: tuple[str, list[Span], list[Marking]],
) -> None:
    text, pieces, markings = case

    shown = placed_html(text, Span(0, len(text)), pieces=pieces, markings=markings)

    assert plain(shown) == text


def test_a_marking_covers_exactly_its_place_and_has_its_name() -> None:
    marking = Marking(Span(5, 7), "number", True)

    shown = placed_html("Only 12 went.", Span(0, 13), pieces=[Span(0, 13)], markings=[marking])

    assert shown.startswith('Only <mark class="or-change or-grave">12<span class="or-tag">')
    assert ">number<" in shown.replace("</span>number<span", "</span>>number<<span")
    assert shown.endswith("</mark> went.")


def test_what_is_missing_leaves_a_caret() -> None:
    marking = Marking(Span(4, 4), "dropped", False)

    shown = placed_html("I do it.", Span(0, 8), pieces=[Span(0, 8)], markings=[marking])

    assert "I do<mark" in shown
    assert "or-slight" in shown
    assert "\u2038" in shown


def test_something_missing_at_the_very_end_is_marked_too() -> None:
    shown = placed_html("I do", Span(0, 4), pieces=[Span(0, 4)],
                        markings=[Marking(Span(4, 4), "dropped", True)])  # fmt: skip

    assert shown.startswith("I do<mark")


def test_words_outside_and_between_the_pieces_are_told_apart() -> None:
    shown = placed_html("He saw a red house.", Span(0, 19), pieces=[Span(3, 6), Span(13, 18)])

    assert '<span class="or-unquoted">He </span>saw<span class="or-gap"> a red <' in shown
    assert "left out" in shown
    assert shown.endswith('house<span class="or-unquoted">.</span>')


def test_the_pieces_themselves_can_be_marked() -> None:
    shown = placed_html("He saw it.", Span(0, 10), pieces=[Span(3, 6)], mark_pieces=True)

    assert '<mark class="or-piece">saw</mark>' in shown


def test_a_long_gap_is_shortened_and_says_by_how_much() -> None:
    text = "Begin " + "word " * 200 + "end"

    shown = placed_html(text, Span(0, len(text)), pieces=[Span(0, 5), Span(1006, 1009)])

    assert len(shown) < LONGEST_GAP + 400
    # 200 words, of which 24 are shown at the beginning (120 characters less a part of a word
    # is 23 words) and 23 or 24 at the end.
    assert re.search(r"\[15[0-9] words not shown\]", shown)


def test_markup_in_a_text_is_text() -> None:
    text = "<b>x</b> & y"

    shown = placed_html(text, Span(0, 12), pieces=[Span(0, 12)],
                        markings=[Marking(Span(0, 3), "<i>", True)])  # fmt: skip

    assert "<b>" not in shown
    assert "<i>" not in shown
    assert "&lt;b&gt;" in shown
