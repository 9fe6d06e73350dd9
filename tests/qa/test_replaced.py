"""qa.replaced: another word where the question's should stand."""

from __future__ import annotations

import pytest

from index import content_words
from qa.replaced import replaced_share


def share(question: str, sentence: str, *, nearby: str = "", answer: str = "") -> float:
    """With every word worth 1."""
    return replaced_share(
        question,
        sentence,
        f"{sentence} {nearby}",
        answer=answer,
        language="en",
        weights=dict.fromkeys(content_words(question), 1.0),
    )


def test_another_word_between_the_same_neighbours_is_a_replaced_one() -> None:
    # Two pairs of two words: "studied snake" has another right side, "snake venom" another left.
    found = share("Who studied snake venom?", "Maupertuis studied scorpion venom.")

    assert found == pytest.approx(2 / 4)


def test_the_words_themselves_in_any_form_are_not_replaced() -> None:
    assert share("Who studied snake venom?", "Maupertuis studies the venom of snakes.") == 0.0


def test_words_that_stand_together_nearby_are_not_replaced() -> None:
    nearby = "He had studied snake venom, too."

    assert share("Who studied snake venom?", "He studied scorpion venom.", nearby=nearby) == 0.0


def test_the_answer_stands_where_the_question_has_what_it_asks_for() -> None:
    sentence = "The Silver Party governs Callao."

    assert share("Which party governs Callao?", sentence, answer="The Silver Party") == 0.0


def test_a_word_that_is_missing_without_another_in_its_place_is_not_replaced() -> None:
    assert share("Who studied snake venom?", "Venom was all that Maupertuis studied.") == 0.0


def test_a_question_of_one_word_has_no_neighbours() -> None:
    assert share("Who studied?", "Maupertuis taught.") == 0.0
