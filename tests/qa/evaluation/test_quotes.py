"""qa.evaluation.quotes: the gold quotations are what they say, and are checked one by one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from corpus import OnRecordError, folded_words
from index import content_words
from qa.evaluation import GoldInvalid, read_floors
from qa.evaluation.quote_metrics import GoldQuote
from qa.evaluation.quotes import KINDS, measure_quotes, read_quotes
from qa.evaluation.sets import SAMPLE_QUOTES, SHARED, digest_of
from qa.library import sample_articles

Make = Callable[..., Any]

ARTICLES = {
    article["id"]: article["text"]
    for article in map(json.loads, sample_articles().read_text(encoding="utf-8").splitlines())
}
GOLD = read_quotes(SAMPLE_QUOTES)
LINE = {
    "id": "true-01", "kind": "true", "quote": "It rains.", "speaker": None, "verdict": "verbatim",
    "wording": "verbatim", "attribution": "not_claimed", "article": "port", "start": 3, "end": 12,
    "true_speaker": None, "change_kinds": [], "bears_on_meaning": False,
}  # fmt: skip
SHARED_LINE = {
    "id": "altered-1", "kind": "altered", "quote": "It rains not.", "speaker": None,
    "article_id": "port", "start": 3, "end": 12, "original": "It rains.", "true_speaker": "Ana",
    "alteration": "negation",
}  # fmt: skip


def of(*kinds: str, wording: str | None = None) -> list[Any]:
    chosen = [gold for gold in GOLD if gold.kind in kinds and wording in (None, gold.wording)]
    return [pytest.param(gold, id=gold.id) for gold in chosen]


def source(gold: GoldQuote) -> str:
    assert gold.place is not None
    return ARTICLES[gold.place.article_id][gold.place.start : gold.place.end]


def written(folder: Path, *lines: object) -> Path:
    path = folder / "quotes.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def test_the_gold_has_enough_of_every_kind() -> None:
    kinds = Counter(gold.kind for gold in GOLD)

    assert len(GOLD) >= 140
    assert {kind for kind in KINDS if kinds[kind] < 6} == set()


def test_the_floors_were_measured_on_this_gold() -> None:
    assert read_floors().quotes_sha256 == digest_of([SAMPLE_QUOTES])


UNCHANGED = ("misattributed", "attributed", "reporters_words", "reported_speech", "cropped")


@pytest.mark.parametrize("gold", [
    one for one in of(*UNCHANGED) if one.values[0].wording != "altered" or "crop" in one.id
])  # fmt: skip
def test_words_that_were_left_as_they_are_stand_at_their_place(gold: GoldQuote) -> None:
    assert folded_words(gold.quote) == folded_words(source(gold))


@pytest.mark.parametrize("gold", of("true"))
def test_true_quotations_have_no_word_that_their_place_lacks(gold: GoldQuote) -> None:
    quoted = gold.quote.replace("[sic]", "").replace("[Gálvez]", "").replace("[n]", "n")
    words = iter(folded_words(source(gold)))

    assert all(word in words for word in folded_words(quoted))  # in order, with gaps


@pytest.mark.parametrize("gold", of(
    "number_changed", "date_changed", "negated", "name_swapped", "word_changed", "modal_changed",
    "dropped", "added", "same_value",
))  # fmt: skip
def test_altered_quotations_share_most_words_with_their_place_and_not_all(gold: GoldQuote) -> None:
    quoted, found = folded_words(gold.quote), folded_words(source(gold))

    assert quoted != found
    assert SequenceMatcher(None, quoted, found, autojunk=False).ratio() > 0.6


@pytest.mark.parametrize("gold", of("absent", "translated"))
def test_absent_quotations_share_no_run_of_words_with_any_article(gold: GoldQuote) -> None:
    quoted = folded_words(gold.quote)
    runs = {" ".join(quoted[start : start + 5]) for start in range(len(quoted) - 4)}
    texts = [f" {' '.join(folded_words(text))} " for text in ARTICLES.values()]

    assert [run for run in runs for text in texts if f" {run} " in text] == []


@pytest.mark.parametrize("gold", of("spliced"))
def test_spliced_quotations_stand_nowhere_in_one_piece(gold: GoldQuote) -> None:
    quoted = f" {' '.join(folded_words(gold.quote))} "

    assert not any(quoted in f" {' '.join(folded_words(text))} " for text in ARTICLES.values())


def test_short_quotations_and_no_others_have_fewer_than_two_content_words() -> None:
    short = {gold.id for gold in GOLD if len(content_words(gold.quote)) < 2}

    assert short == {gold.id for gold in GOLD if gold.kind == "too_short"}


def test_every_quotation_is_checked_and_the_first_one_twice(
    tmp_path: Path, quote_check: Make
) -> None:
    asked: list[tuple[str, str | None]] = []
    told: list[tuple[str, int, int | None]] = []

    class Says:
        def check(self, quote: str, *, speaker: str | None = None) -> Any:
            asked.append((quote, speaker))
            return quote_check()

    path = written(tmp_path, LINE, SHARED_LINE | {"speaker": "Bo"})
    measures = measure_quotes(path, Says(), progress=lambda *step: told.append(step))

    assert asked == [("It rains.", None), ("It rains.", None), ("It rains not.", "Bo")]
    assert told == [("checking", 1, 2), ("checking", 2, 2)]
    assert (measures.verdict, measures.altered_called_verbatim) == (0.5, ("altered-1",))


def test_a_quotation_that_is_refused_is_a_miss(tmp_path: Path) -> None:
    class Refuses:
        def check(self, quote: str, *, speaker: str | None = None) -> Any:
            raise OnRecordError("too long")

    (miss,) = measure_quotes(written(tmp_path, LINE), Refuses()).misses

    assert (miss.expected, miss.got) == ("verbatim", "refused")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("verbatim", ("verbatim", "verbatim", None)),
        ("absent", ("not_found", "not_found", None)),
        ("attributed", ("verbatim", "verbatim", "confirmed")),
        ("misattributed", ("misattributed", "verbatim", "contradicted")),
    ],
)
def test_what_a_shared_line_expects_follows_from_its_kind(
    tmp_path: Path, kind: str, expected: tuple[str, str, str | None]
) -> None:
    (gold,) = read_quotes(written(tmp_path, SHARED_LINE | {"kind": kind, "alteration": None}))

    assert (gold.verdict, gold.wording, gold.attribution) == expected


def test_an_alteration_of_a_shared_line_is_the_change_to_name(tmp_path: Path) -> None:
    (gold,) = read_quotes(written(tmp_path, SHARED_LINE))

    assert (gold.verdict, gold.change_kinds) == ("altered", ("negation",))
    assert gold.place == ("port", 3, 12)


@pytest.mark.parametrize(
    ("change", "detail"),
    [
        ({"kind": "made_up"}, "no kind"),
        ({"verdict": "exact"}, "no verdict"),
        ({"wording": "altered"}, "neither the wording"),
        ({"wording": None}, "neither the wording"),
        ({"attribution": "contradicted"}, "go together"),
        ({"change_kinds": ["colour"]}, "no change"),
        ({"end": None}, "no range"),
        ({"end": 3}, "no range"),
    ],
)
def test_gold_that_contradicts_itself_is_refused(
    tmp_path: Path, change: dict[str, Any], detail: str
) -> None:
    with pytest.raises(GoldInvalid, match=detail):
        read_quotes(written(tmp_path, LINE | change))


def test_an_id_that_repeats_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldInvalid, match="stands above too"):
        read_quotes(written(tmp_path, LINE, LINE))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared evaluation sets are not here")
def test_the_shared_quotations_are_read() -> None:
    kinds = Counter(gold.kind for gold in read_quotes(SHARED / "quotes.jsonl.gz"))

    assert kinds == {"verbatim": 150, "altered": 150, "absent": 150, "attributed": 75,
                     "misattributed": 75}  # fmt: skip
