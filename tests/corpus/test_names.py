"""corpus.names: lists of names taken apart, capitals brought down."""

from __future__ import annotations

import pytest

from corpus.names import read_names, title_case_name


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("JAMES BARGENT", "James Bargent"),
        ("IAN MCEWAN", "Ian McEwan"),
        ("MARTA McDOWALL", "Marta McDowall"),
        ("MARÍA DE LA CRUZ", "María de la Cruz"),
        ("SEAN O'NEIL", "Sean O'Neil"),
        ("JEAN-PAUL D'ARCY III", "Jean-Paul D'Arcy III"),
        ("J.R. SMITH JR.", "J.R. Smith Jr."),
        ("ÁNGEL NÚÑEZ", "Ángel Núñez"),
        ("Ana de la O", "Ana de la O"),
        ("AFP", "AFP"),
    ],
)
def test_a_name_in_capitals_is_written_as_names_are(capitals: str, written: str) -> None:
    assert title_case_name(capitals) == written


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("Jane Doe, John Roe & Ana Gil", ("Jane Doe", "John Roe", "Ana Gil")),
        ("Por Ana Gil y Luis Mora", ("Ana Gil", "Luis Mora")),
        ("José Ortega y Gasset", ("José Ortega y Gasset",)),
        ("Jane Doe, Political Correspondent", ("Jane Doe",)),
        ("Jane Doe, Jane Doe", ("Jane Doe",)),
        ("admin", ()),
        ("Staff Writer", ()),
        ("", ()),
    ],
)
def test_a_list_of_authors_is_taken_apart(printed: str, names: tuple[str, ...]) -> None:
    assert read_names(printed) == names
