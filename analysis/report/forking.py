"""The process that kernels are forked from: all that notebooks import is imported in it already.

Started as ``python -m analysis.report.forking``. Each line that it reads asks for a kernel, each
line that it writes is the id of the kernel's process. It ends when there is nobody to ask any more.
"""

import gc
import importlib
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, get_args

_IMPORTED = (
    "ipykernel.debugger",
    "ipykernel.kernelapp",
    "matplotlib.backends.backend_agg",
    "matplotlib_inline.backend_inline",
    "analysis.conclusions",
    "analysis.figures",
    "analysis.measures.judgement",
    "analysis.report.provenance",
    "analysis.topics.corpus",
)


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
    """Import what notebooks import, and read what they all read."""
    for name in _IMPORTED:
        importlib.import_module(name)
    from analysis.codebook.devices import all_categories
    from analysis.measures.judgement.words import content
    from analysis.wording import Language, Wording

    all_categories()
    content("Een eerste woord leest de woordenlijsten.")
    for language in get_args(Language):
        Wording(language)
    gc.freeze()  # what is never collected is never copied for a kernel


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
