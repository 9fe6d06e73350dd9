"""index.terms: texts and queries meet in the same terms."""

from __future__ import annotations

import pytest

from index import content_words, query_terms, terms_of


@pytest.mark.parametrize(
    ("language", "text", "query"),
    [
        ("en", "The gangs trafficked drugs", "gang trafficking drug"),
        ("en", "He denied the accusations", "denies accusation"),
        ("es", "Las bandas traficaban drogas", "banda traficar droga"),
        ("es", "Los sicarios fueron detenidos", "sicario detenido"),
        ("es", "La policía registró viviendas", "policia vivienda"),
    ],
)
def test_forms_of_a_word_meet_in_their_language(language: str, text: str, query: str) -> None:
    found = set(terms_of(text, language))

    for word in query.split():
        assert found & set(query_terms(word, [language])), word


def test_a_query_is_looked_for_in_every_language_of_the_library() -> None:
    terms = query_terms("detenidos gangs", ["en", "es"])

    assert set(terms) >= {"detenidos", "deten", "gang", "gangs"}


@pytest.mark.parametrize("language", [None, "xx", "zh"])
def test_other_languages_are_not_stemmed(language: str | None) -> None:
    assert terms_of("Running Gálvez", language) == ["running", "galvez"]


def test_function_words_are_left_out_of_a_query_and_not_of_a_text() -> None:
    assert query_terms("Who is the mayor of Callao?", []) == ["mayor", "callao"]
    assert query_terms("¿Quién es el alcalde del Callao?", []) == ["alcalde", "callao"]
    assert terms_of("Who is the mayor", None) == ["who", "is", "the", "mayor"]


def test_a_query_of_function_words_alone_keeps_them() -> None:
    assert query_terms("to be or not to be", []) == ["to", "be", "or", "not"]
    assert content_words("to be or not to be") == []


@pytest.mark.parametrize("query", ["", "?!", "🙂", "\x00"])
def test_a_query_without_words_has_no_terms(query: str) -> None:
    assert query_terms(query, ["en"]) == []


def test_every_term_is_asked_once_in_the_order_of_the_words() -> None:
    assert query_terms("port Callao port callao", []) == ["port", "callao"]


def test_a_very_long_query_is_cut() -> None:
    assert len(query_terms(" ".join(f"word{n}" for n in range(3000)), [])) == 200
