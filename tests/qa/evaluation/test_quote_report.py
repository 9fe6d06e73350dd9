"""qa.evaluation.quote_report: measures of quote checks as text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from qa.evaluation.quote_metrics import QuoteMeasures, judge, measure
from qa.evaluation.quote_report import format_quotes

Make = Callable[..., Any]


def test_every_kind_has_a_line_with_its_share(quote_measures: QuoteMeasures) -> None:
    lines = format_quotes("sample", quote_measures).splitlines()

    assert [line for line in lines if line.startswith("| negated ")] == [
        "| negated         | 1 |             1 | 1.000 |"
    ]
    assert "altered called verbatim: 0" in lines


def test_what_may_never_be_is_named_by_id(quote_measures: QuoteMeasures) -> None:
    wrong = replace(quote_measures, altered_called_verbatim=("a-01", "a-02"))

    assert "altered called verbatim: 2 (a-01, a-02)" in format_quotes("sample", wrong)


def test_misses_are_grouped_by_kind_and_verdict_and_named_once(
    gold_quote: Make, quote_check: Make
) -> None:
    lost = quote_check(wording="not_found", match=None, speaker=None)
    outcomes = [judge(gold_quote(id=name), lost, 1.0) for name in ("t-01", "t-02")]
    unnamed = judge(gold_quote(id="t-03"), quote_check(speaker="Ana"), 1.0)

    text = format_quotes("sample", measure([*outcomes, unnamed], ""))

    assert text.splitlines()[-2:] == [
        "true, not_found where verbatim is right (2): t-01, t-02",
        "true, speaker (1): t-03",
    ]
