"""Answers and articles that the tests of the exports share, and a reader of Word documents."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document

from corpus import Article, Coverage, Span
from qa.citations import cite
from qa.model import Answer, Citation, Dates

TEXT = "They met. It was “the most important capture of 2012,” Luis Pantoja said.\n\nHe left."


@pytest.fixture
def article() -> Article:
    """An article with every field but the licence and the publisher."""
    return Article(
        id="raid", text=TEXT, title="Raid", authors=("Ana Díaz", "Bo Li"), language="es",
        published="2017-06-22", url="https://example.org/raid?page=2#top",
    )  # fmt: skip


@pytest.fixture
def citation(article: Article) -> Citation:
    """Of “the most important capture of 2012”, characters 18 to 52 of the article."""
    sentence = Span(10, TEXT.index("\n"))
    return cite(article, Span(18, 52), sentence, number=1, context_characters=20)


@pytest.fixture
def answer(citation: Citation) -> Answer:
    """An answer with one citation."""
    return Answer(
        id=None, question="What was it?", standalone_question="What was it?",
        answer=citation.exact, full_form=None, abstention=None, confidence=0.83,
        citations=(citation,), other_answers=(), passages=(),
        searched=Coverage(2, "2016-05-11", "2017-06-22"), as_of=Dates("2017-06-22", "2017-06-22"),
    )  # fmt: skip


@pytest.fixture
def stamp() -> dict[str, str]:
    """When and with what it was exported."""
    return {"exported_at": "2026-11-22T10:00:00+00:00", "version": "0.1.0"}


@pytest.fixture
def opened() -> Callable[[bytes], Document]:
    """Opens the bytes of a Word document."""

    def open_bytes(raw: bytes) -> Document:
        return docx.Document(BytesIO(raw))

    return open_bytes
