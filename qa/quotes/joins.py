"""What stands between two parts of a quotation that the article has apart.

"She said" may be left out: the words before and behind it are still hers. Anything else that is
passed over in silence makes another statement, and words of two speakers are no quotation at all.
"""

from __future__ import annotations

from corpus import Span
from qa.quotes.attribution import Said, who_says
from qa.quotes.compare import Comparison
from qa.quotes.model import Change
from qa.quotes.parts import Part, change
from qa.quotes.runs import Run


def turning_joins(comparison: Comparison) -> tuple[Change, ...]:
    """The breaks that are more than an attribution of the same speaker, as dropped words."""
    return tuple(
        change(comparison.texts, Part((run.quoted[0],) * 2, run.source), "dropped", True)
        for run in comparison.runs
        if _turns(comparison, run)
    )


def _turns(comparison: Comparison, run: Run) -> bool:
    if run.source[0] == run.source[1]:
        return False
    if run.kind == "joined":
        return not _is_attribution(comparison, between(comparison, run))
    return run.kind == "ellipsis" and len(_speakers(comparison, between(comparison, run))) > 1


def between(comparison: Comparison, run: Run) -> Span:
    """The place in the article of the words of a run."""
    source = comparison.texts.source[run.source[0] : run.source[1]]
    return Span(source[0].start, source[-1].end)


def _is_attribution(comparison: Comparison, place: Span) -> bool:
    """Whether the words say who speaks, and it is one speaker on both sides."""
    cues = [said.cue for said in _around(comparison, place) if said.cue]
    has_cue = any(place.start <= cue.start and cue.end <= place.end for cue in cues)
    return has_cue and len(_speakers(comparison, place)) < 2


def _speakers(comparison: Comparison, place: Span) -> set[str]:
    return {said.speaker for said in _around(comparison, place) if said.speaker}


def _around(comparison: Comparison, place: Span) -> list[Said]:
    """Who says the part before a place and the part behind it."""
    before = [piece for piece in comparison.pieces if piece.end <= place.start]
    after = [piece for piece in comparison.pieces if place.end <= piece.start]
    return [who_says(comparison.article, piece) for piece in (*before[-1:], *after[:1])]
