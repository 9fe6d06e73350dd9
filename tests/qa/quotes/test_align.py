"""qa.quotes.align: the best place of a quotation in an article."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.quotes.align import CONTENT, FUNCTION, Alignment, align, worth
from qa.quotes.words import GAP, tokens_of

FUNCTION_WORDS = frozenset("the a of and we was in".split())


def aligned(quote: str, text: str, *, outside: str = "") -> Alignment | None:
    source = [token for token in tokens_of(text) if token.key != GAP]
    marks = [token.written in outside.split() for token in source]
    return align(tokens_of(quote), source, function_words=FUNCTION_WORDS, outside=marks)


def pairs(quote: str, text: str) -> list[tuple[str | None, str | None]]:
    found = aligned(quote, text)
    assert found is not None
    quoted = tokens_of(quote)
    source = [token for token in tokens_of(text) if token.key != GAP]
    return [
        (
            None if pair.quoted is None else quoted[pair.quoted].key,
            None if pair.source is None else source[pair.source].key,
        )
        for pair in found.pairs
    ]


WORDS = st.lists(st.sampled_from("the harvest was good in river town … a".split()), max_size=12)


@given(WORDS, WORDS)
def test_every_word_of_the_quotation_is_in_one_step_in_order(
    quote: list[str], text: list[str]
) -> None:
    found = aligned(" ".join(quote), " ".join(text))
    if found is None:
        return
    quoted = [pair.quoted for pair in found.pairs if pair.quoted is not None]
    source = [pair.source for pair in found.pairs if pair.source is not None]

    assert quoted == list(range(len(tokens_of(" ".join(quote)))))
    assert source == list(range(source[0], source[-1] + 1)) if source else True
    assert 0 <= found.share <= 1


def test_equal_words_earn_the_whole_share() -> None:
    found = aligned("harvest was good", "The harvest was good in the town")

    assert found is not None
    assert found.share == pytest.approx(1.0)
    assert found.score == pytest.approx(CONTENT + FUNCTION + CONTENT)


def test_of_equally_good_places_the_first_is_taken() -> None:
    found = aligned("good harvest", "good harvest and good harvest")

    assert found is not None
    assert [pair.source for pair in found.pairs] == [0, 1]


def test_a_word_replaced_is_paired_with_its_replacement() -> None:
    assert pairs("the harvest was bad there", "the harvest was good there")[3] == ("bad", "good")


def test_a_word_left_out_and_a_word_added_have_no_counterpart() -> None:
    assert (None, "good") in pairs("the harvest came in", "the good harvest came in")
    assert ("good", None) in pairs("the good harvest came in", "the harvest came in")


def test_an_ellipsis_leaves_out_many_words_at_little_cost() -> None:
    middle = " ".join(f"word{at}" for at in range(50))
    short = aligned("harvest … river town", f"harvest {middle} river town")
    long = aligned("harvest river town", f"harvest {middle} river town")

    assert short is not None
    assert long is not None
    assert short.score > long.score
    assert short.share == pytest.approx(1.0)


def test_what_stands_outside_the_quotation_marks_is_left_out_at_little_cost() -> None:
    text = "harvest was good said minister from Lima today river town"
    inside = aligned("harvest was good river town", text)
    outside = aligned("harvest was good river town", text, outside="said minister from Lima today")

    assert inside is not None
    assert outside is not None
    assert outside.score > inside.score


@pytest.mark.parametrize("quote", ["", "the of a", "…", "zebra"])
def test_without_a_content_word_in_common_there_is_no_place(quote: str) -> None:
    assert aligned(quote, "the harvest of a town was good") is None


@pytest.mark.parametrize(
    ("key", "value"), [("harvest", CONTENT), ("the", FUNCTION), ("i", FUNCTION), ("5", CONTENT),
                       ("市", CONTENT), ("$", CONTENT)]
)  # fmt: skip
def test_content_words_are_worth_more(key: str, value: float) -> None:
    assert worth(key, FUNCTION_WORDS) == value


def test_thirty_words_in_a_thousand_take_milliseconds() -> None:
    source = tokens_of(" ".join(f"word{at % 400}" for at in range(1000)))
    quoted = source[500:530]
    start = time.perf_counter()
    for _ in range(20):
        align(quoted, source, function_words=FUNCTION_WORDS)

    assert (time.perf_counter() - start) / 20 < 0.02  # 2 ms on two quiet cores
