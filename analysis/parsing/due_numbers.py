"""Which bare numbers open a question: those that are due where they stand.

Between two answers stand the rest of the first, which may hold a numbered list, and the questions
that the second is to. So what counts is where those questions begin; from there on to the answer
every number is one of a question, misprinted or not.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from analysis.parsing.markers import Marker

_SKIPPED = 4  # how many numbers may be missing before the next one that is believed


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that begins with a number, and what it would open.

    Attributes
    ----------
    asks
        Whether the text under it, up to the next number, is plainly that of a question.
    in_table
        Whether a number stands right above it: it may be the last cell of a table.
    """

    line: int
    marker: Marker
    asks: bool
    in_table: bool = False

    @property
    def tells(self) -> bool:
        """Whether it is believed to open a question though its number is not the one due."""
        return self.asks and not self.in_table

    @property
    def number(self) -> int:
        """The first number that it names."""
        return self.marker.numbers[0]


@dataclass(slots=True)
class _Count:
    """How far the numbers have come.

    Attributes
    ----------
    exact
        Whether a number must be the one that is due, since lists are numbered so, too.
    """

    exact: bool
    coming: list[int]
    due: int = 1
    seen: set[int] = field(default_factory=set)

    def take(self, marker: Marker) -> None:
        """Count a question; a number that is printed wrongly stands for the one that is due."""
        number, last = marker.numbers[0], marker.numbers[-1]
        if self.near(number) or self._leaps(number) or number == 1:
            self.due = max(marker.numbers) + 1
        elif number > self.due or (number in self.seen and number != self.due - 1):
            self.due += 1  # a misprint
        self.seen.update(range(number, last + 1))

    def near(self, number: int) -> bool:
        """Tell whether a number is due, or would be if a few were missing."""
        return self.due <= number < self.due + (1 if self.exact else _SKIPPED)

    def _leaps(self, number: int) -> bool:
        """Tell whether the numbers go on from there, and not from the one that is due."""
        return number > self.due and self.due + 1 not in self.coming and number + 1 in self.coming


def due_among(
    candidates: list[Candidate], markers: dict[int, Marker], end: int, exact: bool
) -> dict[int, Marker]:
    """Return which candidates open a question.

    Parameters
    ----------
    candidates
        Lines with a number of one form, in the order of the document.
    markers
        What is known already, by line: answers and notices.
    end
        Number of lines of the document.
    exact
        Whether only the number that is due is believed.

    Returns
    -------
    dict
        What each of the lines opens.
    """
    answers = sorted(i for i, marker in markers.items() if marker.kind != "question")
    chosen: dict[int, Marker] = {}
    count, start = _Count(exact, [c.number for c in candidates]), 0
    for stop in [*answers, end]:
        marker = markers.get(stop)
        named = set(marker.numbers) if marker and marker.kind == "answer" else set()
        until = bisect_left(candidates, stop, key=_line)
        closed = stop == end and bool(answers)
        for candidate in _run(candidates[start:until], count, named, closed):
            chosen[candidate.line] = candidate.marker
            count.take(candidate.marker)
            count.coming.remove(candidate.number)
        start = until
    return chosen


def _line(candidate: Candidate) -> int:
    return candidate.line


def _run(here: list[Candidate], count: _Count, named: set[int], closed: bool) -> list[Candidate]:
    """Return the questions among the candidates between two answers."""
    first = _first_of_run(here, count, named, closed) if here else None
    if first is None:
        return []
    ahead = _Count(count.exact, list(count.coming), count.due, set(count.seen))
    run: list[Candidate] = []
    for candidate in here[first:]:
        known = candidate.number in named or ahead.near(candidate.number)
        double = candidate.number == ahead.due - 1
        if not run or known or (candidate.tells and (double or not count.exact)):
            run.append(candidate)
            ahead.take(candidate.marker)
    return run


def _first_of_run(
    here: list[Candidate], count: _Count, named: set[int], closed: bool
) -> int | None:
    """Return where among the candidates the questions begin; ``None`` where there are none."""
    started = count.due > 1
    for wanted in (count.due, *sorted(number for number in named if number > count.due)):
        places = [k for k, c in enumerate(here) if c.number == wanted]
        if places:
            at = places[-1 if started else 0]
            # A number printed twice: the items of a list do not ask, both of these do.
            while at and here[at - 1].number == wanted and here[at - 1].asks and here[at].asks:
                at -= 1
            return _with_misprints(here, at, count)
    if closed:
        return None  # behind the last answer there are lists, not questions that skip numbers
    skipping = range(count.due + 1, count.due + (2 if count.exact else _SKIPPED))
    if near := [c.number for c in here if c.number in skipping and (c.asks or not c.in_table)]:
        return _with_misprints(here, _last(here, min(near)), count)
    again = [k for k, c in enumerate(here) if c.number == 1 and c.tells]
    if started and again:
        return again[-1]  # numbers that start again, for another fractie or member
    if not here or not started:
        return None
    if not here[-1].tells and not (here[-1].asks and here[-1].number == count.due - 1):
        return None
    # A misprint: the number stands right above the answer but is not the one that is due.
    asking = len(here)
    while asking and here[asking - 1].tells:
        asking -= 1
    return min(asking, len(here) - 1)


def _last(here: list[Candidate], number: int) -> int:
    return max(k for k, c in enumerate(here) if c.number == number and (c.asks or not c.in_table))


def _with_misprints(here: list[Candidate], at: int, count: _Count) -> int:
    """Return where the questions begin when those with a wrong number are counted in.

    They ask, too, and have the number of the question before, or stand for one that is missing.
    """
    missing = here[at].number - count.due
    while at and here[at - 1].tells:
        double = here[at - 1].number == count.due - 1
        if not double and (count.exact or missing <= 0):
            break
        missing -= not double
        at -= 1
    return at
