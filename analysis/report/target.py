"""The folder of a report: never another one, and whole or not there at all."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from analysis.errors import AnalysisError
from analysis.paths import shown

MARK = "run.json"
"""The file by which a folder is known as a report, so that no other folder is ever replaced."""


def check_target(out: Path) -> None:
    """Raise if a folder holds anything but an earlier report.

    Raises
    ------
    AnalysisError
        Also if it is a file.
    """
    if out.exists() and not out.is_dir():
        raise AnalysisError(f"{shown(out)} is a file; a report needs a folder.")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise AnalysisError(
            f"{shown(out)} holds other files than a report, and would be replaced: "
            "choose another folder with --out."
        )


def record_of(out: Path) -> dict[str, Any]:
    """Return what an earlier report says of itself; empty where there is none that can be read."""
    try:
        found = json.loads((out / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


@contextmanager
def workplace(out: Path) -> Iterator[Path]:
    """Give a folder beside ``out`` to work in, which is gone afterwards.

    Its name is always the same, so that what a run that was killed has left is cleared away by
    the next.
    """
    folder = out.with_name(f".{out.name}-work")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(new: Path, out: Path) -> None:
    """Let a finished folder take the place of ``out``; the old one stays if that fails."""
    old = new.with_name("old")
    if out.exists():
        out.rename(old)
    try:
        new.rename(out)
    except BaseException:
        if old.exists() and not out.exists():
            old.rename(out)
        raise
