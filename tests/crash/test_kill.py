"""Kill -9 at many moments of adding, rebuilding, removing: nothing reported is lost or undone."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fakes import HashedWords, build_library, line

from corpus import Store
from index import Retriever, examine

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked"),
]

OLD = [line(f"Article {n} about the harbour of town{n}. " * 9, id=f"a{n}") for n in range(6)]
OLD_IDS = {f"a{n}" for n in range(6)}
NEW_IDS = {f"new{n}" for n in range(6)}
REMOVED_IDS = {"a1", "a3"}
DELAYS = (0.002, 0.01, 0.02, 0.04, 0.08, 0.15)

Moment = tuple[str, int, str]


@dataclass
class Bench:
    """The process that runs the jobs, a sound library to copy, and a place to work."""

    process: subprocess.Popen[str]
    sound: Path
    place: Path
    runs: int = 0

    def run(self, action: str, *, moment: Moment | None = None, delay: float | None = None) -> bool:
        """Run one job on a fresh copy; says whether its process was killed."""
        shutil.rmtree(self.library, ignore_errors=True)
        # A folder of its own for each: tantivy's watcher, a thread that outlives the index it
        # watches for a moment, may put its lock file into the one being deleted.
        self.runs += 1
        self.report.write_text("", encoding="utf-8")
        if action != "create":
            shutil.copytree(self.sound, self.library)
        job = {"action": action, "moment": moment, "delay": delay}
        job |= {"folder": str(self.library), "report": str(self.report)}
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(json.dumps(job), file=self.process.stdin, flush=True)
        status = int(self.process.stdout.readline())
        assert status in (0, -signal.SIGKILL)
        return status != 0

    @property
    def library(self) -> Path:
        return self.place / f"library{self.runs}"

    @property
    def report(self) -> Path:
        return self.place / "report.txt"

    @property
    def reported(self) -> list[str]:
        return self.report.read_text(encoding="utf-8").splitlines()

    def moments(self, action: str) -> list[Moment]:
        """The first and the last call of each watched function, before and after it."""
        assert not self.run(action)
        counts: dict[str, int] = json.loads(self.reported[-1])
        return [
            (name, which, when)
            for name, count in sorted(counts.items())
            for which in sorted({0, count // 2, count - 1})
            for when in ("before", "after")
        ]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    place = tmp_path_factory.mktemp("crash")
    sound = build_library(place / "sound", OLD, HashedWords())
    command = [sys.executable, str(Path(__file__).with_name("zygote.py"))]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        yield Bench(process, sound, place)
        process.communicate()


@pytest.mark.parametrize("action", ["add", "create", "rebuild", "remove"])
def test_a_kill_at_any_call_leaves_a_sound_library(bench: Bench, action: str) -> None:
    moments, killed = bench.moments(action), 0
    for moment in moments:
        killed += bench.run(action, moment=moment)
        assert_sound(bench, action, moment)
    assert killed >= len(moments) - 5  # the number of some calls varies from run to run


@pytest.mark.parametrize("action", ["add", "rebuild", "remove"])
def test_a_kill_at_any_time_leaves_a_sound_library(bench: Bench, action: str) -> None:
    for delay in DELAYS:
        bench.run(action, delay=delay)
        assert_sound(bench, action, delay)


def assert_sound(bench: Bench, action: str, moment: object) -> None:
    """The library opens, holds what was reported and no half article, and is searched whole."""
    with Store.open(bench.library, writable=True) as store:
        ids = {found.id for found in store.listing()}
        assert store.problems() == [], moment
    assert expected_ids(action, set(bench.reported)) <= ids <= possible_ids(action, bench), moment
    if not ids:
        return
    with Retriever.open(bench.library, encoder=HashedWords()) as reader:
        hits = reader.search("article about the harbour or river", k=500)
        assert {hit.article_id for hit in hits} == ids, moment
        assert {hit.article_id for hit in reader.find_phrase("about the")} == ids, moment
        assert faults(reader.search_index.store) == [], moment


def faults(store: Store) -> list[str]:
    found = [problem.what for problem in examine(store, encoder=HashedWords())]
    return [what for what in found if "were cut by other settings" not in what]


def expected_ids(action: str, reported: set[str]) -> set[str]:
    """What must be there: what was there or was reported as added, less what was being removed."""
    if action == "create":
        return reported & NEW_IDS
    if action == "remove":
        return OLD_IDS - REMOVED_IDS
    return OLD_IDS | (reported & NEW_IDS)


def possible_ids(action: str, bench: Bench) -> set[str]:
    """What may be there: no article that was reported as removed."""
    before = set() if action == "create" else OLD_IDS
    return (before | NEW_IDS if action in ("add", "create") else before) - (
        set(bench.reported) & REMOVED_IDS
    )
