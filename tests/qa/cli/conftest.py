"""Running the command line in this process, with the fake encoder."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qa.cli import main


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def onrecord(
    tmp_path: Path,
    fake_encoder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., Ran]:
    """``onrecord("ask", "Who?", stdin=b"")`` over the library ``tmp_path / "library"``."""
    monkeypatch.setattr("qa.library.encoder_named", lambda name: fake_encoder)
    monkeypatch.setenv("ONRECORD_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("ONRECORD_RECORDS", str(tmp_path / "records"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def run(*arguments: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(int(left.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A file of two articles, as JSON lines."""
    path = tmp_path / "articles.jsonl"
    lines = [
        {"id": "port", "title": "Raid in Callao", "published": "2017-06-22", "language": "en",
         "publisher": "El Diario", "authors": ["Ana Díaz"],
         "text": "Police held a raid. MacDowell inherited the port of Callao from Caracol."},
        {"id": "bread", "title": "Bread", "published": "2018-01-02", "language": "en",
         "text": "Bread is baked from flour. It needs salt."},
    ]  # fmt: skip
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path
