"""Provenance as a reader sees it: tables of sources, versions and settings."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from analysis.publishing.cells import scrollable, table_html
from analysis.wording import Wording

if TYPE_CHECKING:
    from analysis.report.provenance import Provenance

MOST_SOURCES = 20
"""The most source documents that are listed; a report has a file with all of more."""


def provenance_html(
    facts: "Provenance", wording: Wording, parameters: pd.DataFrame | None = None
) -> Markup:
    """Return provenance as HTML.

    Parameters
    ----------
    facts : Provenance
        What to show; of very many sources the first, and the caption says so.
    wording : Wording
        The language.
    parameters : DataFrame, optional
        The parameters as they are to be shown, in place of those of the facts.
    """

    def say(key: str) -> str:
        return wording.say(f"report.provenance.{key}")

    if parameters is None:
        shown = {name: shown_value(value, wording) for name, value in facts.parameters.items()}
        parameters = _pairs(shown, say("parameter"), say("value"))
    frames = {
        _sources_caption(facts, wording): sources_table(facts, wording).head(MOST_SOURCES),
        say("tables"): _pairs(facts.tables, say("table"), say("rows")),
        say("versions"): _pairs(facts.versions, say("program"), say("version")),
        say("parameters"): parameters,
    }
    return Markup("<div class='provenance'>{}\n<p>{}</p></div>").format(
        Markup("\n").join(
            scrollable(table_html(frame, caption, wording, searchable=False), wording)
            for caption, frame in frames.items()
            if len(frame)
        ),
        _commit_text(facts, wording),
    )


def sources_table(facts: "Provenance", wording: Wording) -> pd.DataFrame:
    """Return all source documents with their checksums."""
    heads = [wording.say(f"report.provenance.{key}") for key in ("file", "checksum")]
    return _pairs(facts.sources, *heads)


def shown_value(value: Any, wording: Wording) -> str:
    """Return the value of a parameter as a reader sees it: words for one that is not set."""
    if value is None:
        return wording.say("report.provenance.not_set")
    return value if isinstance(value, str) else repr(value)


def _sources_caption(facts: "Provenance", wording: Wording) -> str:
    caption = wording.say("report.provenance.sources")
    if len(facts.sources) <= MOST_SOURCES:
        return caption
    values = {"caption": caption, "shown": MOST_SOURCES, "total": len(facts.sources)}
    return wording.say("publishing.first_rows", **values)


def _pairs(values: Mapping[str, object], key: str, value: str) -> pd.DataFrame:
    return pd.DataFrame({key: list(values), value: list(values.values())})


def _commit_text(facts: "Provenance", wording: Wording) -> str:
    if facts.commit is None:
        return wording.say("report.provenance.commit_unknown")
    key = "commit_changed" if facts.changed else "commit"
    return wording.say(f"report.provenance.{key}", commit=facts.commit)
