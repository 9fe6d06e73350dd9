"""ui.sheets: lists that spreadsheets open, and run nothing of."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from corpus import IngestReport, Listed, Refused
from ui.sheets import articles_csv, report_csv, table
from ui.worklist import Report

List = Callable[..., Listed]


def rows_of(text: str) -> list[list[str]]:
    """A table as a spreadsheet reads it."""
    assert text[0] == "\ufeff"
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def test_an_article_is_a_row_and_the_unknown_is_empty(listed: List) -> None:
    line = listed("a", title='Díaz, "B"', authors=("Ana", "Bo"), publisher=None, characters=1200)

    heading, row = rows_of(articles_csv([line]))
    values = dict(zip(heading, row, strict=True))

    assert values["title"] == 'Díaz, "B"'
    assert (values["authors"], values["publisher"]) == ("Ana; Bo", "")
    assert values["characters"] == "1200"


def test_a_title_that_is_a_formula_gets_an_apostrophe(listed: List) -> None:
    text = articles_csv([listed("a", title="=HYPERLINK(1)")])

    assert rows_of(text)[1][1] == "'=HYPERLINK(1)"


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_no_cell_begins_as_a_formula_does(cells: list[str]) -> None:
    row = rows_of(table(["x"] * len(cells), [cells]))[1:]

    assert not any(
        cell[:1] in ("=", "+", "-", "@", "\t", "\r") for one in row for cell in one if cell
    )


def test_a_report_has_a_row_for_each_article_and_each_refusal(listed: List) -> None:
    done = IngestReport(added=["a"], unchanged=["b"], refused=[Refused("x.txt", "it is empty")])

    rows = rows_of(report_csv(Report(done), {"a": listed("a", title="Raid")}))

    assert rows[1:] == [
        ["added", "a", "Raid", "", ""],
        ["unchanged", "b", "", "", ""],
        ["refused", "", "", "x.txt", "it is empty"],
    ]
