"""Where a question or an answer ends before the next marker: at words that are another's."""

from __future__ import annotations

import re

from analysis.parsing.letter import Letter, start_of_headings
from analysis.parsing.names import askers_heading, is_asking
from analysis.parsing.paragraphs import ASKS, Paragraph

# What stands behind the last question or answer: the asker's explanation, and the signature.
_CLOSING = re.compile(
    r"^(?:Toelichting(?::|$)|Hoogachtend\b|Deze vragen dienen ter aanvulling\b"
    r"|(?:De\s+)?(?:[Mm]inister|[Ss]taatssecretaris)\s[^.?!:;]{3,120},"
    r"(?:\s+[A-Z][\w.’'-]*(?:\s+[\w.’'-]+){0,5})?$)"
)
_TERM = r"(?:de\s*|een\s*|drie\s*)?(?:\w+\s+){0,3}(?:termijn|weken)"
_LATER = r"(?:beantwoord|antwoord|informer|toekomen|toesturen|toezenden|doen\s+toegaan|ontvang)"
_NOTICE = re.compile(
    rf"\bniet\s*(?:\w+\s+){{0,4}}binnen\s*{_TERM}|\bbinnen\s+{_TERM}\b[^.]{{0,80}}\bniet\b"
    r"|\bniet\s+tijdig\b|\buitstel\b|\bmeer\s+tijd\b|\breden\s+(?:van|voor)\s+(?:het|dit)\s+uitstel\b"
    rf"|\bzo\s+(?:spoedig|snel)\s+mogelijk\b.*\b{_LATER}|\b{_LATER}.*\bzo\s+(?:spoedig|snel)\s+mogelijk\b"
    rf"|\bstre(?:ef|ven)\b.*\b{_LATER}|^In\s+verband\s+met\b.*\bantwoord"
    r"|\b(?:worden|zijn|zullen|zal)\b.*\bbeantwoord\b.*\b(?:brief|separaat|later|gelijktijdig|tezamen)\b"
    r"|\b(?:brief|separaat|later|gelijktijdig|tezamen)\b.*\b(?:worden|zijn|zullen|zal)\b.*\bbeantwoord"
    r"|\bverwij(?:s|zen)\s+(?:ik|wij)\b.*\bbrief\b"
    r"|^(?:Hierbij|Hiermee|Bij\s+dezen?)\s+(?:deel|bericht|meld|laat)\s+ik\b"
    r"|\b(?:kan|wil|moet|deel|bericht|laat)\s+ik\s+(?:u|uw\s+Kamer)\b.*\b(?:vragen|beantwoording)\b",
    re.IGNORECASE,
)


def is_notice(text: str) -> bool:
    """Tell whether a paragraph says that the questions are answered later, or elsewhere."""
    return not text.endswith("?") and bool(_NOTICE.search(text))


def start_of_closing(content: list[Paragraph]) -> int:
    """Return where the explanation or signature behind the last question or answer begins."""
    return next((i for i, p in enumerate(content) if i and _CLOSING.match(p.text)), len(content))


def start_of_notice(content: list[Paragraph]) -> int:
    """Return where, behind the last question, it is said that the answers come later."""
    return next((i for i, p in enumerate(content) if i and is_notice(p.text)), len(content))


def end_of_question(content: list[Paragraph], following: Paragraph | None, letter: Letter) -> int:
    """Return how many paragraphs are the question; headings of the next one are not."""
    at = len(content)
    if following is None or following.marker is None or following.marker.kind != "question":
        return at
    at = next((i for i in range(1, at) if askers_heading(content[i])), at)
    if not letter and at > 1:
        headings = start_of_headings(content[:at])
        return headings if content[headings - 1].text.endswith(ASKS) else at
    while at > 1 and letter.has_heading(content[at - 1]):
        at -= 1
    return at


def end_of_answer(content: list[Paragraph], letter: Letter, in_prose: bool) -> int:
    """Return how many paragraphs are the answer; what follows them is the asker's."""
    if not letter:
        at = next((i for i in range(1, len(content)) if askers_heading(content[i])), None)
        end = start_of_headings(content[:at]) or min(len(content), 1)
        asked = _start_of_asking(content[:end]) if in_prose else end
        return start_of_headings(content[:asked]) or min(len(content), 1)
    at = len(content)
    while at > 1 and _is_of_asker_among(content, at, letter):
        at -= 1
    return at


def start_of_asking_end(content: list[Paragraph]) -> int:
    """Return where the questions begin that some paragraphs end in; the first is never one."""
    at = len(content)
    while at > 1 and content[at - 1].text.endswith("?"):
        at -= 1
    return at


def _is_of_asker_among(content: list[Paragraph], at: int, letter: Letter) -> bool:
    paragraph = content[at - 1]
    if is_of_asker(paragraph, letter):
        return True
    # A bullet too short to be found by its words is the asker's when its neighbours are.
    return bool(paragraph.bullet and letter.has(content[at - 2]))


def is_of_asker(paragraph: Paragraph, letter: Letter) -> bool:
    """Tell whether a paragraph between an answer and the next question is the asker's."""
    in_letter = letter.has(paragraph) or letter.has_heading(paragraph)
    return in_letter or bool(askers_heading(paragraph))


def _start_of_asking(content: list[Paragraph]) -> int:
    """Return where the asker speaks again behind an answer: in the name of members."""
    at = len(content)
    while at > 1 and not is_asking(content[at - 1].text):
        at -= 1
    # One who speaks has the word to the end: what follows is no answer.
    while at > 2 and is_asking(content[at - 2].text):
        at -= 1
    return at - 1 if at > 1 and is_asking(content[at - 1].text) else len(content)
