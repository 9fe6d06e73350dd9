"""What an editor's marks may hide: a bracket or an ellipsis that turns what was said.

Words in brackets are the editor's and an ellipsis leaves words out; neither is a change by itself.
But "[not]", another number, or a "never" that an ellipsis swallows, changes the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.opposites import opposites
from qa.quotes.kinds import kind_of_words
from qa.quotes.lexicon import is_negator, listed
from qa.quotes.model import Change, ChangeKind
from qa.quotes.parts import Part, change
from qa.quotes.runs import Run, Texts
from qa.quotes.values import paired_values
from qa.quotes.words import Token

BRACKET_WORDS = 8
"""More words of the article than this are not replaced by a bracket: they are left out."""
ASIDES = frozenset(
    "which who whom whose where although though because since while as que quien".split()
)
_CLAUSE_ENDS = re.compile(
    r"[;:.!?()–—\n]|--|\s-\s|,\W*(?:and|but|so|or|yet|y|e|pero|sino|o)\b", re.IGNORECASE
)
"""A comma alone ends nothing: "we will not, under any circumstances, leave"."""


def bracket_changes(texts: Texts, run: Run, language: str | None) -> Iterator[Change]:
    """What brackets change in the meaning of the words that they stand for."""
    part = Part(run.quoted, run.source)
    for pair in paired_values(texts, run, language):
        if not pair.is_same:
            yield change(texts, Part(pair.quoted, pair.source), pair.kind, True)
            return
    quoted, source = texts.quoted[slice(*run.quoted)], texts.source[slice(*run.source)]
    if kind := _turning_kind(quoted, source, texts):
        yield change(texts, part, kind, True)
    elif len(source) - len(quoted) > BRACKET_WORDS:
        yield change(texts, part, "dropped", True)


def _turning_kind(
    quoted: Sequence[Token], source: Sequence[Token], texts: Texts
) -> ChangeKind | None:
    """The kind of what brackets must not do: deny, turn around, hide another word."""
    keys, others = {token.key for token in quoted}, {token.key for token in source}
    denials = [any(is_negator(key) for key in side) for side in (keys, others)]
    if denials[0] != denials[1]:
        return "negation"
    modals = [listed("modals") & side for side in (keys, others)]
    if all(modals) and kind_of_words(quoted, source, texts) == "modal":
        return "modal"
    is_opposite = any(opposites().get(key, frozenset()) & others for key in keys)
    is_stem = all(_is_stem(token.spoken, others) for token in quoted)
    return "word" if is_opposite or not is_stem else None


def _is_stem(spoken: str | None, others: set[str]) -> bool:
    """Whether the letters outside the brackets of a word begin a word of the article."""
    if spoken is None:
        return True
    return len(spoken) > 1 and any(other.startswith(spoken) for other in others)


def ellipsis_changes(texts: Texts, run: Run) -> Iterator[Change]:
    """A negation that an ellipsis takes out of the clause that the quotation goes on with."""
    first, after = run.source
    if first == after or after == len(texts.source):
        return
    denials = [at for at in range(first, after) if is_negator(texts.source[at].key)]
    if not denials or texts.sentences[denials[-1]] != texts.sentences[after]:
        return
    if _is_aside(texts, first, after):
        return
    to_the_end = texts.article[texts.source[denials[-1]].end : texts.source[after].start]
    if not _CLAUSE_ENDS.search(to_the_end):
        yield change(texts, Part(run.quoted, run.source), "dropped", True)


def _is_aside(texts: Texts, first: int, after: int) -> bool:
    """Whether all that was left out is a clause between commas: ", which was not ready,"."""
    return texts.source[first].key in ASIDES and texts.source[after].before.endswith(",")
