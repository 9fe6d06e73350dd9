"""Every benchmark beside the plain way: ``python tests/benchmarks/run.py``.

The plain way is one ``SentenceTransformer.encode(list)`` in default settings into a flat FAISS
index, measured in the same run. Prints a table and writes ``results.json`` beside this file.
The figures belong to the machine: run it when nothing else does, and compare the ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
for folder in (str(HERE.parents[1]), str(HERE)):  # tests/ is no package
    if folder not in sys.path:
        sys.path.insert(0, folder)

import adding  # noqa: E402
import cold_start  # noqa: E402
import latency  # noqa: E402
import memory  # noqa: E402
import reading  # noqa: E402
from figures import HEADER, Figure, as_row  # noqa: E402
from material import Material, material  # noqa: E402

from index import encoder_named  # noqa: E402
from qa.evaluation.origin import origin_of  # noqa: E402
from qa.evaluation.report import table  # noqa: E402
from qa.evaluation.sets import SHARED  # noqa: E402
from qa.readers.weights import MODEL  # noqa: E402
from qa.settings import Settings  # noqa: E402

RESULTS = HERE / "results.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write the JSON, print the table."""
    parser = argparse.ArgumentParser(prog="run.py", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED, help="the shared evaluation sets")
    parser.add_argument("--articles", type=int, default=120, help="how many articles are added")
    parser.add_argument("--rounds", type=int, default=3, help="how often they are added")
    parser.add_argument("--searches", type=int, default=200, help="how many questions are searched")
    parser.add_argument("--asked", type=int, default=60, help="how many questions are asked")
    parser.add_argument("--read", type=int, default=60, help="how many questions are read for")
    parser.add_argument("--model", type=Path, default=MODEL, help="the trained reader's files")
    parser.add_argument("--network", type=Path, help="its network as trained, to read with torch")
    parser.add_argument("--output", type=Path, default=RESULTS)
    chosen = parser.parse_args(arguments)
    stuff = material(chosen.data)
    load_before = os.getloadavg()
    with TemporaryDirectory(prefix="onrecord-benchmarks-") as work:
        figures = list(measured(stuff, Path(work), chosen))
    report = {
        "origin": asdict(origin_of(Settings(), encoder_named(Settings().index.encoder))),
        "articles": stuff.name,
        "cores": os.cpu_count(),
        "load": {"before": load_before, "after": os.getloadavg()},
        "arguments": {name: str(value) for name, value in vars(chosen).items() if name != "data"},
        "figures": [asdict(one) | {"ratio": one.ratio} for one in figures],
    }
    report["arguments"].pop("output")
    chosen.output.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(table(HEADER, map(as_row, figures)))
    return 0


def measured(stuff: Material, work: Path, chosen: argparse.Namespace) -> Iterator[Figure]:
    """Every figure, in the order of the table."""
    from plain import PlainIndex

    yield from cold_start.benchmark()
    plain, encoder = PlainIndex(), encoder_named(Settings().index.encoder)
    encoder.encode(["The model is loaded before the clock starts."])
    yield from adding.benchmark(
        stuff, work, plain, encoder, count=chosen.articles, rounds=chosen.rounds
    )
    questions = stuff.questions[: chosen.searches]
    yield from latency.benchmark(work / "library", questions, plain, encoder, asked=chosen.asked)
    yield from reading.benchmark(
        work / "library",
        questions[: chosen.read],
        encoder,
        model=chosen.model,
        network=chosen.network,
    )
    yield from memory.benchmark(work / "library")


if __name__ == "__main__":
    sys.exit(main())
