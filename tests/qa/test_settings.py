"""qa.settings: defaults, file, environment, command line, in that order."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa import SettingsWrong, load_settings
from qa.settings import flat


def settings_file(folder: Path, text: str) -> dict[str, str]:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return {"ONRECORD_SETTINGS": str(path)}


def test_the_later_source_wins_and_is_named(tmp_path: Path) -> None:
    environment = settings_file(tmp_path, 'library = "one"\n[qa]\nthreshold = 0.7\n')
    environment["ONRECORD_LIBRARY"] = "two"

    settings = load_settings(environment=environment)

    assert (settings.library, settings.qa.threshold) == (Path("two"), 0.7)
    assert settings.origins["library"] == "ONRECORD_LIBRARY"
    assert settings.origins["qa.threshold"] == str(tmp_path / "settings.toml")


def test_the_command_line_comes_first() -> None:
    settings = load_settings(library="three", environment={"ONRECORD_LIBRARY": "two"})

    assert settings.library == Path("three")


def test_nested_sections_reach_their_settings(tmp_path: Path) -> None:
    text = "[corpus.passages]\nmax_characters = 500\n[index.weights]\npairs = 0.0\n"

    settings = load_settings(environment=settings_file(tmp_path, text))

    assert settings.corpus.passages.max_characters == 500
    assert settings.index.weights.pairs == 0.0


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("colour = 1\n", "colour"),
        ("[qa]\ntreshold = 0.5\n", "treshold"),
        ("[qa]\nthreshold = 2\n", "threshold is 2"),
        ('[qa]\nthreshold = "high"\n', "threshold"),
        ("[qa\n", "settings.toml"),
        ("qa = 3\n", "qa"),
    ],
)
def test_what_can_t_be_used_is_refused_by_name_in_one_line(
    tmp_path: Path, text: str, named: str
) -> None:
    with pytest.raises(SettingsWrong) as caught:
        load_settings(environment=settings_file(tmp_path, text))

    assert named in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_settings_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsWrong, match="no file"):
        load_settings(environment={"ONRECORD_SETTINGS": str(tmp_path / "none.toml")})


def test_every_setting_is_listed_by_its_full_name() -> None:
    names = flat(load_settings(environment={}))

    assert {
        "library",
        "corpus.passages.max_characters",
        "index.weights.bm25",
        "qa.threshold",
    } <= set(names)
