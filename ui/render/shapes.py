"""Small drawings that tell verdicts apart without colour. Beside each of them stands its word.

Streamlit takes drawings out of HTML, so they come as masks in the style sheet, and the place that
they are cut out of takes its colour from the text around it.
"""

from __future__ import annotations

from urllib.parse import quote

ROUND = '<circle cx="12" cy="12" r="10"/>'
SQUARE = '<rect x="2.5" y="2.5" width="19" height="19" rx="3"/>'
TRIANGLE = '<path d="M12 2.8 22 20.6H2Z"/>'
DIAMOND = '<path d="M12 1.8 22.2 12 12 22.2 1.8 12Z"/>'
TICK = '<path d="m7.2 12.4 3.2 3.2 6.4-7"/>'
CROSS = '<path d="m8 8 8 8M16 8l-8 8"/>'
QUESTION = '<path d="M9.2 9.3a2.9 2.9 0 1 1 4.3 2.5c-1 .6-1.5 1.2-1.5 2.2M12 17.2v.1"/>'
EXCLAMATION = '<path d="M12 9.2v5M12 17.4v.1"/>'
WAVE = '<path d="M7.2 13c1.6-2.4 3.2-2.4 4.8-.9s3.2 1.5 4.8-.9"/>'
DASH = '<path d="M8 12h8"/>'
DOTS = '<path d="M7.4 12v.1M12 12v.1M16.6 12v.1"/>'

SHAPES = {
    "verbatim": ROUND + TICK,
    "altered": TRIANGLE + EXCLAMATION,
    "paraphrased": DIAMOND + WAVE,
    "misattributed": SQUARE + CROSS,
    "not_found": ROUND.replace("/>", ' stroke-dasharray="4.2 2.7"/>') + QUESTION,
    "too_short": SQUARE + DOTS,
    "confirmed": ROUND + TICK,
    "contradicted": SQUARE + CROSS,
    "unclear": DIAMOND + QUESTION,
    "not_claimed": ROUND + DASH,
}
"""By verdict and by attribution: lines of a drawing 24 units wide and high."""


def shape(name: str) -> str:
    """The drawing of a verdict or an attribution; for screen readers the word says it."""
    return f'<span class="or-shape or-shape-{name}" aria-hidden="true"></span>'


def shapes_css() -> str:
    """The rules that cut every drawing out."""
    return "\n".join(
        f'.or-shape-{name} {{ mask-image: url("data:image/svg+xml,{quote(svg(name))}"); }}'
        for name in SHAPES
    )


def svg(name: str) -> str:
    """A drawing as a file of its own."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" '
        f'stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">{SHAPES[name]}</svg>'
    )
