"""The command line: help for a stranger, sentences for mistakes, and the exit status."""

import subprocess
import sys
import types
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner, Result

from analysis import paths
from analysis.cli import commands
from analysis.errors import AnalysisError


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[Path], Path]]:
    """What the command asks of ``analysis.tables``, which is stood in for here."""
    calls: list[tuple[list[Path], Path]] = []

    def build_tables(given: list[Path], out: Path, *_: object) -> types.SimpleNamespace:
        calls.append((given, out))
        out.mkdir(parents=True, exist_ok=True)
        return types.SimpleNamespace(lines=lambda: ["1 document with 45 questions."])

    module = types.ModuleType("analysis.tables")
    module.build_tables = build_tables  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "analysis.tables", module)
    return calls


def called(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


def test_help_says_what_each_command_does() -> None:
    assert "tables" in called("--help").output
    assert "index.html" in called("report", "--help").output


def test_the_module_runs_and_its_help_needs_no_heavy_import() -> None:
    code = (
        "import sys, runpy; sys.argv = ['analysis', '--help']\n"
        "try: runpy.run_module('analysis', run_name='__main__')\n"
        "except SystemExit as end: assert end.code == 0\n"
        "assert not {'pandas', 'papermill', 'matplotlib'} & set(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=paths.project_root(), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "Usage: python -m analysis" in done.stdout


@pytest.mark.parametrize(
    "arguments", [["tables", "a"], ["tables", "--out", "b"], ["report", "-p", "a"], ["nothing"]]
)
def test_wrong_usage_is_status_2(arguments: list[str]) -> None:
    assert called(*arguments).exit_code == 2


def test_tables_says_what_it_made(tmp_path: Path, built: list[tuple[list[Path], Path]]) -> None:
    result = called("tables", "a.txt", "b.txt", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stdout == "1 document with 45 questions.\n"
    assert built == [([Path("a.txt"), Path("b.txt")], tmp_path / "out")]


@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [
        (AnalysisError("doc.txt: no questions."), 1, "doc.txt: no questions."),
        (KeyboardInterrupt(), 130, "stopped before the end; nothing was replaced."),
        (PermissionError(13, "Permission denied", "/x"), 1, "/x: Permission denied."),
    ],
)
def test_a_failure_is_a_sentence_and_no_traceback(
    tmp_path: Path,
    built: list[tuple[list[Path], Path]],
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    status: int,
    sentence: str,
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    monkeypatch.setattr(sys.modules["analysis.tables"], "build_tables", fail)
    result = called("tables", "a.txt", "--out", tmp_path)
    assert result.exit_code == status
    assert result.stderr == f"antwoordanalyse: {sentence}\n"


def test_a_missing_run_and_missing_tables_are_status_1(tmp_path: Path) -> None:
    result = called("report", "--run", tmp_path / "x.yml")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "no run file" in result.stderr
    result = called("report", "--tables", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "make tables" in result.stderr


def test_two_mistakes_are_two_lines_of_the_command(tmp_path: Path) -> None:
    run = tmp_path / "x.yml"
    run.write_text("title: 5\nlanguage: fr")
    result = called("report", "--run", run)
    assert [line[:17] for line in result.stderr.splitlines()] == ["antwoordanalyse: "] * 2


def test_a_report_is_made_from_the_run_the_tables_and_the_parameters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from analysis.report import build

    calls = []

    def build_report(*arguments: object, force: bool) -> Path:
        calls.append((*arguments, force))
        return tmp_path / "mine" / "index.html"

    monkeypatch.setattr(build, "build_report", build_report)
    result = called(
        "report",
        "--tables",
        tmp_path,
        "--out",
        tmp_path / "mine",
        "-p",
        "a",
        "1",
        "-p",
        "b",
        "x",
        "--force",
    )
    assert result.exit_code == 0, result.output
    assert result.stdout.endswith("mine/index.html\n")
    ((run, tables, out, overrides, force),) = calls
    assert force is True
    assert len(run.notebooks) == 5
    assert (tables, out) == (tmp_path, tmp_path / "mine")
    assert overrides == (("a", "1"), ("b", "x"))


def test_tables_are_made_first_if_there_are_none(
    tmp_path: Path, built: list[tuple[list[Path], Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from analysis.report import build

    monkeypatch.setattr(paths, "processed_folder", lambda: tmp_path / "processed")
    monkeypatch.setattr(build, "build_report", lambda *_, **__: tmp_path / "index.html")
    for _ in range(2):
        assert called("report", "--out", tmp_path / "out").exit_code == 0
    assert built == [([paths.raw_folder()], tmp_path / "processed")]
