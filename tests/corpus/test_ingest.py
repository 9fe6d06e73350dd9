"""corpus.ingest: sources in, a report that is true at any moment, one bad source stops no other."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from fakes import add_lines, line

from corpus import (
    CorpusSettings,
    IngestReport,
    PassageSettings,
    Store,
    ingest,
    split_again,
    splitting,
)

STORY = "The police in Callao seized two tonnes of cocaine in the port on Monday. Nobody was held."


def write_lines(path: Path, *lines: object) -> Path:
    path.write_text("\n".join(json.dumps(fields) for fields in lines), encoding="utf-8")
    return path


def test_a_folder_with_good_and_bad_files_gives_articles_and_reasons(
    store: Store, tmp_path: Path
) -> None:
    news = tmp_path / "news"
    news.mkdir()
    write_lines(news / "a.jsonl", line(STORY, id="a"), {"id": "no text"})
    (news / "b.pdf").write_bytes(b"%PDF")
    (news / "c.txt").write_bytes(b"")
    with store.writing():
        report = ingest([news], store)

    assert report.added == ["a"]
    assert [Path(refused.source).name for refused in report.refused] == [
        "a.jsonl:2",
        "b.pdf",
        "c.txt",
    ]
    assert all(refused.reason for refused in report.refused)


def test_adding_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "a.jsonl", line(STORY, id="a"), line(STORY + " Yet.", id="b"))
    with store.writing():
        ingest([source], store)
        change, again = store.change_counter, ingest([source, source], store)

    assert again.unchanged == ["a", "b", "a", "b"]
    assert (again.added, again.updated, store.change_counter) == ([], [], change)


def test_standard_input_is_read_as_lines_and_refused_where_there_is_none(store: Store) -> None:
    stream = io.BytesIO(json.dumps(line(STORY, id="a")).encode())
    with store.writing():
        report = ingest(["-"], store, standard_input=stream)
        without = ingest(["-"], store)

    assert report.added == ["a"]
    assert [refused.source for refused in without.refused] == ["-"]


def test_every_article_has_passages_that_stand_in_its_text(store: Store) -> None:
    with store.writing():
        add_lines(store, [line(STORY * 40, id="long"), line("¿Qué? 🙂", id="short", language="es")])

    for key in store.article_keys():
        for passage in store.passages_of(key):
            text = passage.article.text
            assert text[passage.start : passage.end] == passage.text
            assert all(passage.text[s.start - passage.start] for s in passage.sentences[1:])


def test_progress_counts_every_article_and_refusal(store: Store) -> None:
    stream = io.BytesIO(b'{"text": "One two."}\nno json\n{"text": "Three four."}\n')
    counts: list[int] = []
    settings = CorpusSettings(batch_articles=2)
    with store.writing():
        ingest(["-"], store, settings=settings, standard_input=stream, progress=counts.append)

    assert counts == [2, 1]


def test_an_interrupted_ingest_has_reported_just_what_is_in(store: Store, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "a.jsonl", *(line(STORY, id=str(n)) for n in range(5)))
    report = IngestReport()

    def interrupt(_: int) -> None:
        if len(report.added) == 4:
            raise KeyboardInterrupt

    settings = CorpusSettings(batch_articles=2)
    with pytest.raises(KeyboardInterrupt), store.writing():
        ingest([source], store, settings=settings, report=report, progress=interrupt)
    assert report.added == ["0", "1", "2", "3"]
    assert sorted(found.id for found in store.listing()) == report.added


def test_splitting_again_is_done_once_and_only_when_settings_change(store: Store) -> None:
    with store.writing():
        add_lines(store, [line(STORY * 10, id="a"), line(STORY, id="b")])
        (old, *_), settings = store.passage_keys(), PassageSettings(max_characters=200)
        assert split_again(store, PassageSettings()) == 0
        assert split_again(store, settings) == 2
        assert split_again(store, settings) == 0

    assert store.recall("splitting") == splitting(settings)
    assert old not in store.passage_keys()
    assert max(len(p.text) for p in store.passages(store.passage_keys()).values()) <= 200


def test_articles_cut_by_different_settings_make_the_library_mixed(store: Store) -> None:
    narrow = CorpusSettings(passages=PassageSettings(max_characters=200))
    with store.writing():
        ingest(["-"], store, standard_input=io.BytesIO(b'{"text": "One two."}'))
        ingest(["-"], store, settings=narrow, standard_input=io.BytesIO(b'{"text": "Three."}'))

    assert store.recall("splitting") == "mixed"


@pytest.mark.parametrize("setting", ["max_source_megabytes", "batch_articles"])
def test_settings_below_one_are_refused(setting: str) -> None:
    with pytest.raises(ValueError, match=setting):
        CorpusSettings(**{setting: 0})
