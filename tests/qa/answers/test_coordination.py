"""qa.answers.coordination: the items around an answer, never half a name."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Span
from qa.answers.coordination import items_around


def items(text: str, answer: str, language: str = "en") -> list[str]:
    start = text.index(answer)
    found = items_around(text, Span(0, len(text)), Span(start, start + len(answer)), language)
    return [text[span.start : span.end] for span in found]


@pytest.mark.parametrize(
    "answer",
    ["Lima", "Callao", "Trujillo", "Lima, Callao", "Callao and Trujillo",
     "Lima, Callao and Trujillo"],
)  # fmt: skip
def test_every_part_of_a_coordination_leads_to_the_whole(answer: str) -> None:
    assert items("Raids hit Lima, Callao and Trujillo on Monday.", answer) == [
        "Lima", "Callao", "Trujillo",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "answer", "expected"),
    [
        (
            "They are Peru, Mexico, and the Netherlands.",
            "Mexico",
            ["Peru", "Mexico", "the Netherlands"],
        ),
        (
            "Named were Ana Díaz; Luis Paz; and Eva Ríos.",
            "Luis Paz",
            ["Ana Díaz", "Luis Paz", "Eva Ríos"],
        ),
        (
            "It added elements 113, 115, 117 and 118 on 30 December.",
            "113",
            ["113", "115", "117", "118"],
        ),
        (
            "Sold are poverty, the lack of access to education and weak rule.",
            "poverty, the lack of access to education and weak rule",
            ["poverty", "the lack of access to education", "weak rule"],
        ),
        (
            "It plans wider and longer piers, a ferry line and/or a crane.",
            "wider and longer piers, a ferry line and/or a crane",
            ["wider and longer piers", "a ferry line", "a crane"],
        ),
        (
            "Wars in Iraq and Afghanistan cost it.",
            "in Iraq and Afghanistan",
            ["Iraq", "Afghanistan"],
        ),
        (
            "They met in Monrovia, California, Austin and Reno.",
            "Austin",
            ["Monrovia, California", "Austin", "Reno"],
        ),
        (
            "Third were Vuk Jeremić of Serbia and Srgjan Kerim of Macedonia.",
            "Vuk Jeremić",
            ["Vuk Jeremić of Serbia", "Srgjan Kerim of Macedonia"],
        ),
        (
            "It lists Cabot Library, Lamont Library, and Widener Library.",
            "Cabot Library",
            ["Cabot Library", "Lamont Library", "Widener Library"],
        ),
    ],
)
def test_lists_are_cut_into_their_items(text: str, answer: str, expected: list[str]) -> None:
    assert items(text, answer) == expected


def test_the_joining_words_are_those_of_the_language() -> None:
    text = "Viajaron a Chile, Perú e Italia."

    assert items(text, "Perú", "es") == ["Chile", "Perú", "Italia"]
    assert items("José Ortega y Pérez came.", "José Ortega y Pérez") == ["José Ortega y Pérez"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("It is Trinidad and Tobago.", "Trinidad and Tobago"),
        ("It is Antigua and Barbuda.", "Antigua and Barbuda"),
        ("It is Bosnia and Herzegovina.", "Bosnia and Herzegovina"),
        ("Sued was Johnson & Johnson.", "Johnson & Johnson"),
        ("Sued was Johnson and Johnson.", "Johnson and Johnson"),
        ("Named was John Smith, Jr.", "John Smith, Jr."),
        (
            "Run by the Ministry of Health and Social Services.",
            "Ministry of Health and Social Services",
        ),
        ("Sued was Immigration and Customs Enforcement.", "Immigration and Customs Enforcement"),
        ("About 1,300 officers came.", "1,300"),
        ("They met in Monrovia, California, from 8 February.", "Monrovia, California"),
        ("It fell on November 28, 2016 and ended.", "November 28, 2016"),
        ("It took two hundred and fifty men.", "two hundred and fifty"),
        ("It fell between 1702 and 1709.", "between 1702 and 1709"),
        (
            "It suppresses adaptive and innate immune responses.",
            "adaptive and innate immune responses",
        ),
        ("It came from the PNU and ODM camps.", "PNU and ODM camps"),
        (
            "It laid out definitions of time and space complexity.",
            "definitions of time and space complexity",
        ),
        ("They were at clubs and bars in Lima and Callao.", "clubs and bars in Lima and Callao"),
        ("He came to denote unknown or unexplored land.", "to denote unknown or unexplored land"),
        ("It is “Salt, Oil and Bread”, a book.", "“Salt, Oil and Bread”"),
    ],
)
def test_one_thing_stays_whole(text: str, answer: str) -> None:
    assert items(text, answer) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Police arrested Juan Pérez, and Ana López fled.", "Juan Pérez"),
        ("Luis Pantoja, the chief of police, and others spoke.", "Luis Pantoja"),
        ("Gerson Gálvez, alias Caracol, and his gang fled.", "Gerson Gálvez"),
        ("It brought three old pistols and two helmets to him.", "three old pistols"),
        ("Malls were to review their plans and consider measures.", "their plans"),
    ],
)
def test_what_is_no_item_is_not_taken_in(text: str, answer: str) -> None:
    assert items(text, answer) == [answer]


def test_a_place_is_an_item_among_places_and_part_of_one_behind_a_town() -> None:
    assert items("The European Union, Austria, Bolivia and Nepal joined.", "Bolivia") == [
        "The European Union", "Austria", "Bolivia", "Nepal",
    ]  # fmt: skip
    assert items("It named Acme, Peru, Chile and Cuba.", "Chile") == [
        "Acme",
        "Peru",
        "Chile",
        "Cuba",
    ]
    assert items("It was in Lima, Peru and Chile.", "Lima, Peru and Chile") == [
        "Lima, Peru and Chile"
    ]
    assert items("It was in London, New York, Paris and Rome.", "Paris") == ["Paris"]


def test_what_is_said_aside_is_no_item() -> None:
    text = "Third were Irina Bokova, who heads UNESCO, Vuk Jeremić and Srgjan Kerim."

    assert items(text, "Vuk Jeremić") == ["Vuk Jeremić", "Srgjan Kerim"]


def test_titles_behind_a_name_and_a_place_before_a_comma_are_no_items() -> None:
    titles = "Elector of Brandenburg and Duke of Prussia"

    assert items(f"Held by Frederick William, {titles}.", titles) == [
        "Elector of Brandenburg", "Duke of Prussia",
    ]  # fmt: skip
    assert items("In Washington, Lima and Callao were named.", "Lima") == ["Lima", "Callao"]


PIECES = st.sampled_from(
    ["Lima", "Trinidad and Tobago", "the", " and ", ", ", "; ", " or ", "1,300", "Jr.", "(", ")",
     "poor", "“", "”", " ", ".", "California", "Ministry of Health", "and", " as well as "]
)  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=14), st.data())
def test_items_are_apart_in_order_and_within_the_sentence(
    pieces: list[str], data: st.DataObject
) -> None:
    text = "".join(pieces)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    found = items_around(text, Span(0, len(text)), Span(start, end), "en")

    assert found
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
