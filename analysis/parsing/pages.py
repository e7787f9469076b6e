"""Where the pages begin, and which lines are furniture: page numbers, headers and footers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import groupby, pairwise

from analysis.parsing.lines import Line, Role
from analysis.parsing.markers import marker_of

# Printed in the margin of the Handelingen and Kamerstukken, and in letters.
_FURNITURE = re.compile(
    r"""^(?:
      (?:ah|kst|blg|kv|h|nds)-(?:tk-|ek-)?[\dZ-]+[A-Z]*(?:\.\w+)?      # number of the publication
    | ISSN\b.*
    | ’s-Gravenhage\s+\d{4}.*
    | (?:Tweede|Eerste)\sKamer,\svergaderjaar\s\d{4}[–-]\d{4},.*
    | \d*\s*[Pp]agina\s*(?P<page>\d{1,3})\s*van\s*\d{1,3}
    | X\sNoot | Naar\sboven                                             # links of a web page
    )$""",
    re.VERBOSE,
)
# The letters that such a line and the number of a publication begin with: most lines begin with
# another, and need no pattern.
_FURNITURE_LETTERS = frozenset("akbhnI’TEPpXN0123456789")
_PUBLICATION_LETTERS = frozenset("akbhn")
_IMPRINT_LETTERS = frozenset("I’ak")
_FOOTER = re.compile(
    r"(?:Tweede|Eerste)\sKamer,\svergaderjaar\s\d{4}[–-]\d{4},\s*"
    r"(?:Aanhangsel|\d{2}\s\d{3}(?:[\s-][XVI]+\b)?(?:\s\([^)]*\))?,\s(?:nr\.\s\d+|[A-Z]{1,3}))"
)
_IN_FOOTER = re.compile(r"(?:^|\s)(?:ISSN|’s-Gravenhage|(?:ah|kst|blg|kv)-\S+)\s")
# What ends the margin of the first page, and so stands right before the text of the next.
_IMPRINT = re.compile(r"^(?:ISSN \d{4} ?[-–] ?\d{3}[\dX]|’s-Gravenhage \d{4})(?=[^\s–-]|[–-]\s)")
_PUBLICATION = re.compile(r"^(?:ah|kst|blg|kv|h|nds)-(?:tk-|ek-)?[\dZ-]+(?:-[A-Z]+)?")
_FOOTER_AND_NUMBER = re.compile(rf"{_FOOTER.pattern}\s*(?P<number>\d{{1,6}})?")
_LONE_NUMBER = re.compile(r"^\d{1,3}$")
_LINES_IN_A_PAGE = 5  # fewer lines than this between two indented lines is no page
_INDENTED_SHARE = 0.05  # above it, indentation is the manner of the text and marks no pages
_WIDE_GAP = 3  # blank lines that set a page number apart from the text


def mark_pages(lines: list[Line]) -> list[Line]:
    """Number the pages and mark the furniture of a document, in the lines themselves.

    Pages are known from the format (a form feed), from printed footers, or from the trace that
    some extractors leave: the first line of a page begins with a space. That trace is believed
    only where the page numbers printed in the document agree with it.

    Returns
    -------
    list of Line
        The lines, ``page`` filled where it can be told; what was glued to a footer is a line too.
    """
    lines = _unglued(lines)
    for line in lines:
        if _is_furniture(line.text):
            line.role = Role.FURNITURE
    _mark_numbers_of_footers(lines)
    if any(line.page for line in lines):
        _mark_numbers(lines)
    elif any(line.role == Role.FURNITURE for line in lines):
        _pages_from_footers(lines)
    else:
        _pages_from_indentation(lines)
    return lines


def _is_furniture(text: str) -> bool:
    return text[0] in _FURNITURE_LETTERS and _FURNITURE.match(text) is not None


def _pages_from_footers(lines: list[Line]) -> None:
    """Number the pages by runs of furniture, each of which ends a page."""
    page, ends = 1, False
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        line.page = page
        # The masthead of an Aanhangsel has furniture too, before any page has ended.
        ends = line.role == Role.FURNITURE and (ends or _printed_number(line) is not None)
        if ends and (following is None or following.role != Role.FURNITURE):
            page += 1


def _printed_number(line: Line) -> int | None:
    if match := _FOOTER.search(line.text):
        number = re.search(r"\d+$", line.text[match.end() :])
        return int(number.group()) if number else 0
    match = _FURNITURE.match(line.text)
    return int(match["page"]) if match and match["page"] else None


def _unglued(lines: list[Line]) -> list[Line]:
    """Cut off the text that an extractor glued to a footer.

    Pages are counted, so that the end of a page number is known: ``nr. 6 1650`` is page 16 and
    question 50.
    """
    page, cut = 0, []
    printed = [
        line.text
        for line in lines
        if line.text[0] in _PUBLICATION_LETTERS and _PUBLICATION.fullmatch(line.text)
    ]
    number = min(printed, key=len, default=None)
    pending = lines[::-1]
    while pending:
        line = pending.pop()
        glued = line.text[0] in _IMPRINT_LETTERS and line.role == Role.BODY
        if at := _end_of_imprint(line, number) if glued else None:
            head, *rest = _cut(line, at, sure=True)
            cut.append(head)
            pending += rest  # which may be a footer with text glued to it
            continue
        match = None
        if line.role == Role.BODY and "vergaderjaar" in line.text:
            match = _FOOTER_AND_NUMBER.search(line.text)
        if match is None:
            cut.append(line)
            continue
        if at := _glued_to_text(line, match.start()):
            cut.append(replace(line, passage=line.passage.cut(0, at)))
            line = replace(line, passage=line.passage.cut(at), marker=None, blank_lines=0)
            match = _FOOTER_AND_NUMBER.match(line.text)
            assert match is not None
        digits, due = match["number"] or "", str(page + 1)
        if _is_cited(line.text[: match.start()]) and not digits.startswith(due):
            cut.append(line)
            continue
        page += 1
        at = match.start("number") + len(due) if digits.startswith(due) else match.end()
        if digits and not digits.startswith(due):
            page = int(digits[:3])
        for part in _cut(line, at):
            cut.append(part)
    return cut


def _glued_to_text(line: Line, at: int) -> int:
    """Return where a footer begins that stands right behind the last word of a page; 0 for none."""
    before = line.text[:at]
    glued = before[-1:].isalnum() or before[-1:] in tuple(".?!;:,»”-")
    return at if glued and not _IN_FOOTER.search(before) else 0


def _is_cited(before: str) -> bool:
    """Tell whether what stands before the words of a footer is a sentence that cites them."""
    return bool(before.strip()) and not _IN_FOOTER.search(before)


def _end_of_imprint(line: Line, number: str | None) -> int | None:
    """Return where text begins that is glued to the margin or to the number of the publication.

    The number is that of a line of its own: ``kst-36410-650`` is ``kst-36410-6`` and question 50.
    """
    if not line.text.startswith(("ISSN", "’s-", "ah-", "kst-")):
        return None
    if match := _IMPRINT.match(line.text):
        return match.end()
    glued = number is not None and line.text.startswith(number) and line.text != number
    return len(number) if number is not None and glued else None


def _cut(line: Line, at: int, sure: bool = False) -> list[Line]:
    rest = line.passage.cut(at).strip()
    opens = rest and (rest.text[0].isalnum() or (rest.text[0] in "–-•«“‘(" and len(rest.text) > 3))
    if not rest or not (sure or opens):
        return [line]
    head = replace(line, passage=line.passage.cut(0, at).strip())
    tail = replace(line, passage=rest, marker=marker_of(rest.text), blank_lines=1, indented=False)
    return [head, tail]


def _mark_numbers_of_footers(lines: list[Line]) -> None:
    """Mark the page numbers that stand on a line of their own below a footer."""
    for footer, line in pairwise(lines):
        if (
            footer.role == Role.FURNITURE
            and footer.page == line.page  # on the next page it is the number of a question
            and _LONE_NUMBER.match(line.text)
            and _FOOTER.search(footer.text)
            and not re.search(r"\d+$", _FOOTER.sub("", footer.text))
        ):
            line.role = Role.FURNITURE


def _mark_numbers(lines: list[Line]) -> None:
    """Mark the page numbers: lone numbers at the edge of a page, all at one distance from it.

    A number elsewhere on a page is one of a table, or of a question; so is one at the edge of a
    page where footers have the page numbers, or where most pages have none.
    """
    if any(_printed_number(line) for line in lines if line.role == Role.FURNITURE):
        return
    pages = _indices_by_page(lines)
    edges = {i for page in pages for i in (page[0], page[-1])}
    distances = {
        i: (lines[i].page or 0) - int(lines[i].text)
        for i in edges
        if _LONE_NUMBER.match(lines[i].text)
    }
    usual = Counter(distances.values()).most_common(2)
    if not usual or (len(usual) > 1 and usual[0][1] == usual[1][1]):
        return
    if usual[0][1] < (len(pages) - 1) / 2:
        return
    for i, distance in distances.items():
        if distance == usual[0][0]:
            lines[i].role = Role.FURNITURE


def _indices_by_page(lines: list[Line]) -> list[list[int]]:
    """Return the places of the lines of each page that are not furniture already."""
    text = [i for i, line in enumerate(lines) if line.role == Role.BODY]
    return [list(group) for _, group in groupby(text, key=lambda i: lines[i].page)]


def _pages_from_indentation(lines: list[Line]) -> None:
    indented = [i for i, line in enumerate(lines) if line.indented]
    printed = {i for i, ln in enumerate(lines) if ln.text.isdecimal() and _is_set_apart(lines, i)}
    if not printed or len(indented) > max(_INDENTED_SHARE * len(lines), 1):
        return
    starts = _page_starts(sorted({*indented, *printed}))
    page_of, page = [], 1
    for i in range(len(lines)):
        page += i in starts
        page_of.append(page)
    # A page whose number is printed has that number, or the trace was none.
    if any(page_of[i] != int(lines[i].text) for i in printed):
        return
    for line, number in zip(lines, page_of, strict=True):
        line.page = number
    for i in printed:
        lines[i].role = Role.FURNITURE


def _is_set_apart(lines: list[Line], i: int) -> bool:
    """Tell whether a line is a number on its own with much white space around it."""
    if not _LONE_NUMBER.match(lines[i].text):
        return False
    after = lines[i + 1].blank_lines if i + 1 < len(lines) else _WIDE_GAP
    return max(after, lines[i].blank_lines) >= _WIDE_GAP


def _page_starts(candidates: list[int]) -> set[int]:
    starts: list[int] = []
    for i in candidates:
        if i >= _LINES_IN_A_PAGE and (not starts or i - starts[-1] >= _LINES_IN_A_PAGE):
            starts.append(i)
    return set(starts)
