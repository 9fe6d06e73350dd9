"""ui.render.reader: an article with its place, the words looked for, and its revisions."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article, Revision, Span
from ui import words, words_reading
from ui.opening import Opened
from ui.render.reader import (
    plain_time,
    publisher_html,
    reader_html,
    revisions_html,
    steps_html,
    text_html,
)

TEXT = "First one.\n\nThe port is open. The port pays."
NOW = Revision(revision=1, text_sha256="ab" * 32, characters=44, ingested_at="2026-11-22T14:05:09Z",
               current=True)  # fmt: skip


def opened(text: str = TEXT, **changes: object) -> Opened:
    """An article that is open, with nothing known about it but its text."""
    made = Opened(article=Article(id="a", text=text), revisions=(NOW,))
    return replace(made, **changes)  # type: ignore[arg-type]


def plain(body: str) -> str:
    """What a reader sees of HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", body))


def test_the_place_is_strong_inside_its_marked_sentence() -> None:
    body = text_html(opened(place=Span(16, 20), around=Span(12, 29)), ())

    assert (
        '<mark id="cited" tabindex="-1">The <strong>port</strong> is open.</mark> The port pays.'
        in body
    )


def test_a_marked_place_over_two_paragraphs_has_one_id() -> None:
    body = text_html(opened(place=Span(6, 20), around=Span(0, 29)), ())

    assert body.count("<mark") == 2
    assert body.count('id="cited"') == 1


def test_every_place_found_is_numbered_and_the_first_is_looked_at() -> None:
    body = text_html(opened(), (Span(16, 20), Span(34, 38)), at=1)

    assert '<mark class="or-found" data-found="0" id="found-0" tabindex="-1">port</mark>' in body
    assert '<mark class="or-found or-here" data-found="1" id="found-1"' in body


def test_a_found_place_that_crosses_the_marked_sentence_keeps_one_number() -> None:
    # "open. The" is found; the marked sentence ends after "open.".
    body = text_html(opened(place=Span(12, 29), around=Span(12, 29)), (Span(24, 33),))

    assert body.count('data-found="0"') == 2
    assert body.count('id="found-0"') == 1


def test_hostile_text_is_only_text() -> None:
    hostile = "<script>alert(1)</script> & <img src=x onerror=alert(2)>"
    body = reader_html(opened(hostile, article=Article(id="a", text=hostile, title=hostile))).body

    assert "<script" not in body
    assert "<img" not in body
    assert "&lt;script&gt;" in body


def test_every_field_is_there_and_what_is_unknown_says_so() -> None:
    body = reader_html(opened()).body

    assert words.UNTITLED in body
    for field in (words.AUTHORS_FIELD, words.DATE_FIELD, words.ADDRESS_FIELD, words.LICENCE_FIELD):
        assert f"<dt>{field}</dt><dd>unknown</dd>" in body
    assert words.TO_THE_MARK not in body


def test_an_older_revision_says_that_it_is_not_current() -> None:
    old = replace(NOW, current=False)
    newer = replace(NOW, revision=2)
    article = Article(id="a", text=TEXT, current=False)

    body = reader_html(opened(article=article, revisions=(old, newer))).body

    assert words_reading.older(1, 2) in body


def test_a_place_that_is_not_there_is_said() -> None:
    assert (
        words_reading.NO_SUCH_PLACE in reader_html(opened(trouble=words_reading.NO_SUCH_PLACE)).body
    )


def test_the_history_gives_date_hash_and_state_newest_first() -> None:
    old = replace(NOW, current=False, ingested_at="2026-10-01T08:00:00Z")
    newer = replace(NOW, revision=2, text_sha256="cd" * 32)

    shown = plain(revisions_html(opened(revisions=(old, newer))).body)

    assert shown.index("cdcdcdcdcdcd") < shown.index("abababababab")
    assert "22 November 2026, 14:05 UTC" in shown
    assert "1 October 2026, 08:00 UTC" in shown
    assert "replaced, open now" in shown


def test_the_steps_count_from_one_and_have_buttons_with_names() -> None:
    body = steps_html(3, at=1, wanted='a"b').body

    assert ">2 of 3 places</span>" in body
    assert 'data-words="a&quot;b"' in body
    assert body.count('<button type="button"') == 2
    assert body.count("aria-label=") == 2


def test_words_that_are_nowhere_have_no_steps() -> None:
    assert words_reading.NOT_HERE in steps_html(0, wanted="x").body


@pytest.mark.parametrize("address", [None, "javascript:alert(1)"])
def test_only_a_web_address_becomes_a_link(address: str | None) -> None:
    assert "<a" not in publisher_html(opened(), address).body


def test_the_publisher_s_page_learns_nothing_of_where_it_was_opened() -> None:
    body = publisher_html(opened(), "https://example.org/a#:~:text=b").body

    assert 'rel="noopener noreferrer"' in body
    assert words_reading.LEAVES in body


def test_a_time_that_is_none_stays_as_it_is() -> None:
    assert plain_time("yesterday") == "yesterday"


@given(
    st.text(alphabet="ab <&\n", min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6)), max_size=4),
    st.integers(0, 30),
)
def test_the_text_comes_back_whatever_is_marked(
    text: str, places: list[tuple[int, int]], start: int
) -> None:
    found, at = [], 0
    for gap, length in places:
        found.append(Span(at + gap % 5, at + gap % 5 + length))
        at = found[-1].end
    place = Span(min(start, len(text) - 1), len(text))

    body = text_html(opened(text, place=place, around=place), found)

    assert plain(body) == text
