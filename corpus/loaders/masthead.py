"""What a web page shows around its headline: the headline itself, the byline, the date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.bylines import Byline, read_byline
from corpus.clean import is_prose
from corpus.dates import read_date
from corpus.metadata import read_publisher, shorten
from corpus.names import read_names

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_ELEMENTS = 400
"""How many elements below the headline are looked at."""

_ASIDE = re.compile(
    r"comment|related|recommend|sidebar|teaser|promo|newsletter|most-?read|popular|trending|widget|more-|footer|social",
    re.I,
)
"""Parts of a page that hold other articles or other people's words, by their class or id."""

_ASIDE_TAGS = frozenset(
    {"aside", "nav", "footer", "form", "script", "style", "figure", "noscript", "template"}
)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "span",
        "time",
        "address",
        "a",
        "li",
        "h2",
        "h3",
        "h4",
        "small",
        "cite",
        "em",
        "strong",
        "b",
    }
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands there; each value with its place, ``None`` where nothing does."""

    title: str | None = None
    authors: tuple[tuple[str, ...], str] | None = None
    published: tuple[str, str] | None = None
    section: tuple[str, str] | None = None
    publisher: tuple[str, str] | None = None
    language: tuple[tuple[str, str], ...] = ()


def read_masthead(tree: HtmlElement) -> Masthead:
    """Read the visible lines between the headline and the article's first paragraph.

    Args:
        tree: The parsed page; it is not changed.

    Returns:
        What they state. A date in a comment, beside a related article or in the prose is none of
        the article's, and two different dates are no answer.
    """
    headings = own_headings(tree)
    title = text_of(headings[0]) if len(headings) == 1 else None
    elements = list(_below_heading(headings[0])) if headings else []
    bylines = [line for element in elements if (line := read_byline(text_of(element)))]
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    return Masthead(
        title=title or None,
        authors=_find_authors(elements, bylines),
        published=_find_date(elements, bylines),
        section=next(((line.section, _shown(line)) for line in bylines if line.section), None),
        publisher=_find_publisher(tree),
        language=((language, "lang attribute of the page"),) if language else (),
    )


def own_headings(tree: HtmlElement) -> list[HtmlElement]:
    """The page's main headings, without those of menus and of other articles."""
    found = [heading for heading in tree.iter("h1") if not _is_aside(heading) and text_of(heading)]
    within = [
        heading
        for heading in found
        if any(a.tag in ("article", "main") for a in heading.iterancestors())
    ]
    return within or found


def text_of(element: HtmlElement) -> str:
    """An element's text with single spaces."""
    return " ".join(element.text_content().split())


def _below_heading(heading: HtmlElement) -> Iterator[HtmlElement]:
    """The small elements between the headline and the second paragraph of prose.

    The first may be a standfirst, with the byline below it; what comes after two is the article.
    """
    prose = 0
    for count, element in enumerate(heading.xpath("following::*")):
        if count > MAX_ELEMENTS or prose > 1:
            return
        if element.tag not in _BLOCKS or _is_aside(element):
            continue
        text = text_of(element)
        if element.tag in ("p", "h2", "h3", "h4") and is_prose(text):
            prose += 1
        elif element.tag in ("time", "a", "span") or (text and len(text) <= 200):
            yield element


def _find_authors(
    elements: list[HtmlElement], bylines: list[Byline]
) -> tuple[tuple[str, ...], str] | None:
    """Who a byline names, else an element that is marked as the author's."""
    for line in bylines:
        if line.authors:
            return line.authors, _shown(line)
    marked = [
        text_of(e) for e in elements if "author" in (e.get("rel") or "", e.get("itemprop") or "")
    ]
    names = tuple(dict.fromkeys(name for text in marked for name in read_names(text)))
    return (names, "visible page: element marked as the author") if names else None


def _find_date(elements: list[HtmlElement], bylines: list[Byline]) -> tuple[str, str] | None:
    """The one day that the masthead names."""
    times = [e for e in elements if e.tag == "time" and not _is_update(e)]
    marked = [
        e for e in times if e.get("itemprop") == "datePublished" or e.get("pubdate") is not None
    ] or times
    days = {day for e in marked if (day := read_date(e.get("datetime") or text_of(e)))}
    if len(days) == 1:
        return days.pop(), f"visible page: time element {shorten(text_of(marked[0]), 60)!r}"
    dated = [line for line in bylines if line.published]
    if not days and len({line.published for line in dated}) == 1:
        return dated[0].published or "", _shown(dated[0])
    return None


def _is_update(element: HtmlElement) -> bool:
    """Whether a date is that of a change, by its marks or by the words around it."""
    own = " ".join((element.get("itemprop") or "", element.get("class") or "", text_of(element)))
    parent = element.getparent()
    before = f"{parent.text or ''}" if parent is not None else ""
    previous = element.getprevious()
    before = (previous.tail or text_of(previous)) if previous is not None else before
    return bool(re.search(r"updat|modif|actualiz|edited", f"{own} {before[-40:]}", re.I))


def _find_publisher(tree: HtmlElement) -> tuple[str, str] | None:
    """Who a note at the foot of the page names as its publisher."""
    notes = [
        text_of(e) for foot in tree.iter("footer") for e in foot.iter("p", "div", "span", "small")
    ]
    return read_publisher(note for note in notes if 0 < len(note) <= 300)


def _is_aside(element: HtmlElement) -> bool:
    """Whether an element stands in a part of the page that is not the article."""
    return any(
        _is_aside_itself(e)
        for e in (element, *element.iterancestors())
        if e.tag not in ("body", "html")
    )


def _is_aside_itself(element: HtmlElement) -> bool:
    """Whether an element is such a part."""
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in _ASIDE_TAGS or bool(_ASIDE.search(marks))


def _shown(line: Byline) -> str:
    """Where a byline's value stood."""
    return f"visible page: {shorten(line.line)!r}"
