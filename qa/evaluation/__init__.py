"""Measures of search and answers, and the gate that keeps them. The README has the picture."""

from qa.evaluation.errors import EvaluationError, FloorsRefused, GoldInvalid, SetUnavailable
from qa.evaluation.figures import write_figures
from qa.evaluation.gate import (
    Floors,
    check,
    committed_floors,
    read_floors,
    updated,
    write_floors,
)
from qa.evaluation.model import Evaluation, Question, SetResults
from qa.evaluation.report import format_report
from qa.evaluation.runner import run_evaluation, write_json
from qa.evaluation.sets import SETS

__all__ = [
    "SETS", "Evaluation", "EvaluationError", "Floors", "FloorsRefused", "GoldInvalid", "Question",
    "SetResults", "SetUnavailable", "check", "committed_floors", "format_report", "read_floors",
    "run_evaluation", "updated", "write_figures", "write_floors", "write_json",
]  # fmt: skip
