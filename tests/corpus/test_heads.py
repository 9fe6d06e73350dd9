"""corpus.heads: headline, byline and trail come off the top, and nothing else does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.heads import read_head, strip_head

FIRST = "Police searched 34 houses in the port of Callao before dawn on June 20, newspapers wrote."
SECOND = "Investigators say that the group moved drugs through the port for several countries."
DECK = "The operation began before dawn and reached into seven prison cells."


def test_the_head_of_a_saved_page_gives_all_that_it_states() -> None:
    trail = "HomeNewsBriefRaids in the Port of Callao"
    byline = "PERU / 22 JUN 2017 BY ANA DE LA O EN"
    head = read_head([trail, "BRIEF", "Raids in the Port of Callao", byline, FIRST, SECOND])

    assert head.paragraphs == (FIRST, SECOND)
    assert head.metadata.title == "Raids in the Port of Callao"
    assert (head.metadata.authors, head.metadata.section) == (("Ana de la O",), "PERU")
    assert head.metadata.published == "2017-06-22"
    assert head.provenance["published"] == f"byline line: {byline!r}"


def test_menus_above_the_headline_go_and_a_standfirst_below_it_stays() -> None:
    menu = ["Skip to main content", "Home", "World", "Money"]
    title = "Police search houses in the port"
    head = read_head([*menu, title, DECK, "By Jane Doe", "March 3, 2021", FIRST])

    assert head.paragraphs == (DECK, FIRST)
    assert (head.metadata.title, head.metadata.published) == (title, "2021-03-03")


def test_a_label_between_headline_and_date_goes_too() -> None:
    head = read_head(["Police search houses", "Published", "3 March 2021", "Share", FIRST])

    assert (head.metadata.published, head.paragraphs) == ("2021-03-03", ("Share", FIRST))


def test_by_can_stand_on_a_line_of_its_own() -> None:
    head = read_head(["Police search houses", "By", "Jane Doe", FIRST])

    assert (head.metadata.authors, head.paragraphs) == (("Jane Doe",), (FIRST,))


def test_a_date_below_the_first_prose_is_the_article_s() -> None:
    lines = [DECK, "22 June 2017", FIRST]
    head = read_head(lines)

    assert (head.metadata.published, head.paragraphs) == (None, tuple(lines))


def test_lines_that_disagree_leave_the_day_unknown_and_say_so() -> None:
    head = read_head(["Raids in the port of Callao", "3 March 2021", "5 March 2021", FIRST])

    assert head.metadata.published is None
    assert "could not tell the day" in head.provenance["published"]


def test_a_date_that_can_be_read_two_ways_is_unknown_and_told() -> None:
    head = read_head(["Raids in the port of Callao", "By Jane Doe | 03/04/2021", FIRST])

    assert head.metadata.published is None
    assert "'03/04/2021'" in head.provenance["published"]


def test_labelled_lines_fill_the_fields_they_name() -> None:
    lines = [
        "Title: Raids in Callao",
        "Autor: Ana Gil",
        "Date: 3 March 2021",
        "URL: javascript:x",
        FIRST,
    ]
    head = read_head(lines)

    assert (head.metadata.title, head.metadata.authors) == ("Raids in Callao", ("Ana Gil",))
    assert (head.metadata.published, head.metadata.url) == ("2021-03-03", None)
    assert head.paragraphs == (FIRST,)


def test_one_labelled_line_may_be_the_article_s() -> None:
    lines = ("Source: an official who asked not to be named.", FIRST)

    assert read_head(lines).paragraphs == lines


def test_a_text_without_a_head_comes_back_whole() -> None:
    assert read_head([FIRST, SECOND]).paragraphs == (FIRST, SECOND)
    assert read_head([]).paragraphs == ()


def test_a_known_title_and_byline_are_stripped_and_a_standfirst_is_not() -> None:
    lines = ["RAIDS IN CALLAO", "By Jane Doe", "A heading", FIRST, "Raids in Callao"]

    assert strip_head(lines, "Raids in Callao") == ("A heading", FIRST, "Raids in Callao")


@given(st.lists(st.text(min_size=1, max_size=60).map(str.strip).filter(bool), max_size=12))
def test_what_is_left_is_in_order_and_word_for_word(lines: list[str]) -> None:
    rest = iter(lines)

    assert all(line in rest for line in read_head(lines).paragraphs)
