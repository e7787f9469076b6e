"""The places of the project do not depend on the working folder."""

from pathlib import Path

import pytest

from analysis import paths
from analysis.errors import AnalysisError


@pytest.fixture(autouse=True)
def _as_in_jupyter(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (paths.TABLES_VARIABLE, paths.FIGURES_VARIABLE, paths.NOTEBOOK_VARIABLE):
        monkeypatch.delenv(name, raising=False)


def test_the_root_is_the_same_from_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert (paths.project_root() / "analysis" / "paths.py").is_file()


def test_what_is_given_goes_before_what_the_run_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_run, given = tmp_path / "run", tmp_path / "given"
    of_run.mkdir()
    given.mkdir()
    monkeypatch.setenv(paths.TABLES_VARIABLE, str(of_run))
    assert paths.tables_folder() == of_run
    assert paths.tables_folder(str(given)) == given


def test_a_relative_folder_counts_from_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.tables_folder("data") == paths.project_root() / "data"


def test_missing_tables_are_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError, match=r"nowhere.*make tables"):
        paths.tables_folder(tmp_path / "nowhere")


def test_figures_and_findings_lie_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths.figures_folder() == paths.project_root() / "reports" / "lab" / "figures"
    monkeypatch.setenv(paths.FIGURES_VARIABLE, str(tmp_path / "figures"))
    assert paths.findings_folder() == tmp_path / "findings"


def test_only_a_batch_run_says_which_notebook_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.notebook_name() is None
    monkeypatch.setenv(paths.NOTEBOOK_VARIABLE, "01-answer-length")
    assert paths.notebook_name() == "01-answer-length"
