"""From the id of a question, answer or note to its place in the report and a name for it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.errors import AnalysisError
from analysis.measures.coverage import direct_links
from analysis.publishing.findings import EvidenceId
from analysis.summaries.answers import number_ranges
from analysis.wording import Wording

Tables = Mapping[str, pd.DataFrame]

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_NOTE = re.compile(r".*/n(\d+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the report: what readers call it, and its address from the report's folder."""

    text: str
    href: str


@dataclass(frozen=True)
class Evidence:
    """Where the questions and answers of a report can be read.

    Attributes
    ----------
    home
        The page to begin reading; None where there are no documents.
    links
        The place of each question and answer, by its id.
    """

    home: str | None
    links: Mapping[str, Link]

    def of(self, ids: Iterable[str]) -> list[Link]:
        """Return the places of ids, in order; ids that the tables do not have are left out."""
        return [self.links[id_] for id_ in ids if id_ in self.links]


NO_EVIDENCE = Evidence(None, {})
"""Of a report without documents."""


def document_file(document_id: str) -> str:
    """Return the file of a document's page, from the folder of the report.

    Raises
    ------
    AnalysisError
        If the id could name a file elsewhere; the ids that `analysis.tables` gives cannot.
    """
    if not _FILE_NAME.fullmatch(document_id):
        raise AnalysisError(
            f"The document {document_id!r} cannot have a page: its id must be letters, digits, "
            "hyphens, underscores and full stops."
        )
    return f"documents/{document_id}.html"


def anchor(id_: str) -> str:
    """Return the place of a question, answer or note on the page of its document.

    Parameters
    ----------
    id_ : str
        Such as ``doc#16``, ``doc#12.2``, ``doc/a6`` or ``doc/n3``.

    Returns
    -------
    str
        Such as ``q-16``, ``q-12-2``, ``a-6`` or ``n-3``: letters, digits, hyphens and underscores
        only, whatever the id. Two ids of a document never have the same.
    """
    if parts := EvidenceId.of(id_):
        again = f"-{parts.again}" if parts.again > 1 else ""
        return f"{parts.kind[0]}-{parts.number}{again}"
    if note := _NOTE.fullmatch(id_):
        return f"n-{int(note[1])}"
    return "x-" + re.sub(r"[^A-Za-z0-9]", lambda match: f"_{ord(match[0]):x}_", id_)


def name_of(id_: str, wording: Wording, numbers: Iterable[int] = ()) -> str:
    """Return what readers call a question or answer, such as ``antwoord op vraag 6–8``.

    Parameters
    ----------
    id_ : str
        Its id, which is returned where it says nothing.
    wording : Wording
        The language.
    numbers : iterable of int
        The questions that an answer is to; without these, the number in its id.
    """
    parts = EvidenceId.of(id_)
    if not parts:
        return id_
    several = sorted(set(numbers))
    return parts.name(wording, number_ranges(several) or None, len(several) or 1)


def answered_numbers(tables: Tables) -> dict[str, list[int]]:
    """Return the numbers of the questions that each answer is to, by ``answer_id``."""
    questions = tables["questions"]
    number = dict(zip(questions["question_id"], questions["number"], strict=True))
    direct = direct_links(tables["question_answers"])
    numbers: dict[str, list[int]] = defaultdict(list)
    for question_id, answer_id in zip(direct["question_id"], direct["answer_id"], strict=True):
        numbers[answer_id].append(int(number[question_id]))
    return dict(numbers)


def evidence_of(tables: Tables, home: str | None, wording: Wording) -> Evidence:
    """Return where the questions and answers of some tables can be read.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        All tables.
    home : str or None
        The page to begin reading.
    wording : Wording
        The language of the names, which tell the document where there are several.

    Raises
    ------
    AnalysisError
        If the id of a document is not fit for a file.
    """
    several = len(tables["documents"]) > 1
    numbers = answered_numbers(tables)
    links = {}
    for table, key in (("questions", "question_id"), ("answers", "answer_id")):
        frame = tables[table]
        for document_id, id_ in zip(frame["document_id"], frame[key], strict=True):
            name = name_of(id_, wording, numbers.get(id_, ()))
            if several:
                name = wording.say("publishing.evidence_in", what=name, document=document_id)
            links[id_] = Link(name, f"{document_file(document_id)}#{anchor(id_)}")
    return Evidence(home, links)
