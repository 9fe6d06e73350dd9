"""What a question for yes or no asks about: a statement with its roles, times and places."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa.answers.gaps import BE, DIRECTED, PLACED, Token, tokens_of
from qa.questions import Question

_UNRESOLVED = frozenset(
    "he she it they him them this these those you we i me us one anyone anybody anything someone "
    "ella ellos ellas esto eso".split()
)
_MEANT = frozenset(
    "say said says own same other only all every each most more never always".split()
)
"""Words that are left out of a search but not of a statement."""
_LEFT_OUT = frozenset("and so but y".split())


@dataclass(frozen=True, slots=True)
class Asked:
    """The statement that a question for yes or no asks about."""

    core: tuple[Token, ...]
    """Its content words in order, without those of time and place."""
    directed: tuple[str | None, ...]
    """For each of them, the preposition before it that gives a role."""
    adjuncts: tuple[tuple[Token, ...], ...]
    """Phrases of time and place."""
    has_be: bool
    """Whether it asks what somebody is, or what is done to them."""
    subject: int
    """How many words of the core are surely the subject: a name, or one word."""


def asked_in(question: Question) -> Asked | None:
    """Take a question apart; ``None`` when it points to something that it does not name."""
    tokens = [token for token in tokens_of(question.text) if token.word not in _LEFT_OUT]
    if not tokens or any(token.word in _UNRESOLVED for token in tokens[1:]):
        return None
    content = set(question.words) | _MEANT
    has_be = any(token.word in BE for token in tokens)
    core, directed, adjuncts = _parts(tokens[1:], content)
    if core and tokens[0].word in question.words:
        behind = _behind_subject(question.text, tokens[0], core)
        core.insert(behind, tokens[0])
        directed.insert(behind, None)
    if len(core) < 2:
        return None
    phrases = tuple(tuple(phrase) for phrase in adjuncts if phrase)
    return Asked(tuple(core), tuple(directed), phrases, has_be, _subject(core, question.text))


def _parts(
    tokens: Sequence[Token], content: Collection[str]
) -> tuple[list[Token], list[str | None], list[list[Token]]]:
    """The core, the preposition before each of its words, and the phrases of time and place."""
    core: list[Token] = []
    directed: list[str | None] = []
    adjuncts: list[list[Token]] = []
    in_adjunct, role = False, None
    for token in tokens:
        if token.word in PLACED:
            in_adjunct = True
            adjuncts.append([])
        elif token.word in DIRECTED:
            in_adjunct, role = False, token.word
        elif token.word in content and in_adjunct:
            adjuncts[-1].append(token)
        elif token.word in content:
            core.append(token)
            directed.append(role)
            role = None
    return core, directed, adjuncts


def _behind_subject(text: str, verb: Token, core: Sequence[Token]) -> int:
    """Where a verb that opens a Spanish question stands in its statement.

    "¿Detuvo la policía a Caracol?" asks about "la policía detuvo"; "¿Detuvieron a Caracol?" names
    no subject.
    """
    has_object_only = text[verb.end : core[0].start].split()[:1] in (["a"], ["al"])
    return 0 if has_object_only else _subject(core, text)


def _subject(core: Sequence[Token], text: str) -> int:
    if not core[0].is_name:
        return 1
    length = 1
    for left, right in pairwise(core):
        joined = text[left.end : right.start].isspace()
        if not (right.is_name and joined):
            break
        length += 1
    return length
