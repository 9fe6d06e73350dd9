"""Records to JSON and back. What comes back equals what went in, or is refused."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, TypeVar

Record = TypeVar("Record")


def encode(record: Any) -> str:
    """A record as JSON, with the names of its fields."""
    return json.dumps(_converter().unstructure(record))


def decode(stored: str, kind: type[Record]) -> Record:
    """The record that ``encode`` made JSON of.

    A field that is missing gets its default, for a version that did not have it yet saved the
    record.

    Raises:
        ValueError: It is no such record: a field is unknown, is missing without having a default,
            or has a value of another type. The message says what, in one line.
    """
    try:
        found: Record = _converter().structure(json.loads(stored), kind)
    except Exception as error:  # cattrs passes on what the record's own types raise
        raise ValueError(_plain(error)) from error
    return found


def _plain(error: Exception) -> str:
    first_line = (str(error).splitlines() or [""])[0][:120]
    if isinstance(error, KeyError):
        return f"{first_line} is missing"
    return first_line or type(error).__name__


@cache
def _converter() -> Any:
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=True, detailed_validation=False)
    # Left to themselves, str() and int() make something of every value.
    for kinds in ((str,), (int,), (bool,), (float, int)):
        converter.register_structure_hook(kinds[0], _exactly(kinds))
    return converter


def _exactly(kinds: tuple[type, ...]) -> Any:
    def structured(value: Any, _: type) -> Any:
        if type(value) not in kinds:
            raise TypeError(f"a {type(value).__name__} stands in place of a {kinds[0].__name__}")
        return value

    return structured
