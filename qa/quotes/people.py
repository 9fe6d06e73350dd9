"""The people of an article: their fullest names, what tells man from woman, and their roles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus import Article, Span, folded_words
from qa.answers.mentions import Mention, mentions_in
from qa.answers.mentions import listed as listed_names
from qa.answers.names import full_form, is_one_bearer
from qa.followups.words import listed as listed_words
from qa.quotes.cues import key, listed, rows
from qa.quotes.heads import PARTICLES, until
from qa.quotes.narration import Token, narration_of

STOPS = frozenset("of for at in from with the a an and to de del la el former".split())
"""Words of a role that tell it from no other."""
MOST_TOKENS_BEFORE, MOST_TOKENS_BEHIND = 6, 14
"""How far from a name a role can begin and end."""


def fullest(article: Article, name: Span) -> Span:
    """The fullest form of a name; the name itself where the article gives no fuller one, or two."""
    full = full_form(article, name)
    if full is None:
        return name
    words, fuller = words_of_name(article, name), words_of_name(article, full)
    is_shared = len(words) == 1 and any(
        one.words[-1:] == words and _is_another(one.words, fuller)
        for one in mentions_in(article.text)
    )
    return name if is_shared else full


def _is_another(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether words that begin with a given name are somebody else's: "Bill" is a law's, too."""
    return has_given_name(words) and not is_one_bearer(words, full)


def words_of_name(article: Article, name: Span) -> tuple[str, ...]:
    """The folded words of a name without particles and possessive."""
    return tuple(
        word for word in folded_words(re.sub(r"['’]s?$", "", article.text[name.start : name.end]))
        if word not in PARTICLES
    )  # fmt: skip


@lru_cache(maxsize=4096)
def gender_of(text: str, words: tuple[str, ...]) -> str | None:
    """``he`` or ``she``, by the word before the name anywhere in the text, or the given name."""
    if not words:
        return None
    found = {"he": 0, "she": 0}
    for mention in mentions_in(text):
        if mention.words[-1] == words[-1] and (
            len(words) == 1 or is_one_bearer(mention.words, words)
        ):
            before = re.search(r"(\w+)\.?\s$", text[max(0, mention.start - 20) : mention.start])
            for who in found:
                found[who] += bool(before) and key(before[1] if before else "") in listed(
                    f"{who}_words"
                )
    if bool(found["he"]) != bool(found["she"]):
        return "he" if found["he"] else "she"
    if len(words) < 2:
        return None
    given = [who for who in ("he", "she") if _is_given(words[0], who)]
    return given[0] if len(given) == 1 else None


def has_given_name(words: tuple[str, ...]) -> bool:
    """Whether several words begin with a given name."""
    return len(words) > 1 and any(_is_given(words[0], who) for who in ("he", "she"))


def _is_given(word: str, who: str) -> bool:
    return word in listed(who) or word in listed_words("given_names", who)


@lru_cache(maxsize=4096)
def is_person(article: Article, name: Span) -> bool:
    """Whether nothing speaks against a name's being a person's."""
    words = words_of_name(article, name)
    written = article.text[name.start : name.end]
    first = folded_words(written)[0] if words else ""
    if (
        not words
        or first in ("el", "la", "los", "las", "the")
        or (written.isupper() and len(words) == 1 and len(written) < 6)
    ):
        return False
    given = words[:1] if has_given_name(words) else ()
    organisations = listed_names("organisations") | listed_words("organisations")
    if any(word in organisations for word in words[len(given) :]):
        return False
    folded = " ".join(words)
    return not (
        words[0] in listed_names("beginnings")
        or folded in listed_words("places")
        or all(word in listed_names("peoples") or word in listed("groups") for word in words)
    )


def mentions_of(text: str, sentence: Span) -> Iterator[Mention]:
    """The names in a sentence that stand in no quotation."""
    mentions = mentions_in(text)
    blanked = narration_of(text).text
    first = bisect_left([mention.start for mention in mentions], sentence.start)
    for mention in mentions[first:]:
        if mention.start >= sentence.end:
            return
        if blanked[mention.start] == text[mention.start]:
            yield mention


@lru_cache(maxsize=128)
def roles_in(article: Article) -> tuple[tuple[Span, frozenset[str]], ...]:
    """The persons of an article, each by the fullest name, with the words of their roles.

    Roles are what stands before a name ("anti-drug police chief Luis Pantoja") and in apposition
    behind it ("Luis Pantoja, the chief of the anti-drug police,").
    """
    found: dict[Span, set[str]] = {}
    narration = narration_of(article.text)
    for number, sentence in enumerate(narration.sentences):
        tokens = narration.tokens[number]
        for mention in mentions_of(article.text, sentence):
            name = fullest(article, Span(mention.start, mention.end))
            if is_person(article, name):
                found.setdefault(name, set()).update(_roles(tokens, mention))
    return tuple((name, frozenset(roles)) for name, roles in found.items())


def _roles(tokens: Sequence[Token], mention: Mention) -> Iterator[str]:
    first = next((i for i, token in enumerate(tokens) if token.start >= mention.start), 0)
    place = first - 1
    while (
        place >= 0 and tokens[place].tag in ("word", "name") and first - place <= MOST_TOKENS_BEFORE
    ):
        yield _role_word(tokens[place].key)
        place -= 1
    last = next((i for i, token in enumerate(tokens) if token.start >= mention.end), len(tokens))
    if last + 1 < len(tokens) and tokens[last].key == ",":
        opens = tokens[last + 1].tag in ("determiner", "word")
        for token in until(tokens[last + 1 :], (",",))[:MOST_TOKENS_BEHIND] if opens else ():
            if token.tag in ("auxiliary", "conjunction"):
                break
            if token.tag in ("word", "name") and token.key not in STOPS:
                yield _role_word(token.key)


def role_words(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words of a role that tell it from others, in one spelling."""
    core = until(tokens, (",", "(", "—", "–"))
    return tuple(
        _role_word(token.key) for token in core
        if token.tag in ("word", "name") and token.key not in STOPS
    )  # fmt: skip


def _role_word(word: str) -> str:
    return _long_titles().get(word.removesuffix("'s"), word.removesuffix("'s"))


@lru_cache(maxsize=1)
def _long_titles() -> dict[str, str]:
    """The full words for abbreviated titles."""
    return dict(row.split() for entry in rows("roles") for row in entry.split(","))
