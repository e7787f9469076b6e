"""Where a result comes from: sources, tables, versions, commit and parameters; no clock time."""

import platform
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from analysis.errors import AnalysisError
from analysis.paths import project_root, shown, tables_folder
from analysis.report.origin import MOST_SOURCES, provenance_html
from analysis.wording import Wording

_PACKAGES = ("antwoordanalyse", "matplotlib", "numpy", "pandas", "pyarrow", "scikit-learn", "scipy")


@dataclass(frozen=True)
class Provenance:
    """Where a result comes from; shows itself in a notebook.

    Attributes
    ----------
    sources : dict of str to str
        The SHA-256 checksum of each source document, by file name.
    tables : dict of str to int
        How many rows each table has.
    versions : dict of str to str
        Of Python and the packages that the numbers depend on.
    commit : str or None
        The state of the code; None outside git.
    changed : bool
        Whether the code has changes that are not in that commit.
    parameters : dict
        The values that the result was made with.
    language : {"nl", "en"}
        In which it shows itself.
    """

    sources: dict[str, str]
    tables: dict[str, int]
    versions: dict[str, str]
    commit: str | None
    changed: bool
    parameters: dict[str, Any]
    language: str

    def _repr_html_(self) -> str:
        return provenance_html(self, Wording(self.language))

    def __repr__(self) -> str:
        sources = list(self.sources.items())
        lines = [f"{name}: sha256 {checksum}" for name, checksum in sources[:MOST_SOURCES]]
        lines += [f"... of {len(sources)} sources"] * (len(sources) > MOST_SOURCES)
        lines += [f"{name}: {rows} rows" for name, rows in self.tables.items()]
        lines += [f"{name} {version}" for name, version in self.versions.items()]
        lines += [f"{name} = {value!r}" for name, value in self.parameters.items()]
        return "\n".join([*lines, f"commit {self.commit}" + (", changed" * self.changed)])


def provenance(
    parameters: Mapping[str, Any], tables: str | Path | None = None, *, language: str = "nl"
) -> Provenance:
    """Return where a result comes from.

    Parameters
    ----------
    parameters : mapping
        The values of the parameters, by name, in the order to show them.
    tables : str or Path, optional
        The folder of the tables, as `analysis.paths.tables_folder` takes it.
    language : {"nl", "en"}
        In which it shows itself.

    Returns
    -------
    Provenance
        The same for the same tables, code, packages and parameters.

    Raises
    ------
    AnalysisError
        If there are no tables.
    """
    folder = tables_folder(tables)
    documents = read_parquet(folder, "documents", ["source", "sha256"])
    files = sorted(folder.glob("*.parquet"))
    commit, changed = _commit(project_root())
    return Provenance(
        sources=dict(sorted(zip(documents["source"], documents["sha256"], strict=True))),
        tables={path.stem: pq.read_metadata(path).num_rows for path in files},
        versions={"python": platform.python_version(), **_versions()},
        commit=commit,
        changed=changed,
        parameters=dict(parameters),
        language=language,
    )


def read_parquet(folder: Path, table: str, columns: list[str]) -> pd.DataFrame:
    """Return some columns of a table.

    Raises
    ------
    AnalysisError
        If the folder has no such table, or the table no such columns.
    """
    path = folder / f"{table}.parquet"
    try:
        return pd.read_parquet(path, columns=columns)
    except FileNotFoundError as error:
        raise AnalysisError(
            f"{shown(folder)} has no table {table!r}; make the tables first with `make tables`."
        ) from error
    except (OSError, ValueError) as error:  # pyarrow's own errors are kinds of these
        raise AnalysisError(
            f"{shown(path)} cannot be read as the table {table!r}; make the tables again."
        ) from error


def _versions() -> dict[str, str]:
    found = {}
    for name in _PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def _commit(root: Path) -> tuple[str | None, bool]:
    """Return the commit of the project and whether files differ from it; None outside git."""
    top = _git(root, "rev-parse", "--show-toplevel")
    commit = _git(root, "rev-parse", "--verify", "HEAD")
    # A copy of the project in a folder of somebody else's repository has no commit of its own.
    if not commit or not top or Path(top).resolve() != root:
        return None, False
    return commit, bool(_git(root, "status", "--porcelain", "--untracked-files=no"))


def _git(root: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()
