"""How long the notebooks of a report take side by side, against the same one after another.

Both are measured in the same run, on the document that ships with the project, as a report executes
them: each in a kernel of its own. Side by side may take at most 0.6 of one after another on two
cores.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from analysis.paths import notebooks_folder, raw_folder
from analysis.report.execute import Folders, execute_all
from analysis.report.runs import DEFAULT_NOTEBOOKS
from analysis.tables import build_tables
from benchmarks.timing import fastest

TITLE = "Notebooks side by side"

_TIMES = 2


def run() -> list[dict[str, object]]:
    """Return one row: both times and their ratio."""
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        build_tables([raw_folder()], place / "tables")
        apart = fastest(lambda: _one_after_another(place), _TIMES)
        together = fastest(lambda: _side_by_side(place), _TIMES)
    return [
        {
            "notebooks": len(DEFAULT_NOTEBOOKS),
            "one after another, s": f"{apart:.1f}",
            "side by side, s": f"{together:.1f}",
            "side by side / one after another": f"{together / apart:.2f}",
        }
    ]


def _side_by_side(place: Path, names: tuple[str, ...] = DEFAULT_NOTEBOOKS) -> None:
    folders = {}
    for name in names:
        own = place / name
        own.mkdir(exist_ok=True)
        folders[name] = Folders(place / "tables", own, own / "figures")
    sources = {name: notebooks_folder() / f"{name}.ipynb" for name in names}
    execute_all(sources, {name: {} for name in names}, folders)


def _one_after_another(place: Path) -> None:
    for name in DEFAULT_NOTEBOOKS:
        _side_by_side(place, (name,))
