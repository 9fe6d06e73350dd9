"""Settings: the only place that reads a settings file or the environment.

Defaults, then the settings file, then environment variables, then what the caller overrides.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from corpus import CorpusSettings
from index import IndexSettings
from qa.config import AnswerSettings, RecordSettings
from qa.errors import SettingsWrong

APPLICATION = "onrecord"
FILE_VARIABLE = "ONRECORD_SETTINGS"
VARIABLES = {
    "ONRECORD_LIBRARY": ("library",),
    "ONRECORD_ENCODER": ("index", "encoder"),
    "ONRECORD_THRESHOLD": ("qa", "threshold"),
    "ONRECORD_KEEP": ("records", "keep"),
    "ONRECORD_RECORDS": ("records", "folder"),
}
"""Environment variables and the settings that they set."""
SECTIONS: Mapping[str, Any] = {
    "corpus": CorpusSettings,
    "index": IndexSettings,
    "qa": AnswerSettings,
    "records": RecordSettings,
}
"""The sections, in the order in which they are shown."""
TRUTHS = {"true": True, "1": True, "false": False, "0": False}
"""How yes and no are written; an environment variable has no other way to say them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, a section a layer."""

    library: Path = Path("library")
    """The folder of the library; the user's data folder unless something else is set."""
    corpus: CorpusSettings = CorpusSettings()
    index: IndexSettings = IndexSettings()
    qa: AnswerSettings = AnswerSettings()
    records: RecordSettings = RecordSettings()
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)
    """For each setting that is not at its default, by full name, where it was set."""


def load_settings(
    *, library: str | Path | None = None, environment: Mapping[str, str] | None = None
) -> Settings:
    """Read the settings.

    Args:
        library: The library's folder, before everything else that names one.
        environment: In place of the process's environment.

    Raises:
        SettingsWrong: A name is unknown, or a value is of the wrong kind or out of range.
    """
    environment = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    path = settings_file(environment)
    if path is not None:
        _merge(values, _read(path), (), str(path), origins)
    for variable, place in VARIABLES.items():
        if environment.get(variable):
            _merge(values, _nested(place, environment[variable]), (), variable, origins)
    if library is not None:
        _merge(values, {"library": str(library)}, (), "--library", origins)
    settings = _structured(values, origins)
    records = settings.records
    return replace(
        settings,
        library=_folder(values.get("library"), "library"),
        records=replace(
            records, folder=_folder(values.get("records", {}).get("folder"), "records")
        ),
        origins=origins,
    )


def settings_file(environment: Mapping[str, str]) -> Path | None:
    """The settings file: the one that ``ONRECORD_SETTINGS`` names, or the user's, if it is there.

    Raises:
        SettingsWrong: The variable names a file that is not there.
    """
    named = environment.get(FILE_VARIABLE)
    if named:
        path = Path(named).expanduser()
        if not path.is_file():
            raise SettingsWrong(FILE_VARIABLE, f"there is no file {path}")
        return path
    from platformdirs import user_config_path

    path = user_config_path(APPLICATION) / "settings.toml"
    return path if path.is_file() else None


def flat(settings: Settings) -> dict[str, Any]:
    """Every setting by its full name, as ``qa.threshold``, in the order of the sections."""
    return {"library": str(settings.library)} | {
        name: value
        for section in SECTIONS
        for name, value in _flat(getattr(settings, section), section)
    }


def _flat(section: Any, prefix: str) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for item in fields(section):
        value, name = getattr(section, item.name), f"{prefix}.{item.name}"
        value = str(value) if isinstance(value, Path) else value
        found += _flat(value, name) if is_dataclass(value) else [(name, value)]
    return found


def _folder(named: str | None, default: str) -> Path:
    """A folder that is set, or one of this name in the user's data folder."""
    if named is not None:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path(APPLICATION) / default


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsWrong(str(path), str(error).splitlines()[0]) from error


def _nested(place: tuple[str, ...], value: Any) -> dict[str, Any]:
    for name in reversed(place):
        value = {name: value}
    found: dict[str, Any] = value
    return found


def _merge(
    values: dict[str, Any],
    more: Mapping[str, Any],
    place: tuple[str, ...],
    origin: str,
    origins: dict[str, str],
) -> None:
    """Lay ``more`` over ``values``, noting for every setting where it came from."""
    for name, value in more.items():
        here = (*place, name)
        if isinstance(value, Mapping):
            below = values.setdefault(name, {})
            if not isinstance(below, dict):
                raise SettingsWrong(origins[name], f"{name} is a section, not a value")
            _merge(below, value, here, origin, origins)
        else:
            values[name] = value
            origins[".".join(here)] = origin


def _structured(values: Mapping[str, Any], origins: Mapping[str, str]) -> Settings:
    import cattrs
    from cattrs.v import transform_error

    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(bool, _truth)
    origin = ", ".join(sorted(set(origins.values()))) or "the defaults"
    known = {item.name for item in fields(Settings)} - {"origins"}
    if unknown := sorted(set(values) - known):
        raise SettingsWrong(
            origin, f"unknown: {', '.join(unknown)}; known: {', '.join(sorted(known))}"
        )
    for section in SECTIONS:
        if not isinstance(values.get(section, {}), dict):
            raise SettingsWrong(origin, f"{section} is a section, not a value")
    try:
        return Settings(
            **{
                name: converter.structure(values.get(name, {}), kind)
                for name, kind in SECTIONS.items()
            }
        )
    except Exception as error:  # cattrs gathers what went wrong in groups of its own
        found = transform_error(error, format_exception=_what_is_wrong)
        raise SettingsWrong(origin, "; ".join(found)) from error


def _truth(value: Any, _: type) -> bool:
    """Yes or no; left to itself, Python takes every text for a yes, "0" and "false" too."""
    found = TRUTHS.get(str(value).strip().lower())
    if found is None:
        raise ValueError(f"{value!r} is neither true nor false")
    return found


def _what_is_wrong(error: BaseException, kind: type | None) -> str:
    from cattrs.v import format_exception

    # A ValueError comes from the section's own check, which says it best.
    return str(error) if type(error) is ValueError else format_exception(error, kind)
