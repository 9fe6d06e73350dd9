"""qa.quotes.narration: what the reporter tells, with quotations blanked out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus import Span
from qa.quotes.narration import BLANK, narration_of, tokens_of_phrase


def sentences(text: str) -> list[str]:
    return [text[one.start : one.end] for one in narration_of(text).sentences]


def tags(text: str) -> list[str]:
    return [token.tag for tokens in narration_of(text).tokens for token in tokens]


def test_quotations_are_blank_and_keep_their_length() -> None:
    text = 'He said "no, said Smith" twice.'

    assert narration_of(text).text == f'He said "{BLANK * 14}" twice.'


def test_a_quotation_with_what_tells_its_speaker_is_one_sentence() -> None:
    assert sentences('"Why?" Smith asked. "Go."') == ['"Why?" Smith asked.', '"Go."']


def test_a_finished_quotation_ends_its_sentence_before_a_new_one() -> None:
    assert sentences('"It is over." Smith said that he would go.') == [
        '"It is over."', "Smith said that he would go.",
    ]  # fmt: skip


def test_a_pronoun_with_a_capital_begins_a_sentence() -> None:
    assert sentences('Lee told her, "Go!" She said no.') == ['Lee told her, "Go!"', "She said no."]


def test_titles_and_initials_end_no_sentence() -> None:
    text = "Gen. Ana Ruiz of the U.S. Army met Mr. Lee. He left the U.S. The end."

    assert sentences(text) == [
        "Gen. Ana Ruiz of the U.S. Army met Mr. Lee.", "He left the U.S.", "The end.",
    ]  # fmt: skip


def test_words_are_told_apart_by_lists_and_capitals() -> None:
    assert tags("The chief, who has often told Ruiz.") == [
        "determiner", "word", "mark", "relative", "auxiliary", "adverb", "word", "name", "mark",
    ]  # fmt: skip


def test_a_contracted_pronoun_is_the_pronoun() -> None:
    text = "They’ve said so."

    assert narration_of(text).tokens[0][0].key == "they"


def test_an_alias_and_a_programme_are_no_quotations() -> None:
    text = 'Gerson Gálvez, alias "Caracol," told ABC\'s "Good Morning America" so.'

    assert narration_of(text).quotations == ()


def test_the_tokens_of_a_phrase_are_those_inside_it() -> None:
    text = "Yesterday Ana Ruiz left."

    assert [token.key for token in tokens_of_phrase(text, Span(10, 18))] == ["ana", "ruiz"]


@given(st.text(alphabet="\"“”'’ .,?!\nAaRs\u0301(-", max_size=60))
def test_tokens_and_sentences_lie_in_the_text(text: str) -> None:
    narration = narration_of(text)

    assert len(narration.text) == len(text)
    for sentence, tokens in zip(narration.sentences, narration.tokens, strict=True):
        assert all(sentence.start <= one.start < one.end <= sentence.end for one in tokens)
