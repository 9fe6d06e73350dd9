"""The words around checks that are kept: links, the latest ones, what is wrong with a verdict."""

from __future__ import annotations

from ui.words import Label

AS_DOCX: Label = "Word"

LINK: Label = "Link to this check"
LINK_NOTE = "It opens on this machine alone, and holds no word of the quotation."
NO_LINK = "This check could not be kept, so there is no link to it."

LATEST_CHECKS: Label = "Latest checks"
LATEST_DRAFTS: Label = "Latest drafts"
OPEN = "Open"
DELETE = "Delete"
ANOTHER_LIBRARY = (
    "That check was made against another library, so the articles that it rests on are not here. "
    "Check the words again to compare them with this one."
)

WRONG: Label = "This verdict is wrong"
WRONG_IN_DRAFT: Label = "A verdict is wrong"
WHICH: Label = "Number of the quotation"
RIGHT: Label = "The right verdict"
NOT_SURE: Label = "I am not sure"
NOTE: Label = "A note (may be left empty)"
SAVE: Label = "Save"
SAVED = "Saved on this machine, as a case that onrecord evaluate --feedback tries again. Thank you."


def open_number(number: int) -> Label:
    """The link to one of the latest checks."""
    return f"{OPEN} {number}"


def delete_number(number: int) -> Label:
    """The button that erases one of the latest checks."""
    return f"{DELETE} {number}"
