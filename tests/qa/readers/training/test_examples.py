"""qa.readers.training: from published sets to examples and windows, with offsets that hold."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from qa.readers.training.examples import PASSAGE_CHARACTERS, Example, Mix, make_examples
from qa.readers.training.features import Feature, batches_of, collate
from qa.readers.training.sources import read_sources

SENTENCE = "Sentence number {} tells of the town of Place{} and of nothing else at all."
LONG = " ".join(SENTENCE.format(n, n) for n in range(40))
"""About 2,900 characters, in which each "Place7" stands once."""


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """A folder in the shape of the shared sets, with a question or two in each."""
    place = LONG.index("Place30")
    for name in ("squadshifts", "fairytaleqa", "covidqa", "qamr"):
        text = LONG if name != "qamr" else "It was Ana who left."
        start = place if name != "qamr" else text.index("Ana")
        answer = "Place30" if name != "qamr" else "Ana"
        write(tmp_path / "reader-train" / f"{name}.contexts.jsonl.gz", [
            {"cid": f"{n}", "title": f"Wiki1k:wikinews:9:{n}:0" if name == "qamr" else "Some_Title",
             "text": text} for n in range(12)
        ])  # fmt: skip
        write(tmp_path / "reader-train" / f"{name}.questions.jsonl.gz", [
            {"id": f"q{n}", "cid": f"{n}", "question": "Which town was told of?",
             "answers": [[answer, start]], "impossible": False} for n in range(12)
        ])  # fmt: skip
    write(tmp_path / "eval" / "questions-train.jsonl.gz", [
        {"id": "w1", "question": "Who left?", "answers": ["Ana"], "impossible": False,
         "article_id": "wiki-Two_Words", "paragraph": "It was Ana who left."},
        {"id": "w2", "question": "Who stayed?", "answers": ["Ana"], "impossible": True,
         "article_id": "wiki-Two_Words", "paragraph": "It was Ana who left."},
    ])  # fmt: skip
    return tmp_path


def made(sets: Path, **mix: Any) -> list[Example]:
    return make_examples(read_sources(sets, seed=1), {}, Mix(**mix), seed=1)


def test_every_answer_stands_at_its_offsets_in_a_passage_that_fits(sets: Path) -> None:
    examples = made(sets, cropped=1.0, covidqa=12)
    answered = [e for e in examples if e.answers]

    assert len(answered) == 4 * 12 + 4  # The questions over Wikipedia are used four times.
    assert {e.text[a:b] for e in answered for a, b in e.answers} == {"Place30", "Ana"}
    assert all(len(e.text) <= PASSAGE_CHARACTERS for e in examples)


def test_an_impossible_question_has_no_answer_though_its_words_stand_there(sets: Path) -> None:
    impossible = [e for e in made(sets) if e.kind == "squad_impossible"]

    assert {e.question for e in impossible} == {"Who stayed?"}
    assert all(e.answers == () and "Ana" in e.text for e in impossible)


def test_a_passage_with_the_answer_s_sentence_removed_lacks_it(sets: Path) -> None:
    removed = [e for e in made(sets, removed=1.0) if e.kind == "removed"]

    assert removed
    assert all("Place30" not in e.text for e in removed)


def test_mined_negatives_are_read_without_an_answer(sets: Path) -> None:
    mined = {"squadshifts-q0": ["fairytaleqa-3"]}
    examples = make_examples(read_sources(sets, seed=1), mined, Mix(mined=1.0), seed=1)

    (found,) = [e for e in examples if e.kind == "mined"]
    assert (found.id, found.answers) == ("squadshifts-q0", ())


def test_the_same_seed_makes_the_same_examples(sets: Path) -> None:
    assert made(sets) == made(sets)


def test_a_single_sentence_stands_among_others_at_its_new_place(sets: Path) -> None:
    sources = read_sources(sets, seed=1)
    asked = next(q for q in sources.questions if q.id == "qamr-q3")
    text = sources.paragraphs[asked.paragraph].text
    ((start, end),) = asked.answers

    assert text.count("It was Ana who left.") >= 3
    assert text[start:end] == "Ana"


def feature(tokens: int, first: int = 3) -> Feature:
    return Feature(tuple(range(1, tokens + 1)), (0,) * tokens, first, ((first, first + 1),))


def test_batches_hold_every_window_once_and_like_lengths_together() -> None:
    features = [feature(20 + n % 90) for n in range(300)]
    batches = batches_of(features, seed=1, epoch=0)

    assert sorted(i for batch in batches for i in batch) == list(range(300))
    for batch in batches:
        lengths = [len(features[i].ids) for i in batch]
        assert max(lengths) - min(lengths) < 16


def test_padding_can_be_no_answer_and_the_first_token_always_can() -> None:
    batch = collate([feature(8), feature(20)])

    assert batch.ids.shape == (2, 32)  # 20 rounded up to a multiple of 16
    assert batch.attended.sum(axis=1).tolist() == [8, 20]
    assert batch.readable[0].nonzero()[0].tolist() == [0, 3, 4, 5, 6]
    assert batch.spans.tolist() == [[[3, 4]], [[3, 4]]]
