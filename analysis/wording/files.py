"""Reading the wording: a folder of YAML files for each language, held to the same keys."""

import string
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

import yaml

from analysis.errors import AnalysisError

Language = Literal["nl", "en"]


class WordingError(AnalysisError):
    """A text that does not exist or does not fit the values it was given."""


class Plural(NamedTuple):
    """A text with a singular and a plural."""

    one: str
    other: str


Text = str | Plural | list[str]


class _StrictLoader(yaml.SafeLoader):
    """A loader that refuses a key that stands twice; YAML would silently keep the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice is not None:
            place = f"{node.start_mark.name}, line {node.start_mark.line + 1}"
            raise WordingError(f"Wording {twice!r} stands twice ({place}).")
        return super().construct_mapping(node, deep)


@cache
def load(language: str, folder: Path | None = None) -> dict[str, Text]:
    """Read all texts of a language.

    Parameters
    ----------
    language : str
        The name of the language's folder.
    folder : Path, optional
        The folder with a folder for each language; the package's own by default.

    Returns
    -------
    dict of str to Text
        By key, in the order of the files' names. Read once in a process.

    Raises
    ------
    WordingError
        If a key stands twice or a value is no text.
    """
    texts: dict[str, Text] = {}
    for path in sorted(((folder or Path(__file__).parent) / language).glob("*.yml")):
        with path.open(encoding="utf-8") as file:
            # The stricter loader is a SafeLoader: it makes no objects but plain ones.
            content = yaml.load(file, Loader=_StrictLoader)  # noqa: S506
        texts.update(_flat(content or {}, path.stem))
    return texts


@cache
def differences(folder: Path | None = None) -> tuple[str, ...]:
    """Return in what the languages differ, one sentence for each; empty if in nothing.

    Parameters
    ----------
    folder : Path, optional
        As for `load`.

    Returns
    -------
    tuple of str
        Keys that only one language has, and keys whose form, length or placeholders differ.
    """
    first, second = get_args(Language)
    one, two = load(first, folder), load(second, folder)
    found = [f"Wording {key!r} is only in {first!r}." for key in sorted(one.keys() - two.keys())]
    found += [f"Wording {key!r} is only in {second!r}." for key in sorted(two.keys() - one.keys())]
    found += [
        f"Wording {key!r} differs in form or placeholders between {first!r} and {second!r}."
        for key in sorted(one.keys() & two.keys())
        if _shape(one[key]) != _shape(two[key])
    ]
    return tuple(found)


def placeholders(text: str) -> set[str]:
    """Return the names of the placeholders in a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _shape(text: Text) -> tuple[str, object]:
    """Return what must be the same in each language: the form, and which values it takes."""
    if isinstance(text, Plural):
        return "plural", placeholders(text.one) | placeholders(text.other)
    if isinstance(text, list):
        return "list", len(text)
    return "text", placeholders(text)


def _flat(content: Any, key: str) -> dict[str, Text]:
    """Return the texts under a key, each by its whole key."""
    if isinstance(content, str):
        return {key: content}
    if isinstance(content, list) and all(isinstance(text, str) for text in content):
        return {key: content}
    if not isinstance(content, dict):
        raise WordingError(f"Wording {key!r} is no text but a {type(content).__name__}.")
    if content.keys() == {"one", "other"}:
        return {key: Plural(str(content["one"]), str(content["other"]))}
    texts: dict[str, Text] = {}
    for name, inner in content.items():
        texts.update(_flat(inner, f"{key}.{name}"))
    return texts
