"""The contract of readers, and what the sentence reader finds without a model."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import line

from index import Retriever
from qa.questions import read_question
from qa.readers import Reader, ReadResult, SentenceReader
from qa.readers.sentences import FEATURES, chances_of

PORT = line(
    "Police held a raid in Callao. Around 1,300 officers and 60 prosecutors took part. "
    "MacDowell inherited the business from Gerson Gálvez, alias Caracol, who was held in 2016.\n\n"
    "Where will it end? The investigation goes on.",
    id="port",
    title="Raid in Callao",
    published="2017-06-22",
)
BREAD = line("Bread is baked from flour and water. It needs salt.", id="bread")


def read(folder: Path, encoder: object, question: str) -> tuple[list[object], ReadResult]:
    with Retriever.open(folder, encoder=encoder) as retriever:
        index = retriever.search_index
        candidates = index.search(question, 10)
        reader: Reader = SentenceReader(encoder, index.rarity)
        return candidates, reader.read(read_question(question), candidates)


@pytest.fixture
def library(make_library) -> Path:
    return make_library([PORT, BREAD])


def test_readings_are_places_of_the_article_best_first_and_no_place_twice(
    library: Path, fake_encoder
) -> None:
    _, result = read(library, fake_encoder, "Who succeeded Caracol in Callao?")
    places = [(r.article.id, r.answer.start) for r in result.readings]

    assert len(set(places)) == len(places) == 7
    for reading in result.readings:
        assert reading.sentence.start <= reading.answer.start < reading.answer.end
        assert reading.answer.end <= reading.sentence.end <= len(reading.article.text)
    chances = [reading.score for reading in result.readings[1:]]
    assert chances == sorted(chances, reverse=True)


def test_there_is_one_score_a_passage_and_every_reading_names_its_own(
    library: Path, fake_encoder
) -> None:
    candidates, result = read(library, fake_encoder, "How many prosecutors took part?")

    assert len(result.passage_scores) == len(candidates)
    for reading in result.readings:
        passage = candidates[reading.candidate].passage
        assert reading.article.id == passage.article.id
        assert reading.score <= result.passage_scores[reading.candidate] + 1e-9


def test_no_passages_give_no_readings(library: Path, fake_encoder) -> None:
    reader = SentenceReader(fake_encoder, lambda term: 1.0)
    result = reader.read(read_question("Who?"), [])

    assert result == ReadResult(readings=(), passage_scores=())


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many prosecutors took part in the raid?", "60 prosecutors"),
        ("Who succeeded Caracol?", "MacDowell inherited"),
        ("What is bread baked from?", "flour and water"),
    ],
)
def test_the_sentence_with_the_answer_is_the_first(
    library: Path, fake_encoder, question: str, words: str
) -> None:
    _, result = read(library, fake_encoder, question)
    best = result.readings[0]

    assert words in best.article.text[best.answer.start : best.answer.end]


def test_chances_of_sentences_and_of_none_add_up_to_one() -> None:
    import numpy as np

    # By hand: e^0 for each of two sentences and for none.
    assert chances_of(np.zeros(2)) == pytest.approx([1 / 3, 1 / 3])


def test_every_feature_has_a_weight() -> None:
    import json

    stored = json.loads(Path("qa/readers/sentences.json").read_text(encoding="utf-8"))

    assert tuple(stored["sentence"]) == FEATURES
