"""Checks as plain text for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from qa.abstentions import described
from qa.model import Citation
from qa.quotes.model import CheckedDraft, QuoteCheck, Verdict
from qa.quotes.wordings import (
    change_line,
    claim_line,
    counted,
    crop_line,
    difference_line,
    listed,
    meaning_of,
    one_line,
    pieces_line,
    speaker_line,
    verdict_word,
)
from qa.source_lines import place_line, source_line

_MOST_PUBLISHERS = 12
"""More names than these don't tell a reader more."""


def check_text(check: QuoteCheck) -> str:
    """One check: the verdict in capitals and what it means, then the evidence."""
    blocks = [
        [f"{verdict_word(check.verdict).upper()}. {meaning_of(check)}"],
        _side_by_side(check),
        list(_findings(check)),
        list(_places(check)),
        _search(check),
        [f"Note: {one_line(note)}" for note in further_notes(check)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def draft_text(checked: CheckedDraft) -> str:
    """Every quotation of a draft with its check, in the draft's order."""
    blocks = [counts_line(checked)]
    pairs = zip(checked.quotations, checked.checks, strict=True)
    for number, (quotation, check) in enumerate(pairs, start=1):
        heading = f"{number}. Paragraph {quotation.paragraph}"
        blocks.append(f"{heading}\n{'-' * len(heading)}\n{check_text(check)}")
    return "\n\n".join(blocks)


def counts_line(checked: CheckedDraft) -> str:
    """How many quotations a draft has, and how many of each verdict."""
    name = one_line(checked.name)
    if not checked.checks:
        return f"No quotation was found in {name}, so nothing was checked."
    number_of = Counter(check.verdict for check in checked.checks)
    counts = [
        f"{number_of[verdict]} {verdict_word(verdict).lower()}"
        for verdict in get_args(Verdict)
        if number_of[verdict]
    ]
    return f"{counted(len(checked.checks), 'quotation')} in {name}: {', '.join(counts)}."


def occurrence_lines(check: QuoteCheck) -> Iterator[tuple[Citation, str]]:
    """Each occurrence with its source, and how many articles have the same words there."""
    copies = {one.number: len(one.article_ids) for one in check.copies}
    for occurrence in check.occurrences:
        others = copies.get(occurrence.number, 0)
        also = f" (also in {counted(others, 'other article')})" if others else ""
        yield occurrence, f"{one_line(source_line(occurrence))}{also}"


def further_notes(check: QuoteCheck) -> list[str]:
    """The notes that the sentence on the verdict does not say already."""
    meaning = meaning_of(check)
    return [note for note in check.notes if note not in meaning]


def searched_line(check: QuoteCheck) -> str:
    """How many articles, of which dates and whose, were searched."""
    line = f"Searched: {described(check.searched)}"
    if not check.publishers:
        return f"{line}."
    names = [one_line(name) for name in check.publishers[:_MOST_PUBLISHERS]]
    if (rest := len(check.publishers) - len(names)) > 0:
        names.append(f"{counted(rest, 'other')}")
    return f"{line}, published by {listed(names)}."


def _side_by_side(check: QuoteCheck) -> list[str]:
    lines = [f"Quoted:  {one_line(check.quote)}"]
    if check.match is not None:
        lines.append(f"Article: {one_line(check.match.exact)}")
    return lines


def _findings(check: QuoteCheck) -> Iterator[str]:
    """The changes, what was left out, and who says it."""
    if check.changes:
        yield "Changes:"
        yield from (f"  {change_line(change)}" for change in check.changes)
    yield from filter(None, (pieces_line(check), crop_line(check)))
    if (claim := claim_line(check)) is not None:
        yield f"Claimed: {claim}"
    if (speaker := speaker_line(check)) is not None:
        yield f"Says it: {speaker}"
    if check.match is not None and check.match.sentence != check.match.exact:
        yield f"In its sentence: {one_line(check.match.sentence)}"


def _places(check: QuoteCheck) -> Iterator[str]:
    """The source of what was located, and every occurrence when there are several."""
    if check.match is not None:
        yield f"Source: {one_line(source_line(check.match))}"
        yield f"  {one_line(check.match.url or 'address unknown')}"
        yield f"  {one_line(place_line(check.match))}"
    if not check.occurrences or (check.match and len(check.occurrences) == 1 and not check.copies):
        return
    yield f"Found in {counted(len(check.occurrences), 'place')}, the oldest first:"
    for number, (occurrence, line) in enumerate(occurrence_lines(check), start=1):
        yield f"  {number}. {line}"
        yield f"     {one_line(place_line(occurrence))}"
        if occurrence.url:
            yield f"     {one_line(occurrence.url)}"


def _search(check: QuoteCheck) -> list[str]:
    """What was searched, and what came nearest, when nothing was located."""
    if check.match is not None or not check.searched.articles:
        return []
    lines = [searched_line(check)]
    if check.tried:
        lines.append(f"Other spellings tried: {', '.join(map(one_line, check.tried))}.")
    if check.nearest:
        lines.append("Nearest sentences, which are not the quotation:")
    for number, nearest in enumerate(check.nearest, start=1):
        lines.append(f"  {number}. {one_line(nearest.sentence)}")
        lines.append(f"     {difference_line(check.quote, nearest.sentence)}")
        lines.append(f"     {one_line(source_line(nearest))}")
        lines.append(f"     {one_line(place_line(nearest))}")
    return lines
