"""A document as PDF: raised markers of notes, notes and furniture at the foot of the page."""

from __future__ import annotations

import io
import random
import re

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.generator.breaking import broken
from tests.generator.model import Block, Document

_NOTE = re.compile(r"⟦(\d+)⟧")
_FONT, _BOLD = "Helvetica", "Helvetica-Bold"
_SIZE, _SMALL, _LEAD = 9.0, 6.5, 11.5
_LEFT, _RIGHT, _TOP, _FOOT = 180.0, A4[0] - 50.0, A4[1] - 60.0, 110.0


def write_pdf(document: Document, chance: random.Random) -> bytes:
    """Return the document as PDF."""
    return _Pages(document, chance).write()


class _Pages:
    """Fills pages from the top; keeps room for the notes whose markers are on the page."""

    def __init__(self, document: Document, chance: random.Random) -> None:
        self._document = document
        self._chance = chance
        self._buffer = io.BytesIO()
        self._canvas = Canvas(self._buffer, pagesize=A4, invariant=1)
        self._page = 1
        self._y = _TOP
        self._notes: list[list[str]] = []

    def write(self) -> bytes:
        before: Block | None = None
        for block in self._document.blocks:
            self._block(block, before)
            before = block
        self._end_page()
        self._canvas.save()
        return self._buffer.getvalue()

    def _block(self, block: Block, before: Block | None) -> None:
        bold = block.role in ("heading", "section", "number") or self._is_bold(block)
        font = _BOLD if bold else _FONT
        size = 14.0 if block.role == "number" else _SIZE
        text = {"item": "– ", "bullet": "• "}.get(block.role, "") + block.text
        if before is not None and before.joined:
            text = f"{before.text} {text}"
        if block.joined:
            return
        marks = ("question_mark", "answer_mark", "heading", "section", "context", "closing")
        if block.role in marks or (before is not None and before.joined):
            self._y -= _LEAD
        # The width of a line counts the raised digits of a note as if they were as large.
        lines = broken(
            text, lambda line: self._width(line, font, size) <= _RIGHT - _LEFT, self._chance, 0.5
        )
        for line in lines:
            self._line(line, font, size)

    def _is_bold(self, block: Block) -> bool:
        return {
            "markers": block.role in ("question_mark", "answer_mark"),
            "questions": block.role in ("question_mark", "question"),
            "answers": block.role in ("answer_mark", "answer", "item"),
        }.get(self._document.layout.bold, False)

    def _width(self, line: str, font: str, size: float) -> float:
        return stringWidth(_NOTE.sub(r"\1", line), font, size)

    def _line(self, line: str, font: str, size: float) -> None:
        new = [self._note(int(number)) for number in _NOTE.findall(line)]
        room = sum(len(note) for note in [*self._notes, *new]) * 8.0
        if self._y - _LEAD < _FOOT + room:
            self._end_page()
        self._notes += new
        run = self._canvas.beginText(_LEFT, self._y)
        for at, part in enumerate(_NOTE.split(line)):
            run.setFont(font, _SMALL * 0.85 if at % 2 else size)
            run.setRise(3.2 if at % 2 else 0)
            run.textOut(part)
        self._canvas.drawText(run)
        self._y -= _LEAD if size == _SIZE else size + 8

    def _note(self, number: int) -> list[str]:
        text = f"⟦{number}⟧ {self._document.gold.notes[number - 1]}"
        return broken(
            text, lambda line: stringWidth(line, _FONT, _SMALL) <= _RIGHT - _LEFT, self._chance, 0.0
        )

    def _end_page(self) -> None:
        y = _FOOT - 20 + 8.0 * sum(map(len, self._notes))
        if self._notes:
            self._canvas.line(_LEFT, y + 10, _LEFT + 50, y + 10)
        for note in self._notes:
            for line in note:
                run = self._canvas.beginText(_LEFT, y)
                for at, part in enumerate(_NOTE.split(line)):
                    run.setFont(_FONT, 5.0 if at % 2 else _SMALL)
                    run.setRise(2.5 if at % 2 else 0)
                    run.textOut(part)
                self._canvas.drawText(run)
                y -= 8.0
        self._furniture()
        self._canvas.showPage()
        self._page, self._y, self._notes = self._page + 1, _TOP, []

    def _furniture(self) -> None:
        """Print the number of the publication: in the margin of page 1, at the foot of others."""
        lines = [line.format(page=self._page) for line in self._document.layout.furniture]
        self._canvas.setFont(_FONT, 8)
        if len(lines) < 2:  # a letter, or a report that prints the bare number
            self._canvas.drawRightString(_RIGHT, 40, lines[0] if lines else str(self._page))
        elif self._page == 1:
            self._canvas.drawString(_LEFT, 40, lines[-1].rsplit(" ", 1)[0])
            self._canvas.setFont(_FONT, 5.5)
            for at, line in enumerate(lines[:-1]):
                self._canvas.drawString(50, 54 - 7 * at, line)
        else:
            self._canvas.drawString(_LEFT, 40, lines[-1])
            self._canvas.drawRightString(_RIGHT, 26, lines[0])
