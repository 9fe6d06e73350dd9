"""corpus.loaders.jsonl: a line an article, its text untouched."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from corpus.config import CorpusSettings
from corpus.loaders import load_lines
from corpus.loaders.jsonl import JsonLinesLoader
from corpus.model import Incoming, Refused

FIELDS = {
    "title": "T",
    "publisher": "P",
    "url": "https://x.example/a",
    "language": "en",
    "licence": "CC BY 4.0",
    "section": "S",
    "published": "2021-03-04",
    "authors": ["A"],
    "tags": ["t"],
}
SPANISH = "La policía registró el lunes 34 viviendas cercanas al puerto."


def load(*lines: object) -> list[Incoming | Refused]:
    """What comes of lines, given as bytes or as what they hold."""
    raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return list(load_lines(io.BytesIO(b"\n".join(raw)), "in"))


def article(line: object) -> Incoming:
    """The article in a line that has one."""
    (found,) = load(line)
    assert isinstance(found, Incoming)
    return found


def reason(line: object) -> str:
    """Why a line is refused."""
    (found,) = load(line)
    assert isinstance(found, Refused)
    assert "\n" not in found.reason
    return found.reason


def test_the_text_is_kept_code_point_for_code_point() -> None:
    text = "  Cafe\u0301 \r\n\n\n\u00a0two  spaces\u200b \t"

    assert article({"text": text}).text == text


def test_every_field_of_the_agreement_is_read() -> None:
    found = article({"id": "7", "text": "Text.", "unknown": 1, **FIELDS})
    listed = {"authors": ("A",), "tags": ("t",)}

    assert {name: getattr(found.metadata, name) for name in FIELDS} == FIELDS | listed
    assert (found.given_id, found.location, found.source) == ("7", None, "in:1")
    assert found.cleaner == "none"
    assert found.provenance == dict.fromkeys(FIELDS, "stated in the JSON line")


def test_the_original_is_the_line_s_bytes() -> None:
    assert article(b' {"text": "a"} \r').original == b'{"text": "a"}'


def test_a_timestamp_gives_its_day() -> None:
    assert (
        article({"text": "a", "published": "2021-03-04T23:00:00-05:00"}).metadata.published
        == "2021-03-04"
    )


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("published", "03/04/2021"),
        ("published", "2021-02-30"),
        ("url", "javascript:alert(1)"),
        ("language", "English"),
    ],
)
def test_a_value_that_cannot_be_read_is_unknown_and_told(name: str, printed: str) -> None:
    found = article({"text": "a", name: printed})

    assert getattr(found.metadata, name) is None
    assert found.provenance[name] == f"{name}: could not read {printed!r}"


def test_an_unknown_language_is_detected_and_nothing_else_is_guessed() -> None:
    found = article({"text": SPANISH})

    assert found.metadata.language == "es"
    assert found.provenance == {"language": "detected from the text"}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{", "the line is not JSON"),
        (b"[1]", "the line is a list where an object was expected"),
        (b'{"text": "\xff"}', "byte 10 (0xff) of the line is not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"text": "a", "id": ' + b"9" * 5000 + b"}", "a number too long"),
        ({"text": ""}, "the field text is blank"),
        ({"text": "a", "published": 2021}, "the field published has a number"),
        ({"text": "a\ud800"}, "half a character"),
    ],
)
def test_a_bad_line_is_refused_with_its_reason(line: object, why: str) -> None:
    assert why in reason(line)


def test_a_bad_line_does_not_stop_the_others_and_blank_lines_count() -> None:
    found = load({"text": "a"}, b"", b"nonsense", {"text": "b"})

    assert [item.source for item in found] == ["in:1", "in:3", "in:4"]
    assert [type(item) for item in found] == [Incoming, Refused, Incoming]


def test_a_byte_order_mark_at_the_start_is_fine() -> None:
    assert article(b'\xef\xbb\xbf{"text": "a"}').text == "a"


def test_another_encoding_is_refused_once_for_the_whole_file() -> None:
    found = list(load_lines(io.BytesIO('{"text": "a"}\n{"text": "b"}'.encode("utf-16")), "in"))

    assert [item.source for item in found] == ["in"]
    assert "iconv -f UTF-16 -t UTF-8" in reason('{"text": "a"}'.encode("utf-16"))


def test_a_line_over_the_limit_is_refused_and_the_next_one_is_read() -> None:
    stream = io.BytesIO(b'{"text": "' + b"a" * 2_500_000 + b'"}\n{"text": "b"}\n')
    found = list(load_lines(stream, "in", CorpusSettings(max_source_megabytes=1)))

    assert isinstance(found[0], Refused)
    assert found[0].reason.startswith("the line has more than 1 MB")
    assert isinstance(found[1], Incoming)
    assert (found[1].text, found[1].source) == ("b", "in:2")


def test_a_file_names_its_lines_and_a_blank_one_is_refused(tmp_path: Path) -> None:
    path, blank = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    path.write_text('{"text": "a"}\n', encoding="utf-8")
    blank.write_text("\n\n", encoding="utf-8")
    found = [
        *JsonLinesLoader().load(path, CorpusSettings()),
        *JsonLinesLoader().load(blank, CorpusSettings()),
    ]

    assert [item.source for item in found] == [f"{path}:1", str(blank)]
    assert isinstance(found[1], Refused)


def test_lines_are_read_as_they_come() -> None:
    class Endless(io.BytesIO):
        def readline(self, _size: int | None = -1, /) -> bytes:
            return b'{"text": "a"}\n'

    lines = load_lines(Endless(), "in")

    assert [next(lines).source, next(lines).source] == ["in:1", "in:2"]
