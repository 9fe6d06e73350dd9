"""The measures of quote checks, as pure functions of a gold quotation and what a check said.

A part that the gold does not settle is not judged: it is ``None`` and in no share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from corpus import folded_words
from qa.evaluation import metrics
from qa.model import Citation
from qa.quotes.model import Attribution, QuoteCheck, Verdict, Wording

COVERED = 0.8
"""A place is found when more than this share of it lies within the match."""
SHOWN = 160
"""Characters of a located source that a list of misses shows."""
REFUSED = "refused"
"""In place of a verdict, when the check raised an error."""

_ASIDE = re.compile(r"[,(]|\s(?:who|which|that)\s")
_PREPOSITION = re.compile(r"(?<=\S\s)\S+(?=\s(?:of|for|at|in|on|to|with|from)\s)")
_PRONOUNS = frozenset("i he she it they we you".split())

Part = Literal["verdict", "wording", "attribution", "place", "speaker", "changes", "bearing"]


class Place(NamedTuple):
    """Where the source of a quotation stands."""

    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldQuote:
    """A quotation with what a check must find out about it."""

    id: str
    kind: str
    """What was done to the source; ``quotes.KINDS`` lists those of the project's own gold."""
    alteration: str | None
    """The same more closely, where the kind alone does not say it."""
    quote: str
    speaker: str | None
    """Whom the quotation is claimed to be from."""
    verdict: Verdict
    wording: Wording | None
    """``None`` where only the attribution decides the verdict."""
    attribution: Attribution | None
    place: Place | None
    true_speaker: str | None
    """As the article names them."""
    change_kinds: tuple[str, ...]
    """Kinds that must be among those reported; others may be, too."""
    bears_on_meaning: bool | None
    """Whether any change does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteOutcome:
    """What a check said, beside what it should have said."""

    gold: GoldQuote
    check: QuoteCheck | None
    """``None`` when the quotation was refused."""
    judged: dict[Part, bool | None]
    """Whether each part is right; ``None`` where the gold does not settle it."""
    milliseconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteKind:
    """The verdicts over one kind of quotations."""

    kind: str
    """``altered: number`` where there is an alteration."""
    quotations: int
    right: int
    verdict: float


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteMiss:
    """One quotation of which a part is wrong."""

    id: str
    kind: str
    wrong: tuple[Part, ...]
    quote: str
    speaker: str | None
    expected: str
    """The verdict."""
    got: str
    wording: str | None
    attribution: str | None
    changes: tuple[str, ...]
    """As reported: ``number: 34 > 43``."""
    expected_place: Place | None
    got_place: Place | None
    got_source: str | None
    expected_speaker: str | None
    got_speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteMeasures:
    """Shares over the quotations of which the part is judged; ``None`` where there are none."""

    gold_sha256: str
    quotations: int
    verdict: float | None
    wording: float | None
    attribution: float | None
    place_found: float | None
    speaker_found: float | None
    changes_named: float | None
    bearing_right: float | None
    altered_called_verbatim: tuple[str, ...]
    """Ids; the wording of none of them may be called so."""
    absent_called_verbatim: tuple[str, ...]
    kinds: tuple[QuoteKind, ...]
    median_milliseconds: float | None
    percentile_95_milliseconds: float | None
    misses: tuple[QuoteMiss, ...]


def judge(gold: GoldQuote, check: QuoteCheck | None, milliseconds: float) -> QuoteOutcome:
    """Compare a check with the gold; a refused quotation is wrong in every part."""
    judged: dict[Part, bool | None] = {
        "verdict": check is not None and check.verdict == gold.verdict,
        "wording": None if gold.wording is None else _words_rightly(gold, check),
        "attribution": None if gold.attribution is None else _attributes(gold, check),
        "place": None if gold.place is None else _covers(check, gold.place),
        "speaker": _names_speaker(gold, check),
        "changes": _names_changes(gold, check) if gold.change_kinds else None,
        "bearing": None if gold.bears_on_meaning is None else _weighs_rightly(gold, check),
    }
    return QuoteOutcome(gold=gold, check=check, judged=judged, milliseconds=milliseconds)


def measure(outcomes: Sequence[QuoteOutcome], gold_sha256: str) -> QuoteMeasures:
    """The measures over some outcomes; the digest is of the gold they are of."""
    times = [outcome.milliseconds for outcome in outcomes]
    return QuoteMeasures(
        gold_sha256=gold_sha256,
        quotations=len(outcomes),
        verdict=_share(outcomes, "verdict"),
        wording=_share(outcomes, "wording"),
        attribution=_share(outcomes, "attribution"),
        place_found=_share(outcomes, "place"),
        speaker_found=_share(outcomes, "speaker"),
        changes_named=_share(outcomes, "changes"),
        bearing_right=_share(outcomes, "bearing"),
        altered_called_verbatim=tuple(_called_verbatim(outcomes, "altered")),
        absent_called_verbatim=tuple(_called_verbatim(outcomes, "not_found")),
        kinds=tuple(_by_kind(outcomes)),
        median_milliseconds=metrics.percentile(times, 0.5),
        percentile_95_milliseconds=metrics.percentile(times, 0.95),
        misses=tuple(_miss(one) for one in outcomes if False in one.judged.values()),
    )


def name_of(annotation: str) -> str | None:
    """The last word of the name in an annotated speaker, folded; ``None`` where no name is.

    What follows a comma, a bracket, "who" or a preposition is left out, and so is an annotation
    that ends in a small letter: it describes somebody without a name.

    >>> name_of("Sen. Tammy Baldwin of Wisconsin"), name_of("Paul Ryan (R-WI)"), name_of("he")
    ('baldwin', 'ryan', None)
    >>> name_of("the former top aide to President Bush"), name_of("O’Malley"), name_of("the FBI")
    (None, 'malley', 'fbi')
    """
    head = _ASIDE.split(annotation.strip(), maxsplit=1)[0]
    if cut := _PREPOSITION.search(head):
        head = head[: cut.end()]
    words = head.removesuffix("'s").removesuffix("’s").split()
    if not words or not any(char.isupper() for char in words[-1]):
        return None
    folded = folded_words(words[-1])
    return folded[-1] if folded and folded[-1] not in _PRONOUNS else None


def covers(match: Citation, place: Place) -> bool:
    """Whether the match holds more than four fifths of a place."""
    if match.article_id != place.article_id or match.start is None or match.end is None:
        return False
    shared = min(match.end, place.end) - max(match.start, place.start)
    return shared > COVERED * (place.end - place.start)


def _words_rightly(gold: GoldQuote, check: QuoteCheck | None) -> bool:
    return check is not None and check.wording == gold.wording


def _attributes(gold: GoldQuote, check: QuoteCheck | None) -> bool:
    return check is not None and check.attribution == gold.attribution


def _covers(check: QuoteCheck | None, place: Place) -> bool:
    return check is not None and check.match is not None and covers(check.match, place)


def _names_speaker(gold: GoldQuote, check: QuoteCheck | None) -> bool | None:
    name = name_of(gold.true_speaker or "")
    if name is None or gold.wording in ("not_found", "too_short"):
        return None
    return check is not None and name in folded_words(check.speaker or "")


def _names_changes(gold: GoldQuote, check: QuoteCheck | None) -> bool:
    reported = {change.kind for change in check.changes} if check else set()
    return reported >= set(gold.change_kinds)


def _weighs_rightly(gold: GoldQuote, check: QuoteCheck | None) -> bool:
    if check is None or check.match is None:
        return False
    return any(change.bears_on_meaning for change in check.changes) == gold.bears_on_meaning


def _share(outcomes: Iterable[QuoteOutcome], part: Part) -> float | None:
    judged = [outcome.judged[part] for outcome in outcomes]
    return metrics.mean([float(is_right) for is_right in judged if is_right is not None])


def _called_verbatim(outcomes: Iterable[QuoteOutcome], wording: Wording) -> Iterable[str]:
    for outcome in outcomes:
        got = outcome.check.wording if outcome.check else None
        if (outcome.gold.wording, got) == (wording, "verbatim"):
            yield outcome.gold.id


def _by_kind(outcomes: Sequence[QuoteOutcome]) -> Iterable[QuoteKind]:
    for name in dict.fromkeys(kind_of(outcome.gold) for outcome in outcomes):
        judged = [one.judged["verdict"] for one in outcomes if kind_of(one.gold) == name]
        right = sum(is_right is True for is_right in judged)
        yield QuoteKind(kind=name, quotations=len(judged), right=right, verdict=right / len(judged))


def kind_of(gold: GoldQuote) -> str:
    """The kind as it is shown, with the alteration where there is one."""
    return f"{gold.kind}: {gold.alteration}" if gold.alteration else gold.kind


def _miss(outcome: QuoteOutcome) -> QuoteMiss:
    gold, check = outcome.gold, outcome.check
    match = check.match if check else None
    place = None
    if match and match.start is not None and match.end is not None:
        place = Place(match.article_id, match.start, match.end)
    changes = check.changes if check else ()
    return QuoteMiss(
        id=gold.id,
        kind=kind_of(gold),
        wrong=tuple(part for part, is_right in outcome.judged.items() if is_right is False),
        quote=gold.quote,
        speaker=gold.speaker,
        expected=gold.verdict,
        got=check.verdict if check else REFUSED,
        wording=check.wording if check else None,
        attribution=check.attribution if check else None,
        changes=tuple(f"{one.kind}: {one.source} > {one.quoted}" for one in changes),
        expected_place=gold.place,
        got_place=place,
        got_source=match.exact[:SHOWN] if match else None,
        expected_speaker=gold.true_speaker,
        got_speaker=check.speaker if check else None,
    )
