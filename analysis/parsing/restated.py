"""Which questions the answers of a report are to, where these tell it in words of their own.

The reply to a report goes through the questions again: ``De leden van de SP-fractie vragen of …``.
Mostly that is said shorter than it was asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import log

from analysis.codebook.fracties import names_pattern
from analysis.parsing.passage import Passage
from analysis.parsing.records import Question
from analysis.text import sentences

_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}")
_NAME = re.compile(rf"\b{names_pattern()}\b", re.IGNORECASE)
_STEM = 6  # letters of a word that are compared: 'vacature' and 'vacatures'
# Words that say who asks whom, and not what: 'de leden van deze fractie hebben daarover vragen'.
_EMPTY = frozenset(
    "leden fracti vragen vraag vraagt hebben heeft volgen hierov daarov hierbi daarbi graag verder"
    " voorts daarna tevens minist staats kabine regeri willen weten enkele aantal genoem".split()
)
_ENOUGH = 0.45  # of the weight of the words of a sentence that a question must share with it
_MARGIN = 0.1  # by which the best must be better than the second
_AS_GOOD = 0.85  # of the share of the sentence that repeats most
_FEWEST = 3  # words; a sentence with fewer tells nothing


@dataclass(slots=True, eq=False)
class Asked:
    """A question of the report, and the fracties in whose name it is asked."""

    question: Question
    who: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Reply:
    """A stretch of the answers: what it says is asked, and what it answers to that.

    Attributes
    ----------
    asked
        The words in which it repeats a question, each with the fracties it names.
    answer
        The words that answer.
    """

    who: tuple[str, ...] = ()
    section: str | None = None
    page: int | None = None
    asked: list[tuple[tuple[str, ...], Passage]] = field(default_factory=list)
    answer: list[Passage] = field(default_factory=list)


@dataclass(slots=True)
class Pairing:
    """Some questions and the stretches of the answers that are to all of them.

    Attributes
    ----------
    told
        Whether the words, or the order, tell that they belong together, and not the fractie only.
    """

    questions: list[Asked]
    replies: list[Reply]
    told: bool = True


def paired(questions: list[Asked], replies: list[Reply]) -> tuple[list[Pairing], list[Reply]]:
    """Give each stretch of the answers the questions that it is to.

    A stretch belongs to the question of its fractie whose words it repeats. One that repeats
    none well enough, between two that do, is to the questions that are left between theirs: an
    answer follows the order of the questions. Where that leaves several, it is joint to them.

    Returns
    -------
    pairings, left over
        In the order of the answers; each stretch in one of the two.
    """
    likeness = _Likeness([asked.question.text.text for asked in questions])
    told: dict[int, list[int]] = {}
    for i, reply in enumerate(replies):
        candidates = [k for k, asked in enumerate(questions) if _of_one_fractie(asked, reply)]
        if found := list(dict.fromkeys(likeness.repeated(reply, candidates))):
            told[i] = found
    taken = {k for found in told.values() for k in found}
    pairings = [
        Pairing([questions[k] for k in found], [replies[i] for i in mine])
        for found, mine in _joined(told)
    ]
    loose: dict[tuple[int, ...], list[int]] = {}
    left: list[Reply] = []
    for i in range(len(replies)):
        if i not in told:
            between = _between(i, told, questions, replies)
            open_ = tuple(k for k in between if k not in taken)
            if open_:
                loose.setdefault(open_, []).append(i)
            else:
                left.append(replies[i])
    pairings += [
        Pairing([questions[k] for k in found], [replies[i] for i in mine], told=len(found) == 1)
        for found, mine in loose.items()
    ]
    return pairings, left


def _joined(told: dict[int, list[int]]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the stretches that have a question in common together, with all their questions."""
    groups: list[tuple[list[int], list[int]]] = []
    for i, found in told.items():
        common = [group for group in groups if set(group[0]) & set(found)]
        merged = (sorted({*found, *(k for g in common for k in g[0])}), [])
        merged[1].extend(sorted([i, *(j for g in common for j in g[1])]))
        groups = [group for group in groups if group not in common] + [merged]
    yield from groups


def _of_one_fractie(asked: Asked, reply: Reply) -> bool:
    named = {name for who, _ in reply.asked for name in who} or set(reply.who)
    return not asked.who or not named or bool(named & set(asked.who))


def _between(
    i: int, told: dict[int, list[int]], questions: list[Asked], replies: list[Reply]
) -> list[int]:
    """Return the questions of the fractie between those that the stretches around it are to."""
    mine = [k for k, asked in enumerate(questions) if _of_one_fractie(asked, replies[i])]
    before = [k for j in told if j < i for k in told[j] if k in mine]
    after = [k for j in told if j > i for k in told[j] if k in mine]
    first, last = max(before, default=-1), min(after, default=len(questions))
    return [k for k in mine if first < k < last]


class _Likeness:
    """How much of the words of a sentence each question has; rare words weigh more."""

    def __init__(self, texts: list[str]) -> None:
        self._stems = [_stems(text) for text in texts]
        self._n = len(texts)
        self._in: Counter[str] = Counter(stem for stems in self._stems for stem in stems)

    def repeated(self, reply: Reply, candidates: list[int]) -> Iterator[int]:
        """Yield the questions that the sentences of a stretch repeat, among some.

        What is repeated word for word outweighs what is only like another question.
        """
        said = [sentence for _, passage in reply.asked for sentence in sentences(passage.text)]
        found = [best for sentence in said if (best := self._best(sentence, candidates))]
        most = max((share for share, _ in found), default=0.0)
        yield from (k for share, k in found if share >= _AS_GOOD * most)

    def _best(self, sentence: str, candidates: list[int]) -> tuple[float, int] | None:
        stems = _stems(sentence)
        if len(stems) < _FEWEST or not candidates:
            return None
        weights = {stem: log(1 + self._n / (1 + self._in[stem])) for stem in stems}
        whole = sum(weights.values())
        shares = sorted(
            (sum(weights[s] for s in stems & self._stems[k]) / whole, -k) for k in candidates
        )
        (share, at), second = shares[-1], shares[-2][0] if len(shares) > 1 else 0.0
        return (share, -at) if share >= _ENOUGH and share - second >= _MARGIN else None


def _stems(text: str) -> set[str]:
    words = _WORD.findall(_NAME.sub(" ", text).casefold())
    return {word[:_STEM] for word in words} - _EMPTY
