"""What kind of answer a question wants, by its words and their order.

A Dutch question opens with its verb, and then asks for yes or no, or with a wh-word in its first
phrase ("Op grond van welke wet …").
"""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["yes_no", "fact", "explanation", "request"]
KINDS: tuple[Kind, ...] = ("yes_no", "fact", "explanation", "request")

# Pieces of patterns: words that ask for a fact, words that ask for an explanation, verbs that
# open a question.
FACT = (
    r"hoeveel|hoe\s+(?:vaak|lang|groot|hoog|oud|ver|laat|snel)|wanneer|wie|wiens|waar|waarheen|welke?|"
    r"(?:per|op|sinds|met|in|door|voor|van|aan|bij|uit|tot|vanaf|onder|binnen|tegen|over)\s+"
    r"(?:welke?|wie|wanneer|hoeveel)"
)
EXPLAIN = (
    r"(?:op|in)\s+(?:welke?|wat\s+voor)\s+(?:manier|wijze|mate)|hoe|hoezo|waarom|wat|waartoe|waardoor|"
    r"waarop|waaruit|waarmee|waarvoor|waarbij|waarin|waarover|waarvan|waaraan|waartegen|in\s+hoeverre|"
    r"(?:op|met|om|vanuit|uit)\s+(?:welke?\s+)(?:grond|reden|gronden|redenen)|wat\s+voor"
)
VERB = (
    r"is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|hebt|had|hadden|bent|ben|kan|kunt|kunnen|kon|"
    r"konden|zou|zouden|zult|zal|zullen|wilt|wil|willen|moet|moeten|mag|mogen|deelt|delen|erkent|erkennen|"
    r"onderschrijft|klopt|klopte|ziet|zien|vindt|vinden|acht|achten|denkt|komt|komen|gaat|gaan|krijgt|krijgen|"
    r"herkent|herinnert|beschikt|bestaat|bestaan|kent|kennen|weet|weten|geldt|gelden|staat|staan|doet|doen|"
    r"blijft|blijven|betekent|leidt|leiden|hoeft|hoeven|dient|dienen|overweegt|steunt|beaamt|betreurt|"
    r"meent|beoogt|begrijpt|verwacht|houdt|houden|maakt|maken|neemt|nemen|geeft|geven|werkt|werken|"
    r"vallen|valt|hanteert|ervaren|ervaart|realiseert|onderkent|beseft|voldoet|biedt|levert|vraagt"
)
REQUEST = re.compile(
    r"\b(?:graag|gaarne)\b|\b(?:verzoek|verzoeken|vernemen|vraag|vragen)\b[^.?]{0,80}"
    r"\b(?:regering|kabinet|minister|staatssecretaris|u|of|hoe|wat|welke|waarom|wanneer|hoeveel|om|wijze)\b",
    re.I,
)
_TELL = re.compile(
    r"\b(?:kan|kunt|kunnen|wil|wilt|willen|zou|zouden|bereid)\b[^?]*?\b(?:aangeven|toelichten|uitleggen|"
    r"ingaan|reflecteren|motiveren|schetsen|uiteenzetten|beschrijven|verklaren|reageren|onderbouwen|"
    r"duiden|specificeren|becijferen|berekenen|in\s+kaart\s+brengen|omschrijven|inzichtelijk|toelichting|inzicht|zeggen|reactie|reflectie|appreciatie)",
    re.I,
)
_HAND_OVER = re.compile(
    r"\b(?:kan|kunt|kunnen|wil|wilt|willen|zou|zouden|bereid)\b[^?]*?\b(?:toesturen|toezenden|zenden|sturen|"
    r"doen\s+toekomen|verstrekken|openbaar\s+maken|delen\s+met|overzicht|lijst|beantwoorden|informeren|"
    r"op\s+een\s+rij)",
    re.I,
)
_VERB_FIRST = re.compile(rf"\W*(?:{VERB})\b", re.I)
_OPENING = 60
_WH_INSIDE = re.compile(rf"\b(?:(?P<explain>{EXPLAIN})|(?P<fact>{FACT}))\b", re.I)
# What is asked may come last: "In uw brief schrijft u dat …, welke stappen onderneemt u?"
_LED_IN = re.compile(
    rf"[,;:]\s+(?=(?:{EXPLAIN}|{FACT})\b|(?:{VERB})\s+(?:u|het\s+kabinet)\b)", re.I
)


def kind_of(text: str) -> Kind:
    """Tell what kind of answer an interrogative sentence or a request asks for."""
    bare = re.sub(r"^\W*(?:en|of|maar|ook|tevens|daarnaast|verder)\b[\s,]*", "", text, flags=re.I)
    bare = re.sub(
        r"^\W*(?:zo|indien)\s+(?:ja|nee|neen|niet)\b[\s,]*(?:en\s+)?", "", bare, flags=re.I
    )
    if not (_VERB_FIRST.match(bare) or _WH_INSIDE.search(bare, 0, _OPENING)):
        bare = bare[max((match.end() for match in _LED_IN.finditer(bare)), default=0) :]
    if _HAND_OVER.search(bare) and _VERB_FIRST.match(bare):
        return "request"
    opening = None if _VERB_FIRST.match(bare) else _WH_INSIDE.search(bare, 0, _OPENING)
    requests = bool(REQUEST.search(bare)) and not _VERB_FIRST.match(bare)
    inside = _WH_INSIDE.search(bare) if requests or _TELL.search(bare) else None
    word = opening or inside
    if word:
        return "explanation" if word["explain"] else "fact"
    if _TELL.search(bare):
        return (
            "yes_no"
            if re.search(r"\baangeven\s+of\b|\bbevestigen\b", bare, re.I)
            else "explanation"
        )
    if requests:
        return "explanation"
    return "yes_no"
