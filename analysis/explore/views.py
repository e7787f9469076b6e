"""What is found, as it shows itself: as rich HTML in JupyterLab, as plain text elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis.report.exchange import Question
from analysis.wording import Wording

_MOST_TEXT = 40  # rows that are printed where there is no HTML


@dataclass(frozen=True)
class Rows:
    """Rows that show themselves: as a table that sorts and searches, or as plain text."""

    frame: pd.DataFrame
    caption: str
    language: str = "nl"

    def _repr_html_(self) -> str:
        import itables.options
        from itables.javascript import generate_init_offline_itables_html, to_html_datatable

        words = Wording(self.language)
        shown_frame = self.frame.rename(columns=words.heading)
        start = generate_init_offline_itables_html(itables.options.dt_bundle)
        table = to_html_datatable(
            shown_frame, caption=self.caption, showIndex=False, connected=False
        )
        return f"<div class='mathjax_ignore'>{start}\n{table}</div>"

    def __repr__(self) -> str:
        text = self.frame.head(_MOST_TEXT).to_string(index=False)
        left = len(self.frame) - _MOST_TEXT
        return f"{self.caption}\n{text}" + (f"\n… {left} more" if left > 0 else "")


@dataclass(frozen=True)
class Shown:
    """A question with its answers, as the page of its document shows it, or as plain text."""

    question: Question
    document_id: str
    text: str
    language: str = "nl"
    frame: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)

    def _repr_html_(self) -> str:
        one = self.question
        parts = [
            Markup("<h4>{} ({})</h4><p>{}</p>").format(one.name, self.document_id, one.askers),
            Markup("<div lang='nl'>{}{}</div>").format(one.context, one.html),
            Markup("<p><small>{}</small></p>").format(one.place),
            _notes(one.notes),
        ]
        for answer in one.answers:
            inside = Markup("<h5>{}</h5>{}<p><small>{}</small></p>{}").format(
                answer.name, answer.html, answer.place, _notes(answer.notes)
            )
            style = "border-left:4px solid #12436d;padding-left:1em"
            parts.append(Markup("<div lang='nl' style='{}'>{}</div>").format(style, inside))
        parts += [Markup("<p>→ {}</p>").format(link.text) for link in one.elsewhere]
        return Markup("<div class='mathjax_ignore'>{}</div>").format(Markup("\n").join(parts))

    def __repr__(self) -> str:
        return self.text


def _notes(notes: Any) -> Markup:
    items = [Markup("<li>{} {}</li>").format(note.marker, note.text) for note in notes]
    return Markup("<ul>{}</ul>").format(Markup("").join(items)) if items else Markup("")
