"""What keeps the words of a device from counting, each rule to be switched off.

The rules say when words that match a pattern are no device: they are asked or quoted, they are
history, they are denied, or the answer says what was asked beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace

from analysis.codebook.devices import Category
from analysis.measures.answer import Answer, bare, stems
from analysis.text import words

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
_WHEN = re.compile(
    r"\b(?:wanneer|op welke termijn|welk(?:e)? (?:moment|datum|planning|tijdpad)|hoe snel|"
    r"hoe lang)\b"
    r"|\b(?:toesturen|toezenden|doen toekomen|informeren|op de hoogte)\b",
    re.IGNORECASE,
)
_POINTERS = ("verwijzing_document", "verwijzing_antwoord")
_LEFT_WORDS = 35
# "Zoals in het antwoord op vraag 2 is gezegd, ..." goes on to say something itself.
_AS_SAID = re.compile(r"\bzoals\b", re.IGNORECASE)
_LEFT_WORDS_AS_SAID = 12
_POINTING = re.compile(r"(?<!\()\b(?:verwij[sz]\w*|verwezen|zie)\b(?! ook)", re.IGNORECASE)
# Words by which a reference says itself that it stands in place of an answer.
_INSTEAD = re.compile(
    r"\bkortheidshalve\b|\bvoor (?:het|de|een) (?:\w+ )?(?:antwoord|beantwoording) "
    r"(?:op|van) (?:deze|uw|die|dit)\b",
    re.IGNORECASE,
)
# A joint answer takes up a question elsewhere where it has this part of the words that the
# question is about, and a sentence is not about it where it has hardly a third of those.
_TAKEN_UP = 0.4
_SHARE_HERE = 1 / 3
_FEWEST_STEMS = 4


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
        reply (“Ja.”, “Nee.”) opens the answer to a question that asks one thing. A reference that
        opens the answer, or says that it stands in its place, counts whatever follows it.
    joint
        Of an answer to several questions not where it takes up this question in other sentences
        and hardly in this one.
    """

    question: bool = True
    quotation: bool = True
    footnote: bool = True
    url: bool = True
    negated: bool = True
    historical: bool = True
    substance: bool = True
    joint: bool = True

    def without(self, name: str) -> Guards:
        """Return the same guards with one switched off."""
        return replace(self, **{name: False})


ALL_GUARDS = Guards()
NO_GUARDS = Guards(*[False] * len(fields(Guards)))
GUARD_NAMES = tuple(field.name for field in fields(Guards))


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
    said = bare(answer.text[span[0] : span[1]])
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
        return answer.replies or (
            _stands_beside(answer, sentence, span) and not _stands_for(answer, sentence)
        )
    if category.code == "uitstel_toekomst" and answer.question:
        return bool(_WHEN.search(answer.question)) and any(
            map(str.isdigit, answer.text[sentence[0] : sentence[1]])
        )
    return False


def _stands_beside(answer: Answer, sentence: tuple[int, int], span: tuple[int, int]) -> bool:
    """Tell whether enough is said beside a reference: by the rest of the answer."""
    as_said = _AS_SAID.search(answer.text, sentence[0], span[1])
    last = span[1] if as_said else sentence[1]
    left = answer.n_words - len(words(answer.text[sentence[0] : last]))
    return left > (_LEFT_WORDS_AS_SAID if as_said else _LEFT_WORDS)


def _stands_for(answer: Answer, sentence: tuple[int, int]) -> bool:
    """Tell whether a reference stands in place of an answer, however much stands beside it."""
    said = answer.text[sentence[0] : sentence[1]]
    opens = not answer.text[: sentence[0]].strip()
    return bool((opens and _POINTING.search(said)) or _INSTEAD.search(said))


def _is_of_another(
    answer: Answer, sentence: tuple[int, int], span: tuple[int, int], category: Category
) -> bool:
    if not answer.joint or len(answer.subject) < _FEWEST_STEMS:
        return False
    rest = answer.text[: sentence[0]] + "\n" + answer.text[sentence[1] :]
    elsewhere = len(answer.subject & stems(rest)) / len(answer.subject)
    here = len(answer.subject & stems(answer.text[sentence[0] : sentence[1]])) / len(answer.subject)
    return elsewhere >= _TAKEN_UP and here <= elsewhere * _SHARE_HERE


_RULES = {
    "question": _is_asked,
    "quotation": _is_quoted,
    "footnote": _is_note,
    "url": _is_address,
    "negated": _is_denied,
    "historical": _is_history,
    "substance": _has_substance,
    "joint": _is_of_another,
}


def _within(span: tuple[int, int], places: list[tuple[int, int]]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in places)
