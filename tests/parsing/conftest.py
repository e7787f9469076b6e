"""The documents written for the tests, parsed once."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.parsing import Record, parse
from analysis.reading import Source, read

DOCUMENTS = Path(__file__).parents[1] / "documents"


@pytest.fixture(scope="session")
def verslag_source() -> Source:
    """Return a verslag of the Eerste Kamer: a letter, then answers; pages begin with a space."""
    return read(DOCUMENTS / "verslag-loketten.txt")


@pytest.fixture(scope="session")
def verslag(verslag_source: Source) -> Record:
    return parse(verslag_source)


@pytest.fixture(scope="session")
def aanhangsel() -> Record:
    """Return an Aanhangsel with numbered questions; pages end in printed footers."""
    return parse(read(DOCUMENTS / "aanhangsel-veerdienst.txt"))
