"""Which article is this? Ids, addresses, and when a file holds another article than before.

An article is the same as one in the library when it has the same given id; without an id, the
same address; without an address, the same file with much the same text, or the same text, title,
publisher and date.
"""

from __future__ import annotations

import hashlib
from urllib.parse import urldefrag

from corpus.folding import fold
from corpus.model import Incoming

SLUG_CHARACTERS = 60
SAME_FILE_OVERLAP = 0.3
"""Of all different words in two texts from one file, the share that both must have for the
second to be a revision of the first. Two unrelated news articles share 0.1 to 0.2, nearly all
of it function words; the same article after an edit 0.6 and more."""


def address_of(url: str | None) -> str | None:
    """The address in the form in which addresses are compared, or ``None``.

    Without tracking parameters, fragment, or a slash at the end.
    """
    if not url:
        return None
    from courlan import normalize_url  # lazily: it is needed only while articles are added

    try:
        return normalize_url(urldefrag(url).url, strict=False, trailing_slash=False) or url
    except ValueError:
        return url


def made_id(incoming: Incoming) -> str:
    """A readable id for an article that brings none: its title, and eight digits of a hash.

    The hash covers the address where there is one, so that a new text at the same address keeps
    the id; otherwise the text with its title, publisher and date.
    """
    meta = incoming.metadata
    address = address_of(meta.url)
    parts = [address] if address else [incoming.text, meta.title, meta.publisher, meta.published]
    joined = "\x00".join(part or "" for part in parts)
    digest = hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    words = fold(meta.title or incoming.text[:SLUG_CHARACTERS]).replace(" ", "-")
    slug = words[:SLUG_CHARACTERS].rstrip("-") or "article"
    return f"{slug}-{digest}"


def is_same_article(old_title: str | None, old_text: str, incoming: Incoming) -> bool:
    """Whether the text that a file holds now is an edit of the one it held before."""
    title = incoming.metadata.title
    if title and old_title and fold(title) == fold(old_title):
        return True
    old_words, new_words = set(fold(old_text).split()), set(fold(incoming.text).split())
    everything = old_words | new_words
    return not everything or len(old_words & new_words) / len(everything) >= SAME_FILE_OVERLAP
