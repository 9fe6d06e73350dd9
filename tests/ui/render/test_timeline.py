"""ui.render.timeline: dates as drawings that say themselves in words."""

from __future__ import annotations

import re
from datetime import date

from ui.facets import Bar
from ui.render.timeline import Point, histogram_html, time_line_html


def point(day: str, number: int, answer: str = "a") -> Point:
    """A point of the line."""
    return Point(date.fromisoformat(day), number, answer)


def places(body: str) -> list[tuple[str, str, str]]:
    """Number, place and row of every point."""
    return [
        (number, left, bottom)
        for left, bottom, number in re.findall(r"left:([\d.]+)%;bottom:([\d.]+)rem\">(\d+)<", body)
    ]


def test_answers_stand_where_their_dates_are() -> None:
    body = time_line_html(
        [point("2016-01-11", 2), point("2016-01-01", 1), point("2016-01-06", 3)]
    ).body

    assert places(body) == [("1", "0.0", "0.0"), ("3", "50.0", "0.0"), ("2", "100.0", "0.0")]
    assert "<span>1 January 2016</span><span>11 January 2016</span>" in body


def test_points_that_would_cover_each_other_stand_one_above_the_other() -> None:
    body = time_line_html(
        [point("2016-01-01", 1), point("2016-01-02", 2), point("2016-12-31", 3)]
    ).body

    assert [row for _, _, row in places(body)] == ["0.0", "1.9", "0.0"]
    assert "height:3.8rem" in body


def test_the_line_is_said_in_words_the_oldest_first_and_escaped() -> None:
    body = time_line_html([point("2017-06-22", 1, "Mac<D>"), point("2016-05-11", 2, '"x"')]).body

    assert "11 May 2016: &quot;x&quot;; 22 June 2017: Mac&lt;D&gt;" in body
    assert 'role="img"' in body


def test_a_single_day_needs_no_line() -> None:
    assert time_line_html([point("2016-01-01", 1), point("2016-01-01", 2)]).body == ""
    assert time_line_html([]).body == ""


def test_a_bar_is_as_high_as_its_share_and_hollow_outside_the_range() -> None:
    body = histogram_html(
        [
            Bar(2015, None, 200, is_inside=True),
            Bar(2016, None, 100, is_inside=False),
            Bar(2017, None, 1, is_inside=True),
            Bar(2018, None, 0, is_inside=True),
        ]
    ).body

    assert re.findall(r"height:(\d+)%", body) == ["100", "50", "4", "0"]
    assert body.count("or-outside") == 1
    assert 'aria-label="Articles by date. 2015: 200 articles, 2016: 100 articles' in body


def test_months_are_named() -> None:
    body = histogram_html([Bar(2016, 5, 1, is_inside=True), Bar(2016, 6, 2, is_inside=True)]).body

    assert "<span>May 2016</span><span>June 2016</span>" in body
