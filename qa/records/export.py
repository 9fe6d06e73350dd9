"""Feedback as lines of gold, to be looked at and moved into the evaluation's sets by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from qa.records.errors import FeedbackNotWritten
from qa.records.model import Feedback


def export_feedback(given: Sequence[Feedback], path: Path) -> int:
    """Write the cases as JSON lines, the oldest first.

    Args:
        given: The feedback, newest first, as the store lists it.
        path: The file, which is replaced.

    Returns:
        How many there are.

    Raises:
        FeedbackNotWritten: The file can't be written.
    """
    lines = [json.dumps(dict(one.case), ensure_ascii=False) + "\n" for one in reversed(given)]
    try:
        # Half of a character, which UTF-8 has no bytes for, becomes JSON's own escape.
        path.write_bytes("".join(lines).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise FeedbackNotWritten(str(path), error.strerror or str(error)) from error
    return len(lines)
