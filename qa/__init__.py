"""Questions in, cited answers out. The README has the picture."""

from qa.abstentions import described, readable
from qa.assistant import Assistant
from qa.citations import cite, cite_article, cited_article
from qa.config import AnswerSettings
from qa.errors import (
    CitationBroken,
    DraftUnreadable,
    QuestionEmpty,
    QuestionError,
    QuestionTooLong,
    QuoteEmpty,
    QuoteTooLong,
    ReaderDamaged,
    ReaderMissing,
    ReaderUnusable,
    SettingsWrong,
)
from qa.library import Library, sample_articles
from qa.model import Abstention, Answer, Citation, Dates, OtherAnswer
from qa.quotes.check import QuoteChecker
from qa.quotes.draft_files import draft_from_bytes
from qa.quotes.drafts import Draft, draft_of, read_draft
from qa.quotes.model import Change, CheckedDraft, Copies, Cropped, DraftQuotation, QuoteCheck
from qa.quotes.report import check_markdown, checks_csv, draft_json, draft_markdown
from qa.quotes.wordings import meaning_of
from qa.settings import Settings, load_settings

__all__ = [
    "Abstention", "Answer", "AnswerSettings", "Assistant", "Change", "CheckedDraft", "Citation",
    "CitationBroken", "Copies", "Cropped", "Dates", "Draft", "DraftQuotation",
    "DraftUnreadable", "Library", "OtherAnswer", "QuestionEmpty", "QuestionError",
    "QuestionTooLong", "QuoteCheck", "QuoteChecker", "QuoteEmpty", "QuoteTooLong",
    "ReaderDamaged", "ReaderMissing", "ReaderUnusable", "Settings", "SettingsWrong",
    "check_markdown", "checks_csv", "cite", "cite_article", "cited_article", "described",
    "draft_from_bytes", "draft_json", "draft_markdown", "draft_of", "load_settings", "meaning_of",
    "read_draft", "readable", "sample_articles",
]  # fmt: skip
