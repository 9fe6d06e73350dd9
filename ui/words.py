"""Every word that the interface says, in one place.

Streamlit reads the labels of its widgets as Markdown, so what is used as a label (``Label`` below)
holds no text from articles, files or users. Everything else is shown through ``ui.render``, which
escapes it.
"""

from __future__ import annotations

Label = str
"""Words for a Streamlit widget: ours alone, with nothing in them that Markdown would change."""

# The page

TITLE = "OnRecord"
LEAD = "Answers from your articles, each with the sentence that says so."
QUESTION: Label = "Ask the articles a question"
SEARCHING: Label = "Looking through the articles …"
NEW_CONVERSATION: Label = "New conversation"
EXAMPLES = "Questions to start with"
EXAMPLE_QUESTIONS: tuple[Label, ...] = (
    "who succeeded Caracol in Callao?",
    "How much cocaine was seized in the Callao raids?",
    "When did the Paris Agreement enter into force?",
    "Who directs the Andean Cartel?",
    "Who hosts the Winter Youth Olympics of 2020?",
    "Who is the mayor of Callao?",
)
EMPTY_LIBRARY = "The library is empty. Add articles on the left, then ask about them."

# Answers and sources

QUESTION_HEADING = "Question"
UNKNOWN = "unknown"
UNTITLED = "Title unknown"
DATE_UNKNOWN = "date unknown"
NO_ANSWER = "No answer in these articles"
DIFFERENT_ANSWERS = "Several articles speak to this; compare their dates"
SOURCES = "Sources"
NEAREST = "Nearest passages (not answers)"
ABOUT_THE_ARTICLE = "This comes from the article's own details, not from its text."
OLDER_REVISION = "This is an older revision of the article; a newer one has replaced it."
TITLE_FIELD = "Title"
AUTHORS_FIELD = "Authors"
PUBLISHER_FIELD = "Publisher"
DATE_FIELD = "Date"
ADDRESS_FIELD = "Address"
LICENCE_FIELD = "Licence"

# The article

BACK: Label = "Back to the conversation"
TO_THE_MARK = "Go to the marked place"
CAN_T_MARK = "Nothing is marked, because the text that was quoted does not stand there any more."

# The library

LIBRARY = "Library"
ARTICLES = "Articles"
OLDEST = "Oldest"
NEWEST = "Newest"
PASSAGES = "Passages"
FOLDER = "Folder"
INDEX = "Search index"
UP_TO_DATE = "up to date"
BEHIND = "behind the articles; it catches up with the next question"
READ_ONLY = "read-only: articles can't be added here"
CHOOSE_FILES: Label = "Files to add (text, saved web pages, JSON lines)"
ADD_FILES: Label = "Add to the library"
NO_FILES = "Choose one or more files first."
PREPARING: Label = "Making the library of sample articles. This happens once."
WAITING: Label = "Getting ready …"
REPORT = "Files added"
ADDED = "Added"
UPDATED = "Updated"
UNCHANGED = "Unchanged"
REFUSED = "Refused"

# Errors

EMPTY_QUESTION = "The question is empty. Write what you want to know."
SOMETHING_FAILED = (
    "Something went wrong while this was done. Nothing in the library was lost; try again. "
    "The details are in the log of the program."
)


def citation_mark(number: int) -> str:
    """The name of a source for screen readers."""
    return f"Source {number}"


def open_article(number: int, *, nearest: bool = False) -> Label:
    """The button under a source."""
    return f"Open in the article ({'passage' if nearest else 'source'} {number})"


def understood_as(question: str) -> str:
    """How a follow-up question was completed."""
    return f"Understood as: {question}"


def in_full(name: str) -> str:
    """The fullest form of a name that the article gives."""
    return f"In full: {name}"


def as_of(dates: str | None) -> str:
    """When the articles were published that an answer rests on."""
    return f"As of {dates}" if dates else "As of: the date of what was used is unknown"


def chance(confidence: float, *, several: bool) -> str:
    """A confidence with what it means."""
    percent = min(99, max(1, round(confidence * 100)))
    which = "the first answer" if several else "this answer"
    return f"Estimated chance that {which} is right: {percent} in 100"


def from_to(oldest: str, newest: str) -> str:
    """A range of dates."""
    return f"{oldest} to {newest}"


def step(stage: str, done: int, total: int | None) -> Label:
    """How far adding has come."""
    what = {"reading": "Reading", "indexing": "Indexing"}.get(stage, "Working")
    return f"{what}: {done:,} of {total:,}" if total else f"{what}: {done:,} so far"


def address_line(address: str) -> str:
    """What ``python -m ui`` prints."""
    return f"OnRecord is at {address} (end it with Ctrl-C)"


def port_taken(port: int) -> str:
    """What ``python -m ui`` says instead of starting."""
    return (
        f"Port {port} on 127.0.0.1 can't be used: another program has it, perhaps another "
        "OnRecord. End that one, or choose another port with --port."
    )
