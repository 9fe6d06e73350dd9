"""ui.opening: what a link to the reader names, whatever stands in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Span, Store, folded_words, ingest
from ui import words_reading
from ui.opening import Opened, occurrences, open_linked, place_in, whole_sentences

START, END = "59", "68"
"""Of MacDowell in the ordinary article."""
SENTENCE = "MacDowell took the role over."


def opened(store: Store, **query: str) -> Opened:
    """What a link opens, which must be an article."""
    found = open_linked(store, query)
    assert isinstance(found, Opened)
    return found


def update(store: Store, folder: Path, text: str) -> None:
    """Give the ordinary article a newer text."""
    path = folder / "newer.jsonl"
    path.write_text(json.dumps({"id": "raid", "text": text}), encoding="utf-8")
    with store.writing():
        ingest([path], store)


def test_a_place_is_opened_with_the_whole_sentence_around_it(store: Store) -> None:
    found = opened(store, article="raid", start=START, end=END)

    assert found.words == "MacDowell"
    assert found.around is not None
    assert found.article.text[found.around.start : found.around.end] == SENTENCE
    assert found.trouble is None


@pytest.mark.parametrize(
    ("start", "end"),
    [("5", "5"), ("9", "5"), ("0", "100000"), ("-3", "5"), ("a", "b"), ("٣", "9"), ("1" * 40, "9")],
)
def test_a_place_that_the_text_does_not_have_is_said_and_not_marked(
    store: Store, start: str, end: str
) -> None:
    found = opened(store, article="raid", start=start, end=end)

    assert found.place is None
    assert found.trouble == words_reading.NO_SUCH_PLACE


def test_half_a_place_is_none(store: Store) -> None:
    assert opened(store, article="raid", start="4").trouble == words_reading.NO_SUCH_PLACE


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ({}, words_reading.NO_ARTICLE_NAMED),
        ({"article": "nope"}, words_reading.NO_SUCH_ARTICLE),
        ({"article": "../articles.db"}, words_reading.NO_SUCH_ARTICLE),
        ({"article": "raid", "revision": "2"}, words_reading.no_such_revision(1)),
        ({"article": "raid", "revision": "x"}, words_reading.no_such_revision(1)),
    ],
)
def test_what_is_not_there_is_one_line(store: Store, query: dict[str, str], line: str) -> None:
    assert open_linked(store, query) == line


def test_an_older_revision_is_opened_as_one(store: Store, tmp_path: Path) -> None:
    update(store, tmp_path, "Another text now.")

    older = opened(store, article="raid", revision="1", start=START, end=END)

    assert not older.is_current
    assert older.words == "MacDowell"
    assert [one.revision for one in older.revisions] == [1, 2]
    assert opened(store, article="raid").article.text == "Another text now."


def test_a_place_becomes_a_citation_of_its_words(store: Store) -> None:
    citation = opened(store, article="raid", start=START, end=END).citation

    assert (citation.exact, citation.sentence) == ("MacDowell", SENTENCE)
    assert citation.prefix.endswith("before. ")


def test_an_article_without_a_place_is_cited_as_a_whole(store: Store) -> None:
    citation = opened(store, article="raid").citation

    assert citation.start is None
    assert citation.title == "Raid in Callao"


def test_words_are_found_without_case_accents_and_punctuation() -> None:
    text = "A José, a JOSE! And (jose) Joseph."

    assert [text[one.start : one.end] for one in occurrences(text, "jose")] == [
        "José", "JOSE", "jose",
    ]  # fmt: skip


def test_the_last_word_may_still_be_being_written() -> None:
    found = occurrences("Ports of call", "port", may_go_on=True)

    assert found == (Span(0, 5),)
    assert occurrences("Ports of call", "port") == ()


def test_nothing_but_punctuation_is_found_nowhere() -> None:
    assert occurrences("What? Nothing!", "?!") == ()


def test_sentences_of_another_text_leave_the_place_alone() -> None:
    assert whole_sentences([], Span(3, 5)) == Span(3, 5)


@given(st.text(max_size=60), st.text(max_size=8), st.booleans())
def test_every_place_has_the_words_and_places_never_overlap(
    text: str, wanted: str, may_go_on: bool
) -> None:
    at = 0
    for one in occurrences(text, wanted, may_go_on=may_go_on):
        assert at <= one.start < one.end <= len(text)
        there = folded_words(text[one.start : one.end])
        assert " ".join(there).startswith(" ".join(folded_words(wanted)))
        at = one.end


@given(st.text(max_size=20), st.text(max_size=4), st.text(max_size=4))
def test_a_place_is_always_within_the_text(text: str, start: str, end: str) -> None:
    place = place_in(text, start, end)

    assert place is None or 0 <= place.start < place.end <= len(text)
