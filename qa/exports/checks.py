"""Quote checks and checked drafts as reports with the quotation beside the article."""

from __future__ import annotations

from collections.abc import Iterator

from corpus import Span
from qa.exports.blocks import Block, Columns, Fields, Heading, Paragraph, Run, Runs, field, plain
from qa.exports.sources import emphasised, evidence, linked, source_fields
from qa.model import Citation
from qa.quotes.model import Change, CheckedDraft, QuoteCheck
from qa.quotes.report_text import counts_line, further_notes, occurrence_lines, searched_line
from qa.quotes.wordings import (
    claim_line,
    counted,
    crop_line,
    difference_line,
    meaning_of,
    pieces_line,
    speaker_line,
    verdict_word,
)
from qa.source_lines import place_line, source_line

HEADINGS = ("The quotation", "The article")
NOTHING = "nothing"


def check_blocks(check: QuoteCheck, heading: str, *, level: int) -> Iterator[Block]:
    """A check under a heading: the verdict, both texts side by side, the findings, the source."""
    yield Heading(heading, level)
    yield plain(meaning_of(check))
    yield _side_by_side(check)
    yield Fields(tuple(_findings(check)))
    if check.match is not None:
        yield Heading("The passage and its source", level + 1)
        yield from evidence([check.match])
        yield source_fields(check.match)
    yield from _occurrences(check, level + 1)
    yield from _searched(check, level + 1)
    if notes := further_notes(check):
        yield Heading("Notes", level + 1)
        yield from (Paragraph((Run(note),), style="item") for note in notes)


def draft_blocks(checked: CheckedDraft) -> Iterator[Block]:
    """Every quotation of a draft with its check, in the draft's order."""
    yield plain(counts_line(checked))
    pairs = zip(checked.quotations, checked.checks, strict=True)
    for number, (quotation, check) in enumerate(pairs, start=1):
        where = f"(paragraph {quotation.paragraph})"
        heading = f"{number}. {verdict_word(check.verdict)} {where}"
        yield from check_blocks(check, heading, level=2)


def _side_by_side(check: QuoteCheck) -> Columns:
    """Both texts with what differs in bold, then each change by its name."""
    quoted = emphasised(check.quote, _quoted_places(check), language=None)
    rows = [(quoted, _article_side(check)), *(_change_row(check, one) for one in check.changes)]
    return Columns(HEADINGS, tuple(rows))


def _quoted_places(check: QuoteCheck) -> Iterator[Span]:
    for change in check.changes:
        place = Span(change.quoted_start, change.quoted_end)
        if check.quote[place.start : place.end] == change.quoted:
            yield place


def _article_side(check: QuoteCheck) -> Runs:
    """The located words; the whole sentence where something that was left out stands outside."""
    match = check.match
    if match is None:
        return (Run("Nothing was located."),)
    text, offset = match.exact, match.start or 0
    if not all(_is_within(one, offset, len(text)) for one in check.changes):
        text, offset = match.sentence, match.sentence_start or 0
    places = [
        Span(one.source_start - offset, one.source_end - offset)
        for one in check.changes
        if _is_within(one, offset, len(text))
    ]
    # Bold in the wrong place is worse than none.
    sources = {one.source for one in check.changes}
    there = (place for place in places if text[place.start : place.end] in sources)
    return emphasised(text, there, language=match.language)


def _is_within(change: Change, offset: int, length: int) -> bool:
    return offset <= change.source_start <= change.source_end <= offset + length


def _change_row(check: QuoteCheck, change: Change) -> tuple[Runs, Runs]:
    name = Run(f"{change.kind}: ")
    matters = "bears on the meaning" if change.bears_on_meaning else "harmless"
    language = check.match.language if check.match else None
    return (
        (name, _words(change.quoted, None)),
        (name, _words(change.source, language), Run(f" ({matters})")),
    )


def _words(words: str, language: str | None) -> Run:
    return Run(words, is_bold=True, language=language) if words else Run(NOTHING)


def _findings(check: QuoteCheck) -> Iterator[tuple[str, Runs]]:
    rows = (
        ("Verdict", verdict_word(check.verdict)),
        ("Wording", check.wording.replace("_", " ")),
        ("Attribution", check.attribution.replace("_", " ")),
        ("Claimed speaker", claim_line(check) or check.claimed_speaker or "none"),
        ("Says it", speaker_line(check)),
        ("Parts", pieces_line(check)),
        ("Cropped", crop_line(check)),
    )
    yield from (field(name, value) for name, value in rows if value)


def _occurrences(check: QuoteCheck, level: int) -> Iterator[Block]:
    if not check.occurrences:
        return
    places = counted(len(check.occurrences), "place")
    yield Heading(f"Found in {places}, the oldest first", level)
    for occurrence, line in occurrence_lines(check):
        yield Paragraph((Run(f"{line}. "), *_where(occurrence)), style="item")


def _searched(check: QuoteCheck, level: int) -> Iterator[Block]:
    """What was searched, and what came nearest, when nothing was located."""
    if check.match is not None or not check.searched.articles:
        return
    yield plain(searched_line(check))
    if check.tried:
        yield plain(f"Other spellings tried: {', '.join(check.tried)}.")
    if not check.nearest:
        return
    yield Heading("Nearest sentences, which are not the quotation", level)
    for nearest in check.nearest:
        sentence = Run(nearest.sentence, language=nearest.language)
        yield Paragraph((sentence,), style="quote")
        yield plain(difference_line(check.quote, nearest.sentence))
        yield Paragraph((Run(f"{source_line(nearest)}. "), *_where(nearest)))


def _where(citation: Citation) -> Runs:
    place = Run(f"{place_line(citation)}. SHA-256 of the text: {citation.text_sha256}. ")
    return place, linked(citation.url) if citation.url else Run("Address unknown")
