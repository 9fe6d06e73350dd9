"""What can be wrong with an evaluation.

OnRecordError
└── EvaluationError
    ├── GoldInvalid       a line of a gold file can't be used
    ├── SetUnavailable    the files of a set of questions are not there
    └── FloorsRefused     the floors were not changed, since that takes another flag
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus import OnRecordError


class EvaluationError(OnRecordError):
    """The evaluation, its questions or its floors."""


class GoldInvalid(EvaluationError):
    """A line of a gold file can't be used."""

    def __init__(self, path: str, line: int, detail: str) -> None:
        self.path, self.line, self.detail = path, line, detail
        super().__init__(
            f"Line {line} of {path} is no gold question ({detail}), so measuring with the file "
            "would mislead. Mend the line; qa/evaluation/README.md names the fields."
        )


class SetUnavailable(EvaluationError):
    """The files of a set of questions are not there."""

    def __init__(self, name: str, missing: str) -> None:
        self.name, self.missing = name, missing
        super().__init__(
            f"The set {name!r} can't be measured, since {missing} is missing; only the sample "
            "set comes with the project. Name the folder of the shared evaluation sets with "
            "`onrecord evaluate --data DIR`, or measure with `--set sample`."
        )


class FloorsRefused(EvaluationError):
    """The floors were not changed: what was asked takes another flag."""

    def __init__(self, reasons: Sequence[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(
            f"The floors were not changed, since {'; '.join(reasons)}; a gate that gives way "
            "unasked guards nothing. Mend the cause, or say that it is meant with "
            "`onrecord evaluate --update-floors --lower-floors`."
        )
