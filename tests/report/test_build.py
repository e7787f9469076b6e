"""A whole report from toy notebooks: complete, the same each time, or not there at all."""

import hashlib
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from analysis.errors import AnalysisError, InvalidRun
from analysis.paths import project_root
from analysis.report.build import build_report
from analysis.report.runs import Run

MakeNotebook = Callable[..., Path]

PUBLISH = """\
import pandas as pd
from matplotlib.figure import Figure
from analysis.publishing import Chart, publish, publish_finding
data = pd.DataFrame({"fractie": ["=PVV", "<script>alert(1)</script>"], "n": [3, 42]})
figure = Figure(figsize=(5, 3))
figure.subplots().barh(["PVV", "GroenLinks-PvdA"], data["n"])
chart = Chart("questions", figure, data, "Vragen", "per fractie", "Alle", "docs", "Staaf", 1, True)
publish(chart)
"""
FINDING = 'publish_finding("most", f"Minimaal {minimum} <b>woorden</b>.", 2, ["doc#1"])'
UNSTEADY = """\
import os, sys, time
print(os.getcwd(), object(), os.environ["ANTWOORDANALYSE_TABLES"], hash("x"))
print("to stderr", file=sys.stderr)
"""
OTHER = 'from analysis.publishing import publish_finding\npublish_finding("first", "Een.", 1)'


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def toy(**values: object) -> Run:
    return Run.model_validate({"title": "Proef <b>", "notebooks": {"00-a": {}}, **values})


@pytest.mark.slow
def test_a_report_is_complete_and_the_same_twice(
    tmp_path: Path, tables: Path, make_notebook: MakeNotebook
) -> None:
    make_notebook("00-a", PUBLISH, FINDING, UNSTEADY)
    notebooks = make_notebook("01-b", OTHER).parent
    run = toy(notebooks={"00-a": {}, "01-b": {}})
    out = tmp_path / "out"
    assert build_report(run, tables, out, [("minimum", "7")], notebooks) == out / "index.html"
    first = digests(out)
    build_report(run, tables, out, [("minimum", "7")], notebooks)
    assert digests(out) == first
    assert list(first) == [
        "00-a.html",
        "01-b.html",
        "documents/doc.html",
        "documents/doc.txt",
        "figures/questions.csv",
        "figures/questions.json",
        "figures/questions.png",
        "figures/questions.svg",
        "findings/first.json",
        "findings/most.json",
        "index.html",
        "notebooks/00-a.ipynb",
        "notebooks/01-b.ipynb",
        "questions.html",
        "run.json",
    ]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    _check_index(out)
    for path in out.rglob("*"):
        assert path.is_dir() or str(tmp_path).encode() not in path.read_bytes(), path


def _check_index(out: Path) -> None:
    """Check what a reader sees first."""
    text = (out / "index.html").read_text(encoding="utf-8")
    index = BeautifulSoup(text, "html.parser")
    assert "<script" not in text
    assert [title.get_text() for title in index.select("h1")] == ["Proef <b>"]
    lead = " ".join(index.select(".lead")[0].get_text().split())
    assert lead == (
        "Dit rapport gaat over één document ‘<script>alert('titel')</script>’ van de Eerste Kamer. "
        "Het telt 2 vragen en 1 antwoord. Beantwoord op 11 december 2023."
    )
    findings = [" ".join(one.get_text().split()) for one in index.select(".findings li")]
    assert findings == [
        "Een. meer hierover",
        "Minimaal 7 <b>woorden</b>. Na te lezen: vraag 1 · meer hierover",
    ]
    links = [link["href"] for link in index.select(".findings a")]
    assert links == [
        "01-b.html#finding-first",
        "documents/doc.html#q-1",
        "00-a.html#finding-most",
    ]
    page = BeautifulSoup((out / "00-a.html").read_text(encoding="utf-8"), "html.parser")
    assert page.select("#finding-most")
    assert page.select("#figure-questions")
    assert page.select("#finding-most li a")[0]["href"] == "documents/doc.html#q-1"
    document = BeautifulSoup(
        (out / "documents" / "doc.html").read_text(encoding="utf-8"), "html.parser"
    )
    assert document.select("#q-1")
    assert "=PVV" in [cell.get_text() for cell in index.select("figure tbody th")]
    assert "<script>alert('titel')</script>" in [cell.get_text() for cell in index.select("th")]
    assert index.select("#analysed ~ .table a")[0]["href"] == "documents/doc.html"
    for link in index.select("a[href]"):
        target = str(link["href"]).partition("#")[0]
        assert not target or (out / target).exists(), target
    assert json.loads((out / "run.json").read_text())["parameters"]["00-a"]["minimum"] == 7


@pytest.mark.slow
def test_an_english_report_is_english(
    tmp_path: Path, tables: Path, make_notebook: MakeNotebook
) -> None:
    notebooks = make_notebook("00-a", "language").parent
    build_report(toy(language="en"), tables, tmp_path / "out", (), notebooks)
    page = (tmp_path / "out" / "00-a.html").read_text(encoding="utf-8")
    assert "Speelgoed" not in page
    assert "&#39;en&#39;" in page or "'en'" in page
    assert "What to beware of" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_failing_notebook_leaves_the_earlier_report_and_its_own_copy(
    tmp_path: Path, tables: Path, make_notebook: MakeNotebook
) -> None:
    out = tmp_path / "out"
    notebooks = make_notebook("00-a", "x = 1").parent
    build_report(toy(), tables, out, (), notebooks)
    before = digests(out)
    make_notebook("00-a", "print('so far')", "y = 2\nraise KeyError('geen\\nfractie')")
    with pytest.raises(AnalysisError) as caught:
        build_report(toy(), tables, out, (), notebooks)
    kept = tmp_path / "out-failed" / "00-a.ipynb"
    assert str(caught.value) == (
        "Notebook '00-a' failed in cell 4 ('y = 2'): KeyError: 'geen\\nfractie' "
        f"(the notebook as far as it came: {kept})"
    )
    assert "so far" in kept.read_text(encoding="utf-8")
    assert digests(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "notebooks",
        "out",
        "out-failed",
        "tables",
    ]
    make_notebook("00-a", "x = 1")
    build_report(toy(), tables, out, (), notebooks)
    assert not kept.parent.exists()


@pytest.mark.slow
def test_an_error_in_a_sentence_keeps_its_sentence(
    tmp_path: Path, tables: Path, make_notebook: MakeNotebook
) -> None:
    code = "from analysis.errors import UnreadableDocument\nraise UnreadableDocument('No answers.')"
    notebooks = make_notebook("00-a", code).parent
    with pytest.raises(AnalysisError, match=r"in cell 3 \('from [^)]*'\): No answers\. \(the"):
        build_report(toy(), tables, tmp_path / "out", (), notebooks)


@pytest.mark.slow
def test_a_failure_ends_a_run_in_which_others_still_wait(
    tmp_path: Path, tables: Path, make_notebook: MakeNotebook
) -> None:
    """Only two notebooks run at once; those that have not begun must not be waited for."""
    names = ["00-a", "01-b", "02-c", "03-d", "04-e"]
    for name in names:
        notebooks = make_notebook(name, "1 / 0" if name == "00-a" else "1").parent
    run = toy(notebooks={name: {} for name in names})
    program = (
        "from pathlib import Path\n"
        "from analysis.report.build import build_report\n"
        "from analysis.report.runs import Run\n"
        f"run = Run.model_validate({run.model_dump()!r})\n"
        f"build_report(run, Path({str(tables)!r}), Path({str(tmp_path / 'out')!r}), (), "
        f"Path({str(notebooks)!r}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=project_root(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "ZeroDivisionError: division by zero" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_an_interrupted_run_ends_at_once_and_leaves_nothing(
    tmp_path: Path, tables: Path, make_notebook: MakeNotebook
) -> None:
    started = tmp_path / "started"
    code = f"import time, pathlib\npathlib.Path({str(started)!r}).touch()\ntime.sleep(300)"
    notebooks = make_notebook("00-a", code).parent
    program = (
        "import signal\n"
        "from pathlib import Path\n"
        "from analysis.report.build import build_report\n"
        "from analysis.report.runs import Run\n"
        # A shell starts what it runs in the background with interruptions ignored.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "run = Run(title='x', notebooks={'00-a': {}})\n"
        f"build_report(run, Path({str(tables)!r}), Path({str(tmp_path / 'out')!r}), (), "
        f"Path({str(notebooks)!r}))\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], cwd=project_root(), stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 60
    while not started.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    began = started.exists()
    process.send_signal(signal.SIGINT)
    try:
        _, errors = process.communicate(timeout=30)
    finally:
        process.kill()
    assert began
    assert errors.strip().endswith("KeyboardInterrupt")
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ["notebooks", "started", "tables"]


def test_a_wrong_parameter_is_known_before_anything_is_executed(
    tmp_path: Path, tables: Path, make_notebook: MakeNotebook
) -> None:
    started = tmp_path / "started"
    code = f"import pathlib; pathlib.Path({str(started)!r}).touch()"
    notebooks = make_notebook("00-a", code).parent
    with pytest.raises(InvalidRun, match="did you mean 'minimum'"):
        build_report(toy(), tables, tmp_path / "out", [("minimun", "5")], notebooks)
    assert not started.exists()
    assert not (tmp_path / "out").exists()


def test_a_folder_of_something_else_is_never_replaced(
    tmp_path: Path, tables: Path, make_notebook: MakeNotebook
) -> None:
    notebooks = make_notebook("00-a").parent
    with pytest.raises(AnalysisError, match="holds other files than a report"):
        build_report(toy(), tables, tables, (), notebooks)
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(AnalysisError, match="is a file"):
        build_report(toy(), tables, file, (), notebooks)


def test_a_missing_translation_is_known_before_anything_is_executed(
    tmp_path: Path, tables: Path, make_notebook: MakeNotebook
) -> None:
    notebooks = make_notebook("00-a", english=None).parent
    with pytest.raises(InvalidRun, match="no translation in 'en'"):
        build_report(toy(language="en"), tables, tmp_path / "out", (), notebooks)


@pytest.mark.slow
def test_a_language_given_as_a_parameter_is_that_of_every_page(
    tmp_path: Path, tables: Path, make_notebook: MakeNotebook
) -> None:
    notebooks = make_notebook("00-a", "language").parent
    chosen = [("language", "en")]
    index = build_report(toy(), tables, tmp_path / "out", chosen, notebooks=notebooks)
    for page in (index, index.with_name("00-a.html")):
        assert parsed_page(page).html["lang"] == "en"


def parsed_page(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
