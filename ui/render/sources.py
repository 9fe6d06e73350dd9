"""One source as a numbered card: who published it, the passage with the sentence marked."""

from __future__ import annotations

from corpus import Article
from index import Hit
from qa import Citation
from ui import words
from ui.evidence import Evidence
from ui.render.dates import plain_date
from ui.render.markup import Html, escape, isolated, link, marked_paragraphs, notice

SHOWN_OF_HASH = 12
"""Characters; enough to tell revisions apart, and the downloads have all 64."""


def card_id(turn: int | str, number: int) -> str:
    """The id of the mark inside a card; the numbers in the answer link to it.

    A browser opens the closed card by itself when the link's target lies inside.
    """
    return f"source-{turn}-{number}"


def card_html(evidence: Evidence, *, turn: int | str) -> Html:
    """A card that opens to the passage and the source line."""
    about, number = evidence.about, evidence.number
    return Html(
        f'<details class="or-card"><summary>'
        f'<span class="or-number" aria-hidden="true">{number}</span>'
        f'<span class="or-summary"><span class="or-hidden">{words.citation_mark(number)}: </span>'
        f"{_headline(about)}</span></summary>"
        f'<div class="or-inside">{_passage(evidence, card_id(turn, number))}'
        f"{source_line(about) if about else ''}</div></details>"
    )


def source_line(about: Article | Citation, *, in_full: bool = False) -> str:
    """What is known about a source, ``in_full`` for a record to file; what is unknown says so."""
    fields = [
        (words.TITLE_FIELD, _known(about.title)),
        (words.AUTHORS_FIELD, ", ".join(isolated(name) for name in about.authors)),
        (words.PUBLISHER_FIELD, _known(about.publisher)),
        (words.DATE_FIELD, _known(plain_date(about.published))),
        (words.ADDRESS_FIELD, link(about.url) if about.url else ""),
        (words.LICENCE_FIELD, _known(about.licence)),
    ]
    if in_full:
        fields += [
            (words.LANGUAGE_FIELD, _known(about.language)),
            (words.REVISION_FIELD, words.revision(about.revision, current=about.current)),
            (words.ID_FIELD, isolated(_id_of(about))),
            (words.HASH_FIELD, isolated(about.text_sha256[:SHOWN_OF_HASH])),
        ]
    lines = (f"<dt>{name}</dt><dd>{value or words.UNKNOWN}</dd>" for name, value in fields)
    return f'<dl class="or-source">{"".join(lines)}</dl>'


def dateline(about: Article | Citation | None) -> str:
    """The date and the publisher, escaped."""
    if about is None:
        return words.DATE_UNKNOWN
    day = escape(plain_date(about.published) or words.DATE_UNKNOWN)
    return f"{day} · {isolated(about.publisher)}" if about.publisher else day


def _id_of(about: Article | Citation) -> str:
    return about.id if isinstance(about, Article) else about.article_id


def _known(value: str | None) -> str:
    return isolated(value) if value else ""


def _headline(about: Article | Citation | None) -> str:
    title = isolated(about.title) if about and about.title else words.UNTITLED
    authors = ", ".join(map(isolated, about.authors)) if about else ""
    line = f"{dateline(about)} · {authors}" if authors else dateline(about)
    return f'<span class="or-title">{title}</span><span class="or-meta">{line}</span>'


def _passage(evidence: Evidence, mark_id: str) -> str:
    article = evidence.article
    if article is None:
        trouble = notice(evidence.trouble or words.CAN_T_MARK, kind="warning").body
        return f'<div id="{mark_id}" tabindex="-1">{trouble}</div>'
    older = "" if article.current else f'<p class="or-meta">{words.OLDER_REVISION}</p>'
    if evidence.window is None:
        return f'{older}<p id="{mark_id}" tabindex="-1">{words.ABOUT_THE_ARTICLE}</p>'
    is_nearest = isinstance(evidence.source, Hit)  # a mark would look like an answer
    text = marked_paragraphs(
        article.text,
        evidence.window,
        mark=None if is_nearest else evidence.mark,
        strong=evidence.strong,
        mark_id=mark_id,
    )
    place = f' id="{mark_id}" tabindex="-1"' if is_nearest else ""
    return f'{older}<blockquote class="or-passage"{place}{lang_of(article)}>{text}</blockquote>'


def lang_of(article: Article | Citation | None) -> str:
    """The ``lang`` attribute, where the language is known."""
    return f' lang="{escape(article.language)}"' if article and article.language else ""
