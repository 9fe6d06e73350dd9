"""The words of the reader, the page that shows one article in full."""

from __future__ import annotations

from ui.words import Label, counted

READ_PAGE: Label = "Article"

BACK_TO: dict[str, Label] = {
    "ask": "Back to the conversation",
    "check": "Back to the check",
    "articles": "Back to the articles",
}
"""By the address of the page that one came from."""
TO_ARTICLES: Label = "To all articles"

NOTHING_TO_READ = "There is nothing to read here"
NO_SUCH_ARTICLE = (
    "The library has no such article. It was removed, or the address is of another library. "
    "Choose an article from the list."
)
NO_ARTICLE_NAMED = (
    "This address names no article, so there is nothing to read. Choose one from the list."
)
NO_SUCH_PLACE = (
    "Nothing is marked: the place that this address names is not in the text of this revision. "
    "Marking the wrong words is worse than marking none."
)
OPEN_CURRENT: Label = "Open the current revision"

FIND: Label = "Find in this article"
FIND_HINT: Label = "Find in this article"
NOT_HERE = "Not in this article"
NEXT = "Next place (Enter)"
PREVIOUS = "Previous place (Shift+Enter)"

CITE: Label = "Copy citation and link"
CITATION_PLAIN = "As text"
CITATION_MARKDOWN = "As Markdown"
LINK_TO_PLACE = "Link to this place, for this machine"
LINK_TO_ARTICLE = "Link to this article, for this machine"
AT_THE_PUBLISHER = "The publisher’s page, at these words"
AT_THE_PUBLISHER_WHOLE = "The publisher’s page"
LEAVES = "This link leaves your machine: the publisher sees that somebody opens the page."
NO_ADDRESS = "The publisher’s address is unknown."

HISTORY: Label = "Revision history"
REVISION = "No."
ADDED = "Added"
LENGTH = "Length"
HASH = "SHA-256"
STATE = "State"
CURRENT = "current"
REPLACED = "replaced"
OPEN_HERE = "open now"


def no_such_revision(revisions: int) -> str:
    """A link names a revision that the article does not have."""
    has = "one revision" if revisions == 1 else f"the revisions 1 to {revisions}"
    return (
        f"This article has {has}, and not the one that this address names, so nothing is shown. "
        "Choose the article from the list."
    )


def older(revision: int, newest: int) -> str:
    """What is said above a revision that is not current."""
    return (
        f"This is revision {revision} of {newest}, and not the current one: a newer text has "
        "replaced it. Quote it only as what was published before."
    )


def place_of(total: int) -> str:
    """Which of the found places is shown; the sign stands for its number."""
    return f"# of {counted(total, 'place')}"


def characters(count: int) -> str:
    """How long a text is."""
    return counted(count, "character")


def open_revision(number: int) -> Label:
    """The link to another revision."""
    return f"Open revision {number}"
