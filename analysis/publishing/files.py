"""Writing published results, the same bytes each time."""

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.errors import AnalysisError
from analysis.paths import notebook_name

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# What makes a spreadsheet take a text for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def check_name(name: str) -> None:
    """Raise unless a name is fit for a file and an address.

    Raises
    ------
    AnalysisError
        If the name has anything but small letters, digits and single hyphens between them.
    """
    if not _NAME.fullmatch(name):
        raise AnalysisError(
            f"The name {name!r} cannot be published: use small letters, digits and hyphens."
        )


def write_metadata(path: Path, metadata: dict[str, Any]) -> None:
    """Write what is known of a published result as JSON, with the notebook it comes from.

    Parameters
    ----------
    path : Path
        The file to write; its folder is made.
    metadata : dict
        Values that JSON knows.

    Raises
    ------
    AnalysisError
        If another notebook of the same run published something under this name.
    """
    notebook = notebook_name()
    if notebook and path.exists():
        other = json.loads(path.read_text(encoding="utf-8")).get("notebook")
        if other not in (None, notebook):
            raise AnalysisError(
                f"Two notebooks publish under the name {path.stem!r}: {other} and {notebook}."
            )
    write_json(path, {**metadata, "notebook": notebook})


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write a mapping as JSON with sorted keys, in UTF-8; the folder is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def write_csv(path: Path, data: pd.DataFrame) -> None:
    """Write a table as CSV that is safe to open in a spreadsheet.

    Parameters
    ----------
    path : Path
        The file to write, in UTF-8 with line feeds; its folder is made.
    data : DataFrame
        Written without its index. Texts that a spreadsheet would take for a formula, in cells
        and in headings, get an apostrophe before them; numbers are left as they are.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    safe = data.astype(object).map(defused)
    safe.columns = [defused(str(column)) for column in data.columns]
    safe.to_csv(path, index=False, encoding="utf-8", lineterminator="\n")


def defused(value: Any) -> Any:
    """Return a value, with an apostrophe before a text that looks like a formula."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return "'" + value
    return value


def read_csv(path: Path) -> pd.DataFrame:
    """Read a table that `write_csv` wrote, without the apostrophes that it put in.

    Returns
    -------
    DataFrame
        Numbers are numbers again; dates are text.
    """
    data = pd.read_csv(path, encoding="utf-8", keep_default_na=False, na_values=[""])
    data.columns = [_restored(column) for column in data.columns]
    return data.map(_restored)


def _restored(value: Any) -> Any:
    """Return a text without the apostrophe that `defused` put before it."""
    if isinstance(value, str) and value.startswith(tuple("'" + start for start in _FORMULA_STARTS)):
        return value[1:]
    return value
