"""Documents turned into tables: every file read, every file accounted for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from analysis.errors import AnalysisError, UnreadableDocument
from analysis.parsing import parse
from analysis.parsing.records import Finding
from analysis.reading import READABLE, read
from analysis.schema import TABLES
from analysis.tables.rows import Rows, document_id_of, finding_row, rows_of
from analysis.tables.store import write_tables
from analysis.wording import Wording

_NO_DOCUMENTS = (".csv", ".json", ".md", ".yml", ".yaml")  # lists and notes beside documents


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run of `build_tables` made.

    Attributes
    ----------
    documents, questions, answers
        Numbers of rows.
    errors, warnings
        Numbers of findings of that severity.
    unread
        One sentence for each file that could not be read.
    out
        The folder with the tables.
    """

    documents: int
    questions: int
    answers: int
    errors: int
    warnings: int
    unread: tuple[str, ...]
    out: Path

    def lines(self) -> list[str]:
        """Return what to tell the user, one sentence a line."""
        words = Wording("en")
        counts = words.join(
            [
                words.count(self.documents, "common.document"),
                words.count(self.questions, "common.question"),
                words.count(self.answers, "common.answer"),
            ]
        )
        found = words.join(
            [
                words.count(self.errors, "findings.error"),
                words.count(self.warnings, "findings.warning"),
            ]
        )
        return [
            *(f"Not read: {reason}." for reason in self.unread),
            f"{counts} in {self.out}; findings: {found}.",
        ]


def build_tables(paths: Iterable[Path], out: Path, progress: bool = False) -> Summary:
    """Read documents and write their tables.

    Parameters
    ----------
    paths
        Files, and folders that are searched with all that is in them. Of a folder, files with an
        unknown ending are findings; lists such as CSV files are passed over.
    out
        Folder for the tables; see `analysis.tables.store.write_tables`.
    progress
        Whether to show a progress bar.

    Raises
    ------
    AnalysisError
        Where a path does not exist, a file that was named itself cannot be read, or none can.
    """
    rows: Rows = defaultdict(list)
    texts: dict[str, str] = {}
    unread: list[str] = []
    for path, named in tqdm(_files(paths), disable=not progress, unit=" documents"):
        try:
            source = read(path)
        except UnreadableDocument as error:
            if named:
                raise
            unread.append(str(error))
            reason = Finding("error", "unreadable", {"reason": str(error)})
            rows["findings"].append(finding_row(reason, document_id_of(path.name)))
            continue
        document_id = _free_id(document_id_of(path.name), source.sha256, texts)
        for name, new in rows_of(source, parse(source), document_id).items():
            rows[name] += new
        texts[document_id] = source.text
    if not texts:
        raise AnalysisError(_nothing_read(unread))
    write_tables({name: pd.DataFrame(rows[name]) for name in TABLES}, texts, out)
    return _summary(rows, unread, out)


def _files(paths: Iterable[Path]) -> list[tuple[Path, bool]]:
    """Return the files to read, each with whether it was named itself."""
    files: list[tuple[Path, bool]] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*")) if p.is_file())
            files += [(p, False) for p in inside if _may_be_document(p.relative_to(path))]
        elif path.exists():
            files.append((path, True))
        else:
            raise AnalysisError(f"{path}: there is no such file or folder")
    if not files:
        raise AnalysisError(
            f"no documents found in {', '.join(map(str, paths))}; files ending in"
            f" {', '.join(READABLE)} are read"
        )
    return _once(files)


def _once(files: list[tuple[Path, bool]]) -> list[tuple[Path, bool]]:
    """Leave out what was given twice: by name as well as in its folder."""
    once: dict[Path, tuple[Path, bool]] = {}
    for path, named in files:
        first, was_named = once.get(path.resolve(), (path, named))
        once[path.resolve()] = (first, named or was_named)
    return list(once.values())


def _may_be_document(inside: Path) -> bool:
    """Tell by its path inside a folder whether a file is to be read; hidden ones are not."""
    hidden = any(part.startswith(".") for part in inside.parts)
    return not hidden and inside.suffix.lower() not in _NO_DOCUMENTS


def _free_id(document_id: str, sha256: str, taken: dict[str, str]) -> str:
    """Return an id that no other document has: files in two folders may have one name."""
    if document_id not in taken:
        return document_id
    named = f"{document_id}-{sha256[:8]}"
    # Copies of one file have one checksum too.
    names = chain([named], (f"{named}-{n}" for n in count(2)))
    return next(name for name in names if name not in taken)


def _nothing_read(unread: list[str]) -> str:
    rest = f" (and {len(unread) - 1} more)" if len(unread) > 1 else ""
    return f"no document could be read: {unread[0]}{rest}"


def _summary(rows: Rows, unread: list[str], out: Path) -> Summary:
    severities = [row["severity"] for row in rows["findings"]]
    return Summary(
        documents=len(rows["documents"]),
        questions=len(rows["questions"]),
        answers=len(rows["answers"]),
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        unread=tuple(unread),
        out=out,
    )
