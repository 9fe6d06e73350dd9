"""qa.answers.boundaries: where an answer begins and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article, Span
from qa.answers import tidy_span


def tidied(text: str, answer: str, language: str = "en") -> str:
    start = text.index(answer)
    span = tidy_span(
        Article(id="a", text=text, language=language),
        Span(start, start + len(answer)),
        Span(0, len(text)),
    )
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "answer", "expected"),
    [
        ("About 1,300 police and 60 prosecutors came.", "60 prosec", "60 prosecutors"),
        ("About 1,300 police and 60 prosecutors came.", "60", "60"),
        ("About 1,300 police came.", "300 police", "1,300 police"),
        ("It cost $1.3 billion in all.", "1.3", "$1.3 billion"),
        ("It cost 5 million euros in all.", "5", "5 million euros"),
        ("Only 2 % are scanned.", "2", "2 %"),
        ("Only two percent are scanned.", "two", "two percent"),
        ("It lies 20 km off the coast.", "20", "20 km"),
        ("He was held for three years there.", "three", "three"),
        ("He fled on 12 May 2016 by boat.", "12 May", "12 May 2016"),
        ("He fled on 12 May 2016 by boat.", "2016", "2016"),
        ("He fled in 1990 by boat.", "in 1990", "1990"),
        ("It was led by Carlos MacDowell Villacorta, they say.", "by Carlos MacDowell",
         "Carlos MacDowell Villacorta"),
        ("He met Gen. Luis Pantoja there.", "Pantoja", "Luis Pantoja"),
        ("He met President Barack Obama there.", "Barack", "Barack Obama"),
        ("He rang Carlos \"Chalo\" Díaz there.", "Díaz", "Carlos \"Chalo\" Díaz"),
        ("He said that they fled, and left.", "that they fled,", "they fled"),
        ("The gang (the Kings) grew.", "(the Kings", "the Kings"),
        ("The gang (the Kings) grew.", "gang (the Kings)", "gang (the Kings)"),
        ("He called it “a capture” then.", "“a capture", "a capture"),
        ("He called it “a capture” then.", "“a capture”", "“a capture”"),
        ("He called it \"a capture.\" Then", "a capture.\"", "a capture"),
        ("He came from Washington D.C. then.", "Washington D.C.", "Washington D.C."),
        ("The Croton Aqueduct brought it.", "Croton", "Croton"),
        ("It is Trump Tower. He saw Trump.", "Trump T", "Trump Tower"),
        ("It weighs −5 degrees now.", "5", "−5 degrees"),
        ("It runs because of rain.", "because of rain", "because of rain"),
    ],
)  # fmt: skip
def test_an_answer_has_the_boundaries_that_a_person_would_give_it(
    text: str, answer: str, expected: str
) -> None:
    assert tidied(text, answer) == expected


def test_spanish_amounts_are_whole() -> None:
    assert tidied("Costó 1.300 millones de dólares.", "1.300", "es") == "1.300 millones de dólares"


def test_nothing_is_taken_from_beyond_the_sentence() -> None:
    text = "He met Carlos MacDowell Villacorta."
    span = tidy_span(Article(id="a", text=text), Span(7, 13), Span(0, 13))

    assert text[span.start : span.end] == "Carlos"


def test_an_answer_without_a_word_becomes_the_sentence() -> None:
    assert tidy_span(Article(id="a", text="It is so."), Span(8, 9), Span(0, 9)) == Span(0, 8)


WORDS = st.sampled_from(
    "He the that and of by Carlos MacDowell President Gen. Kings' $1.3 billion 12 May 2016 2 % km "
    '(so “such” "x" it\'s well-known, end. New York de la Cruz C ñandú I a. 1,300 5m 4th —'.split()
)


@given(st.lists(WORDS, min_size=1, max_size=14), st.data())
def test_the_result_is_words_of_the_sentence_and_tidying_twice_changes_nothing(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    article, sentence = Article(id="a", text=text, language="en"), Span(0, len(text))

    span = tidy_span(article, Span(start, end), sentence)

    assert 0 <= span.start < span.end <= len(text)
    assert not (text[span.start - 1 : span.start].isalpha() and text[span.start].isalpha())
    assert not (text[span.end - 1].isalpha() and text[span.end : span.end + 1].isalpha())
    assert tidy_span(article, span, sentence) == span


@given(st.text(min_size=1), st.data())
def test_any_text_is_survived(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    sentence = Span(data.draw(st.integers(0, start)), len(text))
    article = Article(id="a", text=text)

    span = tidy_span(article, Span(start, start + 1), sentence)

    assert sentence.start <= span.start < span.end <= sentence.end
    assert tidy_span(article, span, sentence) == span
