"""Which files are read, in which order, and under which name each document is kept."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from analysis.errors import AnalysisError
from analysis.reading import READABLE

_NO_DOCUMENTS = (".csv", ".json", ".md", ".yml", ".yaml")  # lists and notes beside documents
# Where a document is there in several formats, the one that says most about itself goes first.
_BEST_FIRST = (".xml", ".docx", ".odt", ".html", ".htm", ".pdf", ".md", ".txt")


@dataclass(frozen=True, slots=True)
class File:
    """A file to read.

    Attributes
    ----------
    path
        Where it is.
    named
        Whether the user named it itself, and not a folder that it is in.
    document_id
        The name of its document in the tables, different for every file.
    refused
        Why it is not read although it is there: a link that leads out of the folder that was
        given or nowhere, or no ordinary file. Empty for a file that is to be read.
    """

    path: Path
    named: bool
    document_id: str
    refused: str = ""


def document_id_of(name: str) -> str:
    """Return the stable name of a document: its file name in plain letters, digits and hyphens."""
    stem = unicodedata.normalize("NFKD", Path(name).stem).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", stem).strip("-").lower() or "document"


def files_of(paths: Iterable[Path], out: Path | None = None) -> list[File]:
    """Return the files to read: those that were named, and those in the folders.

    Parameters
    ----------
    paths
        Files, and folders that are searched with all that is in them. Hidden files and lists
        (CSV, JSON, Markdown, YAML) of a folder are passed over; links to folders are not
        followed.

    out
        The folder of the tables, which may lie in one of the folders; nothing in it is read.

    Returns
    -------
    list of File
        Each file once, the formats that say most of a document first, then by path.

    Raises
    ------
    AnalysisError
        Where a path does not exist, or there is nothing to read.
    """
    paths = list(paths)
    found = _once(chain.from_iterable(map(_in_path, paths)))
    if out is not None:
        found = [one for one in found if one[1] or not one[0].is_relative_to(out)]
    if not found:
        raise AnalysisError(
            f"no documents found in {', '.join(map(str, paths))}; files ending in"
            f" {', '.join(READABLE)} are read"
        )
    found.sort(key=lambda item: (_rank(item[0]), str(item[0])))
    return list(_with_ids(found))


Found = tuple[Path, bool, str]
"""A path, whether it was named itself, and why it is refused."""


def _in_path(path: Path) -> Iterator[Found]:
    if path.is_dir():
        folder = path.resolve()
        for file in sorted(path.rglob("*")):
            # A link to a folder within leads to nothing that is not read already.
            is_within = file.is_dir() and file.resolve().is_relative_to(folder)
            if not is_within and _may_be_document(file.relative_to(path)):
                yield file, False, _refusal(file, folder)
    elif path.is_file():
        yield path, True, ""
    elif path.exists():
        raise AnalysisError(f"{path}: this is neither a file nor a folder")
    else:
        raise AnalysisError(f"{path}: there is no such file or folder")


def _refusal(file: Path, folder: Path) -> str:
    """Return why a file of a folder is not read; empty where it is."""
    if not file.exists():
        return "this link leads nowhere"
    if not file.resolve().is_relative_to(folder):
        return "this link leads out of the folder"
    return "" if file.is_file() else "this is no ordinary file"


def _may_be_document(inside: Path) -> bool:
    """Tell by its path inside a folder whether a file is to be read; hidden ones are not."""
    hidden = any(part.startswith(".") for part in inside.parts)
    return not hidden and inside.suffix.lower() not in _NO_DOCUMENTS


def _once(files: Iterable[Found]) -> list[Found]:
    """Leave out what was given twice: by name as well as in its folder."""
    once: dict[Path, Found] = {}
    for path, named, refused in files:
        first = once.get(path.resolve(), (path, named, refused))
        once[path.resolve()] = (first[0], first[1] or named, first[2] and refused)
    return list(once.values())


def _rank(path: Path) -> int:
    suffix = path.suffix.lower()
    return _BEST_FIRST.index(suffix) if suffix in _BEST_FIRST else len(_BEST_FIRST)


def _with_ids(files: list[Found]) -> Iterator[File]:
    """Name the documents; where files have one name, all but the first get their checksum."""
    names = Counter(document_id_of(path.name) for path, *_ in files)
    taken: set[str] = set()
    for path, named, refused in files:
        name = document_id_of(path.name)
        if name in taken:
            marked = f"{name}-{_checksum(path, refused)[:8]}"
            # Copies of one file have one checksum too.
            candidates = chain([marked], (f"{marked}-{n}" for n in count(2)))
            name = next(n for n in candidates if n not in taken and n not in names)
        taken.add(name)
        yield File(path, named, name, refused)


def _checksum(path: Path, refused: str) -> str:
    try:
        if refused:
            raise OSError(refused)  # such as a pipe, which never ends
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:  # it cannot be read, which is found out later; its path tells it apart
        return hashlib.sha256(str(path).encode()).hexdigest()
