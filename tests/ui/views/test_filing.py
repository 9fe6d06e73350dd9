"""ui.views.filing: records that other programs can read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict

from qa import QuoteCheck
from ui.views.filing import json_text


def test_the_json_of_a_check_is_the_record_again(check: Callable[..., QuoteCheck]) -> None:
    text = json_text(asdict(check("Gálvez took it")))

    assert json.loads(text)["quote"] == "Gálvez took it"
    assert "Gálvez" in text


def test_half_a_surrogate_pair_is_written_all_the_same(check: Callable[..., QuoteCheck]) -> None:
    text = json_text(asdict(check("broken \ud800")))

    assert json.loads(text.encode("utf-8", "backslashreplace"))["quote"] == "broken \ud800"
