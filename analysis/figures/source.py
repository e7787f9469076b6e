"""The source line of a figure."""

from __future__ import annotations

import pandas as pd

from analysis.wording import Wording


def source_line(documents: pd.DataFrame, wording: Wording) -> str:
    """Return what the figures rest on: the document, or how many from when to when.

    Parameters
    ----------
    documents
        The table of that name.
    wording
        The language.
    """
    if len(documents) == 1:
        return _one(documents.iloc[0], wording)
    days = documents["answered_on"].dropna()
    if days.empty:
        return wording.say("figures.source.undated", documents=_count(documents, wording))
    return wording.say(
        "figures.source.several",
        documents=_count(documents, wording),
        first=wording.date(days.min()),
        last=wording.date(days.max()),
    )


def _one(document: pd.Series, wording: Wording) -> str:
    kind = document["kind"] if pd.notna(document["kind"]) else "document"
    chamber = document["chamber"] if pd.notna(document["chamber"]) else "none"
    named = [document["title"] if pd.notna(document["title"]) else document["source"]]
    if pd.notna(document["dossier"]):
        named.append(wording.say("figures.source.dossier", dossier=document["dossier"]))
    values = {
        "name": ", ".join(named),
        "kind": wording.say(f"figures.kind.{kind}"),
        "chamber": wording.say(f"figures.chamber.{chamber}"),
    }
    if pd.isna(document["answered_on"]):
        return wording.say("figures.source.one_undated", **values)
    return wording.say("figures.source.one", day=wording.date(document["answered_on"]), **values)


def _count(documents: pd.DataFrame, wording: Wording) -> str:
    return wording.count(len(documents), "common.document")
