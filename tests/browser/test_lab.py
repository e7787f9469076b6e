"""JupyterLab as its users have it: it opens on the start page, and runs every notebook."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Page, expect

from analysis.paths import notebooks_folder, project_root
from analysis.publishing.files import write_csv

pytestmark = pytest.mark.slow

START = "/lab/tree/START.md"
EXPLORE = [
    "from analysis import explore",
    'explore.find("overheid")',
    "explore.show(question=16)",
    'explore.compare("fractie")',
    'explore.trace("coverage-fractie", "PVV")',
]
LONGEST = 240_000  # milliseconds that a notebook may take


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def lab(seed_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on a copy of the notebooks, with the options of `make lab`."""
    folder = tmp_path_factory.mktemp("lab")
    notebooks = folder / "notebooks"
    shutil.copytree(notebooks_folder(), notebooks, ignore=shutil.ignore_patterns("exploratory"))
    cells = [new_code_cell(source) for source in EXPLORE]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}}
    exploring = new_notebook(cells=cells, metadata=kernel)
    nbformat.write(exploring, notebooks / "exploring.ipynb")
    figure = pd.DataFrame({"fractie": ["GroenLinks-PvdA", "PVV"], "n": [42, 3]})
    write_csv(folder / "figures" / "coverage-fractie.csv", figure)
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [
        *(sys.executable, "-m", "jupyter", "lab", f"--notebook-dir={notebooks}", "--no-browser"),
        *(f"--port={port}", "--ServerApp.token=", "--ServerApp.password=", "--allow-root"),
        *("--LabApp.news_url=", f"--LabApp.default_url={START}"),
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_PATH": str(project_root() / ".jupyter"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "ANTWOORDANALYSE_TABLES": str(seed_folder),
        "ANTWOORDANALYSE_FIGURES": str(folder / "figures"),
    }
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=folder)
        try:
            _wait_for(address, folder / "log")
            yield address
        finally:
            server.terminate()
            server.wait(timeout=60)


def _wait_for(address: str, log: Path) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{address}/api", timeout=5):
                return
        except OSError:
            time.sleep(0.5)
    raise AssertionError(log.read_text())


@pytest.fixture
def lab_page(browser: object, lab: str) -> Iterator[Page]:
    """A window that may speak to this server only."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_timeout(120_000)
    elsewhere: list[str] = []
    page = context.new_page()
    page.on(
        "request",
        lambda request: (
            None
            if re.match(r"(https?|wss?)://127\.0\.0\.1|data:|blob:", request.url)
            else elsewhere.append(request.url)
        ),
    )
    yield page
    context.close()
    assert elsewhere == []


def test_it_opens_on_a_page_that_says_what_is_there(lab_page: Page, lab: str) -> None:
    lab_page.goto(lab)
    preview = lab_page.locator(".jp-MarkdownViewer")
    expect(preview.get_by_role("heading", name="Antwoordanalyse")).to_be_visible()
    for path in notebooks_folder().glob("*.ipynb"):
        expect(preview.get_by_role("link", name=path.stem)).to_be_visible()


@pytest.mark.parametrize("name", sorted(path.stem for path in notebooks_folder().glob("*.ipynb")))
def test_a_notebook_runs_from_its_menu_to_the_end(lab_page: Page, lab: str, name: str) -> None:
    _run_all(lab_page, lab, name)
    assert lab_page.locator(".jp-RenderedText[data-mime-type*=error]").count() == 0


def test_what_is_explored_shows_itself_and_can_be_searched(lab_page: Page, lab: str) -> None:
    _run_all(lab_page, lab, "exploring")
    found, shown, compared, traced = lab_page.locator(".jp-OutputArea-output").all()
    expect(found).to_contain_text("73")
    found.locator("input[type=search]").fill("loket")
    expect(found.locator("tbody tr:visible")).to_have_count(5, timeout=60_000)
    expect(shown.locator("mark", has_text="demissionaire status")).to_have_count(1)
    expect(compared.locator("tbody tr:visible")).to_have_count(2, timeout=60_000)
    expect(traced.locator("tbody tr:visible")).to_have_count(3, timeout=60_000)


def _run_all(lab_page: Page, lab: str, name: str) -> None:
    """Run a notebook from its menu, and wait until its last cell has run."""
    lab_page.goto(f"{lab}/lab/workspaces/{name}/tree/{name}.ipynb")  # as if nothing else is open
    lab_page.locator(".jp-Notebook").wait_for()
    idle = lab_page.get_by_text("Python 3 (ipykernel) | Idle")
    expect(idle).to_be_visible(timeout=LONGEST)
    lab_page.get_by_role("menuitem", name="Run", exact=True).click()
    lab_page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    last = lab_page.locator(".jp-CodeCell").last.locator(".jp-InputPrompt")
    expect(last).to_have_text(re.compile(r"\[\d+\]:"), timeout=LONGEST)
