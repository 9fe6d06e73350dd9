"""corpus.metadata: what a saved page's own words say about the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.metadata import PlainPage, read_licence, read_plain_page, read_publisher, shorten

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
PROSE = "Police searched 34 houses in the port of Callao before dawn on June 20, newspapers wrote."


@pytest.mark.parametrize(
    ("note", "publisher"),
    [
        ("Copy our work, with attribution to Example Desk in the byline.", "Example Desk"),
        ("© 2021 The Daily Example. All rights reserved.", "The Daily Example"),
        ("Copyright 2016-2020 Bay Bulletin", "Bay Bulletin"),
        ("© Diario Muestra. Todos los derechos reservados.", "Diario Muestra"),
        ("This article was first published on Quay Notes and is used here.", "Quay Notes"),
        ("About Example Desk", "Example Desk"),
        ("Click here to send Example Desk your comments.", "Example Desk"),
    ],
)
def test_the_page_s_own_notes_name_the_publisher(note: str, publisher: str) -> None:
    found = read_publisher(["Tags", note])

    assert found is not None
    assert found[0] == publisher
    assert publisher in found[1]


@pytest.mark.parametrize(
    "note", ["About us", "About the author", "© 2021", "About Jane Doe", "All rights reserved"]
)
def test_notes_that_name_nobody_leave_it_unknown(note: str) -> None:
    assert read_publisher([note], authors=("Jane Doe",)) is None


def test_a_licence_is_told_only_with_its_conditions() -> None:
    stated = "Copy for non-commercial purposes with attribution; see the Creative Commons website."
    found = read_licence([stated])

    assert found is not None
    assert found[0] == "Creative Commons, non-commercial, with attribution (as stated on the page)"
    assert read_licence(["Pictures from Creative Commons."]) is None


def test_prose_is_not_searched_for_dates_or_publishers() -> None:
    prose = f"{PROSE} The text of 3 March 2021 was copied with attribution to Example Desk."
    page = read_plain_page(f"Raids in Callao\n\n{prose}\n")

    assert (page.metadata.published, page.metadata.publisher) == (None, None)
    assert page.text == prose


def test_every_known_field_says_where_it_was_read() -> None:
    page = read_plain_page(
        f"Raids in Callao\n\nBy Jane Doe | Reuters\n\n{PROSE}\n\n© 2021 Bay Bulletin"
    )

    assert page.metadata.publisher == "Bay Bulletin"
    assert set(page.provenance) == {"title", "authors", "publisher", "language"}
    assert page.provenance["language"] == "detected from the text"


def test_long_words_of_a_page_are_cut_for_the_provenance() -> None:
    assert shorten("abcdef", 4) == "abc…"


SEEDED = (
    (
        "000_9fc8f4543142a43a.txt",
        (
            "Peru Police Port Operation Shows Drug Trade Power Dynamics",
            "James Bargent",
            "2017-06-22",
        ),
        ("A massive police operation", "international collaborators."),
    ),
    (
        "001_1a6f49cd63019515.txt",
        (
            "After Drug Kingpin Arrest, What Next for Peru's Biggest Seaport?",
            "Elyssa Pachico",
            "2016-05-11",
        ),
        ("The heirs to a recently captured", "as is Acapulco in Mexico."),
    ),
)


def read_seed(name: str) -> PlainPage:
    """A seed, taken apart; the test is skipped where there is none."""
    if not (SEEDS / name).exists():
        pytest.skip(f"the seed {name} is not in {SEEDS}, which is no part of the project")
    return read_plain_page((SEEDS / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(("seed", "stated"), [(seed, stated) for seed, stated, _ in SEEDED])
def test_a_seed_states_its_metadata(seed: str, stated: tuple[str, str, str]) -> None:
    known = read_seed(seed).metadata

    assert (known.title, *known.authors, known.published) == stated
    assert (known.publisher, known.section, known.language) == ("InSight Crime", "PERU", "en")
    assert known.licence is not None


@pytest.mark.parametrize(("seed", "stated", "ends"), SEEDED)
def test_of_a_seed_only_the_article_is_left(
    seed: str, stated: tuple[str, str, str], ends: tuple[str, str]
) -> None:
    text = read_seed(seed).text
    gone = ("BRIEF", "SEE ALSO", "share icon", "helpful", "DONATE", "Related Content", stated[0])

    assert (text.startswith(ends[0]), text.endswith(ends[1])) == (True, True)
    assert "\n\nInSight Crime Analysis\n\n" in text
    assert not [words for words in gone if words in text]
