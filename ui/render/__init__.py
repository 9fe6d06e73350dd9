"""Records in, escaped HTML out. Nothing in here knows Streamlit, so all of it is tested without."""

from ui.render.answers import abstention_html, answer_html, question_html
from ui.render.articles import article_html
from ui.render.checks import check_html
from ui.render.dates import plain_date, plain_range
from ui.render.drafts import count_html, quotation_card
from ui.render.library import library_html, report_html
from ui.render.markup import MARK_ID, TOP_ID, Html, escape, heading, marked_paragraphs, notice
from ui.render.shapes import shapes_css
from ui.render.sources import card_html, card_id
from ui.render.standing import more_html, occurrence_html

__all__ = [
    "MARK_ID", "TOP_ID", "Html", "abstention_html", "answer_html", "article_html", "card_html",
    "card_id", "check_html", "count_html", "escape", "heading", "library_html",
    "marked_paragraphs", "more_html", "notice", "occurrence_html", "plain_date", "plain_range",
    "question_html", "quotation_card", "report_html", "shapes_css",
]  # fmt: skip
