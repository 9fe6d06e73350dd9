"""The spellings of numbers, units and months, from ``values.json``."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def value_tables() -> dict[str, Any]:
    """The tables of ``values.json`` by name: read once, shared by all, not to be changed.

    >>> value_tables()["money_signs"]["€"]
    'euro'
    """
    path = Path(__file__).with_name("values.json")
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded
