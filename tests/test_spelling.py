"""The Dutch that readers see is spelled as the dictionary or a list of our own has it."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import nbformat
import pytest
import yaml

from analysis.paths import notebooks_folder, project_root

REQUIRED = "ANTWOORDANALYSE_BROWSER_REQUIRED"
OWN = Path(__file__).parent / "spelling-nl.txt"
# What is no Dutch prose: code, addresses, placeholders, names of files.
# Quotation marks go too, which hunspell takes for apostrophes of the word.
_NO_PROSE = re.compile(
    r"```.*?```|[\w/]+\.md|`[^`]*`|\]\([^)]*\)|\{[^}]*\}|https?://\S+|<[^>]*>|‘|’(?!\w)", re.DOTALL
)


def texts() -> dict[str, str]:
    root = project_root()
    found = {"LEESMIJ.md": (root / "LEESMIJ.md").read_text(encoding="utf-8")}
    for path in sorted((root / "analysis" / "wording" / "nl").glob("*.yml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        found[path.name] = "\n".join(_values(content))
    for path in sorted(notebooks_folder().glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        prose = [cell.source for cell in cells if cell.cell_type == "markdown"]
        found[path.name] = "\n".join(prose)
    return {name: _NO_PROSE.sub(" ", text) for name, text in found.items()}


def _values(content: object) -> list[str]:
    if isinstance(content, dict):
        return [text for value in content.values() for text in _values(value)]
    if isinstance(content, list):
        return [text for value in content for text in _values(value)]
    return [str(content)]


@pytest.mark.parametrize("name", sorted(texts()))
def test_every_word_is_spelled_right(name: str) -> None:
    hunspell = shutil.which("hunspell")
    if not hunspell and not os.environ.get(REQUIRED):
        pytest.skip("there is no hunspell here: apt-get install hunspell hunspell-nl")
    assert hunspell, "CI must have hunspell"
    own = {word.lower() for word in OWN.read_text(encoding="utf-8").split()}
    done = subprocess.run(
        [hunspell, "-d", "nl_NL", "-i", "utf-8", "-l"],
        input=texts()[name],
        capture_output=True,
        text=True,
        check=True,
    )
    unknown = {word.strip("-.'‘’") for word in done.stdout.split() if "/" not in word}
    assert sorted(word for word in unknown if word and word.lower() not in own) == []
