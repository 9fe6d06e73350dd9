"""qa.readers.trained: spans of whole words, whatever the texts; the files are checked."""

from __future__ import annotations

import itertools
import json
import shutil
from pathlib import Path

import pytest
from fakes import line
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import Article, Passage, Span
from index import Candidate
from qa.confidence import judge, weights_for
from qa.errors import ReaderDamaged, ReaderMissing
from qa.questions import read_question
from qa.readers import SentenceReader, TrainedReader, choice, open_reader
from qa.readers.base import NO_EVIDENCE
from qa.readers.weights import DESCRIPTION, NETWORK, TOKENIZER, describe
from qa.readers.window import Tokenizer, windows_of
from qa.reading import read_candidates

QUESTION = read_question("Who held a raid in Callao?")
words = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")))
sentences = st.lists(st.lists(words, max_size=12).map(" ".join), max_size=6)


def candidate(parts: list[str], *, id: str = "a") -> Candidate:
    """A passage in the middle of an article, of these sentences, a space between them."""
    spans, start = [], 7
    for part in parts:
        spans.append(Span(start, start + len(part)))
        start += len(part) + 1
    text = " ".join(parts)
    article = Article(id=id, title="Raid", published="2017-06-22", text="Before." + text)
    passage = Passage(key=1, ordinal=1, article=article, start=7, text=text, sentences=tuple(spans))
    return Candidate(passage, bm25=1.0, cosine=1.0, fused_score=1.0)


@pytest.fixture
def copied(reader_folder: Path, tmp_path: Path) -> Path:
    """The stand-in's files, to be damaged."""
    return Path(shutil.copytree(reader_folder, tmp_path / "reader"))


@given(parts=sentences)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
def test_readings_begin_and_end_with_tokens_of_their_sentence(
    noisy_reader: TrainedReader, tokenizer: Tokenizer, parts: list[str]
) -> None:
    given_one = candidate(parts)
    passage = given_one.passage
    windows = windows_of(tokenizer, QUESTION.text, [("", passage.text)])
    begins = {passage.start + start for window in windows for start, _ in window.offsets}
    ends = {passage.start + end for window in windows for _, end in window.offsets}

    for reading in noisy_reader.read(QUESTION, [given_one]).readings:
        assert reading.sentence in passage.sentences
        assert reading.sentence.start <= reading.answer.start
        assert reading.answer.end <= reading.sentence.end
        assert reading.answer.start in begins
        assert reading.answer.end in ends


def test_a_passage_reads_the_same_in_any_company(noisy_reader: TrainedReader) -> None:
    one = candidate(["Police held a raid in Callao. "] * 60)
    others = [candidate(["Bread is baked."], id=f"other-{n}") for n in range(9)]

    alone = noisy_reader.read(QUESTION, [one])
    together = noisy_reader.read(QUESTION, [*others, one])

    assert together.passage_scores[-1] == alone.passage_scores[0]


def test_one_passage_has_a_few_readings_that_do_not_overlap(noisy_reader: TrainedReader) -> None:
    result = noisy_reader.read(QUESTION, [candidate(["Police held a raid in Callao."] * 80)])
    places = sorted((r.answer.start, r.answer.end) for r in result.readings)

    assert len(places) == 5
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(places))


def test_sentences_in_two_passages_are_read_once(noisy_reader: TrainedReader) -> None:
    one = candidate(["Police held a raid in Callao."])

    result = noisy_reader.read(QUESTION, [one, one])

    assert {reading.candidate for reading in result.readings} == {0}
    assert result.passage_scores[0] == result.passage_scores[1]


def test_a_passage_without_words_has_no_evidence(noisy_reader: TrainedReader) -> None:
    result = noisy_reader.read(QUESTION, [candidate([""]), candidate(["Police."]), candidate([])])

    assert result.passage_scores[::2] == (NO_EVIDENCE, NO_EVIDENCE)
    assert result.passage_scores[1] > NO_EVIDENCE


def test_a_question_longer_than_the_window_is_read_as_far_as_it_fits(
    noisy_reader: TrainedReader,
) -> None:
    long = read_question("Who held a raid in Callao " + "and from flour " * 500 + "?")

    assert noisy_reader.read(long, [candidate(["Police held a raid."])]).readings


@pytest.mark.parametrize("name", [NETWORK, TOKENIZER, DESCRIPTION])
def test_a_missing_file_is_named(copied: Path, name: str) -> None:
    (copied / name).unlink()

    with pytest.raises(ReaderMissing, match=name):
        TrainedReader(copied)


@pytest.mark.parametrize("name", [NETWORK, TOKENIZER])
def test_a_file_with_another_digest_is_refused(copied: Path, name: str) -> None:
    (copied / name).write_bytes(b"something else")

    with pytest.raises(ReaderDamaged, match=f"{name} can't be trusted"):
        TrainedReader(copied)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"name": "x", "sha256": 3}', '{"name": "x", "other": 1}']
)
def test_a_broken_description_is_refused(copied: Path, text: str) -> None:
    (copied / DESCRIPTION).write_text(text, encoding="utf-8")

    with pytest.raises(ReaderDamaged):
        TrainedReader(copied)


def test_the_description_names_the_reader_and_its_window(copied: Path) -> None:
    describe(copied, "minilm-reader-7")
    found = json.loads((copied / DESCRIPTION).read_text(encoding="utf-8"))

    assert TrainedReader(copied).name == "minilm-reader-7"
    assert found["max_tokens"] == 384


def test_without_its_files_the_sentence_reader_stands_in_and_it_is_said(
    fake_encoder, monkeypatch: pytest.MonkeyPatch, copied: Path
) -> None:
    (copied / NETWORK).unlink()
    monkeypatch.setattr(choice, "TrainedReader", lambda: TrainedReader(copied))

    chosen = open_reader("trained", fake_encoder, lambda term: 1.0)

    assert isinstance(chosen.reader, SentenceReader)
    assert chosen.warning is not None
    assert "whole sentences" in chosen.warning


def test_the_sentence_reader_can_be_asked_for(fake_encoder) -> None:
    chosen = open_reader("sentences", fake_encoder, lambda term: 1.0)

    assert (chosen.reader.name, chosen.warning) == ("sentences", None)


@pytest.mark.models
@pytest.mark.parametrize(
    ("question", "answer"),
    [("How many prosecutors took part?", "60"), ("What did MacDowell inherit?", "the business")],
)
def test_the_shipped_reader_marks_the_words_that_answer(
    shipped_reader: TrainedReader, candidates_of, question: str, answer: str
) -> None:
    text = (
        "Around 1,300 officers and 60 prosecutors took part. MacDowell inherited the business from "
        "Gerson Gálvez, alias Caracol, who was held in 2016."
    )
    candidates = candidates_of(question, [line(text, id="port", title="Raid in Callao")])

    best = shipped_reader.read(read_question(question), candidates).readings[0]

    assert answer in best.article.text[best.answer.start : best.answer.end]
    assert best.score > 0


@pytest.mark.models
def test_with_all_evidence_weighed_whoever_is_asked_about_is_not_the_answer(
    shipped_reader: TrainedReader, candidates_of
) -> None:
    text = (
        "MacDowell inherited the business from Gerson Gálvez, alias Caracol, who was held in 2016."
    )
    question = read_question("Who succeeded Caracol?")
    candidates = candidates_of(question.text, [line(text, id="port")])
    result = read_candidates(shipped_reader, question, candidates)

    weights = weights_for(shipped_reader.name)
    best = judge(question, candidates, result, lambda term: 1.0, weights).answers[0].reading

    assert best.article.text[best.answer.start : best.answer.end] == "MacDowell"
