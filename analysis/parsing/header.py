"""What a document says of itself before its questions: kind, dates, numbers, who answers."""

from __future__ import annotations

import re
from datetime import date

from analysis.parsing.dates import DATE, parse_date, parse_term
from analysis.parsing.records import Header

_ROLE = r"(?:[Mm]inister-president|[Mm]inister|[Ss]taatssecretaris)"
# On a line of its own: answers of other kinds speak of "het verslag van een schriftelijk overleg".
_HEADED_VERSLAG = re.compile(
    r"^\s*(?:[A-Z]{1,2}\s+|Nr\.\s*\d+\s+)?VERSLAG VAN EEN (?:NADER )?SCHRIFTELIJK OVERLEG\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_KINDS = (
    ("verslag", _HEADED_VERSLAG),
    ("nota", re.compile(r"^NOTA NAAR AANLEIDING VAN HET (?:NADER )?VERSLAG", re.I | re.M)),
    ("lijst", re.compile(r"^LIJST VAN VRAGEN(?: EN ANTWOORDEN)?", re.IGNORECASE | re.MULTILINE)),
    ("uitstel", re.compile(r"^Mededeling\b", re.MULTILINE)),
    ("aanhangsel", re.compile(r"Aanhangsel van de Handelingen|^AH \d+|^ah-tk-\d", re.MULTILINE)),
)
_DOCUMENT_NUMBER = re.compile(r"\b(?:ah|kst|blg|kv|nds)-(?:tk-|ek-)?\d+(?:-(?:\d+|[A-Z]+))*\b")
_AH_NUMBER = re.compile(r"^AH (\d+)$", re.MULTILINE)
_DOSSIER_HEADING = re.compile(r"^(\d{2}) (\d{3})(?:[- ][A-Z0-9]+)? +\S", re.MULTILINE)
_KAMERSTUK = re.compile(
    r"Kamerstuk(?:ken)?\s+(I{1,2})?,?\s*(?:\d{4}/\d{2},\s*)?(\d{2})\s?(\d{3})\b"
)
_REFERENCE = re.compile(r"\b[Kk]enmerk:?\s+(\d[\w.-]*\w)")
_Z_NUMBER = re.compile(r"\b(\d{4}Z\d{5})\b")
_ASKED = (
    re.compile(rf"ingezonden\s+(?:op\s+)?({DATE})"),
    re.compile(rf"\b[Oo]p\s+({DATE})\s+(?:\w+\s+){{0,3}}een\s+brief\s+gestuurd"),
)
_ANSWERED = (
    re.compile(rf"\(ontvangen\s+({DATE})\)"),
    re.compile(rf"(?:heeft|hebben)\s+op\s+({DATE})\s+(?:gereageerd|geantwoord)"),
)
_RESPONDED = re.compile(
    rf"\bDe\s+({_ROLE}\s[^.]*?)\s+(?:heeft|hebben)\s+op\s+{DATE}\s+(?:gereageerd|geantwoord)"
)
# How a letter is dated and signed: the last resort where the report of it says nothing.
_DATELINE = re.compile(rf"^[A-Z][\w’' -]{{2,30}},\s+({DATE})$", re.MULTILINE)
_SIGNATURE = re.compile(rf"^De\s+({_ROLE}\s[^.\n]{{3,120}}),$", re.MULTILINE)
_ANSWER_OF = re.compile(
    rf"(?:Antwoord|Mededeling)\s+van\s+({_ROLE}\s[^()]+\([^()]+\))", re.IGNORECASE
)
_ALSO_FOR = re.compile(
    rf"mede\s+namens\s+(?:de\s+)?({_ROLE}s?\s.*?)(?:\.\s|\.$|\(ontvangen|$)",
    re.IGNORECASE | re.MULTILINE,
)
_NEXT_ROLE = re.compile(rf"\s*(?:,|\ben\b)\s+(?:de\s+)?(?={_ROLE})")
_SUBJECT = re.compile(r"\bover\s+(?:(?:de|het|een)\s+)?(?:\w+\s+)?[‘“«']([^’”»\n]{5,200})[’”»']")


def header_of(front: str, notes: list[str], whole: str) -> Header:
    """Read the header of a document.

    Parameters
    ----------
    front
        The text before the first question, one paragraph a line.
    notes
        The footnotes of that part, where a verslag names the documents that it is about.
    whole
        The text of the document, furniture included, in which it prints its number.

    Returns
    -------
    Header
        With ``None`` for all that the document does not say.
    """
    kind = next((name for name, pattern in _KINDS if pattern.search(whole)), None)
    chamber = _chamber(front, whole, kind)
    asked_on, answered_on = _dates(front)
    term = parse_term(front)
    number = _DOCUMENT_NUMBER.search(whole)
    printed = _AH_NUMBER.search(whole)
    return Header(
        kind=kind,
        chamber=chamber,
        document_number=number.group() if number else printed and f"AH {printed[1]}",
        dossier=_dossier(front, notes, chamber),
        title=_group(_SUBJECT, front),
        reference=_group(_REFERENCE, front) or _group(_Z_NUMBER, whole),
        respondent=_respondent(front),
        co_respondents=_co_respondents(front),
        asked_on=asked_on,
        due_on=asked_on + term if asked_on and term else None,
        answered_on=answered_on,
    )


def _group(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return match[1].strip() if match else None


def _first_date(patterns: tuple[re.Pattern[str], ...], text: str) -> date | None:
    for pattern in patterns:
        for match in pattern.finditer(text):
            if day := parse_date(match[1]):
                return day
    return None


def _dates(front: str) -> tuple[date | None, date | None]:
    """Return the days of the questions and of the answer.

    Where the text does not tell them, the letters do that it is made of: the first asks, the last
    answers.
    """
    letters = [day for line in _DATELINE.findall(front) if (day := parse_date(line))]
    first, last = (letters[0], letters[-1]) if len(letters) > 1 else (None, None)
    return _first_date(_ASKED, front) or first, _first_date(_ANSWERED, front) or last


def _chamber(front: str, whole: str, kind: str | None) -> str | None:
    """Return whose members ask: told by whom the answer is addressed to or by the masthead."""
    for chamber, name in (("EK", "Eerste"), ("TK", "Tweede")):
        addressed = rf"[Vv]oorzitter\s+van\s+de\s+{name}\s+Kamer"
        if re.search(rf"{addressed}|^{name} Kamer der Staten-Generaal", front, re.MULTILINE):
            return chamber
    if re.search(r"\bah-tk-|Tweede Kamer, vergaderjaar", whole) or kind == "aanhangsel":
        return "TK"
    return None


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


def _respondent(front: str) -> str | None:
    match = _RESPONDED.search(front) or _ANSWER_OF.search(front)
    if match:
        return _role(match[1])
    signed = _SIGNATURE.findall(front)
    return _role(signed[-1]) if signed else None


def _co_respondents(front: str) -> tuple[str, ...]:
    match = _ALSO_FOR.search(front)
    if not match:
        return ()
    return tuple(_role(name) for name in _NEXT_ROLE.split(match[1]) if name.strip())


def _role(text: str) -> str:
    text = " ".join(text.split()).strip(" ,")
    return text[0].lower() + text[1:]
