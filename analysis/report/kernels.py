"""Kernels for notebooks: forked from a process that has imported everything, where that can be.

A kernel of its own takes seconds to import what each notebook needs. One that is forked has it at
once, and is a process of its own all the same: notebooks share nothing that they change. Where a
process cannot safely be forked (all but Linux) kernels start as Jupyter starts them.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import LocalProvisioner

from analysis.errors import AnalysisError

# The order of sets and of sums over threads would differ from run to run.
REPEATABLE = {"PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

# The debugger, which nobody uses here, would warn that it cannot step into Python itself.
_SILENT = {"PYDEVD_DISABLE_FILE_VALIDATION": "1"}
_NAME = "python3"


class Kernels:
    """Gives kernel managers, and can end all kernels at once; a context, after which all are gone.

    Parameters
    ----------
    at_once
        How many notebooks are executed at the same time.
    forked
        Whether kernels are forked; by default where that is safe.
    """

    def __init__(self, at_once: int = 2, *, forked: bool | None = None) -> None:
        self.at_once = at_once
        self._forked = sys.platform == "linux" if forked is None else forked
        self._server: _Server | None = None
        self._given: list[AsyncKernelManager] = []
        self._sockets: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> "Kernels":
        if self._forked:
            self._server = _Server()
            self._sockets = tempfile.TemporaryDirectory(prefix="kernels-")
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        if self._server and self._sockets:
            self._server.end()
            self._sockets.cleanup()

    def manager(self) -> AsyncKernelManager:
        """Return the manager of a kernel that is not started yet."""
        manager = AsyncKernelManager(kernel_name=_NAME)
        if self._server and self._sockets:
            # A port that is free when it is chosen may be another's when the kernel opens it; a
            # file cannot. Its name must be short, so it is not where Jupyter would put it.
            manager.transport = "ipc"
            name = f"{uuid4().hex[:12]}.json"
            manager.connection_file = str(Path(self._sockets.name) / name)
            manager.provisioner = _Forking(
                kernel_spec=manager.kernel_spec, parent=manager, server=self._server
            )
        self._given.append(manager)
        return manager

    def forget(self, manager: AsyncKernelManager) -> None:
        """Leave a kernel that has ended to itself."""
        self._given.remove(manager)

    def kill(self) -> None:
        """End the kernels at once; the threads that wait for them then end by themselves."""
        for manager in self._given:
            process = getattr(manager.provisioner, "process", None)
            if process is not None and process.poll() is None:
                process.kill()


class _Server:
    """The process that kernels are forked from."""

    def __init__(self) -> None:
        self._asking = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "analysis.report.forking"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **REPEATABLE, **_SILENT},
            start_new_session=True,
            text=True,
        )

    def fork(self, connection: str, environment: Mapping[str, str], folder: str) -> int:
        """Return the id of the process of a new kernel; an error if there is nobody to ask."""
        asked = {"connection": connection, "environment": {**environment}, "folder": folder}
        asking, answers = self._process.stdin, self._process.stdout
        assert asking is not None
        assert answers is not None
        answer = ""
        with self._asking, suppress(BrokenPipeError):
            asking.write(json.dumps(asked) + "\n")
            asking.flush()
            answer = answers.readline()
        if not answer:
            raise AnalysisError(
                "The process that kernels are started from has stopped by itself; run it again."
            )
        return int(answer)

    def end(self) -> None:
        """End the process; kernels that are still there end with it."""
        self._process.kill()
        self._process.communicate()


class _Forking(LocalProvisioner):
    """Starts a kernel by asking the server for one."""

    def __init__(self, *, server: _Server, **values: Any) -> None:
        super().__init__(**values)
        self._from = server

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        connection = self.parent.connection_file
        self.cwd = kwargs["cwd"]
        self.pid = self._from.fork(connection, kwargs["env"], kwargs["cwd"])
        self.process = _Process(self.pid)
        return self.connection_info


class _Process:
    """A process that is not a child of this one, with what `subprocess.Popen` would offer."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def poll(self) -> int | None:
        """Return None as long as it is there; with what it ended is not known."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def wait(self) -> int:
        """Return when it is gone."""
        while self.poll() is None:
            time.sleep(0.01)
        return 0

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it is still there."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)
