"""qa.quotes.runs: an alignment as stretches, each of one kind."""

from __future__ import annotations

import pytest
from comparing import compared
from hypothesis import given
from hypothesis import strategies as st

from qa.quotes.words import GAP, tokens_of

PIECES = st.lists(
    st.sampled_from("harvest river town good … [we] bad “ ” . ,".split()), max_size=14
)


@given(PIECES, PIECES)
def test_each_word_of_the_quotation_is_in_one_run_and_runs_follow_each_other(
    quote: list[str], text: list[str]
) -> None:
    found = compared(" ".join(quote), " ".join(text))
    if found is None:
        return
    quoted = [at for run in found.runs for at in range(*run.quoted)]
    source = [at for run in found.runs for at in range(*run.source)]

    assert quoted == list(range(len(tokens_of(" ".join(quote)))))
    assert source == list(range(source[0], source[-1] + 1)) if source else True


@given(PIECES, PIECES)
def test_equal_runs_are_equal(quote: list[str], text: list[str]) -> None:
    found = compared(" ".join(quote), " ".join(text))

    for run in found.runs if found else ():
        if run.kind == "equal":
            keys = [[token.key for token in side] for side in (
                found.texts.quoted[slice(*run.quoted)], found.texts.source[slice(*run.source)]
            )]  # fmt: skip
            assert keys[0] == keys[1]


def kinds(quote: str, text: str) -> list[str]:
    found = compared(quote, text)
    assert found is not None
    return [run.kind for run in found.runs]


LONG = " ".join(f"word{at}" for at in range(40))


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("the river is good", "the river is good", ["equal"]),
        ("the river is bad there", "the river is good there", ["equal", "differs", "equal"]),
        ("the river … good there", "the river is very good there", ["equal", "ellipsis", "equal"]),
        ("the river [there] is good", "the river is good", ["equal", "bracket", "equal"]),
        ("the river is good there", "“The river,” he said, “is good there.”",
         ["equal", "joined", "equal"]),
        ("the good river town is full of corn and wheat",
         f"the good river town {LONG} is full of corn and wheat", ["equal", "jump", "equal"]),
    ],
)  # fmt: skip
def test_stretches_have_their_kinds(quote: str, text: str, expected: list[str]) -> None:
    assert kinds(quote, text) == expected


def test_words_between_two_ellipses_are_not_swallowed() -> None:
    found = compared("the river … never … is good", "the river of the town is good")

    assert found is not None
    assert [run.kind for run in found.runs] == [
        "equal", "ellipsis", "differs", "ellipsis", "equal"
    ]  # fmt: skip
    assert [found.texts.quoted[at].key for at in range(*found.runs[2].quoted)] == ["never"]


def test_the_match_does_not_reach_into_the_sentence_before() -> None:
    text = "They sold apples. River and town are good."
    found = compared("pears river and town are good", text)

    assert found is not None
    assert text[found.place.start : found.place.end] == "River and town are good"


def test_gaps_of_the_article_are_not_compared() -> None:
    assert GAP not in [token.key for token in compared("the river", "the river …").texts.source]
