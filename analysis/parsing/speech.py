"""Whose words the prose of a report is: sentences in which members ask, and those that answer."""

from __future__ import annotations

import re

from analysis.parsing.names import is_asking
from analysis.parsing.paragraphs import ASKS
from analysis.text import sentence_spans

_ASKING = (
    r"(?:vra(?:gen|agt)|verzoe(?:ken|kt)|willen|wil|wensen|vernemen|verneemt|horen|ontvangen|zien"
    r"|merken|merkt|lezen|leest|constate(?:ren|ert)|wijzen|wijst|vinden|achten)"
)
_SPEAKERS = (
    r"(?:(?:de|deze|genoemde|voornoemde)\s+(?:[\w-]+\s+){0,4}?leden|(?:het|dit)\s+lid|zij"
    r"|de\s+\S+-fractie)"
)
# 'Ook vragen deze leden', '…, zo vragen de leden van de SP-fractie'; 'Zij vragen voorts'.
_AGAIN = re.compile(
    rf"\b{_ASKING}\s+(?!(?:die|dat|van)\b)(?:\w+\s+){{0,2}}?{_SPEAKERS}\b|^(?:\w+\s+){{0,3}}?{_SPEAKERS}\s+{_ASKING}\b",
    re.IGNORECASE,
)
# 'De leden van de SP-fractie kan ik melden dat': said to them, not by them.
_ADDRESSED = re.compile(
    r"^[^.?!;]{0,120}?\b(?:kan|wil|wijs|verwijs|meld|bericht|antwoord|merk|deel|zeg|moet|mag|dank)"
    r"\s+(?:ik|wij|de\s+regering|het\s+kabinet|de\s+(?:minister|staatssecretaris))\b",
    re.IGNORECASE,
)
# 'Op de vraag van de leden van de D66-fractie of …, antwoord ik dat …'
_ON_QUESTION = re.compile(
    r"^(?:(?:In\s+(?:antwoord|reactie)|Naar\s+aanleiding)\s+(?:op|van)|Op)\s+(?:de|deze|een)\s+(?:\w+\s+){0,2}?"
    r"(?:vra(?:ag|gen)|opmerking(?:en)?|verzoek)\b[^.?!]{0,40}?\bvan\s+(?=(?:de|het|deze)\b)"
)
_AND_ANSWERS = re.compile(
    r",\s+(?=(?:antwoordt?|merkt?|kan|wil|wijst?|verwijst?|meldt?|bericht|deelt?)\s+(?:ik|wij|de\s+regering"
    r"|het\s+kabinet|de\s+(?:minister|staatssecretaris))\b)",
    re.IGNORECASE,
)
# 'vragen' is a verb unless a word before it says how many, or which.
_VERB = re.compile(
    r"(?<!\benkele )(?<!\baantal )(?<!\bnadere )(?<!\bvolgende )(?<!\bhun )(?<!\bandere )"
    r"(?<!\bde )(?<!\bdeze )(?<!\bdie )(?<!\balle )(?<!\bnog )(?<!\bpaar )(?<!\bmeer )(?<!\bgeen )"
    r"(?<!\bover )(?<!\bveel )(?<!\bhebben )(?<!\bwat )\b(?:vragen|vraagt|verzoeken|verzoekt)\b"
    r"(?!\s+en\s+opmerkingen)",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:willen|wil|wensen)\s+(?:\w+\s+){0,5}?(?:weten|vernemen|horen)\b"
    r"|\b(?:vernemen|verneemt|horen|hoort|ontvangen|ontvangt|zien|ziet)\s+(?:\w+\s+){0,3}?(?:graag|gaarne)\b"
    r"|\b(?:graag|gaarne)\s+(?:\w+\s+){0,3}?(?:vernemen|horen|ontvangen|zien|een)\b",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """Tell whether a text asks something: with a question mark, a verb of asking or a wish.

    ``Zij hebben nog enkele vragen`` does not.
    """
    return "?" in text or bool(_VERB.search(text) or _WISH.search(text) or _ON_QUESTION.match(text))


def is_on_question(sentence: str) -> bool:
    """Tell whether an answer begins by naming whose question it is to."""
    return _ON_QUESTION.match(sentence) is not None


def is_addressed(text: str) -> bool:
    """Tell whether a text begins by saying something to members: ``deze leden kan ik melden``."""
    match = _ADDRESSED.match(text) if is_asking(text) else None
    return bool(match and not _VERB.search(match.group()))


def speaks(sentence: str) -> bool:
    """Tell whether a sentence says what members ask or hold."""
    if sentence.endswith(ASKS) or is_on_question(sentence):
        return True
    return not is_addressed(sentence) and (is_asking(sentence) or bool(_AGAIN.search(sentence)))


def spoken_parts(text: str) -> list[tuple[bool, int, int]]:
    """Divide a paragraph into what members say and what is answered to it.

    A paragraph that begins and ends with what members say is theirs as a whole. In one that begins
    with an answer, only a sentence that asks in their name is theirs: a question mark may be
    rhetorical.

    Returns
    -------
    list of (bool, int, int)
        Whether it is the members', start and end, in the order of the text.
    """
    spans = sentence_spans(text) or [(0, len(text))]
    theirs = [speaks(text[start:end]) for start, end in spans]
    if not theirs[0]:
        theirs = [
            said and asks(text[start:end]) and not text[start:end].endswith(ASKS)
            for said, (start, end) in zip(theirs, spans, strict=True)
        ]
    elif theirs[-1] and not is_on_question(text):
        return [(True, 0, len(text))]
    parts: list[tuple[bool, int, int]] = []
    for said, (start, end) in zip(theirs, spans, strict=True):
        answer = _AND_ANSWERS.search(text, start, end) if is_on_question(text[start:end]) else None
        if answer:
            parts += [(True, start, answer.start() + 1), (False, answer.end(), end)]
        elif parts and parts[-1][0] == said:
            parts[-1] = (said, parts[-1][1], end)
        else:
            parts.append((said, start, end))
    return parts
