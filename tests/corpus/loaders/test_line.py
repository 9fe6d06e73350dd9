"""corpus.loaders.line: each field of the right type, or refused by its name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.errors import SourceError
from corpus.loaders.line import Line


@pytest.mark.parametrize(
    ("given", "kept"),
    [("a b", "a b"), (" x ", " x "), (7, "7"), (None, None), ("ñ" * 200, "ñ" * 200)],
)
def test_a_given_id_is_kept_as_it_is(given: object, kept: str | None) -> None:
    assert Line({"id": given}, "a:1").given_id() == kept


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("", "is blank"),
        ("  ", "is blank"),
        ("a\nb", "holds a control character"),
        ("a\u2028b", "holds a control character"),
        ("x" * 201, "has 201 characters"),
        (True, "has true where a string or whole number"),
        (1.5, "has a number where"),
        (["a"], "has a list where"),
        ("\ud800", r"holds half a character \(\\ud800\) at 0"),
    ],
)
def test_a_bad_id_is_refused(given: object, reason: str) -> None:
    with pytest.raises(SourceError, match=f"a:1: the field id {reason}"):
        Line({"id": given}, "a:1").given_id()


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "is missing"),
        ({"text": None}, "is missing"),
        ({"text": ["a"]}, "has a list where a string was expected"),
        ({"text": " \n\t"}, "is blank"),
        ({"text": "a\x00b"}, "holds a NUL at 1"),
        ({"text": "ab\udfff"}, r"holds half a character \(\\udfff\) at 2"),
    ],
)
def test_a_line_without_a_usable_text_is_refused(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(SourceError, match=f"the field text {reason}"):
        Line(fields, "a:1").text()


def test_metadata_is_one_line_and_blank_is_unknown() -> None:
    line = Line({"title": " A\n\ttitle\x07 ", "publisher": "  ", "tags": ["a", " ", "b\n"]}, "a:1")

    assert (line.string("title"), line.string("publisher")) == ("A title", None)
    assert line.strings("tags") == ("a", "b")


def test_one_author_may_stand_without_a_list() -> None:
    assert Line({"authors": "Jane Doe"}, "a:1").strings("authors", or_one=True) == ("Jane Doe",)


@pytest.mark.parametrize(
    ("read", "reason"),
    [
        (lambda line: line.string("title"), "the field title has a number where a string"),
        (lambda line: line.strings("tags"), "the field tags has a string where a list of strings"),
        (
            lambda line: line.strings("authors"),
            "the field authors has null where a string in the list",
        ),
    ],
)
def test_a_wrong_type_is_refused_by_the_field_s_name(
    read: Callable[[Line], object], reason: str
) -> None:
    line = Line({"title": 3, "tags": "a", "authors": ["a", None]}, "a:1")

    with pytest.raises(SourceError, match=reason):
        read(line)
