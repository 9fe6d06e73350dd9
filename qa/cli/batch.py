"""``--batch``: JSON lines in, one JSON line out for each, in order and at once."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import click

from corpus import OnRecordError
from qa.cli.output import as_json

LINE_BYTES = 1_000_000
"""A longer line holds no question."""

Row = dict[str, Any]


def run_batch(source: str, answer: Callable[[Row], Any]) -> None:
    """Answer every line of a file, or of standard input for ``-``.

    Each answer is flushed before the next line is read. A line that can't be answered gives
    ``{"id", "error"}``, and the rest go on.
    """
    if source == "-":
        _answer_lines(standard_input(), answer)
        return
    try:
        with Path(source).open("rb") as file:
            _answer_lines(file, answer)
    except OSError as error:
        raise click.BadParameter(
            f"{source} can't be read ({error.strerror})", param_hint="--batch"
        ) from error


def standard_input() -> BinaryIO:
    """Standard input as bytes: what is no UTF-8 is a matter of one line, not of the stream."""
    return sys.stdin.buffer


def _answer_lines(file: BinaryIO, answer: Callable[[Row], Any]) -> None:
    while line := file.readline(LINE_BYTES + 1):
        if len(line) > LINE_BYTES:
            while line and not line.endswith(b"\n"):
                line = file.readline(LINE_BYTES)
            _write({"id": None, "error": f"the line has more than {LINE_BYTES:,} bytes; split it"})
        elif line.strip():
            _write(_answer_line(line, answer))


def _answer_line(line: bytes, answer: Callable[[Row], Any]) -> Any:
    row: Any = None
    try:
        row = json.loads(line.decode("utf-8-sig"))
        if not isinstance(row, dict):
            raise ValueError("it is no JSON object")
        return answer(row)
    except (ValueError, RecursionError) as error:
        reason = f"the line can't be used: {str(error).splitlines()[0]}"
    except OnRecordError as error:
        reason = str(error)
    return {"id": _id_of(row), "error": reason}


def _id_of(row: Any) -> Any:
    found = row.get("id") if isinstance(row, dict) else None
    return found if isinstance(found, str | int | float) else None


def text_of(row: Row, name: str) -> str:
    """A text that the line must hold.

    Raises:
        ValueError: It is missing, or no text.
    """
    if not isinstance(row.get(name), str):
        raise ValueError(f'"{name}" is missing, or no text')
    return str(row[name])


def _write(record: Any) -> None:
    click.echo(as_json(record))
    sys.stdout.flush()
