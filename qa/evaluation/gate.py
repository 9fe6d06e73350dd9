"""The gate: measures over the sample library may not fall below their floors.

``floors.json`` holds the floors and the digests of what they were measured on. Measures are
named ``search.first_place`` and so on, after the records in ``model.py``, in ``quote_metrics.py``
and, for follow-ups, in ``conversations.py``; those take no model, and are measured here.
``quotes.negated`` is the share of right verdicts over that kind of quotations. No floor is needed
for what may never be: an altered or an absent quotation that is called verbatim.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from qa.evaluation.conversations import GOLD as CONVERSATIONS
from qa.evaluation.conversations import gold_measures
from qa.evaluation.errors import FloorsRefused
from qa.evaluation.model import SetResults
from qa.evaluation.origin import ROOT, git
from qa.evaluation.quote_metrics import QuoteMeasures
from qa.evaluation.quotes import KINDS
from qa.evaluation.sets import digest_of

FLOORS = Path(__file__).with_name("floors.json")
SET = "sample"
"""The set that the floors are for: the only one that every checkout can measure."""

GUARDED = (
    "search.first_place",
    "search.within_five",
    "search.within_1500_characters",
    "ask.citation_right",
    "ask.abstention_share",
    "ask.auroc",
    "ask.overall",
    "ask.f1",
    "conversations.rewrite",
    "conversations.rewrite_held_out",
    "conversations.left_alone",
    "quotes.place_found",
    "quotes.speaker_found",
    "quotes.attribution",
    "quotes.changes_named",
    "quotes.bearing_right",
    *(f"quotes.{kind}" for kind in KINDS),
)
"""Every measure with a floor."""

MARGIN = 0.015
"""How far a new floor stays below the measure: one question in 67, since other machines round
otherwise and may swap two passages that score alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The least that the measures may be, and what they were measured on."""

    gold_sha256: str
    articles_sha256: str
    floors: Mapping[str, float]
    conversations_sha256: str = ""
    """Of the gold conversations; empty in floors that were measured without them."""
    quotes_sha256: str = ""
    """Of the gold quotations; empty in floors that were measured without them."""
    lowered: tuple[str, ...] = ()
    """A line for every floor that was lowered on purpose, as ``lowering`` words it."""


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors in a file."""
    return _from_json(path.read_text(encoding="utf-8"))


def committed_floors() -> Floors | None:
    """The floors of the commit that is checked out; ``None`` where it has none."""
    text = git("show", f"HEAD:./{FLOORS.relative_to(ROOT).as_posix()}")
    return _from_json(text) if text else None


def check(results: SetResults, floors: Floors, committed: Floors | None = None) -> list[str]:
    """What is wrong, a line each; none when the gate is passed.

    Args:
        results: Of the sample set, with every part measured.
        floors: Those in the file.
        committed: Those in the last commit; a floor below its own there must be on record.

    >>> flat = {"search.first_place": 0.9}
    >>> check_measures({"search.first_place": 0.85}, flat)
    ['search.first_place is 0.8500, below its floor of 0.9']
    """
    lines = [f"{name} has no floor" for name in GUARDED if name not in floors.floors]
    return [
        *lines,
        *_below(results, floors),
        *(unrecorded_lowerings(floors, committed) if committed else []),
    ]


def _below(results: SetResults, floors: Floors) -> list[str]:
    """What an update may not change unasked: measures below their floors, other inputs."""
    lines = check_measures(measures_of(results), floors.floors)
    if results.gold_sha256 != floors.gold_sha256:
        lines.append("the gold questions are not those that the floors were measured on")
    if results.articles_sha256 != floors.articles_sha256:
        lines.append("the sample articles are not those that the floors were measured on")
    if floors.conversations_sha256 not in ("", digest_of([CONVERSATIONS])):
        lines.append("the gold conversations are not those that the floors were measured on")
    return lines + (_quotes_below(results.quotes, floors) if results.quotes else [])


def _quotes_below(quotes: QuoteMeasures, floors: Floors) -> list[str]:
    """Quotations called verbatim that are not, whatever the floors; another gold file."""
    never = {"altered": quotes.altered_called_verbatim, "absent": quotes.absent_called_verbatim}
    lines = [
        f"{what} quotations are called verbatim: {', '.join(ids)}"
        for what, ids in never.items()
        if ids
    ]
    if floors.quotes_sha256 not in ("", quotes.gold_sha256):
        lines.append("the gold quotations are not those that the floors were measured on")
    return lines


def check_measures(measures: Mapping[str, float | None], floors: Mapping[str, float]) -> list[str]:
    """A line for every measure that is missing or below its floor."""
    lines = []
    for name, floor in floors.items():
        found = measures.get(name)
        if found is None:
            lines.append(f"{name} was not measured, and has a floor of {floor}")
        elif found < floor:
            lines.append(f"{name} is {found:.4f}, below its floor of {floor}")
    return lines


def unrecorded_lowerings(floors: Floors, committed: Floors) -> list[str]:
    """A line for every floor that is lower than committed, or gone, without a record of it."""
    lines = []
    for name, before in committed.floors.items():
        now = floors.floors.get(name, 0.0)
        if now < before and lowering(name, before, now) not in floors.lowered:
            lines.append(
                f"the floor of {name} was lowered from {before} to {now} by hand; "
                "`onrecord evaluate --update-floors --lower-floors` lowers it on record"
            )
    return lines


def lowering(name: str, before: float, now: float) -> str:
    """The record of a floor that was lowered on purpose.

    >>> lowering("ask.f1", 0.5, 0.4)
    'ask.f1: 0.5 to 0.4'
    """
    return f"{name}: {before} to {now}"


def updated(results: SetResults, floors: Floors | None, *, may_lower: bool = False) -> Floors:
    """The floors that these results allow; without ``may_lower`` they only rise.

    Args:
        results: Of the sample set.
        floors: Those so far; ``None`` to begin.
        may_lower: Take over lower measures, other questions and other articles too.

    Raises:
        FloorsRefused: Something needs ``may_lower``; the message says all of it.
    """
    measures = measures_of(results)
    quotes_sha256 = results.quotes.gold_sha256 if results.quotes else ""
    fresh = {name: floor_for(measures[name] or 0.0) for name in GUARDED}
    if floors is None:
        return Floors(
            gold_sha256=results.gold_sha256,
            articles_sha256=results.articles_sha256,
            conversations_sha256=digest_of([CONVERSATIONS]),
            quotes_sha256=quotes_sha256,
            floors=fresh,
        )
    if may_lower:
        fallen = _fallen(measures, fresh, floors)
    elif problems := _below(results, floors):
        raise FloorsRefused(problems)
    else:
        fallen = {}
    kept = {name: max(floor, floors.floors.get(name, 0.0)) for name, floor in fresh.items()}
    records = [lowering(name, floors.floors[name], now) for name, now in fallen.items()]
    return replace(
        floors,
        gold_sha256=results.gold_sha256,
        articles_sha256=results.articles_sha256,
        conversations_sha256=digest_of([CONVERSATIONS]),
        quotes_sha256=quotes_sha256,
        floors=kept | fallen,
        lowered=(*floors.lowered, *records),
    )


def floor_for(measure: float) -> float:
    """The floor under a measure: the margin below it, rounded down to three places.

    >>> floor_for(0.9412), floor_for(0.01)
    (0.926, 0.0)
    """
    return max(0.0, math.floor(1000 * (measure - MARGIN) + 1e-9) / 1000)


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write the file."""
    path.write_text(json.dumps(asdict(floors), indent=2) + "\n", encoding="utf-8")


def measures_of(results: SetResults) -> dict[str, float | None]:
    """Every measure of search, ask, follow-ups and quote checks by its full name."""
    parts = (
        ("search", results.search),
        ("ask", results.ask),
        ("conversations", gold_measures()),
        ("quotes", results.quotes),
    )
    kinds = results.quotes.kinds if results.quotes else ()
    return {f"quotes.{one.kind}": one.verdict for one in kinds} | {
        f"{part}.{name}": value
        for part, measures in parts
        if measures is not None
        for name, value in asdict(measures).items()
        if value is None or isinstance(value, int | float)
    }


def _fallen(
    measures: Mapping[str, float | None], fresh: Mapping[str, float], floors: Floors
) -> dict[str, float]:
    """The new floors of measures that no longer reach theirs."""
    return {
        name: fresh[name]
        for name, before in floors.floors.items()
        if name in fresh and (measures[name] or 0.0) < before
    }


def _from_json(text: str) -> Floors:
    values = json.loads(text)
    return Floors(**(values | {"lowered": tuple(values.get("lowered", ()))}))
