"""qa.confidence and qa.features: many kinds of evidence, weighed into one order and one chance."""

from __future__ import annotations

import pytest
from dictated import candidate, reading, result

from qa.confidence import Weights, judge, weights_for, weights_from
from qa.questions import read_question
from qa.readers import ReadResult

PORT = "MacDowell took over the port from Gerson Gálvez, alias Caracol. Police raided 34 houses."
OTHER = "In Lima, MacDowell took over everything. Nothing else is known of Ana Díaz."
READER_ALONE = weights_for("a reader that nobody fitted")


def names(question: str, weights: Weights, found: list, *readings: object) -> list[str]:
    judged = judge(
        read_question(question), found, result(found, *readings), lambda term: 1.0, weights
    )
    return [
        one.reading.article.text[one.reading.answer.start : one.reading.answer.end]
        for one in judged.answers
    ]


def test_an_unfitted_reader_is_believed_as_it_is() -> None:
    found = [candidate(PORT)]
    judged = judge(
        read_question("Who took over?"), found, result(found, reading(found, 0, "MacDowell", 2.0)),
        lambda term: 1.0, READER_ALONE,
    )  # fmt: skip

    assert judged.answers[0].chance == pytest.approx(0.8808, abs=1e-4)  # 1 / (1 + e^-2)


def test_whoever_the_question_names_under_any_name_is_no_answer() -> None:
    found = [candidate(PORT)]
    answers = names(
        "Who succeeded Caracol?", READER_ALONE, found,
        reading(found, 0, "Gerson Gálvez", 5.0), reading(found, 0, "MacDowell", 1.0),
    )  # fmt: skip

    assert answers == ["MacDowell"]


def test_the_same_answer_elsewhere_is_one_answer_with_two_places() -> None:
    found = [candidate(PORT), candidate(OTHER, id="b")]
    readings = [reading(found, 0, "MacDowell", 1.0), reading(found, 1, "MacDowell", 2.0)]
    judged = judge(
        read_question("Who took over?"), found, result(found, *readings), lambda term: 1.0,
        READER_ALONE,
    )  # fmt: skip

    assert len(judged.answers) == 1
    assert {r.article.id for r in judged.answers[0].group.readings} == {"a", "b"}


def test_agreement_can_outweigh_the_reader() -> None:
    found = [candidate(PORT), candidate(OTHER, id="b")]
    readings = [
        reading(found, 1, "Ana Díaz", 2.2),
        reading(found, 0, "MacDowell", 2.0),
        reading(found, 1, "MacDowell", 2.0),
    ]
    agreeing = weights_from({
        "answer": {"reader": 12.0, "support": 1.0}, "passage": {}, "confidence": {},
    })  # fmt: skip

    assert names("Who took over?", READER_ALONE, found, *readings)[0] == "Ana Díaz"
    assert names("Who took over?", agreeing, found, *readings)[0] == "MacDowell"


def test_passages_are_ordered_by_all_the_evidence() -> None:
    found = [candidate(PORT, fused=0.6), candidate(OTHER, id="b", fused=0.5)]
    readings = [reading(found, 1, "MacDowell", 4.0)]
    judged = judge(
        read_question("Who took over?"), found, result(found, *readings), lambda term: 1.0,
        READER_ALONE,
    )  # fmt: skip

    assert judged.order == (1, 0)


def test_no_readings_and_no_passages_come_to_nothing() -> None:
    empty = judge(
        read_question("Who?"), [], ReadResult(readings=(), passage_scores=()), lambda term: 1.0,
        READER_ALONE,
    )  # fmt: skip

    assert (empty.answers, empty.order) == ((), ())


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Which gangs were unable to pay?", "The gangs of Callao were able to pay."),
        ("Who underestimated the gangs?", "Ana overestimated the gangs of Callao."),
        ("Who won the port?", "Ana lost the port to Luis."),
    ],
)
def test_the_opposite_of_a_word_speaks_against_an_answer(question: str, sentence: str) -> None:
    opposed_only = weights_from({"answer": {}, "passage": {}, "confidence": {"opposed": -2.0}})
    found = [candidate(sentence)]
    words = sentence.split(" ", 2)
    judged = judge(
        read_question(question), found, result(found, reading(found, 0, words[-1], 1.0)),
        lambda term: 1.0, opposed_only,
    )  # fmt: skip

    assert judged.answers[0].chance == pytest.approx(0.1192, abs=1e-4)  # 1 / (1 + e^2)
