"""CONDUCTOR of follow-ups: what a question leaves out is taken over from the turns before it.

    Spanish? -> only asks ("Why?") -> names something ("And in 2016?") -> pronouns -> brackets

Each kind of follow-up has a module in ``followups/``. A question that leaves nothing out stays as
it was typed, to the letter. Where no rule can rewrite a question, the names of the last turn go
in brackets behind it, so that what was added can be seen and edited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups import spanish
from qa.followups.fragments import filled, fragment_of
from qa.followups.names import names_in
from qa.followups.pronouns import without_pronouns
from qa.followups.referents import candidates
from qa.followups.swaps import asking_of, swapped, with_counted
from qa.followups.tokens import Tokens, tokens_of, trimmed, written
from qa.followups.turns import Turn, turn_of
from qa.followups.words import is_past, listed, plain
from qa.model import Answer

_FUNCTION = "in|on|at|by|with|from|to|for|and|is|was|are|were|has|had|will|ever|also"
"""What may follow "the crater" where these two words are the whole phrase."""


def standalone_question(question: str, history: Sequence[str | Answer]) -> str:
    """The question with what it leaves out.

    Args:
        question: As it was asked.
        history: The turns before it, oldest first: questions, which may be follow-ups themselves,
            or whole answers, whose answer and cited sentence are used as well.

    Returns:
        A question that can be understood without the turns; ``question`` itself where it leaves
        out nothing, or nothing before it helps.

    >>> standalone_question("And how old is he?", ["Who is Luis Pantoja?"])
    'How old is Luis Pantoja?'
    >>> standalone_question("How many prosecutors?", ["How many police took part in the raid?"])
    'How many prosecutors took part in the raid?'
    >>> standalone_question("Who won in Berlin?", ["Who directs the Andean Cartel?"])
    'Who won in Berlin?'
    """
    turns: list[Turn] = []
    for item in history:
        if isinstance(item, Answer):
            turns.append(turn_of(item))
        else:
            turns.append(Turn(item, _completed(item, turns), None, ""))
    return _completed(question, turns)


def _completed(question: str, turns: Sequence[Turn]) -> str:
    if not turns or not trimmed(question.split()):
        return question
    if spanish.is_spanish(question):
        fallback = _bracketed(question, turns) if spanish.leaves_out(question) else question
        return spanish.completed(question, turns) or fallback
    if (asking := asking_of(question)) is not None:
        return swapped(asking, turns[-1], question) or _bracketed(question, turns)
    return _with_names(question, turns)


def _with_names(question: str, turns: Sequence[Turn]) -> str:
    """A follow-up that says more than a question word."""
    resolved, is_left = without_pronouns(question, turns)
    if fragment := fragment_of(resolved):
        return _filled(question, fragment, turns)
    if is_left:
        return _bracketed(resolved, turns)
    if resolved != question:
        return written(trimmed(tokens_of(resolved)), like=question)
    return (
        with_counted(question, turns[-1]) or _definite(question, turns) or _of_few(question, turns)
    )


def _filled(question: str, fragment: Tokens, turns: Sequence[Turn]) -> str:
    """A fragment in the question before; "her predecessor" asks for a name of its own."""
    first = plain(trimmed(question.split())[0])
    if first in ("his", "her", "its", "their"):
        noun = plain(trimmed(question.split())[-1])
        asked = "who is" if noun in listed("people") else "what is"
        return written(asked.split(), fragment, like=question)
    return filled(fragment, turns[-1], question) or _bracketed(question, turns)


def _definite(question: str, turns: Sequence[Turn]) -> str | None:
    """For "The crater", where the turn before names the Jezero Crater."""
    if names_in(question):
        return None
    for one in [one for turn in reversed(turns[-2:]) for one in candidates(turn)]:
        *front, noun = one.text.split()
        if not front or not noun[0].isupper():
            continue
        pattern = rf"\bthe {re.escape(noun.casefold())}\b(?=[?!.]*$| (?:{_FUNCTION})\b)"
        if match := re.search(pattern, question):
            article = "" if front[0].casefold() == "the" else "the "
            return question[: match.start()] + article + one.text + question[match.end() :]
    return None


def _of_few(question: str, turns: Sequence[Turn]) -> str:
    """For "What was the result?": so short and definite that the turns say of what."""
    names = [plain(token) for token in trimmed(question.split())]
    small = listed("question") | listed("determiners") | listed("auxiliaries", "be")
    content = [name for name in names if name not in small]
    is_definite = len(content) == 1 and names[-2:-1] == ["the"]
    is_verb = len(names) == 2 and names[0] in ("who", "what") and is_past(names[1])
    leaves_out = (is_definite or is_verb) and not names_in(question)
    return _bracketed(question, turns) if leaves_out else question


def _bracketed(question: str, turns: Sequence[Turn]) -> str:
    """The question with the names of the last turn that has some, in brackets behind it."""
    asked = {plain(token) for token in question.split()}
    for turn in reversed(turns):
        names = names_in(" ".join(trimmed(turn.question.split())), first_counts=True)
        phrases = [one.text for one in candidates(turn) if one.role == "subject"]
        added = [
            name for name in names or phrases if not asked.issuperset(map(plain, name.split()))
        ]
        if added:
            return f"{question} ({', '.join(dict.fromkeys(added))})"
    return question
