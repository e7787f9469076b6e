"""A notebook's own parameters, and the check of a run against them before it starts.

Papermill only warns about an unknown parameter and checks no type. Its own inspection does not
see parameters annotated with ``int | None`` or ``Literal["nl", "en"]``, so the parameters cell
is read here as the Python it is, without running it.
"""

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import yaml
from nbformat import NotebookNode

from analysis import choices
from analysis.errors import InvalidRun
from analysis.paths import shown
from analysis.report.kinds import described, fits, kind_of
from analysis.report.runs import Run, nearest


@dataclass(frozen=True)
class Parameter:
    """A parameter of a notebook: its annotation, as a type and as it is written, and default."""

    name: str
    kind: Any
    annotation: str
    default: Any


def load_notebook(path: Path, source: str = "The run") -> NotebookNode:
    """Read a notebook, which is asked for by a source.

    Raises
    ------
    InvalidRun
        If there is no such notebook, or the file is none.
    """
    if not path.is_file():
        known = sorted(other.stem for other in path.parent.glob("*.ipynb"))
        raise InvalidRun(f"{source}: there is no notebook {path.stem!r}{nearest(path.stem, known)}")
    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:  # nbformat raises whatever its reader met
        raise InvalidRun(f"{shown(path)} cannot be read as a notebook.") from error


def parameters_of(notebook: NotebookNode, name: str) -> dict[str, Parameter]:
    """Return the parameters of a notebook.

    Parameters
    ----------
    notebook : NotebookNode
        With one cell tagged ``parameters``, which holds annotated literals.
    name : str
        What messages call the notebook.

    Returns
    -------
    dict of str to Parameter
        By name, in the notebook's order; empty without such a cell.

    Raises
    ------
    InvalidRun
        If the cell holds anything else, or a default that its own annotation does not allow.
    """
    found: dict[str, Parameter] = {}
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", []):
            found.update((one.name, one) for one in _read_cell(cell.source, name))
    return found


def checked_values(
    run: Run, notebooks: dict[str, NotebookNode], overrides: Sequence[tuple[str, str]] = ()
) -> dict[str, dict[str, Any]]:
    """Return the values that a run gives to each notebook's parameters.

    Parameters
    ----------
    run : Run
        Its own values for a notebook go before its values for all notebooks.
    notebooks : dict of str to NotebookNode
        The notebooks of the run, by name.
    overrides : sequence of (str, str)
        Names and texts of values as given on the command line; these go before all others and
        apply to each notebook that has the parameter.

    Returns
    -------
    dict of str to dict
        For each notebook its values; parameters that keep their default are left out. The run's
        language is given to each notebook with a parameter ``language``.

    Raises
    ------
    InvalidRun
        If a name is no parameter, or a value is not of the parameter's type: one sentence for
        each mistake.
    """
    own = {name: parameters_of(notebook, name) for name, notebook in notebooks.items()}
    mistakes = [
        f"{run.name}: notebook {name!r} has no parameter {unknown!r}"
        + nearest(unknown, list(own[name]))
        for name, given in run.notebooks.items()
        for unknown in given.keys() - own[name].keys()
    ]
    mistakes += _unknown_everywhere(run.parameters, own, f"{run.name}: parameter")
    mistakes += _unknown_everywhere(dict(overrides), own, "-p")
    on_line = {key for key, _ in overrides}
    values: dict[str, dict[str, Any]] = {}
    for name, parameters in own.items():
        given = _given(run, name, overrides, parameters)
        mistakes += [
            _mistyped("-p" if key in on_line else run.name, name, parameters[key], value)
            for key, value in given.items()
        ]
        values[name] = given
    if wrong := list(dict.fromkeys(filter(None, mistakes))):
        raise InvalidRun("\n".join(wrong))
    return values


def _read_cell(source: str, name: str) -> Iterable[Parameter]:
    """Yield the parameters that a cell declares."""
    try:
        statements = ast.parse(source).body
    except SyntaxError as error:
        raise InvalidRun(f"Notebook {name!r}: its parameters cell is no Python.") from error
    for statement in statements:
        if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name):
            line = ast.unparse(statement).splitlines()[0]
            raise InvalidRun(
                f"Notebook {name!r}: {line!r} in its parameters cell is no annotated parameter, "
                "such as 'minimum: int = 5'."
            )
        yield _read_statement(statement, statement.target.id, name)


def _read_statement(statement: ast.AnnAssign, target: str, name: str) -> Parameter:
    annotation = ast.unparse(statement.annotation)
    try:
        kind = kind_of(statement.annotation)
        default = ast.literal_eval(statement.value or ast.Constant(None))
    except ValueError as error:
        raise InvalidRun(
            f"Notebook {name!r}: parameter {target!r} must have a plain type and a plain value."
        ) from error
    if not fits(default, kind):
        raise InvalidRun(
            f"Notebook {name!r}: the default {default!r} of parameter {target!r} is not "
            f"{described(kind)}."
        )
    return Parameter(target, kind, annotation, default)


def _given(
    run: Run,
    notebook: str,
    overrides: Sequence[tuple[str, str]],
    parameters: dict[str, Parameter],
) -> dict[str, Any]:
    """Return the values for the parameters that a notebook has; the last to speak wins."""
    common = {"language": run.language, **run.parameters, **run.notebooks[notebook]}
    common |= {key: _parsed(text, parameters[key]) for key, text in overrides if key in parameters}
    return {key: value for key, value in common.items() if key in parameters}


def _unknown_everywhere(
    given: dict[str, Any], own: dict[str, dict[str, Parameter]], source: str
) -> list[str]:
    """Return a sentence for each name that no notebook has as a parameter."""
    known = sorted({key for parameters in own.values() for key in parameters})
    return [
        f"{source} {name!r}: no notebook of this run has a parameter of that name"
        + nearest(name, known)
        for name in given
        if name not in known
    ]


def _parsed(text: str, parameter: Parameter) -> Any:
    """Return a value from the command line: YAML, or the text itself where a text is wanted."""
    try:
        value = yaml.safe_load(text)
    except yaml.YAMLError:
        value = text
    return text if not fits(value, parameter.kind) and fits(text, parameter.kind) else value


def _mistyped(source: str, notebook: str, parameter: Parameter, value: Any) -> str | None:
    """Return a sentence if a value does not fit its parameter, or cannot be chosen."""
    if fits(value, parameter.kind):
        wrong = choices.mistake(parameter.name, value)
        return f"{source}: notebook {notebook!r}: {wrong}" if wrong else None
    return (
        f"{source}: parameter {parameter.name!r} of notebook {notebook!r} is {value!r}, "
        f"but must be {described(parameter.kind)}."
    )
