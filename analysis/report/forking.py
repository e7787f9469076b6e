"""The process that kernels are forked from: all that notebooks import is imported in it already.

Started as ``python -m analysis.report.forking``. Each line that it reads asks for a kernel, each
line that it writes is the id of the kernel's process. It ends when there is nobody to ask any more.
"""

import gc
import importlib
import json
import os
import pkgutil
import signal
import sys
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

_IMPORTED = (
    "ipykernel.debugger",
    "ipykernel.kernelapp",
    "matplotlib.backends.backend_agg",
    "matplotlib_inline.backend_inline",
    "analysis.conclusions",
    "analysis.figures",
    "analysis.report.provenance",
)
# Of these every module, since a notebook imports them where it first needs them.
_PACKAGES = ("analysis.measures", "analysis.summaries", "analysis.topics")


def main() -> None:
    """Serve until the input ends."""
    _prepare()
    # Nobody waits for kernels that have ended here.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        process = os.fork()
        if process == 0:
            _become_kernel(json.loads(line))
        sys.stdout.write(f"{process}\n")
        sys.stdout.flush()


def _prepare() -> None:
    """Import what notebooks import, and do once what is slow the first time."""
    for name in _IMPORTED:
        importlib.import_module(name)
    for name in _PACKAGES:
        found = pkgutil.walk_packages(importlib.import_module(name).__path__, f"{name}.")
        for module in found:
            importlib.import_module(module.name)
    _read()
    _draw()
    gc.freeze()  # what is never collected is never copied for a kernel


def _read() -> None:
    """Read what every notebook reads, and check a table: that imports much by itself."""
    import pandas as pd

    from analysis.codebook.devices import all_categories
    from analysis.measures.judgement.words import content
    from analysis.schema import TABLES
    from analysis.tables.checks import as_declared
    from analysis.wording import Language, Wording

    for table in TABLES:
        as_declared(table, pd.DataFrame())
    all_categories()
    content("Een eerste woord leest de woordenlijsten.")
    for language in get_args(Language):
        Wording(language)


def _draw() -> None:
    """Draw a figure with a letter on it, for which the fonts are looked up."""
    from matplotlib.figure import Figure

    figure = Figure()
    figure.subplots().set_title("A", weight="bold")
    for kind in ("svg", "png"):
        figure.savefig(BytesIO(), format=kind)


def _become_kernel(asked: dict[str, Any]) -> None:
    """Be the kernel that was asked for, to its end; never returns."""
    status = 1
    try:
        parent = os.getppid()
        os.setsid()  # an interruption at the keyboard is for the one who asked
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 0)
        os.dup2(nowhere, 1)
        os.environ.clear()
        os.environ.update(asked["environment"])
        os.chdir(asked["folder"])
        _serve(asked["connection"], parent)
        status = 0
    finally:
        os._exit(status)


def _serve(connection: str, parent: int) -> None:
    """Answer as a kernel; `parent` is the process with which this one ends."""
    from ipykernel.kernelapp import IPKernelApp

    sys.path.insert(0, str(Path.cwd()))  # as a kernel that is started by itself has it
    app = IPKernelApp.instance(parent_handle=parent)
    app.initialize(["-f", connection, "--log-level=CRITICAL", "--HistoryManager.enabled=False"])
    app.start()


if __name__ == "__main__":
    main()
