"""ui.facets: names and days are counted, the histogram has a bar for every month or year."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from corpus import Listed
from ui.facets import Bar, bars_of, day_of, facets_of


def listed(article_id: str, **fields: object) -> Listed:
    """An article of which little is known."""
    made: dict[str, object] = {
        "id": article_id, "revision": 1, "text_sha256": "", "characters": 1, "passages": 1,
        "duplicate_of": None,
    }  # fmt: skip
    return Listed(**(made | fields))  # type: ignore[arg-type]


def test_the_most_frequent_name_comes_first_and_equals_by_the_alphabet() -> None:
    facets = facets_of(
        [
            listed("1", publisher="Zeit", authors=("B. Cole", "Ana Díaz"), language="de"),
            listed("2", publisher="Zeit", authors=("Ana Díaz", "Ana Díaz"), language="en"),
            listed("3", publisher="ars", language="en"),
            listed("4", publisher="Bild"),
        ]
    )

    assert list(facets.publishers.items()) == [("Zeit", 2), ("ars", 1), ("Bild", 1)]
    assert list(facets.authors.items()) == [("Ana Díaz", 2), ("B. Cole", 1)]
    assert list(facets.languages.items()) == [("en", 2), ("de", 1)]


def test_days_are_in_order_and_articles_without_one_are_counted_apart() -> None:
    facets = facets_of(
        [listed("1", published="2017-06-22"), listed("2", published="2016-05-11"), listed("3")]
    )

    assert facets.days == {date(2016, 5, 11): 1, date(2017, 6, 22): 1}
    assert (facets.oldest, facets.newest) == (date(2016, 5, 11), date(2017, 6, 22))
    assert facets.undated == 1


def test_an_empty_library_has_no_days() -> None:
    facets = facets_of([])

    assert (facets.oldest, facets.newest, facets.undated) == (None, None, 0)


def test_what_is_no_date_is_no_day() -> None:
    assert day_of("2016-02-30") is None
    assert day_of("soon") is None
    assert day_of("2016-02-29") == date(2016, 2, 29)


def test_few_months_have_a_bar_each_with_the_gaps_between() -> None:
    days = {date(2016, 11, 3): 2, date(2017, 1, 31): 1}

    bars = bars_of(days, date(2016, 12, 1), date(2017, 1, 31))

    assert bars == [
        Bar(2016, 11, 2, is_inside=False),
        Bar(2016, 12, 0, is_inside=True),
        Bar(2017, 1, 1, is_inside=True),
    ]


def test_many_months_make_bars_of_years() -> None:
    days = {date(2014, 12, 31): 1, date(2016, 1, 1): 1, date(2018, 6, 1): 3}

    bars = bars_of(days, date(2016, 1, 1), date(2016, 12, 31))

    assert [(bar.year, bar.month, bar.articles) for bar in bars] == [
        (2014, None, 1), (2015, None, 0), (2016, None, 1), (2017, None, 0), (2018, None, 3),
    ]  # fmt: skip
    assert [bar.year for bar in bars if bar.is_inside] == [2016]


@given(st.dictionaries(st.dates(), st.integers(1, 9), min_size=1, max_size=30))
def test_the_bars_hold_every_article_once(days: dict[date, int]) -> None:
    bars = bars_of(dict(sorted(days.items())), min(days), max(days))

    assert sum(bar.articles for bar in bars) == sum(days.values())
    assert all(bar.is_inside for bar in bars)
