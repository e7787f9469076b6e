"""Who answers: as a report names the bewindspersonen, or as they signed."""

from __future__ import annotations

import re

from analysis.parsing.dates import DATE
from analysis.parsing.phrases import Phrase

_ROLE = r"(?:[Mm]inister-[Pp]resident|[Mm]inister|[Ss]taatssecretaris)"
_ROLES = r"(?:[Mm]inister-[Pp]resident|[Mm]inisters?|[Ss]taatssecretaris(?:sen)?)"
_NAMED = (
    rf"(?:van\s+)?(?:de\s+)?(?P<role>{_ROLES})\s+(?P<names>[^()]{{2,80}}?)"
    r"\s*\((?P<post>(?!ontvangen)[^()]+)\)"
)
_RESPONDED = Phrase(
    ("gereageerd", "geantwoord", "beantwoord"),
    rf"\bDe\s+({_ROLES}\s[^.]*?)\s+(?:heeft|hebben)\s+"
    rf"(?:op\s+{DATE}\s+(?:gereageerd|geantwoord)|(?:deze|de)\s+vragen\s+beantwoord)",
)
# 'Vragen voorgelegd aan de Minister van A over': the one who is asked answers.
_PUT_TO = Phrase(
    ("voor te leggen aan", "voorgelegd aan"),
    rf"\b(?:voorgelegd|voor\s+te\s+leggen)\s+aan\s+de\s+({_ROLE}\s[^.(]{{3,200}}?)\s+over\b",
)
# How a letter is signed: the last resort where the report of it says nothing.
_SIGNATURE = re.compile(rf"^De\s+({_ROLE}\s[^.\n]{{3,120}}),$", re.MULTILINE)
_NAME = r"(?P<name>[A-Z][\w.’' -]{2,60})"
_SIGNED = re.compile(
    rf"^[Dd][Ee]\s+(?P<role>(?:{_ROLE}|MINISTER|STAATSSECRETARIS)\s[^.\n]{{3,120}}?),?\s*\n{_NAME}$",
    re.MULTILINE,
)
# The name may stand above the post: 'A. de Wit' and 'Minister van Financiën'.
_NAMED_ABOVE = re.compile(
    rf"^{_NAME}\n(?:De\s+)?(?P<role>(?:Minister-[Pp]resident|Minister|Staatssecretaris)"
    r"\s(?:van|voor|[A-Z])[^.\n]{3,100})$",
    re.MULTILINE,
)
_SMALL_WORDS = frozenset(("van", "voor", "en", "de", "het"))
_ANSWERS_OF = re.compile(
    rf"\b[Aa]ntwoord(?:en)?\s+van\s+de\s+({_ROLES}\s[^.\n(]{{3,200}}?)"
    r",?\s+(?:mede\s+(?:namens|ondertekend)|op\s+(?:de\s+)?(?:\w+\s+)?(?:[Kk]amer)?vragen|\(ontvangen)"
)
_REPLY = re.compile(rf"\b(?:Antwoord|Mededeling|Uitstel(?:bericht)?)\s+(?={_NAMED})", re.IGNORECASE)
_ONE_WHO_ANSWERS = re.compile(_NAMED, re.IGNORECASE)
_AND = re.compile(r"\s*(?:,\s*en\b|,|\ben\b)\s*")
# A paragraph ends what it names, but for an extractor that left the lines as they were printed.
_ENDS = (
    r"(?:\.(?=\s|$)|\(ontvangen"
    r"|,?\s+(?:(?:de|mijn|het|uw)\s+(?:antwoord|beantwoording|reactie)|uw\s+vragen)"
    r"|(?<!\ben)(?<!,)(?<!\bde)(?<!\bvan)(?<!\bvoor)\n|\Z)"
)
_ALSO_FOR = Phrase(
    ("mede", "MEDE", "Mede"),
    rf"\bmede\s+(?:namens|ondertekend\s+door)\s+(?:de\s+)?(?P<also>{_ROLES}\s.*?),?\s*{_ENDS}",
    re.IGNORECASE | re.DOTALL,
)
_NEXT_ROLE = re.compile(rf"\s*(?:,|\ben\b)\s+(?:(?:van\s+)?de\s+)?(?={_ROLES}\b)")
_NEXT_POST = re.compile(r"\s*(?:,|\ben\b)\s+(?=(?:van|voor)\s)")
_SINGULAR = {"ministers": "minister", "staatssecretarissen": "staatssecretaris"}


def respondents_of(front: str, letter: bool) -> tuple[str | None, tuple[str, ...]]:
    """Return who answers and who else does, as the text before the questions tells it.

    ``Antwoord van Minister A (Financiën) en Staatssecretaris B (Defensie), mede namens de Ministers
    van C en voor D``: A, and then the others, each with a post of its own. The signature counts
    before other words in a letter of answers, and last elsewhere.

    Returns
    -------
    respondent, others
        ``None`` where nobody is named; those beside the first, or on whose behalf as well.
    """
    answering = _answering(front)
    named = answering or _reported(front)
    match = _ALSO_FOR.search(front)
    also = _each(match["also"]) if match else []
    others = tuple(dict.fromkeys([*named[1:], *also]))
    if not answering and letter and (signed := _signed(front)):
        return signed, others
    if named:
        return named[0], others
    signatures = _SIGNATURE.findall(front)
    return _role(signatures[-1]) if signatures else None, others


def signed_at_end(whole: str) -> str | None:
    """Return who signed a document behind its last answer."""
    return _signed(whole[-1500:])


def _signed(text: str) -> str | None:
    """Return who signed last in a text, with the name under the signature or above it."""
    signed = list(_SIGNED.finditer(text)) or list(_NAMED_ABOVE.finditer(text))
    return f"{_role(signed[-1]['role'])} ({signed[-1]['name'].strip()})" if signed else None


def _answering(front: str) -> list[str]:
    """Return those whom the line above the answers names one by one, with their posts."""
    if match := _RESPONDED.search(front):
        return _each(match[1])
    if match := _PUT_TO.search(front):
        return _with_post(_each(match[1]))
    opening = _REPLY.search(front)
    found: list[str] = []
    at = opening.end() if opening else None
    while at is not None and (match := _ONE_WHO_ANSWERS.match(front, at)):
        names = _AND.split(match["names"]) if _singular(match["role"]) else [match["names"]]
        role = _singular(match["role"]) or match["role"]
        found += [_role(f"{role} {name} ({match['post']})") for name in names]
        more = _AND.match(front, match.end())
        at = more.end() if more else None
    return found


def _reported(front: str) -> list[str]:
    """Return those whose answers a heading announces: ``Antwoord van de ministers van A en B``."""
    found = _ANSWERS_OF.findall(front)
    return _each(found[-1]) if found else []


def _each(text: str) -> list[str]:
    """Return each of the bewindspersonen in a list, with a role and a post of its own."""
    return [role for part in _NEXT_ROLE.split(text) for role in _posts(part)]


def _with_post(roles: list[str]) -> list[str]:
    """Return ``minister`` and ``staatssecretaris van A`` with the post that they share."""
    post = roles[-1].partition(" ")[2]
    return [role if " " in role else f"{role} {post}" for role in roles]


def _posts(text: str) -> list[str]:
    """Return ``ministers van A en voor B`` as two ministers."""
    text = _role(text)
    role, _, posts = text.partition(" ")
    if not _singular(role):
        return [text] if text else []
    return [f"{_singular(role)} {post.strip(' ,')}" for post in _NEXT_POST.split(posts)]


def _singular(role: str) -> str | None:
    return _SINGULAR.get(role.lower())


def _role(text: str) -> str:
    text = " ".join(text.split()).strip(" ,")
    if text.isupper():
        words = text.lower().split()
        text = " ".join(w if w in _SMALL_WORDS else w.capitalize() for w in words)
    text = re.sub(r"^(Minister)-P", r"\1-p", text, flags=re.IGNORECASE)
    return text[:1].lower() + text[1:]
