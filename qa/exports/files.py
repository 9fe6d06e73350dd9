"""CONDUCTOR: a record goes to blocks, the blocks to Markdown or to a Word document.

Every function takes ``exported_at``, an ISO 8601 time in UTC, and OnRecord's ``version``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from qa.exports.answers import Turn, answer_blocks, turn_blocks
from qa.exports.blocks import Block, Heading, Report, plain
from qa.exports.checks import check_blocks, draft_blocks
from qa.exports.markdown import markdown_of
from qa.exports.word_documents import docx_of
from qa.model import Answer
from qa.quotes.model import CheckedDraft, QuoteCheck
from qa.quotes.wordings import verdict_word


def answer_markdown(answer: Answer, *, exported_at: str, version: str) -> str:
    """An answer with its evidence and its sources as Markdown."""
    return markdown_of(_answer(answer, exported_at, version))


def answer_docx(answer: Answer, *, exported_at: str, version: str) -> bytes:
    """The same as a Word document."""
    return docx_of(_answer(answer, exported_at, version))


def conversation_markdown(
    name: str, turns: Sequence[Turn], *, exported_at: str, version: str
) -> str:
    """Every question of a conversation with its answer and sources as Markdown, in order."""
    return markdown_of(_report(name, _turns(turns), exported_at, version))


def conversation_docx(name: str, turns: Sequence[Turn], *, exported_at: str, version: str) -> bytes:
    """The same as a Word document."""
    return docx_of(_report(name, _turns(turns), exported_at, version))


def check_docx(check: QuoteCheck, *, exported_at: str, version: str) -> bytes:
    """A check as a Word document, with the quotation and the article side by side."""
    blocks = check_blocks(check, verdict_word(check.verdict), level=2)
    return docx_of(_report("Quotation checked", blocks, exported_at, version))


def draft_docx(checked: CheckedDraft, *, exported_at: str, version: str) -> bytes:
    """Every quotation of a draft with its check as a Word document, in the draft's order."""
    title = f"Quotations in {checked.name}"
    return docx_of(_report(title, draft_blocks(checked), exported_at, version))


def _answer(answer: Answer, exported_at: str, version: str) -> Report:
    return _report(answer.question, answer_blocks(answer, level=2), exported_at, version)


def _turns(turns: Sequence[Turn]) -> Iterator[Block]:
    if not turns:
        yield plain("Nothing was asked.")
    for number, turn in enumerate(turns, start=1):
        yield Heading(f"{number}. {turn.question}", 2)
        yield from turn_blocks(turn, level=3)


def _report(title: str, blocks: Iterable[Block], exported_at: str, version: str) -> Report:
    stamp = plain(f"Exported {exported_at} with OnRecord {version}.")
    return Report(title=title, blocks=(*blocks, stamp), exported_at=exported_at)
