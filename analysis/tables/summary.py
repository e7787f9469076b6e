"""What a run made of documents, and how it is told to the user."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from analysis.wording import Wording


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run of `analysis.tables.build.build_tables` made.

    Attributes
    ----------
    documents, questions, answers
        Numbers of rows.
    errors, warnings
        Numbers of findings of that severity.
    unread
        One sentence for each file that could not be read.
    duplicates
        One sentence for each file whose document was taken from another file.
    corrections
        Sentences about the corrections by hand; empty where there are none.
    out
        The folder with the tables.
    """

    documents: int
    questions: int
    answers: int
    errors: int
    warnings: int
    unread: tuple[str, ...]
    duplicates: tuple[str, ...]
    corrections: tuple[str, ...]
    out: Path

    def lines(self) -> list[str]:
        """Return what to tell the user, one sentence a line."""
        words = Wording("en")
        counts = words.join(
            [
                words.count(self.documents, "common.document"),
                words.count(self.questions, "common.question"),
                words.count(self.answers, "common.answer"),
            ]
        )
        found = words.join(
            [
                words.count(self.errors, "findings.error"),
                words.count(self.warnings, "findings.warning"),
            ]
        )
        return [
            *(f"Not read: {reason}." for reason in self.unread),
            *(f"Taken once: {reason}." for reason in self.duplicates),
            *self.corrections,
            f"{counts} in {self.out}; findings: {found}.",
        ]
