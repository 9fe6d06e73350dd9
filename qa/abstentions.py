"""When there is no answer: why, and what was searched, in words for people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from corpus import Coverage, Filters
from index import Candidate
from qa.model import Abstention


def abstention(
    searched: Coverage,
    everything: Coverage,
    candidates: Sequence[Candidate],
    filters: Filters | None,
    *,
    note: str | None = None,
) -> Abstention:
    """Say why there is no answer.

    Args:
        searched: The articles that the filters let through.
        everything: All articles of the library.
        candidates: The passages that came nearest; may be none.
        filters: What the search was narrowed by.
        note: What else is known about why, as a sentence.
    """
    if everything.articles == 0:
        return Abstention(
            reason="empty_library",
            message="There are no articles in the library yet, so nothing was searched. Add some "
            "with `onrecord add`, or on the page.",
        )
    if searched.articles == 0:
        return Abstention(
            reason="outside_filters",
            message=f"None of the {everything.articles} articles passes the filters, so nothing "
            "was searched. Widen the dates, or remove a filter.",
        )
    what = described(searched)
    if filters:
        what += f" (of {everything.articles}, because of the filters)"
    if not candidates:
        return Abstention(
            reason="nothing_found", message=f"Nothing like the question was found in {what}."
        )
    if note:
        return Abstention(reason="not_in_articles", message=f"{note} Searched: {what}.")
    return Abstention(
        reason="not_in_articles",
        message=f"No sentence that answers this was found in {what}. The passages nearest to the "
        "question are listed; they do not answer it. That it is not in these articles does not "
        "mean that it is not so.",
    )


def described(coverage: Coverage) -> str:
    """What was searched, for people.

    >>> described(Coverage(2, "2016-05-11", "2017-06-22"))
    'the 2 articles searched, dated 11 May 2016 to 22 June 2017'
    """
    count = "the one article" if coverage.articles == 1 else f"the {coverage.articles:,} articles"
    if coverage.oldest is None or coverage.newest is None:
        return f"{count} searched, of unknown date"
    oldest, newest = readable(coverage.oldest), readable(coverage.newest)
    dates = oldest if oldest == newest else f"{oldest} to {newest}"
    return f"{count} searched, dated {dates}"


def readable(iso_date: str) -> str:
    """A date as nobody can misread it.

    >>> readable("2016-05-11")
    '11 May 2016'
    """
    day = date.fromisoformat(iso_date)
    months = (
        "January February March April May June July August September October November December"
    ).split()
    return f"{day.day} {months[day.month - 1]} {day.year}"
