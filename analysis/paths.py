"""Where things are: the one place that knows the folders of the project.

JupyterLab works in ``notebooks/`` and a batch run somewhere else, so no path may depend on the
working folder. A batch run tells each kernel its folders by environment variables; executed
notebooks therefore contain no path of the machine they ran on.
"""

import hashlib
import os
from pathlib import Path

from analysis.errors import AnalysisError

TABLES_VARIABLE = "ANTWOORDANALYSE_TABLES"
FIGURES_VARIABLE = "ANTWOORDANALYSE_FIGURES"
NOTEBOOK_VARIABLE = "ANTWOORDANALYSE_NOTEBOOK"


def project_root() -> Path:
    """Return the folder of the project, found from the place of this package.

    Returns
    -------
    Path
        The absolute folder that holds ``analysis/``, ``notebooks/`` and ``data/``.
    """
    return Path(__file__).resolve().parents[1]


def raw_folder() -> Path:
    """Return the folder of the documents as they were published: ``data/raw``."""
    return project_root() / "data" / "raw"


def processed_folder() -> Path:
    """Return the folder where the tables are by default, whether it exists or not."""
    return project_root() / "data" / "processed"


def annotations_folder() -> Path:
    """Return the folder of the labels that readers gave: ``data/annotations``."""
    return project_root() / "data" / "annotations"


def corrections_file() -> Path | None:
    """Return the file of the project's corrections by hand, or None where there is none."""
    path = project_root() / "data" / "corrections.csv"
    return path if path.is_file() else None


def notebooks_folder() -> Path:
    """Return the folder of the notebooks."""
    return project_root() / "notebooks"


def reports_folder() -> Path:
    """Return the folder in which each run gets a folder of its own."""
    return project_root() / "reports"


def tables_folder(given: str | Path | None = None) -> Path:
    """Return the folder of the tables, which must exist.

    Parameters
    ----------
    given : str or Path, optional
        A folder that goes before all else; a relative one counts from the project's folder.
        Without it: what the batch run says, and else ``data/processed``.

    Returns
    -------
    Path
        An absolute, existing folder.

    Raises
    ------
    AnalysisError
        If the folder does not exist.
    """
    folder = _chosen(given, TABLES_VARIABLE, processed_folder())
    if not folder.is_dir():
        raise AnalysisError(
            f"There is no folder of tables at {shown(folder)}; "
            "make the tables first with `make tables`."
        )
    return folder


def tables_of_documents(folder: Path) -> Path:
    """Return where the tables of a folder of documents are made for a report about these.

    Two folders never share one, also where their last names are the same.
    """
    whole = folder.resolve()
    mark = hashlib.sha256(str(whole).encode()).hexdigest()[:8]
    return project_root() / "build" / "tables" / f"{whole.name}-{mark}"


def figures_folder(given: str | Path | None = None) -> Path:
    """Return the folder for figures; it need not exist.

    Parameters
    ----------
    given : str or Path, optional
        As for `tables_folder`. Without it: what the batch run says, and else
        ``reports/lab/figures``.

    Returns
    -------
    Path
        An absolute folder.
    """
    return _chosen(given, FIGURES_VARIABLE, reports_folder() / "lab" / "figures")


def findings_folder(given: str | Path | None = None) -> Path:
    """Return the folder for findings; it need not exist.

    Parameters
    ----------
    given : str or Path, optional
        The findings' own folder. Without it: ``findings``, beside the folder of the figures.

    Returns
    -------
    Path
        An absolute folder.
    """
    if given is not None:
        return project_root() / given
    return figures_folder().parent / "findings"


def notebook_name() -> str | None:
    """Return the name of the notebook that a batch run is executing, without its suffix.

    Returns
    -------
    str or None
        Such as ``01-answer-length``; None in JupyterLab and in tests.
    """
    return os.environ.get(NOTEBOOK_VARIABLE) or None


def shown(path: Path) -> str:
    """Return a path as messages show it: relative to the project where it lies in it."""
    root = project_root()
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)


def _chosen(given: str | Path | None, variable: str, default: Path) -> Path:
    """Return the first of what was given, what the environment says and the default."""
    chosen = given if given is not None else os.environ.get(variable) or default
    return project_root() / chosen
