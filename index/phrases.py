"""Exact and near words over whole articles: where does this phrase stand?

The lexical index names the articles; the places are then found in the articles' own text, so that
every offset is read from the text it points into. Function words count, case and accents don't.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus import Article, Filters, Store, Word, folded_words, words_of
from index.lexical import LexicalIndex
from index.model import PhraseHit


def find_phrase(
    phrase: str,
    store: Store,
    lexical: LexicalIndex,
    *,
    slop: int = 0,
    filters: Filters | None = None,
) -> list[PhraseHit]:
    """Every place where the words of a phrase stand together.

    Args:
        phrase: Plain words; punctuation between them is no matter, here or in the articles.
        store: The articles.
        lexical: Its index.
        slop: How many other words may stand between the phrase's words in all; their order stays.
        filters: Only articles that these let through.

    Returns:
        Places by article date (oldest first, unknown last), article id and offset.
    """
    wanted = folded_words(phrase)
    if not wanted:
        return []
    among = store.article_keys(filters) if filters else None
    keys = lexical.articles_with_phrase(wanted, slop=slop, articles=among)
    articles = [article for key in keys if (article := _article(store, key)) is not None]
    articles.sort(key=lambda article: (article.published is None, article.published, article.id))
    return [hit for article in articles for hit in _places(article, wanted, slop)]


def _article(store: Store, key: int) -> Article | None:
    passages = store.passages_of(key)
    return passages[0].article if passages else None


def _places(article: Article, wanted: Sequence[str], slop: int) -> Iterator[PhraseHit]:
    found = list(words_of(article.text))
    by_word: dict[str, list[int]] = {}
    for position, word in enumerate(found):
        by_word.setdefault(word.folded, []).append(position)
    reached = -1
    for first in by_word.get(wanted[0], ()):
        last = _last(found, first, wanted, slop)
        if last is None or first <= reached:
            continue
        reached = last
        start, end = found[first].start, found[last].end
        yield PhraseHit(
            article_id=article.id,
            revision=article.revision,
            start=start,
            end=end,
            text=article.text[start:end],
        )


def _last(found: Sequence[Word], first: int, wanted: Sequence[str], slop: int) -> int | None:
    """Where the phrase that begins at ``first`` ends, or ``None`` when it does not go on so far."""
    position, left = first, slop
    for word in wanted[1:]:
        position += 1
        while position < len(found) and found[position].folded != word and left > 0:
            position, left = position + 1, left - 1
        if position >= len(found) or found[position].folded != word:
            return None
    return position
