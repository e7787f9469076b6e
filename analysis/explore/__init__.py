"""Looking into the documents from a notebook: `find`, `show`, `compare` and `trace`.

Each shows itself as rich HTML in JupyterLab and as plain text elsewhere, and holds its rows in
``frame``. `from analysis import explore` is enough; the tables are those of ``data/processed``,
or of the ``folder`` that is given.
"""

from analysis.explore.groups import compare, trace
from analysis.explore.passages import find, show
from analysis.explore.views import Rows, Shown

__all__ = ["Rows", "Shown", "compare", "find", "show", "trace"]
