"""qa.records.coding: what comes back equals what went in, or is refused."""

from __future__ import annotations

import json
import types
from dataclasses import is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Filters
from qa import Answer, CheckedDraft, QuoteCheck
from qa.records import Feedback, SavedCheck, SavedDraft, Turn
from qa.records.coding import decode, encode


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type, every field of a record included; but no NaN, which equals nothing."""
    if is_dataclass(hint):
        return st.builds(hint, **{name: values(of) for name, of in get_type_hints(hint).items()})
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=2).map(tuple)
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of([values(of) for of in get_args(hint)])
    if hint is float:
        return st.floats(allow_nan=False)
    return st.from_type(hint)


@pytest.mark.parametrize("kind", [Answer, QuoteCheck, CheckedDraft, Filters])
def test_every_record_comes_back_equal(kind: type) -> None:
    @settings(max_examples=60)
    @given(values(kind))
    def comes_back(record: Any) -> None:
        assert decode(encode(record), kind) == record

    comes_back()


@pytest.mark.parametrize("kind", [Turn, SavedCheck, SavedDraft])
def test_what_is_saved_around_them_comes_back_equal(kind: type) -> None:
    @settings(max_examples=20)
    @given(values(kind))
    def comes_back(record: Any) -> None:
        assert decode(encode(record), kind) == record

    comes_back()


@given(st.dictionaries(st.text(), st.one_of(st.none(), st.text(), st.lists(st.integers()))))
def test_a_case_comes_back_as_the_json_that_it_is(case: dict[str, Any]) -> None:
    given = Feedback(
        id="a", given_at="", library="", kind="answer", record_id="b", note="", expected=None,
        case=case,
    )  # fmt: skip

    assert decode(encode(given), Feedback) == given


def test_a_field_that_a_version_did_not_have_yet_gets_its_default() -> None:
    assert decode('{"date_from": "2016-01-01"}', Filters) == Filters(date_from="2016-01-01")


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ('{"colour": "red"}', "colour"),
        ('{"publishers": "El Diario", "date_from": 3}', "int stands in place of a str"),
        ("not JSON", "Expecting value"),
        ("[]", "attribute"),
        ("[" * 100_000, "recursion"),
    ],
)
def test_what_is_no_such_record_is_refused_in_one_line(stored: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as caught:
        decode(stored, Filters)

    assert "\n" not in str(caught.value)


def test_a_field_that_is_missing_is_named() -> None:
    with pytest.raises(ValueError, match="'asked_at' is missing"):
        decode(json.dumps({"id": "a", "question": "Who?"}), Turn)
