"""The state of the data: what each document should hold, what was found, where its text went."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pandas as pd

from analysis.measures.coverage import direct_links
from analysis.wording import Wording
from analysis.wording.reasons import finding_sentence

Tables = Mapping[str, pd.DataFrame]

PARTS = ("answers", "questions", "context", "notes", "rest")
"""Where the text of a document goes; the rest is its letters, headings and page furniture."""


_SHOWN = 90  # characters of the document that are shown at the place of a finding
_OF_COUNTS = (
    "document_id errors warnings expected questions missing answers unanswered unplaced".split()
)


def table_sizes(tables: Tables) -> pd.DataFrame:
    """Return the number of ``rows`` of each ``table``."""
    sizes = {"table": list(tables), "rows": [len(table) for table in tables.values()]}
    return pd.DataFrame(sizes)


def sizes_sentence(tables: Tables, wording: Wording) -> str:
    """Say in one sentence how many documents, questions, answers and askers were read."""
    nouns = {"documents": "document", "questions": "question", "answers": "answer"}
    counts = [wording.count(len(tables[name]), f"common.{noun}") for name, noun in nouns.items()]
    asked = tables["askers"].query("role == 'asked'")["fractie"].nunique()
    fracties = wording.say("tables.fracties", n=asked)
    return wording.say("tables.read", counts=wording.join(counts), fracties=fracties)


def naming_columns(tables: Tables) -> list[str]:
    """Return the columns that a row needs besides a number of a question to be found again."""
    return ["document_id"] if len(tables["documents"]) > 1 else []


def findings_in(tables: Tables, wording: Wording) -> pd.DataFrame:
    """Return the findings with their sentences in a language, the gravest first.

    Returns
    -------
    DataFrame
        ``document_id``, ``severity``, ``message``, ``place`` (offset in the document's text).
    """
    findings = tables["findings"]
    message = [
        finding_sentence(code, json.loads(details) if pd.notna(details) else {}, wording)
        for code, details in zip(findings["code"], findings["details"], strict=True)
    ]
    table = findings[["document_id", "severity"]].assign(message=message, place=findings["start"])
    order = table["severity"].map(["error", "warning", "note"].index)
    return table.iloc[order.argsort(kind="stable")].reset_index(drop=True)


def left_out(tables: Tables, wording: Wording) -> pd.DataFrame:
    """Return the files that are not in the tables, each with the reason in a sentence.

    Returns
    -------
    DataFrame
        ``document_id`` (the name that it would have had), ``message``; empty where every file
        that was given could be read and none was given twice.
    """
    named = {"unreadable", "duplicate_document"}
    rows = tables["findings"]["code"].isin(named).to_numpy()
    of_files = {**tables, "findings": tables["findings"][rows]}
    return findings_in(of_files, wording)[["document_id", "message"]]


def findings_with_words(tables: Tables, texts: Mapping[str, str], wording: Wording) -> pd.DataFrame:
    """Return the findings about documents that were read, each with the words at its place.

    Parameters
    ----------
    texts
        The text as read of each document, by ``document_id``.

    Returns
    -------
    DataFrame
        As `findings_in`, with ``there``: the first words that stand at the place, null for a
        finding about the whole document. Without the numbers of questions and answers, which
        `document_counts` has, and without files that are `left_out`.
    """
    elsewhere = {"counts", "unreadable", "duplicate_document"}
    rows = (~tables["findings"]["code"].isin(elsewhere)).to_numpy()
    found = findings_in({**tables, "findings": tables["findings"][rows]}, wording)
    there = [
        _words_at(texts.get(document, ""), place)
        for document, place in zip(found["document_id"], found["place"], strict=True)
    ]
    return found.assign(there=there)[["document_id", "severity", "message", "there", "place"]]


def _words_at(text: str, place: int | None) -> str | None:
    """Return the first words at a place of a text, cut at a word."""
    if place is None or pd.isna(place):
        return None
    words = " ".join(text[place : place + 2 * _SHOWN].split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"


def corrections_made(tables: Tables, wording: Wording) -> pd.DataFrame:
    """Return the corrections by hand, each with whether it applies.

    Returns
    -------
    DataFrame
        ``item_id`` (the document where nothing in it is named), ``column``, ``value``, ``who``,
        ``why``, ``status`` in words.
    """
    table = tables["corrections"]
    said = [wording.say(f"values.correction.{status}") for status in table["status"]]
    item = table["item_id"].fillna(table["document_id"])
    columns = ["column", "value", "who", "why"]
    return table[columns].assign(status=said).assign(item_id=item)[["item_id", *columns, "status"]]


def expected_and_found(tables: Tables) -> pd.DataFrame:
    """Return what should be in each document that was read and what was found, the worst first.

    Returns
    -------
    DataFrame
        Of `document_counts` the columns that tell whether all is there, with ``missing``: the
        numbers that were expected and not found.
    """
    counts = document_counts(tables)
    counts = counts[counts["document_id"].isin(tables["documents"]["document_id"])]
    gaps = tables["findings"][tables["findings"]["code"] == "missing_numbers"]
    numbers = [json.loads(details)["numbers"] for details in gaps["details"]]
    missing = dict(zip(gaps["document_id"], numbers, strict=True))
    counts = counts.assign(missing=counts["document_id"].map(missing).astype("str"))
    worst = counts.sort_values(["errors", "warnings"], ascending=False, kind="stable")
    return worst[_OF_COUNTS].reset_index(drop=True)


def document_counts(tables: Tables) -> pd.DataFrame:
    """Return per document what should be in it and what was found.

    Returns
    -------
    DataFrame
        ``document_id``, ``kind``, ``expected`` (the highest question number), ``questions``,
        ``answers``, ``joint_answers``, ``unanswered`` questions, ``notes``, ``unplaced``
        (characters that belong to no question and no answer), and the numbers of findings by
        severity: ``errors``, ``warnings``. Documents that could not be read have a row with their
        findings and nothing else.
    """
    documents = tables["documents"].set_index("document_id")
    ids = dict.fromkeys([*documents.index, *tables["findings"]["document_id"]])
    table = pd.DataFrame(index=pd.Index(list(ids), name="document_id"))
    table["kind"] = documents["kind"]
    direct = direct_links(tables["question_answers"])
    joint = direct[direct["relation"] == "joint"]
    questions = tables["questions"]
    unanswered = questions[~questions["question_id"].isin(direct["question_id"])]
    table["expected"] = questions.groupby("document_id")["number"].max()
    table["questions"] = questions.groupby("document_id").size()
    table["answers"] = tables["answers"].groupby("document_id").size()
    table["joint_answers"] = joint.groupby("document_id")["answer_id"].nunique()
    table["unanswered"] = unanswered.groupby("document_id").size()
    table["notes"] = tables["notes"].groupby("document_id").size()
    table["unplaced"] = _unplaced(tables["findings"])
    for severity, name in (("error", "errors"), ("warning", "warnings")):
        findings = tables["findings"][tables["findings"]["severity"] == severity]
        table[name] = findings.groupby("document_id").size()
    numbers = [column for column in table.columns if column != "kind"]
    table[numbers] = table[numbers].fillna(0).astype(int)
    return table.reset_index()


def _unplaced(findings: pd.DataFrame) -> pd.Series:
    """Return by document how many characters the check could give to nobody."""
    found = findings[findings["code"] == "unplaced_text"]
    characters = found["details"].map(lambda text: json.loads(text)["characters"]).astype("int64")
    return characters.groupby(found["document_id"]).sum()


def text_use(tables: Tables, texts: Mapping[str, str]) -> pd.DataFrame:
    """Return where the characters of the documents went.

    Parameters
    ----------
    tables
        All tables.
    texts
        The text as read of each document, by ``document_id``.

    Returns
    -------
    DataFrame
        One row for each of `PARTS`: ``part``, ``characters`` other than white space, ``share``
        of all such characters. Shares are nan where there is no text.
    """
    questions, notes = tables["questions"], tables["notes"]
    used = {
        "answers": _characters(tables["answers"]["text"]),
        "questions": _characters(questions["text"]) + _characters(questions["restated"]),
        "context": _characters(questions["context"]),
        "notes": _characters(notes["text"]) + _characters(notes["urls"]),
    }
    total = _characters(pd.Series(dict(texts), dtype="str"))
    used["rest"] = max(total - sum(used.values()), 0)
    table = pd.DataFrame({"part": list(PARTS), "characters": [used[part] for part in PARTS]})
    return table.assign(share=table["characters"] / total if total else float("nan"))


def _characters(texts: pd.Series) -> int:
    return int(texts.dropna().str.replace(r"\s", "", regex=True).str.len().sum())
