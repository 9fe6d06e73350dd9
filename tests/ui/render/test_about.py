"""ui.render.about: every verdict is explained, and paths are text."""

from __future__ import annotations

from typing import get_args

from qa.quotes.model import Attribution, Verdict
from ui import words, words_about
from ui.render.about import kept_html, licences_html, purpose_html, rest_html, verdicts_html
from ui.state import LibraryState

STATE = LibraryState(
    articles=1200, oldest="2016-05-11", newest="2017-06-22", passages=3, folder="/library",
    is_behind=False, is_writable=True, holds_the_sample=False,
)  # fmt: skip


def test_every_verdict_and_attribution_has_a_shape_a_word_and_a_meaning() -> None:
    body = verdicts_html().body

    for name in (*get_args(Verdict), *get_args(Attribution)):
        assert f"or-shape-{name}" in body
    for word in (*words.VERDICTS.values(), *words.ATTRIBUTIONS.values()):
        assert word in body


def test_it_says_what_it_is_and_what_it_is_not() -> None:
    body = purpose_html().body

    assert body.index(words_about.WHAT_IT_IS) < body.index(words_about.WHAT_IT_IS_NOT)


def test_the_records_and_how_to_keep_none_are_named() -> None:
    body = kept_html(records="/home/<b>", library="/library", counts="Kept now: 1 check.").body

    assert "/home/&lt;b&gt;" in body
    assert "ONRECORD_KEEP=false" in body
    assert "Kept now: 1 check." in body


def test_without_records_it_says_that_nothing_is_kept() -> None:
    body = kept_html(records=None, library="/library", counts=None).body

    assert words_about.KEPT_NOWHERE in body
    assert words_about.KEPT not in body


def test_the_library_is_summed_up_with_its_dates() -> None:
    body = rest_html(STATE, publishers=["The <Paper>"], versions={"OnRecord": "1.0"}).body

    assert "1,200" in body
    assert "11 May 2016 to 22 June 2017" in body
    assert "The &lt;Paper&gt;" in body


def test_each_licence_names_the_file_that_states_it() -> None:
    assert licences_html().count("<code>") == len(words_about.LICENCE_LINES)


def test_the_count_of_what_is_kept() -> None:
    assert words_about.kept_now(1, 2, 0, 1) == (
        "Kept now: 1 conversation, 2 checks, 0 drafts, 1 remark."
    )
