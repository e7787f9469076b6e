"""How long questions waited for their answer, with those that still wait."""

from __future__ import annotations

import re
import warnings
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from analysis.measures.timeliness import RULE_DAYS, days_between
from analysis.summaries.intervals import LEVEL

Tables = Mapping[str, pd.DataFrame]

_WITHOUT_ANSWER = ("vragen", "uitstel")
_UNDER_THE_RULE = ("aanhangsel", "brief", "vragen", "uitstel")
_SHORTEST_TEXT = 40  # letters: shorter questions do not tell two sets apart


def cases(tables: Tables, rule_days: int = RULE_DAYS) -> pd.DataFrame:
    """Return one row per set of questions, with when it was asked, deferred and answered.

    The questions as they were put, the notice that the answer comes later, and the answer are
    documents of their own. They are taken together where they carry the same reference, or have
    the same first and last question.

    Parameters
    ----------
    tables
        All tables.
    rule_days
        Term of the rule for Kamervragen, in days; the last day is in time.

    Returns
    -------
    DataFrame
        By date of the questions: ``document_id`` (that of the answer, else the first),
        ``n_documents``, ``title``, ``kind``, ``respondent``, ``asked_on``, ``due_on``,
        ``deferred_on``, ``answered_on``, ``days`` from question to answer, ``days_asked`` in the
        term asked for, ``days_past_due`` (negative where the answer was early), ``days_past_rule``
        (null for documents that the rule is not about), ``waiting_days`` (of a set without an
        answer: to the last date in any of the documents), ``state`` (``answered``, ``waiting``, or
        ``undated`` where the dates do not tell).
    """
    documents = tables["documents"]
    frame = documents.assign(case=_case_of(tables))
    rows = [_case(group) for _, group in frame.groupby("case", sort=False)]
    columns = ["document_id", "n_documents", "title", "kind", "respondent", "asked_on", "due_on"]
    dates = ["asked_on", "due_on", "deferred_on", "answered_on"]
    found = pd.DataFrame(rows, columns=[*columns, "deferred_on", "answered_on"])
    found = found.astype(dict.fromkeys(dates, "datetime64[ns]"))
    found["days"] = days_between(found["asked_on"], found["answered_on"])
    found["days_asked"] = days_between(found["asked_on"], found["due_on"])
    found["days_past_due"] = days_between(found["due_on"], found["answered_on"])
    past_rule = found["days"] - rule_days
    found["days_past_rule"] = past_rule.where(found["kind"].isin(_UNDER_THE_RULE))
    last = documents[["asked_on", "answered_on"]].max().max()
    waits = found["answered_on"].isna() & found["asked_on"].notna()
    waited = days_between(found["asked_on"], pd.Series(last, index=found.index))
    found["waiting_days"] = waited.where(waits)
    answered = found["days"].notna() & (found["days"] >= 0)
    found["state"] = np.select([answered, waits], ["answered", "waiting"], "undated")
    return found.sort_values(["asked_on", "document_id"], ignore_index=True)


def superseded(tables: Tables) -> set[str]:
    """Return the documents with questions, or a deferral, whose answer is in the tables as well.

    Their questions stand in the document of the answer too, and count there.
    """
    frame = tables["documents"].assign(case=_case_of(tables))
    without = frame["kind"].isin(_WITHOUT_ANSWER)
    came = set(frame.loc[~without & frame["answered_on"].notna(), "case"])
    return set(frame.loc[without & frame["case"].isin(came), "document_id"])


def response_times(tables: Tables, rule_days: int = RULE_DAYS) -> pd.DataFrame:
    """Return the `cases` that were answered; those without both dates are not in it."""
    found = cases(tables, rule_days)
    return found[found["state"] == "answered"].reset_index(drop=True)


def waiting_counts(found: pd.DataFrame) -> pd.DataFrame:
    """Return how many of the `cases` were answered, within and past their term, and deferred.

    Returns
    -------
    DataFrame
        ``kind``, ``n`` sets of questions, ``came`` (answered), ``waiting``, ``undated``,
        ``deferred``, ``with_term`` (answered ones that had a term asked for) and ``past_due``,
        ``under_rule`` (answered ones that the rule is about) and ``past_rule``. Largest first.
    """
    frame = found.assign(kind=found["kind"].fillna("document"))
    marks = pd.DataFrame(
        {
            "n": 1,
            "came": frame["state"] == "answered",
            "waiting": frame["state"] == "waiting",
            "undated": frame["state"] == "undated",
            "deferred": frame["deferred_on"].notna(),
            "with_term": frame["days_past_due"].notna(),
            "past_due": (frame["days_past_due"] > 0).fillna(False),
            "under_rule": frame["days_past_rule"].notna(),
            "past_rule": (frame["days_past_rule"] > 0).fillna(False),
        }
    ).astype(int)
    table = marks.groupby(frame["kind"]).sum().reset_index()
    return table.sort_values(["n", "kind"], ascending=[False, True], ignore_index=True)


def waiting_curve(found: pd.DataFrame) -> pd.DataFrame:
    """Return which share of the sets of questions still waited after so many days.

    Returns
    -------
    DataFrame
        ``days``, ``share_waiting`` after that day, ``low``, ``high``, ``at_risk`` (sets that had
        waited that long). One row per day on which an answer came, after a first row for day 0.
        Empty where no set of questions has a date.

    Notes
    -----
    Kaplan and Meier (1958) with a log-log interval, as in `scipy.stats.ecdf`; a set without an
    answer counts as waiting until the last date in the documents.
    """
    columns = ["days", "share_waiting", "low", "high", "at_risk"]
    came = found.loc[found["state"] == "answered", "days"].to_numpy(float)
    waits = found.loc[found["state"] == "waiting", "waiting_days"].to_numpy(float)
    if not len(came) + len(waits):
        return pd.DataFrame(columns=columns)
    waited = np.concatenate([came, waits])
    start = pd.DataFrame([[0.0, 1.0, 1.0, 1.0, len(waited)]], columns=columns)
    if not len(came):
        return start
    survival = stats.ecdf(stats.CensoredData(uncensored=came, right=waits)).sf
    with warnings.catch_warnings():  # scipy warns that there is none where all or none wait
        warnings.simplefilter("ignore", RuntimeWarning)
        interval = survival.confidence_interval(LEVEL, method="log-log")
    rows = pd.DataFrame(
        {
            "days": survival.quantiles,
            "share_waiting": survival.probabilities,
            "low": interval.low.probabilities,
            "high": interval.high.probabilities,
            "at_risk": [int((waited >= day).sum()) for day in survival.quantiles],
        }
    )
    rows = rows[np.isin(rows["days"], came)]
    return pd.concat([start, rows], ignore_index=True) if len(rows) else start


def median_wait(curve: pd.DataFrame) -> float:
    """Return after how many days half was answered; nan where that has not come yet."""
    half = curve.loc[curve["share_waiting"] <= 0.5, "days"]
    return float(half.iloc[0]) if len(half) else float("nan")


def _case(group: pd.DataFrame) -> dict[str, Any]:
    """Return what the documents of one set of questions say together."""
    answers = group[~group["kind"].isin(_WITHOUT_ANSWER) & group["answered_on"].notna()]
    deferrals = group[group["kind"] == "uitstel"]
    # The first answer is the answer; what came later supplements it.
    lead = (answers if len(answers) else group).sort_values("answered_on").iloc[0]
    return {
        **lead[["document_id", "kind", "respondent"]].to_dict(),
        "title": _first(group["title"], lead["title"]),
        "n_documents": len(group),
        "asked_on": group["asked_on"].min(),
        "due_on": group["due_on"].min(),
        "deferred_on": deferrals["answered_on"].min(),
        "answered_on": answers["answered_on"].min(),
    }


def _first(values: pd.Series, preferred: Any) -> Any:
    known = values.dropna()
    return preferred if pd.notna(preferred) or known.empty else known.iloc[0]


def _case_of(tables: Tables) -> list[str]:
    """Return for each document the name of the first one that its questions are in."""
    first_of: dict[Hashable, str] = {}
    leader: dict[str, str] = {}
    for document_id, keys in _keys(tables):
        found = {_root(first_of[key], leader) for key in keys if key in first_of}
        top = min(found, default=document_id)
        for name in (document_id, *found):
            leader[name] = top
        first_of |= {key: top for key in keys if key not in first_of}
    return [_root(name, leader) for name in tables["documents"]["document_id"]]


def _root(name: str, leader: dict[str, str]) -> str:
    while leader[name] != name:
        name = leader[name]
    return name


def _keys(tables: Tables) -> Iterator[tuple[str, list[Hashable]]]:
    """Yield what identifies the questions of each document.

    The first question alone does not: two members may ask whether the same article is known.
    """
    texts = tables["questions"].sort_values("number").groupby("document_id")["text"]
    first, last = texts.first(), texts.last()
    for document in tables["documents"].itertuples():
        keys: list[Hashable] = []
        if pd.notna(document.reference):
            keys.append(("reference", document.reference))
        ends = tuple(_letters(text.get(document.document_id)) for text in (first, last))
        if len("".join(dict.fromkeys(ends))) >= _SHORTEST_TEXT:
            keys.append(("text", ends))
        yield document.document_id, keys


def _letters(text: Any) -> str:
    return "" if pd.isna(text) else re.sub(r"[\W\d_]+", "", str(text).casefold())
