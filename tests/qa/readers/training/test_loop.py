"""qa.readers.training.loop: a run that was broken off ends where one without a break does."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from qa.readers.training.features import Feature

pytestmark = [
    pytest.mark.models,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


def features() -> list[Feature]:
    """Twelve windows: the answer is the token 2003 wherever it stands."""
    rng = random.Random(4)
    found = []
    for _ in range(12):
        text = [rng.randint(3000, 4000) for _ in range(12)]
        place = rng.randrange(12)
        text[place] = 2003
        ids = (101, 2040, 102, *text, 102)
        types = (0, 0, 0, *([1] * 13))
        found.append(Feature(ids, types, 3, ((3 + place, 3 + place),)))
    return found


def test_a_run_goes_on_from_its_state_as_if_nothing_had_happened(tmp_path: Path) -> None:
    import torch

    from qa.readers.training import loop

    run = loop.Run(tokens=12 * 16 * 4, learning_rate=1e-3, precision="float32", report_steps=1)
    whole = loop.train(features(), run, tmp_path / "whole")

    class Broken(Exception):
        pass

    def fall(network: object) -> dict[str, float]:
        raise Broken

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loop.time, "monotonic", _minutes())  # A state is saved after every step.
        with pytest.raises(Broken):
            loop.train(features(), run, tmp_path / "parts", look=fall, look_steps=3)
    resumed = loop.train(features(), run, tmp_path / "parts")

    for one, other in zip(whole.parameters(), resumed.parameters(), strict=True):
        assert torch.allclose(one, other, atol=1e-6)
    log = (tmp_path / "parts" / "log.jsonl").read_text(encoding="utf-8")
    steps = [json.loads(line)["step"] for line in log.splitlines()]
    assert steps == [1, 2, 3, 3, 4]


def test_a_state_of_another_run_is_not_gone_on_with(tmp_path: Path) -> None:
    from qa.readers.training import loop

    loop.train(features(), loop.Run(tokens=10, precision="float32"), tmp_path)

    with pytest.raises(ValueError, match="another run"):
        loop.train(features(), loop.Run(tokens=20, precision="float32"), tmp_path)


def test_another_pass_begins_with_the_network_of_the_first(tmp_path: Path) -> None:
    import torch

    from qa.readers.training import loop
    from qa.readers.training.network import open_network

    loop.train(features(), loop.Run(tokens=100, precision="float32"), tmp_path / "first")
    first = tmp_path / "first" / "network"
    still = loop.Run(tokens=100, learning_rate=0.0, precision="float32", seed=7, start=str(first))
    second = loop.train(features(), still, tmp_path / "second")

    for one, other in zip(second.parameters(), open_network(first).parameters(), strict=True):
        assert torch.equal(one, other)


def test_the_average_of_two_networks_lies_halfway(tmp_path: Path) -> None:
    import torch

    from qa.readers.training.network import average_networks, open_network, save_network

    one = untrained(tmp_path / "one", seed=1)
    other = untrained(tmp_path / "other", seed=2)
    save_network(average_networks([tmp_path / "one", tmp_path / "other"]), tmp_path / "mean")
    mean = open_network(tmp_path / "mean")

    assert not torch.equal(one.qa_outputs.weight, other.qa_outputs.weight)
    halfway = (one.qa_outputs.weight + other.qa_outputs.weight) / 2
    assert torch.allclose(mean.qa_outputs.weight, halfway)


def untrained(folder: Path, *, seed: int) -> Any:
    """An untrained network, saved."""
    from qa.readers.training.network import new_network, save_network

    network = new_network(dropout=0.0, seed=seed)
    save_network(network, folder)
    return network


def _minutes():
    """A clock on which an hour goes by between two looks."""
    from itertools import count

    ticks = count(0.0, 3600.0)
    return lambda: next(ticks)
