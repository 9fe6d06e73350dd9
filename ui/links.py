"""The addresses of what can be seen: every state is a link, and links carry ids, never text.

An article's place is given by its offsets, a conversation, a check and a draft by the id of the
record in the user's own database. Addresses are relative to the server's root.
"""

from __future__ import annotations

from urllib.parse import urlencode

ASK, READ, CHECK, ARTICLES, ABOUT = "ask", "read", "check", "articles", "about"
"""The last parts of the pages' addresses; *Ask* is at the root, and its name is only ours."""

CARD = "card"
"""In the query of the reader: the id of the element that the way back leads to."""


def article_query(
    article_id: str,
    *,
    revision: int | None = None,
    start: int | None = None,
    end: int | None = None,
) -> dict[str, str]:
    """The query that opens an article, at a place where one is given."""
    values = {"article": article_id, "revision": revision, "start": start, "end": end}
    return {name: str(value) for name, value in values.items() if value is not None}


def article_link(
    article_id: str,
    *,
    revision: int | None = None,
    start: int | None = None,
    end: int | None = None,
) -> str:
    """The address of an article in the reader.

    >>> article_link("a b", revision=2, start=10, end=20)
    '/read?article=a+b&revision=2&start=10&end=20'
    """
    query = article_query(article_id, revision=revision, start=start, end=end)
    return f"/{READ}?{urlencode(query)}"


def conversation_link(record_id: str, *, turn: int | None = None) -> str:
    """The address of a conversation, at a turn (from 0) where one is given.

    >>> conversation_link("x1", turn=2)
    '/?conversation=x1&turn=2'
    """
    query = {"conversation": record_id} | ({} if turn is None else {"turn": str(turn)})
    return f"/?{urlencode(query)}"


def check_link(record_id: str) -> str:
    """The address of a checked quotation.

    >>> check_link("x1")
    '/check?record=x1'
    """
    return f"/{CHECK}?{urlencode({'record': record_id})}"


def draft_link(record_id: str) -> str:
    """The address of a checked draft."""
    return f"/{CHECK}?{urlencode({'draft': record_id})}"
