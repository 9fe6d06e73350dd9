"""Checks as Markdown that a copy desk can file; what comes from articles and users is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.model import Citation
from qa.quotes.model import CheckedDraft, QuoteCheck
from qa.quotes.report_text import (
    counts_line,
    further_notes,
    occurrence_lines,
    searched_line,
)
from qa.quotes.wordings import (
    change_line,
    claim_line,
    crop_line,
    difference_line,
    meaning_of,
    one_line,
    pieces_line,
    speaker_line,
    verdict_word,
)
from qa.source_lines import UNKNOWN, place_line, source_line

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&#$])")
_LINE_START = re.compile(r"^([-+=]|\d+[.)](?=\s|$))")


def check_markdown(check: QuoteCheck, *, checked_at: str, version: str, level: int = 2) -> str:
    """One check as a block with everything that a record needs.

    Args:
        check: The outcome.
        checked_at: When it was made, as it is to be printed.
        version: OnRecord's.
        level: Of the block's heading, 1 to 6.
    """
    return _block(check, verdict_word(check.verdict), level) + _stamp(checked_at, version)


def draft_markdown(checked: CheckedDraft, *, checked_at: str, version: str) -> str:
    """Every quotation of a draft with its check, in the draft's order; see ``check_markdown``."""
    blocks = [f"# Quotations in {escaped(checked.name)}\n\n{escaped(counts_line(checked))}\n"]
    pairs = zip(checked.quotations, checked.checks, strict=True)
    for number, (quotation, check) in enumerate(pairs, start=1):
        verdict = verdict_word(check.verdict)
        heading = f"{number}. {verdict} (paragraph {quotation.paragraph})"
        blocks.append(_block(check, heading, 2))
    return "\n".join(blocks) + _stamp(checked_at, version)


def escaped(text: str) -> str:
    r"""A text in one line that Markdown shows as it is.

    >>> escaped("1. <b>*so*</b>")
    '1\\. \\<b\\>\\*so\\*\\</b\\>'
    """
    line = _SPECIAL.sub(r"\\\1", one_line(text))
    return _LINE_START.sub(lambda match: f"{match[1][:-1]}\\{match[1][-1]}", line)


def _block(check: QuoteCheck, heading: str, level: int) -> str:
    blocks = [
        [f"{'#' * level} {heading}"],
        [escaped(meaning_of(check))],
        [f"> {escaped(check.quote)}"],
        list(_list(check)),
        list(_evidence(check)),
        list(_search(check)),
        [f"- Note: {escaped(note)}" for note in further_notes(check)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _stamp(checked_at: str, version: str) -> str:
    return f"\n*Checked {escaped(checked_at)} with OnRecord {escaped(version)}.*\n"


def _list(check: QuoteCheck) -> Iterator[str]:
    """The findings, each an item."""
    items = (
        ("Wording", check.wording.replace("_", " ")),
        ("Attribution", check.attribution.replace("_", " ")),
        ("Claimed speaker", claim_line(check) or check.claimed_speaker or "none"),
        ("Says it", speaker_line(check)),
        ("Parts", pieces_line(check)),
        ("Cropped", crop_line(check)),
    )
    yield from (f"- {label}: {escaped(value)}" for label, value in items if value)
    for change in check.changes:
        yield f"- Change: {escaped(change_line(change))}"


def _evidence(check: QuoteCheck) -> Iterator[str]:
    """The passage and its source, then every occurrence."""
    if check.match is not None:
        yield "The article has:"
        yield ""
        yield f"> {_sentence(check.match)}"
        yield ""
        yield from _source(check.match)
    if not check.occurrences or (check.match and len(check.occurrences) == 1 and not check.copies):
        return
    yield ""
    yield "Found, the oldest first:"
    yield ""
    for number, (occurrence, line) in enumerate(occurrence_lines(check), start=1):
        yield f"{number}. {escaped(line)}: {escaped(place_line(occurrence))}"


def _sentence(match: Citation) -> str:
    """The sentence with the located words in bold."""
    if match.start is None or match.end is None or match.sentence_start is None:
        return escaped(match.sentence)
    start, end = match.start - match.sentence_start, match.end - match.sentence_start
    before, after = match.sentence[:start], match.sentence[end:]
    gaps = (" " if before[-1:].isspace() else "", " " if after[:1].isspace() else "")
    bold = f"**{escaped(match.exact)}**"
    return f"{escaped(before)}{gaps[0]}{bold}{gaps[1]}{escaped(after)}"


def _source(citation: Citation) -> Iterator[str]:
    yield f"- Source: {escaped(source_line(citation))}"
    yield f"- Address: {escaped(citation.url or UNKNOWN)}"
    yield f"- Place: {escaped(place_line(citation))}"
    yield f"- SHA-256 of the article's text: {citation.text_sha256}"


def _search(check: QuoteCheck) -> Iterator[str]:
    """What was searched, and what came nearest, when nothing was located."""
    if check.match is not None or not check.searched.articles:
        return
    yield escaped(searched_line(check))
    if check.tried:
        yield f"Other spellings tried: {escaped(', '.join(check.tried))}."
    if check.nearest:
        yield ""
        yield "Nearest sentences, which are not the quotation:"
        yield ""
    for number, nearest in enumerate(check.nearest, start=1):
        yield f"{number}. {escaped(nearest.sentence)}"
        yield f"   {escaped(difference_line(check.quote, nearest.sentence))}"
        yield f"   {escaped(source_line(nearest))}; {escaped(place_line(nearest))}"
