"""The structured data of a page (JSON-LD, schema.org): the one article that it is about."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

Node = dict[str, Any]
"""One object of the structured data."""

MAX_NODES = 2000
"""A page with more has a catalogue in it; what follows is not read."""

_ARTICLE_TYPES = re.compile(
    r"(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting)"
)
_CONTAINERS = ("@graph", "mainEntity", "mainEntityOfPage")


def find_article(
    scripts: Iterable[str], *, titles: Sequence[str], urls: Sequence[str]
) -> Node | None:
    """The article that a page's structured data describes.

    Args:
        scripts: What stands in the page's ``application/ld+json`` elements. Broken ones are passed
            over.
        titles: The headlines that the page shows.
        urls: The page's own addresses.

    Returns:
        The article with one of these addresses or headlines, else the only one that there is.
        ``None`` where several are described and none of them can be told to be the page's own:
        they may be the related ones.
    """
    nodes = [node for script in scripts for node in _read_script(script)]
    by_id = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1
    }
    articles = [node for node in nodes if _is_article(node)]
    own = [node for node in articles if _is_own(node, titles, urls)] or articles
    different = {
        (first_text(node.get("headline")), first_text(node.get("datePublished"))) for node in own
    }
    if not own or len(different) > 1:
        return None
    return {key: _resolved(value, by_id) for key, value in own[0].items()}


def first_text(value: Any) -> str | None:
    """The text of a value: a string, the name of an object, or the first of a list that has one.

    >>> first_text([{"@type": "Organization", "name": "The Daily Example &amp; Sons"}])
    'The Daily Example & Sons'
    """
    return next(iter(all_texts(value)), None)


def all_texts(value: Any) -> tuple[str, ...]:
    """Every text of a value, in order: strings, and the names of objects."""
    items = value if isinstance(value, list) else [value]
    named = [item.get("name") if isinstance(item, dict) else item for item in items]
    texts = [" ".join(html.unescape(item).split()) for item in named if isinstance(item, str)]
    return tuple(text for text in texts if text)


def addresses(node: Node) -> tuple[str, ...]:
    """The addresses that an article gives for itself."""
    page = node.get("mainEntityOfPage")
    values = (node.get("url"), page.get("@id") if isinstance(page, dict) else page, node.get("@id"))
    return tuple(value.strip() for value in values if isinstance(value, str))


def _read_script(script: str) -> Iterator[Node]:
    """Every object that a script holds side by side, not what is nested in an article or a list."""
    try:
        pending: list[Any] = [json.loads(script.strip().strip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(MAX_NODES):
        if not pending:
            return
        value = pending.pop(0)
        if isinstance(value, list):
            pending += value
        elif isinstance(value, dict):
            yield value
            if not _is_article(value):
                pending += [
                    value[key] for key in _CONTAINERS if isinstance(value.get(key), list | dict)
                ]


def _is_article(node: Node) -> bool:
    """Whether an object says that it is an article."""
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(
        isinstance(kind, str) and _ARTICLE_TYPES.fullmatch(kind.rpartition("/")[2])
        for kind in kinds
    )


def _is_own(node: Node, titles: Sequence[str], urls: Sequence[str]) -> bool:
    """Whether an article is the page's own, by its address or its headline."""
    headline = (first_text(node.get("headline")) or "").casefold()
    same_title = bool(headline) and any(title.casefold().startswith(headline) for title in titles)
    return same_title or bool(
        {url.rstrip("/") for url in addresses(node)} & {url.rstrip("/") for url in urls}
    )


def _resolved(value: Any, by_id: dict[str, Node]) -> Any:
    """A value with the objects in the place of references to them: ``{"@id": "#publisher"}``."""
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value]
    if isinstance(value, dict) and len(value) == 1 and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value
