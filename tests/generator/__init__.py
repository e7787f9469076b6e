"""Documents of our own making, of every kind and layout, of which is known what is in them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from analysis import codebook
from tests.generator.exchange import FAULTS
from tests.generator.kinds import KINDS, Plan, in_prose
from tests.generator.markup import write_xml
from tests.generator.model import Answer, Gold, Question
from tests.generator.plain import STYLES, write_text
from tests.generator.prose import PROSE
from tests.generator.typeset import write_pdf
from tests.generator.word import write_docx
from tests.generator.words import Words, language

__all__ = [
    "FAULTS",
    "FORMATS",
    "KINDS",
    "PROSE",
    "STYLES",
    "Answer",
    "Gold",
    "Question",
    "Written",
    "document",
]

Format = Literal["txt", "docx", "pdf", "xml"]
FORMATS: tuple[Format, ...] = ("txt", "docx", "pdf", "xml")

_SHARES = {  # how often each kind is drawn
    "aanhangsel": 0.5, "brief": 0.15, "lijst": 0.08, "nota": 0.07, "verslag": 0.08,
    "vragen": 0.06, "uitstel": 0.06,
}  # fmt: skip
_OF_KIND: dict[str, tuple[Format, ...]] = {
    "brief": ("docx", "txt", "pdf"),
    "verslag": ("txt", "pdf"),
}
# Of prose the paragraphs must be told apart, which pages without air between them do not do.
_OF_PROSE: tuple[Format, ...] = ("txt", "docx", "xml")
_IN_PROSE = {"verslag": ("parts", "marked"), "nota": ("turns",)}
_SIZES = {"lijst": (8, 40), "nota": (8, 40), "verslag": (4, 24)}  # numbers of questions
_FRACTIES = tuple(
    "VVD D66 PVV SP CDA ChristenUnie SGP PvdD DENK Volt JA21 BBB GroenLinks-PvdA NSC FVD".split()
)


@dataclass(frozen=True)
class Written:
    """A document in one format, and what must come out of it."""

    name: str
    data: bytes
    gold: Gold


def document(
    seed: int,
    kind: str | None = None,
    format: Format | None = None,
    *,
    years: tuple[int, int] = (2020, 2025),
    style: str | None = None,
    fault: str | None = None,
    area: int | None = None,
    n: int | None = None,
    evasion: Mapping[str, float] | float = 0.15,
    misprints: Mapping[int, str | None] | None = None,
    prose: str | None = None,
) -> Written:
    """Return a made-up document; the same seed and options give the same bytes.

    Parameters
    ----------
    seed
        What all chance follows from; also the number of the document.
    kind, format
        Drawn where they are not given; a kind has the formats that it has in life.
    years
        First and last year of the questions.
    style
        Of text: one of `tests.generator.plain.STYLES`.
    fault
        One of `FAULTS`; none where it is not given.
    area
        Policy area, by its place in ``language.yml``.
    n
        Number of questions.
    evasion
        How often an answer has a device, for all or by fractie of the first asker (others 0.15).
    misprints
        What is printed for some numbers of questions; ``None``: nothing at all.
    prose
        One of `tests.generator.prose.PROSE`: a report or nota without numbers. Where no kind is
        given either, half of the reports and notas are.
    """
    chance = random.Random(f"{seed}/{years}")
    drawn = kind is None
    kind = kind or chance.choices(list(_SHARES), list(_SHARES.values()))[0]
    if drawn and kind in _IN_PROSE and format in (None, *_OF_PROSE):
        apart = random.Random(f"prose/{seed}")  # other documents stay what they are
        prose = prose or (apart.choice(_IN_PROSE[kind]) if apart.random() < 0.5 else None)
    formats = _OF_PROSE if prose else _OF_KIND.get(kind, FORMATS)
    format = format or chance.choice(formats)
    plan = _plan(chance, seed, kind, years, fault, area, n, evasion)
    plan = replace(plan, misprints=misprints or {})
    made = in_prose(plan, prose) if prose else KINDS[kind](plan)
    if format == "txt":
        styles = STYLES[:2] if prose else STYLES
        data = write_text(made, chance, style or chance.choice(styles))
    elif format == "docx":
        data = write_docx(made)
    elif format == "pdf":
        data = write_pdf(made, chance)
    else:
        data = write_xml(made)
    return Written(f"{made.name}.{format}", data, made.gold)


def _plan(
    chance: random.Random,
    seed: int,
    kind: str,
    years: tuple[int, int],
    fault: str | None,
    area: int | None,
    n: int | None,
    evasion: Mapping[str, float] | float,
) -> Plan:
    asked_on = date(chance.randint(*years), 1, 1) + timedelta(days=chance.randint(0, 360))
    answered_on = asked_on + timedelta(days=int(chance.lognormvariate(3.2, 0.5)) + 1)
    fracties = _sitting(asked_on)
    asking = chance.sample(fracties, min(len(fracties), chance.choice([1, 1, 1, 2, 3])))
    persons = chance.sample(language()["persons"], len(asking) + 1)
    if kind in ("nota", "verslag"):
        asking = chance.sample(fracties, chance.randint(2, 4))
    share = evasion if isinstance(evasion, float | int) else evasion.get(asking[0], 0.15)
    return Plan(
        chance=chance,
        words=Words(chance, answered_on.year, area),
        asked_on=asked_on,
        answered_on=answered_on,
        fracties=asking,
        members=list(zip(persons[1:], asking, strict=False)),
        minister=persons[0],
        n=n or chance.randint(*_SIZES.get(kind, (2, 12))),
        serial=1000 + seed % 9000,  # as many digits as in life
        fault=fault,
        evasion=share,
    )


def _sitting(day: date) -> list[str]:
    """Return the fracties that sat on a day, of those that documents are made of."""
    return [
        entry["name"]
        for entry in codebook.load("fracties")
        if entry["name"] in _FRACTIES
        and entry.get("from", day) <= day
        and day <= entry.get("until", day)
    ]
