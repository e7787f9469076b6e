"""Fracties as the prose names them: who asks, who joins, who sits in the committee."""

from __future__ import annotations

import re

from analysis.codebook.fracties import canonical, names_pattern
from analysis.parsing.paragraphs import Paragraph
from analysis.parsing.phrases import Phrase
from analysis.parsing.records import CommitteeMember

_NAME = names_pattern()
_UNKNOWN = r"[A-Z0-9][\w/-]*(?:\s(?:(?:van|voor|de|het)\s)*[A-Z0-9][\w/-]*)*"
# A name begins with a capital, but known names are read in any case: headings may be in capitals.
_OF_FRACTIE = rf"(?i:fracties?\s+(?:van\s+)?(?:de\s+|het\s+)?)(?P<after>(?i:{_NAME})\b|{_UNKNOWN})"
_FRACTIE = rf"(?:{_OF_FRACTIE}|(?P<before>(?i:{_NAME})|{_UNKNOWN})-(?i:fracties?))\b"
_HEADING = re.compile(
    rf"^(?i:(?:(?:Inbreng|Vragen(?:\s+en\s+opmerkingen)?)\s+(?:van|door|vanuit)\s+)?"
    rf"(?:(?:de\s+leden|het\s+lid)\s+van\s+)?(?:de\s+)?){_FRACTIE}\s*:?$",
)
# "Vragen van het lid A (SP)" and nothing more; the heading of a document goes on with to whom.
_MEMBERS_HEADING = re.compile(
    r"^(?:(?:Inbreng|Vragen(?:\s+en\s+opmerkingen)?)\s+(?:van|door)\s+)?(?:[Hh]et\s+lid|[Dd]e\s+leden)"
    r"\s(?:[^.;:?!]|\b[A-Z]\.){2,120}\)\s*:?$"
)
# "Raak, A.B. van": what belongs to the name before the comma, and is no name of its own.
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.\s*)+(?:[a-z’']+\s*)*")
# 'de SP- en de PvdD-fractie': the first has no 'fractie' of its own.
_MENTION = re.compile(rf"{_FRACTIE}|\b(?P<shared>{_NAME})-(?=,|\s+en\s)")
_MORE = re.compile(rf"\s*(?:,|\ben\b)\s*(?:(?:de|het)\s+)?(?P<name>{_NAME})\b")
_JOINS = re.compile(r"\bsluit(?:en)?\b(?P<between>.*?)\bzich\b.*\baan\b", re.IGNORECASE)
_OF_MEMBERS = re.compile(
    r"\b(?:(?:het\s*)?(?:kamer)?lid(?:\s+|-?(?-i:(?=[A-Z])))"
    r"|(?:de\s*)?(?:kamer)?leden(?:\s+|(?-i:(?=[A-Z])))"
    r"|vragen\s+van\s+(?=mevrouw|mw\.|de\s+heer|dhr\.))",
    re.IGNORECASE,
)
_ONE_OF_THEM = re.compile(
    r"\s*(?P<members>['’]?(?:[A-Z][a-z]?\.\s?)*[^\W\d_][^():;.?!]{0,150}?(?:\b[A-Z]\.[^():;?!]{0,80}?)?)\s*\((?P<fractie>[^()]{2,60})\)"
)
_LED = re.compile(
    r"^(?:van\s+)?(?:(?:het\s+)?(?:kamer)?lid|(?:de\s+)?(?:kamer)?leden|mevrouw|mw\.|de\s+heer|dhr\.)\s+",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,\s*en|,|en)(?=\s|[A-Z])")
_BOTH = re.compile(r"^(?:beiden?|allebei|allen|alle\s+\w+)\s+", re.IGNORECASE)
_NO_MEMBER = re.compile(
    r"\b(?:aan|over|inzake|door|worden|fractie|[Mm]inister|der\s+Kamer|Vragen)\b"
)
_SPEAKING = Phrase(
    ("eden van", "lid van", "Lid van"),
    r"\b(?:[Dd]e|[Dd]eze|[Hh]et)?(?:[Ll]eden|[Ll]id)\s+van\s+(?=de\s|het\s|\S+-fractie)",
)
_ASKING = re.compile(
    r"^(?:(?:Ook|Verder|Voorts|Tevens|Graag|Tot\s+slot|Daarnaast)\s+(?:\w+\s+)?)?"
    r"(?:[Dd]e\s+(?:\w+\s+){0,4}?leden\s+van\s+(?:de\s+|het\s+)?\S*|[Hh]et\s+lid\s+van\s+de\s+\S+"
    r"|(?:[Dd]eze|[Gg]enoemde)\s+leden|[Dd]e\s+aan\s+het\s+woord\s+zijnde\s+leden|[Dd]e\s+leden\s+\w+)"
)
_VERB = re.compile(
    r"\s(?:vra(?:gen|agt)|heb(?:ben)?|heeft|ha(?:d|dden)|le(?:zen|est)|constate\w+|merk\w*|wil\w*"
    r"|zijn|is|zie\w*|hecht\w*|onder\w+|begrijp\w*|ho(?:ren|ort)|sluit\w*|dank\w*|steun\w*"
    r"|ma(?:ken|akt)|wijz?\w*|vernem\w*|verneemt|kan|kunnen|ontvang\w*|ge(?:ven|eft)|stel\w*"
    r"|acht\w*|vind\w*|waard\w*|de(?:len|elt)|menen|meent|wens\w*|zou\w*|verzoek\w*|of|dat"
    r"|leg\w*|no(?:emen|emt)|bena\w+|krijg\w*|ho(?:pen|opt)|nemen|neemt|stem\w*|complim\w+)\b"
)
# 'De SP-fractie vraagt': without members, at the head of a sentence.
_AS_ONE = Phrase(
    ("fractie",),
    rf"(?:^|[.?!]\s+)De\s+(?P<who>(?:{_NAME}|{_UNKNOWN})-fractie"
    rf"|fractie\s+van\s+(?:de\s+|het\s+)?(?:{_NAME}|{_UNKNOWN}))(?={_VERB.pattern})",
    re.MULTILINE,
)
_MEMBER = re.compile(
    r"\s*(?P<member>[^(),;]+?)\s*\((?P<fractie>[^()]+)\)"
    r"(?:\s*,?\s*\((?P<role>(?:onder)?voorzitter)\))?"
)


def askers_heading(paragraph: Paragraph) -> dict[str, str | None]:
    """Return the fracties whose questions a heading opens, with the members that it names.

    ``Vragen van de leden van de PVV-fractie`` names no member, ``Vragen van het lid A (SP)`` does.

    Returns
    -------
    dict of str to str or None
        Names are canonical where they are known and as printed where they are not; empty for a
        paragraph that is no such heading.
    """
    if paragraph.marker or paragraph.bullet:
        return {}
    text = paragraph.text
    if match := _HEADING.match(text) if "fractie" in text.casefold() else None:
        return {fractie_name(match["after"] or match["before"]): None}
    if not _MEMBERS_HEADING.match(text):
        return {}
    found = asking_members(text)
    return {fractie: "; ".join(members) for fractie, members in found.items()}


def fractie_name(name: str) -> str:
    """Return the canonical name of a fractie, or the name as printed where it is not known."""
    return canonical(name) or name.strip()


def fracties_in(text: str) -> list[str]:
    """Return the fracties that a sentence names, in its order, without repeats."""
    found = []
    for match in _MENTION.finditer(text):
        found.append(fractie_name(match["after"] or match["before"] or match["shared"]))
        end = match.end()
        # 'de fracties van GroenLinks-PvdA en de PVV': the second has no 'fractie' of its own.
        while match["after"] and (more := _MORE.match(text, end)):
            found.append(fractie_name(more["name"]))
            end = more.end()
    return list(dict.fromkeys(found))


def asking_members(front: str) -> dict[str, list[str]]:
    """Return the fracties whose members ask all questions of a document, with those members.

    Parameters
    ----------
    front
        What precedes the questions: ``Vragen van de leden A (SP) en B en C (beiden VVD) aan …``.

    Returns
    -------
    dict of str to list of str
        In the order printed, from the first place that names members with their fractie; empty
        where none does.
    """
    text = " ".join(front.split())
    for opening in _OF_MEMBERS.finditer(text):
        found: dict[str, list[str]] = {}
        at = opening.end()
        while (match := _ONE_OF_THEM.match(text, at)) and not _NO_MEMBER.search(match["members"]):
            fractie = fractie_name(_BOTH.sub("", match["fractie"].strip()))
            found.setdefault(fractie, []).extend(_names(match["members"]))
            more = _AND.match(text, match.end())
            if not more:
                break
            at = more.end()
        if found:
            return found
    return {}


def _names(members: str) -> list[str]:
    """Return the names in a list of members; ``Raak, A.B. van`` is one."""
    names: list[str] = []
    for part in re.split(r"\s*,\s*(?:en\s+)?|\s+en\s+", members.strip()):
        if names and _INITIALS.fullmatch(part):
            names[-1] += f", {part}"
        elif part:
            names.append(_LED.sub("", part))
    return names


def speaking_fracties(text: str) -> list[str]:
    """Return the fracties in whose name a piece of prose first asks or says something.

    ``De leden van de SP-fractie vragen`` speak; a fractie that is only mentioned does not.
    """
    for match in _SPEAKING.all_in(text):
        verb = _VERB.search(text, match.end())
        end = min(verb.start() if verb else len(text), match.end() + 160)
        if found := fracties_in(text[match.end() : end]):
            return found
    match = _AS_ONE.search(text)
    return fracties_in(match["who"]) if match else []


def is_asking(text: str) -> bool:
    """Tell whether a paragraph begins with the members in whose name it is written."""
    return bool(_ASKING.match(text) or _AS_ONE.match(text))


def joining_fracties(sentence: str) -> tuple[list[str], list[str]] | None:
    """Return which fracties join, and whose questions, where a sentence says so.

    Returns
    -------
    (joining, joined) or None
        ``joined`` is empty where the sentence joins all questions ("sluiten zich hierbij aan").
        ``None`` for a sentence in which nobody joins.
    """
    match = _JOINS.search(sentence)
    if match is None:
        return None
    # 'Hierbij sluiten de leden van de BBB-fractie zich aan': the subject may follow the verb.
    joining = fracties_in(sentence[: match.start()]) or fracties_in(match["between"])
    if not joining:
        return None
    return joining, fracties_in(sentence[match.end("between") :])


def committee_members(committee: str, text: str) -> list[CommitteeMember]:
    """Read the composition of a committee, as printed in a footnote.

    Parameters
    ----------
    committee
        Its name.
    text
        ``Samenstelling: Croll (BBB) (ondervoorzitter), Heijnen (BBB), …``

    Returns
    -------
    list of CommitteeMember
        In the order printed; empty where the text is no composition.
    """
    heading, colon, names = text.partition(":")
    if not colon or heading.strip() != "Samenstelling":
        return []
    members = []
    for match in _MEMBER.finditer(names.replace("),", ") ,")):
        role = match["role"] or "lid"
        name, fractie = match["member"].strip(" ,"), match["fractie"].strip()
        if name and fractie:
            members.append(CommitteeMember(committee, name, fractie_name(fractie), role))
    return members
