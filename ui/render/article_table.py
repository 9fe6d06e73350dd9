"""The list of articles: a table that stays one for screen readers, and becomes cards on a phone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from corpus import Listed
from ui import words, words_articles
from ui.browsing import SIZES, Found, Selection, address_of
from ui.links import article_link
from ui.render.dates import plain_date
from ui.render.markup import Html, escape, isolated

NUMBERS = ("characters", "revisions")


def table_html(
    found: Found, *, by_id: Mapping[str, Listed], marked: Collection[str], removable: bool
) -> Html:
    """One page of the list, with the ways to the others.

    Args:
        found: What is listed.
        by_id: All articles, to name the one that a duplicate repeats.
        marked: The ids of those that are about to be removed.
        removable: Whether articles can be selected.
    """
    rows = "".join(
        _row(line, by_id=by_id, is_marked=line.id in marked, removable=removable)
        for line in found.rows
    )
    remove = _remove_button("remove") if removable else ""
    above = (
        f'<div class="or-list-start">{_remove_button("remove-above")}</div>' if removable else ""
    )
    return Html(
        f'{above}<table class="or-list" role="table"><caption class="or-hidden">'
        f"{words_articles.TABLE_NAME}</caption>"
        f'<thead role="rowgroup"><tr role="row">{_headings(found, removable)}</tr>'
        f'</thead><tbody role="rowgroup">{rows}</tbody></table>'
        f'<div class="or-list-end">{remove}{pages_html(found)}</div>'
    )


def count_line(found: Found, articles: int) -> str:
    """How much of the list is on the page, read aloud when it changes."""
    last = found.first + len(found.rows)
    line = words_articles.shown_of(found.first + 1, last, len(found.lines), articles)
    return f'<p class="or-list-count" role="status">{line}</p>'


def title_of(line: Listed) -> str:
    """What an article is called; escaped."""
    return isolated(line.title) if line.title else words.UNTITLED


def pages_html(found: Found) -> str:
    """The ways to the other pages, and to longer ones."""
    selection, pages = found.selection, found.pages
    steps = [
        (words_articles.PREVIOUS, selection.page - 1, selection.page > 1, "prev"),
        (words_articles.NEXT, selection.page + 1, selection.page < pages, "next"),
    ]
    before, after = (_page_link(selection, *step) for step in steps)
    sizes = "".join(_size_link(selection, size) for size in SIZES)
    return (
        f'<nav class="or-pages" aria-label="{words_articles.PAGES_NAME}">'
        f"{before}<span>{words_articles.page_of(selection.page, pages)}</span>{after}"
        f'<span class="or-sizes">{words_articles.ROWS_A_PAGE}: {sizes}</span></nav>'
    )


def _page_link(selection: Selection, name: str, page: int, is_there: bool, key: str) -> str:
    if not is_there:
        return f'<span class="or-quiet" aria-hidden="true">{name}</span>'
    href = escape(address_of(replace(selection, page=page)))
    return f'<a id="page-{key}" href="{href}" data-or-go data-or-top rel="{key}">{name}</a>'


def _size_link(selection: Selection, size: int) -> str:
    if size == selection.size:
        return f'<strong aria-current="true">{words_articles.rows(size)}</strong>'
    href = escape(address_of(replace(selection, size=size, page=1)))
    return (
        f'<a id="rows-{size}" href="{href}" data-or-go data-or-top>{words_articles.rows(size)}</a>'
    )


def _headings(found: Found, removable: bool) -> str:
    select = (
        '<th role="columnheader" scope="col" class="or-pick">'
        f'<input type="checkbox" data-or-all id="pick-all" '
        f'aria-label="{words_articles.SELECT_ALL}"></th>'
        if removable
        else ""
    )
    # Without a choice the list has the newest first, or the best match.
    natural = Selection() if found.by_match else Selection(sort="date", descending=True)
    order = found.selection if found.selection.sort else natural
    return select + "".join(
        _heading(found.selection, column, order) for column in words_articles.COLUMNS
    )


def _heading(selection: Selection, column: str, order: Selection) -> str:
    is_sorted = order.sort == column
    target = replace(selection, sort=order.sort, descending=order.descending).sorted_by(column)
    state = f' aria-sort="{"descending" if order.descending else "ascending"}"' if is_sorted else ""
    arrow = f'<span aria-hidden="true"> {"↓" if order.descending else "↑"}</span>'
    title = words_articles.sort_by(column, descending=target.descending)
    return (
        f'<th role="columnheader" scope="col" class="or-col-{column}"{state}>'
        f'<a id="sort-{column}" href="{escape(address_of(target))}" data-or-go title="{title}">'
        f"{words_articles.COLUMNS[column]}{arrow if is_sorted else ''}</a></th>"
    )


def _row(line: Listed, *, by_id: Mapping[str, Listed], is_marked: bool, removable: bool) -> str:
    select = f'<td role="cell" class="or-pick">{_select(line, is_marked)}</td>' if removable else ""
    cells = "".join(_cell(column, value) for column, value in _values(line).items())
    return (
        f'<tr role="row"{" class=or-marked" if is_marked else ""}>{select}'
        f'<th role="rowheader" scope="row" class="or-col-title">'
        f"{_title(line, is_marked)}{_duplicate(line, by_id)}</th>{cells}</tr>"
    )


def _select(line: Listed, is_marked: bool) -> str:
    title = line.title or words.UNTITLED
    if is_marked:
        return ""
    label = escape(words_articles.select(title))
    value = escape(line.id)
    return f'<input type="checkbox" data-or-pick value="{value}" aria-label="{label}">'


def _title(line: Listed, is_marked: bool) -> str:
    lang = f' lang="{escape(line.language)}"' if line.language else ""
    href = escape(article_link(line.id))
    link = (
        f'<a class="or-title-link" href="{href}" data-or-go dir="auto"{lang}>{title_of(line)}</a>'
    )
    if not is_marked:
        return link
    return f"<del>{link}</del> {mark_note(line)}"


def mark_note(line: Listed) -> str:
    """That an article is about to be removed, and the button that takes that back."""
    label = escape(words_articles.undo_of(line.title or words.UNTITLED))
    return (
        f'<small class="or-note">{words_articles.TO_BE_REMOVED} '
        f'<button type="button" data-or-act="undo" value="{escape(line.id)}" '
        f'aria-label="{label}">{words_articles.UNDO}</button></small>'
    )


def _duplicate(line: Listed, by_id: Mapping[str, Listed]) -> str:
    first = by_id.get(line.duplicate_of or "")
    if first is None:
        return ""
    where = f" ({isolated(first.publisher)})" if first.publisher else ""
    return (
        f'<small class="or-note">{words_articles.DUPLICATE_OF}: '
        f'<a href="{escape(article_link(first.id))}" data-or-go>{title_of(first)}</a>'
        f"{where}</small>"
    )


def _values(line: Listed) -> dict[str, str]:
    """The cells after the title; escaped, and empty where unknown."""
    language = words_articles.LANGUAGES.get(line.language or "", line.language or "")
    date = plain_date(line.published)
    return {
        "outlet": isolated(line.publisher) if line.publisher else "",
        "author": ", ".join(map(isolated, line.authors)),
        "date": f'<time datetime="{escape(line.published or "")}">{escape(date)}</time>'
        if date
        else "",
        "language": escape(language),
        "characters": f"{line.characters:,}",
        "revisions": f"{line.revision:,}",
    }


def _cell(column: str, value: str) -> str:
    kind = " or-count-cell" if column in NUMBERS else ""
    shown = value or f'<span class="or-quiet">{words.UNKNOWN}</span>'
    # The name before the value is for phones, where the headings are out of sight.
    name = f'<span class="or-cell-name" aria-hidden="true">{words_articles.COLUMNS[column]}</span>'
    return f'<td role="cell" class="or-col-{column}{kind}">{name}<span>{shown}</span></td>'


def _remove_button(key: str) -> str:
    return (
        f'<button type="button" class="or-button" id="{key}" data-or-act="remove">'
        f"{words_articles.REMOVE}<span data-or-count></span></button>"
    )
