"""The training questions as they are published, over paragraphs, all in one shape.

squadshifts (Miller et al., ICML 2020), QAMR (Michael et al., NAACL 2018), FairytaleQA (Xu et al.,
ACL 2022), COVID-QA (Möller et al., 2020), and the training part of the questions over Wikipedia
(SQuAD 2.0 and XQuAD). Nothing that is measured on is read here.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NEIGHBOURS = 5
"""How many sentences are put around one that stands alone in its set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A text that questions are asked about."""

    id: str
    source: str
    """Which set it is from: ``squadshifts``, ``qamr``, ``fairytaleqa``, ``covidqa``, ``wiki``."""
    group: str
    """Paragraphs of one article or story have the same."""
    title: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question about one paragraph."""

    id: str
    question: str
    paragraph: str
    answers: tuple[tuple[int, int], ...]
    """Every accepted place, half-open, in code points of the paragraph; none for an impossible
    question."""


@dataclass(frozen=True, slots=True)
class Sources:
    """All paragraphs by id, and all questions in the order of the files."""

    paragraphs: dict[str, Paragraph]
    questions: tuple[Asked, ...]


def read_sources(data: Path, *, seed: int) -> Sources:
    """Read every set below a folder with ``reader-train/`` and ``eval/questions-train``.

    Args:
        data: The folder of the shared sets.
        seed: Decides which sentences stand around a sentence that has no neighbours.
    """
    rng = random.Random(seed)
    paragraphs: dict[str, Paragraph] = {}
    questions: list[Asked] = []
    for name in ("squadshifts", "fairytaleqa", "covidqa"):
        found = {p.id: p for p in _contexts(data / "reader-train", name)}
        paragraphs |= found
        questions += _questions(data / "reader-train", name, dict.fromkeys(found, 0))
    sentences = list(_contexts(data / "reader-train", "qamr"))
    padded, shifts = _padded(sentences, rng)
    paragraphs |= {p.id: p for p in padded}
    questions += _questions(data / "reader-train", "qamr", shifts)
    for paragraph, asked in _encyclopedia(data / "eval" / "questions-train.jsonl.gz"):
        paragraphs[paragraph.id] = paragraph
        questions.append(asked)
    return Sources(paragraphs, tuple(questions))


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The JSON lines of a compressed file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _contexts(folder: Path, name: str) -> Iterator[Paragraph]:
    for row in rows_of(folder / f"{name}.contexts.jsonl.gz"):
        cid = f"{name}-{row['cid']}"
        title = _title(name, row["title"])
        group = f"{name}-{row['title']}" if title or name == "qamr" else cid
        yield Paragraph(id=cid, source=name, group=group, title=title, text=row["text"])


def _title(name: str, given: str) -> str | None:
    """A title as an article would have it; none where the set only names where it collected."""
    if name in ("covidqa", "qamr") or "Reddit" in given or "Amazon" in given:
        return None
    plain = re.sub(r"[_-]+", " ", given).strip()
    return (plain[:1].upper() + plain[1:]) or None


def _questions(folder: Path, name: str, shifts: dict[str, int]) -> Iterator[Asked]:
    for row in rows_of(folder / f"{name}.questions.jsonl.gz"):
        cid = f"{name}-{row['cid']}"
        shift = shifts[cid]
        places = sorted({(start + shift, start + shift + len(a)) for a, start in row["answers"]})
        yield Asked(
            id=f"{name}-{row['id']}",
            question=row["question"],
            paragraph=cid,
            answers=tuple(places),
        )


def _padded(
    sentences: list[Paragraph], rng: random.Random
) -> tuple[list[Paragraph], dict[str, int]]:
    """Each sentence among others: of its own article first, then of any; with its new offset."""
    by_article: dict[str, list[Paragraph]] = defaultdict(list)
    for sentence in sentences:
        by_article[_article_of(sentence.group)].append(sentence)
    padded: list[Paragraph] = []
    shifts: dict[str, int] = {}
    for sentence in sentences:
        own = [p for p in by_article[_article_of(sentence.group)] if p.id != sentence.id]
        rng.shuffle(own)
        drawn = [p for p in rng.sample(sentences, 2 * NEIGHBOURS) if p.id != sentence.id]
        around = (own + drawn)[: rng.randint(2, NEIGHBOURS)]
        place = rng.randint(0, len(around))
        before = "".join(f"{p.text} " for p in around[:place])
        after = "".join(f" {p.text}" for p in around[place:])
        shifts[sentence.id] = len(before)
        padded.append(
            Paragraph(
                id=sentence.id,
                source=sentence.source,
                group=_article_of(sentence.group),
                title=None,
                text=f"{before}{sentence.text}{after}",
            )
        )
    return padded, shifts


def _article_of(group: str) -> str:
    """``qamr-Wiki1k:wikinews:844279:6:2`` is sentence 2 of paragraph 6 of article 844279."""
    return group.rsplit(":", 2)[0]


def _encyclopedia(path: Path) -> Iterator[tuple[Paragraph, Asked]]:
    for row in rows_of(path):
        text = row["paragraph"]
        title = row["article_id"].removeprefix("wiki-").replace("_", " ")
        pid = f"wiki-{abs(hash_of(text))}"
        paragraph = Paragraph(
            id=pid, source="wiki", group=row["article_id"], title=title, text=text
        )
        answers = () if row["impossible"] else tuple(row["answers"])
        places = tuple(sorted({place for a in answers for place in _places(text, a)}))
        if row["impossible"] or places:
            yield (
                paragraph,
                Asked(
                    id=f"wiki-{row['id']}",
                    question=row["question"],
                    paragraph=pid,
                    answers=places,
                ),
            )


def hash_of(text: str) -> int:
    """A number for a text that is the same in every run."""
    import zlib

    return zlib.crc32(text.encode())


def _places(text: str, answer: str) -> Iterator[tuple[int, int]]:
    """Where an accepted answer stands, at word borders; the first two places only."""
    for match in list(re.finditer(rf"(?<!\w){re.escape(answer)}(?!\w)", text))[:2]:
        yield match.start(), match.end()
