"""Imports go one way, and import-linter would see one that does not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"


def lint_imports(folder):
    """Hold the package in `folder` against the contracts in pyproject.toml."""
    return subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--config", ROOT / "pyproject.toml", "--no-cache"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.fixture
def package(tmp_path):
    """A copy of the package that a test may spoil."""
    without = shutil.ignore_patterns("__pycache__")
    return Path(shutil.copytree(ROOT / "analysis", tmp_path / "analysis", ignore=without))


def test_imports_of_the_package_go_one_way():
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "line", "complaint"),
    [
        ("reading/upwards.py", "import analysis.parsing", "analysis.reading is not allowed"),
        ("parsing/upwards.py", "import analysis.tables", "analysis.parsing is not allowed"),
        ("measures/upwards.py", "import analysis.figures", "analysis.measures is not allowed"),
        ("measures/aside.py", "import analysis.topics", "analysis.measures is not allowed"),
        ("summaries/aside.py", "import papermill", "analysis.summaries.aside -> papermill"),
        ("unplaced.py", "", "analysis.unplaced"),
    ],
)
def test_an_import_the_wrong_way_is_refused(package, module, line, complaint):
    with (package / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    result = lint_imports(package.parent)
    assert result.returncode == 1
    assert complaint in " ".join(result.stdout.split())
