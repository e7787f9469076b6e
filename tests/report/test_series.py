"""A report for each value: one that fails leaves the others, and what is finished stays so."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from analysis.errors import AnalysisError
from analysis.paths import project_root
from analysis.report.build import build_report
from analysis.report.runs import Run
from analysis.report.series import Member, _write, build_series
from analysis.tables import write_tables
from tests.builders import tables_of

MakeNotebook = Callable[..., Path]
READ = """\
from analysis.paths import tables_folder
from analysis.tables import read_tables
tables = read_tables(tables_folder())
"""
COUNT = """\
from analysis.publishing import publish_finding
fracties = sorted(set(tables["askers"]["fractie"]))
publish_finding("who", " ".join(fracties), 1)
"""
FAIL = "if 'SP' in fracties: raise ValueError('kapot')"


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """Tables of one document with questions of two fracties."""
    questions = [{"number": 1, "asked": ["PVV"]}, {"number": 2, "asked": ["SP"]}]
    frames = tables_of(questions, [{"to": [n], "text": "Ja."} for n in (1, 2)])
    write_tables(frames, {"d": "Tekst"}, tmp_path / "tables")
    return tmp_path / "tables"


def series(**values: object) -> Run:
    given = {"title": "Reeks", "for_each": "fractie", "notebooks": {"00-a": {}}, **values}
    return Run.model_validate(given)


@pytest.mark.slow
def test_a_report_that_fails_leaves_the_others_and_is_named(
    tmp_path: Path, tables: Path, make_notebook: MakeNotebook
) -> None:
    notebooks = make_notebook("00-a", READ, COUNT, FAIL).parent
    out = tmp_path / "out"
    with pytest.raises(AnalysisError) as caught:
        build_series(series(), tables, out, (), notebooks)
    assert str(caught.value).splitlines()[0] == "1 of 2 reports failed; the index names them."
    assert "SP: Notebook '00-a' failed in cell 5" in str(caught.value)
    index = BeautifulSoup((out / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert [link["href"] for link in index.select("table a")] == ["pvv/index.html"]
    assert "ValueError: kapot" in index.select("#failed ~ ul li")[0].get_text()
    pvv = (out / "pvv" / "index.html").read_text(encoding="utf-8")
    assert "Reeks – PVV" in pvv
    assert json.loads((out / "pvv" / "findings" / "who.json").read_text())["sentence"] == "PVV"
    assert not (out / "sp").exists()

    make_notebook("00-a", READ, COUNT)
    assert build_series(series(), tables, out, (), notebooks) == out / "index.html"
    assert (out / "sp" / "index.html").is_file()
    assert not (out / "sp-failed").exists()


def test_a_series_of_nothing_is_an_error(tmp_path: Path, make_notebook: MakeNotebook) -> None:
    write_tables(tables_of([{"number": 1}], []), {"d": ""}, tmp_path / "tables")
    run, notebooks = series(for_each="bewindspersoon"), make_notebook("00-a").parent
    with pytest.raises(AnalysisError, match="no document has a bewindspersoon"):
        build_series(run, tmp_path / "tables", tmp_path / "out", (), notebooks)


@pytest.mark.slow
def test_only_what_changed_is_executed_again(
    tmp_path: Path, tables: Path, make_notebook: MakeNotebook
) -> None:
    """Each notebook leaves a line outside the report each time that it is executed."""
    log = tmp_path / "log"
    leave = f"open({str(log)!r}, 'a').write('%s\\n')"
    make_notebook("00-a", leave % "a")
    notebooks = make_notebook("01-b", leave % "b").parent
    run = Run.model_validate({"title": "x", "notebooks": {"00-a": {}, "01-b": {}}})
    out = tmp_path / "out"

    def executed(**options: bool) -> list[str]:
        log.write_text("")
        build_report(run, tables, out, (), notebooks, **options)
        return sorted(log.read_text().split())

    assert executed() == ["a", "b"]
    before = (out / "run.json").read_bytes()
    assert executed() == []
    assert executed(force=True) == ["a", "b"]
    assert (out / "run.json").read_bytes() == before
    (out / "notebooks" / "01-b.ipynb").unlink()
    assert executed() == ["b"]
    assert (out / "run.json").read_bytes() == before
    make_notebook("01-b", leave % "b", "1 / 0")
    make_notebook("00-a", leave % "a", "1")
    with pytest.raises(AnalysisError, match="division by zero"):
        executed()
    assert (out / "run.json").read_bytes() == before


STEP = """\
import os, pathlib, time
log = pathlib.Path({folder!r})
fracties = "-".join(sorted(set(tables["askers"]["fractie"])))
with (log / "log").open("a") as file:
    file.write(fracties + " " + os.environ["ANTWOORDANALYSE_NOTEBOOK"] + "\\n")
"""
WAIT = """\
if fracties == "SP" and (log / "wait").exists():
    (log / "waiting").touch()
    time.sleep(300)
"""
PROGRAM = """\
import signal
from pathlib import Path
from analysis.report.runs import Run
from analysis.report.series import Member, _write, build_series
# A shell starts what it runs in the background with interruptions ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
if __name__ == "__main__":
    run = Run.model_validate({run!r})
    build_series(run, Path({tables!r}), Path({out!r}), (), Path({notebooks!r}))
"""


@pytest.mark.slow
def test_an_interrupted_series_goes_on_where_it_was_and_ends_the_same(
    tmp_path: Path, tables: Path, make_notebook: MakeNotebook
) -> None:
    """Interrupted when one report is whole and of another one notebook of two is done."""
    step = STEP.format(folder=str(tmp_path))
    make_notebook("00-a", READ, COUNT, step, "'the longest'", "'so it is the first'")
    notebooks = make_notebook("01-b", READ, COUNT.replace("who", "b"), step, WAIT).parent
    run = series(notebooks={"00-a": {}, "01-b": {}})
    build_series(run, tables, tmp_path / "whole", (), notebooks)
    for number in (signal.SIGINT, signal.SIGKILL):
        out, log = tmp_path / f"broken by {number.name}", tmp_path / "log"
        (tmp_path / "wait").touch()
        _interrupt(run, tables, out, notebooks, number)
        assert not (out / "index.html").exists()
        (tmp_path / "wait").unlink()
        log.write_text("")
        build_series(run, tables, out, (), notebooks)
        assert log.read_text().splitlines() == ["SP 01-b"]
        assert contents(out) == contents(tmp_path / "whole")


def _interrupt(run: Run, tables: Path, out: Path, notebooks: Path, number: signal.Signals) -> None:
    """Start a series, and send it a signal, as a terminal would, when all but one is done."""
    folder = tables.parent
    values = {"tables": str(tables), "out": str(out), "notebooks": str(notebooks)}
    program = folder / "program.py"
    program.write_text(PROGRAM.format(run=run.model_dump(), **values), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, program],
        cwd=project_root(),
        env={**os.environ, "PYTHONPATH": str(project_root())},
        start_new_session=True,
    )
    done = [folder / "waiting", out / "pvv" / "index.html"]
    deadline = time.monotonic() + 120
    try:
        while not all(path.exists() for path in done):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.1)
        os.killpg(process.pid, number)
        process.wait(timeout=60)
    finally:
        process.kill()
    done[0].unlink()


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, hidden ones included."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_long_series_can_be_searched_and_its_names_stay_text(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> {{ 7*7 }} [x](javascript:alert(1))"
    for n, long in ((3, False), (30, True)):
        members = [Member(f"{hostile} {i}", f"m{i}", 1, 2, 3, f"m{i}/index.html") for i in range(n)]
        members.append(Member(hostile, "failed", 1, 1, 1, error=hostile))
        out = tmp_path / str(n)
        out.mkdir()
        _write(out, series(title=hostile), members)
        text = (out / "index.html").read_text(encoding="utf-8")
        index = BeautifulSoup(text, "html.parser")
        assert bool(index.select("table[data-long]")) is long
        assert len(index.select("script")) == long
        assert [title.get_text() for title in index.select("h1")] == [hostile]
        assert index.select("tbody tr a")[0].get_text() == f"{hostile} 0"
        assert not index.select("a[href^=javascript]")
