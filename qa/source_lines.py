"""Where words come from, in one line for people; what is unknown says so."""

from __future__ import annotations

from corpus import Article, Listed
from index import Hit
from qa.abstentions import readable
from qa.model import Citation

UNKNOWN = "unknown"


def source_line(record: Article | Listed | Citation | Hit) -> str:
    """Title, authors, publisher and date in one line; what is unknown says so."""
    authors = ", ".join(getattr(record, "authors", ()))
    parts = [record.title or "Title unknown"]
    if not isinstance(record, Hit):
        parts.append(f"by {authors}" if authors else f"author {UNKNOWN}")
    parts.append(record.publisher or f"publisher {UNKNOWN}")
    parts.append(readable(record.published) if record.published else f"date {UNKNOWN}")
    return " · ".join(parts)


def place_line(citation: Citation) -> str:
    """The article's id, and where in which state of its text the cited words stand."""
    if citation.start is None:
        return f"{citation.article_id}, the article as a whole"
    older = "" if citation.current else ", replaced by a newer one"
    return (
        f"{citation.article_id}, characters {citation.start}–{citation.end}, "
        f"revision {citation.revision}{older}"
    )
