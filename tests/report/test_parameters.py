"""A run is checked against the parameters of its notebooks before any is executed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.errors import InvalidRun
from analysis.report.parameters import checked_values, load_notebook, parameters_of
from analysis.report.runs import Run

MakeNotebook = Callable[..., Path]


def run_of(notebooks: dict[str, dict[str, Any]], **values: Any) -> Run:
    return Run(title="x", notebooks=notebooks, **values)


@pytest.fixture
def loaded(make_notebook: MakeNotebook) -> dict[str, Any]:
    return {
        "00-a": load_notebook(make_notebook("00-a")),
        "01-b": load_notebook(make_notebook("01-b", parameters="top: int = 3")),
    }


def test_parameters_are_read_with_their_defaults(loaded: dict[str, Any]) -> None:
    found = parameters_of(loaded["00-a"], "00-a")
    assert {name: one.default for name, one in found.items()} == {
        "language": "nl",
        "minimum": 5,
        "share": 0.5,
        "fractie": None,
        "strict": True,
        "names": [],
    }
    assert found["fractie"].annotation == "str | None"


@pytest.mark.parametrize(
    "source",
    [
        "minimum = 5",
        "minimum: int = 'five'",
        "minimum: int = len('five')",
        "minimum: Path = 5",
        "minimum: int = True",
        "minimum: 'int |' = 5",
        "import os",
        "minimum: int =",
    ],
)
def test_a_cell_of_anything_but_annotated_literals_is_refused(
    make_notebook: MakeNotebook, source: str
) -> None:
    notebook = load_notebook(make_notebook("00-a", parameters=source))
    with pytest.raises(InvalidRun, match="'00-a'"):
        parameters_of(notebook, "00-a")


def test_the_command_line_goes_before_the_notebooks_own_and_the_common_values(
    loaded: dict[str, Any],
) -> None:
    run = run_of({"00-a": {"minimum": 2, "share": 0.1}, "01-b": {}}, parameters={"minimum": 1})
    values = checked_values(run, loaded, [("share", "0.2"), ("top", "9")])
    assert values == {
        "00-a": {"language": "nl", "minimum": 2, "share": 0.2},
        "01-b": {"top": 9},
    }


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("fractie", "null", None),
        ("fractie", "50", "50"),  # a text is wanted, so a number is a text
        ("fractie", "2023-12-11", "2023-12-11"),
        ("fractie", "a: [", "a: ["),
        ("share", "1", 1),
        ("strict", "false", False),
        ("names", "[a, b]", ["a", "b"]),
    ],
)
def test_values_of_the_command_line_are_yaml(
    loaded: dict[str, Any], name: str, text: str, value: object
) -> None:
    values = checked_values(run_of({"00-a": {}, "01-b": {}}), loaded, [(name, text)])
    assert values["00-a"][name] == value


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("minimum", "five", "is 'five', but must be a whole number."),
        ("minimum", "true", "is True, but must be a whole number."),
        ("minimum", "2.5", "is 2.5, but must be a whole number."),
        ("share", "true", "is True, but must be a number."),
        ("share", "half", "is 'half', but must be a number."),
        ("strict", "1", "is 1, but must be true or false."),
        ("language", "fr", "is 'fr', but must be 'nl' or 'en'."),
        ("names", "[1]", "is [1], but must be a list, with in each place a text."),
    ],
)
def test_a_mistyped_value_is_named(
    loaded: dict[str, Any], name: str, text: str, expected: str
) -> None:
    with pytest.raises(InvalidRun) as caught:
        checked_values(run_of({"00-a": {}, "01-b": {}}), loaded, [(name, text)])
    assert str(caught.value) == f"-p: parameter {name!r} of notebook '00-a' {expected}"


def test_a_misspelt_name_is_named_with_the_nearest(loaded: dict[str, Any]) -> None:
    with pytest.raises(InvalidRun, match=r"'minimun'.*did you mean 'minimum'\?"):
        checked_values(run_of({"00-a": {}, "01-b": {}}), loaded, [("minimun", "5")])
    with pytest.raises(InvalidRun, match=r"'minimun'.*did you mean 'minimum'\?"):
        checked_values(run_of({"00-a": {}, "01-b": {}}, parameters={"minimun": 5}), loaded)


def test_a_name_of_another_notebook_is_refused_for_this_one(loaded: dict[str, Any]) -> None:
    with pytest.raises(InvalidRun, match="notebook '01-b' has no parameter 'minimum'; there is"):
        checked_values(run_of({"00-a": {}, "01-b": {"minimum": 5}}), loaded)


def test_all_mistakes_are_told_at_once(loaded: dict[str, Any]) -> None:
    run = run_of({"00-a": {"minimum": "x", "shar": 1}, "01-b": {"top": None}})
    with pytest.raises(InvalidRun) as caught:
        checked_values(run, loaded)
    assert len(str(caught.value).splitlines()) == 3


def test_a_missing_notebook_is_named_with_the_nearest(make_notebook: MakeNotebook) -> None:
    path = make_notebook("01-answer-length")
    with pytest.raises(InvalidRun, match="'01-answer-lenght': did you mean '01-answer-length'"):
        load_notebook(path.with_name("01-answer-lenght.ipynb"))


def test_a_file_that_is_no_notebook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.ipynb"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(InvalidRun, match="cannot be read as a notebook"):
        load_notebook(path)


@pytest.mark.parametrize("value", ["0", "-3"])
def test_a_number_that_cannot_be_chosen_is_refused_before_the_run(
    loaded: dict[str, Any], value: str
) -> None:
    run = run_of({"00-a": {}, "01-b": {}})
    with pytest.raises(InvalidRun, match=r"'00-a': Parameter 'minimum' is -?\d, but must be at"):
        checked_values(run, loaded, [("minimum", value)])
    assert checked_values(run, loaded, [("minimum", "1")])["00-a"]["minimum"] == 1
