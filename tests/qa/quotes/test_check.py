"""qa.quotes.check: a quotation in, a verdict out, over a small library with a fake encoder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import HashedWords, line

from corpus import Filters
from qa import Library, QuoteEmpty, QuoteTooLong, draft_of, load_settings
from qa.quotes.check import QuoteChecker
from qa.quotes.model import QuoteCheck

PORT = (
    "The port of Callao will stay open, officials said on Monday.\n\n"
    "“We did not close a single one of the 34 gates,” said Elena Quispe, the director of the port. "
    "“Ships can enter on 20 June,” she said, “and nobody will stop them.”\n\n"
    "Quispe said that the union had agreed to the new hours. Trade has fallen by two percent since "
    "March. The union leader, Raúl Ortega, was not convinced. “I don’t believe that the hours are "
    "fair to the night workers if the wages stay the same,” Ortega said."
)
LATER = (
    "The director of the port repeated her promise. “We did not close a single one of the 34 "
    "gates,” said Quispe."
)
ARTICLES = [
    line(PORT, id="port", published="2017-06-12", publisher="El Diario"),
    line(LATER, id="later", published="2017-06-14", publisher="La Voz"),
]

Check = Callable[..., QuoteCheck]


@pytest.fixture
def check(make_library: Callable[..., Path], fake_encoder: HashedWords) -> Check:
    settings = replace(load_settings(environment={}), library=make_library(ARTICLES))
    return QuoteChecker(Library.open(settings=settings, encoder=fake_encoder)).check


def test_the_same_words_are_verbatim_and_their_speaker_is_confirmed(check: Check) -> None:
    found = check("We did not close a single one of the 34 gates", speaker="Elena Quispe")

    assert (found.verdict, found.wording, found.attribution) == (
        "verbatim",
        "verbatim",
        "confirmed",
    )
    assert found.match is not None
    assert PORT[found.match.start : found.match.end] == found.match.exact
    assert found.match.exact == "We did not close a single one of the 34 gates"
    assert (found.speaker, found.cue) == ("Elena Quispe", "said")
    assert found.in_quotation_marks is True
    assert found.changes == ()


def test_every_occurrence_is_listed_oldest_first(check: Check) -> None:
    found = check("We did not close a single one of the 34 gates")

    assert [citation.article_id for citation in found.occurrences] == ["port", "later"]
    assert [citation.number for citation in found.occurrences] == [1, 2]


def test_a_changed_number_is_altered_and_named(check: Check) -> None:
    found = check("We did not close a single one of the 43 gates")

    (change,) = found.changes
    assert found.verdict == "altered"
    assert (change.kind, change.quoted, change.source) == ("number", "43", "34")
    assert change.bears_on_meaning


def test_a_dropped_not_is_altered(check: Check) -> None:
    found = check("We did close a single one of the 34 gates")

    assert found.verdict == "altered"
    assert [change.kind for change in found.changes] == ["negation"]


def test_the_same_value_in_another_writing_does_not_bear_on_meaning(check: Check) -> None:
    found = check("We did not close a single one of the thirty-four gates")

    assert found.verdict == "altered"
    assert [(c.kind, c.bears_on_meaning) for c in found.changes] == [("number", False)]


def test_somebody_else_s_words_are_misattributed(check: Check) -> None:
    found = check("We did not close a single one of the 34 gates", speaker="Raúl Ortega")

    assert (found.verdict, found.wording) == ("misattributed", "verbatim")
    assert found.attribution == "contradicted"
    assert found.speaker == "Elena Quispe"


def test_the_reporter_s_own_words_are_nobody_s_quotation(check: Check) -> None:
    found = check("Trade has fallen by two percent since March", speaker="Elena Quispe")

    assert (found.verdict, found.speech) == ("misattributed", "own_words")
    assert found.in_quotation_marks is False


def test_reported_speech_in_quotation_marks_is_paraphrased(check: Check) -> None:
    found = check("the union had agreed to the new hours", speaker="Quispe")

    assert (found.verdict, found.attribution) == ("paraphrased", "confirmed")
    assert found.speech == "reported"


def test_a_crop_that_removes_a_denial_and_a_condition_is_altered(check: Check) -> None:
    found = check("the hours are fair to the night workers", speaker="Ortega")

    dropped = [change.source for change in found.changes]
    assert found.wording == "altered"
    assert {change.kind for change in found.changes} == {"dropped"}
    assert any("don’t believe" in source for source in dropped)
    assert any(source.startswith("if the wages") for source in dropped)


def test_parts_around_she_said_are_joined_and_that_is_said(check: Check) -> None:
    found = check("Ships can enter on 20 June, and nobody will stop them", speaker="Quispe")

    assert found.verdict == "verbatim"
    assert len(found.pieces) == 2
    assert any("she said" in note for note in found.notes)


def test_an_ellipsis_counts_what_it_leaves_out(check: Check) -> None:
    found = check("We did not close … the 34 gates")

    # By hand: "a single one of".
    assert (found.verdict, found.abridged, found.left_out) == ("verbatim", True, 4)


def test_two_places_put_together_are_altered_and_how_far_apart_is_said(check: Check) -> None:
    found = check("We did not close a single one of the 34 gates, nobody will stop them")

    assert found.verdict == "altered"
    assert any("apart" in note for note in found.notes)


def test_not_found_says_what_was_searched(check: Check) -> None:
    found = check("Every container ship from Ecuador sank in the storm")

    assert found.verdict == "not_found"
    assert found.match is None
    assert found.searched.articles == 2
    assert found.publishers == ("El Diario", "La Voz")
    assert any("no proof" in note for note in found.notes)


def test_a_misspelt_name_is_found_and_the_spelling_is_named(check: Check) -> None:
    found = check("said Elena Quispé, the director of the port")

    assert found.wording == "altered"
    assert [(c.kind, c.bears_on_meaning) for c in found.changes] == [("spelling", False)]


def test_a_few_function_words_prove_nothing_but_are_listed(check: Check) -> None:
    found = check("the hours are")

    assert found.verdict == "too_short"
    assert [citation.article_id for citation in found.occurrences] == ["port"]


def test_filters_narrow_what_is_searched(check: Check) -> None:
    found = check("Ships can enter on 20 June", filters=Filters(date_from="2017-06-13"))

    assert found.verdict == "not_found"
    assert found.searched.articles == 1


@pytest.mark.parametrize("quote", ["", "   ", "…", "“”", "?!—"])
def test_no_word_is_refused_in_one_line(check: Check, quote: str) -> None:
    with pytest.raises(QuoteEmpty, match="no word"):
        check(quote)


def test_a_text_too_long_is_refused_in_one_line(check: Check) -> None:
    with pytest.raises(QuoteTooLong, match="20,000 characters"):
        check("gate " * 4000)


@pytest.mark.parametrize(
    "quote",
    [
        "We did NOT AND (close) a [single* one] of^2 the title:34 ~gates\\",
        "<b>We did not close</b> a single <script>alert(1)</script> one",
        "We did .* close a (?:single) one$",
        "Мы не закрыли ни одного из 34 ворот 我们没有关闭",
    ],
)
def test_no_character_is_syntax(check: Check, quote: str) -> None:
    assert check(quote).quote == quote


def test_a_whole_article_is_checked_as_one_quotation(check: Check) -> None:
    found = check(PORT)

    assert found.wording == "verbatim"
    assert found.match is not None
    assert found.match.article_id == "port"


def test_words_of_a_replaced_revision_are_found_and_said_to_be_old(
    make_library: Callable[..., Path], fake_encoder: HashedWords, tmp_path: Path
) -> None:
    first = line("Seven ships burned in the harbour of Callao.", id="ships")
    settings = replace(load_settings(environment={}), library=make_library([first]))
    library = Library.open(settings=settings, encoder=fake_encoder)
    corrected = tmp_path / "corrected.jsonl"
    corrected.write_text('{"id": "ships", "text": "Two boats burned near the pier of Callao."}\n')
    library.add([corrected])

    found = QuoteChecker(library).check("Seven ships burned in the harbour of Callao")

    assert found.wording == "verbatim"
    assert found.match is not None
    assert (found.match.current, found.match.revision) == (False, 1)


def test_copies_of_a_sentence_are_folded_with_their_number(
    make_library: Callable[..., Path], fake_encoder: HashedWords
) -> None:
    rows = [line(LATER, id=name, published=day) for name, day in
            (("b", "2017-06-15"), ("a", "2017-06-16"), ("c", "2017-06-14"))]  # fmt: skip
    settings = replace(load_settings(environment={}), library=make_library(rows))

    found = QuoteChecker(Library.open(settings=settings, encoder=fake_encoder)).check(
        "We did not close a single one of the 34 gates"
    )

    assert [citation.article_id for citation in found.occurrences] == ["c"]
    assert [(one.number, one.article_ids) for one in found.copies] == [(1, ("b", "a"))]


def test_a_quotation_that_runs_on_into_the_reporters_words_is_not_verbatim(check: Check) -> None:
    extended = check("Ships can enter on 20 June, she said", speaker="Elena Quispe")

    assert (extended.wording, extended.attribution) == ("paraphrased", "confirmed")
    assert any("outside the quotation marks" in note for note in extended.notes)


def test_a_qualifier_cropped_from_the_claimed_speakers_statement_alters_it(check: Check) -> None:
    found = check("the hours are fair to the night workers", speaker="Raúl Ortega")

    assert found.verdict == "altered"
    assert found.changes[0].source == "I don’t believe that"


def test_checking_a_draft_tells_how_far_it_is(
    make_library: Callable[..., Path], fake_encoder: HashedWords
) -> None:
    settings = replace(load_settings(environment={}), library=make_library(ARTICLES))
    told: list[tuple[str, int, int | None]] = []
    text = "She said: “Ships can enter on 20 June”. He said: “Nothing is known of it”."

    with QuoteChecker(Library.open(settings=settings, encoder=fake_encoder)) as checker:
        checker.check_draft(draft_of(text, "Pasted"), progress=lambda *step: told.append(step))

    assert told == [("checking", 0, 2), ("checking", 1, 2), ("checking", 2, 2)]
