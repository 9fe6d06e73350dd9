"""The voices of a statement: in which orders its words may stand, and what must then join them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.answers.asked import Asked
from qa.answers.gaps import BE, DETERMINERS, Gap, Token, is_transparent

_PARTICIPLE = re.compile(r"(?:ed|en|ght|lain|ado|ido|ados|idos|ada|ida)$")


def orders_of(asked: Asked) -> Iterator[tuple[tuple[Token, ...], str, int]]:
    """The orders in which the question's words may state it.

    Yields:
        The words, the voice that they must then have, and the place among them of the word
        around which they were turned.
    """
    core, count = asked.core, len(asked.core)
    yield core, "same", 0
    if not asked.has_be:
        for verb in range(asked.subject, count - 1):
            yield (
                core[verb + 1 :] + core[verb : verb + 1] + core[:verb],
                "passive",
                count - 1 - verb,
            )
    elif "by" in asked.directed[2:]:
        agent = asked.directed.index("by")
        yield core[agent:] + core[agent - 1 : agent] + core[: agent - 1], "active", count - agent
    elif _PARTICIPLE.search(core[-1].word) and asked.subject == count - 1:
        yield core[-1:] + core[:-1], "active", 0
    if asked.has_be and core[0].is_name and asked.subject < count:
        yield core[asked.subject :] + core[: asked.subject], "turned", count - 1 - asked.subject


def is_voiced(
    voice: str,
    asked: Asked,
    chain: Sequence[int],
    gaps: Sequence[Gap],
    tokens: Sequence[Token],
    pivot: int,
) -> bool:
    """Whether "be", "by" and other prepositions give the words the roles of the question.

    Args:
        voice: As ``orders_of`` gives it, with ``pivot``.
        asked: The question.
        chain: The places of its words among the tokens of the sentence, in order.
        gaps: What stands between them.
        tokens: The words of the sentence.
        pivot: The place in the chain of the word around which the order was turned.
    """
    return _CHECKS[voice](asked, chain, gaps, tokens, pivot)


def _is_same_voice(
    asked: Asked, chain: Sequence[int], gaps: Sequence[Gap], tokens: Sequence[Token], pivot: int
) -> bool:
    """In the order of the question, with its prepositions, and "be" where it has one."""
    if any(gap.directed != role for gap, role in zip(gaps, asked.directed[1:], strict=True)):
        return False
    commas, has_be = any(gap.has_comma for gap in gaps), any(gap.has_be for gap in gaps)
    if asked.has_be:
        return has_be or commas
    return not commas and (not has_be or _is_progressive_or_noun(chain, gaps, tokens))


def _is_passive(
    asked: Asked, chain: Sequence[int], gaps: Sequence[Gap], tokens: Sequence[Token], pivot: int
) -> bool:
    """As "Caracol was succeeded by MacDowell" states that MacDowell succeeded him."""
    others = [gap for place, gap in enumerate(gaps) if place != pivot]
    is_by = gaps[pivot].directed == "by" and not any(gap.directed for gap in others)
    return is_by and gaps[pivot - 1].has_be and not any(gap.has_comma for gap in gaps)


def _is_active(
    asked: Asked, chain: Sequence[int], gaps: Sequence[Gap], tokens: Sequence[Token], pivot: int
) -> bool:
    """As "police arrested Caracol" states that he was arrested."""
    before = tokens[chain[0] - 1].word if chain[0] else ""
    has_doer = pivot > 0 or (chain[0] > 0 and not is_transparent(before))
    return has_doer and not any(gap.has_be or gap.directed or gap.has_comma for gap in gaps)


def _is_turned(
    asked: Asked, chain: Sequence[int], gaps: Sequence[Gap], tokens: Sequence[Token], pivot: int
) -> bool:
    """As "the chief of the police, Luis Pantoja" states that he is the chief."""
    joint = gaps[pivot]
    others = [gap for place, gap in enumerate(gaps) if place != pivot]
    joins = set(joint.words) <= BE | {"named", "called"} and (joint.has_comma or joint.has_be)
    return joins and not any(gap.has_be or gap.has_comma for gap in others)


_CHECKS = {
    "same": _is_same_voice, "passive": _is_passive, "active": _is_active, "turned": _is_turned,
}  # fmt: skip


def _is_progressive_or_noun(
    chain: Sequence[int], gaps: Sequence[Gap], tokens: Sequence[Token]
) -> bool:
    """Whether what follows each "be" is "leading" or "the leader", not "led"."""
    return all(
        tokens[place].word.endswith("ing") or bool(set(gap.words) & DETERMINERS)
        for gap, place in zip(gaps, chain[1:], strict=True)
        if gap.has_be
    )
