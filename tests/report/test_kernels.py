"""Kernels end in an error and never in a hang, and are the same whether they are forked or not."""

import importlib.util
import re
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from analysis.errors import AnalysisError
from analysis.report import forking
from analysis.report.execute import FailedNotebook, Folders, execute_all
from analysis.report.kernels import Kernels

MakeNotebook = Callable[..., Path]
KILLED = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
WHERE = """\
import os
print(os.environ["NOTEBOOK_MARK"], hash("a"), sorted(os.listdir())[0])
"""


def run(names: list[str], notebooks: Path, out: Path, kernels: Kernels) -> None:
    """Execute notebooks without parameters."""
    out.mkdir(exist_ok=True)
    folders = Folders(tables=out, notebooks=out, figures=out / "figures")
    sources = {name: notebooks / f"{name}.ipynb" for name in names}
    execute_all(
        sources,
        {name: {} for name in names},
        dict.fromkeys(names, folders),
        lambda name: None,
        kernels,
    )


def printed(path: Path) -> str:
    """Return what the last cell of an executed copy printed."""
    return str(nbformat.read(path, as_version=4).cells[-1].outputs[0].text)


@pytest.mark.slow
def test_a_kernel_that_is_killed_is_an_error_of_its_notebook(
    tmp_path: Path, make_notebook: MakeNotebook
) -> None:
    notebooks = make_notebook("00-killed", KILLED).parent
    make_notebook("01-after", "print(1)")
    with Kernels() as kernels:
        with pytest.raises(FailedNotebook, match="'00-killed' failed: its kernel stopped"):
            run(["00-killed"], notebooks, tmp_path / "out", kernels)
        kept = nbformat.read(tmp_path / "out" / "00-killed.ipynb", as_version=4)
        assert [cell.execution_count for cell in kept.cells if cell.cell_type == "code"][:1] == [1]
        run(["01-after"], notebooks, tmp_path / "out", kernels)  # the others can still be run
    assert printed(tmp_path / "out" / "01-after.ipynb") == "1\n"


@pytest.mark.slow
def test_kernels_that_are_not_forked_give_the_same(
    tmp_path: Path, make_notebook: MakeNotebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTEBOOK_MARK", "here")
    notebooks = make_notebook("00-a", WHERE).parent
    said = []
    for forked in (True, False):
        out = tmp_path / f"forked-{forked}"
        with Kernels(forked=forked) as kernels:
            assert (kernels._server is not None) is forked
            run(["00-a"], notebooks, out, kernels)
        said.append(printed(out / "00-a.ipynb"))
    assert said[0] == said[1]
    assert re.fullmatch(r"here -?\d+ 00-a\.ipynb\n", said[0])


@pytest.mark.slow
def test_a_process_to_fork_from_that_is_gone_is_said_in_a_sentence() -> None:
    with Kernels() as kernels:
        server = kernels._server
        assert server is not None
        server._process.kill()
        server._process.wait()
        with pytest.raises(AnalysisError, match="has stopped by itself"):
            server.fork("none.json", {}, ".")


def test_what_is_imported_before_forking_can_be_imported() -> None:
    """A module that was renamed would otherwise show only where notebooks are run."""
    named = (*forking._IMPORTED, *forking._PACKAGES)
    missing = [name for name in named if importlib.util.find_spec(name) is None]
    assert not missing
