"""Runs jobs on libraries, each in a forked process that is killed at a chosen moment.

    {"action", "folder", "report", "moment", "delay"}, a JSON line a job, on stdin

``moment`` is [name, which, "before" or "after"]: the call of a C function of that name at which
the process kills itself, counted from 0; ``null`` lets it run to its end, and "moments" in the
answer then counts the calls by name. ``delay`` kills it from outside after so many seconds.
What the process reported as done stands in the file ``report``, a line each.
"""

from __future__ import annotations

import io
import json
import os
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import courlan  # noqa: F401, E402  (so that no job waits for an import)
import faiss  # noqa: F401, E402
import sentencex  # noqa: F401, E402
import tantivy  # noqa: F401, E402
from fakes import HashedWords, line  # noqa: E402

from corpus import (  # noqa: E402
    CorpusSettings,
    IngestReport,
    PassageSettings,
    Store,
    ingest,
    split_again,
)
from index import SearchIndex  # noqa: E402

WATCHED = {
    "execute", "executemany", "executescript", "commit", "rollback", "fsync", "replace", "rename",
    "unlink", "rmdir", "mkdir", "write_index", "add_document", "wait_merging_threads", "reload",
    "flush", "acquire", "release", "close",
}  # fmt: skip
NEW = [line(f"New article {n} about the river of village{n}. " * 9, id=f"new{n}") for n in range(6)]


def add(store: Store, say: Report) -> None:
    """Add six articles, two at a time, and index them."""
    report, told = IngestReport(), set()

    def tell(_: int) -> None:
        for name in {*report.added} - told:
            told.add(name)
            say(name)

    stream = io.BytesIO("\n".join(map(json.dumps, NEW)).encode())
    settings = CorpusSettings(batch_articles=2)
    ingest(["-"], store, settings=settings, report=report, standard_input=stream, progress=tell)
    SearchIndex.open(store, encoder=HashedWords()).update()


def rebuild(store: Store, say: Report) -> None:
    """Cut every article anew and make the index again."""
    split_again(store, PassageSettings(max_characters=200))
    SearchIndex.build(store, encoder=HashedWords())
    say("rebuilt")


def remove(store: Store, say: Report) -> None:
    """Remove two articles, one after the other, and index the rest."""
    for name in ("a1", "a3"):
        store.remove([name])
        say(name)
    SearchIndex.open(store, encoder=HashedWords()).update()


ACTIONS = {"add": add, "rebuild": rebuild, "remove": remove, "create": add}


class Report:
    """What is written here is read after the process was killed."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)

    def __call__(self, done: str) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{done}\n")


class Watch:
    """Counts the calls of C functions, and kills the process at the chosen one."""

    def __init__(self, moment: tuple[str, int, str] | None) -> None:
        self.seen: Counter[tuple[str, str]] = Counter()
        self._name, self._which, self._when = moment or ("", -1, "")

    def __call__(self, frame: FrameType, event: str, function: object) -> None:
        when = {"c_call": "before", "c_return": "after"}.get(event)
        name = getattr(function, "__name__", "")
        if when is None or name not in WATCHED:
            return
        if (name, when) == (self._name, self._when) and self.seen[name, when] == self._which:
            os.kill(os.getpid(), signal.SIGKILL)
        self.seen[name, when] += 1


def run(job: dict[str, object]) -> None:
    """One job, in a process of its own."""
    watch, say = Watch(job["moment"]), Report(job["report"])
    sys.setprofile(watch)
    with Store.open(job["folder"], writable=True) as store, store.writing():
        ACTIONS[job["action"]](store, say)
    sys.setprofile(None)
    say(json.dumps({name: count for (name, when), count in watch.seen.items() if when == "before"}))


def main() -> None:
    """Answer each job with how its process ended."""
    for text in sys.stdin:
        job = json.loads(text)
        process = os.fork()
        if process == 0:
            run(job)
            os._exit(0)
        if job["delay"] is not None:
            time.sleep(job["delay"])
            os.kill(process, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        print(status, flush=True)


if __name__ == "__main__":
    main()
