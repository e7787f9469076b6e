"""How often the instruments are wrong, what is known of the data, and how to cite a report."""

from collections.abc import Mapping
from importlib import metadata

import pandas as pd

from analysis.codebook.devices import all_categories
from analysis.paths import annotations_folder
from analysis.report.provenance import Provenance
from analysis.report.runs import Run
from analysis.wording import Wording

Tables = Mapping[str, pd.DataFrame]

_EVALUATION = "evaluation.csv"
# What says most of each instrument in one or two numbers; the file has every class and confusion.
_FIGURES = {
    "judgement": ("share equal", "kappa, linear weights"),
    "second reading": ("share equal", "kappa, linear weights"),
    "length only": ("share equal",),
    "majority class": ("share equal",),
    "devices": ("precision", "recall"),
    "topics": (
        "adjusted mutual information",
        "number of topics known: no",
        "floor: neighbouring blocks",
    ),
    "broad topics": ("share equal", "precision"),
}
# Of these one figure tells most; the others stand below them, folded.
_MAIN = {
    ("devices", "strong tier"): ("precision", "recall"),
    ("devices", "weak tier"): ("precision", "recall"),
    ("judgement", "coverage"): ("kappa, linear weights",),
    ("judgement", "clarity"): ("kappa, linear weights",),
    ("topics", "of one document"): ("adjusted mutual information",),
    ("topics", "loose questions"): ("adjusted mutual information",),
}
_OTHERS = "other documents"
_VARIABLES = (
    *("coverage", "clarity", "status", "n_asks"),
    *("strong tier", "weak tier", "loose questions", "of one document", "mean of 20"),
    "question sets",
)


def error_table(wording: Wording) -> pd.DataFrame:
    """Return how well each instrument agreed with readers, from the file of the evaluation.

    Parameters
    ----------
    wording : Wording
        The language of the words for instruments and figures.

    Returns
    -------
    DataFrame
        ``instrument``, ``variable``, ``material``, ``measured`` (the figure), ``estimate``,
        ``interval`` and ``n``; empty where nothing was evaluated. A second reader is in it, and of
        what an instrument must do better than, the share that it gets right by doing nothing.
    """
    found = _evaluated()
    if found.empty:
        return found
    of_it = found["variable"].isin(_VARIABLES)
    for_readers = [
        figure in _FIGURES.get(instrument, ())
        for instrument, figure in zip(found["instrument"], found["figure"], strict=True)
    ]
    return _told(found[of_it & pd.Series(for_readers)], wording)


def main_errors(wording: Wording) -> pd.DataFrame:
    """Return the few figures that say most, on documents that are not in the project if there are.

    Parameters
    ----------
    wording : Wording
        The language of the words for instruments and figures.

    Returns
    -------
    DataFrame
        As `error_table` returns it.
    """
    found = _evaluated()
    if found.empty:
        return found
    kept = []
    for (instrument, variable), figures in _MAIN.items():
        of_it = (found["instrument"] == instrument) & (found["variable"] == variable)
        own = found[of_it & found["figure"].isin(figures)]
        others = own[own["material"] == _OTHERS]
        kept.append(own if others.empty else others)
    return _told(pd.concat(kept), wording)


def device_error_table(wording: Wording) -> pd.DataFrame:
    """Return how often each device was found rightly and how much of it, as readers see it.

    Parameters
    ----------
    wording : Wording
        The language of the words for devices and figures.

    Returns
    -------
    DataFrame
        ``category``, ``material``, ``measured``, ``estimate``, ``interval`` and ``n``, which is 0
        where there was nothing to measure; empty where nothing was evaluated.
    """
    found = _evaluated()
    if found.empty:
        return found
    shown = (found["instrument"] == "devices") & found["figure"].isin(_FIGURES["devices"])
    own = found[shown & found["variable"].isin([device.code for device in all_categories()])]
    category = _words(own["variable"], "category", wording)
    told = _told(own, wording).drop(columns=["instrument", "variable"])
    return told.assign(category=category)[["category", *told.columns]]


def _evaluated() -> pd.DataFrame:
    """Return the file of the evaluation; an empty frame where there is none."""
    path = annotations_folder() / _EVALUATION
    return pd.read_csv(path) if path.is_file() else pd.DataFrame()


def _told(found: pd.DataFrame, wording: Wording) -> pd.DataFrame:
    """Return rows of the evaluation in the words and numbers of a language."""
    number = [
        (wording.number(row.value, 2), _interval(row.low, row.high, wording))
        for row in found.itertuples()
    ]
    return pd.DataFrame(
        {
            "instrument": _words(found["instrument"], "instrument", wording),
            "variable": _words(found["variable"], "variable", wording),
            "material": _words(found["material"], "material", wording),
            "measured": _words(found["figure"], "measured", wording),
            "estimate": [estimate for estimate, _ in number],
            "interval": [interval for _, interval in number],
            "n": list(found["n"]),
        }
    )


def data_state(tables: Tables, wording: Wording) -> list[str]:
    """Say what the check of the documents remarked, and what was corrected by hand."""
    severity = tables["findings"]["severity"].value_counts()
    counts = {kind: int(severity.get(kind, 0)) for kind in ("error", "warning", "note")}
    said = [wording.say("report.state.findings", **counts)]
    status = tables["corrections"]["status"].value_counts()
    if status.empty:
        said.append(wording.say("report.state.no_corrections"))
    else:
        values = {kind: int(status.get(kind, 0)) for kind in ("applied", "pending", "stale")}
        said.append(wording.say("report.state.corrections", n=int(status.sum()), **values))
    return said


def citation(run: Run, facts: Provenance, wording: Wording) -> str:
    """Return how a report can be cited: program, version, title, documents and their checksums."""
    sources = [f"{name} (SHA-256 {sha[:12]}…)" for name, sha in facts.sources.items()]
    documents = wording.count(len(sources), "common.document")
    if len(sources) == 1:
        documents = sources[0]
    return wording.say(
        "report.cite.text",
        title=run.title,
        version=metadata.version("antwoordanalyse"),
        commit=facts.commit[:12] if facts.commit else wording.say("report.cite.unknown"),
        documents=documents,
    )


def _words(values: pd.Series, kind: str, wording: Wording) -> list[str]:
    return [wording.value(kind, str(value)) for value in values]


def _interval(low: float, high: float, wording: Wording) -> str:
    if pd.isna(low) or pd.isna(high):
        return wording.number(None)
    return wording.interval(low, high, 2)
