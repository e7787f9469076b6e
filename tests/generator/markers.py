"""How documents open a question and an answer; one way for each document."""

from __future__ import annotations

import random
from dataclasses import dataclass

_ONE_QUESTION = {
    "aanhangsel": ["Vraag {}"],
    "verslag": ["Vraag {}"],
    "lijst": ["{}"],
    "brief": ["Vraag {}", "Vraag {}:", "{}.", "{}"],
}
_ONE_ANSWER = {
    "aanhangsel": ["Antwoord {}", "Antwoord {}", "Antwoord op vraag {}", "Antwoord"],
    "verslag": ["Antwoord", "Antwoord:"],
    "lijst": ["Antwoord", "Antwoord:"],
    "brief": ["Antwoord op vraag {}", "Antwoord vraag {}:", "Antwoord:", "Antwoord"],
}
_MORE_ANSWERS = {
    "aanhangsel": ["Antwoord {}", "Antwoord {}", "Antwoord op vragen {}", "Antwoord op vraag {}"],
    "verslag": ["Antwoord"],
    "lijst": ["Antwoord", "Antwoord op vragen {}"],
    "brief": ["Antwoord op vragen {}", "Antwoord vragen {}:", "Antwoord op de vragen {}"],
}


@dataclass(frozen=True)
class Markers:
    """The openings of one document.

    Attributes
    ----------
    joined
        Whether the question stands on the line of its number.
    """

    one_question: str
    one_answer: str
    more_answers: str
    listing: str
    joined: bool

    def question(self, numbers: tuple[int, ...]) -> str:
        """Return the line above one question or several."""
        return self.one_question.format(self._list(numbers))

    def answer(self, numbers: tuple[int, ...]) -> str:
        """Return the line above an answer to one question or several."""
        if len(numbers) == 1:
            return self.one_answer.format(numbers[0])
        return self.more_answers.format(self._list(numbers))

    def _list(self, numbers: tuple[int, ...]) -> str:
        if len(numbers) == 1:
            return str(numbers[0])
        if self.listing == "range" and len(numbers) > 2:
            return f"{numbers[0]}-{numbers[-1]}"
        first, last = ", ".join(map(str, numbers[:-1])), numbers[-1]
        if self.listing == "comma and":
            return f"{first}, en {last}"
        return f"{first.replace(', ', ',') if self.listing == 'tight' else first} en {last}"


def markers_for(chance: random.Random, family: str) -> Markers:
    """Return the openings of a document of a family of kinds."""
    question = chance.choice(_ONE_QUESTION[family])
    return Markers(
        question,
        chance.choice(_ONE_ANSWER[family]),
        chance.choice(_MORE_ANSWERS[family]),
        chance.choice(["plain", "plain", "plain", "comma and", "tight"]),
        question.endswith((".", ":")),
    )
