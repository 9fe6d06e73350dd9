"""Entry point of ``streamlit run ui/app.py``: find the project, then draw the page."""

import sys
from pathlib import Path

ROOT = str(Path(__file__).resolve().parents[1])
if ROOT not in sys.path:  # Streamlit puts ui/ on the path, not the folder above it.
    sys.path.insert(0, ROOT)

from ui.page import draw  # noqa: E402

draw()
