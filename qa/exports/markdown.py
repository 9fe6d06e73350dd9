"""Reports as Markdown; what comes from articles and users is escaped, and shown as it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from qa.exports.blocks import Block, Columns, Fields, Heading, Paragraph, Report, Run
from qa.exports.characters import flat
from qa.quotes.report_markdown import escaped


def markdown_of(report: Report) -> str:
    """A report as CommonMark, and tables as GitHub has them."""
    title = Heading(report.title, 1)
    return "\n\n".join(map(_block, (title, *report.blocks))) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * min(level, 6)} {escaped(flat(text))}"
        case Paragraph(runs, style):
            return {"plain": "", "quote": "> ", "item": "- "}[style] + joined(runs)
        case Fields(rows):
            return "\n".join(f"- {name}: {joined(runs)}" for name, runs in rows)
        case Columns(headings, rows):
            lines = [headings, ("---", "---"), *((joined(a), joined(b)) for a, b in rows)]
            return "\n".join(f"| {left} | {right} |" for left, right in lines)


def joined(runs: Sequence[Run]) -> str:
    """Runs in one line, with bold and links as Markdown writes them."""
    texts = [flat(run.text) for run in runs]
    lines = []
    for place, (run, text) in enumerate(zip(runs, texts, strict=True)):
        left, right = "".join(texts[:place]), "".join(texts[place + 1 :])
        spaces = (" " if text[:1] == " " else "", " " if text[-1:] == " " and text.strip() else "")
        lines.append(f"{spaces[0]}{_look(run, text.strip(), left, right)}{spaces[1]}")
    return "".join(lines).strip()


def _look(run: Run, text: str, left: str, right: str) -> str:
    if run.address is not None and text:
        return f"<{run.address}>" if text == run.address else _link(text, run.address)
    if not run.is_bold or not text:
        return escaped(text)
    if _flanks(left, text) and _flanks(reversed(right), reversed(text)):
        return f"**{escaped(text)}**"
    return f"<strong>{escaped(text)}</strong>"


def _link(text: str, address: str) -> str:
    return f"[{escaped(text)}](<{address}>)"


def _flanks(outside: Iterable[str], inside: Iterable[str]) -> bool:
    """Whether asterisks between these would count: not where a letter meets punctuation."""
    out, first = "".join(outside)[-1:], "".join(inside)[:1]
    if unicodedata.category(first)[0] not in "PS" or not out or out.isspace():
        return True
    # Whether a symbol that is no ASCII character counts depends on the reader's version.
    return unicodedata.category(out)[0] == "P" or (out.isascii() and not out.isalnum())
