"""Text to HTML: the only place where text is escaped, and where a place in it is marked.

Offsets count code points of the text as it stands in the library. So everything is cut first and
escaped last, and a character that can't be shown is replaced by one other character.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from corpus import Span
from qa.exports import web_address
from ui.spans import overlap, paragraphs

MARK_ID = "cited"
"""The id of the mark in the view of a whole article; that view scrolls to it."""

TOP_ID = "article-top"
"""The id of that view's heading, where it goes when nothing is marked."""

UNSHOWABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters, and halves of surrogate pairs, which no UTF-8 message can carry."""


@dataclass(frozen=True, slots=True)
class Html:
    """Finished HTML.

    Streamlit takes ``_repr_html_`` as it is; from a plain string it would remove what it thinks
    is indentation, and so change the text of articles.
    """

    body: str

    def _repr_html_(self) -> str:
        return self.body


def escape(text: str) -> str:
    """Make text safe between tags and in quoted attributes; one character stays one character."""
    shown = html.escape(UNSHOWABLE.sub("\ufffd", text), quote=True)
    return shown.replace("\r", "&#13;")  # a bare one would be read as a line feed


def isolated(text: str) -> str:
    """Escaped text whose direction doesn't spill over into its neighbours."""
    return f"<bdi>{escape(text)}</bdi>"


def notice(text: str, *, kind: str = "error") -> Html:
    """One line that stands out; an error is also read aloud at once."""
    role = "alert" if kind == "error" else "status"
    return Html(f'<p class="or-notice or-{kind}" role="{role}" dir="auto">{escape(text)}</p>')


def heading(text: str, *, level: int = 3) -> Html:
    """The heading of a part of the page."""
    return Html(f'<h{level} class="or-heading">{escape(text)}</h{level}>')


def link(address: str, *, text: str | None = None) -> str:
    """A link to a web address; text alone where the address is of any other kind."""
    shown = isolated(text or address)
    if (leads_to := web_address(address)) is None:
        return shown
    return f'<a href="{escape(leads_to)}" target="_blank" rel="noopener noreferrer">{shown}</a>'


def emphasised(text: str, part: Span, *strong: Span | None) -> str:
    """Escaped ``text[part]`` with what each of ``strong`` covers in ``<strong>``."""
    inside = {found for one in strong if (found := overlap(part, one)) and found != part}
    pieces, at = [], part.start
    for span in sorted(inside, key=lambda one: one.start):
        start = max(at, span.start)
        if start < span.end:
            pieces += [escape(text[at:start]), f"<strong>{escape(text[start : span.end])}</strong>"]
            at = span.end
    return "".join([*pieces, escape(text[at : part.end])])


def marked(
    text: str, part: Span, *, mark: Span | None, strong: Span | None, mark_id: str | None
) -> str:
    """Escaped ``text[part]`` with what ``mark`` covers in one ``<mark>``."""
    inside = overlap(part, mark)
    if inside is None:
        return escape(text[part.start : part.end])
    named = f' id="{mark_id}" tabindex="-1"' if mark_id else ""
    return (
        f"{escape(text[part.start : inside.start])}"
        f"<mark{named}>{emphasised(text, inside, strong)}</mark>"
        f"{escape(text[inside.end : part.end])}"
    )


def marked_paragraphs(
    text: str,
    window: Span,
    *,
    mark: Span | None = None,
    strong: Span | None = None,
    mark_id: str | None = None,
) -> str:
    """Show a part of a text in its paragraphs, with a place in it marked.

    Args:
        text: The whole text that all offsets count into.
        window: The part to show.
        mark: What to mark; across paragraphs it becomes one ``<mark>`` in each.
        strong: What to emphasise inside the mark.
        mark_id: The id of the first ``<mark>``.

    Returns:
        HTML which, without its tags and unescaped, is ``text[window]`` again: the blank lines
        stand between the paragraphs.
    """
    pieces, shown_to = [], window.start
    for paragraph in paragraphs(text, window):
        inside = overlap(paragraph, mark)
        inner = marked(text, paragraph, mark=inside, strong=strong, mark_id=mark_id)
        mark_id = None if inside else mark_id
        pieces += [escape(text[shown_to : paragraph.start]), f'<p dir="auto">{inner}</p>']
        shown_to = paragraph.end
    pieces.append(escape(text[shown_to : window.end]))
    return "".join(pieces)
