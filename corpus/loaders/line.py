"""The fields of one JSON line, each of the right type or refused by its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpus.errors import SourceError

MAX_ID_CHARACTERS = 200

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One object of a file of JSON lines. A wrong value raises ``SourceError``."""

    fields: Mapping[str, Any]
    source: str
    """The name of the file and the number of the line."""

    def text(self) -> str:
        """The article's text, untouched."""
        text = self.fields.get("text")
        if text is None:
            raise self._refusal("text", "is missing, and no article is without it; add it")
        if not isinstance(text, str):
            raise self._wrong_type("text", text, "a string")
        self._require_characters("text", text)
        if "\x00" in text:
            raise self._refusal("text", f"holds a NUL at {text.index(chr(0))}; take it out")
        if not text.strip():
            raise self._refusal("text", "is blank, so there is no article; fill it in")
        return text

    def given_id(self) -> str | None:
        """The id as it is, a whole number as its digits."""
        given = self.fields.get("id")
        if given is None:
            return None
        if isinstance(given, bool) or not isinstance(given, str | int):
            raise self._wrong_type("id", given, "a string or whole number")
        given = str(given)
        self._require_characters("id", given)
        if not given.strip():
            raise self._refusal("id", "is blank; fill it in or leave it out")
        if any(unicodedata.category(char) in ("Cc", "Zl", "Zp") for char in given):
            raise self._refusal("id", "holds a control character; take it out")
        if len(given) > MAX_ID_CHARACTERS:
            most = f"and at most {MAX_ID_CHARACTERS} fit; shorten it"
            raise self._refusal("id", f"has {len(given)} characters {most}")
        return given

    def string(self, name: str) -> str | None:
        """A field of one line of text; ``None`` when it is missing, null or blank."""
        value = self.fields.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self._wrong_type(name, value, "a string")
        return self._one_line(name, value) or None

    def strings(self, name: str, *, or_one: bool = False) -> tuple[str, ...]:
        """A field that is a list of strings, without blank ones. ``or_one``: one string will do."""
        value = self.fields.get(name)
        if value is None:
            return ()
        items = [value] if or_one and isinstance(value, str) else value
        if not isinstance(items, list):
            raise self._wrong_type(name, value, "a list of strings")
        for item in items:
            if not isinstance(item, str):
                raise self._wrong_type(name, item, "a string in the list")
        return tuple(line for item in items if (line := self._one_line(name, item)))

    def _one_line(self, name: str, value: str) -> str:
        """A value without control characters and line breaks: metadata is shown in one line."""
        self._require_characters(name, value)
        plain = (" " if unicodedata.category(char) == "Cc" else char for char in value)
        return " ".join("".join(plain).split())

    def _require_characters(self, name: str, value: str) -> None:
        """Refuse half a surrogate pair: no file and no database can hold it."""
        if lone := _LONE_SURROGATE.search(value):
            half = f"\\u{ord(lone.group()):04x}"
            raise self._refusal(
                name, f"holds half a character ({half}) at {lone.start()}; write the whole one"
            )

    def _wrong_type(self, name: str, value: object, expected: str) -> SourceError:
        """The error for a value of another type."""
        return self._refusal(name, f"has {kind_of(value)} where {expected} was expected; change it")

    def _refusal(self, name: str, reason: str) -> SourceError:
        """The error for a field."""
        return SourceError(self.source, f"the field {name} {reason}")


def kind_of(value: object) -> str:
    """What a JSON value is, in words.

    >>> kind_of(None), kind_of(1.5), kind_of({})
    ('null', 'a number', 'an object')
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    kinds = {str: "a string", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return kinds[type(value)]
