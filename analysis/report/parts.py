"""What each notebook of a report made, kept so that what is up to date is not run again.

A part is the executed copy of a notebook with the figures and findings that it published. It is
known by a key: a checksum of all that its results depend on. Parts that are finished wait beside
the report until that is whole, so that an interrupted run goes on where it was.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import AnalysisError
from analysis.paths import annotations_folder, project_root
from analysis.report.provenance import Provenance
from analysis.report.target import record_of

_KEY = "key"


def digest_of_file(path: Path) -> str:
    """Return the SHA-256 checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest_of_folder(folder: Path) -> str:
    """Return a checksum of the names and contents of all files in a folder; none of no folder."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            total.update(f"{path.relative_to(folder)}\0{digest_of_file(path)}\n".encode())
    return total.hexdigest()


def digest_of(*values: Any) -> str:
    """Return a checksum of plain values; the order of keys makes no difference."""
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def keys_of(
    sources: Mapping[str, Path],
    values: Mapping[str, dict[str, Any]],
    tables: Path,
    facts: Provenance,
) -> dict[str, str]:
    """Return the key of each notebook's part.

    Parameters
    ----------
    sources : mapping of str to Path
        The notebooks by name.
    values : mapping of str to dict
        The checked values of each notebook's parameters.
    tables : Path
        The folder of the tables.
    facts : Provenance
        Versions and commit, which each notebook shows.
    """
    common = [
        digest_of_folder(tables),
        digest_of_folder(project_root() / "analysis"),
        digest_of_folder(annotations_folder()),
        facts.versions,
        facts.commit,
        facts.changed,
    ]
    return {
        name: digest_of(digest_of_file(path), values[name], *common)
        for name, path in sources.items()
    }


def parts_folder(out: Path) -> Path:
    """Return where the finished parts of a report wait until that is whole."""
    return out.with_name(f".{out.name}-parts")


@dataclass
class Parts:
    """The finished parts of a report.

    Attributes
    ----------
    folder
        Where they wait; beside the report.
    keys
        The key that each notebook's part must have.
    """

    folder: Path
    keys: Mapping[str, str]

    @classmethod
    def beside(cls, out: Path, keys: Mapping[str, str], *, force: bool) -> "Parts":
        """Return the parts of the report in ``out`` that can be used again; with force none."""
        parts = cls(parts_folder(out), keys)
        if force:
            shutil.rmtree(parts.folder, ignore_errors=True)
        else:
            parts._take_from(out)
        return parts

    @property
    def missing(self) -> list[str]:
        """The notebooks that must be executed, in the order of reading."""
        return [name for name, key in self.keys.items() if self._key_of(name) != key]

    def begin(self, name: str) -> Path:
        """Return an empty folder for the part of a notebook."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def finish(self, name: str) -> None:
        """Keep a part: its notebook came to its end."""
        (self.folder / name / _KEY).write_text(self.keys[name], encoding="utf-8")

    def assemble(self, report: Path) -> dict[str, list[str]]:
        """Copy all parts into a report.

        Returns
        -------
        dict of str to list of str
            The files that each notebook made, from the folder of the report.

        Raises
        ------
        AnalysisError
            If two notebooks publish under one name.
        """
        made: dict[str, str] = {}
        for name in self.keys:
            for path in sorted((self.folder / name).rglob("*")):
                place = self._place(path, name)
                if place is None:
                    continue
                if place in made:
                    raise AnalysisError(
                        f"Two notebooks publish under the name {path.stem!r}: "
                        f"{made[place]} and {name}."
                    )
                made[place] = name
                (report / place).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, report / place)
        return {name: sorted(p for p, by in made.items() if by == name) for name in self.keys}

    def forget(self) -> None:
        """Remove the parts: the report holds them now."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def tidy(self) -> None:
        """Remove what is not finished, after a failure or an interruption."""
        for name in self.keys:
            if self._key_of(name) is None:
                shutil.rmtree(self.folder / name, ignore_errors=True)
        if self.folder.is_dir() and not any(self.folder.iterdir()):
            self.folder.rmdir()

    def _key_of(self, name: str) -> str | None:
        path = self.folder / name / _KEY
        return path.read_text(encoding="utf-8") if path.is_file() else None

    def _place(self, path: Path, name: str) -> str | None:
        """Return where a file of a part goes in the report."""
        inside = path.relative_to(self.folder / name)
        if not path.is_file() or inside == Path(_KEY):
            return None
        return f"notebooks/{inside}" if len(inside.parts) == 1 else inside.as_posix()

    def _take_from(self, out: Path) -> None:
        """Take the parts of an earlier report that are still right and as they were written."""
        record = record_of(out)
        files = record.get("files", {})
        for name, part in record.get("parts", {}).items():
            if part["key"] != self.keys.get(name) or name not in self.missing:
                continue
            if all(is_unchanged(out / place, files.get(place)) for place in part["files"]):
                folder = self.begin(name)
                for place in part["files"]:
                    target = folder / place.removeprefix("notebooks/")
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(out / place, target)
                self.finish(name)


def is_unchanged(path: Path, digest: str | None) -> bool:
    """Return whether a file is there with the checksum it was written with."""
    return path.is_file() and digest_of_file(path) == digest
