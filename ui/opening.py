"""What a link to the reader names, read from the library: an article, its revisions, a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus import Article, ArticleMissing, Revision, Span, Store, folded_words, words_of
from qa import Citation, cite, cite_article
from ui import words_reading

CONTEXT_CHARACTERS = 60
"""How much of the text a citation keeps before and after its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An article as a link opens it."""

    article: Article
    revisions: tuple[Revision, ...]
    """Every revision, oldest first."""
    place: Span | None = None
    """The words that the link points at, within the text."""
    around: Span | None = None
    """The whole sentences that they stand in."""
    trouble: str | None = None
    """Why no place is marked although the link names one."""

    @property
    def is_current(self) -> bool:
        """Whether no newer revision has replaced the one that is open."""
        return self.article.current

    @property
    def words(self) -> str:
        """The words at the place, straight from the article."""
        return self.article.text[self.place.start : self.place.end] if self.place else ""

    @property
    def citation(self) -> Citation:
        """The place as a citation, made and checked now; the whole article where there is none."""
        if self.place is None or self.around is None:
            return cite_article(self.article, number=1)
        return cite(
            self.article,
            self.place,
            self.around,
            number=1,
            context_characters=CONTEXT_CHARACTERS,
        )


def open_linked(store: Store, query: Mapping[str, str]) -> Opened | str:
    """Read what the query of a link names.

    Args:
        store: The library's articles.
        query: ``article``, ``revision``, ``start`` and ``end``, as anybody may have written them.

    Returns:
        The article, or one line that says why there is none. A place that is not in the text is
        never marked.
    """
    article_id = query.get("article", "")
    if not article_id:
        return words_reading.NO_ARTICLE_NAMED
    number, is_number = whole_number(query.get("revision"))
    try:
        revisions = tuple(store.revisions(article_id))
    except ArticleMissing:
        return words_reading.NO_SUCH_ARTICLE
    if not is_number or (number is not None and number not in {one.revision for one in revisions}):
        return words_reading.no_such_revision(len(revisions))
    article = store.article(article_id, number)
    opened = Opened(article=article, revisions=revisions)
    if "start" not in query and "end" not in query:
        return opened
    place = place_in(article.text, query.get("start"), query.get("end"))
    if place is None:
        return Opened(article=article, revisions=revisions, trouble=words_reading.NO_SUCH_PLACE)
    sentences = store.sentences(article_id, article.revision)
    return Opened(
        article=article,
        revisions=revisions,
        place=place,
        around=whole_sentences(sentences, place),
    )


def whole_number(text: str | None) -> tuple[int | None, bool]:
    """A number of a query, and whether what stands there can be one; none at all can.

    >>> whole_number("12"), whole_number(None), whole_number("-1")
    ((12, True), (None, True), (None, False))
    """
    if text is None:
        return None, True
    is_number = text.isascii() and text.isdigit() and len(text) <= 15
    return (int(text), True) if is_number else (None, False)


def place_in(text: str, start: str | None, end: str | None) -> Span | None:
    """The place between two offsets of a query, or ``None`` where the text has no such place.

    >>> place_in("A short text.", "2", "7"), place_in("A short text.", "2", "99")
    (Span(start=2, end=7), None)
    """
    first, last = whole_number(start)[0], whole_number(end)[0]
    if first is None or last is None or not first < last <= len(text):
        return None
    return Span(first, last)


def whole_sentences(sentences: Sequence[Span], place: Span) -> Span:
    """From the beginning of the first sentence that a place touches to the end of the last.

    >>> whole_sentences([Span(0, 9), Span(10, 20), Span(21, 30)], Span(12, 23))
    Span(start=10, end=30)
    """
    touched = [one for one in sentences if one.start < place.end and place.start < one.end]
    if not touched:
        return place
    return Span(min(touched[0].start, place.start), max(touched[-1].end, place.end))


def occurrences(text: str, wanted: str, *, may_go_on: bool = False) -> tuple[Span, ...]:
    """Every place where words follow one another, without case, accents and punctuation.

    Args:
        text: Where to look.
        wanted: The words.
        may_go_on: The last word may be the beginning of one, as while somebody is still typing.

    >>> occurrences("A port. Ports of call; the PORT.", "port")
    (Span(start=2, end=6), Span(start=27, end=31))
    >>> [text.start for text in occurrences("A port. Ports.", "port", may_go_on=True)]
    [2, 8]
    """
    asked = folded_words(wanted)
    there = list(words_of(text))
    if not asked:
        return ()
    found: list[Span] = []
    at = 0
    while at + len(asked) <= len(there):
        run = there[at : at + len(asked)]
        folded = [word.folded for word in run]
        goes_on = may_go_on and folded[-1].startswith(asked[-1])
        if folded[:-1] == asked[:-1] and (folded[-1] == asked[-1] or goes_on):
            found.append(Span(run[0].start, run[-1].end))
            at += len(asked)
        else:
            at += 1
    return tuple(found)
