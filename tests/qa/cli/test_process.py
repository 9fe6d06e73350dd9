"""The command line as a process of its own: what it loads, and that answers are flushed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys\nfrom qa.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert "ask" in ran.stdout
    heavy = {"torch", "faiss", "tantivy", "streamlit", "trafilatura", "onnxruntime", "lxml"}
    assert not heavy & set(ran.stderr.split())


@pytest.mark.models
def test_a_batch_answers_each_line_before_it_reads_the_next(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "qa", "--library", str(tmp_path / "library")]
    line = json.dumps({"id": "a", "text": "MacDowell inherited the port from Caracol."})
    subprocess.run([*command, "add", "-"], cwd=ROOT, input=line, text=True, check=True,
                   capture_output=True)  # fmt: skip
    with subprocess.Popen(
        [*command, "ask", "--batch", "-"], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        for number in (1, 2):
            question = {"id": number, "question": "Who inherited the port?"}
            process.stdin.write(json.dumps(question) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
