"""corpus.clean: page furniture goes, the article's words stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.clean import is_prose, join_paragraphs, remove_furniture, split_paragraphs

PROSE = (
    "Police searched 34 houses in the port of Callao before dawn on June 20, newspapers wrote.",
    "Investigators say that the group moved drugs through the port for several countries.",
    "Similar groups had worked in the port before, and the leader of one was captured in 2016.",
    "The case also covers money laundering and 23 killings, and nobody named a day for a trial.",
)

TEMPTING = """the police port share donate related content tags comments newsletter Callao said
twelve helpful advertisement copyright cookies more about topics in 2016 seized Peru follow"""
WORDS = st.sampled_from(TEMPTING.split())
SENTENCES = st.lists(WORDS, min_size=9, max_size=20).map(
    lambda words: "It " + " ".join(words) + "."
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)


def test_one_blank_line_stands_between_paragraphs() -> None:
    assert join_paragraphs(["One.", "Two."]) == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One\u00a0 line. \r\n\r\nTwo\tlines.\n", ["One line.", "Two lines."]),
        ("Heading\nA line.", ["Heading", "A line."]),
        ("Cafe\u0301\u200b and\x07 tea", ["Café and tea"]),
        ("One\u2028Two\x0cThree", ["One", "Two", "Three"]),
        (" \n\n ", []),
    ],
)
def test_lines_are_tidied(text: str, paragraphs: list[str]) -> None:
    assert split_paragraphs(text) == paragraphs


def test_a_text_wrapped_at_a_fixed_width_is_joined_again() -> None:
    wrapped = (
        "Police searched 34 houses in the port of\n"
        "Callao before dawn, and newspapers in the\n"
        "capital wrote of twelve arrests and anti-\n"
        "drug police.\n\nA heading\n\nMore prose."
    )

    assert split_paragraphs(wrapped) == [
        "Police searched 34 houses in the port of Callao before dawn, and newspapers in the "
        "capital wrote of twelve arrests and anti-drug police.",
        "A heading",
        "More prose.",
    ]


def test_short_lines_that_were_not_wrapped_stay_apart() -> None:
    assert split_paragraphs("A list of four:\nmen\nboats\ncars\nhouses") == [
        "A list of four:",
        "men",
        "boats",
        "cars",
        "houses",
    ]


@pytest.mark.parametrize(
    "line", ["What Next for Peru's Biggest Seaport?", "JANE DOE", "22 SEP 2023", "A heading"]
)
def test_headlines_and_dates_are_no_prose(line: str) -> None:
    assert not is_prose(line)
    assert is_prose(PROSE[0])


@pytest.mark.parametrize("line", ["Advertisement", "SEE ALSO: Port Profile", "Share this article"])
def test_a_known_line_goes_and_what_follows_it_stays(line: str) -> None:
    cleaned = remove_furniture([*PROSE[:2], line, *PROSE[2:]])

    assert cleaned.paragraphs == PROSE
    assert cleaned.removed == (line,)


def test_the_tail_of_a_page_is_cut_where_several_marks_of_it_follow() -> None:
    tail = ["share icon", "Was this content helpful?", "We need your donations to go on.", "DONATE"]
    tail += ["Related Content", "COCA / 17 MAY 2022", "A plan was debated for months, but experts…"]

    assert remove_furniture([*PROSE, *tail]).paragraphs == PROSE


def test_headlines_under_a_heading_at_the_end_go_with_it() -> None:
    tail = ["Noticias relacionadas", "Un puente nuevo para el pueblo", "La feria abre el domingo"]

    assert remove_furniture([*PROSE, *tail]).paragraphs == PROSE


def test_the_article_goes_on_after_a_box_in_the_middle() -> None:
    cleaned = remove_furniture([PROSE[0], "Related stories", "A new bridge", *PROSE[1:]])

    assert [line for line in cleaned.paragraphs if line in PROSE] == list(PROSE)


def test_a_heading_that_could_be_the_article_s_needs_more_evidence() -> None:
    article = (*PROSE[:2], "About the port", *PROSE[2:])

    assert remove_furniture(article).paragraphs == article


def test_an_appeal_goes_only_beside_other_furniture() -> None:
    appeal = "We hope that our readers donate, since the archive costs money to keep."

    assert remove_furniture([*PROSE, appeal]).paragraphs == (*PROSE, appeal)
    assert remove_furniture([*PROSE, "DONATE", appeal]).paragraphs == PROSE


@given(st.lists(PARAGRAPHS, max_size=12))
@settings(max_examples=150)
def test_clean_prose_comes_through_word_for_word(paragraphs: list[str]) -> None:
    assert remove_furniture(paragraphs).paragraphs == tuple(paragraphs)


@given(st.text())
def test_tidied_lines_are_never_blank_and_tidying_again_changes_nothing(text: str) -> None:
    once = split_paragraphs(text, may_be_wrapped=False)

    assert all(line and line == line.strip() and "\n" not in line for line in once)
    assert split_paragraphs(join_paragraphs(once), may_be_wrapped=False) == once
