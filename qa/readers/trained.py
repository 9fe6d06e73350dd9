"""The trained reader: a small network that marks the words that answer, on onnxruntime.

Its network is all-MiniLM-L6-v2 with a layer on top that says, of every token, how well it would
begin and end the answer. It was trained by ``qa.readers.training``; reading needs no torch.
"""

from __future__ import annotations

import logging
import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus import Span
from index import Candidate
from qa.questions import Question
from qa.readers.base import NO_EVIDENCE, Reading, ReadResult
from qa.readers.spans import Floats, ScoredSpans, best_apart, joined, spans_of
from qa.readers.weights import MODEL, NETWORK, TOKENIZER, checked_files
from qa.readers.window import Tokenizer, Window, header_of, open_tokenizer, windows_of

logger = logging.getLogger(__name__)

MAX_SPAN_TOKENS = 30
"""A longer answer is no short answer; its sentence is shown anyway."""
SPANS_A_PASSAGE = 5
MAX_THREADS = 4
"""So many cores are used at most; what else the machine does goes on."""


class TrainedReader:
    """Finds the words that answer. Safe to share between threads."""

    def __init__(
        self,
        folder: Path = MODEL,
        *,
        threads: int | None = None,
        max_span_tokens: int = MAX_SPAN_TOKENS,
        spans_a_passage: int = SPANS_A_PASSAGE,
    ) -> None:
        """Check the files of a reader; the network is loaded when it first reads.

        Args:
            folder: Where its files are.
            threads: How many windows are read at the same time; the cores, up to four,
                where ``None``. Changes speed, not results.
            max_span_tokens: The longest answer, in word pieces.
            spans_a_passage: At most so many readings come of one passage.

        Raises:
            ReaderMissing, ReaderDamaged: It can't be used.
        """
        self._folder, self._files = folder, checked_files(folder)
        self.name = self._files.name
        self._threads = threads or min(MAX_THREADS, _cores())
        self._max_span_tokens, self._spans_a_passage = max_span_tokens, spans_a_passage
        self._loaded: tuple[Tokenizer, Any, NDArray[np.bool_]] | None = None

    def read(self, question: Question, candidates: Sequence[Candidate]) -> ReadResult:
        """Mark the best words of every passage; see ``Reader.read``."""
        found = self._spans(question.text, candidates)
        scores = [NO_EVIDENCE] * len(candidates)
        readings: list[Reading] = []
        for place, spans in found.items():
            for one in best_apart(spans, self._spans_a_passage):
                readings.append(_reading(spans, one, place, candidates[place]))
                scores[place] = max(scores[place], readings[-1].score)
        readings.sort(key=lambda r: (-r.score, r.article.id, r.answer.start, r.candidate))
        return ReadResult(readings=tuple(_once(readings)), passage_scores=tuple(scores))

    def _spans(self, question: str, candidates: Sequence[Candidate]) -> dict[int, ScoredSpans]:
        """The spans of each candidate that has any."""
        tokenizer, session, continues = self._load()
        articles = [(c.passage.article.title, c.passage.article.published) for c in candidates]
        windows = windows_of(
            tokenizer,
            question,
            [(header_of(*a), c.passage.text) for a, c in zip(articles, candidates, strict=True)],
            max_tokens=self._files.max_tokens,
            overlap_tokens=self._files.overlap_tokens,
            max_question_tokens=self._files.max_question_tokens,
        )
        if windows and windows[0].question_cut:
            limit = self._files.max_question_tokens
            logger.info("the question is long; its first %d word pieces were read", limit)
        parts: defaultdict[int, list[ScoredSpans]] = defaultdict(list)
        for window, logits in zip(windows, self._logits(session, windows), strict=True):
            passage, longest = candidates[window.passage].passage, self._max_span_tokens
            spans = spans_of(window, logits, passage, continues, max_span_tokens=longest)
            if len(spans.scores):
                parts[window.passage].append(spans)
        return {place: joined(several) for place, several in parts.items()}

    def _logits(self, session: Any, windows: Sequence[Window]) -> list[tuple[Floats, Floats]]:
        """Start and end logits of every window, each of shape (its tokens,).

        Every window goes through the network alone, and several do at the same time: the network
        scales its 8-bit numbers by the largest value of all that goes through together, so a window
        would read differently in other company. It is faster, too (by half, of ten windows).
        """

        def run(place: int) -> tuple[int, tuple[Floats, Floats]]:
            start, end = session.run(["start_logits", "end_logits"], _feed(windows[place]))
            return place, (start[0], end[0])

        # The longest first: a long one that is begun last would be waited for.
        order = sorted(range(len(windows)), key=lambda place: -len(windows[place].ids))
        with ThreadPoolExecutor(self._threads) as pool:
            found = dict(pool.map(run, order))
        return [found[place] for place in range(len(windows))]

    def _load(self) -> tuple[Tokenizer, Any, NDArray[np.bool_]]:
        if self._loaded is None:
            tokenizer = open_tokenizer(self._folder / TOKENIZER)
            session = _session(self._folder / NETWORK)
            self._loaded = (tokenizer, session, _continuing(tokenizer))
        return self._loaded


def _cores() -> int:
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


def _reading(spans: ScoredSpans, one: int, place: int, candidate: Candidate) -> Reading:
    passage = candidate.passage
    return Reading(
        article=passage.article,
        answer=Span(int(spans.starts[one]), int(spans.ends[one])),
        sentence=passage.sentences[int(spans.sentences[one])],
        candidate=place,
        score=max(NO_EVIDENCE, float(spans.scores[one])),
    )


def _once(readings: Iterable[Reading]) -> list[Reading]:
    """Without those that overlap a better one: passages of an article may share sentences."""
    kept: list[Reading] = []
    taken: defaultdict[str, list[Span]] = defaultdict(list)
    for reading in readings:
        answer, places = reading.answer, taken[reading.article.id]
        if all(answer.end <= other.start or other.end <= answer.start for other in places):
            places.append(answer)
            kept.append(reading)
    return kept


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # windows are read side by side instead
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # warnings about graph optimisation mean nothing to users
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _feed(window: Window) -> dict[str, NDArray[np.int64]]:
    """One window as the network takes it: each of shape (1, tokens)."""
    ids = np.asarray([window.ids], dtype=np.int64)
    return {
        "input_ids": ids,
        "attention_mask": np.ones_like(ids),
        "token_type_ids": np.asarray([window.types], dtype=np.int64),
    }


def _continuing(tokenizer: Tokenizer) -> NDArray[np.bool_]:
    """For every token of the vocabulary, whether it goes on with the word before it."""
    vocabulary: dict[str, int] = tokenizer.get_vocab()
    found = np.zeros(max(vocabulary.values()) + 1, dtype=np.bool_)
    found[[number for token, number in vocabulary.items() if token.startswith("##")]] = True
    return found
