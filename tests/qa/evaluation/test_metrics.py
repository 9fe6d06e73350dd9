"""qa.evaluation.metrics: every measure against numbers worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.evaluation import metrics


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("The Barrio Kings", "barrio kings"),
        ("U.S.-led", "usled"),
        ("an  apple\n a day", "apple day"),
        ("Theatre", "theatre"),
        ("«Reyes» – 1,300", "«reyes» – 1300"),
    ],
)
def test_normalising_drops_case_articles_ascii_punctuation_and_spare_spaces(
    answer: str, expected: str
) -> None:
    assert metrics.normalised(answer) == expected


def test_f1_counts_repeated_words_as_often_as_both_have_them() -> None:
    # Shared: "new" once, "york" once; 3 and 2 words: 2 * 2 / (3 + 2).
    assert metrics.token_f1("new new york", ["new york"]) == pytest.approx(0.8)


def test_f1_and_exact_match_take_the_best_accepted_answer() -> None:
    accepted = ["nobody", "Carlos MacDowell Villacorta", "the MacDowell"]

    assert metrics.token_f1("MacDowell", accepted) == 1.0
    assert metrics.exact_match("MacDowell", accepted) == 1.0


def test_an_abstention_matches_nothing() -> None:
    assert metrics.token_f1(None, ["Lima"]) == 0.0
    assert metrics.exact_match(None, ["Lima"]) == 0.0


def test_an_answer_of_articles_alone_matches_only_another_such() -> None:
    assert metrics.token_f1("the", ["Lima"]) == 0.0
    assert metrics.token_f1("the", ["a"]) == 1.0


@pytest.mark.parametrize(
    ("text", "answer", "expected"),
    [
        ("He came in 1987.", "1987", True),
        ("In the 1980s", "1980", False),
        ("LIMA is far", "lima", True),
        ("Limas", "Lima", False),
        ("It cost $5 (five dollars).", "$5", True),
        ("The U.S. agreed", "U.S.", True),
        ("a+b", "a.b", False),
        ("Gálvez fled", "lvez", False),
        ("anything", "  ", False),
    ],
)
def test_an_answer_counts_only_between_word_borders(text: str, answer: str, expected: bool) -> None:
    assert metrics.holds_answer(text, [answer]) is expected


def test_the_rank_passes_over_other_articles_whatever_they_say() -> None:
    assert metrics.rank_of_answer([None, "no", "Lima"], ["Lima"]) == 3


def test_an_answer_behind_the_thousandth_character_is_not_found() -> None:
    assert metrics.rank_of_answer(["x" * 995 + " Lima"], ["Lima"]) == 1
    # From character 997 on, "Lima" ends at 1,001.
    assert metrics.rank_of_answer(["x" * 996 + " Lima"], ["Lima"]) is None
    assert metrics.rank_of_answer([], ["Lima"]) is None


def test_reading_cuts_each_passage_at_1000_and_all_at_1500_characters() -> None:
    long = ("x" * 3000, True)

    assert metrics.is_within_reading([long, ("y" * 495 + " Lima", True)], ["Lima"])
    assert not metrics.is_within_reading([long, ("y" * 496 + " Lima", True)], ["Lima"])
    assert not metrics.is_within_reading([long, long, ("Lima", True)], ["Lima"])


def test_reading_counts_passages_of_other_articles_as_read() -> None:
    other = ("Lima", False)

    assert not metrics.is_within_reading([other], ["Lima"], characters=8)
    assert metrics.is_within_reading([other, ("Lima", True)], ["Lima"], characters=8)
    assert not metrics.is_within_reading([other, ("Lima", True)], ["Lima"], characters=7)


def test_recall_and_mean_reciprocal_rank_count_missing_answers_as_zero() -> None:
    ranks = [1, 2, 5, 6, None]

    assert metrics.recall_within(ranks, 1) == 0.2
    assert metrics.recall_within(ranks, 5) == 0.6
    assert metrics.mean_reciprocal_rank(ranks) == pytest.approx((1 + 1 / 2 + 1 / 5 + 1 / 6) / 5)


def test_auroc_is_the_share_of_pairs_in_the_right_order() -> None:
    # Pairs: .8>.7, .8>.2, .4<.7, .4>.2: three of four.
    assert metrics.auroc([0.8, 0.4], [0.7, 0.2]) == 0.75


def test_auroc_counts_ties_half() -> None:
    assert metrics.auroc([0.5, 0.5], [0.5]) == 0.5


@given(
    st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=1, max_size=8),
    st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=1, max_size=8),
)
def test_auroc_agrees_with_counting_every_pair(up: list[float], down: list[float]) -> None:
    pairs = [float(a > b) + 0.5 * float(a == b) for a in up for b in down]

    assert metrics.auroc(up, down) == pytest.approx(sum(pairs) / len(pairs))


def test_the_overall_score_adds_f1_and_right_abstentions_over_all_questions() -> None:
    # (1 + 0.5 + 0) + (1 right abstention of 2), over 5 questions.
    assert metrics.overall_score([1.0, 0.5, 0.0], [True, False]) == 0.5


def test_a_citation_is_right_only_in_the_right_article() -> None:
    assert metrics.is_citation_right("port", "It is Lima.", "port", ["Lima"])
    assert not metrics.is_citation_right("port", "It is Lima.", "other", ["Lima"])
    assert not metrics.is_citation_right("port", "It is Rome.", "port", ["Lima"])


@pytest.mark.parametrize(
    ("answer", "article_id", "expected"),
    [
        ("Lima", "port", True),
        ("Greater Lima area", "port", True),  # F1 2 * 1 / (3 + 1)
        ("in the Greater Lima area", "port", False),  # F1 2 * 1 / (4 + 1)
        ("Lima", "other", False),
        (None, "port", False),
    ],
)
def test_words_are_right_from_an_f1_of_one_half_in_the_right_article(
    answer: str | None, article_id: str, expected: bool
) -> None:
    assert metrics.is_right(answer, article_id, "port", ["Lima"]) is expected


def test_nothing_is_right_where_no_answer_is_accepted() -> None:
    assert not metrics.is_right("Lima", "port", "port", [])


def test_percentiles_are_values_that_occurred() -> None:
    hundred = list(range(1, 101))

    assert metrics.percentile(hundred, 0.5) == 50
    assert metrics.percentile(hundred, 0.95) == 95
    assert metrics.percentile([7], 0.95) == 7


def test_measures_of_no_questions_are_none() -> None:
    assert metrics.recall_within([], 1) is None
    assert metrics.mean_reciprocal_rank([]) is None
    assert metrics.auroc([], [0.5]) is None
    assert metrics.overall_score([], []) is None
    assert metrics.percentile([], 0.5) is None
