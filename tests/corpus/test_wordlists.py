"""corpus.wordlists: the lists are read, and each line of furniture is known as what it is."""

from __future__ import annotations

import pytest

from corpus.wordlists import field_labels, furniture, simplify, words


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "inline"),
        ("SEE ALSO:  Port Profile", "inline"),
        ("Read more: How containers are inspected", "inline"),
        ("Lee también: El precio del café", "inline"),
        ("Te puede interesar: Un puente nuevo", "inline"),
        ("5 min read", "inline"),
        ("share icon icon icon", "page"),
        ("Share this article", "page"),
        ("Compartir en Facebook", "page"),
        ("DONATE", "page"),
        ("Sign up for our newsletter", "page"),
        ("Sign up for our daily newsletter and never miss a story.", "page"),
        ("Suscríbete a nuestro boletín diario.", "page"),
        ("Follow us on Twitter", "page"),
        ("Síguenos en Instagram", "page"),
        ("We use cookies to improve your visit.", "page"),
        ("Este sitio utiliza cookies para mejorar su visita.", "page"),
        ("© 2021 The Daily Example", "page"),
        ("Copyright 2021 Daily Example. All rights reserved.", "page"),
        ("Tags: ports, Peru", "page"),
        ("What are your thoughts? Click here to send us your comments.", "page"),
        ("Facebook | Twitter | Print this page", "page"),
        ("Was this content helpful?", "end"),
        ("Related Content", "end"),
        ("You may also like", "end"),
        ("Lo más leído", "end"),
        ("Noticias relacionadas", "end"),
        ("Leave a comment", "end"),
        ("Tags", "end_weak"),
        ("About The Daily Example", "end_weak"),
        ("We need your donations to keep this archive open.", "soft"),
    ],
)
def test_a_line_of_the_page_is_known(line: str, kind: str) -> None:
    assert furniture().kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "InSight Crime Analysis",
        "He asked them to donate, and to share this article with friends.",
        '"We use cookies to follow you," the banner said, according to the regulator.',
        "The site uses cookies without consent, the regulator found.",
        "Related content was removed by the court, the newspaper wrote.",
        "They share a border of 1,500 kilometres.",
        "The follow-up on Twitter came a day later.",
        "A share of the money went abroad.",
        "Copyright lawyers met in 2021 to discuss the rules.",
    ],
)
def test_a_sentence_that_mentions_such_words_is_the_article_s(line: str) -> None:
    assert furniture().kind_of(line) is None


def test_a_line_is_compared_without_case_bullets_and_end_punctuation() -> None:
    assert simplify("» Don’t  MISS…") == "don't miss"


def test_the_lists_of_bylines_are_in_lower_case() -> None:
    assert all(
        word == word.casefold() for name in ("by", "roles", "outlets") for word in words(name)
    )
    assert field_labels()["fecha"] == "published"
