"""The documentation stays true: commands, settings, links, and the code in the README."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from qa import load_settings
from qa.cli.main import COMMANDS
from qa.settings import FILE_VARIABLE, VARIABLES, flat

ROOT = Path(__file__).resolve().parents[1]
READMES = sorted(
    path for path in ROOT.rglob("README.md") if not {".venv", "build"} & set(path.parts)
)
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_s_table(command: str) -> None:
    assert re.search(rf"^\| `onrecord {command}\b", README, re.MULTILINE)


def test_every_setting_and_variable_is_documented() -> None:
    documented = (ROOT / "qa" / "README.md").read_text(encoding="utf-8")
    names = [*flat(load_settings(environment={})), *VARIABLES, FILE_VARIABLE]

    assert [name for name in names if f"`{name}`" not in documented] == []


@pytest.mark.parametrize("readme", READMES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_that_a_readme_links_to_are_there(readme: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", readme.read_text(encoding="utf-8"))

    assert [link for link in links if not (readme.parent / link).exists()] == []


@pytest.mark.parametrize("layer", ["corpus", "index", "qa", "ui"])
def test_every_layer_has_a_readme_of_about_one_screen(layer: str) -> None:
    lines = (ROOT / layer / "README.md").read_text(encoding="utf-8").splitlines()

    assert 20 <= len(lines) <= 100


@pytest.mark.models
def test_the_python_code_in_the_readme_runs(tmp_path: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    command = [sys.executable, "-m", "qa", "--library", str(tmp_path / "library"), "add"]
    sample = ROOT / "corpus" / "sample" / "articles.jsonl"
    subprocess.run([*command, str(sample)], cwd=ROOT, check=True, capture_output=True)
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip

    *_, answer, check = ran.stdout.splitlines()
    assert "MacDowell" in answer
    assert check == "verbatim Luis Pantoja []"
