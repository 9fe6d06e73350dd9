"""Every word of the page that asks, beyond those that it shares with others in ``words``."""

from __future__ import annotations

from collections.abc import Sequence

from ui.words import Label, counted, listed

# A turn

EDIT: Label = "Edit"
EDIT_FIELD: Label = "The question as it is asked"
EDIT_SEND: Label = "Ask again"
CANCEL: Label = "Cancel"
STOP: Label = "Stop"
STOPPED = "Stopped. There is no answer to this question."
ASK_AGAIN: Label = "Ask again"
COPY_LINK = "Copy link"
COPIED = "Link copied"
EXPORT: Label = "Export"
WRONG: Label = "This is wrong"
TIME_LINE = "When the articles say so"
SEARCHED_WITH = "Searched only"

# Filters

FILTERS: Label = "Filters"
FILTERS_IN_USE = "Filters in use. Press one to remove it."
CLEAR_FILTERS: Label = "Remove all"
DATES: Label = "Published"
OUTLETS: Label = "Outlet"
AUTHORS: Label = "Author"
LANGUAGES: Label = "Language"
ANY: Label = "Any"
SLIDER_FORMAT = "D MMMM YYYY"
LANGUAGE_NAMES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French",
    "he": "Hebrew", "it": "Italian", "ja": "Japanese", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip

# Conversations

CONVERSATIONS = "Conversations"
CONVERSATION: Label = "Conversation"
NO_CONVERSATIONS = "The questions that you ask are kept here."
UNNAMED: Label = "Without a name"
OLDER: Label = "Older conversations"
MANAGE: Label = "Rename, export or delete"
NAME_FIELD: Label = "Name"
RENAME: Label = "Rename"
DELETE: Label = "Delete"
DELETE_FOR_GOOD: Label = "Delete for good"
REALLY_DELETE = "Delete this conversation with its answers? It can't be brought back."
KEEP_NOTHING: Label = "Keep nothing from now on"
KEEPING_NOTHING = "Nothing is kept: this conversation is gone when the window is closed."
KEEPS_NOTHING = "Nothing is kept: conversations are gone when OnRecord ends."
ANOTHER_LIBRARY = (
    "That conversation is about another library, so its sources are not here. "
    "This is a new conversation."
)
AS_DOCX: Label = "Word"

# Feedback

WHAT_IS_WRONG: Label = "What is wrong?"
ABOUT_ANSWER = "You say that this answer is wrong:"
ABOUT_ABSTENTION = "You say that there is an answer in these articles."
RIGHT_FIELD: Label = "What is right? (may be left empty)"
NOTHING_IS_RIGHT: Label = "The articles do not answer this question"
NOTE_FIELD: Label = "A note (may be left empty)"
SAVE: Label = "Save"
THANKS = "Thank you. Your remark is saved as a case that can be tried again."
NOT_KEPT_FEEDBACK = "As nothing is kept, it is gone when OnRecord ends."
REPLAY = "onrecord evaluate --feedback tries every such case again."


def about_citation(number: int) -> str:
    """What the form for a citation begins with."""
    return f"You say that source {number} does not say so."


def kept_in(path: str) -> str:
    """Where feedback is kept."""
    return f"It stays on this machine, in {path}."


def wrong_source(number: int) -> Label:
    """The button under a source."""
    return f"This is wrong (source {number})"


def language(code: str) -> str:
    """The name of a language; an uncommon one is called by its code."""
    return LANGUAGE_NAMES.get(code.partition("-")[0].lower(), code)


def with_count(name: str, articles: int) -> str:
    """A choice with the number of its articles."""
    return f"{name} ({articles:,})"


def chosen(kind: str, name: str) -> str:
    """A filter in use."""
    return f"{kind}: {name}"


def since(day: str) -> str:
    """A filter with an open end."""
    return f"from {day}"


def until(day: str) -> str:
    """A filter with an open beginning."""
    return f"until {day}"


def undated(count: int) -> str:
    """What a range of dates leaves out."""
    kind = "article without a date is" if count == 1 else "articles without a date are"
    return f"With a range of dates, {count:,} {kind} left out."


def histogram(bars: Sequence[tuple[str, int]]) -> str:
    """What the bars show, in words."""
    lines = [f"{name}: {counted(count, 'article')}" for name, count in bars if count]
    return f"Articles by date. {listed(lines, at_most=40)}"


def time_line(points: Sequence[tuple[str, str]]) -> str:
    """What the line shows, in words; each point is a date and an answer."""
    return f"{TIME_LINE}. " + "; ".join(f"{day}: {answer}" for day, answer in points)
