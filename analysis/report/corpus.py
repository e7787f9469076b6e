"""What was analysed, in words and as a list of documents."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from analysis.report.evidence import document_file
from analysis.report.rows import DocumentRows, Row
from analysis.wording import Wording

# More than these are listed on a page of their own.
SHOWN = 20
LIST_FILE = "documents.html"
# Such as "minister van Financiën", and not "minister Jansen (Financiën)".
_OFFICE = re.compile(r"(minister|staatssecretaris)\s+(van|voor)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Listed:
    """A document in a list: its page, what it is and what is in it."""

    file: str
    title: str
    kind: str | None
    chamber: str | None
    asked_on: date | None
    answered_on: date | None
    questions: int
    answers: int


@dataclass(frozen=True)
class Corpus:
    """What was analysed.

    Attributes
    ----------
    lead
        What the report is about, in one or two sentences.
    documents
        In the order of the day of the answer.
    home
        The page to begin reading them; None where there are none.
    """

    lead: str
    documents: list[Listed]
    home: str | None

    @property
    def shown(self) -> list[Listed]:
        """The documents that the index lists; a page of its own lists all."""
        return self.documents[:SHOWN]


def describe_corpus(rows: list[DocumentRows], wording: Wording) -> Corpus:
    """Return what was analysed.

    Parameters
    ----------
    rows : list of DocumentRows
        As `analysis.report.rows.rows_by_document` returns them.
    wording : Wording
        The language.

    Raises
    ------
    AnalysisError
        If the id of a document is not fit for a file.
    """
    documents = [_listed(one, wording) for one in rows]
    if len(documents) == 1:
        home, lead = documents[0].file, _lead_of_one(rows[0], wording)
    else:
        home, lead = LIST_FILE if documents else None, _lead_of_many(documents, wording)
    return Corpus(lead, documents, home)


def title_of(document: Row) -> str:
    """Return the title of a document, or what else it is known by."""
    return document["title"] or document["document_id"]


def chamber_of(document: Row, wording: Wording) -> str | None:
    """Return the name of the chamber that asks, if that is known."""
    code = document["chamber"]
    return wording.say(f"report.chambers.{code}") if code else None


def kind_of(document: Row, wording: Wording) -> str | None:
    """Return the name of a document's kind, if that is known."""
    code = document["kind"]
    return wording.value("kind", code) if code else None


def respondents_of(document: Row) -> tuple[str | None, list[str]]:
    """Return who answers, and on whose behalf as well."""
    others = document["co_respondents"]
    return document["respondent"], others.split("; ") if others else []


def office(respondent: str, wording: Wording) -> str:
    """Return who answers as in a sentence: an office gets an article, a person does not."""
    if _OFFICE.match(respondent):
        return wording.say("report.lead.respondent", name=respondent)
    return respondent


def _listed(rows: DocumentRows, wording: Wording) -> Listed:
    document = rows.document
    return Listed(
        file=document_file(document["document_id"]),
        title=title_of(document),
        kind=kind_of(document, wording),
        chamber=chamber_of(document, wording),
        asked_on=document["asked_on"],
        answered_on=document["answered_on"],
        questions=len(rows.questions),
        answers=len(rows.answers),
    )


def _counts(documents: int, questions: int, answers: int, wording: Wording) -> Mapping[str, str]:
    return {
        "documents": wording.count(documents, "common.document"),
        "questions": wording.count(questions, "common.question"),
        "answers": wording.count(answers, "common.answer"),
    }


def _lead_of_many(documents: list[Listed], wording: Wording) -> str:
    """Say how much was analysed, and of what period."""
    questions = sum(document.questions for document in documents)
    answers = sum(document.answers for document in documents)
    counts = _counts(len(documents), questions, answers, wording)
    said = [wording.say("report.lead.many", **counts)]
    days = sorted(document.answered_on for document in documents if document.answered_on)
    if days and days[0] == days[-1]:
        said.append(wording.say("report.lead.one_day", day=days[0]))
    elif days:
        said.append(wording.say("report.lead.period", first=days[0], last=days[-1]))
    return " ".join(said)


def _lead_of_one(rows: DocumentRows, wording: Wording) -> str:
    """Say what the document is, how much is in it, and who answered when, as far as is known."""
    document, say = rows.document, wording.say
    counts = _counts(1, len(rows.questions), len(rows.answers), wording)
    what = say(f"report.lead.kinds.{document['kind'] or 'unknown'}")
    if document["title"]:
        what = say("report.lead.titled", what=what, title=document["title"])
    if document["chamber"]:
        what = say("report.lead.of_chamber", what=what, chamber=chamber_of(document, wording))
    one = say(
        "report.lead.one", what=what, questions=counts["questions"], answers=counts["answers"]
    )
    return " ".join(filter(None, [one, _answered(document, wording)]))


def _answered(document: Row, wording: Wording) -> str | None:
    """Say who answered and when, or the one that is known; None if neither is."""
    respondent, others = respondents_of(document)
    day = document["answered_on"]
    if not respondent:
        return wording.say("report.lead.one_day", day=day) if day else None
    by = office(respondent, wording)
    if others:
        names = [office(name, wording) for name in others]
        by = wording.say("report.lead.on_behalf", who=by, others=wording.join(names))
    if day:
        return wording.say("report.lead.answered_by_on", who=by, day=day)
    return wording.say("report.lead.answered_by", who=by)
