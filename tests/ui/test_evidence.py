"""ui.evidence: everything is read again, and nothing is marked that can't be confirmed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus import Article, Store
from index import Hit
from qa import Citation
from ui.evidence import cited_evidence, nearest_evidence

Cite = Callable[..., Citation]
MakePassage = Callable[[Article, str], Hit]


def test_the_sentence_comes_from_the_article(store: Store, raid: Article, cite: Cite) -> None:
    evidence = cited_evidence(store, cite(raid, "MacDowell"))

    assert evidence.sentence == "MacDowell took the role over."
    assert evidence.trouble is None


def test_the_passage_that_was_searched_is_the_window(
    store: Store, raid: Article, cite: Cite, passage: MakePassage
) -> None:
    around = passage(raid, "No name was known before. MacDowell took the role over.")

    evidence = cited_evidence(store, cite(raid, "MacDowell"), passages=[around])

    assert evidence.window
    assert evidence.window.end == around.end


def test_without_a_passage_the_window_is_the_paragraph(
    store: Store, raid: Article, cite: Cite
) -> None:
    window = cited_evidence(store, cite(raid, "MacDowell")).window

    assert window
    assert raid.text[window.start : window.end].startswith("No name was")
    assert window.end == len(raid.text)


@pytest.mark.parametrize(
    "change",
    [
        {"start": 0, "end": 9},
        {"exact": "Macdowell"},
        {"start": -5},
        {"end": 10**9},
        {"sentence_start": 0},
        {"text_sha256": "0" * 64},
    ],
)
def test_words_that_do_not_stand_there_are_not_marked(
    store: Store, raid: Article, cite: Cite, change: dict[str, object]
) -> None:
    evidence = cited_evidence(store, replace(cite(raid, "MacDowell"), **change))  # type: ignore[arg-type]

    assert evidence.mark is None
    assert evidence.sentence is None
    assert evidence.trouble


def test_a_removed_article_is_trouble_in_plain_words(
    store: Store, raid: Article, cite: Cite, passage: MakePassage
) -> None:
    with store.writing():
        store.remove(["raid"])

    cited = cited_evidence(store, cite(raid, "MacDowell"))
    nearest = nearest_evidence(store, passage(raid, "The port"), number=1)

    assert cited.article is None
    assert nearest.article is None
    assert "raid" in (cited.trouble or "")
    assert "raid" in (nearest.trouble or "")


def test_a_passage_that_changed_is_not_shown(
    store: Store, raid: Article, passage: MakePassage
) -> None:
    changed = replace(passage(raid, "The port"), text="The ship")

    evidence = nearest_evidence(store, changed, number=1)

    assert evidence.article is None
    assert evidence.about == raid
    assert evidence.trouble
