"""Records for the tests of the page: a small real library, and answers made by hand from it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from pages import APP, Oracle, Shelf
from streamlit.testing.v1 import AppTest

from corpus import Article, Listed, Span, Store, ingest
from index import Hit
from qa import Abstention, Answer, Assistant, Citation, Dates, Library, QuoteChecker
from qa.config import RecordSettings
from qa.quotes.model import Change, Cropped, QuoteCheck
from qa.records import RecordStore
from ui import page
from ui.desk import Desk

SENTENCE = "MacDowell took the role over."
TEXT = f"The port was raided on Tuesday.\n\nNo name was known before. {SENTENCE} He is at large."

Cite = Callable[..., Citation]
Respond = Callable[..., Answer]
MakeChange = Callable[..., Change]
MakeCheck = Callable[..., QuoteCheck]


def json_line(article_id: str, text: str, **fields: object) -> str:
    """An article as a JSON line."""
    return json.dumps({"id": article_id, "text": text, **fields})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A library of one ordinary article and one with nothing known about it."""
    lines = (
        json_line(
            "raid",
            TEXT,
            title="Raid in Callao",
            authors=["Ana Díaz", "B. Cole"],
            publisher="The Port Paper",
            published="2017-06-22",
            url="https://example.org/raid?a=1&b=2",
            language="en",
            licence="CC BY 4.0",
        ),
        json_line("bare", "Nobody knows who wrote this sentence. It stands here."),
    )
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    with Store.open(tmp_path / "library", writable=True) as opened:
        with opened.writing():
            ingest([path], opened)
        yield opened


@pytest.fixture
def raid(store: Store) -> Article:
    """The ordinary article."""
    return store.article("raid")


def cite_from(
    article: Article, exact: str, *, sentence: str = SENTENCE, number: int = 1
) -> Citation:
    """A citation of words in a sentence of an article."""
    start, sentence_start = article.text.index(exact), article.text.index(sentence)
    return Citation(
        number=number,
        article_id=article.id,
        revision=article.revision,
        text_sha256=article.text_sha256,
        current=article.current,
        title=article.title,
        authors=article.authors,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
        licence=article.licence,
        language=article.language,
        exact=exact,
        prefix=article.text[max(0, start - 20) : start],
        suffix=article.text[start + len(exact) :][:20],
        start=start,
        end=start + len(exact),
        sentence=sentence,
        sentence_start=sentence_start,
        sentence_end=sentence_start + len(sentence),
    )


def passage_from(article: Article, text: str) -> Hit:
    """A passage of an article, with scores that mean nothing."""
    start = article.text.index(text)
    return Hit(
        article_id=article.id,
        revision=article.revision,
        text_sha256=article.text_sha256,
        passage_id=f"{article.id}@1#0",
        title=article.title,
        published=article.published,
        publisher=article.publisher,
        url=article.url,
        start=start,
        end=start + len(text),
        text=text,
        bm25=1.0,
        cosine=0.5,
        fused_score=0.7,
        reader_score=None,
    )


@pytest.fixture
def cite() -> Cite:
    """Make a citation."""
    return cite_from


@pytest.fixture
def passage() -> Callable[[Article, str], Hit]:
    """Make a passage."""
    return passage_from


@pytest.fixture
def respond(store: Store) -> Respond:
    """Make an answer from citations, or an abstention from none; fields can be replaced."""

    def make(*citations: Citation, **fields: object) -> Answer:
        reason = Abstention(reason="not_in_articles", message="The articles do not say.")
        made: dict[str, object] = {
            "id": None,
            "question": "Who?",
            "standalone_question": "Who?",
            "answer": citations[0].exact if citations else None,
            "full_form": None,
            "abstention": None if citations else reason,
            "confidence": 0.834,
            "citations": citations,
            "other_answers": (),
            "passages": (),
            "searched": store.coverage(),
            "as_of": Dates("2016-05-11", "2017-06-22"),
        }
        return Answer(**(made | fields))  # type: ignore[arg-type]

    return make


@pytest.fixture
def change(raid: Article) -> MakeChange:
    """Make a change between a quotation and the article; the first place of each side."""

    def make(quote: str, quoted: str, source: str, **fields: object) -> Change:
        quoted_start, source_start = quote.index(quoted), raid.text.index(source)
        made: dict[str, object] = {
            "kind": "word",
            "quoted": quoted,
            "source": source,
            "bears_on_meaning": True,
            "quoted_start": quoted_start,
            "quoted_end": quoted_start + len(quoted),
            "source_start": source_start,
            "source_end": source_start + len(source),
        }
        return Change(**(made | fields))  # type: ignore[arg-type]

    return make


@pytest.fixture
def check(store: Store, raid: Article) -> MakeCheck:
    """Make a check of a quotation: verbatim where the article has it, else not found."""

    def make(quote: str = "took the role over", **fields: object) -> QuoteCheck:
        match = cite_from(raid, quote) if quote in SENTENCE else None
        wording = "verbatim" if match else "not_found"
        made: dict[str, object] = {
            "id": None,
            "quote": quote,
            "claimed_speaker": None,
            "verdict": wording,
            "wording": wording,
            "attribution": "not_claimed",
            "abridged": False,
            "cropped": Cropped(1, 0),
            "match": match,
            "changes": (),
            "speaker": None,
            "cue": None,
            "in_quotation_marks": False,
            "occurrences": (match,) if match else (),
            "nearest": (),
            "searched": store.coverage(),
            "speech": "own_words",
            "pieces": (Span(match.start or 0, match.end or 0),) if match else (),
            "publishers": ("The Port Paper",),
        }
        return QuoteCheck(**(made | fields))  # type: ignore[arg-type]

    return make


@pytest.fixture
def oracle(raid: Article, cite: Cite, respond: Respond) -> Oracle:
    """Answers with the sentence about MacDowell."""
    return Oracle(respond(cite(raid, "MacDowell")))


@pytest.fixture
def records(tmp_path: Path) -> RecordStore:
    """What visitors did, on disk."""
    return RecordStore(RecordSettings(folder=tmp_path / "records"))


@pytest.fixture
def app(
    store: Store, oracle: Oracle, records: RecordStore, monkeypatch: pytest.MonkeyPatch
) -> Iterator[AppTest]:
    """The page over the small library."""
    desk = Desk(
        cast("Library", Shelf(store)),
        cast("Assistant", oracle),
        cast("QuoteChecker", None),
        records=records,
    )
    monkeypatch.setattr(page, "open_desk", lambda: desk)
    page.shared_desk.clear()
    yield AppTest.from_file(str(APP), default_timeout=30).run()
    page.shared_desk.clear()


@pytest.fixture
def listed() -> Callable[..., Listed]:
    """Make an article as a list shows it; fields can be replaced."""

    def make(article_id: str, **fields: object) -> Listed:
        made: dict[str, object] = {
            "id": article_id,
            "title": f"Title of {article_id}",
            "authors": ("Ana Díaz",),
            "publisher": "The Port Paper",
            "published": "2017-06-22",
            "language": "en",
            "revision": 1,
            "text_sha256": "0" * 64,
            "characters": 100,
            "passages": 1,
            "duplicate_of": None,
        }
        return Listed(**(made | fields))  # type: ignore[arg-type]

    return make
