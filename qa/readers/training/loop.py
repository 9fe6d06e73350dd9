"""The training run: batches in a fixed order, state on disk, resumed after a break."""

from __future__ import annotations

import json
import logging
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from qa.readers.training.features import Feature, batches_of, collate
from qa.readers.training.network import logits_of, loss_of, new_network, save_network

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a run is made with."""

    tokens: int
    """Train on about so many, padding not counted, over as many epochs as they take."""
    learning_rate: float = 1.5e-4
    warm_up: float = 0.05
    """Share of the steps over which the rate rises from 0; it falls to 0 over the rest."""
    dropout: float = 0.0
    weight_decay: float = 0.01
    clip: float = 1.0
    precision: str = "bfloat16"
    """Of the products; the weights are float32. ``float32`` where the processor lacks the other."""
    seed: int = 20261122
    start: str = ""
    """The folder of a network to go on from; the published encoder where empty."""
    save_minutes: float = 15.0
    report_steps: int = 50


def train(
    features: Sequence[Feature],
    run: Run,
    folder: Path,
    *,
    look: Callable[[Any], dict[str, float]] | None = None,
    look_steps: int = 1000,
) -> Any:
    """Train a network and save it in ``folder / "network"``.

    Args:
        features: The windows.
        run: Rates and sizes. A state in the folder goes on only with the same run.
        folder: For ``state.pt``, ``log.jsonl`` and the network.
        look: Measures the network now and then; what it gives goes into the log.
        look_steps: How often.

    Raises:
        ValueError: The folder holds the state of another run.
        SystemExit: It was asked to end (SIGTERM); its state is on disk.
    """
    folder.mkdir(parents=True, exist_ok=True)
    plan = _plan(features, run)
    start = Path(run.start) if run.start else None
    network = new_network(dropout=run.dropout, seed=run.seed, start=start)
    trained = [p for p in network.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        trained, lr=run.learning_rate, weight_decay=run.weight_decay, fused=True
    )
    step = _resume(network, optimizer, run, folder)
    asked_to_stop: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: asked_to_stop.append(number))
    saved, begun, losses, seen = time.monotonic(), time.monotonic(), [], 0
    network.train()
    while step < len(plan):
        rate = _rate(step, len(plan), run)
        for group in optimizer.param_groups:
            group["lr"] = rate
        loss, tokens = _step(network, optimizer, trained, [features[i] for i in plan[step]], run)
        losses.append(loss)
        seen += tokens
        step += 1
        if step % run.report_steps == 0:
            speed = seen / (time.monotonic() - begun)
            _log(folder, step=step, of=len(plan), loss=sum(losses) / len(losses), rate=rate,
                 tokens_a_second=round(speed))  # fmt: skip
            losses = []
        if look and step % look_steps == 0:
            network.eval()
            _log(folder, step=step, **look(network))
            network.train()
        if asked_to_stop or time.monotonic() - saved > 60 * run.save_minutes:
            _save(network, optimizer, run, step, folder)
            saved = time.monotonic()
        if asked_to_stop:
            raise SystemExit(f"stopped at step {step}; the same command goes on from there")
    _save(network, optimizer, run, step, folder)
    network.eval()
    save_network(network, folder / "network")
    return network


def _plan(features: Sequence[Feature], run: Run) -> list[list[int]]:
    """The batches of the whole run, cut where the tokens are used up."""
    plan: list[list[int]] = []
    left = run.tokens
    for epoch in range(1000):
        for batch in batches_of(features, seed=run.seed, epoch=epoch):
            if left <= 0:
                return plan
            left -= sum(len(features[i].ids) for i in batch)
            plan.append(batch)
    return plan


def _rate(step: int, steps: int, run: Run) -> float:
    warm = max(1, round(run.warm_up * steps))
    share = (step + 1) / warm if step < warm else (steps - step) / max(1, steps - warm)
    return run.learning_rate * share


def _step(
    network: Any, optimizer: Any, trained: list[Any], features: list[Feature], run: Run
) -> tuple[float, int]:
    """One update: its loss, and how many tokens it was over."""
    batch = collate(features)
    enabled = run.precision == "bfloat16"
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=enabled):
        starts, ends = logits_of(network, batch)
    loss = loss_of(starts, ends, torch.from_numpy(batch.spans))
    loss.backward()
    torch.nn.utils.clip_grad_norm_(trained, run.clip)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return float(loss.detach()), int(batch.attended.sum())


def _save(network: Any, optimizer: Any, run: Run, step: int, folder: Path) -> None:
    """Write the state beside the old one, then in its place: a break leaves one that is whole."""
    state = {
        "run": asdict(run),
        "step": step,
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
    }
    torch.save(state, folder / "state.pt.new")
    (folder / "state.pt.new").replace(folder / "state.pt")


def _resume(network: Any, optimizer: Any, run: Run, folder: Path) -> int:
    path = folder / "state.pt"
    if not path.is_file():
        return 0
    state = torch.load(path, weights_only=True)
    if state["run"] != asdict(run):
        raise ValueError(f"{path} is the state of another run; name another folder, or remove it")
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    logger.info("going on at step %d", state["step"])
    return int(state["step"])


def _log(folder: Path, **values: Any) -> None:
    line = json.dumps({k: round(v, 6) if isinstance(v, float) else v for k, v in values.items()})
    logger.info("%s", line)
    with (folder / "log.jsonl").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
