"""qa.readers.spans: from logits to spans, against the plainest way of finding them."""

from __future__ import annotations

import numpy as np
import pytest

from corpus import Article, Passage, Span
from qa.readers.spans import ScoredSpans, best_apart, joined, spans_of
from qa.readers.window import Window

# Tokens:     [CLS] ? [SEP] Gerson Gál ##vez was held . He left . [SEP]
TEXT = "Gerson Gálvez was held. He left."
OFFSETS = [(0, 6), (7, 10), (10, 13), (14, 17), (18, 22), (22, 23), (24, 26), (27, 31), (31, 32)]
SENTENCES = (Span(100, 123), Span(124, 132))
WINDOW = Window([2, 5, 3, 5, 5, 9, 5, 5, 5, 5, 5, 5, 3], [0] * 3 + [1] * 10, 0, 3, OFFSETS, False)
CONTINUES = np.arange(10) == 9


def passage(text: str = TEXT, sentences: tuple[Span, ...] = SENTENCES) -> Passage:
    article = Article(id="a", text="." * 100 + text)
    return Passage(key=1, ordinal=0, article=article, start=100, text=text, sentences=sentences)


def logits(**values: float) -> tuple[np.ndarray, np.ndarray]:
    """Start and end logits of 0, but for ``s3=2.0`` (start of token 3) and the like."""
    found = np.zeros((2, len(WINDOW.ids)), dtype=np.float32)
    for name, value in values.items():
        found["se".index(name[0]), int(name[1:])] = value
    return found[0], found[1]


def as_dictionary(spans: ScoredSpans) -> dict[tuple[int, int], float]:
    return {
        (int(start), int(end)): float(score)
        for start, end, score in zip(spans.starts, spans.ends, spans.scores, strict=True)
    }


def test_a_score_is_the_span_s_logits_less_those_of_no_answer() -> None:
    found = logits(s3=2.0, e5=3.0, s0=1.5, e0=0.5)
    spans = as_dictionary(spans_of(WINDOW, found, passage(), CONTINUES, max_span_tokens=30))

    assert spans[100, 113] == pytest.approx(2.0 + 3.0 - 1.5 - 0.5)


def test_spans_are_the_runs_of_whole_words_inside_a_sentence() -> None:
    spans = as_dictionary(spans_of(WINDOW, logits(), passage(), CONTINUES, max_span_tokens=30))
    # By hand: words of each sentence, and every run of them.
    words = [
        [(100, 106), (107, 113), (114, 117), (118, 122), (122, 123)],
        [(124, 126), (127, 131), (131, 132)],
    ]
    runs = {
        (first[0], last[1])
        for sentence in words
        for place, first in enumerate(sentence)
        for last in sentence[place:]
    }

    assert set(spans) == runs


def test_longer_spans_than_allowed_are_left_out() -> None:
    spans = spans_of(WINDOW, logits(), passage(), CONTINUES, max_span_tokens=1)

    assert (107, 113) not in as_dictionary(spans)
    assert int((spans.ends - spans.starts).max()) == 6


def test_text_outside_of_every_sentence_is_not_read() -> None:
    gap = passage(sentences=(Span(124, 132),))

    spans = spans_of(WINDOW, logits(), gap, CONTINUES, max_span_tokens=30)
    none = spans_of(WINDOW, logits(), passage(sentences=()), CONTINUES, max_span_tokens=30)

    assert int(spans.starts.min()) == 124
    assert set(spans.sentences.tolist()) == {0}
    assert len(none.scores) == 0


def test_a_window_that_ends_inside_a_word_gives_no_half_word() -> None:
    window = Window([2, 3, 5, 3], [0, 0, 1, 1], 0, 2, [(7, 10)], False)
    half = tuple(part[:4] for part in logits())

    spans = spans_of(window, half, passage(), CONTINUES, max_span_tokens=30)

    assert len(spans.scores) == 0


def test_the_best_that_do_not_overlap_come_best_first_and_once() -> None:
    scores = np.asarray([5, 9, 8, 7, 9], dtype=np.float32)
    starts, ends = np.asarray([0, 2, 3, 8, 2]), np.asarray([2, 5, 9, 9, 4])
    spans = ScoredSpans(scores, starts, ends, np.zeros(5, dtype=np.int64))

    assert best_apart(spans, 5) == [4, 3, 0]
    assert best_apart(spans, 2) == [4, 3]
    twice = joined([spans, spans])
    assert [int(twice.starts[one]) for one in best_apart(twice, 9)] == [2, 8, 0]
