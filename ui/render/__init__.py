"""Records in, escaped HTML out. Nothing in here knows Streamlit, so all of it is tested without."""

from ui.render.answers import (
    abstention_html,
    answer_html,
    copy_link_html,
    question_html,
    searched_with_html,
    understood_html,
)
from ui.render.checks import check_html
from ui.render.dates import plain_date, plain_range
from ui.render.drafts import count_html, quotation_card
from ui.render.labels import plain_label
from ui.render.library import library_html
from ui.render.markup import MARK_ID, TOP_ID, Html, escape, heading, marked_paragraphs, notice
from ui.render.narrowing import chips_of
from ui.render.shapes import shapes_css
from ui.render.sources import card_html, card_id
from ui.render.standing import more_html, occurrence_html
from ui.render.timeline import histogram_html

__all__ = [
    "MARK_ID", "TOP_ID", "Html", "abstention_html", "answer_html", "card_html", "card_id",
    "check_html", "chips_of", "copy_link_html", "count_html", "escape", "heading", "histogram_html",
    "library_html", "marked_paragraphs", "more_html", "notice", "occurrence_html", "plain_date",
    "plain_label", "plain_range", "question_html", "quotation_card", "searched_with_html",
    "shapes_css", "understood_html",
]  # fmt: skip
