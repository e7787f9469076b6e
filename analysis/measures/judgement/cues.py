"""Words that show which way an answer goes: yes, no, a reason, a number, a moment."""

from __future__ import annotations

import re
from typing import Literal

Polarity = Literal["yes", "no"]

_SUBJECT = r"(?:ik|wij|we|het\s+kabinet|de\s+regering|de\s+minister|het\s+ministerie)"
_SHARED = (
    r"(?:mening|opvatting|analyse|constatering|visie|stelling|conclusie|zorg|zorgen|verwachting|oordeel|"
    r"standpunt|uitgangspunt|beeld|gedachte|inschatting|overtuiging|observatie|zienswijze|vaststelling)"
)

# Strong: the sentence itself is the yes or the no.
_OPENS_YES = re.compile(
    r"^\W*(?:(?:antwoord|vraag)\s*\d*\W*)?(?:ja|jazeker|(?:zeker|inderdaad|akkoord)(?=\s*[.,;!:])|(?:dat|dit|het|die|deze)\s+(?:[\w-]+\s+)?klopt(?!\s+(?:niet|deels))"
    r"|klopt|(?:dat|dit)\s+is\s+(?:juist|correct|zo|mij\s+bekend|bekend|inderdaad|het\s+geval))\b(?!\s*,?\s*mits)",
    re.I,
)
_OPENS_NO = re.compile(
    r"^\W*(?:(?:antwoord|vraag)\s*\d*\W*)?(?:nee|neen|geenszins|(?:dat|dit|het|die|deze)\s+(?:[\w-]+\s+)?klopt\s+niet"
    r"|(?:dat|dit)\s+is\s+(?:onjuist|niet\s+(?:juist|correct|waar|het\s+geval|zo)))\b",
    re.I,
)
_YES = re.compile(
    rf"\b{_SUBJECT}\s+(?:deelt|deel|delen)\b(?![^.]*\bniet\b)"
    rf"|\b(?:deel|deelt|delen)\s+{_SUBJECT}\b(?![^.]*\bniet\b)"
    rf"|\b{_SUBJECT}\s+(?:onderschrijf\w*|onderschrijven|erken\w*|onderken\w*|beaam\w*|bevestig\w*|steun\w*)\b(?!\s+niet)"
    rf"|\b(?:onderschrijf|onderschrijft|erken|erkent|beaam|beaamt)\s+{_SUBJECT}\b(?!\s+niet)"
    r"|\b(?:ben|is|zijn)\b[^.]{0,30}\b(?<!niet\s)(?:mee\s+|met\s+[^.]{0,50})?eens\b(?<!niet\seens)"
    rf"|\b(?:ben|is)\b\s*(?:{_SUBJECT}\s+)?(?:daartoe|hiertoe|graag|uiteraard|zeker)?\s*bereid\b"
    r"|\b(?:ben|zijn)\s+(?:ik|wij)\s+(?:ermee|daarmee|hiermee)?\s*bekend\b|\bik\s+ben\s+(?:er|daar|hier)?(?:mee)?\s*bekend\b"
    r"|\bik\s+heb\s+(?:er|daar|hier)?(?:van)?\s*kennis\s?genomen\b|\bis\s+(?:mij|ons|het\s+kabinet)\s+bekend\b(?!\s+dat)"
    rf"|\b(?:ken|kent|kennen|herken|herkent|herkennen)\s+{_SUBJECT}\b(?![^.]*\bniet\b)"
    rf"|\b{_SUBJECT}\s+(?:ken|kent|kennen|herken|herkent|herkennen)\b(?![^.]*\bniet\b)"
    r"|\b(?:is|zijn)\s+(?:inderdaad\s+)?(?:juist|correct)\b",
    re.I,
)
_NO = re.compile(
    r"\b(?:deel|deelt|delen)\b[^.]{0,60}\bniet\b|\bniet\s+(?:mee\s+)?eens\b"
    r"|\b(?:geen|onvoldoende)\s+(?:aanleiding|reden|noodzaak|meerwaarde|behoefte|aanwijzing(?:en)?)\b"
    r"|\bniet\s+(?:van\s+plan|voornemens|bereid|nodig|noodzakelijk|wenselijk|opportuun|aan\s+de\s+orde)\b"
    r"|\bherken\w*\b[^.]{0,60}\bniet\b|\bniet\s+herkenbaar\b|\bik\s+(?:zal|ga)\b[^.]{0,60}\bniet\b"
    r"|\b(?:is|zijn|wordt|worden|was|waren)\b[^.]{0,60}\bgeen\s+sprake\b"
    r"|\b(?:is|zijn)\s+(?:onjuist|niet\s+(?:juist|correct|waar))\b",
    re.I,
)
# A view is a yes or a no to whoever asks for it: "ik vind dat onwenselijk", "acht ik niet nodig".
_VIEW = re.compile(
    r"\b(?:ik|wij|het\s+kabinet|de\s+regering)\s+(?:vind|vinden|vindt|acht|achten)\b"
    r"|\b(?:vind|vinden|vindt|acht|achten)\s+(?:ik|wij|het\s+kabinet|de\s+regering)\b"
    r"|\bik\b[^.]{0,80}\b(?:willen|wil|zou)\s+noemen\b",
    re.I,
)
_DENIED = re.compile(r"\b(?:niet|geen|nooit)\b", re.I)
_CONDITION = re.compile(
    r"\bja,?\s*(?:mits|maar|tenzij)\b|\bin\s+beginsel\b|\bniet\s+zonder\s+meer\b"
    r"|\bsluit(?:en|t)?\b[^.]{0,40}\bniet\s+uit\b",
    re.I,
)

_HANDED = re.compile(
    r"\b(?:bijgevoegd|bijgaand|als\s+bijlage|(?:toe)?gezonden|(?:toe|mee)?gestuurd|aangeboden|verstrekt)\b",
    re.I,
)
_REASON = re.compile(
    r"\b(?:omdat|want|aangezien|doordat|immers|namelijk|daarom|derhalve|vanwege|wegens|gelet\s+op|gezien|"
    r"redenen|waardoor|hiermee|daarmee)\b",
    re.I,
)

ASKS_KNOWN = re.compile(
    r"\b(?:kent|kennen)\b|\bbekend\b|\bop\s+de\s+hoogte\b|\bkennis\s?genomen\b|\bherinner\w*\b",
    re.I,
)
"""An ask whether something is known."""


def opens_with(sentence: str) -> Polarity | None:
    """Tell whether a sentence opens with a plain yes or no; a "ja, mits" is neither."""
    if _CONDITION.search(sentence[:40]):
        return None
    if _OPENS_NO.search(sentence):
        return "no"
    return "yes" if _OPENS_YES.search(sentence) else None


def takes_position(sentence: str) -> Polarity | None:
    """Tell whether a sentence says yes or no in other words: it shares, agrees, declines."""
    if _NO.search(sentence):
        return "no"
    if _VIEW.search(sentence):
        return "no" if _DENIED.search(sentence) else "yes"
    return "yes" if _YES.search(sentence) else None


def hands_over(sentence: str) -> bool:
    """Tell whether a sentence says that something was sent or is annexed."""
    return bool(_HANDED.search(sentence))


def gives_reason(sentence: str) -> bool:
    """Tell whether a sentence gives a reason: "omdat", "want", "gelet op"."""
    return bool(_REASON.search(sentence))


def is_qualified(sentence: str) -> bool:
    """Tell whether a yes is made to depend on something: "ja, mits", "in beginsel"."""
    return bool(_CONDITION.search(sentence))
