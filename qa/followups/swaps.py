"""Short follow-ups that only ask ("When?", "Why not?", "By whom?"): the question before, asked so.

The question before is turned around: "Who raided the port?" and its answer give "When did the
police raid the port?".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.followups import words
from qa.followups.clauses import Clause, asking_end
from qa.followups.tokens import Tokens, tokens_of, trimmed, written
from qa.followups.turns import Turn
from qa.followups.words import auxiliary_family, is_question_word, listed, plain

_EVENTS = re.compile(
    r"^(when|where|why|how) (?:(?:was|is) (?:that|this)|did (?:that|this|it) (?:happen|occur)|"
    r"did (?:that|this|it) take place)$"
)
_OTHERS = frozenset({"anyone", "anybody", "anything", "anywhere", "someone", "others"})


@dataclass(frozen=True, slots=True)
class Asking:
    """A follow-up that consists of a question word and little else."""

    phrase: Tokens
    """``By whom``, ``How many prosecutors``."""
    is_negated: bool = False
    is_other: bool = False
    """Whether it asks for more of the same: "who else"."""
    behind: Tokens = ()
    """What stands behind the word: ``with`` in "What with?", ``there`` in "Why there?"."""


def asking_of(question: str) -> Asking | None:
    """The follow-up taken apart; ``None`` for a question with a verb of its own.

    >>> asking_of("And why not?")
    Asking(phrase=('why',), is_negated=True, is_other=False, behind=())
    """
    tokens = trimmed(tokens_of(question))
    names = tuple(plain(token) for token in tokens)
    end = asking_end(tokens)
    if _EVENTS.match(" ".join(names)):
        return Asking(tokens[:1])
    if names[1:] in (("else",), ("others",)) and names[0] in _OTHERS | {"which", "what"}:
        return Asking(() if names[0] in _OTHERS else tokens[:1], is_other=True)
    if end == 0 or _says_much(names[:end]):
        return _until(tokens, names)
    if names[end - 1] == "else" and end == len(tokens):
        return Asking(tokens[: end - 1], is_other=True)
    return _with_tail(tokens[:end], names[end:])


def _says_much(names: Tokens) -> bool:
    """Whether what seems a noun behind "what" hides a verb that is not in the lists."""
    nouns = [name for name in names if not is_question_word(name) and name not in ("many", "much")]
    has_preposition = any(name in listed("prepositions") - {"of"} for name in nouns[1:])
    return len(nouns) > 4 or has_preposition or any(name.endswith("s") for name in nouns[1:-1])


def _with_tail(phrase: Tokens, behind: Tokens) -> Asking | None:
    """Little may stand behind: "not", "there", "exactly", or a preposition left at the end."""
    if behind == ("not",):
        return Asking(phrase, is_negated=True)
    if not set(behind) <= listed("prepositions") | {"there", "then", "exactly"}:
        return None
    return Asking(phrase, behind=tuple(name for name in behind if name != "exactly"))


def _until(tokens: Tokens, names: Tokens) -> Asking | None:
    """For "Until when?": a preposition and a question word."""
    if len(names) == 2 and names[0] in listed("prepositions") and is_question_word(names[1]):
        return Asking(tokens)
    return None


def swapped(asking: Asking, turn: Turn, like: str) -> str | None:
    """The question before, asked as the follow-up asks; ``None`` where that can't be made."""
    clause = turn.clause
    if clause is None:
        return None
    if asking.is_other:
        return _others(asking, clause, like)
    first, second = (*(plain(token) for token in asking.phrase), "")[:2]
    is_part = first in ("which", "what", "who", "whom") or second in ("many", "much", "few")
    if first == "which" and second in ("one", "ones"):
        found = _same_question(("Which", *clause.counted), clause, like)
        return found if clause.counted else None
    if is_part:
        return _counted(asking, clause, like)
    if first == "how" and second:
        return _same_question(asking.phrase, clause, like) if clause.asks == "how" else None
    return turned(asking, clause, turn, like)


def _same_question(phrase: Tokens, clause: Clause, like: str) -> str:
    return written(phrase, clause.auxiliary, clause.subject, clause.rest, like=like)


def _others(asking: Asking, clause: Clause, like: str) -> str | None:
    """For "Who else": the question before, for more than it was answered with."""
    if not clause.asking:
        return None
    asked = plain(asking.phrase[0]) if asking.phrase else clause.asks
    if clause.asks in ("which", "what") and clause.counted:
        phrase = (clause.asking[0], "other", *clause.counted)
    elif asked == clause.asks and not clause.counted:
        phrase = clause.asking if plain(clause.asking[-1]) == "else" else (*clause.asking, "else")
    else:
        return None
    return _same_question(phrase, clause, like or "?")


def _counted(asking: Asking, clause: Clause, like: str) -> str | None:
    """For "How many prosecutors?": another thing is counted, or the same things are."""
    if asking.behind:
        return turned(asking, clause, None, like)
    names = [plain(token) for token in asking.phrase]
    is_bare = names in (["how", "many"], ["which"], ["what"])
    if is_bare and clause.counted:
        return _same_question((*asking.phrase, *clause.counted), clause, like)
    if len(names) > 1 and clause.counted:
        return _same_question(asking.phrase, clause, like)
    if names in (["who"], ["what"]) and clause.form == "subject":
        return _same_question(asking.phrase, clause, like)
    return None


def turned(asking: Asking, clause: Clause, turn: Turn | None, like: str) -> str | None:
    """For "When?", "Why not?", "By whom?": the question before as a statement, asked about."""
    statement = statement_of(clause, turn)
    if statement is None:
        return None
    auxiliary, subject, rest = statement
    if not rest and plain(asking.phrase[0]) == "why":
        rest = _state(clause, turn)
        if not rest:
            return None
    auxiliary = tuple(token.lower() for token in auxiliary)
    if asking.is_negated:
        subject, rest = _negated(subject, rest)
    if turn and asking.behind in (("there",), ("then",)):
        rest = _with_answer(rest, clause, turn)
    elif asking.behind:
        rest = (*rest, *asking.behind)
    return written(asking.phrase, auxiliary, subject, rest, like=like)


def statement_of(clause: Clause, turn: Turn | None) -> tuple[Tokens, Tokens, Tokens] | None:
    """Auxiliary, subject and rest of what the question before and its answer say together."""
    answer = tuple(turn.answer.split()) if turn and turn.answer else ()
    if clause.form == "subject":
        return _with_subject(clause, answer)
    if clause.subject and plain(clause.subject[0]) == "it":
        return None
    if clause.form == "copula":
        return (clause.auxiliary, clause.subject, answer) if answer else None
    rest = clause.rest
    if clause.is_about_a_part:
        filled = _object(clause, answer)
        if filled is None or not rest:
            return None
        rest = (rest[0], *filled, *rest[1:])
    return clause.auxiliary, clause.subject, rest


def _state(clause: Clause, turn: Turn | None) -> Tokens:
    """What is said of the subject of "is", where it was asked for: "so old", "in Japan"."""
    answer = turn.answer if turn else None
    if clause.asks == "how":
        measured = (answer,) if answer and len(answer.split()) > 1 else ("so", *clause.asking[1:])
        return measured if len(clause.asking) > 1 else ()
    if clause.asks != "where" or not answer:
        return ()
    has_preposition = plain(answer.split()[0]) in listed("prepositions")
    return (answer,) if has_preposition else ("in", answer)


def _object(clause: Clause, answer: Tokens) -> Tokens | None:
    """What stands where the question asks for an object."""
    if clause.counted_many:
        is_number = len(answer) == 1 and bool(clause.counted)
        if is_number:
            return (*answer, *clause.counted)
        return answer or clause.counted or None
    return answer or None


def _with_subject(clause: Clause, answer: Tokens) -> tuple[Tokens, Tokens, Tokens] | None:
    if clause.counted_many:
        subject: Tokens = clause.counted
        subject = subject if "that" in subject else ("the", *subject)
    else:
        subject = answer
    if not subject:
        return None
    if clause.auxiliary:
        return clause.auxiliary, subject, clause.rest
    place = next((i for i, token in enumerate(clause.rest) if words.base_form(plain(token))), None)
    if place is None:
        return None
    verb = plain(clause.rest[place])
    rest = (*clause.rest[:place], words.base_form(verb) or verb, *clause.rest[place + 1 :])
    return (_helper(verb, subject),), subject, rest


def _helper(verb: str, subject: Tokens) -> str:
    if words.is_past(verb):
        return "did"
    is_plural = any(plain(token) == "and" for token in subject)
    return "does" if words.is_third_person(verb) and not is_plural else "do"


def _negated(subject: Tokens, rest: Tokens) -> tuple[Tokens, Tokens]:
    if subject and plain(subject[0]) == "there" and rest and plain(rest[0]) in ("a", "an", "any"):
        return subject, ("no", *rest[1:])
    return subject, ("not", *rest)


def _with_answer(rest: Tokens, clause: Clause, turn: Turn) -> Tokens:
    """For "Why there?": the place or date that was answered goes behind the verb."""
    if not turn.answer or clause.asks not in ("where", "when") or not rest:
        return rest
    has_preposition = plain(turn.answer.split()[0]) in listed("prepositions")
    where = turn.answer if has_preposition else f"in {turn.answer}"
    return (rest[0], where, *rest[1:])


def with_counted(question: str, turn: Turn) -> str | None:
    """For "How many did Guterres get?" with what the question before counts."""
    tokens = trimmed(tokens_of(question))
    names = [plain(token) for token in tokens]
    clause = turn.clause
    if names[:2] != ["how", "many"] or len(names) < 4 or not auxiliary_family(names[2]):
        return None
    if clause is None or not clause.counted:
        return None
    return written(tokens[:2], clause.counted, tokens[2:], like=question)
