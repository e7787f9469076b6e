"""Reading a run file: a sentence for each mistake in it, with the file, the key and what is due."""

from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from analysis.errors import InvalidRun
from analysis.paths import shown
from analysis.report.runs import Documents, Run, nearest

# What pydantic calls a type, in the words of who writes a run.
_EXPECTED = {
    "string_type": "a text",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "string_too_short": "a text that is not empty",
    "too_short": "at least one",
    "int_type": "a whole number",
    "list_type": "a list",
    "date_type": "a day such as 2023-07-07",
    "invalid_key": "a text: put it between quotation marks",
}


def read_run(path: Path) -> Run:
    """Read and check a run file.

    Parameters
    ----------
    path : Path
        A YAML file such as ``reports/runs/default.yml``.

    Returns
    -------
    Run
        Its notebooks and parameters are not yet checked against the notebooks themselves.

    Raises
    ------
    InvalidRun
        If the file cannot be read, is no YAML or is no run: one sentence for each mistake, with
        the file, the key and what was expected there.
    """
    name = shown(path)
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 (a safe one)
    except FileNotFoundError as error:
        raise InvalidRun(f"There is no run file {name}.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidRun(f"The run file {name} cannot be read: {error}.") from error
    except yaml.YAMLError as error:
        raise InvalidRun(f"The run file {name} is no YAML{_place(error)}.") from error
    try:
        run = Run.model_validate(content)
    except ValidationError as error:
        raise InvalidRun("\n".join(_sentence(name, one) for one in error.errors())) from error
    run._name = name
    return run


class _Loader(yaml.SafeLoader):
    """YAML without surprises: a key stands there once, and a day that is none stays a text."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                problem = f"the key {key.value!r} stands there twice"
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
            seen.add(key.value if isinstance(key, yaml.ScalarNode) else "")
        return super().construct_mapping(node, deep)

    def construct_yaml_timestamp(self, node: yaml.ScalarNode) -> Any:
        try:
            return super().construct_yaml_timestamp(node)
        except ValueError:
            return self.construct_scalar(node)


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_yaml_timestamp)


def _sentence(name: str, error: ErrorDetails) -> str:
    """Return a mistake that pydantic found as a sentence."""
    key = ".".join(str(part) for part in error["loc"])
    kind = error["type"]
    if not key:
        return f"{name}: a run must be keys with values, such as 'title: …'."
    if kind == "extra_forbidden":
        *above, last = map(str, error["loc"])
        known = Documents.model_fields if above == ["documents"] else Run.model_fields
        return f"{name}: there is no key {key!r}" + nearest(last, list(known))
    if kind == "missing":
        return f"{name}: the key {key!r} is missing."
    if kind == "period":
        return f"{name}: {key!r}: {error['msg']}."
    if kind == "notebook_name":
        return (
            f"{name}: {key!r} names {error['msg']}, but must name notebooks without their folder, "
            "such as '01-answer-length'."
        )
    if kind == "invalid_key":
        return f"{name}: the key {key!r} must be {_EXPECTED[kind]}."
    expected = _EXPECTED.get(kind) or error.get("ctx", {}).get("expected") or error["msg"]
    return f"{name}: {key!r} is {error['input']!r}, but must be {expected}."


def _place(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    return f": line {mark.line + 1}, {getattr(error, 'problem', '')}" if mark else ""
