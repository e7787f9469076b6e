"""Run files: what they say, and a sentence for each mistake in them."""

from pathlib import Path

import pytest

from analysis.errors import InvalidRun
from analysis.paths import project_root
from analysis.report.runs import DEFAULT_NOTEBOOKS, read_run


def written(folder: Path, text: str) -> Path:
    path = folder / "mine.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_default_run_has_all_notebooks_in_order() -> None:
    run = read_run(project_root() / "reports" / "runs" / "default.yml")
    assert tuple(run.notebooks) == DEFAULT_NOTEBOOKS
    assert run.language == "nl"


def test_a_title_is_enough(tmp_path: Path) -> None:
    run = read_run(written(tmp_path, "title: Mijn rapport"))
    assert tuple(run.notebooks) == DEFAULT_NOTEBOOKS
    assert run.parameters == {}
    assert run.name.endswith("mine.yml")


def test_notebooks_keep_their_order_and_their_parameters(tmp_path: Path) -> None:
    text = "title: x\nparameters:\nnotebooks:\n  04-b:\n    minimum: 5\n  01-a:\n"
    assert list(read_run(written(tmp_path, text)).notebooks.items()) == [
        ("04-b", {"minimum": 5}),
        ("01-a", {}),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("language: nl", "the key 'title' is missing."),
        ("title: ''", "'title' is '', but must be a text that is not empty."),
        ("title: 5", "'title' is 5, but must be a text."),
        ("title: x\nlanguage: fr", "'language' is 'fr', but must be 'nl' or 'en'."),
        ("title: x\nlanguge: nl", "there is no key 'languge': did you mean 'language'?"),
        ("title: x\nnotebooks: [a]", "'notebooks' is ['a'], but must be keys with values."),
        ("title: x\nnotebooks: {}", "'notebooks' is {}, but must be at least one notebook."),
        ("title: x\nnotebooks: {a: 5}", "'notebooks.a' is 5, but must be keys with values."),
        ("- title", "a run must be keys with values, such as 'title: …'."),
        ("", "a run must be keys with values, such as 'title: …'."),
    ],
)
def test_each_mistake_is_a_sentence(tmp_path: Path, text: str, expected: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(InvalidRun) as caught:
        read_run(path)
    assert str(caught.value) == f"{path}: {expected}"


def test_two_mistakes_are_two_sentences(tmp_path: Path) -> None:
    with pytest.raises(InvalidRun) as caught:
        read_run(written(tmp_path, "title: 5\nlanguage: fr"))
    assert len(str(caught.value).splitlines()) == 2


def test_a_file_that_is_no_yaml_is_named_with_the_line(tmp_path: Path) -> None:
    with pytest.raises(InvalidRun, match=r"mine\.yml is no YAML: line 3"):
        read_run(written(tmp_path, "title: x\nlanguage: [nl\n"))


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidRun, match=r"no run file .*absent\.yml"):
        read_run(tmp_path / "absent.yml")
    with pytest.raises(InvalidRun, match="cannot be read"):
        read_run(tmp_path)
