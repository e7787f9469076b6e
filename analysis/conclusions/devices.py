"""What was found of the devices, in words, and how far it can be relied on."""

from __future__ import annotations

import pandas as pd

from analysis.conclusions.base import Conclusion
from analysis.summaries.intervals import share_interval
from analysis.wording import Wording

_MOST_QUOTES = 6
_LONGEST_QUOTE = 160  # characters
_CARETAKER = "demissionair"


def devices(
    hits: pd.DataFrame,
    rates: pd.DataFrame,
    category: str,
    phrase: str,
    documents: pd.DataFrame,
    wording: Wording,
) -> Conclusion:
    """Say how many answers use a device, in whose words.

    Parameters
    ----------
    hits, rates
        As `device_hits` and `device_rates` of `analysis.summaries.devices` return them.
    category, phrase
        Code of the device, and its name within a sentence.
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
        values = {"total": total, "phrase": phrase, "interval": interval}
        return Conclusion(finding, wording.say("conclusions.devices_none", **values), 10)
    values = {"n": int(rate["n_with"]), "total": total, "phrase": phrase, "interval": interval}
    values["share"] = wording.percent(rate["share"])
    if len(own) > _MOST_QUOTES or len(documents) > 1 or not own["words"].any():
        said = wording.say("conclusions.devices_many", **values)
    else:
        caretaker = documents["cabinet_demissionary"].fillna(False).all()
        demissionary = category == _CARETAKER and bool(caretaker)
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


def device_errors(errors: pd.DataFrame, minimum: int, wording: Wording) -> pd.DataFrame:
    """Return how often each device is found and how often that is right, as a table to read.

    Parameters
    ----------
    errors
        As `analysis.summaries.device_rates.error_rates` returns it.
    minimum
        Fewest cases for which precision and recall are given.
    wording
        The language.

    Returns
    -------
    DataFrame
        ``tier``, ``category`` (``any`` for any of its tier), ``found``, ``precision`` and
        ``recall`` as text: with interval and number of cases, or that these are too few.
    """
    rows = [
        (
            row.tier,
            "any" if pd.isna(row.category) else row.category,
            wording.say(
                "conclusions.measured_share",
                value=wording.percent(row.share),
                interval=wording.interval(row.share_low, row.share_high, percent=True),
            ),
            _error(row, "precision", minimum, wording),
            _error(row, "recall", minimum, wording),
        )
        for row in errors.itertuples()
    ]
    return pd.DataFrame(rows, columns=["tier", "category", "found", "precision", "recall"])


def _error(row: object, figure: str, minimum: int, wording: Wording) -> str:
    n = getattr(row, f"{figure}_n")
    if not row.precision_n and not row.recall_n:
        return wording.say("conclusions.not_measured")
    if n < minimum:
        return wording.say("conclusions.too_small", n=n)
    low, high = getattr(row, f"{figure}_low"), getattr(row, f"{figure}_high")
    value = wording.percent(getattr(row, figure))
    interval = wording.interval(low, high, percent=True)
    return wording.say("conclusions.measured", value=value, interval=interval, n=n)
