"""ui.render.facets: values with their counts; chosen ones as chips that can be removed."""

from __future__ import annotations

from collections.abc import Callable

from corpus import Listed
from ui.browsing import Browsing, Selection, find
from ui.catalogue import catalogue_of
from ui.render.facets import VALUES_SHOWN, facets_html

List = Callable[..., Listed]


def facets(lines: list[Listed], selection: Selection | None = None) -> str:
    """The filters as HTML."""
    return facets_html(find(catalogue_of(lines), selection or Selection(), Browsing())).body


def test_a_value_has_its_count_and_leads_to_the_narrowed_list(listed: List) -> None:
    body = facets([listed("a"), listed("b"), listed("c", publisher=None)])

    assert "Outlet (2)" in body
    assert 'href="/articles?outlet=The+Port+Paper" data-or-go>' in body
    assert '<bdi>The Port Paper</bdi> <span class="or-value-count">2</span>' in body
    assert '<bdi>unknown</bdi> <span class="or-value-count">1</span>' in body


def test_a_chosen_filter_is_a_chip_that_leads_back(listed: List) -> None:
    body = facets([listed("a")], Selection().toggled("language", "en"))

    assert '<a class="or-chip" href="/articles" data-or-go><bdi>Language: English</bdi>' in body
    assert 'aria-current="true"' in body
    assert "clear-filters" not in body


def test_several_chips_can_be_cleared_at_once(listed: List) -> None:
    body = facets([listed("a")], Selection().toggled("language", "en").toggled("year", "2017"))

    assert body.count('class="or-chip"') == 2
    assert '<a id="clear-filters" href="/articles" data-or-go>' in body


def test_a_long_facet_is_cut_and_says_so(listed: List) -> None:
    body = facets([listed(f"a{n}", authors=(f"Author {n:03}",)) for n in range(VALUES_SHOWN + 20)])

    assert "Author 099" in body
    assert "Author 100" not in body
    assert "and 20 more, less frequent" in body


def test_a_chosen_value_beyond_the_cut_is_still_there(listed: List) -> None:
    lines = [listed(f"a{n}", authors=(f"Author {n:03}",)) for n in range(VALUES_SHOWN + 20)]

    body = facets(lines, Selection().toggled("author", "Author 119"))

    assert body.count("Author 119") == 2


def test_hostile_names_are_shown_as_text(listed: List) -> None:
    body = facets([listed("a", publisher='<b>"')], Selection().toggled("outlet", '<b>"'))

    assert "<b>" not in body
    assert "&lt;b&gt;&quot;" in body
