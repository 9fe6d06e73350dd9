"""qa.quotes.attribution: who says a stretch of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article, Span
from qa.quotes.attribution import Said, who_says


def said(text: str, words: str) -> Said:
    start = text.index(words)
    return who_says(Article(id="a", text=text), Span(start, start + len(words)))


@pytest.mark.parametrize(
    "text",
    ["“No go,” Ana Ruiz said.", "“No go,” said Ana Ruiz, who runs it.", "Ana Ruiz added: “No go.”",
     "Ana Ruiz said in a statement:\n\n“No go.”", "Ana Ruiz was blunt. “No go.”",
     "“Why?” Ana Ruiz said. “No go.”", "“Why?” Ana Ruiz said.\n\n“No go.”",
     "“We lost,” Ana Ruiz said. “We\n\n“No go.”", "“No go.”\n\n— Ana Ruiz",
     "“It is,” Ana Ruiz said, “a ‘no go’ area.”", "Ana Ruiz has called it a “no go” area.",
     "Ana Ruiz: “No go.”", "“No go,” said the mayor, Ana Ruiz.",
     "Tom Lee asked why.\n\n“No go,” Ana Ruiz replied."],
)  # fmt: skip
def test_a_quotation_is_somebody_s(text: str) -> None:
    found = said(text, "No go" if "No go" in text else "no go")

    assert (found.speaker, found.speech) == ("Ana Ruiz", "direct")
    assert found.in_quotation_marks


@pytest.mark.parametrize(
    "text",
    ["Ana Ruiz said that the port will close.", "According to Ana Ruiz, the port will close.",
     "Today the port will close, Ana Ruiz said.", "Now, Ana Ruiz said, the port will close.",
     "The port will close, according to Ana Ruiz."],
)  # fmt: skip
def test_reported_speech_has_its_source(text: str) -> None:
    found = said(text, "port will close" if "the port" in text else "The port will close")

    assert (found.speaker, found.speech, found.in_quotation_marks) == (
        "Ana Ruiz", "reported", False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [("The port will close. Ana Ruiz said no.", "port will close"),
     ("Ana Ruiz said no, but the port will close.", "the port will close"),
     ("Ana Ruiz said that it will close.", "Ana Ruiz said that it will close")],
)  # fmt: skip
def test_what_nobody_is_said_to_say_is_the_reporter_s(text: str, words: str) -> None:
    found = said(text, words)

    assert (found.speech, found.speaker, found.cue) == ("own_words", None, None)


@pytest.mark.parametrize(
    "text",
    ["The “deep state” is a myth. Ana Ruiz left.", "Ana Ruiz left.\n\nIt was a “deep state” then.",
     "“Why?” Tom Lee asked.\n\n“The deep state.”", "Ana Ruiz left.\n\n“The deep state.”"],
)  # fmt: skip
def test_a_quotation_that_nobody_is_named_for_has_no_speaker(text: str) -> None:
    found = said(text, "deep state")

    assert (found.speech, found.speaker, found.source) == ("direct", None, None)


def test_source_and_cue_are_the_words_beside_and_the_name_the_fullest() -> None:
    text = "Luis Pantoja told us. Peru was safe. “No go,” Pantoja told El Comercio."
    found = said(text, "No go")

    assert found.source == Span(46, 53)
    assert found.cue == Span(54, 58)
    assert found.name == Span(0, 12)


def test_a_stretch_over_an_attribution_is_the_quotation_s_speaker_s() -> None:
    found = said(
        "“We will,” Ana Ruiz said, “go home now.”", "We will,” Ana Ruiz said, “go home now"
    )

    assert (found.speaker, found.speech, found.in_quotation_marks) == ("Ana Ruiz", "direct", False)


def test_an_unresolved_pronoun_keeps_the_source_without_a_name() -> None:
    text = "“No go,” he said."
    found = said(text, "No go")

    assert (found.source, found.name, found.speaker) == (Span(9, 11), None, None)


def test_an_unnamed_source_is_its_own_name() -> None:
    assert said("“No go,” a police officer said.", "No go").speaker == "a police officer"


def test_spanish_needs_no_second_subject() -> None:
    text = "El alcalde, Luis Paz, dijo que no. «No hay dinero», aseguró. Agregó que lo buscará."

    assert said(text, "No hay dinero").speaker == "Luis Paz"
    assert said(text, "lo buscará").speaker == "Luis Paz"


@given(st.text(alphabet="\"“”' .,:?\nAs", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_every_span_found_lies_in_the_text(filler: str, start: int, length: int) -> None:
    text = f"Ana Ruiz said “{filler}”, he said. {filler}"
    span = Span(min(start, len(text)), min(start + length, len(text)))
    found = who_says(Article(id="a", text=text), span)

    assert all(
        0 <= one.start < one.end <= len(text)
        for one in (found.source, found.name, found.cue) if one
    )  # fmt: skip
    if found.name:
        assert text[found.name.start : found.name.end] == found.speaker
