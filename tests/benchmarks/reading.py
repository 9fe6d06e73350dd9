"""How long the trained reader takes for ten passages, beside torch in 32-bit floats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from adding import timed
from figures import Figure
from latency import figures, in_blocks

from index import Candidate, Encoder
from qa.errors import ReaderUnusable
from qa.library import Library
from qa.questions import read_question
from qa.readers import TrainedReader
from qa.readers.weights import TOKENIZER
from qa.readers.window import MAX_TOKENS, header_of
from qa.settings import Settings

PASSAGES = 10


class TorchReader:
    """The plain way: transformers' class, all passages in one padded batch, the best two tokens."""

    def __init__(self, network: Path) -> None:
        import torch
        from transformers import BertForQuestionAnswering, PreTrainedTokenizerFast

        self._torch = torch
        self._tokenizer = PreTrainedTokenizerFast(
            tokenizer_file=str(network / TOKENIZER), pad_token="[PAD]"
        )
        self._network = BertForQuestionAnswering.from_pretrained(
            str(network), dtype=torch.float32
        ).eval()

    def read(self, question: str, candidates: Sequence[Candidate]) -> Any:
        """The first and last token of the best span of each passage."""
        articles = [candidate.passage.article for candidate in candidates]
        contexts = [
            f"{header_of(article.title, article.published)}\n{candidate.passage.text}"
            for article, candidate in zip(articles, candidates, strict=True)
        ]
        encoded = self._tokenizer(
            [question] * len(contexts), contexts, truncation="only_second",
            max_length=MAX_TOKENS, padding=True, return_tensors="pt", return_token_type_ids=True,
        )  # fmt: skip
        with self._torch.inference_mode():
            found = self._network(**encoded)
        return found.start_logits.argmax(1), found.end_logits.argmax(1)


def benchmark(
    folder: Path, questions: Sequence[str], encoder: Encoder, *, model: Path, network: Path | None
) -> Iterator[Figure]:
    """Read the ten best passages of each question, both ways.

    Args:
        folder: A library.
        questions: What is read for.
        encoder: For the library.
        model: The reader's files; nothing is measured where they can't be used.
        network: The network before it was exported, for torch; ours alone where ``None``.
    """
    try:
        reader = TrainedReader(model)
    except ReaderUnusable as error:
        print(f"reading is not measured: {error}")
        return
    with Library.open(folder, settings=Settings(), encoder=encoder) as library:
        found = {one: library.search_index.search(one, PASSAGES) for one in questions}
    asked = {one: read_question(one) for one in questions}

    def ours(question: str) -> object:
        return reader.read(asked[question], found[question])

    ours(questions[0])
    name = f"reading of {PASSAGES} passages"
    if network is None:
        print("reading is not compared with torch: no --network was given")
        yield from figures(name, [timed(lambda one=one: ours(one)) for one in questions], None)
        return
    plain = TorchReader(network)
    times = in_blocks(questions, ours, lambda question: plain.read(question, found[question]))
    yield from figures(name, *times)
