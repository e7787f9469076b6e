"""Referrals from answer to answer, followed to where they end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis.measures.coverage import direct_links
from analysis.parsing.references import is_pointer_only

End = Literal["answer", "dead_end", "loop"]


@dataclass(frozen=True, slots=True)
class Trail:
    """A referral, from a question's answer to where it ends.

    Attributes
    ----------
    question_id
        The question whose answer refers.
    numbers
        Numbers of the questions that are passed: first the one that is printed.
    end
        ``answer``: an answer that says something itself; ``dead_end``: a number without a
        question or answer in the document; ``loop``: back where it came from.
    answer_id
        The answer at the end; ``None`` where there is none.
    pointer_only
        Whether the first answer does nothing but refer.
    """

    question_id: str
    numbers: tuple[int, ...]
    end: End
    answer_id: str | None
    pointer_only: bool


def referrals(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return every referral from an answer to another answer, followed to its end.

    Returns
    -------
    DataFrame
        One row per question, referral and end: ``document_id``, ``question_id``, ``target``
        (the number that is printed), ``steps`` (answers passed, 1 for a direct one), ``end``
        (``answer``, ``dead_end``, ``loop``), ``answer_id`` (null at a dead end or loop),
        ``pointer_only``. Empty where no answer refers to another.
    """
    document = dict(
        zip(tables["questions"]["question_id"], tables["questions"]["document_id"], strict=True)
    )
    rows = [
        {
            "document_id": document[trail.question_id],
            "question_id": trail.question_id,
            "target": trail.numbers[0],
            "steps": len(trail.numbers),
            "end": trail.end,
            "answer_id": trail.answer_id,
            "pointer_only": trail.pointer_only,
        }
        for trails in trails_of(tables).values()
        for trail in trails
    ]
    columns = ["document_id", "question_id", "target", "steps", "end", "answer_id", "pointer_only"]
    return pd.DataFrame(rows, columns=columns)


def trails_of(tables: Mapping[str, pd.DataFrame]) -> dict[str, tuple[Trail, ...]]:
    """Return the referrals of each question that has any, by ``question_id``.

    An answer that does nothing but refer is passed on to what it refers to; one that says
    something itself is an end.
    """
    places = _Places(tables)
    return {
        question_id: trails
        for question_id, answers in places.answers.items()
        if (trails := tuple(t for answer in answers for t in places.follow(question_id, answer)))
    }


class _Places:
    """Which answer each number leads to, per document."""

    def __init__(self, tables: Mapping[str, pd.DataFrame]) -> None:
        links = direct_links(tables["question_answers"])
        self.answers: dict[str, list[str]] = (
            links.groupby("question_id", sort=False)["answer_id"].agg(list).to_dict()
        )
        self.document = dict(
            zip(tables["answers"]["answer_id"], tables["answers"]["document_id"], strict=True)
        )
        self.pointer = {
            answer_id: is_pointer_only(text)
            for answer_id, text in zip(
                tables["answers"]["answer_id"], tables["answers"]["text"], strict=True
            )
        }
        self.by_number: dict[tuple[str, int], list[str]] = defaultdict(list)
        for row in tables["questions"].itertuples():
            own = self.answers.get(row.question_id, [])
            self.by_number[row.document_id, int(row.number)] += own
        self.targets: dict[str, list[int]] = defaultdict(list)
        pointers = tables["references"]
        for row in pointers[pointers["kind"] == "answer"].itertuples():
            if int(row.target) not in self.targets[row.answer_id]:
                self.targets[row.answer_id].append(int(row.target))

    def follow(self, question_id: str, answer_id: str) -> list[Trail]:
        """Return where the referrals of an answer end."""
        pointer = self.pointer[answer_id]
        found: list[Trail] = []
        for number in self.targets.get(answer_id, []):
            for numbers, end, target in self._ends(answer_id, (number,), {answer_id}):
                if target != answer_id:
                    found.append(Trail(question_id, numbers, end, target, pointer))
        return found

    def _ends(
        self, answer_id: str, numbers: tuple[int, ...], seen: set[str]
    ) -> list[tuple[tuple[int, ...], End, str | None]]:
        targets = self.by_number.get((self.document[answer_id], numbers[-1]), [])
        if not targets:
            return [(numbers, "dead_end", None)]
        ends: list[tuple[tuple[int, ...], End, str | None]] = []
        for target in targets:
            further = self.targets.get(target, []) if self.pointer[target] else []
            if target in seen:
                ends.append((numbers, "loop", None))
            elif not further:
                ends.append((numbers, "answer", target))
            for number in further if target not in seen else []:
                ends += self._ends(target, (*numbers, number), seen | {target})
        return ends
