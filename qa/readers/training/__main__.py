"""``python -m qa.readers.training``: from the published encoder to the reader that is shipped.

One folder, WORK, holds the mined negatives, the examples' count, the state and the network; every
stage goes on where it stopped.
"""

from __future__ import annotations

import json
import logging
import random
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from qa.readers.training.examples import Example, Mix, make_examples
from qa.readers.training.negatives import mine, pool_library, read_mined, sampled
from qa.readers.training.sources import Sources, read_sources

SEED = 20261122
MINED = {"wiki": 10_000, "squadshifts": 12_000, "qamr": 2_500, "fairytaleqa": 1_200}
"""How many questions of each set to mine negatives for."""
MINED_EACH = 3
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group()
def training() -> None:
    """Train the reader. Needs the shared data sets, and no network."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")


@training.command("mine")
@click.option("--data", type=FOLDER, required=True)
@click.option("--work", type=FOLDER, required=True)
def mine_command(data: Path, work: Path) -> None:
    """Find passages that rank high and do not answer."""
    work.mkdir(parents=True, exist_ok=True)
    sources = read_sources(data, seed=SEED)
    with pool_library(sources, work / "pool") as library:
        wanted = _wanted(sources)
        mine(sources, library, wanted, work / "mined.jsonl", keep=MINED_EACH)


@training.command("run")
@click.option("--data", type=FOLDER, required=True)
@click.option("--work", type=FOLDER, required=True)
@click.option("--name", default="main", show_default=True, help="The run's folder below WORK.")
@click.option("--tokens", default=14_000_000, show_default=True)
@click.option("--learning-rate", default=1.5e-4, show_default=True)
@click.option("--dropout", default=0.0, show_default=True)
@click.option("--float32", is_flag=True, help="For processors without bfloat16; slower elsewhere.")
@click.option("--mix", default="{}", help="JSON with fields of Mix to change.")
@click.option("--seed", default=SEED, show_default=True, help="Of the examples and their order.")
@click.option("--start", default="", help="A network's folder to go on from, for another pass.")
@click.option("--threads", default=2, show_default=True)
def run_command(data: Path, work: Path, name: str, mix: str, threads: int, **chosen: Any) -> None:
    """Train, or go on with, a run; then measure it."""
    import torch

    from qa.readers.training.features import features_of
    from qa.readers.training.loop import Run, train
    from qa.readers.training.measure import measure
    from qa.readers.training.network import tokenizer_file
    from qa.readers.window import open_tokenizer

    torch.set_num_threads(threads)
    run = Run(
        tokens=chosen["tokens"],
        learning_rate=chosen["learning_rate"],
        dropout=chosen["dropout"],
        precision="float32" if chosen["float32"] else "bfloat16",
        seed=chosen["seed"],
        start=chosen["start"],
    )
    used = Mix(**json.loads(mix))
    examples = make_examples(
        read_sources(data, seed=SEED), read_mined(work / "mined.jsonl"), used, seed=run.seed
    )
    tokenizer = open_tokenizer(tokenizer_file())
    features = features_of(tokenizer, examples)
    folder = work / name
    _describe(examples, sum(len(f.ids) for f in features), asdict(run) | asdict(used), folder)

    def look(network: Any) -> dict[str, float]:
        return asdict(measure(network, tokenizer, data, questions=300, seed=SEED))

    network = train(features, run, folder, look=look)
    figures = asdict(measure(network, tokenizer, data, questions=10_000, seed=SEED))
    (folder / "figures.json").write_text(json.dumps(figures, indent=2), encoding="utf-8")
    click.echo(json.dumps(figures))


@training.command("average")
@click.option("--data", type=FOLDER, required=True)
@click.option("--output", type=FOLDER, required=True, help="The folder of the new network.")
@click.argument("networks", nargs=-1, type=click.Path(exists=True, path_type=Path))
def average_command(data: Path, output: Path, networks: tuple[Path, ...]) -> None:
    """Average the weights of NETWORKS, passes of one run; then measure what comes of it."""
    from qa.readers.training.measure import measure
    from qa.readers.training.network import average_networks, save_network, tokenizer_file
    from qa.readers.window import open_tokenizer

    network = average_networks(networks)
    save_network(network, output)
    tokenizer = open_tokenizer(tokenizer_file())
    found = measure(network, tokenizer, data, questions=10_000, seed=SEED)
    click.echo(json.dumps(asdict(found)))


@training.command("compare")
@click.option("--data", type=FOLDER, required=True)
@click.argument("networks", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def compare_command(data: Path, networks: tuple[Path, ...]) -> None:
    """Measure exported NETWORKS as a run is measured: what do 8-bit integers cost?"""
    from qa.readers.training.measure import OnnxNetwork, measure
    from qa.readers.training.network import tokenizer_file
    from qa.readers.window import open_tokenizer

    tokenizer = open_tokenizer(tokenizer_file())
    for path in networks:
        found = measure(OnnxNetwork(path), tokenizer, data, questions=10_000, seed=SEED)
        click.echo(json.dumps({"network": path.name} | asdict(found)))


def _wanted(sources: Sources) -> list[Any]:
    rng = random.Random(SEED)
    by_source: dict[str, list[Any]] = {}
    for asked in sources.questions:
        by_source.setdefault(sources.paragraphs[asked.paragraph].source, []).append(asked)
    return [a for name, count in MINED.items() for a in sampled(by_source[name], count, rng)]


def _describe(examples: list[Example], tokens: int, chosen: dict[str, Any], folder: Path) -> None:
    """Write what the run is over, for the model card."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds = Counter(f"{e.id.partition('-')[0]} {e.kind}" for e in examples)
    text = json.dumps(
        {"examples": len(examples), "tokens": tokens, "kinds": dict(sorted(kinds.items())),
         "chosen": chosen},
        indent=2,
    )  # fmt: skip
    (folder / "examples.json").write_text(text, encoding="utf-8")
    logging.getLogger(__name__).info("%s", text)


if __name__ == "__main__":
    training()
