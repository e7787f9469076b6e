"""What a document says of itself before its questions: kind, dates, numbers, who answers."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from analysis.parsing.dates import DATE, parse_date, parse_term
from analysis.parsing.records import Header
from analysis.reading import Source

_ROLE = r"(?:[Mm]inister-president|[Mm]inister|[Ss]taatssecretaris)"
# On a line of its own: answers of other kinds speak of "het verslag van een schriftelijk overleg".
_HEADED_VERSLAG = re.compile(
    r"^\s*(?:[A-Z]{1,2}\s+|Nr\.\s*\d+\s+)?VERSLAG VAN EEN (?:NADER )?SCHRIFTELIJK OVERLEG\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_NUMBERED = r"\s*(?:[A-Z]{1,2}\s+|Nr\.\s*\d+\s+)?"  # number of a kamerstuk before its heading
_KINDS = (
    ("verslag", _HEADED_VERSLAG),
    (
        "nota",
        re.compile(
            rf"^{_NUMBERED}NOTA NAAR AANLEIDING VAN HET (?:NADER )?VERSLAG", re.I | re.MULTILINE
        ),
    ),
    (
        "lijst",
        re.compile(
            rf"^{_NUMBERED}(?:VERSLAG HOUDENDE EEN )?LIJST VAN VRAGEN(?: EN ANTWOORDEN)?",
            re.I | re.MULTILINE,
        ),
    ),
    ("uitstel", re.compile(r"^Mededeling\b", re.MULTILINE)),
    (
        "aanhangsel",
        re.compile(
            r"Aanhangsel van de Handelingen\s*$|^AH \d+|^ah-tk-\d"
            r"|^(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[–-]\d{4}, Aanhangsel",
            re.MULTILINE,
        ),
    ),
    ("vragen", re.compile(r"^kv-tk-\d|^Vragen gesteld door de leden der Kamer$", re.MULTILINE)),
)
_LETTER = re.compile(
    r"\b(?:[Bb]eantwoording|[Aa]ntwoord(?:en)?)\b.{0,80}\b(?:[Kk]amer)?vragen\b"
    r"|\b[Uu]w\s+brief\b|\bSchriftelijke\s+vragen\b"
)
_POSTPONED = re.compile(
    r"\buitstel\b|\bniet\s+binnen\s+(?:de\s+|een\s+)?(?:\w+\s+){0,3}termijn", re.IGNORECASE
)
_DOCUMENT_NUMBER = re.compile(
    r"\b(?:ah|kst|blg|kv|nds)-(?:tk-|ek-)?\d+(?:Z\d+)?(?:-(?:\d+|[A-Z]+))*\b"
)
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
    re.compile(
        rf"\buw\s+brief(?:\s+met\s+\w+(?:\s+[\w.]+)?)?\s+(?:van|d\.d\.|gedateerd)\s+({DATE})"
    ),
    re.compile(rf"\b(?:gesteld|ontvangen|ingediend|toegezonden)\s+op\s+({DATE})"),
    re.compile(rf"\bop\s+({DATE})\s+aan\s+(?:de|het)\s+[^.]{{3,120}}\svoorgelegd\b"),
)
_ANSWERED = (
    re.compile(rf"\(ontvangen\s+(?:op\s+)?({DATE})\)"),
    re.compile(rf"\(ontvangen\s+(?:op\s+)?({DATE})"),
    re.compile(rf"^(?:Ontvangen|Vastgesteld)\s+({DATE})$", re.MULTILINE),
    re.compile(rf"(?:heeft|hebben)\s+op\s+({DATE})\s+(?:gereageerd|geantwoord)"),
    re.compile(rf"\b[Bb]ij\s+brief\s+van\s+({DATE})\s+(?:zijn|heeft|hebben)\b"),
)
_RESPONDED = re.compile(
    rf"\bDe\s+({_ROLE}\s[^.]*?)\s+(?:heeft|hebben)\s+op\s+{DATE}\s+(?:gereageerd|geantwoord)"
)
# How a letter is dated and signed: the last resort where the report of it says nothing.
_DATELINE = re.compile(rf"^[A-Z][\w’' -]{{2,30}},\s+({DATE})\.?$", re.MULTILINE)
_DATED = re.compile(rf"^[|\s]*Datum\b[:|\s]*({DATE})", re.MULTILINE)
_DATE_ALONE = re.compile(rf"^({DATE})$", re.MULTILINE)
_SIGNATURE = re.compile(rf"^De\s+({_ROLE}\s[^.\n]{{3,120}}),$", re.MULTILINE)
_SIGNED = re.compile(
    rf"^[Dd]e\s+(?P<role>{_ROLE}\s[^.\n]{{3,120}}?),?\s*\n(?P<name>[A-Z][\w.’' -]{{2,60}})$",
    re.MULTILINE,
)
_ANSWERS_OF = re.compile(
    rf"\b[Aa]ntwoord(?:en)?\s+van\s+de\s+({_ROLE}\s[^.\n(]{{3,120}}?)"
    r",?\s+(?:mede\s+namens|op\s+(?:de\s+)?(?:\w+\s+)?(?:[Kk]amer)?vragen)"
)
_ANSWER_OF = re.compile(
    rf"(?:Antwoord|Mededeling)\s+van\s+({_ROLE}\s[^()]+\([^()]+\))", re.IGNORECASE
)
_ALSO_FOR = re.compile(
    rf"mede\s+namens\s+(?:de\s+)?({_ROLE}s?\s.*?)(?:\.\s|\.$|\(ontvangen|$)",
    re.IGNORECASE | re.MULTILINE,
)
_NEXT_ROLE = re.compile(rf"\s*(?:,|\ben\b)\s+(?:de\s+)?(?={_ROLE})")
_QUESTIONS_ON = re.compile(r"\bover\s+([^()]{5,300}?)\s*\(ingezonden")
_ABOUT = re.compile(r"^Onderwerp:?\s+(\S.{5,400})$", re.MULTILINE)
_FILE_NUMBER = re.compile(r"^(?:ah|kst|blg|kv|nds|h)-(?:tk-|ek-)?\d[\w-]*$")
_SUBJECT = re.compile(r"\bover\s+(?:(?:de|het|een)\s+)?(?:\w+\s+)?[‘“«']([^’”»\n]{5,200})[’”»']")


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
    kind = _kind(front, whole, reply)
    chamber = _chamber(front, whole, kind)
    asked_on, answered_on = _dates(front)
    term = parse_term(front)
    return Header(
        kind=kind,
        chamber=chamber,
        document_number=_document_number(source),
        dossier=_dossier(front, notes, chamber),
        title=_group(_SUBJECT, front) or _group(_QUESTIONS_ON, front) or _group(_ABOUT, front),
        reference=_group(_Z_NUMBER, front) or _group(_REFERENCE, front) or _group(_Z_NUMBER, whole),
        respondent=_respondent(front)
        or _first(source, "OVERHEIDop.ontvanger")
        or _signed_at_end(whole),
        co_respondents=_co_respondents(front),
        asked_on=asked_on,
        due_on=asked_on + term if asked_on and term else None,
        answered_on=answered_on,
    )


def _kind(front: str, whole: str, reply: str) -> str | None:
    """Return the kind: by its heading, by its masthead, or by what a letter says it is."""
    kind = next((name for name, pattern in _KINDS if pattern.search(whole)), None)
    if kind is None and _LETTER.search(front):
        kind = "brief"
    if kind in ("verslag", "nota", "lijst", "uitstel") or reply == "answers":
        return kind
    postponed = reply == "notice" or _POSTPONED.search(whole)
    return "uitstel" if postponed and kind else "vragen" if kind else None


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
    asked, answered = _first_date(_ASKED, front) or first, _first_date(_ANSWERED, front) or last
    if answered is None and _LETTER.search(front):
        # The date of the letter; it is not that of the letter that it answers.
        dated = [_first_date((_DATED,), front), *letters, _first_date((_DATE_ALONE,), front)]
        answered = next((day for day in dated if day and (asked is None or day >= asked)), None)
    return asked, answered


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
    if _LETTER.search(front) and (named := list(_SIGNED.finditer(front))):
        return f"{_role(named[-1]['role'])} ({named[-1]['name'].strip()})"
    signed = [*_SIGNATURE.findall(front), *_ANSWERS_OF.findall(front)]
    return _role(signed[-1]) if signed else None


def _signed_at_end(whole: str) -> str | None:
    """Return who signed a document behind its last answer."""
    signed = list(_SIGNED.finditer(whole[-1500:]))
    return f"{_role(signed[-1]['role'])} ({signed[-1]['name'].strip()})" if signed else None


def _co_respondents(front: str) -> tuple[str, ...]:
    match = _ALSO_FOR.search(front)
    if not match:
        return ()
    return tuple(_role(name) for name in _NEXT_ROLE.split(match[1]) if name.strip())


def _role(text: str) -> str:
    text = " ".join(text.split()).strip(" ,")
    return text[0].lower() + text[1:]
