"""Canonical names of fracties."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from analysis import codebook


def canonical(name: str) -> str | None:
    """Return the canonical name of a fractie, or ``None`` for a name that is not known.

    Case, spaces and the kind of hyphen do not matter; an article in front is passed over.
    """
    return _names().get(_key(name))


def sat_on(name: str, day: date) -> bool:
    """Tell whether a fractie of a canonical name sat on a day; an unknown one is not judged."""
    for entry in codebook.load("fracties"):
        if entry["name"] == name:
            return entry.get("from", date.min) <= day <= entry.get("until", date.max)
    return True


def names_pattern() -> str:
    """Return a regular expression that matches every known name of a fractie, longest first."""
    names = [
        form for entry in codebook.load("fracties") for form in (entry["name"], *entry["aliases"])
    ]
    forms = sorted(names, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms) + ")"


def _key(name: str) -> str:
    name = re.sub(r"^(?:de|het)\s+", "", name.strip(), flags=re.IGNORECASE)
    return re.sub(r"[\s–-]", "", name).casefold()


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for entry in codebook.load("fracties"):
        for form in (entry["name"], *entry["aliases"]):
            other = names.setdefault(_key(form), entry["name"])
            if other != entry["name"]:
                raise ValueError(f"fracties.yml: '{form}' stands for {other} and {entry['name']}")
    return names
