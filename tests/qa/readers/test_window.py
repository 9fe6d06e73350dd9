"""qa.readers.window: question, header and passage as tokens."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.readers.window import Tokenizer, header_of, windows_of, windows_of_pairs

QUESTION = "who held a raid?"
HEADER = header_of("Raid in Callao", "2017-06-22")
fixtures_are_only_read = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60
)


def spelt(tokenizer: Tokenizer, ids: list[int]) -> str:
    return " ".join(tokenizer.id_to_token(number) for number in ids)


def test_the_layout_is_question_header_text(tokenizer: Tokenizer) -> None:
    (window,) = windows_of(tokenizer, QUESTION, [("Raid (2)", "Police held.")])

    assert spelt(tokenizer, window.ids) == (
        "[CLS] who held a raid ? [SEP] raid ( 2 ) police held . [SEP]".replace("who", "w ##h ##o")
    )
    assert window.types == [0] * 9 + [1] * 8
    assert window.first == 13
    assert window.offsets == [(0, 6), (7, 11), (11, 12)]


@pytest.mark.parametrize(
    ("title", "published", "header"),
    [("T", "2020-01-02", "T (2020-01-02)"), ("T", None, "T"), (None, "2020-01-02", "(2020-01-02)"),
     (None, None, "")],
)  # fmt: skip
def test_the_header_leaves_out_what_is_unknown(title, published, header) -> None:
    assert header_of(title, published) == header


def test_a_long_text_has_windows_that_overlap_and_repeat_the_header(tokenizer: Tokenizer) -> None:
    text = "police held a raid in callao. " * 100
    windows = windows_of(tokenizer, QUESTION, [(HEADER, text)])
    first, second = windows[:2]

    assert len(windows) > 2
    assert {len(window.ids) for window in windows[:-1]} == {384}
    assert second.ids[: second.first] == first.ids[: first.first]
    assert second.offsets[:128] == first.offsets[-128:]
    assert windows[-1].offsets[-1][1] == len(text.rstrip())


def test_a_question_that_is_too_long_is_cut_and_says_so(tokenizer: Tokenizer) -> None:
    (cut,) = windows_of(tokenizer, "raid " * 65, [("", "Police.")])
    (whole,) = windows_of(tokenizer, "raid " * 64, [("", "Police.")])

    assert cut.question_cut
    assert not whole.question_cut
    assert cut.ids == whole.ids


def test_a_long_title_leaves_room_for_the_passage(tokenizer: Tokenizer) -> None:
    (window,) = windows_of(tokenizer, "raid " * 99, [("bread " * 999, "police held. " * 40)])

    assert window.first == 1 + 64 + 1 + 64
    assert len(window.offsets) == 120


def test_a_text_without_words_has_no_window(tokenizer: Tokenizer) -> None:
    windows = windows_of(tokenizer, QUESTION, [(HEADER, ""), (HEADER, " \n"), (HEADER, "Raid")])

    assert [window.passage for window in windows] == [2]
    assert windows_of(tokenizer, QUESTION, []) == []


def test_the_names_of_special_tokens_are_words_like_others(tokenizer: Tokenizer) -> None:
    (window,) = windows_of(tokenizer, "[CLS] raid", [("[SEP]", "in [SEP] callao")])

    assert spelt(tokenizer, window.ids).count("[SEP]") == 2
    assert spelt(tokenizer, window.ids).count("[CLS]") == 1


def test_scripts_that_it_does_not_know_keep_their_places(tokenizer: Tokenizer) -> None:
    (window,) = windows_of(tokenizer, "东京", [("", "东京 العربية raid")])

    assert window.offsets == [(0, 1), (1, 2), (3, 10), (11, 15)]


def test_pairs_have_the_windows_that_each_has_alone(tokenizer: Tokenizer) -> None:
    pairs = [(QUESTION, HEADER, "police held. " * 300), ("raid?", "", "Bread."), ("in?", "", "")]
    alone = [windows_of(tokenizer, asked, [(header, text)]) for asked, header, text in pairs]

    found = windows_of_pairs(tokenizer, pairs)

    assert [window.ids for window in found] == [w.ids for windows in alone for w in windows]
    assert [window.passage for window in found] == [0] * len(alone[0]) + [1]


def test_settings_without_room_for_text_are_refused(tokenizer: Tokenizer) -> None:
    with pytest.raises(ValueError, match="at least 260 are needed"):
        windows_of(tokenizer, QUESTION, [], max_tokens=259)


@given(text=st.text(max_size=400), question=st.text(max_size=80))
@fixtures_are_only_read
def test_offsets_stay_in_the_text_and_in_order(tokenizer, text: str, question: str) -> None:
    for window in windows_of(tokenizer, question, [(HEADER, text)]):
        flat = [place for offset in window.offsets for place in offset]

        assert flat == sorted(flat)
        assert flat[0] >= 0
        assert flat[-1] <= len(text)
        assert len(window.ids) == len(window.types) == window.first + len(window.offsets) + 1
