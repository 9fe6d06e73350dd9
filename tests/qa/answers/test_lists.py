"""qa.answers.lists: which questions ask for several things, and every item that answers them."""

from __future__ import annotations

import pytest

from corpus import Article, Span
from qa.answers.lists import NEAR_BEST, asks_for_list, list_items
from qa.questions import read_question
from qa.readers.base import Reading

CITIES = read_question("Which cities were raided?")


@pytest.mark.parametrize(
    "question",
    [
        "Which cities were raided?",
        "What countries signed the treaty?",
        "Who are the candidates?",
        "Who were arrested in Callao?",
        "Which three sites remain?",
        "What two gases are used?",
        "Name the members of the cartel.",
        "List the countries.",
        "What are the names of the rivers?",
        "Through which countries does the cocaine pass?",
        "Which black holes were seen?",
        "Members of the Andean Cartel come from which countries?",
        "What are the causes?",
        "Which were the two biggest polluters?",
        "What sports are Kenyans active in?",
        "¿Qué ciudades fueron atacadas?",
        "¿Cuáles son los países?",
        "¿Quiénes fueron detenidos?",
        "¿En qué países se vende?",
        "¿Qué dos máquinas llegaron?",
        "Nombra los países.",
    ],
)
def test_questions_for_several_things(question: str) -> None:
    assert asks_for_list(read_question(question))


@pytest.mark.parametrize(
    "question",
    [
        "Which city was raided?", "What country signed the treaty?", "Who is the mayor of Callao?",
        "Who was arrested?", "Name the mayor of the cities.", "Which newspaper publishes lists?",
        "What causes the disease?", "What does the report say?", "How many cities were raided?",
        "When were the cities raided?", "Where are the offices?", "What news came from Lima?",
        "Which company owns ports?", "What is the name of the gang?", "Who succeeded Caracol?",
        "Were the cities raided?", "What happens to the ships?", "What series did he write?",
        "What flows between the two cities?", "¿Qué ciudad fue atacada?", "¿Quién fue detenido?",
        "¿Qué país firmó?", "¿Cuántos países firmaron?", "¿Qué es el cartel?",
    ],
)  # fmt: skip
def test_questions_for_one_thing(question: str) -> None:
    assert not asks_for_list(read_question(question))


def reading(article: Article, answer: str, *, score: float = 2.0, candidate: int = 0) -> Reading:
    start = article.text.index(answer)
    sentence_start = article.text.rfind(". ", 0, start) + 2 if ". " in article.text[:start] else 0
    end = article.text.index(".", start) + 1
    return Reading(
        article=article, answer=Span(start, start + len(answer)),
        sentence=Span(sentence_start, end), candidate=candidate, score=score,
    )  # fmt: skip


def words(item: Reading) -> str:
    return item.article.text[item.answer.start : item.answer.end]


def same(one: Reading, other: Reading) -> bool:
    return words(one) == words(other)


RAIDS = Article(
    id="raids", language="en",
    text="Raids hit Lima and Callao. Later Trujillo was raided. Police came.",
)  # fmt: skip
OTHERS = Article(id="others", language="en", text="Lima and Arica were raided. It cost 3 lives.")


def test_items_of_all_sentences_and_articles_stand_in_order_each_once() -> None:
    readings = [
        reading(OTHERS, "Arica", score=2.5, candidate=3),
        reading(RAIDS, "Trujillo", score=2.2),
        reading(RAIDS, "Lima", score=2.0),
    ]

    found = list_items(CITIES, readings, same=same)

    assert [words(item) for item in found] == ["Callao", "Trujillo", "Lima", "Arica"]
    assert all(item.sentence.start <= item.answer.start for item in found)
    assert {item.score for item in found if item.article is OTHERS} == {2.5}


def test_what_scores_far_below_the_best_or_looks_otherwise_gives_no_item() -> None:
    far = reading(RAIDS, "Trujillo", score=2.0 - NEAR_BEST - 0.1)
    number = reading(OTHERS, "3", score=1.9)

    found = list_items(CITIES, [reading(RAIDS, "Lima"), number, far], same=same)

    assert [words(item) for item in found] == ["Lima", "Callao"]


def test_what_the_reader_does_not_believe_gives_no_item() -> None:
    best, doubted = reading(RAIDS, "Trujillo", score=0.2), reading(OTHERS, "Arica", score=-0.1)

    assert [words(item) for item in list_items(CITIES, [best, doubted], same=same)] == ["Trujillo"]


def test_a_single_item_comes_alone_and_a_whole_sentence_stays_whole() -> None:
    alone = reading(RAIDS, "Trujillo")
    whole = reading(RAIDS, "Raids hit Lima and Callao.")

    assert list_items(CITIES, [alone], same=same) == (alone,)
    assert list_items(CITIES, [whole, alone], same=same) == (whole,)


def test_other_questions_and_no_readings_give_no_items() -> None:
    one = read_question("Which city was raided?")

    assert list_items(one, [reading(RAIDS, "Lima")], same=same) == ()
    assert list_items(CITIES, [], same=same) == ()
