"""The metadata of a web page, each value with the place that it stands in.

Structured data counts before meta tags, and those before what the page shows. htmldate and
trafilatura's own metadata are not used: without being told to guess, they took the date of a
related article, of a change, and of a numeric date that can be read two ways for the day of
publication (tests/specimens/README.md), and they don't say where a value stood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.dates import read_date
from corpus.loaders.jsonld import Node, addresses, all_texts, find_article, first_text
from corpus.loaders.masthead import Masthead, own_headings, read_masthead, text_of
from corpus.model import Metadata
from corpus.names import read_names

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Found = tuple[Any, str]
"""A value and where it stood."""

MAX_TAGS = 30

# Names of meta tags, the plainest first, in lower case.
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "parsely-title", "headline")
_AUTHOR_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
    "citation_author",
)  # fmt: skip
_DATE_METAS = (
    "article:published_time", "og:published_time", "datepublished", "article:published",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date", "dcterms.date", "pubdate", "publishdate", "publish-date", "publication_date",
    "citation_publication_date", "date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_PUBLISHER_METAS = (
    "og:site_name", "dc.publisher", "publisher", "citation_publisher", "application-name",
)  # fmt: skip
_SECTION_METAS = ("article:section", "parsely-section", "section", "og:section")
_TAG_METAS = ("article:tag", "news_keywords", "parsely-tags", "keywords")
_LANGUAGE_METAS = ("language", "dc.language", "og:locale", "content-language")


@dataclass(frozen=True, slots=True)
class _Page:
    """A page, read once for all fields."""

    metas: dict[str, tuple[str, ...]]
    canonical: str | None
    article: Node
    masthead: Masthead
    tab: str | None
    """What stands in its ``title`` element."""
    licence: str | None

    @classmethod
    def of(cls, tree: HtmlElement) -> _Page:
        """Read the tree; it is not changed."""
        metas = _read_metas(tree)
        canonical = next(
            (link.get("href") for link in tree.iterfind(".//link[@rel='canonical']")), None
        )
        titles = [text for heading in own_headings(tree) if (text := text_of(heading))]
        urls = [url for url in (canonical, *metas.get("og:url", ())) if url]
        scripts = [
            script.text
            for script in tree.iterfind(".//script[@type='application/ld+json']")
            if script.text
        ]
        article = find_article(scripts, titles=[*titles, *metas.get("og:title", ())], urls=urls)
        tab = tree.find(".//head/title")
        return cls(
            metas=metas,
            canonical=canonical,
            article=article or {},
            masthead=read_masthead(tree),
            tab=text_of(tab) if tab is not None else None,
            licence=_read_licence_link(tree),
        )

    def meta(self, names: Iterable[str]) -> Iterator[Found]:
        """The values of the meta tags with these names, in the order of the names."""
        for name in names:
            for value in self.metas.get(name, ()):
                yield value, f"meta tag {name}"

    def stated(self, key: str) -> Iterator[Found]:
        """The value of a key of the structured data."""
        if text := first_text(self.article.get(key)):
            yield text, f"JSON-LD: {key}"


def read_page_metadata(tree: HtmlElement) -> tuple[Metadata, dict[str, str]]:
    """Read what a page states about its article.

    Args:
        tree: The parsed page; it is not changed.

    Returns:
        The metadata, its language as the page declares it, and for each known field where the
        value stood.
    """
    page = _Page.of(tree)
    found: dict[str, Found] = {}
    for name, read in _READERS.items():
        if (value := read(page)) is not None:
            found[name] = value
    found = _without_site_name(found)
    values = {name: value for name, (value, _) in found.items()}
    return Metadata(**values), {name: where for name, (_, where) in found.items()}


def _read_title(page: _Page) -> Found | None:
    """The headline; the one that is shown, where a meta tag adds the site's name to it."""
    if (found := next(page.stated("headline"), None)) is not None:
        return found
    declared = next(page.meta(_TITLE_METAS), None)
    shown = page.masthead.title
    if shown and (not declared or declared[0].casefold().startswith(shown.casefold())):
        return shown, "visible page: h1"
    if declared:
        return declared
    return (page.tab, "title element") if page.tab else None


def _read_authors(page: _Page) -> Found | None:
    """The authors, without addresses of profiles and names of nobody."""
    stated = tuple(name for text in all_texts(page.article.get("author")) for name in _person(text))
    if stated:
        return stated, "JSON-LD: author"
    for meta in _AUTHOR_METAS:
        named = tuple(name for value in page.metas.get(meta, ()) for name in _person(value))
        if named:
            return tuple(dict.fromkeys(named)), f"meta tag {meta}"
    return page.masthead.authors


def _person(printed: str) -> tuple[str, ...]:
    """The names in a field; none in the address of a profile."""
    return () if "://" in printed or printed.startswith(("@", "www.")) else read_names(printed)


def _read_published(page: _Page) -> Found | None:
    """The day of publication."""
    for printed, where in (*page.stated("datePublished"), *page.meta(_DATE_METAS)):
        if day := read_date(printed):
            return day, where
    return page.masthead.published


def _read_url(page: _Page) -> Found | None:
    """The page's own address, when it is one of the web."""
    candidates: list[Found] = [(page.canonical, "link canonical"), *page.meta(("og:url",))]
    candidates += [(address, "JSON-LD: url") for address in addresses(page.article)]
    for url, where in candidates:
        if url and re.match(r"https?://[^\s/]+\S*$", url.strip(), re.I):
            return url.strip(), where
    return None


def _read_language(page: _Page) -> Found | None:
    """The language that the page declares."""
    candidates = [
        *page.stated("inLanguage"),
        *page.meta(_LANGUAGE_METAS),
    ]
    for code, where in (*candidates, *page.masthead.language):
        if match := re.match(r"([A-Za-z]{2})(?=[-_]|$)", code.strip()):
            return match[1].lower(), where
    return None


def _read_section(page: _Page) -> Found | None:
    """The section."""
    return next(
        iter((*page.stated("articleSection"), *page.meta(_SECTION_METAS))), page.masthead.section
    )


def _read_publisher(page: _Page) -> Found | None:
    """The publisher."""
    return next(
        iter((*page.stated("publisher"), *page.meta(_PUBLISHER_METAS))), page.masthead.publisher
    )


def _read_tags(page: _Page) -> Found | None:
    """The keywords, split at commas."""
    listed: list[tuple[tuple[str, ...], str]] = [
        (all_texts(page.article.get("keywords")), "JSON-LD: keywords")
    ]
    listed += [(page.metas.get(name, ()), f"meta tag {name}") for name in _TAG_METAS]
    for values, where in listed:
        tags = [tag.strip() for value in values for tag in value.split(",") if tag.strip()]
        if tags:
            return tuple(dict.fromkeys(tags))[:MAX_TAGS], where
    return None


_READERS: dict[str, Callable[[_Page], Found | None]] = {
    "title": _read_title,
    "authors": _read_authors,
    "published": _read_published,
    "publisher": _read_publisher,
    "url": _read_url,
    "language": _read_language,
    "licence": lambda page: (page.licence, "licence link of the page") if page.licence else None,
    "section": _read_section,
    "tags": _read_tags,
}


def _without_site_name(found: dict[str, Found]) -> dict[str, Found]:
    """Take "| The Daily Example" off a title."""
    if "title" not in found or "publisher" not in found:
        return found
    title, where = found["title"]
    bare = re.sub(rf"\s*[|–—-]\s*{re.escape(found['publisher'][0])}\s*$", "", title, flags=re.I)
    return found | {"title": (bare or title, where)}


def _read_metas(tree: HtmlElement) -> dict[str, tuple[str, ...]]:
    """The page's meta tags by name, in lower case; a name can stand there more than once."""
    metas: dict[str, tuple[str, ...]] = {}
    for tag in tree.iterfind(".//meta[@content]"):
        name = (
            tag.get("property")
            or tag.get("name")
            or tag.get("itemprop")
            or tag.get("http-equiv")
            or ""
        )
        if value := " ".join(tag.get("content").split()):
            metas[name.lower()] = (*metas.get(name.lower(), ()), value)
    return metas


def _read_licence_link(tree: HtmlElement) -> str | None:
    """The Creative Commons licence that a link of the page is marked with, as "CC BY-NC 4.0"."""
    for link in tree.xpath(
        ".//*[self::a or self::link][contains(concat(' ', @rel, ' '), ' license ')]"
    ):
        match = re.search(
            r"creativecommons\.org/licenses/([a-z-]+)/(\d\.\d)", link.get("href") or ""
        )
        if match:
            return f"CC {match[1].upper()} {match[2]}"
    return None
