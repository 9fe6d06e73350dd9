"""ui.launch: one line with the address, every setting as an option, a taken port said plainly."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from ui import launch

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """The options that Streamlit would have been started with."""
    calls: list[Sequence[str]] = []

    def serve(options: Sequence[str]) -> int:
        calls.append(options)
        return 0

    monkeypatch.setattr(launch, "serve", serve)
    monkeypatch.setattr(launch, "is_free", lambda port: True)
    monkeypatch.setenv(launch.LIBRARY_VARIABLE, "unset")
    return calls


def test_the_page_is_bound_to_this_machine_and_tells_nobody(served: list[Sequence[str]]) -> None:
    assert launch.main(["--no-browser"]) == 0

    (options,) = served
    assert {"--server.address=127.0.0.1", "--browser.gatherUsageStats=false"} <= set(options)
    assert {"--server.port=8501", "--server.headless=true"} <= set(options)


def test_one_line_with_the_address_is_printed(
    served: list[Sequence[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    launch.main(["--port", "9001"])

    assert capsys.readouterr().out.splitlines() == [
        "OnRecord is at http://127.0.0.1:9001 (end it with Ctrl-C)"
    ]


def test_the_library_is_named_to_the_settings_by_its_full_path(
    served: list[Sequence[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    launch.main(["--library", "news"])

    assert os.environ[launch.LIBRARY_VARIABLE] == str((tmp_path / "news").resolve())


def test_a_taken_port_is_one_line_and_exit_status_1(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert launch.main(["--port", str(port), "--no-browser"]) == 1

    (line,) = capsys.readouterr().err.splitlines()
    assert str(port) in line
    assert "--port" in line


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "²"])
def test_what_is_no_port_is_wrong_usage(port: str) -> None:
    with pytest.raises(SystemExit) as caught:
        launch.main(["--port", port])

    assert caught.value.code == 2


def test_the_copy_for_streamlit_run_has_the_same_settings() -> None:
    ours = tomllib.loads((ROOT / "ui/options.toml").read_text(encoding="utf-8"))
    copy = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))

    assert copy == ours


def test_no_font_comes_from_elsewhere() -> None:
    settings = (ROOT / "ui/options.toml").read_text(encoding="utf-8")
    style = (ROOT / "ui/style.css").read_text(encoding="utf-8")

    assert not any(word in settings + style for word in ("http", "url(", "@import", "@font-face"))


def test_importing_the_page_loads_no_streamlit() -> None:
    code = "import sys, ui; sys.exit('streamlit' in sys.modules or 'torch' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
