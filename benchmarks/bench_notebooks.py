"""How long the notebooks of a report take side by side, against the same one after another.

All are measured in the same run, on the document that ships with the project. The floor is each
notebook in a kernel that Jupyter starts for it, one after another. Side by side may take at most
0.6 of that on two cores. Kernels that are forked from a process with all imports in it save time
in both ways, so one after another is measured with these too.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from analysis.paths import notebooks_folder, raw_folder
from analysis.report.execute import Folders, execute_all
from analysis.report.kernels import Kernels
from analysis.report.runs import DEFAULT_NOTEBOOKS
from analysis.tables import build_tables
from benchmarks.timing import fastest

TITLE = "Notebooks side by side"

_TIMES = 2


def run() -> list[dict[str, object]]:
    """Return one row: the times and their ratios."""
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        build_tables([raw_folder()], place / "tables")
        floor = fastest(lambda: _executed(place, at_once=1, forked=False), _TIMES)
        apart = fastest(lambda: _executed(place, at_once=1), _TIMES)
        together = fastest(lambda: _executed(place, at_once=2), _TIMES)
    return [
        {
            "notebooks": len(DEFAULT_NOTEBOOKS),
            "one after another, s": f"{floor:.1f}",
            "one after another, forked, s": f"{apart:.1f}",
            "side by side, s": f"{together:.1f}",
            "side by side / one after another": f"{together / floor:.2f}",
            "side by side / one after another, forked": f"{together / apart:.2f}",
        }
    ]


def _executed(place: Path, at_once: int, *, forked: bool | None = None) -> None:
    folders = {}
    for name in DEFAULT_NOTEBOOKS:
        own = place / name
        own.mkdir(exist_ok=True)
        folders[name] = Folders(place / "tables", own, own / "figures")
    sources = {name: notebooks_folder() / f"{name}.ipynb" for name in DEFAULT_NOTEBOOKS}
    with Kernels(at_once, forked=forked) as kernels:
        execute_all(sources, {name: {} for name in sources}, folders, lambda name: None, kernels)
