"""What kind of document it is, and of which chamber: by its heading, its masthead, its words."""

from __future__ import annotations

import re

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


def kind_of(front: str, whole: str, reply: str) -> str | None:
    """Return the kind: by its heading, by its masthead, or by what a letter says it is."""
    kind = next((name for name, pattern in _KINDS if pattern.search(whole)), None)
    if kind is None and is_letter(front):
        kind = "brief"
    if kind in ("verslag", "nota", "lijst", "uitstel") or reply == "answers":
        return kind
    postponed = reply == "notice" or _POSTPONED.search(whole)
    return "uitstel" if postponed and kind else "vragen" if kind else None


def is_letter(front: str) -> bool:
    """Tell whether the text before the questions is that of a letter that answers them."""
    return bool(_LETTER.search(front))


def chamber_of(front: str, whole: str, kind: str | None) -> str | None:
    """Return whose members ask: told by whom the answer is addressed to or by the masthead."""
    for chamber, name in (("EK", "Eerste"), ("TK", "Tweede")):
        addressed = rf"[Vv]oorzitter\s+van\s+de\s+{name}\s+Kamer"
        if re.search(rf"{addressed}|^{name} Kamer der Staten-Generaal", front, re.MULTILINE):
            return chamber
    if re.search(r"\bah-tk-|Tweede Kamer, vergaderjaar", whole) or kind == "aanhangsel":
        return "TK"
    return None
