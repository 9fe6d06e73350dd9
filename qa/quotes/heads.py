"""The name in a phrase: of "White House press secretary Josh Earnest" the last two words.

Titles and roles are no part of it. A group, a role and a pronoun have none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import Span, fold
from qa.answers.mentions import is_title
from qa.answers.mentions import listed as listed_names
from qa.quotes.cues import key, listed
from qa.quotes.narration import Token

PARTICLES = frozenset(
    "de del la las los van von der den bin ibn al el da das do dos di du le ter".split()
)
_HONORIFICS = frozenset("mr mrs ms miss dr sr sra".split())


def head_name(tokens: Sequence[Token], text: str) -> Span | None:
    """The name of the one who is meant by a phrase; ``None`` for a role, a group or a pronoun.

    Args:
        tokens: Of the phrase, as ``narration_of`` gives them.
        text: What they count into.
    """
    core = until(tokens, (",", "(", "—", "–", "-"))
    name = _name_in(core, text)
    if name is None and len(core) < len(tokens) and tokens[len(core)].key == ",":
        rest = until(tokens[len(core) + 1 :], (",", "(", "—", "–"))
        run = _without_titles(_last_run(rest), text)
        starts_with_name = bool(rest) and all(token.tag == "name" for token in rest)
        if starts_with_name and len(run) > 1 and core and core[0].tag == "determiner":
            name = Span(run[0].start, run[-1].end)
    return name


def until(tokens: Sequence[Token], marks: Sequence[str]) -> list[Token]:
    """The tokens before the first of some marks, a relative pronoun or a quotation."""
    found: list[Token] = []
    for token in tokens:
        if token.key in marks or token.tag in ("relative", "quotation"):
            break
        found.append(token)
    return found


def _name_in(core: list[Token], text: str) -> Span | None:
    if not core or core[0].tag == "pronoun":
        return None
    if any(token.tag == "conjunction" or token.key == "&" for token in core):
        return None
    split = next((i for i in range(len(core)) if _is_joint(core, i, text)), len(core))
    first = core[:split]
    if split < len(core):
        return _name_before(first, core, text)
    return _run_span(first, text)


def _is_joint(core: Sequence[Token], place: int, text: str) -> bool:
    """Whether a preposition joins two phrases, and is no particle inside a name."""
    token = core[place]
    if token.tag != "preposition" or not text[token.start].islower():
        return False
    around = core[max(0, place - 1) : place + 2]
    is_inside = len(around) == 3 and around[0].tag == "name" and around[2].tag != "word"
    return token.key not in PARTICLES or not is_inside


def _name_before(first: list[Token], core: list[Token], text: str) -> Span | None:
    """The name in "Smith of Fox News", "Secretary of State John Kerry", "University of Texas"."""
    if not first:
        return None
    names = [token for token in first if token.tag == "name"]
    is_role = bool(names) and all(is_title(text[one.start : one.end]) for one in names)
    if core[-1].tag == "name" and first[0].tag != "determiner" and (is_role or not names):
        run = _without_titles(_last_run(core), text)
        return Span(run[0].start, run[-1].end) if len(run) > 1 else None
    if not names or is_role or first[-1].tag != "name":
        return None
    if any(one.key in listed_names("organisations") for one in names):
        return Span(names[0].start, core[-1].end) if core[-1].tag == "name" else None
    return _run_span(first, text)


def _run_span(tokens: Sequence[Token], text: str) -> Span | None:
    run = _without_titles(_last_run(tokens), text)
    if not run or run[-1].key.endswith("'s"):
        return None
    return Span(run[0].start, run[-1].end)


def _last_run(tokens: Sequence[Token]) -> list[Token]:
    """The names at the end of a phrase, with the particles inside."""
    first = len(tokens)
    while first > 0:
        token = tokens[first - 1]
        is_inside = token.key in PARTICLES and 1 < first < len(tokens)
        if token.tag != "name" and not is_inside:
            break
        if token.key.endswith("'s") and first < len(tokens):
            break
        first -= 1
    run = list(tokens[first:])
    while run and run[0].key in PARTICLES and run[0].tag != "name":
        run = run[1:]
    return run


def _without_titles(run: list[Token], text: str) -> list[Token]:
    """What stands behind the last title of a run; a title at its end belongs to a longer name."""
    for place in range(len(run) - 1, -1, -1):
        is_last = place == len(run) - 1
        written = text[run[place].start : run[place].end]
        if _is_title(written) and run[place].key not in listed_names("suffixes"):
            if is_last and place > 0 and len(written) > 2 and run[0].key in _HONORIFICS:
                continue  # "Mr. King"
            if is_last and place > 0 and not is_title(text[run[0].start : run[0].end]):
                continue
            return run[place + 1 :]
    return run


def _is_title(written: str) -> bool:
    """Whether a word is a title, an abbreviated one too: "Del."."""
    return is_title(written) or (
        written.endswith(".")
        and len(written) > 3
        and written[1].islower()
        and key(written) not in listed_names("suffixes")
    )


def is_group(written: str) -> bool:
    """Whether words name several: "Democrats", "some officials"."""
    words = fold(re.split(r" (?:of|for|in|from|de) ", written)[0]).split()
    return bool(words) and (words[-1] in listed("groups") or words[0] in ("some", "many", "other"))
