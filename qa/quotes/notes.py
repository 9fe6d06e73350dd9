"""What else to know about a check, each thing in one sentence for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index import likely_language
from qa.abstentions import readable
from qa.quotes.compare import Comparison
from qa.quotes.judge import Occurrence, is_extended
from qa.quotes.lexicon import is_negator, listed
from qa.quotes.locate import Locator
from qa.quotes.splices import parts_elsewhere

NAMES = {"en": "English", "es": "Spanish", "fr": "French", "de": "German", "it": "Italian",
         "pt": "Portuguese"}  # fmt: skip
SHORT = 60
"""Characters of words that a note quotes."""


def notes_of(
    locator: Locator,
    comparison: Comparison,
    shown: Occurrence,
    found: Sequence[Occurrence],
) -> tuple[str, ...]:
    """The notes on a located quotation, the gravest first."""
    return (
        *_on_revision(comparison),
        *_on_voice(comparison, shown),
        *_on_speakers(shown, found),
        *_on_splices(locator, comparison),
        *_on_gaps(comparison),
        *_on_joins(comparison),
        *_on_brackets(comparison),
        *_on_end(comparison),
    )


def too_short_note(occurrences: int) -> tuple[str, ...]:
    """Why so few words tell nothing."""
    times = {0: "nowhere", 1: "once"}.get(occurrences, f"{occurrences:,} times")
    return (
        "So few words can stand anywhere, so they prove nothing; in these articles they stand "
        f"{times}.",
    )


def not_found_notes(locator: Locator) -> tuple[str, ...]:
    """What absence means, and what could not be compared."""
    notes = ["That it is not in these articles is no proof that it was never said."]
    languages = locator.store.languages()
    language = likely_language(locator.quote)
    if language and languages and language not in languages:
        notes.append(
            f"The quotation seems to be in {NAMES.get(language, language)}, and no article is; a "
            "translation can't be checked word by word."
        )
    return tuple(notes)


def _on_revision(comparison: Comparison) -> Iterator[str]:
    if not comparison.article.current:
        yield (
            f"These words stand only in revision {comparison.article.revision} of the article, "
            "which a newer one has replaced."
        )


def _on_voice(comparison: Comparison, shown: Occurrence) -> Iterator[str]:
    if shown.said.speech == "own_words":
        yield "These are the reporter's own words; the article puts them into nobody's mouth."
    elif shown.said.speech == "reported":
        yield (
            "The article reports this in its own words: they do not stand in quotation marks, so "
            "whether they were said so can't be told."
        )
    elif is_extended(comparison, shown):
        yield (
            "Part of it stands outside the quotation marks: there the words are the reporter's, "
            "not the speaker's."
        )


def _on_speakers(shown: Occurrence, found: Sequence[Occurrence]) -> Iterator[str]:
    if shown.attribution == "unclear" and shown.said.speaker:
        yield (
            f"Whether {_short(shown.claimed or '')} is the one whom the article calls "
            f"{shown.said.speaker} can't be told from it."
        )
    names = dict.fromkeys(one.said.speaker for one in found if one.said.speaker)
    if len(names) > 1:
        listing = "; ".join(
            f"{one.said.speaker} ({_dated(one)})" for one in found if one.said.speaker
        )
        yield f"The articles let different speakers say it: {listing}."


def _dated(occurrence: Occurrence) -> str:
    published = occurrence.article.published
    return readable(published) if published else "date unknown"


def _on_splices(locator: Locator, comparison: Comparison) -> Iterator[str]:
    for run in comparison.runs:
        if run.kind == "jump":
            source = comparison.texts.source
            apart = run.source[1] - run.source[0]
            start, end = source[run.source[0]].start, source[run.source[1] - 1].end
            is_same = "\n" not in comparison.article.text[start:end]
            yield _apart(apart, is_same)
    for part in parts_elsewhere(locator, comparison):
        if part.words_apart is None:
            title = part.article.title or part.article.id
            yield f"The words “{_short(part.quoted)}” stand in another article: {title}."
        else:
            yield _apart(part.words_apart, part.is_same_paragraph)


def _apart(words: int, is_same_paragraph: bool) -> str:
    where = "the same paragraph" if is_same_paragraph else "different paragraphs"
    return (
        f"It is put together from two places, {words:,} {_words(words)} apart, in {where}; nothing "
        "in the quotation says so."
    )


def _on_gaps(comparison: Comparison) -> Iterator[str]:
    if not comparison.left_out:
        return
    count = comparison.left_out
    yield f"An ellipsis stands for {count:,} {_words(count)} of the article."
    turning = [
        token.written
        for run in comparison.runs
        if run.kind == "ellipsis"
        for token in comparison.texts.source[run.source[0] : run.source[1]]
        if is_negator(token.key) or token.key in listed("conditions")
    ]
    if turning:
        yield f"Among the words left out is “{turning[0]}”: read what it stands in."


def _on_joins(comparison: Comparison) -> Iterator[str]:
    text = comparison.article.text
    for run in comparison.runs:
        if run.kind == "joined":
            source = comparison.texts.source
            between = text[source[run.source[0]].start : source[run.source[1] - 1].end]
            yield f"It joins what the article has apart: “{_short(between)}” stands between."
    pieces = comparison.pieces
    spans = any("\n" in text[piece.start : piece.end].strip() for piece in pieces)
    if spans and len(pieces) > 0:
        yield "It joins two paragraphs of the article."


def _on_brackets(comparison: Comparison) -> Iterator[str]:
    for run in comparison.runs:
        if run.kind == "bracket":
            quoted = comparison.texts.quoted
            start, end = quoted[run.quoted[0]].start, quoted[run.quoted[1] - 1].end
            inserted = comparison.texts.quote[start:end].strip("[] ")
            source = comparison.texts.source[run.source[0] : run.source[1]]
            if source:
                instead = comparison.article.text[source[0].start : source[-1].end]
                yield f"The brackets have “{inserted}” where the article has “{instead}”."
            else:
                yield f"“{inserted}” in brackets is an editor's; the article does not have it."


def _on_end(comparison: Comparison) -> Iterator[str]:
    after = comparison.article.text[comparison.place.end : comparison.place.end + 3]
    is_asked, asks = (
        "?" in after.split(" ")[0],
        comparison.texts.quote.rstrip(" \"'”’»").endswith("?"),
    )
    if is_asked and not asks:
        yield "In the article it is a question."
    elif asks and not is_asked:
        yield "In the article it is no question."


def _words(count: int) -> str:
    return "word" if count == 1 else "words"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= SHORT else plain[: SHORT - 1].rstrip() + "…"
