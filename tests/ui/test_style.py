"""ui/style.css and ui/options.toml: text can be read in both themes (WCAG 2.2, level AA)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "ui"
STYLE = (PAGE / "style.css").read_text(encoding="utf-8")
THEMES = tomllib.loads((PAGE / "options.toml").read_text(encoding="utf-8"))["theme"]
AA = 4.5
"""The least contrast of text: https://www.w3.org/TR/WCAG22/#contrast-minimum"""


def luminance(colour: str) -> float:
    """Relative luminance as https://www.w3.org/TR/WCAG22/#dfn-relative-luminance has it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def variable(name: str, theme: str) -> str:
    """A colour of the style sheet in one theme."""
    found = re.search(rf"--or-{name}: light-dark\((#\w{{6}}), (#\w{{6}})\)", STYLE)
    assert found, name
    return found[1 if theme == "light" else 2]


def test_black_on_white_has_the_contrast_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("name", "option"),
    [("ground", "backgroundColor"), ("link", "linkColor"), ("line", "borderColor"),
     ("shade", "secondaryBackgroundColor")],
)  # fmt: skip
def test_our_colours_are_those_of_the_theme(theme: str, name: str, option: str) -> None:
    assert variable(name, theme) == THEMES[theme][option]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marked_text_can_be_read(theme: str) -> None:
    assert contrast(variable("mark-text", theme), variable("mark", theme)) >= AA


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize("name", ["textColor", "linkColor"])
def test_text_and_links_can_be_read(theme: str, ground: str, name: str) -> None:
    assert contrast(THEMES[theme][name], THEMES[theme][ground]) >= AA


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
def test_quiet_text_can_be_read(theme: str, ground: str) -> None:
    assert contrast(variable("quiet", theme), THEMES[theme][ground]) >= AA


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["good", "warn", "error", "quiet"])
def test_a_verdict_can_be_read(theme: str, name: str) -> None:
    assert contrast(variable(name, theme), THEMES[theme]["backgroundColor"]) >= AA


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_place_that_was_found_can_be_read(theme: str) -> None:
    assert contrast(THEMES[theme]["textColor"], variable("found", theme)) >= AA


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_button_of_the_main_colour_can_be_read_and_told_from_the_page(theme: str) -> None:
    primary = THEMES[theme]["primaryColor"]

    assert contrast("#ffffff", primary) >= AA  # Streamlit writes on it in white
    assert contrast(primary, THEMES[theme]["backgroundColor"]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_mark_is_told_by_its_line_too(theme: str) -> None:
    # 3 is the least for what is not text: https://www.w3.org/TR/WCAG22/#non-text-contrast
    edge = variable("mark-edge", theme)

    assert contrast(edge, THEMES[theme]["backgroundColor"]) >= 3
