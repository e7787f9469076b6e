"""The names that a judgement gives: coverage, clarity, status, and the devices in the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analysis.codebook.classes import Clarity, Coverage, Status
from analysis.codebook.devices import SKIPPED
from analysis.measures.evasiveness import Hit
from analysis.measures.judgement.rules import OPENING
from analysis.measures.judgement.sentences import Sentence
from analysis.text import words

# What an answer does that gives nothing: the category that fills most of it decides.
_STATUS_OF: dict[str, Status] = {
    "demissionair": "deferred",
    "uitstel_toekomst": "deferred",
    "verwijzing_document": "referred",
    "verwijzing_antwoord": "referred",
    "bevoegdheid": "refused",
    "vertrouwelijk": "refused",
    "disproportioneel": "refused",
    "onbekend": "unknown",
}
# From this share of the words on, a device that does not open the answer marks it as a whole.
_MARKS = 0.2


def clarity_of(coverage: Coverage, empty: bool) -> Clarity:
    """Return the clarity of an answer with this coverage.

    Parameters
    ----------
    empty
        Whether the answer does hardly anything but hand on or turn down.
    """
    if coverage == "full":
        return "clear_reply"
    return "clear_non_reply" if empty else "ambivalent"


def status_of(
    coverage: Coverage, sentences: Sequence[Sentence], pointer: bool, unknown: bool
) -> Status:
    """Return what became of a question whose answer has this coverage.

    Parameters
    ----------
    sentences
        Those of the answer: where nothing is covered, the device that fills most of them decides,
        if it opens the answer or fills a fifth of it.
    pointer
        Whether the answer only points elsewhere.
    unknown
        Whether it says that what was asked is not known.
    """
    if coverage == "full":
        return "answered"
    if coverage == "partial":
        return "partly"
    if pointer or coverage == "referred":
        return "referred"
    if unknown:
        return "unknown"
    opening = {c for s in sentences[:OPENING] for c in s.categories}
    total = sum(len(words(sentence.text)) for sentence in sentences)
    for category, count in _declining(sentences).most_common():
        if category in opening or count >= _MARKS * total:
            return _STATUS_OF[category]
    return "ignored"


def _declining(sentences: Sequence[Sentence]) -> Counter[str]:
    """Count the words in sentences that decline, by category."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        for category in sentence.categories & _STATUS_OF.keys():
            counts[category] += len(words(sentence.text))
    return counts


def categories_of(hits: Sequence[Hit], covered: bool, skips: bool) -> tuple[str, ...]:
    """Return the codes of the devices that stand in the way, in the order of the text.

    One of the strong tier always does; one of the weak tier does not where all that was asked is
    covered.

    Parameters
    ----------
    covered
        Whether all that was asked is covered.
    skips
        Whether an ask is skipped; that comes last.
    """
    codes = dict.fromkeys(hit.category for hit in hits if hit.tier == "strong" or not covered)
    return (*codes, SKIPPED) if skips else tuple(codes)
