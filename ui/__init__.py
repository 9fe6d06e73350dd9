"""The page in the browser: ask, read the evidence, open the article. The README has the picture."""

from ui.launch import main

__all__ = ["main"]
