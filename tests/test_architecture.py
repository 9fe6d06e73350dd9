"""The shape of the code base: who imports whom, what names mean, how long a file may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LAYERS = ("corpus", "index", "qa", "ui")  # each may import those to its left
# What another layer may name in an import:
PUBLIC = ("corpus", "index", "qa", "qa.evaluation", "qa.exports", "qa.records")
MODULES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))
MAX_LINES = 400
HEAVY = {
    "torch", "transformers", "sentence_transformers", "onnxruntime", "faiss", "tantivy",
    "streamlit", "sentencex", "trafilatura", "lxml", "py3langid",
}  # fmt: skip

every_module = pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: str(path.relative_to(ROOT))
)


def parse(path: Path) -> ast.Module:
    """The file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported_modules(tree: ast.AST) -> set[str]:
    """The modules that a file imports by full name, wherever in the file."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return names


def bound_names(tree: ast.AST) -> set[str]:
    """The variables and parameters that a file sets; a record's fields hide nothing."""
    fields = {
        statement.target
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for statement in node.body
        if isinstance(statement, ast.AnnAssign)
    }
    stored = {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node not in fields
    }
    return stored | {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}


@every_module
def test_imports_point_down_the_layers_and_at_public_names(path: Path) -> None:
    layer = path.relative_to(ROOT).parts[0]
    below = LAYERS[: LAYERS.index(layer)]
    allowed = {name for name in PUBLIC if name.partition(".")[0] in below}
    ours = {name for name in imported_modules(parse(path)) if name.partition(".")[0] in LAYERS}
    crossing = {name for name in ours if name.partition(".")[0] != layer}

    assert crossing <= allowed


@every_module
def test_no_variable_hides_a_layer(path: Path) -> None:
    assert not bound_names(parse(path)) & set(LAYERS)


@every_module
def test_files_are_short_enough_to_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


def test_no_ui_module_hides_a_library() -> None:
    # `streamlit run ui/app.py` puts ui/ ahead of the standard library on sys.path.
    names = {path.stem for path in (ROOT / "ui").iterdir()} - {"__init__", "__main__"}

    assert not names & ({*LAYERS} | HEAVY | sys.stdlib_module_names)


@pytest.mark.parametrize("layer", LAYERS[:3])
def test_importing_a_layer_loads_no_heavy_library(layer: str) -> None:
    code = f"import sys, {layer}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert not HEAVY & set(loaded.stdout.split())
