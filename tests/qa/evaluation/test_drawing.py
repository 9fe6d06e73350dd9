"""qa.evaluation.drawing: marks where they belong, words as data."""

from __future__ import annotations

from xml.etree import ElementTree

from qa.evaluation.drawing import Square, axes, dot, path, picture, text

SQUARE = Square(100, 50, 200)


def test_shares_grow_to_the_right_and_up() -> None:
    assert SQUARE.at((0.0, 0.0)) == (100, 250)
    assert SQUARE.at((1.0, 0.25)) == (300, 200)


def test_a_line_goes_through_its_places() -> None:
    assert 'points="100.0,250.0 300.0,50.0"' in path(SQUARE, [(0, 0), (1, 1)], "curve")


def test_words_are_escaped() -> None:
    assert "a&lt;b &amp; c" in text((0, 0), "a<b & c")
    assert "<title>&lt;script&gt;</title>" in dot(SQUARE, (0, 0), "dot", "<script>")


def test_axes_name_themselves_and_every_quarter() -> None:
    elements = "".join(axes(SQUARE, "across", "up"))

    assert elements.count("<polyline") == 10
    assert all(elements.count(f">{share}%<") == 2 for share in (0, 25, 50, 75, 100))
    assert ">across<" in elements
    assert ">up<" in elements


def test_a_picture_is_xml_with_a_name_and_a_description() -> None:
    root = ElementTree.fromstring(picture((300, 200), "A & B", "What it shows", ["below"], []))

    named = {element.get("id"): element.text for element in root}
    assert (named["title"], named["description"]) == ("A & B", "What it shows")
    assert root.get("aria-labelledby") == "title description"
    assert root.get("viewBox") == "0 0 300 200"
