"""CPU time of the command line's first words."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from figures import Figure, median

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5


def benchmark() -> Iterator[Figure]:
    """``onrecord --help`` against importing what the plain way needs."""
    ours = cpu_seconds(["-m", "qa", "--help"])
    theirs = cpu_seconds(["-c", "import sentence_transformers, faiss"])
    yield Figure(name="cold start, --help", unit="CPU seconds", ours=ours, plain=theirs)


def cpu_seconds(arguments: Sequence[str]) -> float:
    """User and system time of a Python process, the median of five after one unmeasured."""
    times = []
    for _ in range(RUNS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, *arguments]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(times[1:])
