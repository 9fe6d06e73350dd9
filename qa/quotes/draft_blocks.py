"""Block quotes of a draft, and whom the draft names as their speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus import Article, Span
from qa.quotes.attribution import who_says
from qa.quotes.draft_marks import marked_quotations, trimmed
from qa.quotes.draft_model import CONTEXT, Draft, Paragraph, draft_quotation
from qa.quotes.draft_text import QUOTED_LINE
from qa.quotes.model import DraftQuotation

_CREDIT = re.compile(r"\s*(?:[—–―~]|--?)\s*(?P<who>[^\W\d_][^\n]{1,150})")
_BESIDE_NAME = re.compile(r"\s*[,;(|\n]")
_MOST_WORDS = 12
"""A line of credit is no longer; a longer one that begins with a dash is dialogue."""


@dataclass(frozen=True, slots=True)
class _Block:
    """The words of a block quote, and the line that names whom it is by."""

    parts: tuple[Span, ...]
    credit: str | None


def block_quotations(draft: Draft, article: Article) -> Iterator[DraftQuotation]:
    """Every block quote as one quotation.

    Its speaker is whom a line at its end or behind it names ("— Luis Pantoja"), or the sentence
    before it, when that ends in a colon.

    Args:
        draft: The draft.
        article: Its text, as what names are looked for in.
    """
    paragraphs = draft.paragraphs
    for number, run in groupby(range(len(paragraphs)), lambda at: paragraphs[at].block_quote):
        places = list(run)
        if number is None:
            continue
        before = paragraphs[places[0] - 1] if places[0] else None
        behind = paragraphs[places[-1] + 1] if places[-1] + 1 < len(paragraphs) else None
        blocks = list(_blocks(draft.text, [paragraphs[at] for at in places]))
        for place, block in enumerate(blocks):
            parts = _without_marks(draft.text, block.parts)
            words = [_unquoted(draft.text[part.start : part.end]) for part in parts]
            speaker = block.credit
            if speaker is None and behind and place == len(blocks) - 1:
                speaker = _credit_behind(draft.text, behind)
            if speaker is None and before and place == 0:
                speaker = _introduced(article, before, words)
            yield draft_quotation(draft, parts, speaker, words=words)


def _unquoted(text: str) -> str:
    """Lines without the ``>`` that mail and Markdown put before each."""
    return re.sub(rf"\n{QUOTED_LINE.pattern}", "\n", text)


def _blocks(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[_Block]:
    """A block quote, or several where lines in the middle name whom the words before are by."""
    parts: list[Span] = []
    for paragraph in paragraphs:
        credit, words = _credit_of(text, paragraph, is_first=not parts)
        if words is not None:
            parts.append(words)
        if credit is not None and parts:
            yield _Block(tuple(parts), credit)
            parts = []
    if parts:
        yield _Block(tuple(parts), None)


def _credit_of(
    text: str, paragraph: Paragraph, *, is_first: bool
) -> tuple[str | None, Span | None]:
    """The name in a paragraph's last line, if it is a credit, and the words before that."""
    whole = Span(paragraph.start, paragraph.end)
    if paragraph.is_credit:
        return name_in_credit(text[whole.start : whole.end]), None
    line = text.rfind("\n", whole.start, whole.end) + 1 or whole.start
    mark = QUOTED_LINE.match(text, line, whole.end)
    name = _credited(text[mark.end() if mark else line : whole.end])
    if name is None or (is_first and line == whole.start):
        return None, whole
    return name, trimmed(text, Span(whole.start, line))


def _without_marks(text: str, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """The parts without quotation marks around the whole block quote."""
    quoted = marked_quotations(text, parts)
    is_whole = (
        len(quoted) == 1
        and quoted[0].opened == parts[0].start
        and quoted[0].closed == parts[-1].end
    )
    return quoted[0].parts if is_whole else parts


def _credit_behind(text: str, paragraph: Paragraph) -> str | None:
    if paragraph.block_quote is not None:
        return None
    line = text[paragraph.start : paragraph.end]
    return name_in_credit(line) if paragraph.is_credit else _credited(line)


def _credited(line: str) -> str | None:
    """The name in a line like "— Luis Pantoja, chief of police"; ``None`` when it is none."""
    match = _CREDIT.fullmatch(line)
    if match is None or len(match["who"].split()) > _MOST_WORDS or line.rstrip()[-1] in "!?…:":
        return None
    return name_in_credit(match["who"])


def name_in_credit(credit: str) -> str | None:
    """The name that a line of credit begins with; ``None`` when it begins in lower case.

    >>> name_in_credit("— Gen. Luis Pantoja, chief of police")
    'Gen. Luis Pantoja'
    """
    match = _CREDIT.match(credit)
    name = _BESIDE_NAME.split((match["who"] if match else credit).strip(), maxsplit=1)[0].strip()
    return name if name[:1].isupper() or name.lower().startswith("the ") else None


def _introduced(article: Article, before: Paragraph, words: Sequence[str]) -> str | None:
    """Whom the sentence before a block quote names, when it ends in a colon."""
    if before.block_quote is not None:
        return None
    head = article.text[max(before.end - CONTEXT, 0) : before.end]
    if not head.endswith(":"):
        return None
    # As it would be printed in the line, so that the rules for quotations in marks apply.
    text = f"{head} “{' '.join(words)}”"
    return who_says(Article(id=article.id, text=text), Span(len(head) + 2, len(text) - 1)).speaker
