"""ui.views.live: what comes from the browser is read with care."""

from __future__ import annotations

import pytest

from ui.views.live import Act, act_of


def test_an_act_has_its_value_and_what_is_ticked() -> None:
    sent = {"act": "remove", "of": "", "picked": ["a", "b"]}

    assert act_of(sent) == Act("remove", "", ("a", "b"))


@pytest.mark.parametrize("value", [None, "remove", 3, [], {}, {"act": 3}, {"of": "x"}])
def test_what_our_script_never_sends_is_nothing(value: object) -> None:
    assert act_of(value) is None


def test_values_of_other_kinds_are_left_out() -> None:
    assert act_of({"act": "x", "of": 3, "picked": ["a", 3, None]}) == Act("x", "", ("a",))
    assert act_of({"act": "x", "picked": "abc"}) == Act("x")
