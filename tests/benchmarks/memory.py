"""Peak memory, each in a process of its own: ``python memory.py KIND FOLDER`` prints megabytes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
for folder in (str(HERE.parents[1]), str(HERE)):  # this file is run on its own
    if folder not in sys.path:
        sys.path.insert(0, folder)

from figures import Figure  # noqa: E402

SEARCHES = ("Who runs the port?", "When was the vote?", "How much did it cost?") * 10


def benchmark(folder: Path) -> Iterator[Figure]:
    """Megabytes at the peak of searching, asking and adding."""
    for kind in ("search", "ask", "add"):
        beside = None if kind == "ask" else peak(f"plain-{kind}", folder)
        yield Figure(name=f"memory to {kind}", unit="MB", ours=peak(kind, folder), plain=beside)


def peak(kind: str, folder: Path) -> float:
    """Run this file for one kind, and read what it prints."""
    command = [sys.executable, str(HERE / "memory.py"), kind, str(folder)]
    environment = os.environ | {"TQDM_DISABLE": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return float(done.stdout.split()[-1])


def search(folder: Path) -> None:
    """Thirty searches in a library."""
    from index import Retriever

    with Retriever.open(folder) as retriever:
        for query in SEARCHES:
            retriever.search(query)


def ask(folder: Path) -> None:
    """Thirty questions to a library."""
    from qa.assistant import Assistant
    from qa.settings import Settings

    assistant = Assistant.open(folder, settings=Settings())
    for question in SEARCHES:
        assistant.ask(question)


def add(folder: Path) -> None:
    """The library's articles into a new library."""
    from adding import add as add_file

    from index import encoder_named
    from qa.settings import Settings

    with TemporaryDirectory() as work:
        encoder = encoder_named(Settings().index.encoder)
        add_file(folder.parent / "articles.jsonl", Path(work) / "library", encoder)


def plain_search(folder: Path) -> None:
    """Thirty searches in the flat index beside the library."""
    import faiss
    from plain import PlainIndex

    plain = PlainIndex()
    plain.index = faiss.read_index(str(folder.parent / "flat.faiss"))
    for query in SEARCHES:
        plain.search(query)


def plain_add(folder: Path) -> None:
    """The library's passages into a flat index."""
    from adding import passage_texts
    from plain import PlainIndex

    PlainIndex().add(passage_texts(folder))


KINDS: dict[str, Callable[[Path], None]] = {
    "search": search,
    "ask": ask,
    "add": add,
    "plain-search": plain_search,
    "plain-add": plain_add,
}


def own_peak() -> float:
    """Megabytes that this process had at its peak.

    Linux's getrusage counts what the process was before it was this program: a copy of the one
    that started it.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6  # bytes on macOS


if __name__ == "__main__":
    KINDS[sys.argv[1]](Path(sys.argv[2]))
    print(own_peak())
