"""Work on the library: how far it is, what came of it, what is wrong, what is alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from corpus import Listed
from index import Problem
from ui import words, words_articles
from ui.browsing import PARTS, Selection, address_of
from ui.catalogue import Catalogue
from ui.jobs import Step
from ui.links import article_link
from ui.render.article_table import mark_note, title_of
from ui.render.dates import plain_date
from ui.render.markup import Html, escape, isolated, notice
from ui.state import LibraryState
from ui.worklist import Health, Report

SHOWN_IN_REPORT = 200
"""Lines of a report on the page; the file has all of them."""
MARKED_ID = "marked-heading"
SHOWN_OPEN = 10
"""Titles that a report shows without being asked."""
GROUPS_SHOWN = 100


def parts_html(part: str, catalogue: Catalogue, groups: int) -> Html:
    """The heading of the page, and the ways to its parts."""
    counts = {"duplicates": groups or None}
    items = "".join(
        f'<li><a id="part-{one}" href="{escape(address_of(Selection(part=one)))}" data-or-go'
        f"{' aria-current=page' if one == part else ''}>"
        f"{words_articles.part_name(one, counts.get(one))}</a></li>"
        for one in PARTS
    )
    line = words_articles.total(len(catalogue.lines), catalogue.independent)
    return Html(
        f'<p class="or-lead">{line}</p>'
        f'<nav class="or-parts" aria-label="{words_articles.PARTS_NAME}"><ul>{items}</ul></nav>'
    )


def marked_html(lines: Sequence[Listed]) -> Html:
    """What is about to be removed, each with a way back."""
    items = "".join(f"<li><del>{title_of(line)}</del> {mark_note(line)}</li>" for line in lines)
    return Html(
        f'<section class="or-notice or-warning or-marked-notice" aria-labelledby="{MARKED_ID}">'
        f'<h2 id="{MARKED_ID}" tabindex="-1">{words_articles.marked(len(lines))}</h2>'
        f'<p>{words_articles.NOTHING_YET}</p><ul class="or-marked-list">{items}</ul></section>'
    )


def step_html(kind: str, step: Step) -> Html:
    """The rate and the time left, below the bar."""
    pace = (
        "" if step.rate is None else words_articles.pace(step.stage, step.rate, step.seconds_left)
    )
    return Html(
        f'<p class="or-meta"><strong>{words_articles.work(kind)}</strong>'
        f"{' · ' if pace else ''}{pace}</p>"
    )


def report_html(report: Report, by_id: Mapping[str, Listed]) -> Html:
    """What became of every file, with the reason of each refusal first."""
    done = report.outcome
    counts = "".join(
        f"<div><dt>{words_articles.OUTCOMES[outcome]}</dt><dd>{count:,}</dd></div>"
        for outcome, count in report.counts
    )
    refused = "".join(
        f'<tr><th scope="row">{isolated(item.source)}</th>'
        f'<td dir="auto">{escape(item.reason)}</td></tr>'
        for item in done.refused[:SHOWN_IN_REPORT]
    )
    table = (
        f'<table class="or-refused"><caption>{words_articles.REFUSED}</caption><thead><tr>'
        f'<th scope="col">{words_articles.FILE}</th><th scope="col">{words_articles.REASON}</th>'
        f"</tr></thead><tbody>{refused}</tbody></table>"
        if refused
        else ""
    )
    lists = "".join(
        _articles(outcome, ids, by_id)
        for outcome, ids in (("added", done.added), ("updated", done.updated))
    )
    return Html(
        f'<section class="or-report" role="status"><h2>{words_articles.REPORT}</h2>'
        f'<dl class="or-counts-line">{counts}</dl>{table}{lists}</section>'
    )


def _articles(outcome: str, ids: Sequence[str], by_id: Mapping[str, Listed]) -> str:
    known = [by_id[one] for one in dict.fromkeys(ids[:SHOWN_IN_REPORT]) if one in by_id]
    if not known:
        return ""
    items = "".join(
        f'<li><a href="{escape(article_link(line.id))}" data-or-go>{title_of(line)}</a></li>'
        for line in known
    )
    is_open = " open" if len(known) <= SHOWN_OPEN else ""
    name = words_articles.named(outcome, len(ids))
    return (
        f'<details{is_open} id="report-{outcome}"><summary>{name}</summary>'
        f"<ul>{items}</ul></details>"
    )


def groups_html(groups: Sequence[Sequence[Listed]], catalogue: Catalogue) -> Html:
    """Every group of articles with the same text."""
    articles, independent = len(catalogue.lines), catalogue.independent
    line = words_articles.groups(len(groups), articles - independent, independent, articles)
    return Html(
        f'<p class="or-meta">{words_articles.DUPLICATES_LEAD}</p><p role="status">{line}</p>'
        + "".join(map(_group, groups[:GROUPS_SHOWN]))
    )


def _group(group: Sequence[Listed]) -> str:
    items = "".join(
        f'<li><a href="{escape(article_link(line.id))}" data-or-go>{title_of(line)}</a>'
        f'<span class="or-meta">{isolated(line.publisher or words.UNKNOWN)} · '
        f"{escape(plain_date(line.published) or words.DATE_UNKNOWN)}</span></li>"
        for line in group
    )
    return (
        f'<section class="or-group"><h2>{words_articles.group_name(len(group))}</h2>'
        f"<ol>{items}</ol></section>"
    )


def health_html(health: Health, *, has_changed: bool) -> Html:
    """Every problem with what it means and what to do; or that all is well."""
    when = words_articles.looked_at(moment(health.looked_at))
    changed = f" {words_articles.CHANGED_SINCE}" if has_changed else ""
    mended = f"<p>{words_articles.MENDED}</p>" if health.was_mended else ""
    foot = f'{mended}<p class="or-meta">{when}{changed}</p>'
    if not health.problems:
        return Html(
            f'<section class="or-health or-well" role="status">'
            f"<h2>{words_articles.ALL_IS_WELL}</h2><p>{words_articles.WELL}</p>{foot}</section>"
        )
    items = "".join(map(_problem, health.problems))
    return Html(
        f'<section class="or-health" role="status">'
        f"<h2>{words_articles.problems(len(health.problems))}</h2>"
        f'<ol class="or-problems">{items}</ol>{foot}</section>'
    )


def _problem(problem: Problem) -> str:
    todo = words_articles.MENDABLE if mends(problem) else _other_advice(problem)
    return (
        f'<li>{notice(problem.what, kind="warning").body}<dl class="or-source">'
        f"<dt>{words_articles.MEANING}</dt><dd>{meaning(problem)}</dd>"
        f"<dt>{words_articles.WHAT_TO_DO}</dt><dd>{todo}</dd></dl></li>"
    )


def mends(problem: Problem) -> bool:
    """Whether making the index again is what mends it."""
    return problem.mend.endswith(" rebuild")


def meaning(problem: Problem) -> str:
    """What a problem means for the user."""
    known = (text for start, text in words_articles.MEANINGS if problem.what.startswith(start))
    return next(known, words_articles.OTHER_MEANING)


def _other_advice(problem: Problem) -> str:
    if problem.what.startswith("articles.db"):
        return words_articles.DO_RESTORE
    return escape(problem.mend)


def facts_html(state: LibraryState) -> Html:
    """Where the library is, and how much is in it."""
    fields = (
        (words.FOLDER, state.folder),
        (words.ARTICLES, f"{state.articles:,}"),
        (words.PASSAGES, f"{state.passages:,}"),
    )
    lines = "".join(f"<dt>{name}</dt><dd>{isolated(value)}</dd>" for name, value in fields)
    return Html(f'<dl class="or-source">{lines}</dl>')


def moment(when: datetime) -> str:
    """A day and a time on this machine's clock: ``22 November 2026, 14:05``."""
    day = plain_date(when.date().isoformat()) or ""
    return words_articles.day_and_time(day, f"{when:%H:%M}")
