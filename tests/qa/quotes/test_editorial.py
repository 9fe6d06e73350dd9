"""qa.quotes.editorial: brackets and ellipses are the editor's, unless they turn what was said."""

from __future__ import annotations

import pytest
from comparing import told


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("the president [of Peru] came late", "the president came late"),
        ("[the president] came home late", "he came home late"),
        ("we will leave the town [today]", "we will leave the town"),
        ("we walk[ed] through the town", "we walk through the town"),
        ("[w]e walk through the town", "We walk through the town"),
        ("we will [not] leave the town", "we will not leave the town"),
        ("they asked for [five] men again", "they asked for 5 men again"),
    ],
)
def test_what_an_editor_puts_in_is_no_change(quote: str, text: str) -> None:
    assert told(quote, text) == []


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("we will [not] leave the town", "we will leave the town", ["negation!: not < "]),
        ("we [all] leave the town", "we will never leave the town",
         ["negation!: all < will never"]),
        ("we can[not] leave the town", "we can leave the town", ["negation!: can[not] < can"]),
        ("we [w]on the match there", "we lost the match there", ["word!: [w]on < lost"]),
        ("we [won] the match there", "we lost the match there", ["word!: won < lost"]),
        ("we [must] leave the town", "we may leave the town", ["modal!: must < may"]),
        ("they asked for [six] men again", "they asked for five men again",
         ["number!: six < five"]),
    ],
)  # fmt: skip
def test_brackets_must_not_turn_the_meaning(quote: str, text: str, expected: list[str]) -> None:
    assert told(quote, text) == expected


def test_brackets_do_not_stand_for_a_long_passage() -> None:
    source = "that poor man of whom the whole village had been talking for weeks"
    assert told(
        "yesterday evening we saw [him] leave the town",
        f"yesterday evening we saw {source} leave the town",
    ) == [f"dropped!: him < {source}"]


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("he left the town", "he [Trump] left the town", ["dropped:  < Trump"]),
        ("we will leave the town", "we will [not] leave the town", ["negation!:  < not"]),
    ],
)
def test_the_article_s_own_brackets_may_go_unless_they_deny(
    quote: str, text: str, expected: list[str]
) -> None:
    assert told(quote, text) == expected


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("we will leave … today again", "we will leave the town today again"),
        ("… leave the town today", "we will leave the town today"),
        ("leave the town …", "leave the town today"),
        ("the plan … was good after all", "the plan, which was not ready, was good after all"),
        ("we left town. […] we came home", "we left town. Nobody saw us. We came home"),
    ],
)
def test_an_ellipsis_is_no_change(quote: str, text: str) -> None:
    assert told(quote, text) == []


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("we … leave the town", "we will never leave the town", ["dropped!: … < will never"]),
        ("we will not … the town", "we will leave the town", ["negation!: not < leave"]),
        ("we will … village today again", "we will leave the town today again",
         ["word!: village < town"]),
        ("we will … never … leave the town", "we will gladly leave the town",
         ["negation!: never < "]),
    ],
)  # fmt: skip
def test_words_next_to_an_ellipsis_are_compared(quote: str, text: str, expected: list[str]) -> None:
    assert told(quote, text) == expected
