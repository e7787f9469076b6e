"""What the guards need to know of an answer: its quotations, its replies, what it takes up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from analysis.text import sentence_spans, words

_QUOTATION = re.compile(r"[“«„][^”»“]{26,}[”»]|‘[^’]{26,}’(?!\w)|\"[^\"]{26,}\"")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_FOOTNOTE = re.compile(
    r"^[ \t]*(?:\[\d{1,3}\]|[¹²³⁴-⁹⁰]+|\d{1,3}[.)]?)[ \t]+(?:Zie|Kamerstuk|Bron|Stcrt|Stb|http|www|"
    r"Aanhangsel|Handelingen|TK\b|EK\b|Vgl|Ibid|Idem|Brief|Rapport)[^\n]*",
    re.MULTILINE,
)
_REPLY = re.compile(
    r"^\W*(?:ja|nee|neen|jawel|zeker|klopt|dat klopt|dat is juist|inderdaad|"
    r"dat is (?:niet )?correct)\b(?!,? ?(?:mits|maar|tenzij))"
    r"|\b(?:ik|wij|het kabinet|de regering) (?:deel|delen|deelt|onderschrijft?|onderschrijven) "
    r"(?:deze|die|dit|dat|de|het|niet)\b|\bhet kabinet is het (?:niet )?eens\b"
    r"|\b(?:deel|delen|deelt|onderschrijft?|onderschrijven) (?:ik|wij|het kabinet|de regering)\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(r"\b(?:zo|indien) (?:ja|nee|niet)\b[^?]*\?", re.IGNORECASE)
_OPENING = 500  # characters within which the first two sentences stand

# What a question is about stands in its longer words; of these the first letters are kept, so
# that "gemeenten" is found again in "gemeentelijke".
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_STEM = 6
_FRAME = frozenset(
    "waarom welke mening opvatt andere wordt worden kunnen zullen moeten hebben deelt bereid zoals "
    "graag daarbi hierbi daarva hierva daarom eerder indien hoever aangev toelic vinden".split()
)


@dataclass(frozen=True)
class Answer:
    """An answer with what the guards need to know of it, found out when first needed.

    Attributes
    ----------
    text
        The answer.
    question
        The question that is looked at, or all questions of a joint answer together.
    joint
        Whether it answers other questions than ``question`` besides.
    """

    text: str
    question: str | None
    joint: bool = False

    @cached_property
    def asked(self) -> str:
        """Return the question in plain words, with a space around each."""
        return f" {bare(self.question or '')} "

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """Return where something is quoted at length."""
        return [match.span() for match in _QUOTATION.finditer(self.text)]

    @cached_property
    def footnotes(self) -> list[tuple[int, int]]:
        """Return the lines that are notes."""
        return [match.span() for match in _FOOTNOTE.finditer(self.text)]

    @cached_property
    def urls(self) -> list[tuple[int, int]]:
        """Return where an address on the web stands."""
        return [match.span() for match in _URL.finditer(self.text)]

    @cached_property
    def replies(self) -> bool:
        """Tell whether the first two sentences reply: yes, no, or a view shared."""
        opening = self.text[:_OPENING]
        return any(_REPLY.search(opening[start:end]) for start, end in sentence_spans(opening)[:2])

    @cached_property
    def settled(self) -> bool:
        """Tell whether a plain yes or no opens the answer to a question that asks one thing."""
        asked = _CONDITIONAL.sub("", self.question or "")
        return self.replies and asked.count("?") == 1

    @cached_property
    def subject(self) -> set[str]:
        """Return the stems of the words that say what the question is about."""
        return stems(self.question or "")

    @cached_property
    def n_words(self) -> int:
        """Return the number of words of the answer."""
        return len(words(self.text))


def bare(text: str) -> str:
    """Return a text in lower case, of words with one space between them."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def stems(text: str) -> set[str]:
    """Return the first letters of the longer words of a text, without those of any question."""
    return {word[:_STEM] for word in _LONG_WORD.findall(text.lower())} - _FRAME
