"""What can be told by rule of an answer: what is due, answered, missed, turned down."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

from analysis.measures.judgement.cues import gives_reason, hands_over, is_qualified
from analysis.measures.judgement.expectations import EXACT, denies_exactness
from analysis.measures.judgement.features import Reading
from analysis.measures.judgement.sentences import Sentence, share_of_words
from analysis.parsing.asks import Ask
from analysis.text import words

# From this share of its words in sentences that turn down, nothing of substance is left.
_NOTHING_LEFT = 0.75
_REFUSING = frozenset(("demissionair", "bevoegdheid", "vertrouwelijk", "disproportioneel"))
# Within so many sentences an answer opens.
OPENING = 2
# From this part of its words on, more than a little of what was asked is taken up.
_TAKEN_UP = 0.3
# Below this part of its words, hardly anything of an ask is taken up.
_PASSED_BY = 0.2
# From this part of its words on, what was asked may be affirmed or denied by saying it again.
_RESTATED = 0.25
# Below this part of its words, no sentence is about an ask.
_SKIPPED = 0.15
# So many words after a yes or no are taken for its reasons.
_REASONED = 8
# So many words beside it may be its reasons in a sentence of their own.
_SENTENCE = 3


def is_due(ask: Ask, readings: Sequence[Reading]) -> bool:
    """Tell whether an ask calls for an answer: its branch is the one that the answer took."""
    before = [r for r in readings if not r.ask.conditional and r.ask.start < ask.start]
    if not ask.conditional or not before:
        return True
    polarity = before[-1].polarity
    return polarity is not None and polarity in ask.branches


def is_reasoned(
    reading: Reading, readings: Sequence[Reading], sentences: Sequence[Sentence]
) -> bool:
    """Tell whether a "why (not)" got the reasons that stand with the yes or no before it.

    Reasons are given by a word for it, by another sentence, or by what a plain yes or no is
    followed by.
    """
    if not reading.ask.conditional or reading.ask.kind == "yes_no":
        return False
    main = [r for r in readings if r.polarity and r.ask.start < reading.ask.start]
    if not main:
        return False
    told = [s for s in sentences if s is not main[-1].deciding and not s.does("turned_down")]
    n_told = sum(len(words(sentence.text)) for sentence in told)
    n_words = sum(len(words(sentence.text)) for sentence in sentences)
    return (
        n_told >= _SENTENCE
        or any(gives_reason(sentence.text) for sentence in sentences)
        or (n_words > _REASONED and any(r.plain for r in main))
    )


def is_missed(reading: Reading, joint: bool) -> bool:
    """Tell whether an answer passes an ask by.

    It does where a number or a moment was asked and none is given; and where no yes or no is given
    and hardly any words of the ask are taken up, in an answer that serves other questions as well
    or holds no view where one was asked.
    """
    if reading.unmet in EXACT:
        return True
    if reading.polarity or reading.values["recall"] >= _PASSED_BY:
        return False
    return joint or reading.unmet == "view"


def is_skipped(reading: Reading) -> bool:
    """Tell whether no sentence is about an ask, and it got no yes or no, number or moment."""
    given = reading.want in EXACT and not reading.unmet
    return reading.uptake < _SKIPPED and not reading.polarity and not given


def is_held_back(due: Sequence[Reading], sentences: Sequence[Sentence]) -> bool:
    """Tell whether an answer cannot be whole.

    It lacks the stand, number, moment or view that one of the asks wants; hands something on or
    turns it down where not each ask has its yes or no; makes its yes depend on something; leaves a
    yes or no to be guessed from words that are not those of the ask; takes up no word of an ask;
    leaves the reasons out that were asked for; or skips one of several asks, where none is answered
    by a plain yes or no.
    """
    plain = any(reading.plain for reading in due)
    skips = len(due) > 1 and any(map(is_skipped, due)) and not plain
    # Whoever is asked for a view or a number may give it without the words of the question.
    wordy = [r for r in due if not r.want or r.unmet]
    untouched = any(is_skipped(reading) and not reading.uptake for reading in wordy)
    bare = any(r.ask.conditional and r.ask.kind == "explanation" for r in due)
    guessed = any(
        r.ask.kind == "yes_no" and not r.polarity and r.values["recall"] < _RESTATED for r in due
    )
    qualified = any(is_qualified(sentence.text) for sentence in sentences[:OPENING])
    turns = any(sentence.does("turned_down") for sentence in sentences)
    turned = turns and not all(reading.polarity for reading in due)
    lacking = any(reading.unmet for reading in due)
    return skips or untouched or bare or guessed or qualified or turned or lacking


def is_unknown(due: Sequence[Reading], sentences: Sequence[Sentence]) -> bool:
    """Tell whether an answer says that the number or moment it was asked for is not known.

    It does by a device, or by saying the question again in a denial ("niet te zeggen hoeveel").
    """
    if not due or any(reading.unmet not in EXACT for reading in due):
        return False
    return any(
        "onbekend" in sentence.categories or denies_exactness(sentence.text)
        for sentence in sentences
    )


def is_turned_down(readings: Sequence[Reading], sentences: Sequence[Sentence]) -> bool:
    """Tell whether an answer does hardly anything but hand on or turn down.

    So does one that opens with a refusal and takes up little of what was asked: what follows then
    is the ground for it.
    """
    handed = any(hands_over(sentence.text) for sentence in sentences)
    done = any(r.plain or (handed and r.ask.kind == "request" and r.polarity) for r in readings)
    if done or not sentences:
        return False
    if share_of_words(sentences, lambda s: s.does("turned_down")) >= _NOTHING_LEFT:
        return True
    refuses = any(sentence.categories & _REFUSING for sentence in sentences[:OPENING])
    return refuses and not is_taken_up(readings)


def is_taken_up(readings: Sequence[Reading]) -> bool:
    """Tell whether an answer takes up more than a little of what was asked."""
    return mean(reading.values["recall"] for reading in readings) >= _TAKEN_UP
