"""A whole article, with the place that was cited marked. Streamlit has the ``<main>`` around it."""

from __future__ import annotations

from corpus import Span
from ui import words
from ui.evidence import Evidence
from ui.render.markup import MARK_ID, TOP_ID, Html, isolated, marked_paragraphs, notice
from ui.render.sources import lang_of, source_line


def article_html(evidence: Evidence) -> Html:
    """The article with its source line and paragraphs; or why it can't be shown."""
    article = evidence.article
    if article is None:
        line = source_line(evidence.about) if evidence.about else ""
        trouble = notice(evidence.trouble or words.CAN_T_MARK)
        return Html(f'<div class="or-reading">{trouble.body}{line}</div>')
    title = isolated(article.title) if article.title else words.UNTITLED
    skip = (
        f'<p class="or-skip"><a href="#{MARK_ID}">{words.TO_THE_MARK}</a></p>'
        if evidence.mark
        else ""
    )
    older = "" if article.current else notice(words.OLDER_REVISION, kind="warning").body
    text = marked_paragraphs(
        article.text,
        Span(0, len(article.text)),
        mark=evidence.mark,
        strong=evidence.strong,
        mark_id=MARK_ID,
    )
    heading = f'<h1 id="{TOP_ID}" tabindex="-1" dir="auto">{title}</h1>'
    return Html(
        f'<div class="or-reading">{skip}<article{lang_of(article)}>{heading}'
        f'{older}{source_line(article)}<div class="or-text">{text}</div></article></div>'
    )
