"""From blocks of text to records: header, questions, answers, askers, notes, findings."""

from __future__ import annotations

from analysis.parsing.askers import askers_of, committees_of
from analysis.parsing.contents import mark_contents
from analysis.parsing.dialogue import dialogue_of
from analysis.parsing.footnotes import take_out_notes
from analysis.parsing.header import header_of
from analysis.parsing.lines import Line, lines_of
from analysis.parsing.margins import mark_margins
from analysis.parsing.marked_notes import has_small_notes, take_out_elements, take_out_small
from analysis.parsing.notes import Note
from analysis.parsing.openings import mark_numbered, mark_openings
from analysis.parsing.pages import mark_pages
from analysis.parsing.paragraphs import paragraphs_of
from analysis.parsing.reconcile import findings_of
from analysis.parsing.records import Dialogue, Record
from analysis.parsing.running_heads import mark_running_heads
from analysis.parsing.sources import take_out_sources
from analysis.parsing.square_notes import take_out_square
from analysis.reading import Source

__all__ = ["Record", "lines_and_notes", "parse"]


def parse(source: Source) -> Record:
    """Parse one document.

    Parameters
    ----------
    source
        The document as read.

    Returns
    -------
    Record
        All that the document says. A document without questions gives a record without them and
        an error among its findings.
    """
    lines, notes = lines_and_notes(source)
    dialogue = dialogue_of(paragraphs_of(lines))
    front = "\n".join(paragraph.text for paragraph in dialogue.front)
    reply = "answers" if dialogue.answers else "notice" if dialogue.notices else "none"
    header = header_of(front, _notes_of_front(dialogue, notes), source, reply)
    submitters = source.metadata.get("OVERHEIDop.indiener", ())
    askers = askers_of(dialogue.questions, front, submitters)
    return Record(
        header=header,
        questions=dialogue.questions,
        answers=dialogue.answers,
        askers=askers,
        notes=notes,
        committee_members=committees_of(notes, source.text),
        findings=findings_of(dialogue, header, askers, notes),
    )


def lines_and_notes(source: Source) -> tuple[list[Line], list[Note]]:
    """Return the lines of a document, each told what it is and what it opens, and its notes."""
    lines = mark_pages(mark_margins(lines_of(source.blocks)))
    mark_running_heads(lines)
    mark_contents(lines)
    numbered = mark_numbered(lines)
    lines, notes = _without_notes(lines)
    for line in numbered:
        line.marker = None  # without the notes it may be told better
    return mark_openings(lines), notes


def _without_notes(lines: list[Line]) -> tuple[list[Line], list[Note]]:
    """Take the notes out by the surest sign there is: an element, the type, or the words."""
    if any(line.block.note is not None for line in lines):
        return take_out_sources(*take_out_elements(lines))
    lines, square = take_out_square(lines)
    if has_small_notes(lines):
        without, notes = take_out_small(lines)
        if notes:
            return take_out_sources(without, [*square, *notes])
    without, notes = take_out_notes(lines)
    return take_out_sources(without, [*square, *notes])


def _notes_of_front(dialogue: Dialogue, notes: list[Note]) -> list[str]:
    """Return the footnotes of what stands before the questions; an answer cites other documents."""
    first = min((q.text.start for q in dialogue.questions if q.text), default=None)
    return [
        note.passage.text
        for note in notes
        if note.anchor_at is not None and (first is None or note.anchor_at < first)
    ]
