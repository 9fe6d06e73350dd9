"""Questions in, cited answers out. The README has the picture."""

from qa.abstentions import described, readable
from qa.assistant import Assistant
from qa.citations import cited_article
from qa.config import AnswerSettings
from qa.errors import (
    CitationBroken,
    QuestionEmpty,
    QuestionError,
    QuestionTooLong,
    ReaderDamaged,
    ReaderMissing,
    ReaderUnusable,
    SettingsWrong,
)
from qa.library import Library, sample_articles
from qa.model import Abstention, Answer, Citation, Dates, OtherAnswer
from qa.settings import Settings, load_settings

__all__ = [
    "Abstention", "Answer", "AnswerSettings", "Assistant", "Citation", "CitationBroken", "Dates",
    "Library", "OtherAnswer", "QuestionEmpty", "QuestionError", "QuestionTooLong", "ReaderDamaged",
    "ReaderMissing", "ReaderUnusable", "Settings", "SettingsWrong", "cited_article", "described",
    "load_settings", "readable", "sample_articles",
]  # fmt: skip
