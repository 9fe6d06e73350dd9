"""What can be wrong with a user's records.

OnRecordError
└── RecordError
    ├── RecordMissing        no record of that id
    ├── RecordUnreadable     one record was saved by another version
    ├── RecordsDamaged       the database can't be read
    ├── RecordsTooNew        written by a newer version of OnRecord
    ├── RecordsUnavailable   the database can't be opened or written at the moment
    └── FeedbackNotWritten   the file for exported cases can't be written
"""

from __future__ import annotations

from corpus import OnRecordError

SHOWN = 40
"""Characters of an id that a message shows: it may come from a link, and be anything."""


class RecordError(OnRecordError):
    """What a user did before, and the database that keeps it."""


class RecordMissing(RecordError):
    """No record of that id."""

    def __init__(self, kind: str, record_id: str) -> None:
        self.kind, self.record_id = kind, record_id
        super().__init__(
            f"There is no {kind} {record_id[:SHOWN]!r} among the records, so there is nothing to "
            "show. It was deleted, or is of another user, or of a time when nothing was kept; go "
            "back to the list, or start anew."
        )


class RecordUnreadable(RecordError):
    """One record can't be read by this version; the others can."""

    def __init__(self, kind: str, record_id: str, detail: str) -> None:
        self.kind, self.record_id, self.detail = kind, record_id, detail
        super().__init__(
            f"The {kind} {record_id[:SHOWN]!r} can't be read ({detail}), as another version of "
            "OnRecord saved it, so it is not shown. Ask or check again, and delete this one."
        )


class RecordsDamaged(RecordError):
    """The database of records can't be read."""

    def __init__(self, path: str, detail: str) -> None:
        self.path, self.detail = path, detail
        super().__init__(
            f"The records in {path} can't be read ({detail}), so conversations, checks and "
            "feedback are not kept. Restore the file from a backup, or move it away and a new one "
            "is made."
        )


class RecordsTooNew(RecordError):
    """The database has a format that this version does not know."""

    def __init__(self, path: str, found: int, known: int) -> None:
        self.path, self.found, self.known = path, found, known
        super().__init__(
            f"The records in {path} have format {found}, and this OnRecord knows formats up to "
            f"{known}, so conversations, checks and feedback are not kept. Install a newer "
            "OnRecord, or name another folder with ONRECORD_RECORDS."
        )


class RecordsUnavailable(RecordError):
    """The database can't be opened or written; what was kept before stays."""

    def __init__(self, path: str, detail: str) -> None:
        self.path, self.detail = path, detail
        super().__init__(
            f"The records in {path} can't be used ({detail}), so the last step was not kept; what "
            "was kept before stays. Mend that and try again, or name another folder with "
            "ONRECORD_RECORDS."
        )


class FeedbackNotWritten(RecordError):
    """The file that the cases were to go into can't be written."""

    def __init__(self, path: str, detail: str) -> None:
        self.path, self.detail = path, detail
        super().__init__(
            f"The cases can't be written to {path} ({detail}), so nothing was exported. Name a "
            "file in a folder that can be written to."
        )
