"""What a user does, kept in a database of their own: conversations, checks, drafts, feedback."""

from qa.records.cases import feedback_on_answer, feedback_on_citation, feedback_on_verdict
from qa.records.errors import (
    FeedbackNotWritten,
    RecordError,
    RecordMissing,
    RecordsDamaged,
    RecordsTooNew,
    RecordsUnavailable,
    RecordUnreadable,
)
from qa.records.export import export_feedback
from qa.records.model import (
    Conversation,
    Feedback,
    FeedbackKind,
    ListedConversation,
    SavedCheck,
    SavedDraft,
    Turn,
    new_id,
    now,
)
from qa.records.store import RecordStore

__all__ = [
    "Conversation", "Feedback", "FeedbackKind", "FeedbackNotWritten", "ListedConversation",
    "RecordError", "RecordMissing", "RecordStore", "RecordUnreadable", "RecordsDamaged",
    "RecordsTooNew", "RecordsUnavailable", "SavedCheck", "SavedDraft", "Turn", "export_feedback",
    "feedback_on_answer", "feedback_on_citation", "feedback_on_verdict", "new_id", "now",
]  # fmt: skip
