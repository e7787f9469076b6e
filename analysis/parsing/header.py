"""What a document says of itself before its questions: kind, dates, numbers, who answers."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from analysis.parsing.dates import DATE, RECENT, parse_date, parse_recent, parse_term
from analysis.parsing.kinds import chamber_of, is_letter, kind_of
from analysis.parsing.phrases import Phrase
from analysis.parsing.records import Header
from analysis.parsing.respondents import respondents_of, signed_at_end
from analysis.reading import Source

_DOCUMENT_NUMBER = Phrase(
    ("ah-", "kst-", "blg-", "kv-", "nds-"),
    r"\b(?:ah|kst|blg|kv|nds)-(?:tk-|ek-)?\d+(?:Z\d+)?(?:-(?:\d+|[A-Z]+))*\b",
)
_AH_NUMBER = Phrase(("AH ",), r"^AH (\d+)$", re.MULTILINE)
_DOSSIER_HEADING = re.compile(r"^(\d{2}) (\d{3})(?:[- ][A-Z0-9]+)? +\S", re.MULTILINE)
_KAMERSTUK = re.compile(
    r"Kamerstuk(?:ken)?\s+(I{1,2})?,?\s*(?:\d{4}/\d{2},\s*)?(\d{2})\s?(\d{3})\b"
)
_REFERENCE = Phrase(("enmerk",), r"\b[Kk]enmerk:?\s+(\d[\w.-]*\w)")
_Z_NUMBER = re.compile(r"Z\d{5}\b(?<=\b(\d{4}Z\d{5}))")  # fast, for it begins with a letter
_ASKED = (
    Phrase(("ngezonden",), rf"[Ii]ngezonden\s*:?\s*(?:op\s+)?({DATE})"),
    Phrase(("gestuurd",), rf"\b[Oo]p\s+({DATE})\s+(?:\w+\s+){{0,3}}een\s+brief\s+gestuurd"),
    Phrase(
        ("brief",),
        rf"\buw\s+brief(?:\s+met\s+\w+(?:\s+[\w.]+)?)?\s+(?:van|d\.d\.|gedateerd)\s+({DATE})",
    ),
    Phrase(
        ("gesteld", "ontvangen", "ingediend", "toegezonden"),
        rf"\b(?:gesteld|ontvangen|ingediend|toegezonden)\s+op\s+({DATE})",
    ),
    Phrase(
        ("lid", "leden"),
        rf"\b[Oo]p\s+({DATE})\s+(?:heeft|hebben)\s+(?:het\s+(?:[Kk]amer)?lid|de\s+(?:[Kk]amer)?leden)\b",
    ),
    Phrase(("voorgelegd",), rf"\bop\s+({DATE})\s+aan\s+(?:de|het)\s+[^.]{{3,120}}\svoorgelegd\b"),
)
_ASKED_RECENTLY = Phrase(
    ("brief", "ngezonden", "esteld", "ngediend"),
    r"\b(?:uw\s+brief(?:\s+met\s+\w+(?:\s+[\w.]+)?)?\s+(?:van|d\.d\.)|[Ii]ngezonden(?:\s+op)?"
    rf"|gesteld\s+op|ingediend\s+op)\s+({RECENT})",
)
_ANSWERED = (
    Phrase(("ntvangen",), rf"\(\s*[Oo]ntvangen\s*:?\s*(?:op\s+)?({DATE})\)"),
    Phrase(("ntvangen",), rf"\(\s*[Oo]ntvangen\s*:?\s*(?:op\s+)?({DATE})"),
    Phrase(("brief",), rf"\b[Bb]ij\s+brief\s+van\s+({DATE})\s+(?:zijn|heeft|hebben)\b"),
    Phrase(("brief",), rf"\bbeantwoord\s+bij\s+brief\s+van\s+({DATE})"),
    Phrase(("brief",), rf"\bbij\s+brief\s+van\s+({DATE})\s+(?:toegezonden|gegeven)\s+antwoorden"),
    Phrase(
        ("gereageerd", "geantwoord"),
        rf"(?:heeft|hebben)\s+op\s+({DATE})\s+(?:gereageerd|geantwoord)",
    ),
    # The day on which the committee adopts its report comes after that of the answers.
    Phrase(("Ontvangen", "Vastgesteld"), rf"^(?:Ontvangen|Vastgesteld)\s*({DATE})$", re.MULTILINE),
)
# How a letter is dated: the last resort where the report of it says nothing.
_DATELINE = re.compile(rf"^[A-Z][\w’' -]{{2,30}},\s+({DATE})\.?$", re.MULTILINE)
_DATED = Phrase(("Datum",), rf"^[|\s]*Datum\b[:|\s]*({DATE})", re.MULTILINE)
_DATE_ALONE = Phrase((" ",), rf"^({DATE})$", re.MULTILINE)
_QUESTIONS_ON = Phrase(("ngezonden",), r"\bover\s+([^()]{5,300}?)\.?\s*\(\s*[Ii]ngezonden")
_ABOUT = Phrase(("Onderwerp",), r"^Onderwerp:?\s+(\S.{5,400})$", re.MULTILINE)
_FILE_NUMBER = re.compile(r"^(?:ah|kst|blg|kv|nds|h)-(?:tk-|ek-)?\d[\w-]*$")
_SUBJECT = Phrase(
    ("‘", "“", "«", "'"),
    r"\bover\s+(?:(?:de|het|een)\s+)?(?:\w+\s+)?[‘“«']([^’”»\n]{5,200})[’”»']",
)


def header_of(
    front: str,
    notes: list[str],
    source: Source,
    reply: Literal["answers", "notice", "none"] = "answers",
) -> Header:
    """Read the header of a document.

    Parameters
    ----------
    front
        The text before the first question, one paragraph a line.
    notes
        The footnotes of that part, where a verslag names the documents that it is about.
    source
        The document: its text, furniture included, its name and the metadata of its file.
    reply
        What it holds besides questions: answers, a notice that they come later, or nothing.

    Returns
    -------
    Header
        With ``None`` for all that the document does not say.
    """
    whole = source.text
    letter = is_letter(front)
    kind = kind_of(whole, front, letter, reply)
    chamber = chamber_of(front, whole, kind)
    asked_on, answered_on = _dates(front, letter)
    respondent, others = respondents_of(front, letter)
    term = parse_term(front)
    return Header(
        kind=kind,
        chamber=chamber,
        document_number=_document_number(source),
        dossier=_dossier(front, notes, chamber),
        title=_group(_SUBJECT, front) or _group(_QUESTIONS_ON, front) or _group(_ABOUT, front),
        reference=_group(_Z_NUMBER, front) or _group(_REFERENCE, front) or _group(_Z_NUMBER, whole),
        respondent=respondent or _first(source, "OVERHEIDop.ontvanger") or signed_at_end(whole),
        co_respondents=others,
        asked_on=asked_on,
        due_on=asked_on + term if asked_on and term else None,
        answered_on=answered_on,
    )


def _document_number(source: Source) -> str | None:
    """Return the number as printed, else as the file's metadata or its name gives it."""
    if number := _DOCUMENT_NUMBER.search(source.text):
        return number.group()
    if printed := _AH_NUMBER.search(source.text):
        return f"AH {printed[1]}"
    stem = source.name.rsplit(".", 1)[0].lower()
    named = re.sub(r"(?<=\d)z(?=\d)", "Z", stem) if _FILE_NUMBER.match(stem) else None
    return _first(source, "DC.identifier") or named


def _first(source: Source, name: str) -> str | None:
    values = source.metadata.get(name, ())
    return values[0] if values else None


def _group(pattern: Phrase | re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return match[1].strip() if match else None


def _first_date(phrases: tuple[Phrase, ...], text: str) -> date | None:
    for phrase in phrases:
        for match in phrase.all_in(text):
            if day := parse_date(match[1]):
                return day
    return None


def _dates(front: str, letter: bool) -> tuple[date | None, date | None]:
    """Return the days of the questions and of the answer.

    Where the text does not tell them, the letters do that it is made of: the first asks, the last
    answers.
    """
    letters = [day for line in _DATELINE.findall(front) if (day := parse_date(line))]
    first, last = (letters[0], letters[-1]) if len(letters) > 1 else (None, None)
    asked, answered = _first_date(_ASKED, front) or first, _first_date(_ANSWERED, front) or last
    if answered is None and letter:
        # The date of the letter; it is not that of the letter that it answers.
        dated = [_first_date((_DATED,), front), *letters, _first_date((_DATE_ALONE,), front)]
        answered = next((day for day in dated if day and (asked is None or day >= asked)), None)
    if asked is None and answered and (recent := _ASKED_RECENTLY.search(front)):
        asked = parse_recent(recent[1], answered)
    return asked, answered


def _dossier(front: str, notes: list[str], chamber: str | None) -> str | None:
    heading = _DOSSIER_HEADING.search(front)
    if heading:
        return heading[1] + heading[2]
    own = {"EK": "I", "TK": "II"}.get(chamber or "")
    for text in notes:
        for match in _KAMERSTUK.finditer(text):
            if match[1] in (own, None):
                return match[2] + match[3]
    return None
