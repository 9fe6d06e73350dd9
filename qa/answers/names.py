"""Who a question already names, and the fullest form of a name that an article gives.

Whoever the question names is not whom it asks for, under none of his names. Both directions fail
closed: names are held to be one bearer's only where nothing in the article speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from corpus import Article, Span, fold, folded_words
from qa.answers.aliases import Alias, aliases_in, is_name_word
from qa.answers.mentions import Mention, is_title, listed, mentions_in, words_in_small_letters
from qa.questions import Question

_ASKS_FOR_A_NAME = re.compile(
    r"\b(?:real|full|true|birth|given|complete|whole|other|first|last|middle|maiden) names?\b"
    r"|\bnick ?name|\balias|\ba ?k ?a\b|\bknown (?:\w+ )?as\b|\bcalled\b|\bgoes by\b|\bgo by\b"
    r"|\bstands? for\b|\bshort for\b|\babbreviat|\bacronym|\binitials\b|\bidentity of\b"
    r"|\bnombres? (?:real|verdadero|completo|de pila)\b|\bverdadero nombre\b|\bapod[oa]"
    r"|\bsobrenombre|\bconocid[oa]s? (?:\w+ )?como\b|\bse llama|\bllaman\b"
    r"|\bsignifican?\b|\bsiglas\b"
)
_ASKS_WHO_IS = re.compile(
    r"(?:who|what|quien|quienes|que) (?:s|is|was|are|were|es|era|fue|son) (.+)"
)
_CHOICE = re.compile(r"\b(?:or|o|u|which of|cual de)\b")
_IN_PLACE = re.compile(r"\b(?:in|at|en) (?:the )?([^\W\d_a-z][\w'’-]*)(?!['’]s\b)")
_FILLERS = frozenset("the a an s el la los las un una and y of de del".split())


MOST_WORDS = 5
"""A name of more words is a headline or an organisation."""


def known_names(question: Question, article: Article) -> frozenset[str]:
    """The words of the question, with those of every name of whom it names.

    Args:
        question: Its capitalised words are names; where it has none, every content word may be.
        article: What gives the fuller forms ("Galvez" is Gerson Gálvez Calle) and the aliases.
    """
    return frozenset(folded_words(question.text)) | _named(question.text, question, article)


def is_already_named(question: Question, article: Article, answer: Span) -> bool:
    """Whether the answer names only somebody whom the question names, under any name.

    Returns:
        False, too, when the answer says more than the name, when the question offers a choice
        ("Trump or Clinton?"), and when it asks for another name of the same bearer, unless the
        answer only repeats the question's words.
    """
    written = article.text[answer.start : answer.end]
    words = {word for word in folded_words(written) if word not in _FILLERS and not is_title(word)}
    if not words or not any(char.isupper() for char in written):
        return False
    asked = set(folded_words(question.text))
    if _CHOICE.search(fold(question.text)):
        return False
    if _asks_for_a_name(question, article) or asked & listed("kin"):
        return words <= _names_asked(question, article)
    return words <= _named(question.text, question, article)


def full_form(article: Article, answer: Span) -> Span | None:
    """The fullest form of a name that the article gives, where it first stands so.

    Returns:
        "Gerson Gálvez Calle" for "Gálvez" or his alias, the words behind an acronym; ``None``
        when the answer is no name, when nothing fuller is given, and when it could be the name
        of two. A title makes no name fuller.
    """
    written = article.text[answer.start : answer.end]
    words = _words_of_name(written)
    if not words:
        return None
    for alias in aliases_in(article.text):
        if alias.other == words and (alias.is_short or alias.words != words):
            return _bearer(article.text, alias, words)
    fullest = _fullest(words, article.text)
    return Span(fullest.start, fullest.end) if fullest else None


@lru_cache(maxsize=1024)  # Readings of one article are compared with each other.
def name_forms(article: Article, answer: Span) -> frozenset[tuple[str, ...]]:
    """Every form of the answer's name in the article, as folded words: its own, fuller, aliases.

    Empty when the answer is no name.
    """
    words = _words_of_name(article.text[answer.start : answer.end])
    if not words:
        return frozenset()
    forms = {words}
    if full := full_form(article, answer):
        forms.add(_words_of_name(article.text[full.start : full.end]))
    for alias in aliases_in(article.text):
        if alias.words in forms or alias.other in forms:
            forms |= {alias.words, alias.other}
    return frozenset(form for form in forms if form)


def is_one_bearer(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two names can be one bearer's: the shorter one's words stand in the longer in order.

    An initial stands for a name that begins with it. "Jr." makes another bearer.
    """
    if listed("suffixes") & {*first} != listed("suffixes") & {*second}:
        return False
    shorter, longer = sorted((first, second), key=len)
    rest = iter(longer)
    return all(any(_same_word(word, other) for other in rest) for word in shorter)


def may_be_short_for(short: tuple[str, ...], long: tuple[str, ...], article: Article) -> bool:
    """Whether a surname alone, in an article, can be that of a full name from elsewhere.

    Not where the article has another bearer of the surname.
    """
    place = _place_of(short, long)
    if len(short) != 1 or place < 1 or _is_no_person(long) or _is_place(short[0], article.text):
        return False
    bearers = [mention.words for mention in mentions_in(article.text) if short[0] in mention.words]
    return all(len(words) == 1 or is_one_bearer(words, long) for words in bearers)


def _bearer(text: str, alias: Alias, words: tuple[str, ...]) -> Span | None:
    """Whose alias it is, in the fullest form; ``None`` when it is given to two."""
    bearers = [other for other in aliases_in(text) if other.other == words]
    if any(not is_one_bearer(alias.words, other.words) for other in bearers):
        return None
    longest = max(bearers, key=lambda other: (len(other.words), -other.start))
    fuller = None if alias.is_short else _fullest(longest.words, text)
    return Span(fuller.start, fuller.end) if fuller else Span(longest.start, longest.end)


def _words_of_name(written: str) -> tuple[str, ...]:
    """The folded words of an answer that is a name; empty for any other answer."""
    parts = re.findall(r"[^\W_](?:[\w.'’-]*[^\W_])?", re.sub(r"['’]s\b", "", written))
    while parts and (is_title(parts[0]) or fold(parts[0]) in ("the", "el", "la", "los")):
        parts = parts[1:]
    particles = listed("particles")
    if all(len(part.strip(".")) < 2 for part in parts):
        return ()
    if any(not part[0].isupper() and part not in particles for part in parts):
        return ()
    return tuple(word for part in parts if part not in particles for word in folded_words(part))


@lru_cache(maxsize=4096)
def _fullest(words: tuple[str, ...], text: str) -> Mention | None:
    """The longest name of the one bearer that these words can mean; ``None`` when none or two."""
    fuller = [mention for mention in mentions_in(text) if _fits(words, mention, text)]
    if not fuller or (len(words) == 1 and _is_place(words[0], text)):
        return None
    # A first word that opens a sentence may be no name: other places are trusted more.
    sure = [mention for mention in fuller if not mention.opens_sentence] or fuller
    longest = max(sure, key=lambda mention: (len(mention.words), -mention.start))
    if any(not is_one_bearer(mention.words, longest.words) for mention in fuller):
        return None
    if len(words) == 1 and _is_used_before(words, min(m.start for m in fuller), text):
        return None
    return None if _has_two_honorifics(words[-1], text) else longest


def _is_used_before(words: tuple[str, ...], place: int, text: str) -> bool:
    """Whether a surname stands alone before anybody of that name is introduced.

    Then it may be somebody's who needs no introduction: an article that speaks of Obama and later
    of Michelle Obama. A line that ends no sentence is a headline, which introduces nobody.
    """
    for mention in mentions_in(text):
        if mention.words == words and mention.start < place:
            line = text[: text.find("\n", mention.end) % (len(text) + 1)].rstrip()
            if line.endswith((".", "!", "?", '"', "”", "’", ":", ";", "…")):
                return True
    return False


def _fits(words: tuple[str, ...], mention: Mention, text: str) -> bool:
    """Whether a mention is a fuller form of these words, by where they stand in it.

    Given names come before, and one more surname may follow, as in Spanish. Words that only
    follow make another name ("Trump Tower"), unless the last of these stands alone elsewhere,
    as the surname of "Gerson Gálvez" does before "Calle".
    """
    place = _place_of(words, mention.words)
    before, after = place, len(mention.words) - place - len(words)
    if place < 0 or before + after == 0 or after > 1 or _is_no_person(mention.words):
        return False
    shouted = text[mention.start : mention.end].isupper()
    added = (*mention.words[:before], *mention.words[before + len(words) :])
    if shouted or len(mention.words) > MOST_WORDS or all(is_title(word) for word in added):
        return False
    if mention.opens_sentence and before == 1 and after:
        return False
    if listed("suffixes") & {*mention.words} - {*words}:
        return True  # A son or a father: it does not fit, but makes two of the name.
    if after and not (before or (len(words) > 1 and _stands_alone(words[-1], text))):
        return False
    return not after or mention.words[-1] not in words_in_small_letters(text)


def _is_no_person(words: tuple[str, ...]) -> bool:
    """Whether a name is rather an organisation's or a place's: no surname makes that fuller."""
    return bool(listed("organisations") & {*words}) or words[0] in listed("beginnings")


def _place_of(words: tuple[str, ...], within: tuple[str, ...]) -> int:
    """Where words stand in other words, in one piece; -1 where they don't."""
    for place in range(len(within) - len(words) + 1):
        if within[place : place + len(words)] == words:
            return place
    return -1


def _same_word(first: str, second: str) -> bool:
    is_initial = len(first) == 1 or len(second) == 1
    return first == second or (is_initial and first[0] == second[0])


def _named(text: str, question: Question, article: Article) -> frozenset[str]:
    return _closure(_names_asked(question, article), fold(text), article.text)


def _names_asked(question: Question, article: Article) -> frozenset[str]:
    """The words of the question that are names: capitalised, or names in the article."""
    if question.names:
        return question.names
    in_article = {word for mention in mentions_in(article.text) for word in mention.words}
    others = {word for alias in aliases_in(article.text) for word in alias.other}
    return frozenset(question.words) & (in_article | others)


@lru_cache(maxsize=4096)
def _closure(names: frozenset[str], question: str, text: str) -> frozenset[str]:
    """Names with the fuller forms and the aliases that a text gives to their bearers."""
    known = set(names)
    asked = tuple(question.split())
    for _ in range(3):  # An alias leads to a name, the name to a fuller one, that to an alias.
        before = len(known)
        for name in sorted(known):
            fuller = _fullest((name,), text) if is_name_word(name) else None
            if fuller and _agrees(fuller.words, asked, known):
                known |= {*fuller.words}
        for alias in aliases_in(text):
            if _is_meant(alias, known, text):
                known |= {*alias.words, *alias.other}
        if len(known) == before:
            break
    return frozenset(known)


def _agrees(words: tuple[str, ...], asked: tuple[str, ...], known: Iterable[str]) -> bool:
    """Whether the question gives no other first name: "Michelle Obama" is not Barack Obama."""
    for place, word in enumerate(asked[:-1]):
        if asked[place + 1] in words and word in known and word not in words:
            return False
    return True


def _is_meant(alias: Alias, known: Iterable[str], text: str) -> bool:
    """Whether known words name the bearer of an alias: all of the alias, or a part of the name.

    A first name alone names him only where nobody else in the article has it.
    """
    words = {word for word in alias.words if is_name_word(word)}
    shared = words & {*known}
    if alias.other and {*alias.other} <= {*known}:
        return True
    if alias.is_short:
        return words <= {*known}
    if not shared or (shared == {alias.words[0]} and len(words) > 1):
        bearers = {m.words for m in mentions_in(text) if alias.words[0] in m.words[:1]}
        return bool(shared) and all(is_one_bearer(alias.words, bearer) for bearer in bearers)
    return True


def _asks_for_a_name(question: Question, article: Article) -> bool:
    folded = fold(question.text)
    if _ASKS_FOR_A_NAME.search(folded):
        return True
    who_is = _ASKS_WHO_IS.fullmatch(folded)
    names = _names_asked(question, article) | _FILLERS | listed("particles")
    return bool(who_is) and all(word in names for word in who_is[1].split()) if who_is else False


def _stands_alone(word: str, text: str) -> bool:
    return any(mention.words == (word,) for mention in mentions_in(text))


@lru_cache(maxsize=256)
def _places(text: str) -> frozenset[str]:
    return frozenset(word for found in _IN_PLACE.findall(text) for word in folded_words(found))


def _is_place(word: str, text: str) -> bool:
    """Whether the article says somewhere that something is in it."""
    return word in _places(text)


def _has_two_honorifics(surname: str, text: str) -> bool:
    """Whether a man and a woman of the name are told apart: "Mr. Clinton", "Mrs. Clinton"."""
    before = {
        honorific.lower()
        for honorific, name in re.findall(r"\b(Mr|Mrs|Ms|Sr|Sra)\.? ([^\W\d_][\w'’-]*)", text)
        if fold(name) == surname
    }
    return bool(before & {"mr", "sr"} and before & {"mrs", "ms", "sra"})
