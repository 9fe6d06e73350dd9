"""qa.exports.citation_texts: one citation to paste, and as an annotation."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace

from markdown_it import MarkdownIt

from corpus import Article
from qa.citations import cite_article
from qa.exports import citation_annotation, citation_markdown, citation_plain
from qa.model import Citation

LINK = (
    "https://example.org/raid?page=2#top:~:text=met.%20It%20was%20%E2%80%9C-,"
    "the%20most%20important%20capture%20of%202012,-%2C%E2%80%9D%20Luis%20Pantoja"
)


def test_plain_text_has_the_words_the_source_the_link_and_the_place(citation: Citation) -> None:
    assert citation_plain(citation).splitlines() == [
        "“the most important capture of 2012”",
        "Raid · by Ana Díaz, Bo Li · publisher unknown · 22 June 2017",
        LINK,
        "raid, characters 18–52, revision 1; SHA-256 of the text "
        f"{citation.text_sha256}",
    ]  # fmt: skip


def test_what_is_unknown_says_so(citation: Citation) -> None:
    bare = replace(citation, title=None, authors=(), published=None, url=None)

    lines = citation_plain(bare).splitlines()

    assert lines[1] == "Title unknown · author unknown · publisher unknown · date unknown"
    assert lines[2] == "address unknown"


def test_markdown_links_the_source_to_the_words(citation: Citation) -> None:
    tokens = MarkdownIt().parse(citation_markdown(citation))
    (link,) = [
        child for token in tokens for child in token.children or [] if child.type == "link_open"
    ]

    assert tokens[0].type == "blockquote_open"
    assert tokens[2].content == "the most important capture of 2012"
    assert link.attrs["href"] == LINK


def test_markdown_runs_nothing_of_what_it_cites(citation: Citation) -> None:
    nasty = replace(citation, exact="# <b>x</b>\n\n[a](javascript:b)", title="](x) <i> ![y](z)")

    page = MarkdownIt().render(citation_markdown(nasty))

    assert "# &lt;b&gt;x&lt;/b&gt; [a](javascript:b)" in page
    assert "](x) &lt;i&gt; ![y](z)" in page
    assert page.count("<a ") == 1


def test_an_article_as_a_whole_is_cited_without_words(article: Article) -> None:
    whole = cite_article(article, number=1)

    assert citation_plain(whole).splitlines()[1:] == [
        "https://example.org/raid?page=2#top",
        f"raid, the article as a whole; SHA-256 of the text {article.text_sha256}",
    ]
    assert ">" not in citation_markdown(whole).split("(<")[0]
    assert [set(target) for target in citation_annotation(whole)["target"]] == [{"source"}] * 2


def test_an_annotation_selects_the_words_in_the_text_and_on_the_page(citation: Citation) -> None:
    text, page = citation_annotation(citation)["target"]

    words = {"type": "TextQuoteSelector", "exact": citation.exact,
             "prefix": "They met. It was “", "suffix": ",” Luis Pantoja said"}  # fmt: skip
    place = {"type": "TextPositionSelector", "start": 18, "end": 52}
    assert text["selector"] == [words, place]
    assert page["source"] == "https://example.org/raid?page=2#top"
    assert page["selector"] == words


def test_an_annotation_names_the_text_by_its_hash(citation: Citation, article: Article) -> None:
    text = citation_annotation(citation)["target"][0]["source"]

    digest = hashlib.sha256(article.text.encode()).digest()
    name = text["id"].removeprefix("ni:///sha-256;")
    assert base64.urlsafe_b64decode(f"{name}=") == digest
    assert text["dcterms:creator"] == ["Ana Díaz", "Bo Li"]
    assert "dcterms:publisher" not in text


def test_an_annotation_survives_json_and_is_the_same_for_the_same_place(citation: Citation) -> None:
    one, other = citation_annotation(citation), citation_annotation(replace(citation, number=7))

    assert json.loads(json.dumps(one)) == one == other
    assert one["id"] != citation_annotation(replace(citation, start=17))["id"]
