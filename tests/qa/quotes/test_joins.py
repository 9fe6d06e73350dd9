"""qa.quotes.joins: what may stand between two parts of one quotation."""

from __future__ import annotations

from comparing import compared

from qa.quotes.joins import turning_joins


def dropped(quote: str, text: str) -> list[str]:
    found = compared(quote, text)
    assert found is not None
    return [change.source for change in turning_joins(found)]


def test_she_said_may_stand_between() -> None:
    text = "“Ships can enter,” said Elena Quispe, “and nobody will stop them.”"

    assert dropped("Ships can enter, and nobody will stop them", text) == []


def test_words_of_two_speakers_are_not_one_quotation() -> None:
    text = "“Ships can enter,” said Elena Quispe. “Nobody will stop them,” Raúl Ortega said."

    assert len(dropped("Ships can enter. Nobody will stop them", text)) == 1


def test_a_story_between_two_quotations_is_no_attribution() -> None:
    text = (
        "Elena Quispe arrived late. “Ships can enter,” she said. “Nobody” was the name of the "
        "small boat at the pier, and “will stop them” stood on a banner."
    )

    assert "was the name" in "".join(dropped("Nobody will stop them", text))


def test_an_ellipsis_can_t_join_two_speakers() -> None:
    text = (
        "“Ships can enter the old harbour,” said Elena Quispe. “Nobody will stop these ships in "
        "May,” Raúl Ortega said."
    )

    assert len(dropped("Ships can enter the old harbour … these ships in May", text)) == 1
