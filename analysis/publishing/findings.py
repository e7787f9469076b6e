"""A finding: a sentence with its numbers, written by code, and what it rests on."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from markupsafe import Markup

from analysis.paths import findings_folder
from analysis.publishing.files import check_name, write_metadata
from analysis.wording import Wording

_ID = re.compile(r"(?P<document>.+)(?P<mark>#|/a)(?P<number>\d+)(?:\.(?P<again>\d+))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class EvidenceId:
    """The id of a question or answer, taken apart.

    Attributes
    ----------
    document_id
        The document it is in.
    kind
        What it is.
    number
        The number of the question; of a joint answer, that of the first.
    again
        1, or 2 and more where the document uses the number again.
    """

    document_id: str
    kind: Literal["question", "answer"]
    number: int
    again: int = 1

    @classmethod
    def of(cls, id_: str) -> "EvidenceId | None":
        """Return an id taken apart; None if it is not that of a question or answer."""
        match = _ID.fullmatch(id_)
        if not match:
            return None
        kind: Literal["question", "answer"] = "question" if match["mark"] == "#" else "answer"
        return cls(match["document"], kind, int(match["number"]), int(match["again"] or 1))

    def cited(self, numbers: str | None = None) -> str:
        """Return its number, or others in place of it, with which time it is if not the first."""
        numbers = numbers or str(self.number)
        return f"{numbers} ({self.again})" if self.again > 1 else numbers

    def name(self, wording: Wording, numbers: str | None = None, n: int = 1) -> str:
        """Return what a reader calls it, such as ``antwoord op vraag 6–8``.

        Parameters
        ----------
        wording : Wording
            The language.
        numbers : str, optional
            The numbers of all questions that it answers; by default the number in the id.
        n : int
            How many questions these are.
        """
        return wording.say(f"publishing.evidence_{self.kind}", numbers=self.cited(numbers), n=n)


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
        return Markup(
            "<div class='finding mathjax_ignore' id='finding-{}'><p>{}</p>{}</div>"
        ).format(self.name, self.sentence, self._evidence_html())

    def __repr__(self) -> str:
        return self.sentence

    def _evidence_html(self) -> Markup:
        """Return the evidence by its names; the report makes links of them, by the ids."""
        if not self.evidence:
            return Markup("")
        wording = Wording(self.language)
        summary = wording.say("publishing.evidence", n=len(self.evidence))
        items = Markup("").join(
            Markup("<li data-evidence='{}'>{}</li>").format(id_, name)
            for id_, name in zip(self.evidence, _names(self.evidence, wording), strict=True)
        )
        return Markup("<details><summary>{}</summary><ul>{}</ul></details>").format(summary, items)


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


def _names(ids: Iterable[str], wording: Wording) -> list[str]:
    """Return what readers call each piece of evidence; with its document where these differ."""
    apart = [(id_, EvidenceId.of(id_)) for id_ in ids]
    several = len({parts.document_id for _, parts in apart if parts}) > 1
    names = []
    for id_, parts in apart:
        name = parts.name(wording) if parts else id_
        if parts and several:
            name = wording.say("publishing.evidence_in", what=name, document=parts.document_id)
        names.append(name)
    return names
