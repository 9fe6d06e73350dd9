"""qa.quotes.people: fullest names, he or she, and roles."""

from __future__ import annotations

import pytest

from corpus import Article, Span
from qa.quotes.narration import narration_of
from qa.quotes.people import fullest, gender_of, is_person, role_words, roles_in, words_of_name

PORT = Article(
    id="port",
    text="Anti-drug police chief Luis Pantoja spoke to El Comercio. Ms. Taylor, a judge, listened. "
    "The Port Commission met. Pantoja left.",
)


def place(words: str) -> Span:
    start = PORT.text.rindex(words)
    return Span(start, start + len(words))


def test_the_fullest_form_is_the_article_s() -> None:
    full = fullest(PORT, place("Pantoja"))

    assert PORT.text[full.start : full.end] == "Luis Pantoja"
    assert words_of_name(PORT, full) == ("luis", "pantoja")


@pytest.mark.parametrize(
    ("words", "expected"),
    [(("luis", "pantoja"), "he"), (("taylor",), "she"), (("quill", "smith"), None), ((), None)],
)
def test_he_or_she_by_title_or_given_name(words: tuple[str, ...], expected: str | None) -> None:
    assert gender_of(PORT.text, words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Luis Pantoja", True), ("El Comercio", False), ("Port Commission", False)],
)
def test_newspapers_and_commissions_are_no_persons(words: str, expected: bool) -> None:
    assert is_person(PORT, place(words)) is expected


def test_roles_stand_before_a_name_and_behind_it() -> None:
    roles = {PORT.text[name.start : name.end]: words for name, words in roles_in(PORT)}

    assert {"police", "chief"} <= roles["Luis Pantoja"]
    assert "judge" in roles["Taylor"]


def test_an_abbreviated_title_is_the_whole_word() -> None:
    assert role_words(narration_of("the Sen.").tokens[0]) == ("senator",)


def test_a_surname_that_two_bear_has_no_fuller_form() -> None:
    text = "It was late when Bill Clinton met with Hillary Clinton. Then Clinton went home again."
    start = text.rindex("Clinton")

    assert fullest(Article(id="a", text=text), Span(start, start + 7)) == Span(start, start + 7)
