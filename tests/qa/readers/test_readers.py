"""The contract that every reader passes, and what the sentence reader finds without a model."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import line

from qa.questions import read_question
from qa.readers import Reader, ReadResult, SentenceReader
from qa.readers.base import NO_EVIDENCE
from qa.readers.sentences import FEATURES, chances_of

PORT = line(
    "Police held a raid in Callao. Around 1,300 officers and 60 prosecutors took part. "
    "MacDowell inherited the business from Gerson Gálvez, alias Caracol, who was held in 2016.\n\n"
    "Where will it end? The investigation goes on.",
    id="port",
    title="Raid in Callao",
    published="2017-06-22",
)


def test_readings_are_places_of_a_sentence_best_first_and_no_place_twice(
    reader: Reader, candidates_of
) -> None:
    asked = "Who succeeded Caracol in Callao?"
    result = reader.read(read_question(asked), candidates_of(asked, [PORT]))
    places = [(r.article.id, r.answer.start) for r in result.readings]

    assert len(set(places)) == len(places) > 1
    for reading in result.readings:
        assert reading.sentence.start <= reading.answer.start < reading.answer.end
        assert reading.answer.end <= reading.sentence.end <= len(reading.article.text)
    chances = [reading.score for reading in result.readings[1:]]
    assert chances == sorted(chances, reverse=True)


def test_there_is_one_score_a_passage_and_every_reading_names_its_own(
    reader: Reader, candidates_of
) -> None:
    asked = "How many prosecutors took part?"
    candidates = candidates_of(asked, [PORT])
    result = reader.read(read_question(asked), candidates)

    assert len(result.passage_scores) == len(candidates)
    assert min(result.passage_scores) >= NO_EVIDENCE
    for reading in result.readings:
        passage = candidates[reading.candidate].passage
        assert reading.article.id == passage.article.id
        assert reading.sentence in passage.sentences
        assert reading.score <= result.passage_scores[reading.candidate] + 1e-9


def test_no_passages_give_no_readings(reader: Reader) -> None:
    result = reader.read(read_question("Who?"), [])

    assert result == ReadResult(readings=(), passage_scores=())


def test_the_same_question_reads_the_same_again(reader: Reader, candidates_of) -> None:
    asked = "Who succeeded Caracol in Callao?"
    candidates = candidates_of(asked, [PORT])

    assert reader.read(read_question(asked), candidates) == reader.read(
        read_question(asked), candidates
    )


@pytest.mark.parametrize(
    "text",
    ["东京是日本的首都。今天天气很好。", "القاهرة عاصمة مصر. وهي مدينة كبيرة.", "?! … 1. 2)"],
)
def test_other_scripts_and_signs_are_read(reader: Reader, candidates_of, text: str) -> None:
    candidates = candidates_of("东京", [line(text, id="other")])

    result = reader.read(read_question("Where is 东京?"), candidates)

    assert len(result.passage_scores) == len(candidates) == 2


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many prosecutors took part in the raid?", "60 prosecutors"),
        ("Who succeeded Caracol?", "MacDowell inherited"),
        ("What is bread baked from?", "from flour"),
    ],
)
def test_the_sentence_with_the_answer_is_the_first(
    candidates_of, fake_encoder, question: str, words: str
) -> None:
    reader = SentenceReader(fake_encoder, lambda term: 1.0)
    best = reader.read(read_question(question), candidates_of(question, [PORT])).readings[0]

    assert words in best.article.text[best.answer.start : best.answer.end]


def test_chances_of_sentences_and_of_none_add_up_to_one() -> None:
    import numpy as np

    # By hand: e^0 for each of two sentences and for none.
    assert chances_of(np.zeros(2)) == pytest.approx([1 / 3, 1 / 3])


def test_every_feature_has_a_weight() -> None:
    import json

    stored = json.loads(Path("qa/readers/sentences.json").read_text(encoding="utf-8"))

    assert tuple(stored["sentence"]) == FEATURES
