"""Who asked, what was answered and how late, in words; and what cannot be concluded."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.conclusions.base import Conclusion
from analysis.publishing import Notice, show_notice
from analysis.summaries.coverage import (
    median_wait,
    outcome_of,
    route_counts,
    silent_fracties,
    waiting_curve,
)
from analysis.summaries.intervals import document_share
from analysis.wording import Wording

_MOST_EVIDENCE = 200


def chosen(
    rule: str, outcome: str, minimum: int, rule_days: int, n: tuple[int, int, int], wording: Wording
) -> Notice:
    """Say by which rules is counted, and how many of the documents are in the period.

    Parameters
    ----------
    rule, outcome, minimum, rule_days
        As the reader chose them.
    n
        Number of documents in the period, of all, and of those whose questions count elsewhere.
    wording
        The language.
    """
    said = wording.say(
        "coverage.chosen",
        rule=wording.say(f"coverage.rule.{rule}"),
        outcome=wording.say(f"coverage.outcome.{outcome}"),
        minimum=minimum,
        days=rule_days,
        inside=n[0],
        documents=n[1],
        elsewhere=n[2],
    )
    return show_notice(said)


def coverage(overview: pd.DataFrame, wording: Wording) -> Conclusion:
    """Say how the questions were answered, from `summaries.coverage.question_overview`."""
    counts = {str(route): int(n) for route, n in route_counts(overview).items()}
    none, total = counts.pop("none"), len(overview)
    ways = wording.join(
        [wording.say(f"conclusions.ways.{route}", n=n) for route, n in counts.items() if n]
    )
    if none == total:
        said = wording.say("conclusions.coverage_nothing", n=total)
    elif none:
        values = {"answered": total - none, "total": total, "ways": ways, "none": none}
        said = wording.say("conclusions.coverage", **values)
    else:
        said = wording.say("conclusions.coverage_all", total=total, ways=ways)
    unusual = overview.loc[overview["route"].isin(["reference", "none"]), "question_id"]
    return Conclusion("coverage", said, 15, tuple(unusual[:_MOST_EVIDENCE]))


def outcomes(overview: pd.DataFrame, outcome: str, wording: Wording) -> Conclusion | Notice:
    """Say which share of the questions and of their asks was answered, as judged by rules.

    Parameters
    ----------
    overview
        As `question_overview` returns it, with the judgement.
    outcome
        One of `analysis.summaries.coverage.OUTCOMES`.
    wording
        The language.
    """
    if overview.empty:
        return show_notice(wording.say("coverage.no_questions"))
    found = outcome_of(overview, outcome)
    known = found.notna().astype(float)
    hits = found.fillna(False).astype(bool)
    questions = _share(overview, hits.astype(float), known, wording)
    values = {"outcome": wording.say(f"coverage.outcome.{outcome}"), **questions}
    key = "coverage.outcome_questions"
    due = overview["asks_due"].fillna(0).astype(float)
    if due.sum():
        full = overview["asks_full"].fillna(0).astype(float)
        asks = _share(overview, full, due, wording)
        values |= {f"asks_{name}": value for name, value in asks.items() if name != "method"}
        key = "coverage.outcome_asks"
    missed = overview.loc[found.notna() & ~hits, "question_id"]
    return Conclusion("outcome", wording.say(key, **values), 16, tuple(missed[:_MOST_EVIDENCE]))


def _share(
    overview: pd.DataFrame, hits: pd.Series, totals: pd.Series, wording: Wording
) -> dict[str, Any]:
    sums = pd.DataFrame({"hits": hits, "totals": totals}).groupby(overview["document_id"]).sum()
    total = sums["totals"].to_numpy()
    found = document_share(sums["hits"].to_numpy(), total, total)
    return {
        "n": int(hits.sum()),
        "total": int(totals.sum()),
        "share": wording.percent(found.share),
        "interval": wording.interval(found.low, found.high, percent=True),
        "method": wording.say(f"coverage.method.{found.method}"),
    }


def comparison(
    routes: pd.DataFrame, compared: pd.DataFrame, minimum: int, wording: Wording
) -> Conclusion | Notice:
    """Say whether fracties differ, and where that cannot be said.

    Parameters
    ----------
    routes
        Groups of fracties, as `shares_by` returns them.
    compared
        As `compare_fracties` returns it.
    minimum
        Fewest questions for which fracties are compared.
    wording
        The language.
    """
    asked = routes[routes["role"] == "asked"]
    if asked.empty:
        return show_notice(wording.say("conclusions.no_askers"))
    counts = wording.join(
        [f"{row.fractie} {wording.amount(row.n_questions)}" for row in asked.itertuples()]
    )
    enough = list(asked.loc[asked["enough"], "fractie"])
    tested = compared[compared["verdict"] != "too_few"]
    shown = tested[tested["verdict"] != "none"]
    values: dict[str, Any] = {"minimum": minimum, "counts": counts}
    if len(shown):
        listed = wording.join([_difference(row, wording) for row in shown.itertuples()])
        said = wording.say("coverage.differ", differences=listed, n=len(tested))
    elif len(tested):
        fracties = wording.join(list(tested["fractie"]))
        said = wording.say("coverage.no_difference", fracties=fracties)
    elif len(enough) > 1:
        said = wording.say("conclusions.comparison", fracties=wording.join(enough), **values)
    elif enough:
        said = wording.say("conclusions.no_comparison", enough=enough[0], **values)
    else:
        said = wording.say("conclusions.no_comparison_none", **values)
    return Conclusion("comparison", said, 20)


def _difference(row: Any, wording: Wording) -> str:
    # In the direction that the sentence names; an end beyond zero keeps its sign.
    low, high = sorted((row.low, row.high) if row.difference > 0 else (-row.low, -row.high))
    return wording.say(
        f"coverage.difference_{row.verdict}",
        fractie=row.fractie,
        points=wording.number(abs(row.difference)),
        interval=wording.interval(low, high),
        n=int(row.n_questions),
        others=int(row.n_others),
    )


def silence(members: pd.DataFrame, wording: Wording) -> Notice:
    """Say which fracties sat in the committees and asked nothing."""
    if members.empty:
        return show_notice(wording.say("conclusions.no_members"))
    silent = silent_fracties(members)
    if not silent:
        return show_notice(wording.say("coverage.all_asked"))
    return show_notice(wording.say("coverage.silent", fracties=wording.join(silent)))


def response(found: pd.DataFrame, wording: Wording) -> Conclusion | Notice:
    """Say how long the answers took, from `summaries.coverage.cases`."""
    answered = found[found["state"] == "answered"]
    waiting = int((found["state"] == "waiting").sum())
    if len(answered) + waiting == 0:
        return show_notice(wording.say("conclusions.no_times"))
    if len(answered) + waiting > 1 or answered.empty:
        said = _many_responses(found, answered, waiting, wording)
        return Conclusion("response-time", said, 25)
    only = answered.iloc[0]
    days = int(only["days"])
    if pd.isna(only["days_asked"]):
        said = wording.say("conclusions.days", days=days)
    elif only["days_past_due"] > 0:
        asked, late = int(only["days_asked"]), int(only["days_past_due"])
        said = wording.say("conclusions.late", days=days, asked=asked, n=late)
    else:
        said = wording.say("conclusions.in_time", days=days, asked=int(only["days_asked"]))
    return Conclusion("response-time", said, 25)


def _many_responses(
    found: pd.DataFrame, answered: pd.DataFrame, waiting: int, wording: Wording
) -> str:
    median = median_wait(waiting_curve(found))
    past = answered["days_past_rule"].dropna()
    values = {
        "sets": wording.count(len(answered) + waiting, "coverage.set"),
        "answered": len(answered),
        "waiting": waiting,
        "undated": int((found["state"] == "undated").sum()),
        "past": int((past > 0).sum()),
        "under_rule": len(past),
    }
    if pd.isna(median):
        return wording.say("coverage.days_not_half", **values)
    return wording.say("coverage.days_many", median=wording.number(median), **values)


def limits(
    questions: pd.DataFrame, compared: pd.DataFrame, found: pd.DataFrame, wording: Wording
) -> Notice:
    """Say what would still not be concluded from this page, for these documents.

    Parameters
    ----------
    questions, compared, found
        As `question_overview`, `compare_fracties` and `cases` return them.
    wording
        The language.
    """
    said = []
    if questions["document_id"].nunique() == 1:
        said.append(wording.say("coverage.limit_one_document"))
    few = compared.loc[compared["verdict"] == "too_few", "fractie"]
    if len(few):
        said.append(wording.say("coverage.limit_too_few", fracties=wording.join(list(few))))
    unknown = int(questions["fractie"].isna().sum())
    if unknown:
        said.append(wording.say("coverage.limit_unknown_asker", n=unknown, total=len(questions)))
    waiting = questions["kind"].isin(["vragen", "uitstel"])
    if waiting.any():
        said.append(wording.say("coverage.limit_waiting", n=int(waiting.sum())))
    undated = int((found["state"] == "undated").sum())
    if undated:
        said.append(wording.say("coverage.limit_undated", n=undated, total=len(found)))
    return show_notice(" ".join([*said, wording.say("coverage.limits")]))
