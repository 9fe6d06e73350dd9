"""A measured figure beside the plain way's, and all of them as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One thing measured, ours and the plain way's in the same run."""

    name: str
    unit: str
    ours: float
    plain: float | None
    """``None`` where the plain way has nothing of the kind."""
    more_is_better: bool = False

    @property
    def ratio(self) -> float | None:
        """Ours to the plain way's."""
        return self.ours / self.plain if self.plain else None

    @property
    def is_no_worse(self) -> bool | None:
        """Whether ours is at least as good."""
        if self.ratio is None:
            return None
        return self.ratio >= 1 if self.more_is_better else self.ratio <= 1


def as_row(figure: Figure) -> tuple[str, ...]:
    """The figure's line of the table."""
    return (
        f"{figure.name}, {figure.unit}",
        number(figure.ours),
        "–" if figure.plain is None else number(figure.plain),
        "–" if figure.ratio is None else f"{figure.ratio:.2f}",
        {True: "yes", False: "no", None: "–"}[figure.is_no_worse],
    )


HEADER = ("", "OnRecord", "plain way", "ratio", "no worse")


def number(value: float) -> str:
    """Three digits that mean something, thousands apart."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two in the middle."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
