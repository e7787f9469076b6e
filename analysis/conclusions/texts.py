"""What is in the documents, how long the answers are, their devices and topics, in words."""

from __future__ import annotations

import math

import pandas as pd

from analysis.conclusions.base import Conclusion
from analysis.publishing import Notice, show_notice
from analysis.summaries.intervals import document_median, share_interval
from analysis.wording import Wording

_MOST_QUOTES = 6
_LONGEST_QUOTE = 160  # characters


def state_of_data(counts: pd.DataFrame, wording: Wording) -> Conclusion:
    """Say whether the documents are complete, from `summaries.quality.document_counts`."""
    total = counts.sum(numeric_only=True)
    values = {
        "questions": wording.count(int(total["questions"]), "common.question"),
        "answers": wording.count(int(total["answers"]), "common.answer"),
    }
    if total["errors"] or total["warnings"]:
        errors = wording.count(int(total["errors"]), "findings.error")
        warnings = wording.count(int(total["warnings"]), "findings.warning")
        said = wording.say("conclusions.incomplete", errors=errors, warnings=warnings, **values)
    else:
        said = wording.say("conclusions.complete", **values)
    return Conclusion("state-of-data", said, 50)


def length(overview: pd.DataFrame, wording: Wording) -> Conclusion | Notice:
    """Say how long the answers are, from `summaries.answers.answer_overview`."""
    if overview.empty:
        return show_notice(wording.say("conclusions.no_answers"))
    words = overview["n_words"]
    short, long = overview.loc[words.idxmin()], overview.loc[words.idxmax()]
    (low, high), _ = document_median(words.to_numpy(), overview["document_id"].to_numpy())
    one = overview["document_id"].nunique() == 1
    where = {"short": short["questions"], "long": long["questions"]} if one else {}
    said = wording.say(
        "conclusions.length_one" if one else "conclusions.length",
        words=wording.number(words.sum()),
        median=wording.number(words.median()),
        interval=_interval(low, high, wording),
        shortest=wording.number(short["n_words"]),
        longest=wording.number(long["n_words"]),
        **where,
    )
    return Conclusion("answer-length", said, 30, (short["answer_id"], long["answer_id"]))


def _interval(low: float, high: float, wording: Wording) -> str:
    if math.isnan(low):
        return wording.say("conclusions.no_interval")
    return wording.say("conclusions.interval", interval=wording.interval(low, high))


def devices(
    hits: pd.DataFrame,
    rates: pd.DataFrame,
    category: str,
    name: str,
    documents: pd.DataFrame,
    wording: Wording,
) -> Conclusion:
    """Say how many answers use a device, in whose words.

    Parameters
    ----------
    hits, rates
        As `device_hits` and `device_rates` of `analysis.summaries.devices` return them.
    category, name
        Code of the device, and its name in the language.
    documents
        The table of that name: a demissionary cabinet may have had good reason.
    wording
        The language.
    """
    rate = rates.iloc[0]
    interval = wording.interval(rate["share_low"], rate["share_high"], percent=True)
    total = int(rate["n_answers"])
    own = hits[hits["category"] == category].drop_duplicates("answer_id")
    finding = f"devices-{category}"
    if own.empty:
        values = {"total": total, "name": name, "interval": interval}
        return Conclusion(finding, wording.say("conclusions.devices_none", **values), 10)
    values = {"n": int(rate["n_with"]), "total": total, "name": name, "interval": interval}
    values["share"] = wording.percent(rate["share"])
    if len(own) > _MOST_QUOTES or len(documents) > 1:
        said = wording.say("conclusions.devices_many", **values)
    else:
        demissionary = bool(documents["cabinet_demissionary"].fillna(False).all())
        key = "conclusions.devices" if demissionary else "conclusions.devices_not_demissionary"
        said = wording.say(key, answers=_quotes(own, wording), **values)
    return Conclusion(finding, said, 10, tuple(own["answer_id"]))


def _quotes(hits: pd.DataFrame, wording: Wording) -> str:
    return wording.join(
        [
            wording.say("conclusions.devices_answer", questions=hit.questions, words=_quote(hit))
            for hit in hits.itertuples()
        ]
    )


def _quote(hit: object) -> str:
    """Return the sentence of a hit, word for word; what is left out for length is marked."""
    before, after = hit.before, hit.after
    room = max(_LONGEST_QUOTE - len(hit.words), 0)
    if len(before) > room // 2:
        before = "… " + before[len(before) - room // 2 :].partition(" ")[2]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + " …"
    return f"{before}{hit.words}{after}"


def topics(units: pd.DataFrame, title: str, wording: Wording) -> Conclusion:
    """Say which heading of a document has most questions.

    Parameters
    ----------
    units
        As `analysis.summaries.topics.topic_units` returns them; at least one.
    title
        Name of the document.
    wording
        The language.
    """
    by_heading = units.groupby("section", sort=False)["n_questions"].sum()
    if units["section"].nunique() < 2:
        return Conclusion("topics", wording.say("conclusions.topics_none", title=title), 40)
    said = wording.say(
        "conclusions.topics",
        title=title,
        topics=units["section"].nunique(),
        n=int(by_heading.max()),
        total=int(units["n_questions"].sum()),
        heading=by_heading.idxmax(),
    )
    return Conclusion("topics", said, 40)


def reliability(agreement: pd.Series, wording: Wording) -> str:
    """Say how often the instrument is wrong, from `summaries.devices.agreement_with_labels`."""
    if not agreement["n"]:
        return wording.say("conclusions.no_labels")
    both = int(agreement["both"])
    found = both + int(agreement["only_instrument"])
    low, high = share_interval(both, found)
    return wording.say(
        "conclusions.labels",
        n=int(agreement["n"]),
        found=found,
        both=both,
        missed=int(agreement["only_reader"]),
        precision=wording.interval(low, high, percent=True),
    )
