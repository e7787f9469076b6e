"""What kind of document it is, and of which chamber: by its heading, its masthead, its words."""

from __future__ import annotations

import re

from analysis.parsing.phrases import Phrase

_NUMBERED = r"\s*(?:[A-Z]{1,2}\s+|Nr\.\s*\d+\s+)?"  # number of a kamerstuk before its heading
# The headings of kamerstukken, in any case; the kind that comes first here counts. They are found
# by the line feed before them: to look for one is far faster than to try every character.
_HEADINGS = {
    # On a line of its own: other answers speak of "het verslag van een schriftelijk overleg".
    "verslag": r"VERSLAG VAN EEN (?:NADER )?SCHRIFTELIJK OVERLEG\s*$",
    "nota": r"NOTA NAAR AANLEIDING VAN HET (?:NADER )?VERSLAG|(?:NADERE )?MEMORIE VAN ANTWOORD",
    "lijst": r"(?:VERSLAG HOUDENDE EEN )?LIJST VAN VRAGEN(?: EN ANTWOORDEN)?",
}
_HEADING = Phrase(
    ("erslag", "ERSLAG", "ijst van", "ijst Van", "IJST VAN"),
    rf"\n{_NUMBERED}(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _HEADINGS.items())})",
    re.IGNORECASE | re.MULTILINE,
)
_MASTHEADS = (
    ("uitstel", Phrase(("Mededeling",), r"^Mededeling\b", re.MULTILINE)),
    (
        "aanhangsel",
        Phrase(
            ("Aanhangsel", "AH ", "ah-tk-"),
            r"Aanhangsel van de Handelingen\s*$|^AH \d+|^ah-tk-\d"
            r"|^(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[–-]\d{4}, Aanhangsel",
            re.MULTILINE,
        ),
    ),
    (
        "vragen",
        Phrase(
            ("kv-tk-", "Vragen gesteld"),
            r"^kv-tk-\d|^Vragen gesteld door de leden der Kamer$",
            re.MULTILINE,
        ),
    ),
)
# The heading of Kamervragen, which an extract without the masthead still has.
_SUBMITTED = Phrase(
    ("(ingezonden",),
    r"^(?:Nadere |Aanvullende )?[Vv]ragen van [^\n]*\(ingezonden[^()\n]*\)\.?(?=$| [Aa]ntwoord )",
    re.MULTILINE,
)
_RECEIVED = Phrase(
    ("(ontvangen",), r"(?:^|\) |\.\s)(?:Nader )?[Aa]ntwoord [^\n]*\(ontvangen", re.MULTILINE
)
_LETTER = Phrase(
    ("vragen", "brief", "Geachte"),
    r"\b(?:[Bb]eantwoording|[Aa]ntwoord(?:en)?)\b.{0,80}\b(?:[Kk]amer)?vragen\b"
    r"|^[Aa]ntwoord(?:en)? van de (?:[Mm]inister|[Ss]taatssecretaris)[^.\n]*"
    r" op (?:de )?(?:\w+ )?vragen\b"
    r"|\b[Uu]w\s+brief\b|\bSchriftelijke\s+vragen\b|^Geachte\s[^.?!]{0,20}[Vv]oorzitter\b"
    r"|\b(?:Hierbij|Hiermee)\s+(?:deel|bericht|meld|laat)\s+ik\s+u\b",
    re.MULTILINE,
)
_ASKED = Phrase(
    ("Vragen van",),
    r"^Vragen\s+van\s+(?:het\s+lid|de\s+leden)\b[^?!]*?\baan\s+de\s+(?:minister|staatssecretaris)",
    re.MULTILINE | re.IGNORECASE,
)
_POSTPONED = Phrase(
    ("itstel", "ITSTEL", "ermijn", "ERMIJN"),
    r"\buitstel\b|\bniet\s+binnen\s+(?:de\s+|een\s+)?(?:\w+\s+){0,3}termijn",
    re.IGNORECASE,
)
_ADDRESSED = {
    chamber: Phrase(
        (f"{name} Kamer", "oorzitter"),
        rf"[Vv]oorzitter\s+van\s+de\s+{name}\s+Kamer|^{name} Kamer der Staten-Generaal",
        re.MULTILINE,
    )
    for chamber, name in (("EK", "Eerste"), ("TK", "Tweede"))
}
_EERSTE_KAMER = Phrase(
    ("ah-ek-", "Eerste Kamer, vergaderjaar"), r"\bah-ek-|^Eerste Kamer, vergaderjaar", re.MULTILINE
)
_TWEEDE_KAMER = Phrase(
    ("ah-tk-", "Tweede Kamer, vergaderjaar", "Tweede Kamer der Staten-Generaal"),
    r"\bah-tk-|Tweede Kamer, vergaderjaar"
    r"|^[|\s]*Tweede Kamer der Staten-Generaal[|\s]*\d{4}[–-]\d{4}",  # of the site's pages
    re.MULTILINE,
)


# Documents of the Tweede Kamer have numbers, those of the Eerste Kamer letters.
_NUMBERED_HEADING = re.compile(
    rf"^\s*(?:(?P<TK>Nr\.\s*\d+)|(?P<EK>(?-i:[A-Z]{{1,2}})))\s+(?:{'|'.join(_HEADINGS.values())})",
    re.IGNORECASE | re.MULTILINE,
)


def kind_of(whole: str, front: str, letter: bool, reply: str) -> str | None:
    """Return the kind: by its heading, by its masthead, or by what a letter says it is.

    Parameters
    ----------
    whole
        The whole text, furniture included.
    front
        The text before the questions, one paragraph a line; all of it, where there are none.
    letter
        Whether the front is that of a letter; see `is_letter`.
    reply
        What it holds besides questions: ``answers``, a ``notice``, or ``none``.
    """
    kind = _headed(whole) or next((name for name, it in _MASTHEADS if it.search(whole)), None)
    if kind is None and _is_kamervragen(front, letter):
        kind = "aanhangsel" if reply == "answers" else "vragen"
    elif kind is None and letter:
        kind = "brief"
    if kind in ("verslag", "nota", "lijst", "uitstel") or reply == "answers":
        return kind
    # What is asked may be about a postponement, too.
    postponed = reply == "notice" or (kind != "vragen" and _POSTPONED.search(front))
    return "uitstel" if postponed and kind else "vragen" if kind else None


def _is_kamervragen(front: str, letter: bool) -> bool:
    """Tell whether the heading is that of Kamervragen; a letter may quote it."""
    if _SUBMITTED.search(front):
        return not letter or _RECEIVED.search(front) is not None
    return not letter and _ASKED.search(front) is not None


def _headed(whole: str) -> str | None:
    found = {match.lastgroup for match in _HEADING.all_in("\n" + whole)}
    return next((name for name in _HEADINGS if name in found), None)


def is_letter(front: str) -> bool:
    """Tell whether the text before the questions is that of a letter that answers them."""
    heading = _SUBMITTED.search(front)  # questions may be about the answer to others
    rest = front[: heading.start()] + front[heading.end() :] if heading else front
    return _LETTER.search(rest) is not None


def chamber_of(front: str, whole: str, kind: str | None) -> str | None:
    """Return whose members ask: told by whom the answer is addressed to or by the masthead."""
    for chamber, addressed in _ADDRESSED.items():
        if addressed.search(front):
            return chamber
    if _EERSTE_KAMER.search(whole):
        return "EK"
    # Only members of the Tweede Kamer have their questions printed one set at a time.
    if kind in ("aanhangsel", "vragen", "uitstel") or _TWEEDE_KAMER.search(whole):
        return "TK"
    numbered = _NUMBERED_HEADING.search(whole) if kind in _HEADINGS else None
    return numbered.lastgroup if numbered else None
