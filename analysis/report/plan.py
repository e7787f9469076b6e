"""A run that is checked against its notebooks, before anything is executed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from nbformat import NotebookNode

from analysis.report.pages import Page, page_of
from analysis.report.parameters import checked_values, load_notebook, parameters_of
from analysis.report.parts import digest_of_file
from analysis.report.provenance import Provenance
from analysis.report.runs import Run
from analysis.wording import Language

Values = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Plan:
    """What is going to be done.

    Attributes
    ----------
    run
        In the language of all its pages.
    sources, loaded
        The notebooks by name: their files, and what is in them.
    values
        The checked values of the parameters that were given, by notebook.
    pages
        In the order of reading.
    """

    run: Run
    sources: dict[str, Path]
    loaded: dict[str, NotebookNode]
    values: Values
    pages: list[Page]

    @property
    def complete_values(self) -> Values:
        """The value of every parameter, whether it was given or is the notebook's own."""
        return {
            name: {
                key: self.values[name].get(key, parameter.default)
                for key, parameter in parameters_of(notebook, name).items()
            }
            for name, notebook in self.loaded.items()
        }


def planned(run: Run, overrides: Sequence[tuple[str, str]], folder: Path) -> Plan:
    """Check a run against its notebooks.

    Parameters
    ----------
    run, overrides
        As `analysis.report.build.build_report` takes them.
    folder : Path
        The folder of the notebooks.

    Raises
    ------
    InvalidRun
        If a notebook is missing, or a parameter is none of it.
    """
    sources = {name: folder / f"{name}.ipynb" for name in run.notebooks}
    loaded = {name: load_notebook(path, run.name) for name, path in sources.items()}
    values = checked_values(run, loaded, overrides)
    run = _in_chosen_language(run, overrides)
    pages = [page_of(notebook, name, run.language) for name, notebook in loaded.items()]
    return Plan(run, sources, loaded, values, pages)


def _in_chosen_language(run: Run, overrides: Sequence[tuple[str, str]]) -> Run:
    """Return the run in the language that was given as a parameter, so that all pages share it."""
    language = {**run.parameters, **dict(overrides)}.get("language")
    if language not in get_args(Language):
        return run
    return run.model_copy(update={"language": language})


def record_of_plan(plan: Plan, facts: Provenance, folder: Path) -> dict[str, Any]:
    """Return what a program needs to know of the report that was made in a folder."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {
        "title": plan.run.title,
        "language": plan.run.language,
        "documents": plan.run.documents.model_dump(mode="json", exclude_defaults=True),
        "pages": [{"file": page.file, "title": page.title} for page in plan.pages],
        "parameters": plan.complete_values,
        "sources": facts.sources,
        "tables": facts.tables,
        "versions": facts.versions,
        "commit": facts.commit,
        "changed": facts.changed,
        "files": {path.relative_to(folder).as_posix(): digest_of_file(path) for path in files},
    }
