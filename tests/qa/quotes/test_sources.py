"""qa.quotes.sources: where a sentence says who speaks."""

from __future__ import annotations

import pytest

from qa.quotes.sources import reports_of


def reports(text: str) -> list[tuple[str | None, str]]:
    return [
        (text[one.source.start : one.source.end] if one.source else None,
         text[one.cue.start : one.cue.end])
        for sentence in reports_of(text) for one in sentence
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [("Ruiz said that it would close.", "Ruiz", "said"),
     ("“It will close,” said Ana Ruiz, who runs it.", "Ana Ruiz", "said"),
     ("“It will close,” Ruiz has repeatedly said.", "Ruiz", "said"),
     ("Ana Ruiz, the director of the port, said no.", "Ana Ruiz, the director of the port", "said"),
     ("Rep. Ana Ruiz (D-Ohio) said no.", "Rep. Ana Ruiz (D-Ohio)", "said"),
     ("According to the police, it closed.", "the police", "According to"),
     ("It closed, as Ruiz put it.", "Ruiz", "put it"),
     ("Ruiz: “It will close.”", "Ruiz", ":"),
     ("“It will close.” — Ana Ruiz", "Ana Ruiz", "—"),
     ("Said Ruiz: “No.”", "Ruiz", "Said"),
     ("Ruiz went on to say, “No.”", "Ruiz", "went on to say"),
     ("Ana Ruiz, who said no, left.", "Ana Ruiz", "said"),
     ("El alcalde, Luis Paz, dijo que no.", "El alcalde, Luis Paz", "dijo"),
     ("«No», aseguró Carmen Díaz.", "Carmen Díaz", "aseguró"),
     ("Según la fiscalía, no hay dinero.", "la fiscalía", "Según")],
)  # fmt: skip
def test_a_source_is_found_with_its_cue(text: str, source: str, cue: str) -> None:
    assert reports(text)[0] == (source, cue)


def test_a_participle_has_the_speaker_of_its_sentence() -> None:
    assert reports("Ruiz smiled at them, adding that it was over.") == [("Ruiz", "adding")]


def test_a_second_verb_has_the_first_one_s_source() -> None:
    assert reports("Ruiz denied it and said no.") == [("Ruiz", "denied"), ("Ruiz", "said")]


@pytest.mark.parametrize(
    "text",
    ["Ruiz was told that it closed.", "He wanted to say no to Ruiz.", "The reports of a port grew.",
     "The port closed.", "It raised new questions about Ruiz."],
)  # fmt: skip
def test_who_is_told_and_nouns_report_nothing(text: str) -> None:
    assert not [one for one in reports(text) if one[1] in ("told", "say", "reports", "questions")]


def test_nothing_is_read_inside_quotation_marks() -> None:
    assert reports("“Smith said no,” Ruiz said.") == [("Ruiz", "said")]


def test_spanish_may_leave_out_the_source() -> None:
    assert reports("Agregó que no hay dinero.") == [(None, "Agregó")]
