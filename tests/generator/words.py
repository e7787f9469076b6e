"""Sentences about subjects of several policy areas, drawn at random."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from typing import Any

import yaml

NOTE = "{note}"


@cache
def language() -> dict[str, Any]:
    """Return the subjects and sentences of ``language.yml``."""
    text = Path(__file__).with_name("language.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


class Words:
    """Writes the questions and answers of one document, all about one policy area.

    Parameters
    ----------
    chance
        The source of all chance.
    year
        The year of the document; what it speaks of is earlier.
    area
        Which policy area, by its place in ``language.yml``; drawn where it is not given.
    """

    def __init__(self, chance: random.Random, year: int, area: int | None = None) -> None:
        self._chance = chance
        self._year = year
        areas = language()["areas"]
        self.area = areas[area % len(areas)] if area is not None else chance.choice(areas)
        self.subject = chance.choice(self.area["subjects"])
        self.place = chance.choice(language()["places"])
        self.notes: list[str] = []

    def filled(self, template: str, **more: str) -> str:
        """Return a sentence with its blanks filled, and a note where it has place for one."""
        actor = self._chance.choice(self.area["actors"])
        text = template.format_map(
            {
                "subject": self.subject,
                "place": self.place,
                "actor": actor,
                "Actor": actor[0].upper() + actor[1:],
                "measure": self._chance.choice(self.area["measures"]),
                "number": str(self._chance.randint(11, 980)),
                "year": str(self._year - self._chance.randint(1, 4)),
                "note": NOTE,
                **more,
            }
        )
        with_note = NOTE in text and self._chance.random() < 0.3
        return text.replace(NOTE, self._note() if with_note else "")

    def question(self) -> tuple[str, str]:
        """Return a question and its kind."""
        questions = language()["questions"]
        kind = self._chance.choice(["yes_no", "fact", "explanation", "request"])
        text = self.filled(self._chance.choice(questions[kind]))
        if self._chance.random() < 0.35:
            text += " " + self.filled(self._chance.choice(questions["tail"]))
        return text, kind

    def answer(self, kinds: list[str], device: str | None) -> list[tuple[str, str]]:
        """Return the paragraphs of an answer as (role, text).

        Parameters
        ----------
        kinds
            The kinds of the questions that it answers.
        device
            What it says instead of an answer, by its name in ``language.yml``; ``None``: a direct
            answer.
        """
        answers = language()["answers"]
        first = answers["devices"][device] if device else answers["direct"][kinds[0]]
        sentences = [self.filled(self._chance.choice(first))]
        pool = [*answers["body"], *self.area["facts"]]
        n = self._chance.choice([0, 1, 1, 2, 3, 4, 6]) + len(kinds) - 1
        sentences += [self.filled(text) for text in self._chance.sample(pool, min(n, len(pool)))]
        at = self._chance.randint(1, len(sentences))
        paragraphs = [("answer", " ".join(sentences[:at]))]
        if at < len(sentences):
            paragraphs.append(("answer", " ".join(sentences[at:])))
        if self._chance.random() < 0.12:
            paragraphs.append(("answer", self.filled(self._chance.choice(answers["list_intro"]))))
            items = [self.filled(t) for t in self._chance.sample(answers["list_items"], 3)]
            items[-1] = items[-1][:-1] + "."
            paragraphs += [("item", item) for item in items]
        return paragraphs

    def _note(self) -> str:
        paper = self._chance.choice(language()["newspapers"])
        day, month = self._chance.randint(1, 28), self._chance.choice(["januari", "mei", "oktober"])
        address = f"https://{paper.split()[-1].lower()}.example/{self._chance.randint(1000, 9999)}"
        self.notes.append(
            f"{paper}, {day} {month} {self._year - 1}, «Zorgen over {self.subject}» ({address})"
        )
        return f"⟦{len(self.notes)}⟧"
