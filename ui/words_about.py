"""The words of the page that says what OnRecord is, how to read it, and what is kept."""

from __future__ import annotations

from ui.words import Label, counted

ABOUT_PAGE: Label = "About"
LEAD = "What OnRecord does, how to read what it says, and what it keeps."

WHAT_IT_IS = "What OnRecord is"
IT_IS = (
    "OnRecord finds the sentence in your own articles that answers a question, and says whether a "
    "quotation stands in them word for word.",
    "Everything that it shows as evidence is text of an article, at a place that is read again at "
    "the moment it is shown. Where that fails, nothing is marked.",
    "It writes no sentences of its own about the world. Where the articles do not answer, it says "
    "so, what it searched, and what came nearest.",
)
WHAT_IT_IS_NOT = "What it is not"
IT_IS_NOT = (
    "It does not know whether an article is right. It shows what was published, where and when.",
    "It does not know what is not in the library. “Not found” is a statement about these articles "
    "and no proof that something was never said.",
    "It can be wrong about which sentence answers, and about who speaks. So the source always "
    "stands beside the answer: read it before you rely on it.",
)

READ_ANSWERS = "How to read an answer"
ANSWER_PARTS = (
    ("The sentence", "It is a sentence of an article; the words that answer stand out in it."),
    ("The number", "It opens the source: who published it, when, and the passage around it."),
    ("As of", "When the articles were published that the answer rests on. It may have changed."),
    (
        "The chance",
        "How often answers with such a figure were right when it was measured on questions whose "
        "answers are known. 80 in 100 means that two of ten are wrong.",
    ),
    (
        "Several answers",
        "Articles from different days can say different things. None is hidden; compare the dates.",
    ),
    (
        "No answer",
        "No sentence was likely enough to be right. The passages below it are near, not answers.",
    ),
)

READ_VERDICTS = "How to read a verdict"
VERDICT_LEAD = "Each verdict has a word and a shape of its own, so that colour is never needed."
VERDICT_MEANINGS = {
    "verbatim": "The same words in the same order. Typography may differ, and an ellipsis may "
    "stand for words that were left out.",
    "altered": "Found, but words were changed, added or dropped. Each change is named; those that "
    "bear on the meaning come first.",
    "paraphrased": "The same statement in other words, or reported speech that was put into "
    "quotation marks.",
    "misattributed": "The words are there, but somebody else says them, or the reporter does.",
    "not_found": "Not in these articles. The nearest sentences and what was searched are listed.",
    "too_short": "So few words that nothing can be told from them.",
}
ATTRIBUTION_LEAD = "Who says it is judged apart from the words:"
ATTRIBUTION_MEANINGS = {
    "confirmed": "The article names the speaker that you gave.",
    "contradicted": "The article names somebody else.",
    "unclear": "The article does not settle it.",
    "not_claimed": "You gave no speaker, so none was compared.",
}

WHAT_IS_KEPT = "What is kept, and where"
KEPT = (
    "Your conversations, checks, drafts and remarks are kept in a database of your own, apart from "
    "the library. Links hold the id of a record and none of its words."
)
KEPT_NOWHERE = "Nothing is kept: what you do here is gone when OnRecord ends."
RECORDS_FIELD = "Your records"
LIBRARY_FIELD = "The library"
KEEP_NOTHING = (
    "To keep nothing at all, set keep = false under [records] in the settings file, or start "
    "OnRecord with ONRECORD_KEEP=false. ONRECORD_RECORDS names another folder. “Keep nothing from "
    "now on” beside a conversation does it until you close the window."
)
FORGET: Label = "Forget everything"
FORGET_REALLY = "All of this is erased for good and can't be brought back. The articles stay."
FORGET_YES: Label = "Erase it all"
FORGET_NO: Label = "Cancel"
FORGOTTEN = "Everything is forgotten. The articles are as they were."

PRIVACY = "Privacy"
PRIVATE = (
    "OnRecord answers on this machine alone. It calls no service, loads no font, script or picture "
    "from elsewhere, and counts nothing. The only thing that leaves is what you choose to send: a "
    "link to a publisher’s page that you follow, or a file that you export and hand on."
)

LIBRARY = "This library"
PUBLISHERS_FIELD = "Publishers"
SHOWN_PUBLISHERS = 12

VERSIONS = "Versions"
OWN_VERSION = "OnRecord"
ENCODER_VERSION = "Search by meaning"
READER_VERSION = "Reader of passages"

LICENCES = "Licences"
LICENCE_LINES = (
    ("OnRecord", "MIT", "LICENSE"),
    (
        "The encoder all-MiniLM-L6-v2",
        "Apache 2.0",
        "index/encoders",
    ),
    (
        "The reader of passages, trained from that encoder on open question sets",
        "made by this project; its data under CC BY, CC BY-SA, MIT and Apache 2.0",
        "qa/readers/model/README.md",
    ),
    ("The sample articles", "CC BY 4.0", "corpus/sample/SOURCES.md"),
)
LICENCE_HEADS = ("What", "Licence", "Stated in")
YOUR_ARTICLES = "Your own articles stay under the licences that they came with."


def kept_now(conversations: int, checks: int, drafts: int, remarks: int) -> str:
    """How much is kept."""
    parts = (
        counted(conversations, "conversation"), counted(checks, "check"),
        counted(drafts, "draft"), counted(remarks, "remark"),
    )  # fmt: skip
    return f"Kept now: {', '.join(parts)}."
