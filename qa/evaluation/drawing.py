"""Small charts as SVG text: squares with a share from 0 to 1 on both axes, and marks on them.

Written by hand, since a chart library would be one more thing to install for two figures. The same
measures give the same bytes. Colours are those of the page, for light and dark; the ground is
painted, so that a figure reads on whatever it is put on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
LINE_HEIGHT = 20
"""From one line of text to the next, in the picture's units, as every length here."""

STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #1d1f21; }
  .title { font-size: 16px; font-weight: 600; }
  .quiet { fill: #55585c; }
  .ground { fill: #ffffff; }
  .grid { stroke: #d5d3cc; stroke-width: 1; fill: none; }
  .ideal { stroke: #55585c; stroke-width: 1.5; stroke-dasharray: 2 4; fill: none; }
  .curve, .whisker { stroke: #1f5a8c; stroke-width: 2; fill: none; stroke-linejoin: round; }
  .dot { fill: #1f5a8c; }
  .threshold { stroke: #8a5200; stroke-width: 1.5; stroke-dasharray: 6 4; fill: none; }
  .here { fill: #8a5200; stroke: #ffffff; stroke-width: 2; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e8e6e1; }
    .quiet { fill: #b3b0a9; }
    .ground { fill: #16181a; }
    .grid { stroke: #3c4146; }
    .ideal { stroke: #b3b0a9; }
    .curve, .whisker { stroke: #8cc1ec; }
    .dot { fill: #8cc1ec; }
    .threshold { stroke: #f0b95a; }
    .here { fill: #f0b95a; stroke: #16181a; }
  }
"""

Place = tuple[float, float]
"""Two shares: to the right, and up."""


@dataclass(frozen=True, slots=True)
class Square:
    """Where on the picture the shares from 0 to 1 lie, from its top left."""

    left: float
    top: float
    side: float

    def at(self, place: Place) -> Place:
        """A place on the picture.

        >>> Square(100, 50, 200).at((0.5, 1.0))
        (200.0, 50.0)
        """
        return self.left + self.side * place[0], self.top + self.side * (1 - place[1])


def axes(square: Square, across: str, up: str) -> Iterable[str]:
    """The grid with a percentage at every line, and what each axis is."""
    for share in TICKS:
        yield path(square, [(share, 0.0), (share, 1.0)], "grid")
        yield path(square, [(0.0, share), (1.0, share)], "grid")
        x, bottom = square.at((share, 0.0))
        yield text((x, bottom + LINE_HEIGHT), f"{share:.0%}", "quiet", anchor="middle")
        left, y = square.at((0.0, share))
        yield text((left - 8, y + 4), f"{share:.0%}", "quiet", anchor="end")
    middle, bottom = square.at((0.5, 0.0))
    yield text((middle, bottom + 2.2 * LINE_HEIGHT), across, anchor="middle")
    left, middle = square.at((0.0, 0.5))
    yield text((left - 52, middle), up, anchor="middle", turned=True)


def path(square: Square, places: Sequence[Place], kind: str) -> str:
    """A line through some places."""
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(square.at, places))
    return f'<polyline class="{kind}" points="{points}"/>'


def dot(square: Square, place: Place, kind: str, says: str, *, radius: float = 5) -> str:
    """A mark; what it says is shown by a pointer on it, and read aloud."""
    x, y = square.at(place)
    circle = f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}">'
    return f"{circle}<title>{escape(says)}</title></circle>"


def text(
    point: Place, words: str, kind: str = "", *, anchor: str = "start", turned: bool = False
) -> str:
    """Words at a point of the picture; ``turned`` ones read from the bottom up."""
    x, y = point
    turn = f' transform="rotate(-90 {x:.1f} {y:.1f})"' if turned else ""
    named = f' class="{kind}"' if kind else ""
    where = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f"<text{named} {where}{turn}>{escape(words)}</text>"


def picture(
    size: tuple[int, int], title: str, description: str, lines: Sequence[str], parts: Iterable[str]
) -> str:
    """A whole SVG file.

    Args:
        size: Width and height.
        title: Shown at the top, and read aloud as the picture's name.
        description: What the picture shows, for who can't see it.
        lines: Shown below the title.
        parts: The elements.
    """
    width, height = size
    head = [text((20, 30), title, "title")]
    head += [
        text((20, 30 + LINE_HEIGHT * number), line, "quiet")
        for number, line in enumerate(lines, start=1)
    ]
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-labelledby="title description">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect class="ground" width="{width}" height="{height}"/>',
        *head,
        *parts,
        "</svg>\n",
    ])  # fmt: skip
