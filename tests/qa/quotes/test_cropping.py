"""qa.quotes.cropping: what a crop leaves out, and whether that turns the meaning."""

from __future__ import annotations

import pytest
from comparing import compared

from corpus import Span
from corpus.sentences import split_sentences
from qa.quotes.compare import Comparison
from qa.quotes.cropping import cropped, turning_crops
from qa.quotes.occurrences import sentence_around


def located(quote: str, text: str) -> Comparison:
    found = compared(quote, text)
    assert found is not None
    return found


def crops(quote: str, text: str) -> list[str]:
    return [change.source for change in turning_crops(located(quote, text))]


@pytest.mark.parametrize(
    ("quote", "text", "dropped"),
    [
        ("the mayor took the money", "“I don’t believe that the mayor took the money,” she said.",
         ["I don’t believe that"]),
        ("the port will open", "“The port will open if the strike ends,” said Ruiz.",
         ["if the strike ends"]),
        ("the port will open", "“If the strike ends the port will open,” said Ruiz.",
         ["If the strike ends"]),
        ("he stole the ship", "“Nobody proved that he stole the ship,” said Ruiz.",
         ["Nobody proved that"]),
        ("the ship was stolen", "Police claimed the ship was stolen in May.", ["Police claimed"]),
        ("The plan works", "“The plan works, I think,” Ruiz said.", [", I think"]),
        ("the plan works", "“The idea that the plan works is just not true,” Ruiz said.",
         ["The idea that", "is just not true"]),
        ("90 men met here", "Some 90 men met here.", ["Some"]),
        ("two percent are checked", "At least two percent are checked.", ["At least"]),
        ("ruined the port", "“They almost ruined the port,” she said.", ["almost"]),
        ("the plan works", "“The plan works only if everyone pays,” Ruiz said.",
         ["only if everyone pays"]),
        ("el puerto abrirá", "“No creo que el puerto abrirá”, dijo Ruiz.", ["No creo que"]),
    ],
)  # fmt: skip
def test_a_negation_condition_or_attitude_that_governs_is_missed(
    quote: str, text: str, dropped: list[str]
) -> None:
    assert crops(quote, text) == dropped


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("the port will open", "“The port will open,” she said, “not later than May.”"),
        ("this is wrong", "“I am not a lawyer, but this is wrong,” said Ruiz."),
        (
            "the port will open on Monday",
            "“We waited long; the port will open on Monday,” he said.",
        ),
        ("we met in Lima", "“We met in Lima and talked for hours,” said Ruiz."),
        ("ships sank", "“Three ships sank,” said Ruiz."),
    ],
)
def test_a_crop_that_governs_nothing_is_harmless(quote: str, text: str) -> None:
    assert crops(quote, text) == []


def test_the_dropped_words_are_at_their_place_and_bear_on_the_meaning() -> None:
    found = located("the mayor took it", "“I doubt that the mayor took it,” she said.")
    (change,) = turning_crops(found)

    assert found.article.text[change.source_start : change.source_end] == "I doubt that"
    assert (change.quoted, change.quoted_start, change.quoted_end) == ("", 0, 0)
    assert change.bears_on_meaning


def test_the_words_of_the_sentence_before_and_after_are_counted() -> None:
    text = "It rained. On Monday the port will open for large ships again. Nobody knew."
    found = located("the port will open", text)
    sentence = sentence_around(split_sentences(text), found.place)

    # By hand: "On Monday" before, "for large ships again" after.
    counted = cropped(text, found.place, sentence)
    assert (counted.before, counted.after) == (2, 4)
    assert sentence == Span(11, 62)
