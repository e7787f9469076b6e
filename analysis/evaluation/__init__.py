"""How wrong the instruments are: held against labels that readers gave.

Every module in this package that has a function ``figures(materials)`` takes part: it returns a
list of `Figure`. ``python -m analysis evaluate`` calls them all, prints their figures and keeps
them in ``data/annotations/evaluation.csv``, from which the report shows them.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from analysis.evaluation.figures import Figure, kept, printed
from analysis.evaluation.materials import Material, materials
from analysis.paths import annotations_folder, shown
from analysis.tables.labels import EVALUATION

__all__ = ["Figure", "Material", "evaluate"]


def evaluate(
    labels: Path | None = None,
    tables: Path | None = None,
    fit: bool = False,
    embeddings: bool = False,
) -> list[str]:
    """Evaluate all instruments on the labels there are.

    Parameters
    ----------
    labels
        Folder with labels of documents outside the project; see `materials`.
    tables
        The tables of those documents.
    fit
        Whether to fit the weights of the judgement first, and write them into the codebook.
    embeddings
        Whether to evaluate topics with the optional multilingual model too.

    Returns
    -------
    list of str
        Lines to print. The figures are written to ``data/annotations/evaluation.csv``; those of
        materials that are not there this time are kept as they were.
    """
    found = materials(labels, tables)
    if fit:
        from analysis.evaluation.fitting import write_weights

        write_weights(found)
    figures = [figure for function in _instruments() for figure in function(found)]
    if embeddings:
        from analysis.evaluation.topics import figures_with_embeddings

        figures += figures_with_embeddings(found)
    path = annotations_folder() / EVALUATION
    kept(figures, path)
    counts = [
        f"{material.name}: {len(material.items)} labelled questions of"
        f" {material.items['document'].nunique()} documents; {material.left_out} labels left out,"
        " of which the tables have no question and answer."
        for material in found
    ]
    return [*counts, "", *printed(figures), "", f"Kept in {shown(path)}."]


def _instruments() -> list[Callable[[list[Material]], list[Figure]]]:
    """Return the function ``figures`` of each module of this package that measures something."""
    modules = [
        import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
        if module.name != "figures"
    ]
    return [module.figures for module in modules if callable(getattr(module, "figures", None))]
