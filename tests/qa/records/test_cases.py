"""qa.records.cases: feedback as lines that the evaluation's own readers take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus import Filters
from qa import Change
from qa.evaluation.errors import GoldInvalid
from qa.evaluation.gold import read_gold
from qa.evaluation.quote_metrics import Place
from qa.evaluation.quotes import read_quotes
from qa.records import (
    RecordStore,
    export_feedback,
    feedback_on_answer,
    feedback_on_citation,
    feedback_on_verdict,
)

Make = Callable[..., Any]

VERDICTS = ("verbatim", "altered", "paraphrased", "misattributed", "not_found", "too_short")


def test_an_answer_with_what_is_right_is_a_gold_question(turn: Make, tmp_path: Path) -> None:
    given = feedback_on_answer(turn(), library="one", note="the other", expected=" Callao ")
    export_feedback([given], tmp_path / "cases.jsonl")

    (question,) = read_gold(tmp_path / "cases.jsonl")

    assert (question.id, question.question) == (given.id, "Who has Callao?")
    # "Callao" stands in the sentence that was cited, so its article is known.
    assert (question.answers, question.article_id) == (("Callao",), "port")


def test_nothing_is_right_where_the_articles_hold_no_answer(turn: Make, tmp_path: Path) -> None:
    given = feedback_on_answer(turn(), library="one", expected="")
    export_feedback([given], tmp_path / "cases.jsonl")

    (question,) = read_gold(tmp_path / "cases.jsonl")

    assert question.is_impossible


def test_without_what_is_right_a_case_is_no_gold_yet(turn: Make, tmp_path: Path) -> None:
    export_feedback([feedback_on_answer(turn(), library="one")], tmp_path / "cases.jsonl")

    with pytest.raises(GoldInvalid, match="either there are answers"):
        read_gold(tmp_path / "cases.jsonl")


def test_a_case_says_what_came_and_how_it_was_asked(turn: Make) -> None:
    one = turn(standalone_question="Who holds Callao?", filters=Filters(languages=("en",)))

    case = feedback_on_answer(one, library="one", expected="Lima").case

    assert (case["question"], case["asked"]) == ("Who holds Callao?", "And who has it now?")
    assert case["filters"]["languages"] == ["en"]
    assert case["got"]["answer"] == "MacDowell"
    assert case["got"]["citations"][0]["start"] == 20
    assert case["article_id"] is None  # Lima stands in nothing that was shown


def test_a_wrong_citation_is_named(turn: Make, cited: Make, records: RecordStore) -> None:
    given = feedback_on_citation(turn(), cited(), library="one")
    records.add_feedback(given)

    assert (given.kind, given.case["citation"]["exact"]) == ("citation", "MacDowell")
    assert records.feedback() == (given,)


@pytest.mark.parametrize("speaker", [None, "Ana Díaz"])
@pytest.mark.parametrize("expected", VERDICTS)
def test_every_right_verdict_makes_a_gold_quotation(
    check: Make, tmp_path: Path, expected: str, speaker: str | None
) -> None:
    one = check(claimed_speaker=speaker)
    given = feedback_on_verdict(one, record_id="r", library="one", expected=expected)
    export_feedback([given], tmp_path / "cases.jsonl")

    (quotation,) = read_quotes(tmp_path / "cases.jsonl")

    assert (quotation.verdict, quotation.speaker, quotation.quote) == (expected, speaker, one.quote)
    has_place = expected not in ("not_found", "too_short")
    assert quotation.place == (Place("port", 20, 29) if has_place else None)


def test_an_altered_quotation_is_of_the_kind_of_its_first_change(check: Make) -> None:
    change = Change(kind="negation", quoted="not", source="", bears_on_meaning=True,
                    quoted_start=0, quoted_end=3, source_start=20, source_end=20)  # fmt: skip

    given = feedback_on_verdict(
        check(changes=(change,)), record_id="r", library="one", expected="altered"
    )

    assert given.case["kind"] == "negated"
    assert given.case["got"]["changes"][0]["quoted"] == "not"


def test_what_is_no_verdict_is_refused(check: Make) -> None:
    with pytest.raises(ValueError, match="'wrong' is no verdict"):
        feedback_on_verdict(check(), record_id="r", library="one", expected="wrong")


def test_a_turn_without_an_answer_has_nothing_wrong(turn: Make) -> None:
    with pytest.raises(ValueError, match="no answer"):
        feedback_on_answer(turn(answer=None), library="one")
