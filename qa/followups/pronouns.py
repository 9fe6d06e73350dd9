"""Pronouns: each is replaced by what it stands for, unless the question says that itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from qa.followups import words
from qa.followups.clauses import asking_end, parse
from qa.followups.names import names_in
from qa.followups.referents import Referent, candidates, gender_of, referent
from qa.followups.tokens import Tokens, tokens_of
from qa.followups.turns import Turn
from qa.followups.words import auxiliary_family, listed, plain

CLASSES = ("he", "she", "it", "they")
_REPORTING = frozenset(
    "say says said think thinks thought claim claims claimed believe believes believed hope "
    "hopes hoped know knows knew expect expects promise promised admit admitted announce "
    "announced".split()
)


def without_pronouns(question: str, turns: Sequence[Turn]) -> tuple[str, bool]:
    """The question with its pronouns replaced.

    Args:
        question: As it was asked.
        turns: Those before it, oldest first.

    Returns:
        The question, and whether a pronoun is left in it that points back at nothing.
    """
    tokens = list(tokens_of(question))
    done: dict[str, Referent] = {}
    is_left = False
    for place in range(len(tokens)):
        pronoun = class_at(tokens, place)
        is_again = pronoun in done and (pronoun != "it" or is_possessive(tokens, place))
        if pronoun is None or is_again or _is_bound(tuple(tokens), place, pronoun):
            continue
        found = _place(tokens, place, turns) if pronoun == "there" else None
        if pronoun != "there":
            found = choose(pronoun, turns, taken=done.values())
        if found is None:
            is_left = True
            continue
        done[pronoun] = found
        _replace(tokens, place, found)
    text = " ".join(token for token in tokens if token) if done else question
    return text, is_left


def class_at(tokens: Sequence[str], place: int) -> str | None:
    """``he``, ``she``, ``it``, ``they`` or ``there`` for a word that points back as one of them."""
    name = plain(tokens[place])
    if "'" in tokens[place] or "’" in tokens[place]:  # "it's": no rule for what is left of it
        return None
    if name == "there":
        return None if _is_existential(tokens, place) else "there"
    if name == "it" and _is_empty(tokens, place):
        return None
    for cls in CLASSES:
        if name in listed("pronouns", cls):
            return cls
    pairs = (("his", "he"), ("hers", "she"), ("its", "it"), ("their", "they"))
    return next((cls for part, cls in pairs if name in listed("pronouns", part)), None)


def is_possessive(tokens: Sequence[str], place: int) -> bool:
    """Whether it owns what follows: "her" before a noun does, "her" at the end does not."""
    name = plain(tokens[place])
    if name != "her":
        return name in ("his", "its", "their", "hers", "theirs")
    if place + 1 >= len(tokens) or re.search(r"[?!.,;]$", tokens[place]):
        return False
    after = plain(tokens[place + 1])
    function = listed("prepositions") | listed("adverbs") | listed("determiners")
    return after not in function and not auxiliary_family(after)


def _is_existential(tokens: Sequence[str], place: int) -> bool:
    near = [*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2]]
    verbs = [plain(token) for token in near]
    return place + 1 < len(tokens) and any(
        auxiliary_family(verb) or verb.startswith("exist") for verb in verbs
    )


def _is_empty(tokens: Sequence[str], place: int) -> bool:
    """Whether "it" stands for nothing: "is it true", "how long does it take to"."""
    after = [plain(token) for token in tokens[place + 1 :]]
    if after[2:3] == ["time"] or after[:1] == ["feel"] or place == 0:
        return True
    if set(after[:4]) & listed("expletive"):
        first = next(name for name in after if name in listed("expletive"))
        behind = after[after.index(first) + 1 :]
        return bool(set(behind) & {"that", "to", "when", "if", "how", "why"}) or first in (
            "raining",
            "snowing",
            "true",
        )
    return after[:1] in (["take"], ["took"], ["cost"]) and "to" in after[1:]


def choose(
    pronoun: str, turns: Sequence[Turn], *, taken: Collection[Referent] = ()
) -> Referent | None:
    """What a pronoun most likely stands for; the last turn goes before the ones before it."""
    used = {one.text for one in taken}
    for turn in reversed(turns):
        found = [one for one in candidates(turn) if one.text not in used]
        sure = [one for one in found if _fits(pronoun, one) is True]
        likely = [one for one in found if _fits(pronoun, one) is None]
        if sure or likely:
            return (sure or likely)[0]
    return None


def _fits(pronoun: str, one: Referent) -> bool | None:
    """Whether a pronoun can stand for something; ``None`` where it may."""
    if pronoun in ("he", "she"):
        return _fits_person(pronoun, one)
    if one.role == "described":
        return None if pronoun == "they" else False
    is_place = one.role == "place" or one.preposition in ("in", "at", "on")
    if pronoun == "it":
        if one.is_person or one.is_plural or one.role == "place":
            return False
        return None if is_place else True
    if one.is_plural:
        return True
    return False if one.is_person or is_place else None


def _fits_person(pronoun: str, one: Referent) -> bool | None:
    is_other = one.is_plural or gender_of(one) not in (None, pronoun)
    if one.is_person is not None or is_other:
        return bool(one.is_person) and not is_other
    # People type names in lower case, and a lone word that does something may be one.
    is_common = one.text[:1].islower() and (one.role != "subject" or " " in one.text)
    is_common = is_common and one.role != "described"
    return False if one.is_place or is_common else None


def _place(tokens: Sequence[str], place: int, turns: Sequence[Turn]) -> Referent | None:
    for turn in reversed(turns):
        found = [one for one in candidates(turn) if one.role == "place" or one.is_place]
        if found:
            return found[0]
        objects = [one for one in candidates(turn) if one.role == "object" and not one.is_person]
        if objects:
            return objects[0]
    return None


def _is_bound(tokens: Tokens, place: int, pronoun: str) -> bool:
    """Whether the question itself has said what the pronoun stands for."""
    if _is_quoted(tokens, place):
        return True
    if pronoun == "there":
        return any(plain(token) in ("in", "at", "to", "from") for token in tokens[:place])
    is_owner = is_possessive(tokens, place)
    if is_owner and _is_own(tokens, place, pronoun):
        return True
    antecedent = _antecedent_end(tokens, place, pronoun)
    if antecedent is None:
        return False
    return is_owner or _is_in_clause_of_its_own(tokens, antecedent, place)


def _is_quoted(tokens: Tokens, place: int) -> bool:
    """Whether it is in words that somebody else said."""
    marks = sum(token.count('"') for token in tokens[:place])
    return marks % 2 == 1 or tokens[place].startswith('"')


def _is_in_clause_of_its_own(tokens: Tokens, antecedent: int, place: int) -> bool:
    """Whether a clause begins between a name and its pronoun: "Smith say (that) he would"."""
    between = [plain(token) for token in tokens[antecedent:place]]
    if set(between) & (listed("subordinators") | {"than", "as"}):
        return True
    return bool(between) and (between[-1] in _REPORTING or _begins_clause(tokens, place))


def _is_own(tokens: Tokens, place: int, pronoun: str) -> bool:
    """Whether who or what is asked for owns it: "Who moved his court from Warsaw to Krakow?"."""
    if 1 < place < asking_end(tokens) or (place > 1 and plain(tokens[place - 1]) == "and"):
        return True
    clause = parse(" ".join(tokens))
    if clause is None or clause.asks != "who" or clause.form != "subject" or clause.auxiliary:
        return False
    says_more = place > 3 or bool(names_in(" ".join(tokens[1:]), first_counts=True))
    return pronoun in ("he", "she") and says_more


def _begins_clause(tokens: Tokens, place: int) -> bool:
    """Whether a verb stands on both sides: "decided she wanted"."""
    before = plain(tokens[place - 1])
    after = plain(tokens[place + 1]) if place + 1 < len(tokens) else ""
    is_verb = words.base_form(before) is not None and not auxiliary_family(before)
    return is_verb and (words.is_past(after) or auxiliary_family(after) is not None)


def _antecedent_end(tokens: Tokens, place: int, pronoun: str) -> int | None:
    """Where what the pronoun can stand for ends, in the question before it."""
    end = asking_end(tokens)
    before = tokens[1:place]
    found = [referent(name) for name in names_in(" ".join(before), first_counts=True)]
    clause = parse(" ".join(tokens))
    if clause and clause.subject and end + 1 + len(clause.subject) <= place:
        found.append(referent(" ".join(clause.subject)))
    if clause and clause.form == "subject" and is_possessive(tokens, place) and clause.counted:
        found.append(referent(" ".join(clause.counted)))
    fitting = [one for one in found if _can_bind(pronoun, one)]
    if not fitting:
        return None
    last = plain(fitting[0].text.split()[-1])
    return next((i + 1 for i in range(place) if plain(tokens[i]) == last), end)


def _can_bind(pronoun: str, one: Referent) -> bool:
    if plain(one.text.split()[0]) in {"he", "she", "it", "they", "there", "i", "you", "we"}:
        return False
    if pronoun in ("he", "she"):
        last = plain(one.text.split()[-1])
        return not one.is_plural and last not in listed("organisations") | listed("places")
    return pronoun == "they" or one.is_person is not True


def _replace(tokens: list[str], place: int, found: Referent) -> None:
    token = tokens[place]
    if found.text.startswith(("The ", "A ", "An ")) and place:
        found = replace(found, text=found.text[:1].lower() + found.text[1:])
    tail = re.search(r"[?!.,;:]*$", token)
    mark = tail.group() if tail else ""
    if plain(token) == "there":
        preposition = found.preposition if found.preposition in ("in", "at", "on") else "in"
        tokens[place] = f"{preposition} {found.text}{mark}"
    elif is_possessive(tokens, place):
        _own(tokens, place, found.text, mark)
    else:
        tokens[place] = found.text + mark


def _own(tokens: list[str], place: int, owner: str, mark: str) -> None:
    """Put an owner where "his" stood: as "X's", or behind the noun where X is a long phrase."""
    end = place + 1
    stops = listed("prepositions") | listed("adverbs")
    while end < len(tokens) and plain(tokens[end]) not in stops and end < place + 4:
        end += 1
    is_long = " of " in owner or len(owner.split()) > 4
    if not is_long or end != len(tokens):
        tokens[place] = possessive(owner) + mark
        return
    behind = re.search(r"[?!.,;:]*$", tokens[end - 1])
    closing = behind.group() if behind else ""
    tokens[end - 1] = tokens[end - 1].removesuffix(closing) + f" of {owner}{closing}"
    tokens[place] = "the"


def possessive(owner: str) -> str:
    """The name with its apostrophe.

    >>> possessive("Morita"), possessive("the United States"), possessive("Carlos Moedas")
    ("Morita's", "the United States'", "Carlos Moedas's")
    """
    is_plural_form = owner.endswith("s") and owner.casefold().startswith("the ")
    return owner + ("'" if is_plural_form else "'s")
