"""``onrecord check``: one quotation, a batch, a draft."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields
from pathlib import Path

import pytest

from qa.quotes.model import QuoteCheck

QUOTE = "MacDowell inherited the port of Callao"
DRAFT = f'"{QUOTE}," said Ana Ruiz.\n\n"We have never been to Callao at all," she said.\n'


@pytest.fixture
def filled(onrecord, articles: Path):
    assert onrecord("add", articles).status == 0
    return onrecord


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_check_gives_the_record_s_fields_and_exact_offsets(filled) -> None:
    check = filled("check", QUOTE, "--json").json

    assert set(check) == {field.name for field in fields(QuoteCheck)}
    assert (check["id"], check["verdict"], check["claimed_speaker"]) == (None, "verbatim", None)
    assert (check["match"]["start"], check["match"]["exact"]) == (20, QUOTE)


def test_check_prints_the_verdict_first(filled) -> None:
    ran = filled("check", QUOTE)

    assert ran.status == 0
    assert ran.out.startswith("VERBATIM. ")
    assert "Raid in Callao · by Ana Díaz · El Diario · 22 June 2017" in ran.out


def test_a_speaker_is_handed_on(filled) -> None:
    check = filled("--json", "check", QUOTE, "--speaker", "Ana Ruiz").json

    assert check["claimed_speaker"] == "Ana Ruiz"
    assert check["verdict"] == "misattributed"  # they are the reporter's own words


def test_filters_narrow_what_is_searched(filled) -> None:
    check = filled("--json", "check", QUOTE, "--from", "2018-01-01").json

    assert check["verdict"] == "not_found"
    assert check["searched"]["articles"] == 1


def test_a_batch_answers_line_by_line_and_goes_on_after_bad_lines(filled) -> None:
    lines = [
        json.dumps({"id": "a", "quote": QUOTE, "speaker": None}).encode(),
        b"{broken",
        json.dumps({"id": "b", "quote": QUOTE, "speaker": 7}).encode(),
        json.dumps({"id": 3}).encode(),
        json.dumps({"id": 4, "quote": "... !"}).encode(),
        json.dumps({"quote": QUOTE}).encode(),
    ]

    first, *bad, last = filled("check", "--batch", "-", stdin=b"\n".join(lines)).lines

    assert (first["id"], first["verdict"]) == ("a", "verbatim")
    assert [set(one) for one in bad] == [{"id", "error"}] * 4
    assert [one["id"] for one in bad] == [None, "b", 3, 4]
    assert '"speaker" is no text' in bad[1]["error"]
    assert (last["id"], last["verdict"]) == (None, "verbatim")


def test_a_draft_is_reported_in_its_order(filled, draft: Path) -> None:
    ran = filled("check", "--draft", draft)

    assert ran.status == 0
    assert ran.out.startswith(f"2 quotations in {draft}: ")
    assert ran.out.index("1. Paragraph 1") < ran.out.index("2. Paragraph 2")


def test_a_draft_as_json_is_one_object_with_places_in_the_draft(filled, draft: Path) -> None:
    report = filled("check", "--draft", draft, "--json").json

    assert report["draft"] == str(draft)
    places = [DRAFT[check["draft_start"] : check["draft_end"]] for check in report["checks"]]
    assert places == [f"{QUOTE},", "We have never been to Callao at all,"]
    assert [check["paragraph"] for check in report["checks"]] == [1, 2]


def test_a_draft_as_csv_and_as_markdown(filled, draft: Path) -> None:
    table = filled("check", "--draft", draft, "--format", "csv").out
    page = filled("check", "--draft", draft, "--format", "markdown").out

    assert [row["number"] for row in csv.DictReader(io.StringIO(table))] == ["1", "2"]
    assert page.startswith("# Quotations in ")
    assert page.rstrip().splitlines()[-1].startswith("*Checked 20")


def test_a_draft_can_come_from_standard_input(filled) -> None:
    ran = filled("check", "--draft", "-", stdin=DRAFT.encode())

    assert ran.out.startswith("2 quotations in standard input: ")


def test_a_draft_that_cannot_be_read_is_one_line(filled, tmp_path: Path) -> None:
    ran = filled("check", "--draft", tmp_path / "gone.txt")

    assert (ran.status, ran.out) == (1, "")
    assert "there is no such file" in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [(), (QUOTE, "--batch", "-"), (QUOTE, "--draft", "x"), ("--draft", "x", "--batch", "-"),
     ("--draft", "x", "--speaker", "Ana"), ("--batch", "-", "--format", "csv"),
     (QUOTE, "--format", "csv", "--json"), (QUOTE, "--format", "pdf")],
)  # fmt: skip
def test_what_contradicts_itself_is_wrong_usage(onrecord, arguments: tuple[str, ...]) -> None:
    ran = onrecord("check", *arguments)

    assert (ran.status, ran.out) == (2, "")
