"""Everything that OnRecord refuses to do, as one tree.

    OnRecordError                 base of every error that this project raises on purpose
    ├── CorpusError               the articles and their database
    │   ├── SourceError           one file, line or address could not become an article
    │   ├── LibraryMissing        no library where one was expected
    │   ├── LibraryTooNew         written by a newer version of OnRecord
    │   ├── LibraryDamaged        the database can't be read
    │   ├── LibraryReadOnly       asked to write where writing is not allowed
    │   ├── LibraryBusy           another process is writing
    │   ├── DiskFull              the disk ran out of room while writing
    │   └── ArticleMissing        no article (or no such revision) of that id
    ├── SearchIndexError          index.errors: the derived index, its files and its encoder
    ├── QuestionError             qa.errors: what was asked or configured
    └── RecordError               qa.records: what a user did, kept in a database of its own

Each message is one line: what happened, why it matters, what to do. The parts stay as fields.
"""

from __future__ import annotations


class OnRecordError(Exception):
    """Base of every error that this project raises on purpose; its text is meant for a person."""


class CorpusError(OnRecordError):
    """The articles, or the database that holds them."""


class SourceError(CorpusError):
    """One source could not become an article; the others go on."""

    def __init__(self, source: str, reason: str) -> None:
        self.source, self.reason = source, reason
        super().__init__(f"{source}: {reason}")


class LibraryMissing(CorpusError):
    """There is no library in the folder."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        super().__init__(
            f"There is no library at {folder}, so nothing can be searched. Make one with "
            f"`onrecord --library {folder} add SOURCE`, or name another folder with --library."
        )


class LibraryTooNew(CorpusError):
    """The library has a format that this version does not know."""

    def __init__(self, folder: str, found: int, known: int) -> None:
        self.folder, self.found, self.known = folder, found, known
        super().__init__(
            f"The library at {folder} has format {found}, and this OnRecord knows formats up to "
            f"{known}, so reading it could go wrong. Install a newer OnRecord, or use another "
            "library."
        )


class LibraryDamaged(CorpusError):
    """The database of articles can't be read; it is the truth, so nothing rebuilds it."""

    def __init__(self, folder: str, detail: str) -> None:
        self.folder, self.detail = folder, detail
        super().__init__(
            f"The database of the library at {folder} can't be read ({detail}); the articles in it "
            "are the only copy that OnRecord has. Restore articles.db from a backup, or add the "
            "articles to a new library."
        )


class LibraryReadOnly(CorpusError):
    """Something had to be written to a library that can't be written to."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        super().__init__(
            f"The library at {folder} can't be written to, so nothing was changed. Make the folder "
            "writable, or copy the library to a folder that is."
        )


class LibraryBusy(CorpusError):
    """Another process holds the writer lock."""

    def __init__(self, folder: str, holder: str) -> None:
        self.folder, self.holder = folder, holder
        super().__init__(
            f"The library at {folder} is being written to by {holder}, and only one may write at a "
            "time, so nothing was changed. Try again when it has finished; reading goes on."
        )


class DiskFull(CorpusError):
    """The disk ran out of room; what was reported as done before stays."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        super().__init__(
            f"The disk that holds {folder} is full, so the last step was undone; everything "
            "reported before it is kept. Free some room and run the command again."
        )


class ArticleMissing(CorpusError):
    """No article of that id, or no such revision of it."""

    def __init__(self, article_id: str, revision: int | None = None) -> None:
        self.article_id, self.revision = article_id, revision
        what = f"article {article_id!r}"
        if revision is not None:
            what = f"revision {revision} of {what}"
        super().__init__(
            f"The library has no {what}, so there is nothing to show. `onrecord list` names the "
            "articles that it has, `onrecord show ID` the revisions of one."
        )
