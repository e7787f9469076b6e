"""Markdown, into which converters turn letters and PDFs: the marks taken out of the words."""

from __future__ import annotations

import re

_MARKED = re.compile(r"^(?:#{1,6} |\*\*\S|__\S|>?\s*<a id=)|\\[\[\]().!#_*-]", re.MULTILINE)
_SHARE = 0.1  # of the lines of a text, that hold a mark, before it is taken for Markdown
_FOOTNOTE = re.compile(
    r'^(?:\d+\.|-)\s+<a id="(?:footnote|fn)[^"]*?(\d+)"></a>\s*(.*?)(?:\[↑\]\([^)]*\))?\s*$',
    re.MULTILINE,
)
_TAKEN_OUT = re.compile(
    r"!\[[^\]]*\]\([^)]*\)"  # a picture
    r"|</?(?:a|br|p|div|span|sup|sub|u|img)\b[^>]*>"
    r"|^#{1,6}\s+|^>\s?"
    r"|^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-*:?\s*$",  # the line under the head of a table
    re.MULTILINE,
)
_LINK = re.compile(r"\[((?:\\.|[^\[\]\\])+)\]\((?:\\.|[^()\s\\]|\([^()\s]*\))+\)")
_STRONG = re.compile(r"(?<!\\)(?:\*\*|__)")  # a pair may stand on two lines
_EMPHASIS = re.compile(r"(?<![\w*_\\])([*_])(?=\S)([^*_\n]+?)(?<=[^\s\\])\1(?![\w*_])")
_CELLS = re.compile(r"\s*\|\s*")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~^&<'\"])")


def is_markdown(text: str) -> bool:
    """Tell whether a text has the marks of Markdown on a good part of its lines."""
    if "**" not in text and "__" not in text and "\\" not in text and "# " not in text:
        return False
    filled = sum(1 for line in text.split("\n") if line.strip())
    return len(_MARKED.findall(text)) > max(_SHARE * filled, 2)


def plain_of(text: str) -> str:
    """Return the words of a Markdown text, each on the line that it stood on.

    Notes get the form ``[1] tekst``, and a row of a table is a line of its cells.
    """
    text = _FOOTNOTE.sub(r"[\1] \2", text)
    text = _TAKEN_OUT.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _STRONG.sub("", text)
    text = _EMPHASIS.sub(r"\2", text)
    lines = [
        " ".join(_CELLS.split(line.strip())).strip() if line.lstrip().startswith("|") else line
        for line in text.split("\n")
    ]
    return _ESCAPED.sub(r"\1", "\n".join(lines))
