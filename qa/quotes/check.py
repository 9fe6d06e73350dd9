"""CONDUCTOR of quote checks: a quotation in, a verdict out.

quotation -> words -> exact | near | older revisions | meaning -> aligned and typed -> every
occurrence -> who says it -> wording and attribution -> verdict
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus import Article, Coverage, Filters, Span
from qa.citations import cite
from qa.errors import QuoteEmpty, QuoteTooLong
from qa.library import Library, Progress
from qa.model import Citation
from qa.quotes.compare import Comparison
from qa.quotes.cropping import cropped, turning_crops
from qa.quotes.drafts import Draft, quotations_of
from qa.quotes.joins import turning_joins
from qa.quotes.judge import (
    Occurrence,
    attribution_of,
    verdict_of,
    wording_of,
)
from qa.quotes.locate import Locator
from qa.quotes.model import Attribution, CheckedDraft, Copies, Cropped, QuoteCheck, Wording
from qa.quotes.nearest import Nearest, sentences_near, with_changes
from qa.quotes.notes import not_found_notes, notes_of, too_short_note
from qa.quotes.occurrences import Place, fold_copies, places_of, sentence_around
from qa.quotes.paraphrase import restated_in
from qa.quotes.words import tokens_of
from qa.settings import Settings

LEAST_CONTENT_WORDS = 2
LOCATED = 0.62
"""The least share of a quotation's weight in words that the article has too, in order. Of 150
quotations that were never printed in 441 articles none reaches it, and of 150 altered ones only
short ones with six words added stay below."""
PADDED, COVERED, PADDED_WORDS = 0.5, 0.85, 4
"""With words added, the share may be less where what the article has there is nearly all quoted,
and so many words stand together."""
FRAGMENT_WORDS, FRAGMENT_WEIGHT, FRAGMENT_SUPPORT = 8, 11.0, 0.3
"""A quotation put together from two articles has less of each: then so many words in a row, with
so much weight (four content words at least), are no chance. Of those 150 none has more than seven
in a row."""
ATTRIBUTED = 200
"""For so many occurrences it is asked who says it."""
LISTED = 50
"""So many occurrences of a few words are listed; their number is told."""


class QuoteChecker:
    """Checks quotations against one library. Open it once and check often.

    Safe to share between threads.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.settings = library.settings.qa
        self._known: tuple[int, Filters | None, Coverage, tuple[str, ...]] | None = None

    @classmethod
    def open(cls, folder: str | Path | None = None, *, settings: Settings | None = None) -> Self:
        """Open the library in ``folder``; the settings' where ``None``.

        Raises:
            LibraryMissing, LibraryTooNew, LibraryDamaged: As their messages say.
        """
        return cls(Library.open(folder, settings=settings))

    def check(
        self,
        quote: str,
        *,
        speaker: str | None = None,
        filters: Filters | None = None,
        id: str | None = None,
    ) -> QuoteCheck:
        """Check a quotation.

        Args:
            quote: The words, with or without quotation marks around them. ``…`` stands for words
                left out, ``[ ]`` for an editor's.
            speaker: Who is said to have said it, as people name them.
            filters: Only articles that these let through are searched.
            id: Given back in the outcome.

        Raises:
            QuoteEmpty: There is no word in it.
            QuoteTooLong: It is no quotation any more.
            IndexDamaged, IndexTooNew, EncoderMismatch, EncoderMissing: The index can't be used.
        """
        if len(quote) > self.settings.max_quote_characters:
            raise QuoteTooLong(len(quote), self.settings.max_quote_characters)
        if not has_words(quote):
            raise QuoteEmpty()
        self.library.search_index.catch_up()
        return replace(self._checked(quote, speaker, filters), id=id)

    def check_draft(
        self, draft: Draft, *, filters: Filters | None = None, progress: Progress | None = None
    ) -> CheckedDraft:
        """Check every quotation of a draft, in its order, against the speaker that it names.

        Here no quotation is too long, or one would keep the others from being checked.

        Args:
            draft: See ``draft_of`` and ``read_draft``.
            filters: Only articles that these let through are searched.
            progress: Called with ``"checking"``, the quotations checked and all there are.
        """
        quotations = tuple(one for one in quotations_of(draft) if has_words(one.quote))
        self.library.search_index.catch_up()
        checks: list[QuoteCheck] = []
        for one in quotations:
            if progress:
                progress("checking", len(checks), len(quotations))
            checks.append(self._checked(one.quote, one.speaker, filters))
        if progress:
            progress("checking", len(checks), len(quotations))
        return CheckedDraft(
            name=draft.name, text=draft.text, quotations=quotations, checks=tuple(checks)
        )

    def close(self) -> None:
        """Let go of the library."""
        self.library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _checked(self, quote: str, speaker: str | None, filters: Filters | None) -> QuoteCheck:
        locator = Locator(quote, self.library.search_index, filters)
        return self._outcome(locator, (speaker or "").strip() or None)

    def _outcome(self, locator: Locator, claimed: str | None) -> QuoteCheck:
        """The stages in order, each only where the one before found nothing."""
        if len(locator.content) < LEAST_CONTENT_WORDS:
            return self._too_short(locator, claimed)
        exact = locator.exact()
        if exact and exact[0].is_same:
            return self._located(locator, exact[0], claimed)
        near, candidates = locator.near()
        if best := _located_best([*exact, *near, *locator.older()]):
            return self._located(locator, best, claimed)
        alike, tried = locator.misspelt()
        if best := _located_best(alike):
            return self._located(locator, best, claimed)
        nearest = sentences_near(locator, candidates)
        if restated := restated_in(locator, nearest, self.library.encoder):
            return self._located(locator, restated, claimed, is_restated=True)
        return self._not_found(locator, claimed, with_changes(locator, nearest), tried)

    def _located(
        self, locator: Locator, best: Comparison, claimed: str | None, *, is_restated: bool = False
    ) -> QuoteCheck:
        """The verdict on words, or a statement, that stand in the library."""
        places = places_of(locator, best)
        found = [_occurrence(best, place, claimed) for place in places]
        shown = min(found[:ATTRIBUTED], key=lambda one: one.rank)
        here = best if is_restated else _at(locator, best, shown)
        judged = shown.said.cue if claimed else None
        crops = () if is_restated else (*turning_joins(here), *turning_crops(here, judged))
        attribution = attribution_of(found[:ATTRIBUTED])
        wording: Wording = "paraphrased" if is_restated else wording_of(here, crops, shown)
        kept, copies = fold_copies(places)
        sentence = sentence_around(here.sentences, here.place)
        said = shown.said
        return replace(
            self._blank(locator, claimed, wording, attribution),
            abridged=here.is_abridged,
            cropped=cropped(here.article.text, here.place, sentence),
            match=self._cite(here.article, here.place, sentence, _number_of(shown, kept, copies)),
            changes=tuple(
                sorted([*crops, *here.changes], key=lambda one: not one.bears_on_meaning)
            ),
            speaker=said.speaker,
            cue=here.article.text[said.cue.start : said.cue.end] if said.cue else None,
            in_quotation_marks=said.in_quotation_marks,
            occurrences=self._cited(kept),
            speech=said.speech,
            pieces=here.pieces,
            left_out=here.left_out,
            copies=copies,
            notes=notes_of(locator, here, shown, found[:ATTRIBUTED]),
        )

    def _too_short(self, locator: Locator, claimed: str | None) -> QuoteCheck:
        """So few words that nothing can be told; where they stand is listed all the same."""
        places = [
            Place(article, span, sentence_around(locator.sentences(article), span))
            for article, span in locator.occurrences(locator.quote)
        ]
        kept, copies = fold_copies(places)
        return replace(
            self._blank(locator, claimed, "too_short", _open_attribution(claimed)),
            occurrences=self._cited(kept[:LISTED]),
            copies=copies,
            notes=too_short_note(len(places)),
        )

    def _not_found(
        self,
        locator: Locator,
        claimed: str | None,
        nearest: Sequence[Nearest],
        tried: Sequence[str],
    ) -> QuoteCheck:
        """Nothing in the library: what was searched, and what comes nearest."""
        return replace(
            self._blank(locator, claimed, "not_found", _open_attribution(claimed)),
            nearest=tuple(
                self._cite(one.article, one.sentence, one.sentence, number)
                for number, one in enumerate(nearest, start=1)
            ),
            nearest_changes=tuple(one.changes for one in nearest),
            tried=tuple(tried),
            notes=not_found_notes(locator),
        )

    def _blank(
        self, locator: Locator, claimed: str | None, wording: Wording, attribution: Attribution
    ) -> QuoteCheck:
        """The record with what every outcome has."""
        searched, publishers = self._searched(locator.filters)
        return QuoteCheck(
            id=None,
            quote=locator.quote,
            claimed_speaker=claimed,
            verdict=verdict_of(wording, attribution),
            wording=wording,
            attribution=attribution,
            abridged=False,
            cropped=Cropped(),
            match=None,
            changes=(),
            speaker=None,
            cue=None,
            in_quotation_marks=None,
            occurrences=(),
            nearest=(),
            searched=searched,
            publishers=publishers,
        )

    def _searched(self, filters: Filters | None) -> tuple[Coverage, tuple[str, ...]]:
        """What is searched, asked of the database once for each change of the library."""
        store = self.library.store
        change, known = store.change_counter, self._known
        if known is None or known[:2] != (change, filters):
            publishers = tuple(store.publishers(filters))
            known = (change, filters, store.coverage(filters), publishers)
            self._known = known
        return known[2], known[3]

    def _cited(self, places: Sequence[Place]) -> tuple[Citation, ...]:
        return tuple(
            self._cite(place.article, place.span, place.sentence, number)
            for number, place in enumerate(places, start=1)
        )

    def _cite(self, article: Article, place: Span, sentence: Span, number: int) -> Citation:
        context = self.settings.context_characters
        return cite(article, place, sentence, number=number, context_characters=context)


def has_words(quote: str) -> bool:
    """Whether there is anything in a quotation to look for."""
    return any(any(map(str.isalnum, token.key)) for token in tokens_of(quote))


def _located_best(comparisons: Sequence[Comparison]) -> Comparison | None:
    """The best of those that are near enough; an older revision only where it has fewer changes."""
    able = [one for one in comparisons if _is_located(one)]
    return max(able, key=lambda one: (one.quality, one.article.current), default=None)


def _is_located(comparison: Comparison) -> bool:
    support, longest = comparison.support, comparison.longest
    if support >= LOCATED:
        return True
    is_covered = comparison.covered >= COVERED and longest.end - longest.start >= PADDED_WORDS
    if support >= PADDED and is_covered:
        return True
    is_long = longest.end - longest.start >= FRAGMENT_WORDS
    weight = comparison.weight_of((longest.start, longest.end))
    return is_long and weight >= FRAGMENT_WEIGHT and support >= FRAGMENT_SUPPORT


def _occurrence(best: Comparison, place: Place, claimed: str | None) -> Occurrence:
    """A place as an occurrence; the best one with its pieces, which may be apart."""
    is_best = (place.article, place.span) == (best.article, best.place)
    pieces = best.pieces if is_best else ()
    return Occurrence(place.article, place.span, claimed, pieces, place.sentence)


def _at(locator: Locator, best: Comparison, shown: Occurrence) -> Comparison:
    """The comparison with the occurrence that is shown."""
    if (shown.article, shown.place) == (best.article, best.place):
        return best
    return locator.compared_with(shown.article, within=shown.place) or best


def _number_of(shown: Occurrence, kept: Sequence[Place], copies: Sequence[Copies]) -> int:
    """The number of the occurrence that is shown, or of the one that it is a copy of."""
    for number, place in enumerate(kept, start=1):
        if (place.article, place.span) == (shown.article, shown.place):
            return number
    for one in copies:
        if shown.article.id in one.article_ids:
            return one.number
    return 1


def _open_attribution(claimed: str | None) -> Attribution:
    return "not_claimed" if claimed is None else "unclear"
