"""How often the instruments are wrong, what is known of the data, and how to cite a report."""

from collections.abc import Mapping
from importlib import metadata

import pandas as pd

from analysis.paths import annotations_folder
from analysis.report.provenance import Provenance
from analysis.report.runs import Run
from analysis.wording import Wording

Tables = Mapping[str, pd.DataFrame]

_EVALUATION = "evaluation.csv"
# What says most in one number; the file has every class and every confusion.
_FIGURES = (
    "share equal",
    "share within one",
    "macro-F1",
    "kappa",
    "kappa, linear weights",
    "kappa, quadratic weights",
    "precision",
    "recall",
    "ami",
    "nmi",
)
_BASELINE_FIGURES = ("macro-F1", "kappa, linear weights")
_BASELINES = ("length only", "majority class")


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
        ``interval`` and ``n``; empty where nothing was evaluated. Of what an instrument must do
        better than, only the share that it gets right by doing nothing.
    """
    path = annotations_folder() / _EVALUATION
    if not path.is_file():
        return pd.DataFrame()
    found = pd.read_csv(path)
    baseline = found["instrument"].isin(_BASELINES)
    shown = found["figure"].isin(_FIGURES) & (~baseline | found["figure"].isin(_BASELINE_FIGURES))
    classes = found["variable"].str.contains(r"^(?:coverage|clarity|status) ", regex=True)
    found = found[shown & ~classes]
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
