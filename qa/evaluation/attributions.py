"""How well it is found who says something: ``python -m qa.evaluation.attributions DATA``.

``DATA`` is the folder of the shared evaluation sets. ``attributions`` has hand-annotated sources,
cues and contents over news articles; each content is asked for with ``who_says``. A source is
right where it overlaps the annotated one; a name, where both sources lead to one name. What is
annotated there is wider than speech: wishes, plans and findings are in it as well, for which
nothing is to be found where the reporter only tells of them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import Article, Span
from qa.evaluation.errors import SetUnavailable
from qa.evaluation.gold import read_bytes
from qa.quotes.attribution import Said, who_says
from qa.quotes.bearers import name_of
from qa.quotes.cues import cue, key

FILES = ("articles-news.jsonl.gz", "attributions.jsonl.gz")
GROUPS = ("direct", "reported", "reported, a verb of saying")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A content with the source and the cue that the annotators gave it."""

    article: Article
    source: Span
    cue: str
    content: Span
    is_direct: bool
    """All of the content stands in quotation marks."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found for one content."""

    group: tuple[str, ...]
    is_answered: bool
    is_named: bool
    has_source: bool
    """The source found overlaps the annotated one."""
    has_name: bool
    """Both lead to the same name."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the table; 1 with one line where files are missing."""
    parser = argparse.ArgumentParser(prog="python -m qa.evaluation.attributions")
    parser.add_argument("data_folder", metavar="DATA", type=Path, help="the shared sets' folder")
    folder: Path = parser.parse_args(arguments).data_folder
    try:
        print(format_table([judge(one) for one in read_annotated(folder)]))
    except SetUnavailable as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def read_annotated(folder: Path) -> Iterator[Annotated]:
    """The contents that have a source, in the file's order.

    Raises:
        SetUnavailable: A file is not in the folder.
    """
    for name in FILES:
        if not (folder / name).is_file():
            raise SetUnavailable("attributions", str(folder / name))
    articles = {
        row["id"]: Article(id=row["id"], text=row["text"]) for row in _rows(folder / FILES[0])
    }
    for row in _rows(folder / FILES[1]):
        if row["source"] and row["content"]:
            _, start, end = max(row["content"], key=lambda part: part[2] - part[1])
            yield Annotated(
                article=articles[row["article_id"]],
                source=Span(row["source"][0][1], row["source"][0][2]),
                cue=row["cue"][0][0] if row["cue"] else "",
                content=Span(start, end),
                is_direct=row["direct"],
            )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in read_bytes(path).decode("utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def judge(one: Annotated) -> Judged:
    """Compare what is found for a content with what is annotated."""
    said = who_says(one.article, one.content)
    found = said.source
    overlaps = found is not None and (found.start < one.source.end and one.source.start < found.end)
    return Judged(
        _groups(one), found is not None, said.name is not None, overlaps, _is_same_name(one, said)
    )


def _groups(one: Annotated) -> tuple[str, ...]:
    if one.is_direct:
        return GROUPS[:1]
    verbs = [cue(key(word)) for word in one.cue.split()]
    is_saying = one.cue.casefold() == "according to" or any(
        verb and "saying" in verb.kinds for verb in verbs
    )
    return GROUPS[1:] if is_saying else GROUPS[1:2]


def _is_same_name(one: Annotated, said: Said) -> bool:
    """Whether both sources lead to the same place or to the same words."""
    annotated = name_of(one.article, one.source)
    if said.name is None or annotated is None:
        return False
    text = one.article.text
    shown, wanted = (text[span.start : span.end].casefold() for span in (said.name, annotated))
    return shown == wanted


def format_table(judged: Iterable[Judged]) -> str:
    """A Markdown table: contents, answered, and precision and recall of source and of name."""
    rows = list(judged)
    lines = [
        "| speech | contents | answered | source: precision | recall | name: precision | recall |",
        "|---|---|---|---|---|---|---|",
    ]
    for group in GROUPS:
        inside = [row for row in rows if group in row.group]
        answered = sum(row.is_answered for row in inside)
        sources, names = (
            sum(getattr(row, what) for row in inside) for what in ("has_source", "has_name")
        )
        named = sum(row.is_named for row in inside)
        shares = [
            _share(sources, answered),
            _share(sources, len(inside)),
            _share(names, named),
            _share(names, len(inside)),
        ]
        lines.append(f"| {group} | {len(inside):,} | {answered:,} | {' | '.join(shares)} |")
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


if __name__ == "__main__":
    sys.exit(main())
