"""What can be seen of each ask in the answer, as numbers between 0 and 1."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.measures.judgement import cues
from analysis.measures.judgement.expectations import Want, holds, wants
from analysis.measures.judgement.sentences import GROUPS, Sentence, share_of_words
from analysis.measures.judgement.words import content, overlap
from analysis.parsing.asks import Ask

FEATURES = ("answered", "recall", "unaddressed", "turned_down", "blurred")
"""What is seen of an ask, each between 0 and 1.

``answered``: a yes or no is given, in so many words or by taking a position; ``recall``: the part
of the words of the ask that the answer takes up, rare words weighing most; ``unaddressed``: the
part that a joint answer leaves out, unless it says yes or no to it in so many words. The others are
the square root of the share of the answer's words in sentences with a device of that group: see
`analysis.measures.judgement.sentences.GROUPS`.
"""

# From this part of its words on, a sentence is about an ask.
_ABOUT = 0.15


@dataclass(frozen=True, slots=True)
class Reading:
    """An ask beside the answer.

    Attributes
    ----------
    ask
        The ask.
    best
        The sentence that takes up most of it; ``None`` where no sentence shares a word with it.
    plain, position
        The yes or no that it got, in so many words or by taking a position.
    deciding
        The sentence in which that yes or no stands.
    uptake
        The part of the ask that the best sentence takes up: 0 to 1.
    want
        What an answer to the ask has to hold; ``None`` where words cannot tell.
    unmet
        What the answer had to hold and does not: `want` where it does not, else ``None``.
    values
        The features by name; see `FEATURES`.
    """

    ask: Ask
    best: Sentence | None
    plain: cues.Polarity | None
    position: cues.Polarity | None
    deciding: Sentence | None
    uptake: float
    want: Want | None
    unmet: Want | None
    values: dict[str, float]

    @property
    def polarity(self) -> cues.Polarity | None:
        """The yes or no, in whichever way it was said."""
        return self.plain or self.position


def read_asks(
    asks: Sequence[Ask], question: str, sentences: Sequence[Sentence], joint: bool
) -> list[Reading]:
    """Lay each ask beside the sentences of the answer.

    The first plain yes or no goes to the first ask that wants one, the second to the second, and
    so on: that is how answers to several asks are written. Where it is asked of several things in
    a row whether they are known, one yes is for all.
    """
    plain = [(s, cues.opens_with(s.text)) for s in sentences]
    waiting = [(s, polarity) for s, polarity in plain if polarity]
    readings = []
    last: tuple[Sentence, cues.Polarity | None] | None = None
    for ask in asks:
        takes = ask.kind == "yes_no" or (ask.kind == "request" and not ask.conditional)
        known = bool(cues.ASKS_KNOWN.search(ask.text))
        given = waiting.pop(0) if takes and waiting else last if known else None
        last = given if known else None
        readings.append(_reading(ask, asks, question, sentences, given, joint))
    return readings


def _reading(
    ask: Ask,
    asks: Sequence[Ask],
    question: str,
    sentences: Sequence[Sentence],
    given: tuple[Sentence, cues.Polarity | None] | None,
    joint: bool,
) -> Reading:
    asked = content(ask.text)
    if len(asked) < 2 or ask.conditional:
        asked = {**content(question), **asked}
    scores = [overlap(asked, sentence.content) for sentence in sentences]
    best = sentences[max(range(len(scores)), key=scores.__getitem__)] if any(scores) else None
    plain = given[1] if given else None
    stance = _stance(ask, sentences, scores) if not plain else None
    deciding = given[0] if given else stance[0] if stance else None
    said: dict[str, float] = {}
    for sentence in sentences:
        said |= sentence.content
    recall = overlap(asked, said)
    answered = bool(plain or stance)
    values = {
        "answered": float(answered),
        "recall": recall,
        "unaddressed": (1 - recall) * (joint and not plain),
        **{
            group: math.sqrt(share_of_words(sentences, lambda s, group=group: s.does(group)))
            for group in GROUPS
        },
    }
    return Reading(
        ask=ask,
        best=best,
        plain=plain,
        position=stance[1] if stance else None,
        deciding=deciding,
        uptake=max(scores, default=0.0),
        want=wants(ask),
        unmet=None if answered else _unmet(ask, sentences, scores),
        values=values,
    )


def _unmet(ask: Ask, sentences: Sequence[Sentence], scores: Sequence[float]) -> Want | None:
    """Return what the answer to an ask had to hold, if no sentence about it holds that."""
    want = wants(ask)
    if want is None:
        return None
    near = [s for s, score in zip(sentences, scores, strict=True) if score >= _ABOUT]
    if want == "view" or not near:
        near += sentences[:2]
    return None if any(holds(sentence.text, want) for sentence in near) else want


def _stance(
    ask: Ask, sentences: Sequence[Sentence], scores: Sequence[float]
) -> tuple[Sentence, cues.Polarity] | None:
    """Return the sentence that takes a position on the ask: an early one, or one on its subject."""
    if ask.kind not in ("yes_no", "request"):
        return None
    for rank, (sentence, score) in enumerate(zip(sentences, scores, strict=True)):
        handed = ask.kind == "request" and cues.hands_over(sentence.text)
        polarity = "yes" if handed else cues.takes_position(sentence.text)
        if polarity and (score >= 0.25 or rank == 0):
            return sentence, polarity
    return None
