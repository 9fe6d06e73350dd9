"""qa.evaluation.quote_metrics: a gold quotation and a check in, right or wrong out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest

from qa.evaluation.quote_metrics import Place, covers, judge, measure, name_of
from qa.quotes.model import Change

Make = Callable[..., Any]


def change(kind: str, *, bears: bool) -> Change:
    return Change(
        kind=kind, quoted="43", source="34", bears_on_meaning=bears, quoted_start=0, quoted_end=2,
        source_start=100, source_end=102,
    )  # fmt: skip


def test_a_check_that_says_all_that_the_gold_says_is_right_in_every_part(
    gold_quote: Make, quote_check: Make
) -> None:
    judged = judge(gold_quote(), quote_check(), 1.0).judged

    assert judged == {
        "verdict": True, "wording": True, "attribution": True, "place": True, "speaker": True,
        "changes": None, "bearing": True,
    }  # fmt: skip


def test_what_the_gold_does_not_settle_is_not_judged(gold_quote: Make, quote_check: Make) -> None:
    open_gold = gold_quote(wording=None, attribution=None, place=None, true_speaker=None,
                           bears_on_meaning=None)  # fmt: skip

    judged = judge(open_gold, quote_check(), 1.0).judged

    assert [part for part, is_right in judged.items() if is_right is not None] == ["verdict"]


def test_a_refused_quotation_is_wrong_in_every_part_that_is_judged(gold_quote: Make) -> None:
    judged = judge(gold_quote(change_kinds=("number",)), None, 1.0).judged

    assert set(judged.values()) == {False}


@pytest.mark.parametrize(
    ("start", "end", "is_found"),
    [
        (100, 200, True),
        (0, 1_000, True),
        (119, 200, True),  # 81 of 100
        (120, 200, False),  # 80 of 100, which is not more than four fifths
        (100, 150, False),
        (300, 400, False),
    ],
)
def test_a_place_is_found_when_more_than_four_fifths_are_covered(
    cited: Make, start: int, end: int, is_found: bool
) -> None:
    match = cited("words", "words", start=start, end=end)

    assert covers(match, Place("port", 100, 200)) is is_found
    assert not covers(match, Place("other", 100, 200))


@pytest.mark.parametrize(
    ("annotation", "name"),
    [
        ("Rick Hasen", "hasen"),
        ("election law expert Rick Hasen", "hasen"),
        ("The Post's Dana Milbank", "milbank"),
        ("Jeff Weaver, Sanders' campaign manager,", "weaver"),
        ("Rep. Maeve O'Dwyer (D-Tex.), a friend of the mayor", "dwyer"),
        ("Speaker of the House Rep. Paul Ryan (R-WI)", "ryan"),
        ("Stu Rothenberg of the non-partisan Report", "rothenberg"),
        ("Eskelsen García", "garcia"),
        ("Bush's", "bush"),
        ("She", None),
        ("the Democratic nominee", None),
        ("another source who knows Cruz", None),
        ("", None),
    ],
)
def test_the_name_of_an_annotated_speaker_is_its_last_word_without_asides(
    annotation: str, name: str | None
) -> None:
    assert name_of(annotation) == name


def test_a_speaker_is_found_by_the_last_name_whatever_its_accents(
    gold_quote: Make, quote_check: Make
) -> None:
    gold = gold_quote(true_speaker="Gálvez")

    found = [judge(gold, quote_check(speaker=speaker), 1.0).judged["speaker"]
             for speaker in ("Gerson Galvez Calle", "Galvezson", None)]  # fmt: skip

    assert found == [True, False, False]


def test_a_quotation_that_nobody_said_has_no_speaker_to_find(
    gold_quote: Make, quote_check: Make
) -> None:
    gold = gold_quote(verdict="not_found", wording="not_found")

    assert judge(gold, quote_check(), 1.0).judged["speaker"] is None


def test_kinds_of_changes_must_be_among_those_reported(gold_quote: Make, quote_check: Make) -> None:
    gold = gold_quote(change_kinds=("number",))
    both = (change("word", bears=False), change("number", bears=False))

    assert judge(gold, quote_check(changes=both), 1.0).judged["changes"] is True
    assert judge(gold, quote_check(changes=both[:1]), 1.0).judged["changes"] is False


@pytest.mark.parametrize("expected", [True, False])
def test_one_change_that_bears_on_the_meaning_is_enough_to_bear(
    gold_quote: Make, quote_check: Make, expected: bool
) -> None:
    gold = gold_quote(bears_on_meaning=expected)
    changes = (change("word", bears=False), change("number", bears=True))

    assert judge(gold, quote_check(changes=changes), 1.0).judged["bearing"] is expected
    assert judge(gold, quote_check(), 1.0).judged["bearing"] is not expected


def test_measures_are_shares_of_what_is_judged(gold_quote: Make, quote_check: Make) -> None:
    wrong = quote_check(wording="not_found", match=None, speaker=None)
    outcomes = [
        judge(gold_quote(), quote_check(), 1.0),
        judge(gold_quote(place=None), wrong, 3.0),
    ]

    measures = measure(outcomes, "digest")

    assert (measures.verdict, measures.place_found, measures.speaker_found) == (0.5, 1.0, 0.5)
    assert measures.changes_named is None
    assert (measures.median_milliseconds, measures.gold_sha256) == (1.0, "digest")


def test_kinds_are_counted_apart_and_by_alteration(gold_quote: Make, quote_check: Make) -> None:
    altered = {"kind": "altered", "verdict": "altered", "wording": "altered"}
    gold = [gold_quote(), gold_quote(alteration="name", **altered),
            gold_quote(alteration="number", **altered)]  # fmt: skip
    outcomes = [judge(one, quote_check(), 1.0) for one in gold]

    kinds = [(one.kind, one.right, one.verdict) for one in measure(outcomes, "").kinds]

    assert kinds == [("true", 1, 1.0), ("altered: name", 0, 0.0), ("altered: number", 0, 0.0)]


def test_altered_and_absent_quotations_called_verbatim_are_named(
    gold_quote: Make, quote_check: Make
) -> None:
    golds = [
        gold_quote(id="a", verdict="misattributed", wording="altered"),
        gold_quote(id="b", verdict="not_found", wording="not_found"),
        gold_quote(id="c", verdict="altered", wording="altered"),
    ]
    outcomes = [judge(gold, quote_check(verdict="misattributed"), 1.0) for gold in golds[:2]]

    measures = measure([*outcomes, judge(golds[2], None, 1.0)], "")

    assert measures.altered_called_verbatim == ("a",)
    assert measures.absent_called_verbatim == ("b",)


def test_a_miss_says_what_was_expected_and_what_came(gold_quote: Make, quote_check: Make) -> None:
    got = quote_check(wording="altered", speaker="Ana Díaz",
                      changes=(change("number", bears=True),))  # fmt: skip

    (miss,) = measure([judge(gold_quote(), got, 1.0)], "").misses

    assert miss.wrong == ("verdict", "wording", "speaker", "bearing")
    assert (miss.expected, miss.got, miss.got_speaker) == ("verbatim", "altered", "Ana Díaz")
    assert asdict(miss)["changes"] == ("number: 34 > 43",)
    assert miss.got_place == ("port", 100, 120)
