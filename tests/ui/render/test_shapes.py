"""ui.render.shapes: every verdict and every attribution has a drawing of its own."""

from __future__ import annotations

import re
from typing import get_args
from urllib.parse import unquote

from lxml import etree

from qa.quotes.model import Attribution, Verdict
from ui import words
from ui.render.shapes import SHAPES, shape, shapes_css, svg


def test_every_verdict_has_a_word_and_a_shape_that_no_other_has() -> None:
    drawings = [SHAPES[verdict] for verdict in get_args(Verdict)]

    assert set(words.VERDICTS) == set(get_args(Verdict))
    assert len(set(drawings)) == len(drawings)


def test_every_attribution_has_a_word_and_a_shape_that_no_other_has() -> None:
    drawings = [SHAPES[attribution] for attribution in get_args(Attribution)]

    assert set(words.ATTRIBUTIONS) == set(get_args(Attribution))
    assert len(set(drawings)) == len(drawings)


def test_every_drawing_is_well_formed() -> None:
    for name in SHAPES:
        assert etree.fromstring(svg(name)).tag.endswith("svg")


def test_the_rules_fetch_nothing_and_hold_the_drawings() -> None:
    rules = shapes_css()

    addresses = re.findall(r'url\("([^"]*)"\)', rules)
    assert len(addresses) == len(SHAPES)
    assert all(address.startswith("data:image/svg+xml,") for address in addresses)
    assert unquote(addresses[0]).endswith(svg("verbatim"))
    assert "<" not in rules  # a browser would take the whole style sheet for suspect


def test_a_shape_is_hidden_from_screen_readers_because_its_word_stands_beside_it() -> None:
    assert shape("altered") == (
        '<span class="or-shape or-shape-altered" aria-hidden="true"></span>'
    )
