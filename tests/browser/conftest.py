"""A real browser, and reports to look at with it: of the shipped document, and a hostile one."""

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from analysis.report.build import build_report
from analysis.report.runs import Run
from analysis.tables import write_tables
from tests.builders import tables_of

# Chromium as Debian has it. CI says that it must be there; elsewhere these tests are skipped.
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
REQUIRED = "ANTWOORDANALYSE_BROWSER_REQUIRED"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]

HOSTILE = "<script>document.title='stuk'</script> [x](javascript:alert(1)) =1+1 **vet** {{ 7*7 }}"
HOSTILE += r" $\wrong{$"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip with a reason where there is no browser; CI does not accept that."""
    if CHROMIUM or os.environ.get(REQUIRED):
        return
    skip = pytest.mark.skip(reason="there is no Chromium here: apt-get install chromium")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "CI must have a browser"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile, in which whatever goes wrong on a page is an error of the test."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    made.set_default_timeout(60_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that may ask for nothing but files, and say nothing in the console."""
    wrong: list[str] = []
    opened = context.new_page()
    opened.on("console", lambda message: wrong.append(f"{message.type}: {message.text}"))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on(
        "request",
        lambda request: (
            None if request.url.startswith(("file:", "data:")) else wrong.append(request.url)
        ),
    )
    yield opened
    assert wrong == []


@pytest.fixture(scope="session")
def seed_report(seed_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the shipped document, in Dutch, with its PDF and workbook."""
    out = tmp_path_factory.mktemp("report") / "seed"
    run = Run(title="Antwoorden", build=["html", "pdf", "csv", "excel"])
    return build_report(run, seed_folder, out).parent


@pytest.fixture(scope="session")
def hostile_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An English report of documents of which every text tries to be more than text."""
    folder = tmp_path_factory.mktemp("hostile")
    documents = [
        {
            "document_id": id_,
            "title": f"{HOSTILE} {id_}",
            "source": HOSTILE,
            "respondent": HOSTILE,
            "kind": "aanhangsel",
            "asked_on": date(2023, 9, day),
            "answered_on": date(2023, 10, day),
        }
        for day, id_ in enumerate(("a", "b", "c"), start=1)
    ]
    questions = [
        {"number": n, "document": d, "text": f"Is dat {HOSTILE}?", "section": HOSTILE,
         "asked": ["=cmd|'/c calc'!A1", HOSTILE]}
        for d in "abc" for n in range(1, 9)
    ]  # fmt: skip
    answers = [
        {"to": [n], "document": d,
         "text": f"Ja. {HOSTILE} Gelet op de demissionaire status van het kabinet doen wij niets."}
        for d in "abc" for n in range(1, 9)
    ]  # fmt: skip
    frames = tables_of(questions, answers, documents)
    write_tables(frames, dict.fromkeys("abc", HOSTILE), folder / "tables")
    run = Run(title=HOSTILE, language="en")
    return build_report(run, folder / "tables", folder / "out").parent
