"""Reading and parsing by format, beside the least that each format takes, on one core.

The floor is measured in the same run, on the same files. Of PDF, DOCX and XML it is the plain
extraction of the text by the same library, without sizes, places, notes or structure. Of text it is
what any reader does at the least: NFKC normalisation and one regular expression for each line.

`reading` turns a file into blocks; `parsing` turns the blocks into questions, answers, askers,
notes and findings, and its time is that of both without that of reading; `the whole` is both, what
each question asks, and the rows of the tables. The documents are those of the generator, most of
them short; the last row is the document that ships with the project. Times are CPU seconds, those
of pandoc included; the fastest of at least three runs counts.
"""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pypandoc
import pypdfium2
from lxml import etree

from analysis.parsing import parse
from analysis.paths import raw_folder
from analysis.reading import read
from analysis.tables.rows import rows_of
from benchmarks.timing import cpu_seconds, each, fastest
from tests.generator import document

TITLE = "Reading and parsing, by format"

_SIZES = {"txt": 200, "xml": 150, "pdf": 40, "docx": 15}  # documents
_SECONDS = 1.0  # each time is taken again and again for at least so long
_MARKER = re.compile(r"^(?:Vraag|Antwoord)\b.*\d")


def run() -> list[dict[str, object]]:
    """Return a row for each format, and one for the shipped document."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            _row(kind, _written(kind, size, Path(folder) / kind), kind)
            for kind, size in _SIZES.items()
        ]
    return [*rows, _row("txt, shipped", sorted(raw_folder().rglob("*.txt")), "txt")]


def _row(name: str, paths: list[Path], kind: str) -> dict[str, object]:
    megabytes = sum(path.stat().st_size for path in paths) / 1e6
    least, floor_of = _FLOORS[kind]
    floor, reading = _taken(floor_of, paths), _taken(read, paths)
    parsed, whole = _taken(_parsed, paths), _taken(_all, paths)
    return {
        "format": name,
        "documents": len(paths),
        "MB": f"{megabytes:.2f}",
        "floor": least,
        "floor, MB/s": f"{megabytes / floor:.2f}",
        "reading and parsing, MB/s": f"{megabytes / parsed:.2f}",
        "reading and parsing, documents/s": f"{len(paths) / parsed:.0f}",
        "the whole, MB/s": f"{megabytes / whole:.2f}",
        "the whole, documents/s": f"{len(paths) / whole:.0f}",
        "reading / floor": f"{reading / floor:.1f}",
        "parsing / floor": f"{max(parsed - reading, 0.0) / floor:.1f}",
        "reading and parsing / floor": f"{parsed / floor:.1f}",
        "the whole / floor": f"{whole / floor:.1f}",
    }


def _taken(work: Callable[[Path], object], paths: list[Path]) -> float:
    return fastest(lambda: each(work, paths), seconds=_SECONDS, clock=cpu_seconds)


def _written(kind: str, size: int, folder: Path) -> list[Path]:
    folder.mkdir()
    paths = []
    for seed in range(size):
        made = document(seed, format=kind)  # type: ignore[arg-type]
        paths.append(folder / made.name)
        paths[-1].write_bytes(made.data)
    return paths


def _parsed(path: Path) -> object:
    return parse(read(path))


def _all(path: Path) -> object:
    source = read(path)
    return rows_of(source, parse(source), "d")


def _text_floor(path: Path) -> int:
    text = unicodedata.normalize("NFKC", path.read_text(encoding="utf-8"))
    return sum(_MARKER.match(line) is not None for line in text.splitlines())


def _pdf_floor(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as pdf:
        return sum(len(page.get_textpage().get_text_bounded()) for page in pdf)


def _xml_floor(path: Path) -> int:
    return sum(map(len, etree.fromstring(path.read_bytes()).itertext()))


def _docx_floor(path: Path) -> int:
    return len(pypandoc.convert_file(str(path), "plain"))


_FLOORS: dict[str, tuple[str, Callable[[Path], int]]] = {
    "txt": ("NFKC and a pattern a line", _text_floor),
    "pdf": ("pypdfium2", _pdf_floor),
    "xml": ("lxml", _xml_floor),
    "docx": ("pandoc", _docx_floor),
}
