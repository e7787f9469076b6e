"""The figures of an evaluation: how they are held, kept and printed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from itertools import groupby
from pathlib import Path

import pandas as pd

COMMAND = "python -m analysis evaluate"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its interval and the number of cases behind it.

    Attributes
    ----------
    instrument
        What was measured: ``judgement``, ``devices``, ``topics``, ``second reading``, or a
        baseline such as ``majority class``.
    material
        On which documents: see `analysis.evaluation.materials.Material`.
    variable
        Of what: ``coverage``, ``clarity``, a category …
    figure
        Which figure: ``macro-F1``, ``kappa, linear weights``, ``precision`` …
    value, low, high
        The value and its 95 % interval; nan where it is not defined.
    n
        Number of cases that it is a figure of.
    command
        What makes it.
    """

    instrument: str
    material: str
    variable: str
    figure: str
    value: float
    low: float
    high: float
    n: int
    command: str = COMMAND


COLUMNS = [field.name for field in fields(Figure)]


def kept(figures: Sequence[Figure], path: Path) -> pd.DataFrame:
    """Write figures to a CSV file, beside those of other instruments and materials in it.

    Returns
    -------
    DataFrame
        What the file now holds: the columns `COLUMNS`, one row per figure.
    """
    new = pd.DataFrame([asdict(figure) for figure in figures], columns=COLUMNS)
    if path.is_file():
        old = pd.read_csv(path)
        made = set(zip(new["instrument"], new["material"], strict=True))
        stays = [pair not in made for pair in zip(old["instrument"], old["material"], strict=True)]
        new = pd.concat([old[stays], new], ignore_index=True) if any(stays) else new
    order = ["instrument", "material"]
    new = new.sort_values(order, kind="stable", ignore_index=True)
    new.to_csv(path, index=False, float_format="%.4f", lineterminator="\n")
    return new


def printed(figures: Sequence[Figure]) -> list[str]:
    """Return figures as lines of text, a block per instrument and material."""
    lines: list[str] = []
    for (instrument, material), block in groupby(figures, lambda f: (f.instrument, f.material)):
        lines += ["", f"{instrument}, {material}"]
        for figure in block:
            name = f"  {figure.variable:<22} {figure.figure:<31}"
            lines.append(f"{name} {_number(figure)}  n = {figure.n}")
    return lines[1:]


def _number(figure: Figure) -> str:
    if math.isnan(figure.value):
        return f"{'–':>6} {'':16}"
    if float(figure.value).is_integer() and math.isnan(figure.low):
        return f"{figure.value:6.0f} {'':16}"
    interval = "" if math.isnan(figure.low) else f"({figure.low:.2f} to {figure.high:.2f})"
    return f"{figure.value:6.2f} {interval:16}"
