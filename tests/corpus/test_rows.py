"""corpus.rows: records to database values and back, unchanged."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus import Span
from corpus.model import Metadata
from corpus.rows import (
    author_matches,
    compress,
    decompress,
    folded_authors,
    metadata_from_json,
    metadata_to_json,
    spans_from_bytes,
    spans_to_bytes,
)

OFFSETS = st.integers(0, 2**32 - 1)
WORDS = st.text(min_size=1)


@given(st.lists(st.builds(Span, OFFSETS, OFFSETS)).map(tuple))
def test_spans_come_back(spans: tuple[Span, ...]) -> None:
    assert spans_from_bytes(spans_to_bytes(spans)) == spans


def test_spans_are_little_endian_pairs_on_every_machine() -> None:
    assert spans_to_bytes([Span(1, 258)]) == b"\x01\x00\x00\x00\x02\x01\x00\x00"


@given(
    st.builds(
        Metadata,
        title=st.none() | WORDS,
        authors=st.lists(WORDS).map(tuple),
        publisher=st.none() | WORDS,
        tags=st.lists(WORDS).map(tuple),
    )
)
def test_metadata_comes_back(metadata: Metadata) -> None:
    assert Metadata(**metadata_from_json(metadata_to_json(metadata))) == metadata


@given(st.binary())
def test_the_original_comes_back(original: bytes) -> None:
    assert decompress(compress(original)) == original


def test_an_author_matches_by_any_of_their_words_in_any_order() -> None:
    authors = folded_authors(["Ana María Díaz", "Jo Li"])

    assert author_matches(authors, "diaz")
    assert author_matches(authors, "diaz maria")
    assert not author_matches(authors, "ana li")  # words of two authors
    assert not author_matches(authors, "mari")  # part of a word


def test_no_author_matches_nothing_and_no_name_nobody() -> None:
    assert not author_matches(folded_authors([]), "ana")
    assert not author_matches(folded_authors(["Ana"]), "")
