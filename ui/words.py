"""Every word that the interface says, in one place.

Streamlit reads the labels of its widgets as Markdown, so what is used as a label (``Label`` below)
holds no text from articles, files or users. Everything else is shown through ``ui.render``, which
escapes it.
"""

from __future__ import annotations

from collections.abc import Sequence

Label = str
"""Words for a Streamlit widget: ours alone, with nothing in them that Markdown would change."""

# The page

TITLE = "OnRecord"
ASK_PAGE: Label = "Ask"
CHECK_PAGE: Label = "Check a quote"
LEAD = "Answers from your articles, each with the sentence that says so."
QUESTION: Label = "Ask the articles a question"
OPENING: Label = "Opening the library and its models …"
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
EMPTY_LIBRARY = "The library is empty. Add articles on the page Articles, then ask about them."

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

TO_THE_MARK = "Go to the marked place"
CAN_T_MARK = "Nothing is marked, because the text that was quoted does not stand there any more."

# Checking quotations

CHECK_LEAD = "Is it in the articles, word for word, and did that person say it?"
ONE_QUOTATION: Label = "One quotation"
WHOLE_DRAFT: Label = "A whole draft"
QUOTATION_FIELD: Label = "The quotation"
SPEAKER_FIELD: Label = "Who said it (may be left empty)"
CHECK: Label = "Check"
CHECKING: Label = "Comparing with the articles …"
DRAFT_FIELD: Label = "The text of the draft"
DRAFT_FILE: Label = "Or a file (text, Markdown, HTML, Word)"
CHECK_DRAFT: Label = "Check every quotation"
CHECKING_DRAFT: Label = "Comparing every quotation with the articles …"
PASTED_DRAFT = "Pasted draft"
OPEN_ARTICLE: Label = "Open in the article"
EMPTY_QUOTATION = "The quotation is empty. Paste the words to check."
EMPTY_DRAFT = "There is no draft yet. Paste its text, or choose a file."
TWO_DRAFTS = "There are a text and a file. Remove one of them, then check again."
EMPTY_LIBRARY_TO_CHECK = (
    "The library is empty. Add articles on the page Articles, then check against them."
)

VERDICTS = {
    "verbatim": "Verbatim",
    "altered": "Altered",
    "paraphrased": "Paraphrased",
    "misattributed": "Misattributed",
    "not_found": "Not found",
    "too_short": "Too short",
}
ATTRIBUTIONS = {
    "confirmed": "Speaker confirmed",
    "contradicted": "Speaker contradicted",
    "unclear": "Speaker unclear",
    "not_claimed": "No speaker given",
}
CHANGES = {
    "number": "number", "date": "date", "negation": "negation", "name": "name",
    "modal": "modal verb", "word": "word", "dropped": "dropped", "added": "added",
    "order": "order", "spelling": "spelling", "punctuation": "punctuation", "case": "case",
}  # fmt: skip
SPEECH = {
    "direct": "direct: somebody’s own words",
    "reported": "reported: somebody’s words as the reporter gives them",
    "own_words": "none: the reporter’s own words",
}
VERDICT = "Verdict"
ATTRIBUTION = "Attribution"
WORDING = "Wording"
TO_KNOW = "To know"
COMPARED = "Side by side"
QUOTATION = "The quotation"
THE_ARTICLE = "The article"
DIFFERENCES = "What differs"
DIFFERENCE = "Difference"
NO_DIFFERENCE = "No difference but typography."
MATTERS = "These bear on the meaning"
NOTHING = "nothing"
LEFT_OUT = "left out"
CONTEXT = "Where it stands"
WHO_SAYS_IT = "Who says it"
SPEAKER = "Speaker"
CLAIMED = "Claimed speaker"
CUE = "Introduced by"
KIND_OF_SPEECH = "Speech"
MARKS = "Quotation marks"
INSIDE = "inside"
OUTSIDE = "outside"
CROPPED = "Cropped"
JOINED = "Joined"
LANGUAGE_FIELD = "Language"
REVISION_FIELD = "Revision"
HASH_FIELD = "SHA-256"
ID_FIELD = "Article id"
OCCURRENCES = "Every occurrence, oldest first"
NOT_MARKED = (
    "Nothing is marked, because a place does not hold the words that it should. "
    "Highlighting the wrong sentence is worse than highlighting none."
)
SEARCHED = "What was searched"
PUBLISHERS = "Publishers"
DATES = "Dates"
TRIED = "Also tried"
NOBODY_TO_COMPARE = "Nothing was found that could settle who said it."
NOBODY_GIVEN = "Nothing was found that names a speaker."
NEAREST_SENTENCES = "Nearest sentences"
NO_SENTENCE_NEAR = "No sentence comes near."
SHARED_WORDS = "Words in bold stand in the quotation too."
NOT_INSTALLED = "(not installed)"
RECORD: Label = "Record to file"
AS_MARKDOWN: Label = "Markdown"
AS_JSON: Label = "JSON"
AS_CSV: Label = "CSV"
NO_QUOTATIONS = "There is no quotation in this draft: nothing stands in quotation marks or a block."
TICKED = "Nothing to do"
FLAGGED = "Look at it"
SAID_BY_DRAFT = "Speaker in the draft"
NOBODY = "none named"

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
PREPARING: Label = "Making the library of sample articles. This happens once."

# Errors

EMPTY_QUESTION = "The question is empty. Write what you want to know."
SOMETHING_FAILED = (
    "Something went wrong while this was done. Nothing in the library was lost; try again. "
    "The details are in the log of the program."
)


def checking_draft(done: int, total: int) -> Label:
    """How much of a draft is checked."""
    return f"{CHECKING_DRAFT} {done:,} of {total:,}"


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


def address_line(address: str) -> str:
    """What ``python -m ui`` prints."""
    return f"OnRecord is at {address} (end it with Ctrl-C)"


def window_title(page: str) -> str:
    """What the browser calls its window."""
    return f"{page} · {TITLE}"


def attributed(attribution: str, speaker: str | None, claimed: str | None) -> str:
    """What the article says of the speaker, in one sentence; the names are not ours."""
    who = f"The article has {speaker} say it" if speaker else None
    if attribution == "confirmed":
        return f"{who or 'The article agrees'}."
    if attribution == "contradicted":
        return f"{who}, not {claimed}." if who else f"The article does not have {claimed} say it."
    if attribution == "unclear":
        return f"The article does not settle whether {claimed} says it."
    return f"{who}." if who else "The article names nobody who says it."


def differs(count: int) -> str:
    """The summary of the changes that don't bear on the meaning."""
    return f"{counted(count, 'difference')} without bearing on the meaning"


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number with its noun."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def cropped(before: int, after: int) -> str:
    """How much of the sentence is left out on both sides."""
    if not before and not after:
        return "no; the statement is complete"
    places = [(before, "before"), (after, "after")]
    named = [f"{counted(count, 'word')} {where}" for count, where in places if count]
    return f"left out of the sentence: {' and '.join(named)}"


def joined(pieces: int, left_out: int) -> str:
    """That a quotation was put together from several places."""
    return f"from {pieces} places, with {counted(left_out, 'word')} between them"


def left_out(count: int) -> str:
    """Stands in place of a long stretch that is not shown."""
    return f"{counted(count, 'word')} not shown"


def revision(number: int, *, current: bool) -> str:
    """Which state of the article is quoted."""
    return f"{number}, the current one" if current else f"{number}, replaced by a newer one"


def copies(count: int) -> str:
    """The summary of the articles that have the same words."""
    return f"The same words in {counted(count, 'more article')}"


def more_occurrences(count: int) -> str:
    """The summary of those that have no card of their own."""
    return f"{counted(count, 'more occurrence')}"


def listed(names: Sequence[str], *, at_most: int) -> str:
    """The first names of a list, and how many there are beyond them."""
    more = len(names) - at_most
    shown = ", ".join(names[:at_most])
    return f"{shown}, and {more:,} more" if more > 0 else shown


def not_here(missing: str) -> str:
    """Which words of the quotation a near sentence lacks."""
    return f"Of the quotation it lacks: {missing}"


def quotations_found(total: int, flagged: int) -> str:
    """The count line of a draft."""
    found = counted(total, "quotation")
    if not flagged:
        return f"{found}, nothing to look at"
    return f"{found}, {flagged:,} to look at"


def place_in_draft(number: int, paragraph: int) -> str:
    """Where a quotation stands in its draft."""
    return f"No. {number} · paragraph {paragraph}"


def open_nearest(number: int) -> Label:
    """The button under the nearest sentences."""
    return f"Open in the article (sentence {number})"


def open_quotation(number: int) -> Label:
    """The button under a quotation of a draft."""
    return f"Open in the article (quotation {number})"


def port_taken(port: int) -> str:
    """What ``python -m ui`` says instead of starting."""
    return (
        f"Port {port} on 127.0.0.1 can't be used: another program has it, perhaps another "
        "OnRecord. End that one, or choose another port with --port."
    )
