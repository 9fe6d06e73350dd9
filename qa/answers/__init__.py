"""What a person wants to see, made of the raw places that a reader finds."""

from qa.answers.boundaries import tidy_span
from qa.answers.grouping import AnswerGroup, group_readings, same_answer
from qa.answers.names import full_form, is_already_named, known_names
from qa.answers.unknown import is_not_yet_known, not_yet_known

__all__ = [
    "AnswerGroup", "full_form", "group_readings", "is_already_named", "is_not_yet_known",
    "known_names", "not_yet_known", "same_answer", "tidy_span",
]  # fmt: skip
