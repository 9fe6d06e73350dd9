"""corpus.loaders.page and masthead: each field from the plainest place, and where that was."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from corpus.loaders.page import read_page_metadata
from corpus.model import Metadata

PROSE = (
    "<p>Police searched 34 houses in the port of Callao before dawn on June 20, papers wrote.</p>"
    * 2
)


def read(head: str = "", body: str = "", html: str = "<html>") -> tuple[Metadata, dict[str, str]]:
    """The metadata of a page."""
    return read_page_metadata(
        document_fromstring(f"{html}<head>{head}</head><body>{body}{PROSE}</body></html>")
    )


def published(head: str = "", body: str = "") -> str | None:
    """The day of publication of a page."""
    return read(head, f"<h1>Raids in Callao</h1>{body}")[0].published


def test_structured_data_counts_before_meta_tags_and_those_before_the_page() -> None:
    script = '<script type="application/ld+json">{"@type": "Article", "headline": "One"}</script>'
    meta = '<meta property="og:title" content="Two">'

    assert read(script + meta, "<h1>Three</h1>")[1]["title"] == "JSON-LD: headline"
    assert read(meta, "<h1>Three</h1>")[1]["title"] == "meta tag og:title"
    assert read("", "<h1>Three</h1>")[1]["title"] == "visible page: h1"
    assert read("<title>Four</title>")[1]["title"] == "title element"


def test_the_site_s_name_is_taken_off_the_title() -> None:
    title = '<meta property="og:title" content="One - Two | Bay">'
    metas = f'{title}<meta property="og:site_name" content="Bay">'

    assert read(metas)[0].title == "One - Two"


@pytest.mark.parametrize(
    "meta",
    [
        '<meta property="article:modified_time" content="2021-03-04">',
        '<meta name="date" content="03/04/2021">',
        '<meta name="description" content="Of 3 March 2021">',
        "<title>The third of March, 3 March 2021</title>",
    ],
)
def test_a_day_of_something_else_is_not_the_day_of_publication(meta: str) -> None:
    assert published(meta) is None


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ('<time datetime="2021-03-04T10:00">4 March</time>', "2021-03-04"),
        ("<div>By Jane Doe | 4 March 2021</div>", "2021-03-04"),
        ('<p>Updated <time datetime="2021-03-04">4 March</time></p>', None),
        ('<time datetime="2021-03-04"></time><time datetime="2021-03-05"></time>', None),
        ('<div class="related"><time datetime="2021-03-04">4 March 2021</time></div>', None),
        (f'{PROSE}<div class="x">4 March 2021</div>', None),
    ],
)
def test_a_shown_day_counts_only_below_the_headline(body: str, day: str | None) -> None:
    assert published(body=body) == day


@pytest.mark.parametrize(
    ("meta", "authors"),
    [
        ('<meta name="author" content="By Jane Doe and John Roe">', ("Jane Doe", "John Roe")),
        ('<meta property="article:author" content="https://x.example/jane">', ()),
        ('<meta name="author" content="admin">', ()),
    ],
)
def test_authors_are_names_of_people(meta: str, authors: tuple[str, ...]) -> None:
    assert read(meta)[0].authors == authors


def test_an_element_marked_as_the_author_s_names_the_author() -> None:
    metadata, provenance = read(
        "", '<h1>Raids in Callao</h1><a rel="author" href="/j">Jane Doe</a>'
    )

    assert metadata.authors == ("Jane Doe",)
    assert provenance["authors"] == "visible page: element marked as the author"


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://x.example/a", "https://x.example/a"),
        ("javascript:alert(1)", None),
        ("/a", None),
        ("", None),
    ],
)
def test_only_addresses_of_the_web_are_kept(address: str, url: str | None) -> None:
    assert read(f'<link rel="canonical" href="{address}">')[0].url == url


def test_language_section_tags_and_licence_are_read() -> None:
    metas = (
        '<meta property="article:section" content="World"><meta name="keywords" content="a, b,a">'
    )
    link = '<a rel="license" href="https://creativecommons.org/licenses/by-nc/4.0/">Licence</a>'
    metadata, _ = read(metas, link, '<html lang="es-PE">')

    assert (metadata.language, metadata.section, metadata.tags) == ("es", "World", ("a", "b"))
    assert metadata.licence == "CC BY-NC 4.0"


def test_a_note_at_the_foot_names_the_publisher() -> None:
    metadata, provenance = read("", "<footer><p>© 2021 Bay Bulletin</p></footer>")

    assert metadata.publisher == "Bay Bulletin"
    assert provenance["publisher"] == "note on the page: '© 2021 Bay Bulletin'"


def test_a_bare_page_states_nothing() -> None:
    assert read() == (Metadata(), {})
