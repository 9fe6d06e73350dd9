"""Every word of the page *Articles*, and of the work that goes on in the background.

As in ``ui.words``, a ``Label`` is read as Markdown and so holds no text from articles or files.
"""

from __future__ import annotations

from collections.abc import Sequence

from ui.words import Label, counted

# The page and its parts

ARTICLES_PAGE: Label = "Articles"
PARTS_NAME = "Parts of this page"
PARTS = {
    "list": "All articles",
    "add": "Add articles",
    "duplicates": "Duplicates",
    "health": "Health",
}
READ_ONLY_LIST = (
    "This library is read-only, because its folder can't be written to: "
    "articles can be read and searched here, and neither added nor removed."
)
READ_ONLY_HEALTH = (
    "This library is read-only, because its folder can't be written to: "
    "it can be looked over here, but not mended."
)

# The table

SEARCH: Label = "Search titles, outlets and authors"
SEARCH_TEXTS: Label = "Search the texts"
SEARCH_TEXTS_HELP: Label = "Looks for these words inside the articles, best matches first"
EMPTY_SEARCH = "Write into the search field what to look for in the texts."
FACETS_NAME = "Narrow the list"
FACETS = {"outlet": "Outlet", "author": "Author", "language": "Language", "year": "Year"}
CHIPS_NAME = "Chosen filters"
REMOVE_FILTER = "remove this filter"
CLEAR_FILTERS = "Clear all"
TABLE_NAME = "Articles"
COLUMNS = {
    "title": "Title",
    "outlet": "Outlet",
    "author": "Author",
    "date": "Date",
    "language": "Language",
    "characters": "Characters",
    "revisions": "Revisions",
}
SELECT_ALL = "Select all articles on this page"
DUPLICATE_OF = "Duplicate of"
TO_BE_REMOVED = "To be removed"
UNDO = "Undo"
UNDO_ALL: Label = "Undo all"
REMOVE = "Remove selected"
REMOVE_FOR_GOOD: Label = "Remove for good"
NOTHING_SELECTED = "Select articles first: tick the boxes before their titles."
NOTHING_YET = "Nothing has happened to them yet. Reloading the page forgets this list."
PAGES_NAME = "Pages of the list"
PREVIOUS = "Previous"
NEXT = "Next"
ROWS_A_PAGE = "Articles a page"
NO_MATCH = "No article matches."
NO_MATCH_ADVICE = "Remove a filter, or search for something else."
EMPTY_LIBRARY = "The library is empty."
ADD_FIRST = "Add the first articles"
AS_CSV: Label = "This list as CSV"
LANGUAGES = {
    "ar": "Arabic", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovene", "sv": "Swedish", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""ISO 639-1 to names; a language that is not here is shown by its code."""

# Adding

ADD_HEADING = "From your files"
ADD_KINDS = (
    "Text (.txt), saved web pages (.html) and JSON lines (.jsonl), up to 20 MB each. "
    "Adding the same article again changes nothing."
)
CHOOSE_FILES: Label = "Choose files, or drop them here"
ADD_FILES: Label = "Add to the library"
NO_FILES = "Choose one or more files first."
FOLDER_HEADING = "From a folder on this computer"
FOLDER_HINT = (
    "Every file of these kinds in the folder and in the folders inside it. "
    "Nothing is copied anywhere but into the library."
)
FOLDER_FIELD: Label = "Path of the folder or file"
ADD_FOLDER: Label = "Add the folder"
NO_PATH = "Write the path of a folder or a file first."
NO_SUCH_PATH = "There is no such folder or file on this computer, so nothing was added; check it."
NO_FULL_PATH = (
    "That is no full path, so it is not clear which folder is meant; "
    "write it from the root or from ~, your home folder."
)
NO_PLAIN_PATH = "That is neither a folder nor an ordinary file, so nothing was added."
CLOSED_PATH = "That folder or file may not be read by you, so nothing was added; choose another."
UNREADABLE_PATH = "That can't be a path, so nothing was added; check it."

# Work in the background

WAITING: Label = "Getting ready …"
STAGES = {"reading": "Reading", "indexing": "Indexing", "looking": "Looking everything over"}
UNITS = {"reading": ("article", "articles"), "indexing": ("passage", "passages")}
WORKS = {
    "add": "Adding articles",
    "remove": "Removing articles",
    "mend": "Mending the library",
    "look": "Looking the library over",
}
GOES_ON = "This goes on while you use the other pages."
BUSY = "The library is at work; this can be used again when that is done."

# Reports

REPORT = "What became of the files"
ADDED = "Added"
UPDATED = "Updated"
UNCHANGED = "Unchanged"
REFUSED = "Refused"
UNFINISHED = "This stopped early; what is listed here is in the library, and stays."
REPORT_CSV: Label = "Report as CSV"
NOTHING_CAME = "No article was found in what was given."
OUTCOMES = {"added": ADDED, "updated": UPDATED, "unchanged": UNCHANGED, "refused": REFUSED}
TO_ARTICLES: Label = "All articles, and adding more"
TO_REPORT: Label = "See the report"
REASON = "Reason"
FILE = "File"

# Duplicates

NO_DUPLICATES = "No two articles have the very same text."
DUPLICATES_LEAD = (
    "Articles with the very same text, such as one agency report in several papers. "
    "Each group counts as one independent article."
)

# Health

LOOK: Label = "Look again"
MEND: Label = "Mend"
ALL_IS_WELL = "All is well."
WELL = "The stored texts are intact, and the search index agrees with them."
NOT_LOOKED = "The library has not been looked over since it was opened."
CHANGED_SINCE = "Articles have changed since then."
MEANING = "What it means"
WHAT_TO_DO = "What to do"
MENDABLE = "The button below mends it: the search index is made again from the articles."
MENDED = "The search index was made again from the articles, and everything was looked over again."
MEANINGS = (
    (
        "articles.db",
        "A stored article no longer is what it was when it came in. It can't be quoted safely, "
        "and the search index can't bring it back.",
    ),
    (
        "passages were cut",
        "The articles are intact, but were prepared for searching in different ways, "
        "so that some answers may be missed.",
    ),
    (
        "the index is behind",
        "Some articles are in the library but not yet found by a search.",
    ),
    ("dense.faiss", "The search by meaning misses passages, or holds some that are gone."),
    (
        "vectors.db",
        "The search by meaning can't be checked against its source, or disagrees with it.",
    ),
    ("the lexical index", "The search by words misses passages, or holds some that are gone."),
    ("the phrase index", "The search for quotations misses articles, or holds some that are gone."),
)
"""What a problem begins with, and what it means for the user."""
OTHER_MEANING = "The search index can't be used as it is. The articles themselves are not affected."
DO_RESTORE = "Restore articles.db from a backup, or remove the article and add it again."


def total(articles: int, independent: int) -> str:
    """The line below the heading."""
    if articles == independent:
        return counted(articles, "article")
    return f"{counted(articles, 'article')}, {independent:,} of them independent"


def part_name(part: str, count: int | None = None) -> str:
    """A part of the page, with how many things are in it."""
    return PARTS[part] if count is None else f"{PARTS[part]} ({count:,})"


def shown_of(first: int, last: int, matching: int, articles: int) -> str:
    """Which rows of the list are on the page."""
    if not matching:
        return NO_MATCH
    found = counted(matching, "article")
    if last - first + 1 < matching:
        found = f"{first:,} to {last:,} of {found}"
    return found if matching == articles else f"{found}, out of {articles:,}"


def best_matches(count: int, query: str) -> str:
    """That the list holds what a search of the texts found."""
    return f"{counted(count, 'article')} with words of “{query}” in the text, best match first"


def facet_name(facet: str, different: int) -> str:
    """The heading of a facet."""
    return f"{FACETS[facet]} ({different:,})"


def more_values(count: int) -> str:
    """Stands below the most frequent values of a facet."""
    return f"and {count:,} more, less frequent; search for them above"


def chip(facet: str, value: str) -> str:
    """A chosen filter."""
    return f"{FACETS[facet]}: {value}"


def sort_by(column: str, *, descending: bool) -> str:
    """What a heading of the table does."""
    return f"sort by {COLUMNS[column].lower()}, {'highest' if descending else 'lowest'} first"


def select(title: str) -> str:
    """The name of the box before an article."""
    return f"Select {title}"


def undo_of(title: str) -> str:
    """The name of the button that takes a mark back."""
    return f"Undo: keep {title}"


def page_of(page: int, pages: int) -> str:
    """Where in the list the page is."""
    return f"Page {page:,} of {pages:,}"


def rows(size: int) -> str:
    """A choice of how many rows a page has."""
    return f"{size:,}"


def marked(count: int) -> str:
    """The heading of what is about to be removed."""
    return f"{counted(count, 'article')} about to be removed"


def removed(count: int, missing: int) -> str:
    """What came of a removal."""
    gone = f" ({missing:,} had been removed before)" if missing else ""
    return (
        f"{counted(count, 'article')} removed for good{gone}: every revision, the original and "
        "the search entries were erased, and nothing of them is left in the library. Saved "
        "conversations and checks keep the words that they quoted."
    )


def work(kind: str) -> str:
    """The name of a piece of work."""
    return WORKS[kind]


def progress(stage: str, done: int, whole: int | None) -> Label:
    """How far a stage is."""
    name = STAGES.get(stage, "Working")
    if not whole and not done:
        return f"{name} …"
    return f"{name}: {done:,} of {whole:,}" if whole else f"{name}: {done:,} so far"


def pace(stage: str, rate: float, seconds_left: float | None) -> str:
    """The rate, and the time left where it is known."""
    one, many = UNITS.get(stage, ("step", "steps"))
    shown = f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}"
    line = f"{shown} {one if shown == '1.0' else many} a second"
    return line if seconds_left is None else f"{line}, {duration(seconds_left)} left"


def duration(seconds: float) -> str:
    """A time to wait, as exactly as it can be known.

    >>> duration(8), duration(100), duration(8000)
    ('about 10 seconds', 'about 2 minutes', 'about 2.2 hours')
    """
    if seconds < 55:
        return f"about {max(5, round(seconds / 5) * 5)} seconds"
    if seconds < 5400:
        minutes = max(1, round(seconds / 60))
        return f"about {counted(minutes, 'minute')}"
    return f"about {seconds / 3600:.1f} hours"


def added_line(counts: Sequence[tuple[str, int]]) -> str:
    """A report in one line: ``12 added, 1 refused``."""
    known = [f"{count:,} {OUTCOMES[outcome].lower()}" for outcome, count in counts if count]
    return ", ".join(known) or NOTHING_CAME


def named(outcome: str, count: int) -> str:
    """The summary of the articles that had an outcome."""
    return f"{OUTCOMES[outcome]} ({count:,})"


def groups(count: int, copies: int, independent: int, articles: int) -> str:
    """The line above the groups of duplicates."""
    return (
        f"{counted(count, 'group')} with {counted(copies, 'duplicate')}. "
        f"Of {counted(articles, 'article')}, {independent:,} are independent."
    )


def group_name(count: int) -> str:
    """The heading of one group."""
    return f"{count:,} articles with one text, oldest first"


def problems(count: int) -> str:
    """The heading of what is wrong."""
    return f"{counted(count, 'problem')} found"


def looked_at(when: str) -> str:
    """When the library was looked over."""
    return f"Looked over on {when}."


def day_and_time(day: str, time: str) -> str:
    """A moment on this machine's clock."""
    return f"{day}, {time}"
