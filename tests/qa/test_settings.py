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


@pytest.mark.parametrize(
    ("given", "keep"),
    [("0", False), ("1", True), ("false", False), ("True", True), (" FALSE ", False), ("", True)],
)
def test_yes_and_no_can_be_said_in_the_environment(given: str, keep: bool) -> None:
    assert load_settings(environment={"ONRECORD_KEEP": given}).records.keep is keep


def test_what_is_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(SettingsWrong, match=r"ONRECORD_KEEP .*'maybe' is neither true nor false"):
        load_settings(environment={"ONRECORD_KEEP": "maybe"})


def test_records_lie_in_the_user_s_data_folder_or_where_it_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("platformdirs.user_data_path", lambda name: tmp_path / name)
    elsewhere = load_settings(environment={"ONRECORD_RECORDS": "~/mine"})

    assert load_settings(environment={}).records.folder == tmp_path / "onrecord" / "records"
    assert elsewhere.records.folder == Path("~/mine").expanduser()
    assert flat(elsewhere)["records.folder"] == str(elsewhere.records.folder)


def test_a_value_where_a_section_belongs_is_refused_beside_a_variable_too(tmp_path: Path) -> None:
    environment = settings_file(tmp_path, "records = 3\n") | {"ONRECORD_KEEP": "0"}

    with pytest.raises(SettingsWrong, match=r"settings\.toml .*records is a section"):
        load_settings(environment=environment)


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
