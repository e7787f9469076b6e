"""What a question asks for: one question often holds several asks.

An ask is an interrogative sentence, a second interrogative clause joined to it ("en zo ja,
wanneer"), or a request ("Graag een reflectie"). The branches "Zo ja, …" and "Zo nee, …" that follow
one ask are together one conditional ask: at most one of them can be due.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.parsing.ask_kinds import EXPLAIN, FACT, REQUEST, VERB, Kind, kind_of
from analysis.text import sentence_spans, unwrapped


@dataclass(frozen=True, slots=True)
class Ask:
    """A thing that is asked for, with its place in the question's text.

    Attributes
    ----------
    text, start, end
        The words and their offsets.
    kind
        ``yes_no``; ``fact``: how many, when, who, which, where; ``explanation``: how, why, what
        the answerer thinks; ``request``: to send, list or do something.
    conditional
        Whether it is due only if the ask before it is answered in a certain way.
    """

    text: str
    start: int
    end: int
    kind: Kind
    conditional: bool

    @property
    def branches(self) -> frozenset[str]:
        """The answers (``yes``, ``no``) to the ask before it that make a conditional ask due."""
        negative = bool(_NEGATIVE.search(self.text))
        positive = bool(_POSITIVE.search(self.text)) or not negative
        return frozenset(name for name, holds in (("yes", positive), ("no", negative)) if holds)


_NEGATIVE = re.compile(
    r"\b(?:zo|indien)\s+(?:nee|neen|niet|dat\s+niet)\b|\bwaarom\s+(?:wel\s+(?:of|en)\s+waarom\s+)?niet\b"
    r"|\bniet\s+het\s+geval\b|\bontkennend\b",
    re.I,
)
_POSITIVE = re.compile(
    r"\bzo\s+ja\b|\bindien\s+(?:ja|wel)\b|\bwaarom\s+wel\b|\bbevestigend\b", re.I
)
_QUOTED = re.compile(
    r"«[^»]*»|“[^”\n]{1,400}”|„[^”\n]{1,400}”|\"[^\"\n]{1,400}\"|‘[^’\n]{1,200}’(?!\w)"
)
_BRANCH = (
    r"(?:en\s+|of\s+|maar\s+|dan\s+)?(?:zo|indien)\s+(?:ja|nee|neen|niet|wel|dat\s+niet)\b"
    r"|(?:en\s+)?(?:indien|als|mocht)\s+(?:dit|dat|die|het|deze)\b[^,?]{0,60}"
    r"\b(?:niet|wel|geval|bevestigend|ontkennend|zo)\b[^,?]{0,40},"
    r"|(?:en\s+)?waarom\s+(?:wel|niet)\b(?:\s*[,/]?\s*(?:of|en|dan\s+wel)?\s*waarom\s+(?:wel|niet))?\s*\?"
)
_STARTS_BRANCH = re.compile(rf"\W*(?:{_BRANCH})", re.I)
_STARTS_ASK = re.compile(
    rf"\W*(?:(?:en|of|maar|ook|tevens|daarnaast|verder|tot\s+slot|ten\s+slotte|zo)\b[\s,]*)?"
    rf"(?:{EXPLAIN}|{FACT}|(?:{VERB})\s+(?:u|het|de|dit|dat|deze|die|er|zij|hij|daar|hier|ook|een|in|uw)\b)",
    re.I,
)
# A second ask within the sentence: "…, en waarom", "wanneer en door wie", "… en kunt u aangeven …".
_SECOND = re.compile(
    r"[,;]?\s+(?:en|alsmede|alsook|en\s+ook|en/of)\s+(?="
    r"(?:zo|indien)\s+(?:ja|nee|neen|niet)\b"
    rf"|(?:{EXPLAIN}|{FACT})\b(?!\s+dan\s+ook)"
    rf"|(?:{VERB})\s+(?:u|het\s+kabinet|de\s+regering|de\s+minister|er)\b)",
    re.I,
)

# How an answer should look is no ask beside what is asked: "Graag een gedetailleerd antwoord."
_MANNER = re.compile(
    r"\W*(?:graag|gaarne)\s+(?:een\s+)?(?:\w+\s+){0,3}?(?:antwoord|beantwoording)\W*$", re.I
)
# What goes on with the object of the ask before it: "Kent u het bericht «…»? En het artikel «…»?"
_FRAGMENT = re.compile(
    rf"\W*(?:en|of|alsmede)\s+(?:het|de|een|dit|dat|die)\b(?!.*\b(?:{VERB}|{EXPLAIN}|{FACT})\b)",
    re.I | re.S,
)


def asks_of(text: str) -> list[Ask]:
    """Split a question into its asks.

    Parameters
    ----------
    text
        The text of a question, without its number.

    Returns
    -------
    list of Ask
        In the order of the text. A text in which nothing has the form of a question or a request
        is one ask as a whole; an empty text has none.
    """
    if not text.strip():
        return []
    hidden = _QUOTED.sub(lambda match: "x" * len(match.group()), unwrapped(text))
    found: list[Ask] = []
    for start, end in _sentences(hidden):
        parts = [_ask(text, hidden, *clause) for clause in _clauses(hidden, start, end)]
        # "Zo ja, hoeveel, en kunt u …": the second clause has the condition of the first.
        found += [
            replace(part, conditional=part.conditional or parts[0].conditional) for part in parts
        ]
    if not found:
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        return [Ask(text[start:end], start, end, "request", False)]
    return list(_branches_joined(text, _without_trimmings(text, found)))


def _without_trimmings(text: str, asks: list[Ask]) -> list[Ask]:
    """Join a fragment to the ask before it, and leave out how the answer should look."""
    kept: list[Ask] = []
    for ask in asks:
        if kept and _FRAGMENT.match(ask.text):
            before = kept.pop()
            ask = replace(before, text=text[before.start : ask.end], end=ask.end)
        elif kept and _MANNER.match(ask.text):
            continue
        kept.append(ask)
    return kept


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences that ask: by a question mark, by their opening, or as a request."""
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        asks = "?" in sentence or _STARTS_BRANCH.match(sentence) or REQUEST.search(sentence)
        if asks or (_STARTS_ASK.match(sentence) and _may_ask(sentence)):
            yield start, end


def _may_ask(sentence: str) -> bool:
    """Tell whether a sentence without a question mark asks: it opens with a verb or a wh-word.

    "Wat vindt u van het voorstel." asks; "Wat opvalt, is dat …" and "Hoe dan ook …" do not.
    """
    opening = re.match(rf"\W*(?:{EXPLAIN}|{FACT})(?:\s+\w+){{0,3}}?\s+(?:{VERB})\b", sentence, re.I)
    verb = re.match(rf"\W*(?:{VERB})\s+(?:u|het|de)\b", sentence, re.I)
    return bool(opening or verb) and not re.search(r",\s+is\s+dat\b", sentence)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence in parts where a second interrogative clause is joined to it."""
    at = start
    for piece in re.finditer(r"\?+[”’\"»)]*\s+(?=\w)", text[start:end]):
        yield from _joined(text, at, start + piece.end())
        at = start + piece.end()
    yield from _joined(text, at, end)


def _joined(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _SECOND.finditer(text, start, end):
        if match.start() - at < 6:
            continue
        yield at, match.start()
        at = match.end()
    yield at, end


def _ask(text: str, hidden: str, start: int, end: int) -> Ask:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    conditional = bool(_STARTS_BRANCH.match(hidden[start:end]))
    return Ask(text[start:end], start, end, kind_of(hidden[start:end]), conditional)


def _branches_joined(text: str, asks: list[Ask]) -> Iterator[Ask]:
    """Join the branches "Zo ja" and "Zo nee" that stand beside each other into one ask."""
    held: Ask | None = None
    for ask in asks:
        if (
            held
            and _STARTS_BRANCH.match(ask.text)
            and text[held.end : ask.start].strip(" ,;\n") in ("", "en", "of")
        ):
            held = replace(held, text=text[held.start : ask.end], end=ask.end)
            continue
        if held:
            yield held
            held = None
        if ask.conditional:
            held = ask
        else:
            yield ask
    if held:
        yield held
