"""Start the page: ``python -m ui``.

Streamlit gets every setting as an option, so the folder that it is started from and the visitor's
own configuration change nothing.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ui import words

HOST = "127.0.0.1"
PORT = 8501
HERE = Path(__file__).resolve().parent
LIBRARY_VARIABLE = "ONRECORD_LIBRARY"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line and serve until Ctrl-C; the exit status is 1 for a taken port."""
    chosen = parser().parse_args(arguments)
    if not is_free(chosen.port):
        sys.stderr.write(f"{words.port_taken(chosen.port)}\n")
        return 1
    if chosen.library is not None:
        os.environ[LIBRARY_VARIABLE] = str(chosen.library.expanduser().resolve())
    sys.stdout.write(f"{words.address_line(f'http://{HOST}:{chosen.port}')}\n")
    sys.stdout.flush()
    return serve([*options(), *own_options(chosen.port, no_browser=chosen.no_browser)])


def parser() -> argparse.ArgumentParser:
    """The command line of ``python -m ui``."""
    made = argparse.ArgumentParser(
        prog="python -m ui", description="Open the OnRecord page on this machine."
    )
    made.add_argument("--port", type=port_number, default=PORT, help=f"default {PORT}")
    made.add_argument("--library", type=Path, metavar="DIR", help="the folder of the library")
    made.add_argument("--no-browser", action="store_true", help="print the address only")
    return made


def port_number(text: str) -> int:
    """A port that can be asked for."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; ports are 1 to 65535")
    return int(text)


def is_free(port: int) -> bool:
    """Whether a server could listen on the port now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":  # elsewhere this option would let two servers share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def options() -> list[str]:
    """The settings in options.toml, as options of ``streamlit run``."""
    settings = tomllib.loads((HERE / "options.toml").read_text(encoding="utf-8"))
    return [f"--{name}={value}" for name, value in flat(settings)]


def flat(settings: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Every setting by its full name; a list gives one pair for each of its items.

    >>> list(flat({"server": {"port": 80, "hosts": ["a", "b"], "xsrf": True}}))
    [('server.port', '80'), ('server.hosts', 'a'), ('server.hosts', 'b'), ('server.xsrf', 'true')]
    """
    for name, value in settings.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{prefix}{name}.")
            continue
        for item in value if isinstance(value, list) else [value]:
            yield f"{prefix}{name}", str(item).lower() if isinstance(item, bool) else str(item)


def own_options(port: int, *, no_browser: bool) -> list[str]:
    """The options that the command line decides. Without a screen Streamlit opens no browser."""
    made = [f"--server.port={port}"]
    return [*made, "--server.headless=true"] if no_browser else made


def serve(streamlit_options: Sequence[str]) -> int:
    """Run Streamlit in this process until it is ended."""
    from streamlit.web import cli  # lazily: ``import ui`` loads no Streamlit

    status = cli.main(["run", str(HERE / "app.py"), *streamlit_options], standalone_mode=False)
    return int(status or 0)
