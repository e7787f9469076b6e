"""A document as the official XML of officielebekendmakingen.nl."""

from __future__ import annotations

import re
from html import escape

from tests.generator.model import Block, Document

_NOTE = re.compile(r"⟦(\d+)⟧")
_MARKS = {"question_mark": "vraag", "answer_mark": "antwoord"}


def write_xml(document: Document) -> bytes:
    """Return the document as XML: with elements for questions and answers where it has those."""
    gold = document.gold
    questions = gold.kind in ("aanhangsel", "vragen", "uitstel")
    body = (
        _exchange(document)
        if questions
        else "\n".join(_plain(b, document) for b in document.blocks)
    )
    root = "kamervragen" if questions else "kamerstuk"
    first, last = (gold.answered_on or gold.asked_on).year, document.name
    metadata = f'<meta name="DC.identifier" scheme="" content="{escape(last)}"/>'
    metadata += f'<meta name="DCTERMS.issued" scheme="" content="{first}-01-01"/>'
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<officiele-publicatie>\n'
        f"<metadata>{metadata}</metadata>\n<{root}>\n{body}\n</{root}>\n</officiele-publicatie>\n"
    ).encode()


def _exchange(document: Document) -> str:
    """The elements ``vraag`` and ``antwoord``; what follows a number is in its element."""
    parts: list[str] = []
    banner, inside = [], ""
    for block in document.blocks:
        if block.role == "banner":
            banner.append(f"<tekstregel>{escape(block.text)}</tekstregel>")
            continue
        if banner:
            parts.append(f"<kamervraagkop>{''.join(banner)}</kamervraagkop>")
            banner = []
        if inside and block.role not in ("question", "answer", "item"):
            parts.append(f"</{inside}>")
            inside = ""
        if block.role in _MARKS:
            inside = _MARKS[block.role]
            parts.append(f'<{inside}><nr status="officieel">{escape(block.text)}</nr>')
        elif block.role == "number":
            parts.append(f"<kamervraagnummer>{escape(block.text)}</kamervraagnummer>")
        elif block.role == "intro":
            parts.append(f"<kamervraagomschrijving>{_al(block, document)}</kamervraagomschrijving>")
        else:
            parts.append(_plain(block, document))
    if inside:
        parts.append(f"</{inside}>")
    return "\n".join(parts)


def _plain(block: Block, document: Document) -> str:
    if block.role in ("heading", "section"):
        return f"<tussenkop>{escape(block.text)}</tussenkop>"
    if block.role in ("item", "bullet"):
        sign = "–" if block.role == "item" else "•"
        item = f"<li><li.nr>{sign}</li.nr>{_al(block, document)}</li>"
        return f'<lijst type="ongenummerd">{item}</lijst>'
    return _al(block, document)


def _al(block: Block, document: Document) -> str:
    def note(match: re.Match[str]) -> str:
        text = escape(document.gold.notes[int(match[1]) - 1])
        return (
            f'<noot id="n{match[1]}" type="voet"><noot.nr>{match[1]}</noot.nr>'
            f"<noot.al>{text}</noot.al></noot>"
        )

    return f"<al>{_NOTE.sub(note, escape(block.text))}</al>"
