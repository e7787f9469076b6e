"""What the answer to an ask has to hold to be one: a stand, a number, a moment, a view.

Whoever asks how many there are is not answered without a number, and whoever asks what the
government thinks is not answered by a description. Words tell that something is missing, not that
what is there is right.
"""

from __future__ import annotations

import re
from typing import Literal

from analysis.parsing.asks import Ask
from analysis.parsing.dates import MONTHS

Want = Literal["stand", "number", "moment", "view"]
EXACT: tuple[Want, ...] = ("number", "moment")
"""What is given in figures or in words for a time, so that words tell whether it is there."""

_OPINION = re.compile(
    r"\b(?:deelt|delen|deel)\b[^?]{0,40}\b(?:mening|opvatting|analyse|visie|zorg|zorgen|conclusie|"
    r"constatering|verwachting|standpunt|uitgangspunt|stelling|inschatting|observatie)\b"
    r"|\b(?:van|uw)\s+(?:mening|oordeel|opvatting)\b|\bvolgens\s+(?:u|het\s+kabinet|de\s+minister)\b"
    r"|\b(?:het|mee|ermee|stelling|leden|ons)\s+eens\b|\beens\s+(?:dat|met)\b"
    r"|\b(?:vindt|acht|erkent|onderschrijft|beaamt|betreurt|begrijpt|herkent)\b"
    r"|\b(?:tevreden|bezorgd|verheugd)\b",
    re.I,
)
_HOW_MANY = re.compile(r"\b(?:hoeveel|hoe\s+(?:vaak|hoog|lang|veel))\b", re.I)
_WHEN = re.compile(
    r"\b(?:wanneer|(?:verwachte\s+)?tijdpad|(?:op|binnen|per|welke?|wat)\s+(?:welke?\s+|het\s+)?(?:moment\w*|datum|termijn|tijdpad|"
    r"planning))\b",
    re.I,
)
_VIEW = re.compile(
    r"\bhoe\s+(?:beoordeelt|kijkt|waardeert|duidt|weegt|oordeelt|ziet)\b|\bwat\s+vindt\b"
    r"|\bwat\s+is\s+(?:uw|de)\s+(?:reactie|mening|oordeel|visie|opvatting)\b"
    r"|\b(?:reageren|reactie|reflecteren|reflectie|appreciatie)\b",
    re.I,
)

_MONTH = rf"(?:{'|'.join(MONTHS)})"
# Numbers that count nothing: dates, and the numbers of documents, questions and articles.
_NO_COUNT = re.compile(
    rf"\b\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?\b|\b(?:19|20)\d\d\b|\bKamerstuk\w*[^)\n]{{0,30}}?\d[\d\s]*\d"
    r"(?:[-\s][IVX]+)?(?:,?\s*nrs?\.?\s*\d+)?|\bvra(?:ag|gen)\s+\d+(?:(?:,|\s+en|\s+tot\s+en\s+met)\s*\d+)*"
    r"|\b[Aa]rtikel(?:en)?\s+\d+\w*",
)
_NUMBER = re.compile(
    r"\d|\b(?:nul|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\w*honderd\w*|\w*duizend\w*|"
    r"miljoen|miljard|helft|kwart|procent|geen|nooit|dagelijks|wekelijks|maandelijks|jaarlijks)\b",
    re.I,
)
_MOMENT = re.compile(
    rf"\b(?:19|20)\d\d\b|\b{_MONTH}\b|\b(?:voorjaar|najaar|zomer|winter|kerstreces|zomerreces|"
    r"voorjaarsnota|kwartaal|begin|eind|medio|vandaag|morgen|zodra|uiterlijk|voor\s+het|binnen)\b"
    r"|\b(?:dit|volgend|komend|deze|volgende|komende)\s+(?:jaar|maand|week|weken|maanden)\b",
    re.I,
)
_JUDGES = re.compile(
    r"\b(?:vind|vinden|vindt|acht|achten|hecht|hechten|waardeer\w*|onderschrijf\w*|betreur\w*|begrijp\w*|"
    r"belangrijk|(?:on)?wenselijk|zorgelijk|zorgwekkend|ernstig|goed|positief|negatief|jammer|"
    r"on(?:acceptabel|aanvaardbaar|gewenst)|verontrustend|teleurstellend|schokkend|(?:on)?terecht|"
    r"van\s+mening|van\s+oordeel|voorstellen|herken\w*)\b",
    re.I,
)
_DENIES = re.compile(r"\b(?:niet|geen|onmogelijk|onduidelijk|lastig|moeilijk)\b", re.I)
_ASKED_AGAIN = re.compile(
    r"\b(?:hoeveel|hoe\s+(?:vaak|groot|hoog|lang|veel)|aantal(?:len)?|cijfers|gegevens|wanneer|moment|datum|"
    r"termijn)\b",
    re.I,
)


def wants(ask: Ask) -> Want | None:
    """Tell what the answer to an ask has to hold; ``None`` where words cannot tell.

    Returns
    -------
    str or None
        ``stand``: an opinion is put to the answerer, who shares it or not; ``number``: how many;
        ``moment``: when; ``view``: what the answerer thinks of something.
    """
    if ask.kind == "yes_no":
        return "stand" if _OPINION.search(ask.text) else None
    if ask.kind == "request":
        return None
    if ask.kind == "explanation" and _VIEW.search(ask.text):
        return "view"
    if _HOW_MANY.search(ask.text):
        return "number"
    return "moment" if _WHEN.search(ask.text) else None


def denies_exactness(sentence: str) -> bool:
    """Tell whether a sentence asks for a number or a moment again in a denial."""
    return bool(_DENIES.search(sentence) and _ASKED_AGAIN.search(sentence))


def holds(text: str, want: Want) -> bool:
    """Tell whether a text holds a number, a moment or a view.

    A stand is not looked for here: whether one is taken, and on which ask, `cues` tells.
    """
    if want == "number":
        return bool(_NUMBER.search(_NO_COUNT.sub(" ", text)))
    if want == "moment":
        return bool(_MOMENT.search(text))
    return want == "view" and bool(_JUDGES.search(text))
