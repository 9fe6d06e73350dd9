"""qa.answers.shapes: what an item looks like, and what a comma or an "and" is part of."""

from __future__ import annotations

import pytest

from qa.answers.shapes import coordinators, is_place, is_suffix, is_town_too, shape_of, share_a_noun


@pytest.mark.parametrize(
    ("words", "shape"),
    [("Lima", "name"), ("the Netherlands", "name"), ("Ana de la Cruz", "name"), ("T-130", "name"),
     ("1,300", "number"), ("$5 million", "number"), ("weak rule", "plain"), ("Lima and", "plain")],
)  # fmt: skip
def test_shapes(words: str, shape: str) -> None:
    assert shape_of(words) == shape


def test_places_and_suffixes_are_known() -> None:
    assert is_place("California")
    assert is_place("the Netherlands")
    assert not is_place("Callao")
    assert is_suffix("Jr.")
    assert not is_suffix("Smith")
    assert is_town_too("New York")
    assert not is_town_too("Texas")


def test_an_adjective_or_a_lone_name_may_share_the_last_noun() -> None:
    assert share_a_noun("adaptive", "innate immune responses")
    assert share_a_noun("PNU", "ODM camps")
    assert not share_a_noun("young", "the elderly")
    assert not share_a_noun("Lima", "Callao")


def test_an_unknown_language_joins_like_english() -> None:
    assert coordinators(None) == coordinators("en") == coordinators("xx")
