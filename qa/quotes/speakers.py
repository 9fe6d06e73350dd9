"""Whether a claimed speaker is the one whom the article has say it."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus import Article, Span, fold, folded_words
from qa.answers.aliases import aliases_in
from qa.answers.mentions import is_title, mentions_in
from qa.answers.names import is_one_bearer, name_forms
from qa.quotes.attribution import Said
from qa.quotes.bearers import name_of
from qa.quotes.cues import cue, listed, rows
from qa.quotes.heads import head_name, is_group
from qa.quotes.narration import narration_of, tokens_of_phrase
from qa.quotes.people import (
    STOPS,
    gender_of,
    has_given_name,
    is_person,
    role_words,
    roles_in,
    words_of_name,
)

_TAG = re.compile(r"\s*\([^()]{1,40}\)|,?\s+[RDI]-[A-Z][\w.]*")
_QUOTES = "\"“”„«»'‘’ "
_OFFICES = frozenset(
    "officials sources experts police lawmakers analysts advocates activists advisers aides allies "
    "observers senators authorities prosecutors investigators witnesses they".split()
)
"""Groups of whom a named speaker may be one without the article's saying so."""
_PRONOUNS = {"ella": "she", "el": "he", "his": "he", "her": "she"}
NEARBY = 600
"""So many characters before a pronoun may name the one for whom it stands."""
MOST_CHARACTERS = 200
"""A longer claim names nobody."""
SLIP_LETTERS = 4
"""In a name of so many letters one may be wrong; in one of twice as many, two."""


def is_same_speaker(claimed: str, said: Said, article: Article) -> bool | None:
    """Whether the article has the claimed speaker say it.

    Args:
        claimed: As people write it: a name with or without titles and party, a role, an alias,
            a description behind a comma.
        said: What ``who_says`` found in the article.
        article: What gives the fuller forms, the aliases and the roles.

    Returns:
        ``True`` where the article establishes that it is the claimed speaker, ``False`` where it
        establishes that it is somebody else, ``None`` where it can't be told.
    """
    plain = _plain(claimed)
    if said.source is None or said.name is None or not folded_words(plain):
        return None
    if len(plain) > MOST_CHARACTERS:
        return None
    if fold(plain) in _written(said, article):
        return True
    words = _claimed_words(plain)
    named = _named(said, article)
    if named is None:
        return _is_same_role(plain, said, article)
    if not words:
        return _has_role(plain, said.name, article)
    same = _is_same_name(words, named, said.name, article)
    return None if same is False and _may_be_meant(words, said, article) else same


def _may_be_meant(claimed: tuple[str, ...], said: Said, article: Article) -> bool:
    """Whether a pronoun, or the words around without a cue, may mean the claimed one instead.

    That one must be named before, shortly where a cue says it, and be no "she" for a "he".
    """
    if said.source is None:
        return False
    tokens = tokens_of_phrase(article.text, said.source)
    is_pronoun = len(tokens) == 1 and tokens[0].tag == "pronoun"
    if said.cue and not is_pronoun:
        return False
    genders = {gender_of(article.text, claimed), _PRONOUNS.get(tokens[0].key, tokens[0].key)}
    if is_pronoun and genders >= {"he", "she"}:
        return False
    start = max(0, said.source.start - NEARBY) if said.cue else 0
    near = (one for one in mentions_in(article.text) if start <= one.start < said.source.start)
    return any(one.words[-1] == claimed[-1] for one in near)


def _plain(claimed: str) -> str:
    """The claim without party tags, possessive, marks around it and what is told: "X said …"."""
    plain = _TAG.sub("", claimed).strip(_QUOTES)
    for tokens in narration_of(plain).tokens[:1]:
        for token in tokens[1:]:
            known = cue(token.key) if token.tag == "word" else None
            if known and "past" in known.forms and "saying" in known.kinds:
                plain = plain[: token.start].rstrip(", ")
                break
    return re.sub(r"['’]s?$", "", plain)


def _written(said: Said, article: Article) -> set[str]:
    """The source and the name as the article writes them, folded."""
    spans = [span for span in (said.source, said.name) if span]
    return {fold(re.sub(r"['’]s$", "", article.text[one.start : one.end])) for one in spans} - {
        "he", "she", "they", "it", "we", "i",
    }  # fmt: skip


@lru_cache(maxsize=4096)
def _claimed_words(plain: str) -> tuple[str, ...]:
    """The folded words of the name in a claim; empty for a role."""
    tokens = narration_of(plain).tokens
    if not tokens:
        return ()
    name = head_name(tokens[0], plain)
    if name is None:
        return ()
    article = Article(id="", text=plain)
    return words_of_name(article, name)


def _named(said: Said, article: Article) -> tuple[str, ...] | None:
    """The words of the speaker's name; ``None`` for a role."""
    if said.name is None:
        return None
    name = head_name(tokens_of_phrase(article.text, said.name), article.text)
    is_unnamed = name is None and said.name == said.source
    if is_unnamed or is_group(article.text[said.name.start : said.name.end]):
        return None
    return words_of_name(article, said.name) or None


def _is_same_name(
    claimed: tuple[str, ...], named: tuple[str, ...], name: Span, article: Article
) -> bool | None:
    if is_one_bearer(claimed, named):
        return True if len(claimed) <= len(named) else _is_only(claimed, named, article)
    forms = {named, *name_forms(article, name)}
    if any(is_one_bearer(claimed, form) and len(form) >= len(claimed) for form in forms):
        return True
    for alias in aliases_in(article.text):
        if claimed in (alias.words, alias.other) and forms & {alias.words, alias.other}:
            return True
    full = _full_words(claimed, article)
    if full and is_one_bearer(full, named):
        return True
    return _may_still_be(claimed, named, name, article)


def _may_still_be(
    claimed: tuple[str, ...], named: tuple[str, ...], name: Span, article: Article
) -> bool | None:
    """What a claim with another name can still be: a role, an organisation, a misspelling."""
    full = _full_words(claimed, article)
    if _is_role(claimed):
        return True if {*claimed} <= _roles_of(name, article) else None
    if _is_behalf(claimed, name, article):
        return None
    stands_apart = any(len(one) > 1 and _is_named(one, article) for one in (full, claimed))
    return None if not stands_apart and _may_be_variants(claimed, named) else False


def _is_role(claimed: tuple[str, ...]) -> bool:
    """Whether a claim in capitals is a role: "CBC Chairman", "a California Democrat"."""
    last = claimed[-1]
    is_role = is_title(last.capitalize()) or {last, last + "s"} & listed("groups")
    return len(claimed) > 1 and bool(is_role) and not has_given_name(claimed)


def _is_behalf(claimed: tuple[str, ...], name: Span, article: Article) -> bool:
    """Whether a claim can be the organisation for which the named one speaks.

    "Judicial Watch" in "Judicial Watch president Tom Fitton", but not "Clinton" in "Clinton
    spokesman Brian Fallon" where the article has a person of that surname.
    """
    is_surname = any(
        mention.words[-1] == claimed[-1] and has_given_name(mention.words)
        for mention in mentions_in(article.text)
    )
    return not is_surname and {*claimed} - STOPS <= _roles_of(name, article)


def _roles_of(name: Span, article: Article) -> frozenset[str]:
    """The words of all roles that the article gives one person."""
    return frozenset().union(*(roles for bearer, roles in roles_in(article) if bearer == name))


def _is_named(words: tuple[str, ...], article: Article) -> bool:
    """Whether the article names somebody so."""
    return any(mention.words == words for mention in mentions_in(article.text))


def _is_only(claimed: tuple[str, ...], named: tuple[str, ...], article: Article) -> bool | None:
    """Whether a shorter name in the article can be only the claimed one's."""
    for mention in mentions_in(article.text):
        shares = named[-1] in mention.words
        if shares and len(mention.words) > 1 and not is_one_bearer(mention.words, claimed):
            return None
    return True


def _full_words(claimed: tuple[str, ...], article: Article) -> tuple[str, ...]:
    """The words of the fullest form that the article gives a claimed name."""
    for mention in mentions_in(article.text):
        if mention.words == claimed:
            full = name_of(article, Span(mention.start, mention.end))
            return words_of_name(article, full) if full else ()
    return ()


def _may_be_variants(claimed: tuple[str, ...], named: tuple[str, ...]) -> bool:
    """Whether two names may be spellings of one: Bill and William, Byrne and Bryne."""
    if not _may_be_slip(claimed[-1], named[-1]):
        return False
    if len(claimed) == 1 or len(named) == 1:
        return True
    first, other = claimed[0], named[0]
    pairs = {frozenset(row.split()) for entry in rows("short_given") for row in entry.split(",")}
    is_short = frozenset((first, other)) in pairs
    return first[0] == other[0] or is_short or _may_be_slip(first, other)


def _may_be_slip(one: str, other: str) -> bool:
    """Whether a name may be a misspelling of another."""
    from rapidfuzz.distance import OSA

    most = min(len(one), len(other)) // SLIP_LETTERS
    return one == other or sorted(one) == sorted(other) or OSA.distance(one, other) <= min(most, 2)


def _is_same_role(plain: str, said: Said, article: Article) -> bool | None:
    """Whether a claimed role is the one that the article names instead of a person."""
    if said.source is None:
        return None
    source = tokens_of_phrase(article.text, said.source)
    claimed = narration_of(plain).tokens
    if not claimed or not source or _claimed_words(plain):
        return None
    wanted, given = set(role_words(claimed[0])), set(role_words(source))
    return True if wanted and wanted <= given else None


def _has_role(plain: str, name: Span, article: Article) -> bool | None:
    """Whether the named speaker has the claimed role; several people are not one."""
    tokens = narration_of(plain).tokens
    wanted = set(role_words(tokens[0])) if tokens else set()
    if is_group(plain):
        known = _roles_of(name, article) | _OFFICES
        may_be_one = bool(wanted & known) or not is_person(article, name)
        return None if may_be_one else False
    return True if wanted and wanted <= _roles_of(name, article) else None
