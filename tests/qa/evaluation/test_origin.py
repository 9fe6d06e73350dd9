"""qa.evaluation.origin: what made some results."""

from __future__ import annotations

import re

import pytest
from fakes import HashedWords

from qa.evaluation import origin
from qa.evaluation.origin import commit, origin_of
from qa.settings import Settings


def test_settings_are_listed_by_full_name_without_the_library_s_place() -> None:
    found = origin_of(Settings(), HashedWords())

    assert found.settings["index.title_boost"] == Settings().index.title_boost
    assert "library" not in found.settings


def test_the_date_is_utc_to_the_second() -> None:
    found = origin_of(Settings(), HashedWords())

    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", found.date)


def test_outside_a_checkout_the_commit_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(origin, "git", lambda *arguments: None)

    assert commit() is None


def test_a_checkout_with_changes_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = {"rev-parse": "abc123\n", "status": " M file\n"}
    monkeypatch.setattr(origin, "git", lambda *arguments: printed[arguments[0]])

    assert commit() == "abc123+"


def test_git_that_is_not_there_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert origin.git("rev-parse", "HEAD") is None
