"""What can be wrong with a question, with the settings, or with a reader.

OnRecordError
├── QuestionError
│   ├── QuestionEmpty         there is no word in it
│   ├── QuestionTooLong       it is no question any more
│   ├── QuoteEmpty            there is no word in the quotation
│   ├── QuoteTooLong          it is no quotation any more
│   ├── DraftUnreadable       a draft can't be read, so nothing in it was checked
│   ├── CitationBroken        a quotation is not where it was: it is not shown
│   └── SettingsWrong         a settings file or variable can't be used
└── ReaderUnusable            the trained reader can't read; the sentence reader can
    ├── ReaderMissing         a file of it is not there
    └── ReaderDamaged         a file of it is not the one that belongs to it
"""

from __future__ import annotations

from corpus import OnRecordError


class QuestionError(OnRecordError):
    """What was asked or configured."""


class QuestionEmpty(QuestionError):
    """There is nothing in the question to look for."""

    def __init__(self) -> None:
        super().__init__(
            "There is no word in the question, so there is nothing to look for. Ask with words, "
            "for example: who succeeded Caracol in Callao?"
        )


class QuestionTooLong(QuestionError):
    """A text of this length can't be answered as one question."""

    def __init__(self, characters: int, limit: int) -> None:
        self.characters, self.limit = characters, limit
        super().__init__(
            f"The question has {characters:,} characters, and more than {limit:,} can't be "
            "answered as one. Ask about one thing at a time, in a sentence."
        )


class QuoteEmpty(QuestionError):
    """There is nothing in the quotation to look for."""

    def __init__(self) -> None:
        super().__init__(
            "There is no word in the quotation, so there is nothing to look for. Give the words "
            "that are said to stand in an article."
        )


class QuoteTooLong(QuestionError):
    """A text of this length can't be checked as one quotation."""

    def __init__(self, characters: int, limit: int) -> None:
        self.characters, self.limit = characters, limit
        super().__init__(
            f"The quotation has {characters:,} characters, and more than {limit:,} can't be "
            "checked as one. Check it in parts, or check the whole text with "
            "`onrecord check --draft FILE`."
        )


class DraftUnreadable(QuestionError):
    """A draft can't be read, so no quotation in it was checked."""

    def __init__(self, name: str, detail: str, remedy: str) -> None:
        self.name, self.detail, self.remedy = name, detail, remedy
        super().__init__(
            f"The draft {name} can't be read ({detail}), so no quotation in it was checked. "
            f"{remedy}."
        )


class CitationBroken(QuestionError):
    """The text at a citation's offsets is not what it quotes; showing it could mislead."""

    def __init__(self, article_id: str, start: int | None, end: int | None) -> None:
        self.article_id, self.start, self.end = article_id, start, end
        super().__init__(
            f"The quotation from article {article_id!r} is not at {start} to {end} of its text, so "
            "it is not shown. Ask again; if it happens again, run `onrecord doctor`."
        )


class SettingsWrong(QuestionError):
    """A settings file or an environment variable can't be used."""

    def __init__(self, origin: str, detail: str) -> None:
        self.origin, self.detail = origin, detail
        super().__init__(
            f"The settings in {origin} can't be used ({detail}), so nothing was started. Mend or "
            "remove that line; `onrecord settings` shows every name with its value."
        )


class ReaderUnusable(OnRecordError):
    """The trained reader can't read."""


class ReaderMissing(ReaderUnusable):
    """A file of the trained reader is not there, or can't be opened."""

    def __init__(self, path: str, detail: str) -> None:
        self.path, self.detail = path, detail
        super().__init__(
            f"The trained reader has no {path} ({detail}), so answers are whole sentences and less "
            "often right. Install OnRecord again, or set reader = 'sentences' under [qa]."
        )


class ReaderDamaged(ReaderUnusable):
    """A file of the trained reader is not the one that belongs to it."""

    def __init__(self, path: str, detail: str) -> None:
        self.path, self.detail = path, detail
        super().__init__(
            f"The trained reader's {path} can't be trusted ({detail}), so answers are whole "
            "sentences and less often right. Install OnRecord again, or set reader = 'sentences' "
            "under [qa]."
        )
