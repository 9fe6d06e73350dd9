"""ui.render.works: reports, duplicates, health and what is about to be removed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from corpus import IngestReport, Listed, Refused
from index import Problem
from ui import words_articles as words
from ui.catalogue import catalogue_of
from ui.jobs import Step
from ui.render.works import (
    groups_html,
    health_html,
    marked_html,
    meaning,
    mends,
    moment,
    parts_html,
    report_html,
    step_html,
)
from ui.worklist import Health, Report

List = Callable[..., Listed]
WHEN = datetime(2026, 11, 22, 14, 5)  # noqa: DTZ001 (shown as it is)
REBUILD = "onrecord --library /l rebuild"


def test_a_report_counts_names_and_gives_reasons_as_text(listed: List) -> None:
    done = IngestReport(added=["a"], refused=[Refused("<img src=x>.txt", "it is **empty** & <b>")])

    body = report_html(Report(done), {"a": listed("a", title="A <i>title</i>")}).body

    assert "<dt>Added</dt><dd>1</dd>" in body
    assert '<a href="/read?article=a" data-or-go><bdi>A &lt;i&gt;title&lt;/i&gt;</bdi></a>' in body
    assert "<bdi>&lt;img src=x&gt;.txt</bdi></th>" in body
    assert "it is **empty** &amp; &lt;b&gt;</td>" in body


def test_the_titles_of_a_long_report_are_folded_away(listed: List) -> None:
    few, many = ([f"a{number}" for number in range(count)] for count in (10, 11))
    by_id = {one: listed(one) for one in many}

    assert "<details open" in report_html(Report(IngestReport(added=few)), by_id).body
    assert "<details id" in report_html(Report(IngestReport(added=many)), by_id).body


def test_the_parts_name_the_one_that_is_open_and_count_the_groups(listed: List) -> None:
    body = parts_html("health", catalogue_of([listed("a"), listed("b", duplicate_of="a")]), 1).body

    assert 'href="/articles?part=health" data-or-go aria-current=page>Health</a>' in body
    assert "Duplicates (1)" in body
    assert "2 articles, 1 of them independent" in body


def test_a_group_lists_its_articles_in_order_with_outlet_and_date(listed: List) -> None:
    catalogue = catalogue_of(
        [listed("b", published="2018-01-01"), listed("a", published=None, duplicate_of="b")]
    )

    body = groups_html(catalogue.groups(), catalogue).body

    assert "1 group with 1 duplicate. Of 2 articles, 1 are independent." in body
    assert body.index("1 January 2018") < body.index("date unknown")


def test_what_is_about_to_be_removed_can_be_kept_one_by_one(listed: List) -> None:
    body = marked_html([listed("a"), listed("b")]).body

    assert "2 articles about to be removed" in body
    assert body.count('data-or-act="undo"') == 2
    assert words.NOTHING_YET in body


def test_a_library_that_is_well_says_so_and_when_it_was_looked_at() -> None:
    body = health_html(Health((), WHEN, 3), has_changed=True).body

    assert words.ALL_IS_WELL in body
    assert "Looked over on 22 November 2026, 14:05." in body
    assert words.CHANGED_SINCE in body


def test_a_problem_is_given_with_what_it_means_and_what_to_do() -> None:
    problems = (Problem("dense.faiss lacks 3 of <9> passages", REBUILD),)

    body = health_html(Health(problems, WHEN, 3), has_changed=False).body

    assert "1 problem found" in body
    assert "dense.faiss lacks 3 of &lt;9&gt; passages" in body
    assert "The search by meaning misses passages" in body
    assert words.MENDABLE in body


@pytest.mark.parametrize(
    ("what", "mend", "known", "can"),
    [
        ("articles.db: a row is gone", "restore articles.db from a backup", 0, False),
        ("the index is behind the articles, and", REBUILD, 2, True),
        ("The index at /l is damaged.", REBUILD, None, True),
        ("The disk is full.", "free some room on the disk", None, False),
    ],
)
def test_only_what_a_new_index_mends_is_offered_to_be_mended(
    what: str, mend: str, known: int | None, can: bool
) -> None:
    problem = Problem(what, mend)

    expected = words.OTHER_MEANING if known is None else words.MEANINGS[known][1]
    assert meaning(problem) == expected
    assert mends(problem) is can


def test_what_the_user_has_to_do_himself_is_said_as_text() -> None:
    body = health_html(Health((Problem("x", "free <some> room"),), WHEN, 1), has_changed=False).body

    assert "<dd>free &lt;some&gt; room</dd>" in body


def test_progress_names_the_work_the_rate_and_the_time_left() -> None:
    body = step_html("add", Step("indexing", 300, 500, measured=200, seconds=4.0)).body

    assert "Adding articles" in body
    assert "50 passages a second, about 5 seconds left" in body


def test_a_moment_is_a_day_in_words_and_a_time() -> None:
    assert moment(WHEN) == "22 November 2026, 14:05"
