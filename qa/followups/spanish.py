"""Follow-ups in Spanish: the question words, "él", "su", and the subject that is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups.fragments import filled
from qa.followups.names import names_in
from qa.followups.referents import referent
from qa.followups.tokens import LEADS, Tokens
from qa.followups.turns import Turn
from qa.followups.words import fold_token, listed

_LEAD = re.compile(r"^[¿¡\s]*(?:(?:y|e|pero|entonces)\s+)?", re.IGNORECASE)
_SHORT = {"primero": "primer", "tercero": "tercer"}


def is_spanish(question: str) -> bool:
    """Whether a question, however short, is in Spanish.

    >>> is_spanish("¿Y en 2016?"), is_spanish("por qué?"), is_spanish("And in 2016?")
    (True, True, False)
    """
    if "¿" in question:
        return True
    names = [fold_token(token) for token in question.split()]
    marks = [name for name in names if name in listed("spanish", "marks")]
    return bool(marks) and len(marks) * 3 >= len(names)


def completed(question: str, turns: Sequence[Turn]) -> str | None:
    """The question with what it leaves out; ``None`` where it leaves out nothing that is known."""
    tokens = _tokens(question)
    if not tokens:
        return None
    last = turns[-1]
    end = _asking_end(tokens)
    if end == len(tokens) or (end and _is_more(tokens[end:])):
        return _swapped(tokens, end, last, question)
    if end == 0 and len(tokens) <= 5 and _LEAD.match(question) and _goes_on(question):
        tried = (_fragment(tokens, turn, question) for turn in reversed(turns))
        return next((found for found in tried if found), None)
    return _with_person(tokens, turns, question)


def _tokens(text: str) -> Tokens:
    rest = _LEAD.sub("", re.sub(r"\s*\([^()]*\)\s*$", "", text))
    return tuple(token for token in re.sub(r"[?!.¿¡]+\s*$", "", rest).split() if fold_token(token))


def _goes_on(question: str) -> bool:
    return fold_token(question.split(maxsplit=1)[0]) in LEADS or len(question.split()) <= 3


def _is_more(tokens: Tokens) -> bool:
    return [fold_token(token) for token in tokens] == ["mas"]


def _asking_end(tokens: Tokens) -> int:
    """How many tokens at the start ask: 0 where none does."""
    names = [fold_token(token) for token in tokens]
    if names[:2] == ["por", "que"]:
        return 2
    start = 1 if names[0] in listed("spanish", "prepositions") else 0
    if start >= len(names) or names[start] not in listed("spanish", "question"):
        return 0
    has_accent = any(char in "áéíóúÁÉÍÓÚ" for char in tokens[start])
    is_counting = names[start].startswith("cuant") and names[start] != "cuanto"
    if is_counting and len(names) == start + 2:
        return start + 2
    if names[start] == "que" and not has_accent and len(names) > start + 1:
        return 0 if start == 0 and len(names) > 6 else start + 1
    return start + 1


def _swapped(tokens: Tokens, end: int, turn: Turn, like: str) -> str | None:
    before = _tokens(turn.question)
    old = _asking_end(before) if before else 0
    if old == len(before):
        return None
    if not old:
        is_open = bool(before) and not _is_more(tokens[end:])
        statement = [before[0][:1].lower() + before[0][1:], *before[1:]] if is_open else []
        return _written([*tokens[:end], *statement], like) if statement else None
    if _is_more(tokens[end:]):
        same = fold_token(tokens[0]) == fold_token(before[0])
        return _written([*before[:old], "más", *before[old:]], like) if same else None
    asked = fold_token(before[old - 1])
    rest = before[old:]
    if asked in ("quien", "quienes"):
        if not turn.answer:
            return None
        verb = _verb_end(rest)
        rest = (*rest[:verb], turn.answer, *rest[verb:])
    return _written([*tokens[:end], *rest], like)


def _verb_end(rest: Tokens) -> int:
    place = 0
    small = listed("spanish", "clitics") | listed("spanish", "auxiliaries")
    while place < len(rest) - 1 and fold_token(rest[place]) in small:
        place += 1
    return place + 1


def _fragment(tokens: Tokens, turn: Turn, like: str) -> str | None:
    before = _tokens(turn.question)
    names = [fold_token(token) for token in before]
    last = fold_token(tokens[-1])
    if last in listed("spanish", "ordinals"):
        place = next(
            (i for i, name in enumerate(names) if name in listed("spanish", "ordinals")), None
        )
        if place is None:
            return None
        is_noun_next = place + 1 < len(names) and names[place + 1] not in listed(
            "spanish", "prepositions"
        )
        word = _SHORT.get(last, tokens[-1]) if is_noun_next else tokens[-1]
        return _written([*before[:place], word, *before[place + 1 :]], like)
    if swapped_name := _renamed(tokens, before):
        return _written(swapped_name, like)
    found = filled(tokens, Turn(turn.asked, " ".join(before), turn.answer, turn.sentence), like)
    return _written(found.rstrip("?").split(), like) if found else None


def _renamed(tokens: Tokens, before: Tokens) -> list[str]:
    """The question before with its one name, or its one known place, replaced."""
    name, text = " ".join(tokens), " ".join(before)
    if names_in(name, first_counts=True) != [name]:
        return []
    names = names_in(" ".join(before[1:]), first_counts=True)
    places = [one for one in names if fold_token(one) in listed("places")]
    old = names if len(names) == 1 else places
    return text.replace(old[0], name).split() if len(old) == 1 else []


def leaves_out(question: str) -> bool:
    """Whether it only asks, or only names something: more must be taken over."""
    tokens = _tokens(question)
    end = _asking_end(tokens) if tokens else 0
    return bool(tokens) and (end == len(tokens) or (end == 0 and len(tokens) <= 3))


def _with_person(tokens: Tokens, turns: Sequence[Turn], like: str) -> str | None:
    """The question with "él", "su" or a subject that is not there replaced."""
    names = [fold_token(token) for token in tokens]
    person = _topic(turns)
    if person is None or names_in(" ".join(tokens[1:]), first_counts=True):
        return None
    explicit = [i for i, token in enumerate(tokens) if _is_pronoun(token, names, i)]
    if explicit:
        place = explicit[0]
        return _written([*tokens[:place], person, *tokens[place + 1 :]], like)
    owners = [i for i, name in enumerate(names) if name in ("su", "sus") and i + 1 < len(names)]
    if owners:
        place = owners[0]
        article = _article(names[place + 1], is_plural=names[place] == "sus")
        behind = [*tokens[:place], article, tokens[place + 1], "de", person, *tokens[place + 2 :]]
        return _written(behind, like)
    is_short = len(tokens) <= 4 and _asking_end(tokens) > 0 and names[-1] not in ("mas",)
    has_subject = set(names) & {"el", "la", "los", "las", "un", "una"}
    return _written([*tokens, person], like) if is_short and not has_subject else None


def _is_pronoun(token: str, names: Sequence[str], place: int) -> bool:
    """For "Él" and "ella"; without its accent "el" is a pronoun only at the end."""
    name = names[place]
    if name == "el":
        return "é" in token.casefold() or place == len(names) - 1
    return name in ("ella", "ellos", "ellas")


def _article(noun: str, *, is_plural: bool) -> str:
    is_feminine = noun.rstrip("s").endswith(("a", "cion", "sion", "dad", "edad"))
    if is_plural:
        return "las" if is_feminine else "los"
    return "la" if is_feminine else "el"


def _topic(turns: Sequence[Turn]) -> str | None:
    """Whom or what the turns before are about: the answer to "who", or a name of the question."""
    named: list[str] = []
    for turn in reversed(turns):
        before = _tokens(turn.question)
        asked = [fold_token(token) for token in before[: _asking_end(before)]] if before else []
        names = names_in(" ".join(before[1:]), first_counts=True)
        is_who = bool(set(asked) & {"quien", "quienes"})
        if is_who and turn.answer and not _is_asked_about(before, names):
            return turn.answer
        if people := [name for name in names if referent(name).is_person]:
            return people[0]
        named += names
    return next(iter(named), None)


def _is_asked_about(before: Tokens, names: Sequence[str]) -> bool:
    """Whether it is "¿Quién es NAME?"."""
    return len(before) > 2 and bool(names) and " ".join(before[2:]) == names[0]


def _written(tokens: Sequence[str], like: str) -> str:
    text = " ".join(tokens)
    letter = next((char for char in like if char.isalpha()), "")
    first = text[:1].upper() if letter.isupper() else text[:1].lower()
    text = first + text[1:]
    return ("¿" if "¿" in like else "") + text + ("?" if "?" in like else "")
