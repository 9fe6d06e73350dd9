"""qa.answers.metadata: questions about articles, and only about those of the library."""

from __future__ import annotations

import pytest

from corpus import Article, Passage
from index import Candidate
from qa.answers.metadata import MetadataQuestion, answer_from_metadata, read_metadata_question
from qa.questions import read_question


def asked(question: str) -> MetadataQuestion | None:
    return read_metadata_question(read_question(question))


@pytest.mark.parametrize(
    ("question", "field", "query"),
    [
        ("who wrote the article about Caracol's capture?", "authors", "Caracol's capture"),
        ("Who is the author of the story on the Panama Canal?", "authors", "the Panama Canal"),
        ("Which journalist wrote the piece about nihonium?", "authors", "nihonium"),
        ("when was the report on the Callao raids published?", "published", "the Callao raids"),
        ("When did the story about Kipchoge appear?", "published", "Kipchoge"),
        ("What is the date of the article about Mars?", "published", "Mars"),
        ("which outlet published the story about the canal?", "publisher", "the canal"),
        ("Who published the article about Mars?", "publisher", "Mars"),
        ("what is the headline of the article about nihonium?", "title", "nihonium"),
        ("Which section is the article about Mars in?", "section", "Mars"),
        ("What language is the article about the miners in?", "language", "the miners"),
        ("Under which licence was the article about Mars published?", "licence", "Mars"),
        ("What is the link to the article about Mars?", "url", "Mars"),
        ("who is the author of 'Raid in Callao'?", "authors", "Raid in Callao"),
        ("When was the article “Raid in Callao” published?", "published", "Raid in Callao"),
        ("who wrote this article?", "authors", ""),
        ("¿quién escribió el artículo sobre la captura?", "authors", "la captura"),
        ("¿Quién es el autor del artículo sobre los mineros?", "authors", "los mineros"),
        ("¿cuándo se publicó la noticia sobre los mineros?", "published", "los mineros"),
        ("¿Qué periódico publicó el artículo sobre Marte?", "publisher", "Marte"),
        ("¿Cuál es el titular de la noticia sobre Marte?", "title", "Marte"),
    ],
)
def test_questions_about_an_article(question: str, field: str, query: str) -> None:
    found = asked(question)

    assert found
    assert (found.field, found.query) == (field, query)


@pytest.mark.parametrize(
    "question",
    [
        "who wrote Hamlet?",
        "When was the Magna Carta published?",
        "who wrote the letter to the mayor?",
        "who wrote the report?",
        "Who wrote the book about Caracol?",
        "When was the report presented?",
        "What did the article say about Caracol?",
        "Who wrote the story of Oliver Twist?",
        "Which newspaper published the figure on container checks?",
        "When was the text published?",
        "Who wrote Article 5 of the treaty?",
        "What is the title of the book?",
        "Who wrote it?",
        "Who reported the theft?",
        "When was the article of the treaty changed?",
        "Who was arrested, according to the article about Caracol?",
        "¿Quién escribió el Quijote?",
    ],
)
def test_questions_about_the_world(question: str) -> None:
    assert asked(question) is None


def candidates(*articles: Article) -> list[Candidate]:
    return [
        Candidate(
            Passage(key=1, ordinal=0, article=a, start=0, text=a.text, sentences=()), 1.0, 1.0, 1.0
        )
        for a in articles
    ]


RAID = Article(
    id="raid", title="Police raid houses in Callao", authors=("Ana Díaz", "Luis Paz"),
    language="en", published="2017-06-22",
    text="Police searched 34 houses. Caracol had led the clan.",
)  # fmt: skip
CAPTURE = Article(
    id="capture", title="Caracol arrested", language="en", text="He was caught in Colombia."
)


def answers(question: str, *articles: Article, count: int = 9) -> list[tuple[str, str | None]]:
    found = asked(question)
    assert found
    read = answer_from_metadata(found, candidates(*articles), count)
    return [(answer.article.id, answer.text) for answer in read]


def test_the_article_whose_title_has_the_topic_s_words_answers() -> None:
    assert answers("who wrote the article about the raids in Callao?", CAPTURE, RAID, RAID) == [
        ("raid", "Ana Díaz; Luis Paz")
    ]
    assert answers("when was the report on the Callao raids published?", CAPTURE, RAID) == [
        ("raid", "2017-06-22")
    ]


def test_the_beginning_helps_a_title_with_one_of_the_words() -> None:
    assert answers("who wrote the article about houses of Caracol?", RAID) == [
        ("raid", "Ana Díaz; Luis Paz")
    ]


def test_what_no_title_speaks_of_has_no_answer() -> None:
    assert answers("who wrote the article about the mayor of Callao?", RAID, CAPTURE) == []
    assert answers("who wrote the article about Colombia?", CAPTURE) == []


def test_several_fitting_articles_give_an_answer_each() -> None:
    other = Article(
        id="other", title="A raid in Callao", authors=("Eva Ríos",), language="en", text="x"
    )

    assert answers("who wrote the article about the raid in Callao?", other, RAID) == [
        ("other", "Eva Ríos"), ("raid", "Ana Díaz; Luis Paz"),
    ]  # fmt: skip


def test_what_the_article_does_not_say_is_said() -> None:
    found = asked("who wrote the article about Caracol's capture?")
    assert found

    (answer,) = answer_from_metadata(found, candidates(CAPTURE), 9)

    assert answer.text is None
    assert answer.message == "The article “Caracol arrested” does not say who wrote it."


def test_a_title_must_be_the_article_s() -> None:
    assert answers("who is the author of 'police raid houses in callao'?", CAPTURE, RAID) == [
        ("raid", "Ana Díaz; Luis Paz")
    ]
    assert answers("who wrote “Police raid”?", RAID) == []


def test_this_article_is_the_only_one() -> None:
    assert answers("who wrote this article?", RAID, count=1) == [("raid", "Ana Díaz; Luis Paz")]
    assert answers("who wrote this article?", RAID, count=2) == []


def test_a_report_that_the_article_speaks_of_is_not_the_article() -> None:
    prisons = Article(
        id="prisons", title="Prisons report criticised", authors=("Ana Díaz",), language="en",
        text="Senators wrote the report on prisons.",
    )  # fmt: skip

    assert answers("who wrote the report on the prisons?", prisons) == []
