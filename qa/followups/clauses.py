"""A question taken apart: what asks, the auxiliary, the subject, and the rest.

    How many votes | did | Beijing | get in the second round?
    question       | aux | subject | rest

A question whose subject asks ("Who directs it?") has no subject of its own; all is in ``rest``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from qa.followups import words
from qa.followups.tokens import Tokens, is_owner, tokens_of, trimmed
from qa.followups.words import auxiliary_family, listed, plain

Form = Literal["subject", "inverted", "copula", "polar"]

_PERSON_OR_THING = frozenset({"who", "what", "which", "whose"})


@dataclass(frozen=True, slots=True)
class Clause:
    """The parts of a question, as they are written."""

    asking: Tokens
    """``How many votes``; empty for a question that takes yes or no."""
    auxiliary: Tokens
    subject: Tokens
    rest: Tokens
    form: Form

    @property
    def asks(self) -> str:
        """Its question word, folded; empty where it takes yes or no."""
        found = [plain(token) for token in self.asking if words.is_question_word(plain(token))]
        return found[0] if found else ""

    @property
    def counted(self) -> Tokens:
        """``votes`` of "how many votes", ``cities`` of "which cities"; what is asked about."""
        names = [plain(token) for token in self.asking]
        for place, name in enumerate(names):
            if name in ("which", "what", "whose"):
                return self.asking[place + 1 :]
            if name in ("many", "much", "few") and place and names[place - 1] == "how":
                return self.asking[place + 1 :]
        return ()

    @property
    def counted_many(self) -> bool:
        """Whether it asks how many of something there are."""
        names = [plain(token) for token in self.asking]
        return names[:1] == ["how"] and names[1:2] in (["many"], ["much"], ["few"])

    @property
    def is_about_a_part(self) -> bool:
        """Whether what asks is a subject or object, not a time, place, manner or reason."""
        if not self.asking or plain(self.asking[0]) in listed("prepositions"):
            return False
        first = plain(self.asking[0])
        second = plain(self.asking[1]) if len(self.asking) > 1 else ""
        return first in _PERSON_OR_THING | {"whom"} or second in ("many", "much", "few")


def asking_end(tokens: Tokens) -> int:
    """How many tokens at the start ask: 0 where none does.

    >>> asking_end(("How", "many", "police", "took", "part"))
    3
    """
    names = [plain(token) for token in tokens]
    start = 1 if names[:1] and names[0] in listed("prepositions") and len(names) > 1 else 0
    if start >= len(names) or not words.is_question_word(names[start]):
        return 0
    word, after = names[start], start + 1
    if after < len(names) and names[after] == "else":
        return after + 1
    if word == "how" and after < len(names):
        if names[after] in ("many", "much", "few"):
            return _noun_end(tokens, names, after + 1)
        is_measure = names[after] in listed("measures")
        return after + 1 if is_measure else after
    if word in ("which", "what", "whose"):
        return _noun_end(tokens, names, after)
    return after


def _noun_end(tokens: Tokens, names: Sequence[str], start: int) -> int:
    """Where the noun that a question word goes with ends: at the verb."""
    if names[start : start + 1] and names[start] in listed("prepositions") | {"not"}:
        return start
    if names[start - 1] in ("what", "who") and _is_verb_at_once(tokens, names, start):
        return start
    place = start
    while place < len(names):
        is_in_relative = any(name in ("that", "who") for name in names[start:place])
        if auxiliary_family(names[place]) and not _is_of_relative(names, place, is_in_relative):
            return place
        is_noun = place == start or names[place - 1] in listed("determiners") | {"of"}
        if not is_noun and not is_in_relative and _is_finite(tokens, place):
            return place
        place += 1
    return len(names)


def _is_of_relative(names: Sequence[str], place: int, is_in_relative: bool) -> bool:
    """Whether an auxiliary belongs to "that are ...", with the question's own still to come."""
    follows_directly = is_in_relative and names[place - 1] in ("that", "who")
    return follows_directly and any(auxiliary_family(name) for name in names[place + 1 :])


def _is_verb_at_once(tokens: Tokens, names: Sequence[str], start: int) -> bool:
    """Whether a verb follows "what": "what brought", but not "what ships opened"."""
    if start >= len(names) or tokens[start][:1].isupper():
        return False
    if words.is_past(names[start]):
        return True
    later = range(start + 1, len(names))
    has_other = any(auxiliary_family(names[i]) or _is_finite(tokens, i) for i in later)
    return len(names) > start + 1 and names[start].endswith("s") and not has_other


def _is_finite(tokens: Tokens, place: int) -> bool:
    name = plain(tokens[place])
    if tokens[place][:1].isupper():
        return False
    before = plain(tokens[place - 1])
    is_after_plural = before.endswith("s") or before in listed("many_people")
    return (
        words.is_past(name)
        or words.is_third_person(name)
        or (is_after_plural and words.is_base(name))
    )


def parse(text: str) -> Clause | None:
    """Take a question apart; ``None`` where that fails.

    >>> parse("Where was he arrested?")  # doctest: +NORMALIZE_WHITESPACE
    Clause(asking=('Where',), auxiliary=('was',), subject=('he',), rest=('arrested',),
    form='inverted')
    >>> parse("Who directs it?").rest
    ('directs', 'it')
    """
    tokens = trimmed(tokens_of(text))
    end = asking_end(tokens)
    asking, left = tokens[:end], tokens[end:]
    if not left:
        return None
    family = auxiliary_family(plain(left[0]))
    if not family:
        return Clause(asking, (), (), left, "subject") if asking else None
    if not asking:
        return _split(asking, left, family, "polar")
    first = plain(asking[0])
    can_be_subject = first in _PERSON_OR_THING or (len(asking) > 1 and first == "how")
    if can_be_subject and family != "do" and _goes_on(left, family):
        return Clause(asking, left[:1], (), left[1:], "subject")
    return _split(asking, left, family, "inverted")


def _goes_on(left: Tokens, family: str) -> bool:
    """Whether a verb follows the auxiliary at once, so that what asks is the subject."""
    place = 1
    while place < len(left) and plain(left[place]) in listed("adverbs"):
        place += 1
    if place >= len(left):
        return False
    name = plain(left[place])
    if left[place][:1].isupper():
        return False
    if family == "modal":
        return words.is_base(name) or name in ("be", "have")
    return words.is_participle(name) or (family == "be" and name in listed("prepositions"))


def _split(asking: Tokens, left: Tokens, family: str, form: Form) -> Clause | None:
    end = _subject_end(left[1:], family)
    if end is None:
        return None
    subject, rest = left[1 : 1 + end], left[1 + end :]
    first = plain(asking[0]) if asking else ""
    if form == "inverted" and family == "be" and first in _PERSON_OR_THING and not rest:
        form = "copula"
    return Clause(asking, left[:1], subject, rest, form)


def _subject_end(tokens: Tokens, family: str) -> int | None:
    """How many tokens are the subject; ``None`` where it can't be told."""
    names = [plain(token) for token in tokens]
    if not names:
        return None
    if _is_pronoun(names[0]):
        return 1
    for place in range(1, len(names)):
        if _is_verb_after(tokens, names, place, family):
            return _without_adverbs(names, place)
    if family == "be":
        return _predicate(tokens, names)
    return _capitals(tokens)


def _is_pronoun(name: str) -> bool:
    subject = ("he", "she", "it", "they", "there", "we", "you", "i")
    return name in subject or name in ("this", "that", "these", "those")


def _is_verb_after(tokens: Tokens, names: Sequence[str], place: int, family: str) -> bool:
    before = names[place - 1]
    is_name = tokens[place][:1].isupper()
    if is_name or before in listed("determiners") | listed("prepositions") | listed("ordinals"):
        return False
    if family in ("do", "modal"):
        return words.is_base(names[place]) or (family == "modal" and names[place] in ("be", "have"))
    return words.is_participle(names[place]) and names[place] not in listed("people")


def _without_adverbs(names: Sequence[str], place: int) -> int:
    while place > 1 and names[place - 1] in listed("adverbs"):
        place -= 1
    return place


def _predicate(tokens: Tokens, names: Sequence[str]) -> int:
    """The end of the subject of "is" where no verb follows: at the adjective, or at a place."""
    started = False
    for place, name in enumerate(names):
        if name in listed("adverbs") | {"from", "in", "at", "on"} and place:
            # "the name of the man in Brussels" keeps its place; "the EHT in 2017" does not
            return place
        if _is_name(tokens[place]):
            started = True
        elif started and name not in ("of", "the", "de", "and", "for") and place:
            before_is_name = _is_name(tokens[place - 1]) and not is_owner(tokens[place - 1])
            if before_is_name and name not in listed("prepositions"):
                return place
    return len(names)


def _is_name(token: str) -> bool:
    return token[:1].isupper() or token[:1].isdigit()


def _capitals(tokens: Tokens) -> int | None:
    """The run of capitals at the start: all there is to go by before an unknown verb."""
    place = 1 if plain(tokens[0]) in listed("determiners") else 0
    start = place
    while place < len(tokens) and tokens[place][:1].isupper():
        place += 1
    return place if place > start and place < len(tokens) else None
