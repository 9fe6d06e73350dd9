"""The commands: what they print, and the status they leave with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qa.readers import TrainedReader


@pytest.fixture
def filled(onrecord, articles: Path):
    assert onrecord("add", articles).status == 0
    return onrecord


def test_add_reports_what_became_of_every_source(onrecord, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")

    first = onrecord("add", articles, tmp_path / "empty.txt", "--json")
    again = onrecord("add", articles, "--json")

    assert first.status == 0
    assert (first.json["added"], first.json["updated"]) == (["port", "bread"], [])
    (refused,) = first.json["refused"]
    assert refused["source"].endswith("empty.txt")
    assert "empty" in refused["reason"]
    assert (again.json["added"], again.json["unchanged"]) == ([], ["port", "bread"])


def test_a_new_text_under_the_same_id_is_an_update(filled) -> None:
    line = json.dumps({"id": "bread", "text": "Bread is baked from rye."}).encode()

    ran = filled("--json", "add", "-", stdin=line)

    assert ran.json["updated"] == ["bread"]
    shown = filled("show", "bread", "--json").json
    assert [revision["revision"] for revision in shown["revisions"]] == [1, 2]
    older = filled("show", "bread", "--revision", "1", "--json").json
    assert older["text"] == "Bread is baked from flour. It needs salt."
    assert (older["current"], shown["current"]) == (False, True)


def test_list_has_every_article_without_its_text(filled) -> None:
    listed = filled("list", "--json").json["articles"]

    assert [line["id"] for line in listed] == ["bread", "port"]  # newest first
    assert all("text" not in line for line in listed)
    assert listed[1]["authors"] == ["Ana Díaz"]


def test_remove_erases_and_names_what_was_not_there(filled) -> None:
    ran = filled("remove", "bread", "nothing", "--json")

    assert ran.json == {"removed": ["bread"], "missing": ["nothing"]}
    assert filled("show", "bread").status == 1
    passages = filled("search", "bread flour", "--json").json["passages"]
    assert {passage["article_id"] for passage in passages} == {"port"}


def test_search_gives_passages_with_the_agreed_fields(filled) -> None:
    found = filled("search", "raid in Callao", "-k", "1", "--json").json

    assert (found["id"], found["query"]) == (None, "raid in Callao")
    (passage,) = found["passages"]
    assert set(passage) == {
        "article_id", "revision", "text_sha256", "passage_id", "title", "published", "publisher",
        "url", "start", "end", "text", "bm25", "cosine", "fused_score", "reader_score",
    }  # fmt: skip
    assert passage["article_id"] == "port"


def test_ask_gives_the_agreed_fields_and_exact_offsets(filled) -> None:
    answer = filled("--json", "ask", "Who inherited the port of Callao from Caracol?").json

    assert set(answer) == {
        "id", "question", "standalone_question", "answer", "full_form", "abstention", "confidence",
        "citations", "other_answers", "passages", "searched", "as_of",
    }  # fmt: skip
    assert answer["searched"] == {"articles": 2, "oldest": "2017-06-22", "newest": "2018-01-02"}
    text = filled("show", "port", "--json").json["text"]
    for citation in answer["citations"]:
        assert text[citation["start"] : citation["end"]] == citation["exact"]


def test_filters_narrow_search_and_ask(filled) -> None:
    ran = filled("search", "bread", "--author", "diaz", "--json")
    answer = filled("ask", "bread?", "--from", "2018-01-01", "--json").json

    assert {passage["article_id"] for passage in ran.json["passages"]} == {"port"}
    assert answer["searched"]["articles"] == 1


def test_batch_answers_line_by_line_and_goes_on_after_a_bad_one(filled) -> None:
    stdin = b'{"id": "a", "question": "Who raids?"}\nnonsense\n{"id": 7}\n\xff\n[1]\n' + (
        b'{"id": null, "question": "And bread?", "history": ["Who raids?"]}\n'
    )

    lines = filled("ask", "--batch", "-", stdin=stdin).lines

    assert [line["id"] for line in lines] == ["a", None, 7, None, None, None]
    assert ["error" in line for line in lines] == [False, True, True, True, True, False]


def test_batch_search_reads_a_file(filled, tmp_path: Path) -> None:
    (tmp_path / "queries.jsonl").write_text('{"id": 1, "query": "bread"}\n\n', encoding="utf-8")

    (line,) = filled("search", "--batch", tmp_path / "queries.jsonl").lines

    assert (line["id"], line["passages"][0]["article_id"]) == (1, "bread")


def test_doctor_is_content_then_names_what_mends(filled, tmp_path: Path) -> None:
    assert filled("doctor", "--json").json == {"ok": True, "problems": []}
    dense = tmp_path / "library" / "index" / "dense.faiss"
    dense.write_bytes(dense.read_bytes()[:-5])

    sick = filled("doctor", "--json")

    assert (sick.status, sick.json["ok"]) == (1, False)
    assert "rebuild" in sick.json["problems"][0]["mend"]
    assert filled("ask", "Who raids?").status == 1
    assert filled("rebuild").status == 0
    assert filled("doctor").status == 0


def test_settings_say_where_each_comes_from(onrecord, tmp_path: Path) -> None:
    found = onrecord("settings", "--json").json["settings"]

    assert found["library"] == {"value": str(tmp_path / "library"), "from": "ONRECORD_LIBRARY"}
    assert found["qa.threshold"]["from"] == "default"


def test_people_get_text_and_unknown_fields_say_so(filled) -> None:
    assert "author unknown" in filled("list").out
    assert "22 June 2017" in filled("show", "port").out
    assert "1. " in filled("search", "raid").out


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["ask"], 2, "QUESTION or --batch"),
        (["ask", "Who?", "--batch", "-"], 2, "QUESTION or --batch"),
        (["ask", "Who?", "--from", "yesterday"], 2, "yesterday"),
        (["search", "x", "-k", "0"], 2, "-k"),
        (["search", "--batch", "/no/such/file"], 2, "can't be read"),
        (["bogus"], 2, "bogus"),
        (["ask", ""], 1, "no word"),
        (["ask", "a" * 10_000], 1, "10,000 characters"),
        (["search", "?!"], 1, "no word"),
        (["show", "nothing"], 1, "no article 'nothing'"),
    ],
)
def test_what_can_t_be_done_is_said_without_a_traceback(
    filled, arguments: list[str], status: int, said: str
) -> None:
    ran = filled(*arguments)

    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert status == 2 or ran.err.count("\n") == 1


def test_a_library_that_is_not_there_is_one_line(onrecord, tmp_path: Path) -> None:
    ran = onrecord("--library", tmp_path / "none", "ask", "Who?")

    assert ran.status == 1
    assert ran.err.count("\n") == 1
    assert "onrecord" in ran.err
    assert not (tmp_path / "none").exists()


def test_an_unexpected_error_is_one_line_too(filled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa.library.Library.examine", lambda self: 1 / 0)

    ran = filled("doctor")

    assert ran.status == 1
    assert "ZeroDivisionError" in ran.err
    assert ran.err.count("\n") == 1


def test_an_interrupted_add_says_what_is_in(
    onrecord, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("index.search.SearchIndex.update", interrupt)
    ran = onrecord("add", articles, "--json")
    monkeypatch.undo()

    assert ran.status == 1
    assert ran.json["added"] == ["port", "bread"]
    assert "2 articles are in" in ran.err


def test_library_and_json_work_before_and_after_the_command(filled, tmp_path: Path) -> None:
    folder = tmp_path / "library"

    before = filled("--library", folder, "--json", "list")
    after = filled("list", "--library", folder, "--json")

    assert before.json == after.json


def test_a_reader_that_stands_in_is_said_on_standard_error(
    filled, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("qa.readers.choice.TrainedReader", lambda: TrainedReader(tmp_path))

    ran = filled("ask", "Who runs the port?", "--json")

    assert "Note: The trained reader has no" in ran.err
    assert ran.json["passages"]
