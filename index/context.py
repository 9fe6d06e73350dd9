"""What the encoder is given of a passage: its article's title and date, then its text.

A passage in the middle of an article seldom says what the article is about. The context
counts in no offset: it exists only here.
"""

from __future__ import annotations

from corpus import Passage


def encoded_text(passage: Passage) -> str:
    """The text whose vector stands for the passage.

    With a title: ``"Title (2017-06-22). Text"``; what is unknown is left out.
    """
    article = passage.article
    date = f"({article.published})" if article.published else ""
    context = " ".join(part for part in (article.title or "", date) if part).strip()
    return f"{context}. {passage.text}" if context else passage.text
