"""A conclusion: a sentence written by code, with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.publishing import Finding, Notice, publish_finding


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A sentence with its place in the order of reading and what it rests on.

    Attributes
    ----------
    name
        Small letters, digits and hyphens.
    sentence
        What was found, with counts and intervals.
    order
        Its place among the findings of a report.
    evidence
        Ids of the questions or answers that it rests on.
    """

    name: str
    sentence: str
    order: int
    evidence: tuple[str, ...] = ()


def publish(conclusion: Conclusion | Notice, language: str) -> Finding | Notice:
    """Write a conclusion as a finding of the report; a notice in its place only shows itself."""
    if isinstance(conclusion, Notice):
        return conclusion
    return publish_finding(
        conclusion.name,
        conclusion.sentence[:1].upper() + conclusion.sentence[1:],
        conclusion.order,
        conclusion.evidence,
        language=language,
    )
