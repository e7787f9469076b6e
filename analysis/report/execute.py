"""Executing the notebooks of a run, two at a time, without a trace of the machine or the clock."""

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import papermill
from jupyter_core.utils import ensure_event_loop
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, papermill_engines
from papermill.exceptions import PapermillExecutionError

from analysis.errors import AnalysisError
from analysis.paths import FIGURES_VARIABLE, NOTEBOOK_VARIABLE, TABLES_VARIABLE, project_root
from analysis.report.copies import clean_copy
from analysis.report.kernels import REPEATABLE, Kernels

_ENGINE = "antwoordanalyse"
# Errors that say in one sentence what is wrong need no name before it.
_SENTENCES = {"AnalysisError", "InvalidRun", "UnreadableDocument", "WordingError"}


class FailedNotebook(AnalysisError):
    """A notebook that did not come to its end; ``executed`` is the copy as far as it came."""

    def __init__(self, message: str, executed: Path) -> None:
        super().__init__(message)
        self.executed = executed


@dataclass
class Folders:
    """The folders of a notebook: tables to read, and where its copy and figures are written."""

    tables: Path
    notebooks: Path
    figures: Path

    def environment(self, notebook: str) -> dict[str, str]:
        """Return the environment of a notebook's kernel."""
        return {
            **os.environ,
            **REPEATABLE,
            TABLES_VARIABLE: str(self.tables),
            FIGURES_VARIABLE: str(self.figures),
            NOTEBOOK_VARIABLE: notebook,
        }

    def names(self) -> dict[Path, str]:
        """Return what stands in executed copies for each folder of this machine."""
        return {
            self.tables: "tables",
            self.figures: "figures",
            self.figures.parent: "report",
            project_root(): "project",
            Path.home(): "~",
        }


class _KernelEngine(Engine):
    """Papermill's engine, but with an environment and a working folder for each kernel.

    Papermill itself would change those of the whole process, which threads share.
    """

    @classmethod
    def execute_managed_notebook(  # type: ignore[override]
        cls,
        nb_man: Any,
        kernel_name: str,
        *,
        environment: dict[str, str],
        folder: Path,
        copy: Path,
        kernels: Kernels,
        **_: Any,
    ) -> NotebookNode:
        manager = kernels.manager()
        client = PapermillNotebookClient(
            nb_man,
            km=manager,
            kernel_name=kernel_name,
            timeout=None,
            coalesce_streams=True,
            shutdown_kernel="immediate",
            # It would warn of TCP without encryption, but it is spoken to by this machine only.
            extra_arguments=["--log-level=CRITICAL"],
        )
        try:
            return client.execute(env=environment, cwd=str(folder), cleanup_kc=True)
        except DeadKernelError:
            nbformat.write(nb_man.nb, copy)  # papermill keeps those that end by themselves only
            raise
        finally:
            kernels.forget(manager)


def execute_all(
    sources: Mapping[str, Path],
    values: Mapping[str, dict[str, Any]],
    folders: Mapping[str, Folders],
    done: Callable[[str], None],
    kernels: Kernels,
) -> None:
    """Execute notebooks and write the executed copies.

    Parameters
    ----------
    sources : mapping of str to Path
        The notebooks by name; the longest is started first.
    values : mapping of str to dict
        The checked values of each notebook's parameters.
    folders : mapping of str to Folders
        Where each finds the tables, and where it writes.
    done : callable
        Called with the name of each notebook that ended well.
    kernels : Kernels
        Where their kernels come from, and how many there are at once.

    Raises
    ------
    FailedNotebook
        If a cell fails: names the notebook, the cell and the last line of the error. The copy as
        far as it came is in the folder of notebooks.
    """
    papermill_engines.register(_ENGINE, _KernelEngine)
    with _quiet(), ThreadPoolExecutor(kernels.at_once) as pool:
        futures: dict[Future[None], str] = {}
        try:
            for name, path in sorted(sources.items(), key=_length, reverse=True):
                future = pool.submit(_execute, name, path, values[name], folders[name], kernels)
                future.add_done_callback(_reporter(name, done))
                futures[future] = name
            finished = wait(futures, return_when=FIRST_EXCEPTION).done
            for future in sorted(finished, key=lambda future: futures[future]):
                future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            # A kernel that is just starting cannot be killed yet, hence more than once.
            # A future that was cancelled before it began is never done in the sense of `wait`.
            started = [future for future in futures if not future.cancelled()]
            while wait(started, timeout=0.2).not_done:
                kernels.kill()
            raise


def _length(named: tuple[str, Path]) -> int:
    """Return how long a notebook is, in cells: a long one that begins last is waited for."""
    return len(nbformat.read(named[1], as_version=4).cells)


def _reporter(name: str, done: Callable[[str], None]) -> Callable[[Future[None]], None]:
    def report(future: Future[None]) -> None:
        if not future.cancelled() and future.exception() is None:
            done(name)

    return report


def _execute(
    name: str, path: Path, values: dict[str, Any], folders: Folders, kernels: Kernels
) -> None:
    """Execute one notebook; its copy is cleaned whether it ends well or not."""
    output = folders.notebooks / f"{name}.ipynb"
    try:
        papermill.execute_notebook(
            # Papermill fills in braces in paths.
            str(path).replace("{", "{{").replace("}", "}}"),
            str(output).replace("{", "{{").replace("}", "}}"),
            values,
            engine_name=_ENGINE,
            kernel_name="python3",
            language="python",
            progress_bar=False,
            request_save_on_cell_execute=False,  # which would write all of it twice for each cell
            copy=output,
            environment=folders.environment(name),
            folder=path.parent,
            kernels=kernels,
        )
    except PapermillExecutionError as error:
        place = _place(output, path, error)
        message = f"Notebook {name!r} failed in {place}: {_last_line(error)}"
        raise FailedNotebook(message, output) from error
    except DeadKernelError as error:
        message = f"Notebook {name!r} failed: its kernel stopped by itself."
        raise FailedNotebook(message, output) from error
    finally:
        ensure_event_loop().close()  # the one of this thread, which the kernel's client leaves open
        if output.exists():
            clean_copy(output, {**folders.names(), path.parent: "notebooks"})


def _place(output: Path, source: Path, error: PapermillExecutionError) -> str:
    """Return which cell failed, counted as in the notebook that the user has."""
    executed = nbformat.read(output, as_version=4)
    failed = next(
        (cell.id for cell in executed.cells if any(_is_error(o) for o in cell.get("outputs", []))),
        None,
    )
    ids = [cell.get("id") for cell in nbformat.read(source, as_version=4).cells]
    number = ids.index(failed) + 1 if failed in ids else error.cell_index + 1
    return f"cell {number} ({error.source.strip().splitlines()[0]!r})"


def _last_line(error: PapermillExecutionError) -> str:
    lines = error.evalue.strip().splitlines()
    last = lines[-1] if lines else ""
    return last if error.ename in _SENTENCES else f"{error.ename}: {last}".removesuffix(": ")


def _is_error(output: NotebookNode) -> bool:
    return bool(output.output_type == "error")


@contextmanager
def _quiet() -> Iterator[None]:
    """Silence papermill's log, which warns of parameters that it cannot read but we can."""
    log = logging.getLogger("papermill")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(level)
