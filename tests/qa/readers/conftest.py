"""A trained reader's files with a stand-in for the network, so that no test needs the real one."""

from __future__ import annotations

import string
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fakes import line

from index import Candidate, Retriever
from qa.readers import Reader, SentenceReader, TrainedReader, trained
from qa.readers.weights import MODEL, NETWORK, TOKENIZER, describe
from qa.readers.window import Tokenizer, open_tokenizer

WORDS = ("police", "held", "a", "raid", "in", "callao", "bread", "is", "baked", "from", "flour")
SIGNS = ".,;:?!'()-"


class NoisyNetwork:
    """Logits that look random, and depend on nothing but the tokens and their places."""

    def run(self, names: Sequence[str], feed: dict[str, Any]) -> list[Any]:
        """As an onnxruntime session does."""
        ids = feed["input_ids"]
        places = np.arange(ids.shape[1])
        return [
            (5 * np.sin(ids * factor + places)).astype(np.float32) for factor in (12.9, 78.2)
        ]  # fmt: skip


@pytest.fixture(scope="session")
def reader_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tokenizer of a few words and all letters, an empty network, and their description."""
    from tokenizers import Tokenizer as Made
    from tokenizers import models, normalizers, pre_tokenizers

    letters = string.ascii_lowercase + string.digits
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS, *SIGNS, *letters]
    pieces += [f"##{letter}" for letter in letters]
    vocabulary = {piece: number for number, piece in enumerate(dict.fromkeys(pieces))}
    made = Made(models.WordPiece(vocabulary, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
    folder = tmp_path_factory.mktemp("reader")
    made.save(str(folder / TOKENIZER))
    (folder / NETWORK).write_bytes(b"a stand-in")
    describe(folder, "stand-in")
    return folder


@pytest.fixture
def tokenizer(reader_folder: Path) -> Tokenizer:
    """The stand-in's tokenizer."""
    return open_tokenizer(reader_folder / TOKENIZER)


@pytest.fixture
def noisy_reader(reader_folder: Path, monkeypatch: pytest.MonkeyPatch) -> TrainedReader:
    """The trained reader with a network that says something at random."""
    monkeypatch.setattr(trained, "_session", lambda path: NoisyNetwork())
    return TrainedReader(reader_folder)


@pytest.fixture(scope="session")
def shipped_reader() -> TrainedReader:
    """The trained reader that comes with OnRecord."""
    if not MODEL.is_dir():
        pytest.skip(f"there is no trained reader in {MODEL}")
    return TrainedReader(MODEL)


@pytest.fixture(
    params=["sentences", "noisy", pytest.param("shipped", marks=pytest.mark.models)],
)
def reader(request: pytest.FixtureRequest, fake_encoder) -> Reader:
    """Every reader that the contract is for."""
    if request.param == "sentences":
        return SentenceReader(fake_encoder, lambda term: 1.0)
    chosen: Reader = request.getfixturevalue(f"{request.param}_reader")
    return chosen


@pytest.fixture
def candidates_of(make_library, fake_encoder) -> Callable[..., list[Candidate]]:
    """``candidates_of("Who?", [line("Text.")])``: what the search finds in these articles."""

    def find(question: str, lines: Sequence[dict[str, Any]]) -> list[Candidate]:
        folder = make_library([*lines, line("Bread is baked from flour.", id="bread")])
        with Retriever.open(folder, encoder=fake_encoder) as retriever:
            return retriever.search_index.search(question, 10)

    return find
