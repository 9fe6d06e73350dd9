"""qa.quotes.judge: wording and attribution apart, and the verdict that they give together."""

from __future__ import annotations

import pytest

from corpus import Article, Span
from qa.quotes.judge import Occurrence, attribution_of, verdict_of
from qa.quotes.model import Attribution, Verdict, Wording

TEXT = "“Ships can enter,” said Elena Quispe. Trade fell in May. “Nobody slept,” Raúl Ortega said."


def occurrence(words: str, claimed: str | None) -> Occurrence:
    start = TEXT.index(words)
    return Occurrence(Article(id="a", text=TEXT), Span(start, start + len(words)), claimed)


@pytest.mark.parametrize(
    ("words", "claimed", "attribution"),
    [
        ("Ships can enter", "Elena Quispe", "confirmed"),
        ("Ships can enter", "Quispe", "confirmed"),
        ("Ships can enter", "Raúl Ortega", "contradicted"),
        ("Trade fell in May", "Elena Quispe", "contradicted"),
        ("Ships can enter", None, "not_claimed"),
    ],
)
def test_the_article_decides_who_said_it(
    words: str, claimed: str | None, attribution: Attribution
) -> None:
    assert occurrence(words, claimed).attribution == attribution


def test_words_half_inside_quotation_marks_contradict_nobody() -> None:
    assert occurrence("Trade fell in May. “Nobody slept", "Quispe").attribution == "unclear"


def test_one_occurrence_that_confirms_is_enough_and_all_must_contradict() -> None:
    confirmed = occurrence("Ships can enter", "Quispe")
    contradicted = occurrence("Nobody slept", "Quispe")

    assert attribution_of([contradicted, confirmed]) == "confirmed"
    assert attribution_of([contradicted, contradicted]) == "contradicted"


@pytest.mark.parametrize(
    ("wording", "attribution", "verdict"),
    [
        ("verbatim", "confirmed", "verbatim"),
        ("verbatim", "contradicted", "misattributed"),
        ("altered", "contradicted", "misattributed"),
        ("paraphrased", "unclear", "paraphrased"),
        ("not_found", "contradicted", "not_found"),
        ("too_short", "unclear", "too_short"),
    ],
)
def test_located_words_of_somebody_else_are_misattributed(
    wording: Wording, attribution: Attribution, verdict: Verdict
) -> None:
    assert verdict_of(wording, attribution) == verdict
