"""The printed lines of a page of a PDF: their text, place and type, and what is raised in them.

Sizes and places are asked for once a line, and besides for digits only: those are what a
superscript is made of. Asking for every character would cost many times more than the text.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

_BREAK = re.compile(r"\r\n|\r|\n|(?<=\ufffe)")  # U+FFFE: the hyphen of a word that is broken
_DIGITS = re.compile(r"\d+")
_SMALL = 0.85  # of the size of the line: smaller digits may be superscript
_SAME_LINE = 0.4  # of the type size: base lines closer than this are one line
_LOWER = 0.6  # of the type size: a digit that much lower stands on another line
_FORCED_BOLD = 1 << 18
_BOLD = 600


@dataclass(slots=True)
class PrintedLine:
    """A printed line: its text, where it stands on the page, and what it is set in."""

    text: str
    at: int
    left: float
    right: float
    base: float
    size: float
    bold: bool
    raised: list[tuple[int, int]]
    first_word: float = 0.0


def printed_lines(page: pypdfium2.PdfTextPage) -> list[PrintedLine]:
    """Return the lines of a page; what is set apart on one base line is one line."""
    text = page.get_text_range()
    if len(text) != page.count_chars():
        # Signs outside the basic plane count for two: then places cannot be found by offset.
        text = "".join(chr(pdfium.FPDFText_GetUnicode(page, i)) for i in range(page.count_chars()))
    probe = _Probe(page)
    lines: list[PrintedLine] = []
    at = 0
    for end, after in _cuts(text):
        while text[at:end].strip(" \t\x00"):
            line, read_to = probe.line(text[at:end], at)
            if lines and _continues(lines[-1], line):
                _append(lines[-1], line)
            else:
                lines.append(line)
            at = read_to
        at = after
    return lines


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line ends and where the next begins."""
    for match in _BREAK.finditer(text):
        yield match.start(), match.end()
    yield len(text), len(text)


def _continues(before: PrintedLine, line: PrintedLine) -> bool:
    """Tell whether a line stands behind another: on its base line, or as a note to its number."""
    below = before.base - line.base
    close = abs(below) < _SAME_LINE * max(before.size, line.size)
    if before.text.isdigit() and before.size < _SMALL * line.size:
        close = 0 < below < _LOWER * line.size * 1.5
    return close and line.left >= before.right - before.size and "\ufffe" not in before.text


def _append(before: PrintedLine, line: PrintedLine) -> None:
    space = "" if line.left - before.right < 0.2 * line.size else " "
    shift = len(before.text) + len(space)
    if before.text.isdigit() and before.size < _SMALL * line.size:
        before.raised = [(0, len(before.text))]
        before.size, before.base, before.bold = line.size, line.base, line.bold
    before.raised += [(start + shift, end + shift) for start, end in line.raised]
    before.text += space + line.text
    before.right = line.right


class _Probe:
    """Asks a page where a character stands and what it is set in."""

    def __init__(self, page: pypdfium2.PdfTextPage) -> None:
        self._page = page
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = [ctypes.c_double() for _ in range(4)]
        self._matrix = pdfium.FS_MATRIX()
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(128)

    def line(self, content: str, at: int) -> tuple[PrintedLine, int]:
        """Return the line that begins at a character of the page, and where the next begins.

        Two printed lines may have come out as one: then a number stands lower than the line.
        """
        end = at + len(content)
        text = content.rstrip(" \t\x00")
        at += len(text) - len(text.lstrip(" \t\x00"))
        text = text.lstrip(" \t\x00")
        left, base, size = self._place(at)
        digits = [match.span() for match in _DIGITS.finditer(text)]
        inner = text.find(" ")
        first_word = self._right(at + (inner if inner > 0 else len(text)) - 1) - left
        line = PrintedLine(
            text=text,
            at=at,
            left=left,
            right=self._right(at + len(text) - 1),
            base=base,
            size=size,
            bold=self._bold(at),
            raised=[],
            first_word=first_word,
        )
        if digits and digits[0][0] == 0 and digits[0][1] < len(text):
            # The number of a note is smaller than the note: what follows it is the line.
            rest = next((i for i, sign in enumerate(text) if sign.isalpha()), 0)
            _, line.base, line.size = self._place(at + rest)
            line.bold = self._bold(at + rest)
        for start, stop in digits:
            first = start
            if start and self._place(at + start)[1] < line.base - _LOWER * line.size:
                cut = text[:start].rstrip()
                line.text, line.right = cut, self._right(at + len(cut) - 1)
                return line, at + start
            # A marker glued to a number, '2023' and a small '1': the small digits are at its end.
            while first < stop and not self._is_raised(at + first, line):
                first = first + 1 if self._is_raised(at + stop - 1, line) else stop
            if first < stop:
                line.raised.append((first, stop))
        return line, end

    def _is_raised(self, at: int, line: PrintedLine) -> bool:
        _, base, size = self._place(at)
        return size < _SMALL * line.size and base > line.base + 0.1 * line.size

    def _place(self, at: int) -> tuple[float, float, float]:
        """Return the left edge, the base line and the type size of a character."""
        pdfium.FPDFText_GetCharOrigin(self._page, at, self._x, self._y)
        pdfium.FPDFText_GetMatrix(self._page, at, self._matrix)
        scale = abs(self._matrix.d) or abs(self._matrix.b) or 1.0
        size = pdfium.FPDFText_GetFontSize(self._page, at) * scale
        return self._x.value, self._y.value, size or 1.0

    def _right(self, at: int) -> float:
        """Return the right edge of a character."""
        left, right, bottom, top = self._box
        pdfium.FPDFText_GetCharBox(self._page, at, left, right, bottom, top)
        return right.value

    def _bold(self, at: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self._page, at) >= _BOLD:
            return True
        pdfium.FPDFText_GetFontInfo(self._page, at, self._name, 128, self._flags)
        return b"bold" in self._name.value.lower() or bool(self._flags.value & _FORCED_BOLD)
