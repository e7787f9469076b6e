"""Run files: what they say, and a sentence for each mistake in them."""

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from analysis.errors import InvalidRun
from analysis.paths import project_root
from analysis.report.runfile import read_run
from analysis.report.runs import DEFAULT_NOTEBOOKS, Kind
from analysis.schema import KINDS


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
        ("title: x\nnotebooks: {}", "'notebooks' is {}, but must be at least one."),
        ("title: x\nnotebooks: {a: 5}", "'notebooks.a' is 5, but must be keys with values."),
        (
            "title: x\nfor_each: party",
            "'for_each' is 'party', but must be 'fractie', 'bewindspersoon', 'year' or 'document'.",
        ),
        (
            "title: x\nbuild: word",
            "'build.0' is 'word', but must be 'html', 'pdf', 'figures', 'csv' or 'excel'.",
        ),
        ("title: x\nbuild: []", "'build' is [], but must be at least one."),
        (
            "title: x\ndocuments: {knd: nota}",
            "there is no key 'documents.knd': did you mean 'kind'?",
        ),
        (
            "title: x\ndocuments: {chamber: [EK, XX]}",
            "'documents.chamber.1' is 'XX', but must be 'EK' or 'TK'.",
        ),
        (
            "title: x\ndocuments: {since: gisteren}",
            "'documents.since' is 'gisteren', but must be a day such as 2023-07-07.",
        ),
        (
            "title: x\ndocuments: {year: lang}",
            "'documents.year.0' is 'lang', but must be a whole number.",
        ),
        (
            "title: x\ndocuments: {since: 2023-13-01}",
            "'documents.since' is '2023-13-01', but must be a day such as 2023-07-07.",
        ),
        (
            "title: x\ndocuments: {since: 2024-01-01, until: 2023-01-01}",
            "'documents': 'until' is the first day after the period, so it must be later than "
            "'since'.",
        ),
        (
            "title: x\nnotebooks: {sub/01-a: {}}",
            "'notebooks' names 'sub/01-a', but must name notebooks without their folder, such as "
            "'01-answer-length'.",
        ),
        ("title: '  '", "'title' is '  ', but must be a text that is not empty."),
        ("title: x\n1: y", "the key '1' must be a text: put it between quotation marks."),
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


def test_a_key_that_stands_there_twice_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InvalidRun, match=r"mine\.yml is no YAML: line 3, the key 'a' stands"):
        read_run(written(tmp_path, "notebooks:\n  a:\n  a: {minimum: 5}\ntitle: x"))


def test_a_dossier_needs_no_quotation_marks(tmp_path: Path) -> None:
    text = "title: x\ndocuments:\n  dossier: "
    assert read_run(written(tmp_path, text + "31731")).documents.dossier == ["31731"]
    assert read_run(written(tmp_path, text + "[31731, 36410-VI]")).documents.dossier == [
        "31731",
        "36410-VI",
    ]
    assert read_run(written(tmp_path, text)).documents.dossier == []


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidRun, match=r"no run file .*absent\.yml"):
        read_run(tmp_path / "absent.yml")
    with pytest.raises(InvalidRun, match="cannot be read"):
        read_run(tmp_path)


def test_documents_are_chosen_by_one_value_or_several(tmp_path: Path) -> None:
    text = (
        "title: x\nbuild: excel\ndocuments:\n  kind: nota\n  year: [2022, 2023]\n"
        "  since: 2022-01-01\n  until: '2024-01-01'\n  folder: mine\n"
    )
    run = read_run(written(tmp_path, text))
    assert run.build == ["excel"]
    assert run.documents.folder == "mine"
    assert run.documents.chosen == {
        "kind": ["nota"],
        "year": [2022, 2023],
        "since": date(2022, 1, 1),
        "until": date(2024, 1, 1),
    }
    assert read_run(written(tmp_path, "title: x\ndocuments:")).documents.chosen == {}


def test_the_kinds_of_a_run_are_those_of_the_tables() -> None:
    assert get_args(Kind) == KINDS
