"""Records as JSON lines, and as text for people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from typing import Any

import click

from corpus import METADATA_FIELDS, Article, Listed
from index import Hit
from qa.abstentions import described, readable
from qa.cli.options import chosen
from qa.model import Answer, Citation
from qa.source_lines import UNKNOWN, source_line

FROM_DETAILS = "from the article's own details, not its text"


def show(record: Any, text: str) -> None:
    """Print the record as one line of JSON where ``--json`` was given, else the text."""
    click.echo(as_json(record) if chosen("as_json") else text)


def as_json(record: Any) -> str:
    """A record as one line of JSON; text as it is, not escaped to ASCII."""
    values = asdict(record) if is_dataclass(record) and not isinstance(record, type) else record
    line = json.dumps(values, ensure_ascii=False)
    # What UTF-8 can't carry must be escaped all the same.
    return line if line.isascii() or _encodable(line) else json.dumps(values)


def _encodable(line: str) -> bool:
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def article_values(article: Article | Listed) -> dict[str, Any]:
    """An article as the agreement's JSON line has it; a listed one without its text."""
    values = {"id": article.id} | {name: getattr(article, name) for name in METADATA_FIELDS}
    if isinstance(article, Article):
        values["text"] = article.text
        values["current"] = article.current
    else:
        values["characters"] = article.characters
        values["duplicate_of"] = article.duplicate_of
    return values | {"revision": article.revision, "text_sha256": article.text_sha256}


def hits_text(passages: tuple[Hit, ...] | list[Hit]) -> str:
    """Passages for people, numbered."""
    blocks = [
        f"{number}. {source_line(hit)}\n   [{hit.article_id}, {hit.start}–{hit.end}, "
        f"score {hit.fused_score:.2f}]\n   {_indented(hit.text)}"
        for number, hit in enumerate(passages, start=1)
    ]
    return "\n\n".join(blocks) or "No passage was found."


def answer_text(answer: Answer) -> str:
    """An answer for people: the words, their source, and what else there is."""
    lines = []
    if answer.standalone_question != " ".join(answer.question.split()):
        lines += [f"Understood as: {answer.standalone_question}", ""]
    if answer.abstention:
        lines.append(f"No answer. {answer.abstention.message}")
        if answer.passages:
            lines += ["", "Nearest passages:", "", hits_text(answer.passages[:3])]
        return "\n".join(lines)
    lines += _outcome(answer.answer, answer.full_form, answer.citations)
    for other in answer.other_answers:
        lines += ["", "Also:", *_outcome(other.answer, None, other.citations)]
    lines.append("")
    every = [*answer.citations, *(c for other in answer.other_answers for c in other.citations)]
    lines += [
        f"[{c.number}] {source_line(c)}\n    {c.article_id}, {_place(c)}{_link(c)}" for c in every
    ]
    if answer.as_of.newest:
        lines += ["", f"As of {_dates(answer)}."]
    lines += ["", f"Confidence {answer.confidence:.0%}. Of {described(answer.searched)}."]
    return "\n".join(lines)


def _outcome(answer: str | None, full_form: str | None, citations: Sequence[Citation]) -> list[str]:
    """The short answer, then each sentence that says it, with the numbers of its sources."""
    first = citations[0]
    if first.start is None:
        return [f"{_indented(answer or '')} [{first.number}]", f"({FROM_DETAILS})"]
    lines = [] if answer == first.sentence else [_indented(answer or "")]
    if full_form:
        lines.append(f"In full: {_indented(full_form)}")
    lines += [""] if lines else []
    numbers: dict[str, list[str]] = {}
    for citation in citations:
        numbers.setdefault(citation.sentence, []).append(f"[{citation.number}]")
    return lines + [f"{_indented(said)} {''.join(marks)}" for said, marks in numbers.items()]


def _dates(answer: Answer) -> str:
    oldest, newest = (
        readable(d) if d else UNKNOWN for d in (answer.as_of.oldest, answer.as_of.newest)
    )
    return newest if oldest == newest else f"{oldest} to {newest}"


def _place(citation: Citation) -> str:
    if citation.start is None:
        return "the article as a whole"
    return f"characters {citation.start}–{citation.end}, revision {citation.revision}"


def _link(citation: Citation) -> str:
    return f"\n    {citation.url}" if citation.url else ""


def _indented(text: str) -> str:
    return text.replace("\n", "\n   ")
