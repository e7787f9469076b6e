"""What keeps the words of a device from counting, each rule to be switched off.

The rules say when words that match a pattern are no device: they are asked or quoted, they are
history, they are denied, or the answer says what was asked beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from functools import cached_property

from analysis.codebook.devices import Category
from analysis.text import sentence_spans, words

_QUOTATION = re.compile(r"[“«„][^”»“]{26,}[”»]|‘[^’]{26,}’(?!\w)|\"[^\"]{26,}\"")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_FOOTNOTE = re.compile(
    r"^[ \t]*(?:\[\d{1,3}\]|[¹²³⁴-⁹⁰]+|\d{1,3}[.)]?)[ \t]+(?:Zie|Kamerstuk|Bron|Stcrt|Stb|http|www|"
    r"Aanhangsel|Handelingen|TK\b|EK\b|Vgl|Ibid|Idem|Brief|Rapport)[^\n]*",
    re.MULTILINE,
)
_NEGATION = re.compile(r"\b(?:niet|geen|nooit|noch|zonder|evenmin|niets)\b", re.IGNORECASE)
_NEGATION_BEFORE = re.compile(
    r"\b(?:niet|geen|nooit|noch|zonder|evenmin)(?:\s+\w+)?\s+$"
    r"|\bniet (?:zo|het geval|juist|waar),? dat\b[^.;]*$|\bwil niet zeggen dat\b[^.;]*$",
    re.IGNORECASE,
)
_NEGATION_AFTER = re.compile(
    r"^\s+(?:niet|nooit)\b(?!\s+(?:alleen|slechts|enkel|eerder|aan|bekend))", re.IGNORECASE
)
_HISTORICAL = re.compile(
    r"\b(?:toenmalige?|destijds|indertijd|voormalige?|het vorige kabinet|mijn voorganger)\b"
    r"|\b(?:werd|werden|was|waren|had|hadden|is|zijn|heeft|hebben)\b[^.;]{0,40}"
    r"\b(?:op \d{1,2} \w+|in|sinds|medio|begin|eind) (?:19|20)\d\d\b[^.;]*"
    r"\b(?:ge\w+(?:d|t|en)|ver\w+(?:d|t|en)|be\w+(?:d|t|en))\b"
    r"|\b(?:op \d{1,2} \w+|in|sinds) (?:19|20)\d\d (?:werd|werden|was|waren|is|heeft|had)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"\b(?:zal|zullen|wordt|worden|verwacht\w*|komt?)\b", re.IGNORECASE)
_REPLY = re.compile(
    r"^\W*(?:ja|nee|neen|jawel|zeker|klopt|dat klopt|dat is juist|inderdaad|"
    r"dat is (?:niet )?correct)\b(?!,? ?(?:mits|maar|tenzij))"
    r"|\b(?:ik|wij|het kabinet|de regering) (?:deel|delen|deelt|onderschrijft?|onderschrijven) "
    r"(?:deze|die|dit|dat|de|het|niet)\b|\bhet kabinet is het (?:niet )?eens\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:wanneer|op welke termijn|welk(?:e)? (?:moment|datum|planning|tijdpad)|hoe snel|"
    r"hoe lang)\b"
    r"|\b(?:toesturen|toezenden|doen toekomen|informeren|op de hoogte)\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(r"\b(?:zo|indien) (?:ja|nee|niet)\b[^?]*\?", re.IGNORECASE)
_POINTERS = ("verwijzing_document", "verwijzing_antwoord")
_LEFT_WORDS = 35
_OPENING = 500  # characters within which the first two sentences stand


@dataclass(frozen=True, slots=True)
class Guards:
    """Rules that keep words from counting; each is applied where it is true.

    Attributes
    ----------
    question
        Not in a sentence that asks, and not words that the question itself used.
    quotation
        Not in a quotation of more than 25 characters.
    footnote, url
        Not in a footnote left in the text, nor in an address on the web.
    negated
        Not where the words are denied.
    historical
        Not where the sentence tells what was.
    substance
        Not where the answer says what was asked: a reference beside more than 35 other words or
        beside a reply, a moment that the question asked for, and every device where a plain
        reply (“Ja.”, “Nee.”) opens the answer to a question that asks one thing.
    """

    question: bool = True
    quotation: bool = True
    footnote: bool = True
    url: bool = True
    negated: bool = True
    historical: bool = True
    substance: bool = True

    def without(self, name: str) -> Guards:
        """Return the same guards with one switched off."""
        return replace(self, **{name: False})


ALL_GUARDS = Guards()
NO_GUARDS = Guards(*[False] * len(fields(Guards)))
GUARD_NAMES = tuple(field.name for field in fields(Guards))


@dataclass(frozen=True)
class Answer:
    """An answer with what the guards need to know of it, found out when first needed."""

    text: str
    question: str | None

    @cached_property
    def asked(self) -> str:
        """Return the question in plain words, with a space around each."""
        return f" {_bare(self.question or '')} "

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
    def n_words(self) -> int:
        """Return the number of words of the answer."""
        return len(words(self.text))


def stopped(
    answer: Answer,
    sentence: tuple[int, int],
    span: tuple[int, int],
    category: Category,
    guards: Guards,
) -> str | None:
    """Return the name of the guard that keeps a match from counting, or ``None``.

    Parameters
    ----------
    answer
        The answer that the offsets are in.
    sentence, span
        Where the sentence and the matched words stand.
    category
        The device; a guard from which it is exempt is passed over.
    guards
        The guards that are applied.
    """
    for name, rule in _RULES.items():
        if (
            getattr(guards, name)
            and name not in category.exempt
            and rule(answer, sentence, span, category)
        ):
            return name
    return None


def _is_asked(
    answer: Answer, sentence: tuple[int, int], span: tuple[int, int], category: Category
) -> bool:
    if answer.text[sentence[0] : sentence[1]].rstrip(" ”’\"'»)").endswith("?"):
        return True
    said = _bare(answer.text[span[0] : span[1]])
    return bool(answer.question) and f" {said} " in answer.asked


def _is_quoted(
    answer: Answer, sentence: tuple[int, int], span: tuple[int, int], category: Category
) -> bool:
    return _within(span, answer.quotations)


def _is_note(
    answer: Answer, sentence: tuple[int, int], span: tuple[int, int], category: Category
) -> bool:
    return _within(span, answer.footnotes)


def _is_address(
    answer: Answer, sentence: tuple[int, int], span: tuple[int, int], category: Category
) -> bool:
    return any(first < span[1] and span[0] < last for first, last in answer.urls)


def _is_denied(
    answer: Answer, sentence: tuple[int, int], span: tuple[int, int], category: Category
) -> bool:
    # A device that is itself a denial ("niet bekend") is denied by no further word.
    if _NEGATION.search(answer.text[span[0] : span[1]]):
        return False
    before = answer.text[sentence[0] : span[0]]
    after = answer.text[span[1] : sentence[1]]
    return bool(_NEGATION_BEFORE.search(before) or _NEGATION_AFTER.search(after))


def _is_history(
    answer: Answer, sentence: tuple[int, int], span: tuple[int, int], category: Category
) -> bool:
    said = answer.text[sentence[0] : sentence[1]]
    return bool(_HISTORICAL.search(said)) and not _FUTURE.search(said)


def _has_substance(
    answer: Answer, sentence: tuple[int, int], span: tuple[int, int], category: Category
) -> bool:
    if answer.settled:
        return True
    if category.code in _POINTERS:
        left = answer.n_words - len(words(answer.text[sentence[0] : sentence[1]]))
        return answer.replies or left > _LEFT_WORDS
    if category.code == "uitstel_toekomst" and answer.question:
        return bool(_WHEN.search(answer.question)) and any(
            map(str.isdigit, answer.text[sentence[0] : sentence[1]])
        )
    return False


_RULES = {
    "question": _is_asked,
    "quotation": _is_quoted,
    "footnote": _is_note,
    "url": _is_address,
    "negated": _is_denied,
    "historical": _is_history,
    "substance": _has_substance,
}


def _within(span: tuple[int, int], places: list[tuple[int, int]]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in places)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
