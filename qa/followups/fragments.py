"""Follow-ups without a verb ("And in 2016?"): what they name goes into the question before.

Each rule looks there for something of the same kind: a date, a place, an ordinal, the subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.followups.clauses import Clause, asking_end
from qa.followups.tokens import Tokens, tokens_of, trimmed, written
from qa.followups.turns import Turn
from qa.followups.words import auxiliary_family, base_form, listed, plain

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
_DATE = rf"(?:(?:(?:el )?\d{{1,2}} (?:de )?)?{_MONTH}(?: \d{{1,2}},)?(?: (?:de )?\d{{4}})?|\d{{4}})"
TIME = re.compile(
    r"\b(?:(?:in|on|since|until|by|during|before|after|en|desde|hasta|durante)\s+"
    r"(?:early |late |mid-)?"
    rf"{_DATE}|el \d{{1,2}} de {_MONTH}(?: de \d{{4}})?|(?:last|this) (?:year|month|week))\b",
    re.IGNORECASE,
)
"""A date with its preposition: ``in May 2016``, ``on 4 November 2016``, ``en 2010``."""

_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_BEFORE = re.compile(r"^(?:(?:the|a) )?(?:year (?:before|earlier)|previous year)$")
_AFTER = re.compile(r"^(?:(?:the|a) )?(?:year (?:after|later)|(?:next|following) year)$")
_ABOUT = re.compile(r"^(?:and |but |so )?(?:what|how) about\s+", re.IGNORECASE)
_LEAD = re.compile(r"^\W*(?:and|but|so|also|y|e|pero)\b\s+\S", re.IGNORECASE)
_NO_NAMES = frozenset("other others rest latter former both all".split())
LONGEST = 7
"""A fragment of more words is a sentence or a search of its own."""


def fragment_of(question: str) -> Tokens:
    """What a follow-up without a verb names; empty for any other question.

    >>> fragment_of("What about the United States?")
    ('the', 'United', 'States')
    """
    is_about = _ABOUT.match(question) is not None
    rest = _ABOUT.sub("", question)
    tokens = trimmed(tokens_of(rest))
    is_led = is_about or _LEAD.match(question) is not None
    names = [plain(token) for token in tokens]
    if names[-1:] in (["one"], ["ones"]):
        tokens = tokens[:-1]
    if not tokens or len(tokens) > LONGEST or asking_end(tokens):
        return ()
    if any(auxiliary_family(name) for name in names) or set(names) & listed("question"):
        return ()
    is_time = TIME.fullmatch(" ".join(tokens)) is not None
    is_asked = len(tokens) <= 4 and question.rstrip().endswith("?")
    return tokens if is_led or is_time or is_asked else ()


def filled(fragment: Tokens, turn: Turn, like: str) -> str | None:
    """The question before with the fragment in the place of its like; ``None`` where none is."""
    tokens = trimmed(tokens_of(turn.question))
    before = " ".join(token for token in tokens if plain(token) != "else")
    text = " ".join(fragment)
    for rule in (_year, _time, _alike, _place, _owner, _slot):
        if (found := rule(text, fragment, before, turn)) is not None:
            return written(found.split(), like=like if "?" in like else like + "?")
    return None


def _year(text: str, fragment: Tokens, before: str, turn: Turn) -> str | None:
    """A year alone, or the one before: another year in the place of the last one."""
    plain_text = " ".join(plain(token) for token in fragment)
    year = _YEAR.search(before)
    if year is None:
        return None
    step = -1 if _BEFORE.match(plain_text) else 1 if _AFTER.match(plain_text) else 0
    other = str(int(year.group()) + step) if step else text
    if not step and not _YEAR.fullmatch(text):
        return None
    return before[: year.start()] + other + before[year.end() :]


def _time(text: str, fragment: Tokens, before: str, turn: Turn) -> str | None:
    """A date takes the place of the date, or goes to the end."""
    if _YEAR.fullmatch(text):
        text = f"in {text}"
    if not TIME.fullmatch(text):
        return None
    found = list(TIME.finditer(before))
    if not found:
        return f"{before} {text}"
    return before[: found[-1].start()] + text + before[found[-1].end() :]


def _alike(text: str, fragment: Tokens, before: str, turn: Turn) -> str | None:
    """What begins in the same word, or is an ordinal: "element 117" for "element 115"."""
    tokens = before.split()
    names = [plain(token) for token in tokens]
    parts = [plain(token) for token in fragment]
    if len(parts) <= 2 and parts[-1] in listed("ordinals"):
        places = [i for i, name in enumerate(names) if name in listed("ordinals")]
        return (
            " ".join([*tokens[: places[0]], fragment[-1], *tokens[places[0] + 1 :]])
            if places
            else None
        )
    if parts[-1].endswith("est") and any(name.endswith("est") for name in names):
        place = next(i for i, name in enumerate(names) if name.endswith("est"))
        return " ".join([*tokens[:place], fragment[-1], *tokens[place + 1 :]])
    skipped = _skip(parts)
    core, shared = parts[skipped:], parts[skipped] if skipped < len(parts) else ""
    if len(core) > 1 and shared in names and shared not in listed("determiners"):
        place = names.index(shared)
        end = min(place + len(core), len(tokens))
        return " ".join([*tokens[:place], *fragment[skipped:], *tokens[end:]])
    return None


def _skip(parts: list[str]) -> int:
    skipped = 0
    function = listed("prepositions") | listed("determiners") | {"el", "la", "en", "de", "del"}
    while skipped < len(parts) and parts[skipped] in function:
        skipped += 1
    return skipped


def _place(text: str, fragment: Tokens, before: str, turn: Turn) -> str | None:
    """A phrase with a preposition takes the place of the one with the same, or goes to the end."""
    preposition = plain(fragment[0])
    if preposition not in listed("prepositions") | listed("spanish", "prepositions"):
        return None
    if len(fragment) < 2:
        return None
    tokens = before.split()
    names = [plain(token) for token in tokens]
    places = [i for i, name in enumerate(names) if name == preposition and i]
    places = [i for i in places if not TIME.match(" ".join(tokens[i:]))]
    if not places:
        return f"{before} {text}"
    start = places[-1]
    return " ".join([*tokens[:start], *fragment, *tokens[_phrase_end(tokens, start + 1) :]])


def _phrase_end(tokens: list[str], start: int) -> int:
    """Where the phrase that begins here ends: at a verb or a preposition, "of" within it."""
    place = start
    while place < len(tokens):
        name = plain(tokens[place])
        stops = listed("prepositions") - {"of"} | listed("spanish", "prepositions") - {"de", "del"}
        is_name = tokens[place][:1].isupper()
        is_verb = place > start and not is_name and (auxiliary_family(name) or base_form(name))
        if name in stops or is_verb or (not is_name and name in listed("adverbs")):
            break
        place += 1
    return place


def _owner(text: str, fragment: Tokens, before: str, turn: Turn) -> str | None:
    """For "And China's?": another owner."""
    if not re.search(r"['’]s?$", text):
        return None
    tokens = before.split()
    for place, token in enumerate(tokens):
        if re.search(r"['’]s?$", token):
            start = place
            while (
                start
                and tokens[start - 1][:1].isupper()
                and plain(tokens[start - 1]) not in (listed("question"))
            ):
                start -= 1
            start -= bool(start) and plain(tokens[start - 1]) == "the"
            return " ".join([*tokens[:start], *fragment, *tokens[place + 1 :]])
    return None


def _slot(text: str, fragment: Tokens, before: str, turn: Turn) -> str | None:
    """A name takes the place of the phrase that is most like it: the subject, as a rule."""
    clause = turn.clause
    if clause is None or plain(fragment[-1]) in _NO_NAMES:
        return None
    is_common = not any(token[:1].isupper() for token in fragment)
    if clause.counted_many and clause.counted and is_common and clause.form == "subject":
        bare = fragment[1:] if plain(fragment[0]) == "the" else fragment
        asking = clause.asking[: -len(clause.counted)]
        return " ".join((*asking, *bare, *clause.auxiliary, *clause.subject, *clause.rest))
    slots = list(_slots(clause, turn))
    if not slots:
        return None
    best = max(slots, key=lambda slot: _likeness(slot, fragment, turn, clause))
    phrase = " ".join(best)
    place = before.rfind(phrase) if best != clause.subject else before.find(phrase)
    if place < 0:
        return None
    return before[:place] + text + before[place + len(phrase) :]


def _slots(clause: Clause, turn: Turn) -> Iterator[Tokens]:
    """The phrases of the question before that something else can be put for."""
    if clause.subject and plain(clause.subject[0]) != "there":
        yield clause.subject
        name = _last_name(clause.subject)
        if name and name != clause.subject:
            yield name
    rest = clause.rest
    start = 0 if rest and rest[0][:1].isupper() else 1
    while start < len(rest):
        end = _phrase_end(list(rest), start)
        if end > start and not TIME.fullmatch(" ".join(rest[max(0, start - 1) : end])):
            yield rest[start:end]
        start = max(end, start) + 1


def _last_name(tokens: Tokens) -> Tokens:
    """The name behind "of" in a subject: "the symbol of nihonium"."""
    names = [plain(token) for token in tokens]
    return tokens[names.index("of") + 1 :] if "of" in names else ()


def _likeness(slot: Tokens, fragment: Tokens, turn: Turn, clause: Clause) -> float:
    """How well a phrase and a fragment are of one kind."""
    score = 1.5 if slot == clause.subject else 0.0
    score += len(slot) == len(fragment)
    asked = [plain(token) for token in turn.asked.split()]
    is_from_fragment = len(asked) <= LONGEST and turn.asked != turn.question
    score += 3.0 * (is_from_fragment and plain(slot[-1]) in asked)
    score += 2.0 * (
        _article(slot) in ("el", "la", "los") and _article(fragment) in ("el", "la", "los")
    )
    places = listed("places")
    both_places = plain(slot[-1]) in places and plain(fragment[-1]) in places
    score += 2.0 * both_places
    if (
        slot != clause.subject
        and clause.subject[: -len(slot)]
        and slot == _last_name(clause.subject)
    ):
        score += 2.0
    return score


def _article(tokens: Tokens) -> str:
    return plain(tokens[0])
