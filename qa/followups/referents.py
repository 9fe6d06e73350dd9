"""What a pronoun can stand for: the people, things and places of a turn, likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qa.followups.clauses import Clause
from qa.followups.names import NO_TOPICS, names_in
from qa.followups.tokens import Tokens, is_owner, trimmed
from qa.followups.turns import Turn
from qa.followups.words import auxiliary_family, listed, plain

LONGEST = 10
"""A phrase of more words was taken apart wrongly, as a rule, and makes a question unreadable."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Something that was named before."""

    text: str
    is_person: bool | None
    """``None`` where the words don't tell."""
    is_plural: bool = False
    preposition: str = ""
    """The word before it in its question: ``in`` before a place."""
    role: str = "name"
    """``answer``, ``subject``, ``object`` or ``name``."""

    @property
    def is_place(self) -> bool:
        """Whether it was said where something is, or is a known place."""
        last = plain(self.text.split()[-1])
        return self.preposition in ("in", "at", "en") or last in listed("places")


def referent(
    text: str, *, preposition: str = "", role: str = "name", who: bool = False
) -> Referent:
    """What a text names, as far as its words tell.

    >>> referent("Carlos MacDowell").is_person, referent("the Barrio Kings").is_person
    (True, False)
    """
    tokens = text.split() or [text]
    is_plural = _is_plural(tokens)
    return Referent(text, _is_person(tokens, who=who), is_plural, preposition, role)


def _head(tokens: Sequence[str]) -> str:
    """The noun that a phrase turns on: the last before "of" and its like."""
    names = [plain(token) for token in tokens]
    place = next(
        (i for i, name in enumerate(names) if i and name in listed("prepositions")), len(names)
    )
    return names[place - 1] if names else ""


def _is_person(tokens: Sequence[str], *, who: bool) -> bool | None:
    names = [plain(token) for token in tokens]
    head = _head(tokens)
    is_common = not tokens[-1][:1].isupper() or len(tokens) < 3 or head != names[-1]
    is_role = head in listed("people") | listed("many_people")
    if (is_role and is_common) or names[0] in listed("titles"):
        return True
    if any(is_owner(token) for token in tokens[:-1]):
        return False
    known = _known_thing(tokens, names, head)
    if known:
        return False
    if _given(names[0]) or (len(names) > 1 and who):
        return True
    if who and (tokens[0][:1].isupper() or not any(t[:1].isupper() for t in tokens)):
        return True
    return None


def _known_thing(tokens: Sequence[str], names: Sequence[str], head: str) -> bool:
    if head in listed("organisations") | listed("places"):
        return True
    has_digit = any(char.isdigit() for char in "".join(tokens))
    is_acronym = len(tokens[0]) > 1 and tokens[0].isupper()
    return has_digit or is_acronym or names[0] in ("the", "a", "an", "this", "los", "las")


def _given(name: str) -> str | None:
    """``he`` or ``she`` for a given name."""
    return next((who for who in ("he", "she") if name in listed("given_names", who)), None)


def gender_of(found: Referent) -> str | None:
    """``he`` or ``she`` where a given name tells."""
    return _given(plain(found.text.split()[0]))


def _is_plural(tokens: Sequence[str]) -> bool:
    names = [plain(token) for token in tokens]
    if any(name in ("and", "y") for name in names) or any(t.endswith(",") for t in tokens[:-1]):
        return True
    head = _head(tokens)
    if head in listed("many_people") | {"states", "nations"}:
        return True
    is_noun = not tokens[-1][:1].isupper()
    return (
        is_noun and len(head) > 3 and head.endswith("s") and not head.endswith(("ss", "us", "is"))
    )


def candidates(turn: Turn) -> list[Referent]:
    """Everything that a turn names, likeliest first, each once."""
    named = [*_from_question(turn), *_from_sentence(turn)]
    described = _described(turn)
    is_thing = bool(described) and described[0].is_person is False
    found = [*_from_answer(turn), *(described if is_thing else ()), *named, *described]
    kept: dict[str, Referent] = {}
    for one in found:
        if len(one.text.split()) > LONGEST:
            continue
        key = one.text.casefold()
        if key in kept and one.preposition and not kept[key].preposition:
            kept[key] = replace(kept[key], preposition=one.preposition)
        kept.setdefault(key, one)
    return list(kept.values())


def _from_answer(turn: Turn) -> Iterator[Referent]:
    clause = turn.clause
    if turn.answer is None or clause is None or names_its_topic(clause):
        return
    if any(char.isdigit() for char in turn.answer) or clause.counted_many:
        return
    if clause.asks == "where":
        yield Referent(turn.answer, False, False, "in", "place")
    elif clause.asks in ("who", "whom", "whose"):
        yield referent(turn.answer, role="answer", who=True)
    elif clause.asks in ("what", "which"):
        head = _head(clause.counted) if clause.counted else ""
        is_person = head in listed("people") if head else None
        found = referent(turn.answer, role="answer", who=bool(is_person))
        yield replace(found, is_person=found.is_person if is_person in (None, True) else False)


def names_its_topic(clause: Clause) -> bool:
    """Whether it asks about somebody it names ("Who is Luis Pantoja?"), not for a name."""
    if clause.form == "copula" and clause.asks == "who":
        return plain(clause.subject[0]) not in listed("determiners")
    return any(plain(token) in ("called", "named") for token in clause.rest) and bool(
        clause.subject
    )


def _from_question(turn: Turn) -> Iterator[Referent]:
    clause = turn.clause
    if clause is None:
        yield from noun_phrases(trimmed(turn.question.split()))
        return
    who = clause.asks == "who" and names_its_topic(clause)
    if clause.subject and plain(clause.subject[0]) not in NO_TOPICS:
        yield from _owner_of(clause)
        yield referent(" ".join(clause.subject), role="subject", who=who)
    rest = clause.rest
    has_verb = bool(rest) and not rest[0][:1].isupper()
    skipped = 1 if has_verb and plain(rest[0]) not in listed("prepositions") else 0
    for one in noun_phrases(rest[skipped:]):
        yield replace(one, role="object" if not one.preposition else "name")
    if clause.counted_many:
        yield _counted(clause, turn)
    elif clause.counted:
        yield from noun_phrases(clause.counted[1:])
    yield from noun_phrases(clause.subject, inner=True)
    yield from noun_phrases(rest, inner=True)


def _owner_of(clause: Clause) -> Iterator[Referent]:
    """The Paris Agreement of "the Paris Agreement's aim": the topic, more than its aim is."""
    tokens = clause.subject
    place = next((i for i, token in enumerate(tokens) if is_owner(token)), None)
    if place is not None and place + 1 < len(tokens):
        owner = re.sub(r"['’]s?$", "", " ".join(tokens[: place + 1]))
        yield referent(owner, role="subject")
    elif clause.form == "copula" and "of" in tokens[:-1]:
        yield referent(" ".join(tokens[tokens.index("of") + 1 :]), role="subject")


def _described(turn: Turn) -> list[Referent]:
    """Whom or what a question without an answer asks for: "the rover that landed on Mars"."""
    clause = turn.clause
    if clause is None or turn.sentence or clause.form != "subject" or clause.counted_many:
        return []
    what = " ".join((*clause.auxiliary, *clause.rest))
    if [plain(token) for token in clause.asking] == ["who"]:
        return [Referent(f"the person who {what}", None, False, "", "described")]
    if not clause.counted:
        return []
    noun = " ".join(clause.counted)
    is_person = _head(clause.counted) in listed("people")
    return [
        Referent(f"the {noun} that {what}", is_person, _is_plural(clause.counted), "", "answer")
    ]


def _counted(clause: Clause, turn: Turn) -> Referent:
    """What "how many" counts: "the prosecutors", with their number where it was answered."""
    noun = " ".join(clause.counted)
    return replace(referent(f"the {noun}"), is_plural=True)


def _from_sentence(turn: Turn) -> Iterator[Referent]:
    asked = {plain(token) for token in turn.question.split()}
    clause = turn.clause
    who = turn.answer is None and clause is not None and clause.asks == "who"
    for name in names_in(turn.sentence):
        if not {plain(token) for token in name.split()} & asked:
            yield referent(name, who=who)
            who = False


def noun_phrases(tokens: Tokens, *, inner: bool = False) -> Iterator[Referent]:
    """The phrases between prepositions, "of" kept inside; with ``inner`` the names alone."""
    if inner:
        for name in names_in(" ".join(tokens), first_counts=True):
            yield referent(name, preposition=_before(tokens, name))
        return
    phrase: list[str] = []
    preposition = ""
    for token in (*tokens, "in"):
        name = plain(token)
        is_ordinal = name in listed("ordinals")
        is_adverb = is_ordinal and not phrase
        small = listed("prepositions") - {"of"} | listed("adverbs")
        ends = name in small and not is_ordinal
        if name in listed("determiners") and phrase and plain(phrase[-1]) not in ("of", "and"):
            yield referent(" ".join(phrase), preposition=preposition)
            phrase = []
        if not ends and not auxiliary_family(name) and not is_adverb:
            phrase.append(token.rstrip(","))
            continue
        if phrase and plain(phrase[-1]) not in NO_TOPICS | listed("determiners"):
            yield referent(" ".join(phrase), preposition=preposition)
        phrase, preposition = [], name if name in listed("prepositions") else ""


def _before(tokens: Tokens, name: str) -> str:
    first = name.split(maxsplit=1)[0]
    for place, token in enumerate(tokens):
        if token.startswith(first) and place:
            before = plain(tokens[place - 1])
            return before if before in listed("prepositions") else ""
    return ""
