"""A finding: a sentence with its numbers, written by code, and what it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from analysis.paths import findings_folder
from analysis.publishing.files import check_name, write_metadata
from analysis.wording import Wording


@dataclass(frozen=True)
class Finding:
    """A finding that was written, and shows itself in a notebook.

    Attributes
    ----------
    name : str
        Small letters, digits and hyphens: the name of its file and its place on the page.
    sentence : str
        What was found, with its numbers; plain text.
    order : int
        Its place in the order of reading.
    evidence : tuple of str
        Ids of the questions or answers that it rests on.
    language : {"nl", "en"}
        Of the sentence.
    """

    name: str
    sentence: str
    order: int
    evidence: tuple[str, ...]
    language: str

    def _repr_html_(self) -> str:
        return Markup("<div class='finding' id='finding-{}'><p>{}</p>{}</div>").format(
            self.name, self.sentence, self._evidence_html()
        )

    def __repr__(self) -> str:
        return self.sentence

    def _evidence_html(self) -> Markup:
        if not self.evidence:
            return Markup("")
        summary = Wording(self.language).say("publishing.evidence", n=len(self.evidence))
        ids = Markup("").join(Markup("<li>{}</li>").format(id_) for id_ in self.evidence)
        return Markup("<details><summary>{}</summary><ul>{}</ul></details>").format(summary, ids)


def publish_finding(
    name: str,
    sentence: str,
    order: int,
    evidence: Iterable[str] = (),
    *,
    language: str = "nl",
    folder: str | Path | None = None,
) -> Finding:
    """Write a finding as ``NAME.json``, for the index of the report.

    Parameters
    ----------
    name : str
        Small letters, digits and hyphens.
    sentence : str
        What was found, with its numbers; plain text.
    order : int
        Its place in the order of reading.
    evidence : iterable of str
        Ids of the questions or answers that it rests on, in the order to show them.
    language : {"nl", "en"}
        Of the sentence.
    folder : str or Path, optional
        Where; by default the folder that `analysis.paths.findings_folder` tells.

    Returns
    -------
    Finding
        Shows itself as the sentence with, collapsed, what it rests on.

    Raises
    ------
    AnalysisError
        If the name is not fit for a file, or another notebook of the run has used it.
    """
    check_name(name)
    finding = Finding(name, sentence, order, tuple(str(id_) for id_ in evidence), language)
    write_metadata(
        findings_folder(folder) / f"{name}.json",
        {
            "name": name,
            "sentence": sentence,
            "order": order,
            "evidence": list(finding.evidence),
            "language": language,
        },
    )
    return finding
