"""ui.render.article_table: what the list says of an article, and the ways out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from corpus import Listed
from ui import words, words_articles
from ui.browsing import Browsing, Selection, TextSearch, find
from ui.catalogue import catalogue_of
from ui.render.article_table import count_line, table_html

List = Callable[..., Listed]
HOSTILE = "<script>x</script> & **bold**"


def table(
    lines: Sequence[Listed],
    selection: Selection | None = None,
    *,
    marked: Sequence[str] = (),
    removable: bool = True,
    browsing: Browsing | None = None,
) -> str:
    """The list as HTML."""
    catalogue = catalogue_of(lines)
    found = find(catalogue, selection or Selection(), browsing or Browsing())
    made = table_html(found, by_id=catalogue.by_id, marked=marked, removable=removable)
    return made.body


def test_a_row_has_every_column_and_leads_into_the_reader(listed: List) -> None:
    body = table([listed("a b&c", characters=12345, revision=2)])

    for shown in (
        'href="/read?article=a+b%26c"', "The Port Paper", "Ana Díaz", ">22 June 2017</time>",
        "English", "12,345", "<span>2</span>",
    ):  # fmt: skip
        assert shown in body


def test_what_is_unknown_says_so(listed: List) -> None:
    bare = listed("a", title=None, authors=(), publisher=None, published=None, language=None)

    body = table([bare])

    assert body.count(f'<span class="or-quiet">{words.UNKNOWN}</span>') == 4
    assert words.UNTITLED in body


def test_hostile_words_are_shown_as_text(listed: List) -> None:
    line = listed('"><b>', title=HOSTILE, publisher=HOSTILE, authors=(HOSTILE,), language="<i>")

    body = table([line], marked=['"><b>'])

    assert "<script>" not in body
    assert "<b>" not in body
    assert "<i>" not in body
    assert "&lt;script&gt;x&lt;/script&gt; &amp; **bold**" in body


def test_a_duplicate_names_the_article_that_it_repeats(listed: List) -> None:
    body = table([listed("copy", duplicate_of="first"), listed("first", publisher="Reuters")])

    assert f"{words_articles.DUPLICATE_OF}: " in body
    assert '<a href="/read?article=first" data-or-go><bdi>Title of first</bdi></a>' in body


def test_what_is_about_to_be_removed_is_crossed_out_and_can_be_kept(listed: List) -> None:
    body = table([listed("a"), listed("b")], marked=["a"])

    assert body.count("<del>") == 1
    assert 'data-or-act="undo" value="a" aria-label="Undo: keep Title of a"' in body
    assert 'data-or-pick value="b" aria-label="Select Title of b"' in body
    assert 'data-or-pick value="a"' not in body


def test_a_read_only_library_offers_nothing_to_select(listed: List) -> None:
    body = table([listed("a")], removable=False)

    assert "checkbox" not in body
    assert words_articles.REMOVE not in body


@pytest.mark.parametrize(
    ("selection", "browsing", "state"),
    [
        (None, None, 'or-col-date" aria-sort="descending"'),
        (Selection(sort="title"), None, 'or-col-title" aria-sort="ascending"'),
        (None, Browsing(texts=TextSearch("x", ("a",))), None),
    ],
)
def test_the_heading_of_the_order_says_which_way_it_is(
    listed: List, selection: Selection | None, browsing: Browsing | None, state: str | None
) -> None:
    body = table([listed("a")], selection, browsing=browsing)

    assert body.count("aria-sort") == (1 if state else 0)
    assert (state or "or-col-date") in body


def test_the_first_click_on_the_date_turns_the_natural_order_round(listed: List) -> None:
    body = table([listed("a")])

    assert 'id="sort-date" href="/articles?sort=date&amp;order=up"' in body
    assert 'id="sort-title" href="/articles?sort=title&amp;order=up"' in body


def test_pages_lead_to_their_neighbours(listed: List) -> None:
    lines = [listed(f"n{number}") for number in range(60)]

    body = table(lines, Selection(page=2))

    assert body.count('<tr role="row">') == 26
    assert 'href="/articles" data-or-go data-or-top rel="prev"' in body
    assert 'href="/articles?page=3" data-or-go data-or-top rel="next"' in body
    assert "Page 2 of 3" in body


def test_the_line_above_counts_what_is_on_the_page(listed: List) -> None:
    catalogue = catalogue_of([listed(f"n{number}") for number in range(60)])
    found = find(catalogue, Selection(page=3), Browsing())

    assert "51 to 60 of 60 articles" in count_line(found, 60)
