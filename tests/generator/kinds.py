"""The kinds of document: each lays out questions and answers as such a document prints them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from analysis.wording import Wording
from tests.generator import headers
from tests.generator.exchange import Group, groups_of
from tests.generator.markers import Markers, markers_for
from tests.generator.model import Answer, Block, Document, Gold, Layout, Question
from tests.generator.prose import PROSE
from tests.generator.words import Words, language

_NOTE = re.compile(r"⟦(\d+)⟧")


@dataclass
class Plan:
    """What is drawn before a document is laid out."""

    chance: random.Random
    words: Words
    asked_on: date
    answered_on: date
    fracties: list[str]
    members: list[tuple[str, str]]  # name, fractie
    minister: str
    n: int
    serial: int
    fault: str | None
    evasion: float
    misprints: Mapping[int, str | None] = field(default_factory=dict)  # None: not printed
    blocks: list[Block] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)

    @property
    def ministry(self) -> str:
        return self.words.area["ministry"]

    @property
    def session(self) -> tuple[int, int]:
        """The vergaderjaar of the answers, which begins in September."""
        year = self.answered_on.year
        return (year, year + 1) if self.answered_on.month >= 9 else (year - 1, year)

    def add(self, role: str, *texts: str) -> None:
        self.blocks += [Block(role, text) for text in texts]


def aanhangsel(plan: Plan) -> Document:
    """Kamervragen with answers, as typeset."""
    number = headers.aanhangsel(plan, "Antwoord")
    _exchange(plan, markers_for(plan.chance, "aanhangsel"), _groups(plan))
    if plan.chance.random() < 0.15:
        plan.add("closing", "Toelichting:", _addition(plan))
    gold = _gold(plan, "aanhangsel", document_number=number)
    return _document(plan, number, gold, headers.furniture(plan, number), "markers")


def uitstel(plan: Plan) -> Document:
    """Questions, and the notice that their answers come later."""
    number = headers.aanhangsel(plan, "Mededeling")
    _exchange(plan, markers_for(plan.chance, "aanhangsel"), _groups(plan, answered=False))
    postponed = language()["postponed"]
    plan.add("heading", "Mededeling")
    plan.add("closing", plan.words.filled(postponed, members=headers.members(plan)))
    gold = _gold(plan, "uitstel", document_number=number)
    return _document(plan, number, gold, headers.furniture(plan, number), "markers")


def vragen(plan: Plan) -> Document:
    """Questions that are not answered yet."""
    number = headers.vragen(plan)
    _exchange(plan, markers_for(plan.chance, "aanhangsel"), _groups(plan, answered=False))
    gold = replace(_gold(plan, "vragen", document_number=number), answered_on=None)
    return _document(plan, number, gold, headers.furniture(plan, number, "Vragen"), "markers")


def brief(plan: Plan) -> Document:
    """The ministry's own letter."""
    headers.brief(plan)
    markers = markers_for(plan.chance, "brief")
    # Over several questions stands a heading with a word, not a bare number.
    headed = 0.4 if markers.one_question.startswith("Vraag") else 0.0
    _exchange(plan, markers, _groups(plan, headed=headed))
    plan.add("closing", f"De Minister van {plan.ministry},", plan.minister)
    name = f"brief-{plan.members[0][0]}-{plan.serial}"
    bold = plan.chance.choice(["markers", "questions", "nothing"])
    return _document(plan, name, _gold(plan, "brief"), ("Pagina {page} van 12",), bold)


def lijst(plan: Plan) -> Document:
    """Lijst van vragen en antwoorden: nobody is named, numbers stand alone."""
    number = headers.kamerstuk(plan, "LIJST VAN VRAGEN EN ANTWOORDEN")
    plan.add("intro", headers.submitted(plan))
    _exchange(plan, markers_for(plan.chance, "lijst"), _groups(plan, joint=0.05))
    gold = _gold(plan, "lijst", askers=[], document_number=number)
    return _document(plan, number, gold, headers.furniture(plan, number), "markers")


def nota(plan: Plan) -> Document:
    """Nota naar aanleiding van het verslag: the fractie only in the words of the questions."""
    number = headers.kamerstuk(plan, "NOTA NAAR AANLEIDING VAN HET VERSLAG")
    plan.add("intro", f"Ontvangen {headers.day(plan.answered_on)}")
    spoken = _spoken(plan, _groups(plan, joint=0.12, headed=0.0))
    markers = markers_for(plan.chance, "lijst")
    for group in spoken:
        if plan.chance.random() < 0.1:
            plan.add("section", plan.chance.choice(language()["nota"]["sections"]))
        _exchange(plan, markers, [group])
    asking = dict.fromkeys(f for group in spoken for names in group.fracties for f in names)
    gold = _gold(plan, "nota", askers=[(f, None) for f in asking], document_number=number)
    gold = replace(gold, asked_on=None)
    return _document(plan, number, gold, headers.furniture(plan, number), "markers")


def _spoken(plan: Plan, groups: list[Group]) -> list[Group]:
    """Return the groups with in each question who asks it, or words that point back to that."""
    chance, openings = plan.chance, language()["nota"]
    asking: tuple[str, ...] = ()
    spoken = []
    for group in groups:
        texts, fracties = [], []
        for text in group.questions:
            if not asking or chance.random() < 0.2:
                two = len(plan.fracties) > 1 and chance.random() < 0.2
                asking = tuple(chance.sample(plan.fracties, 1 + two))
                opening = chance.choice(openings["both" if two else "new"]).format(*asking)
            else:
                opening = chance.choice(openings["again"])
            texts.append(f"{opening} {_argued(chance, text)}")
            fracties.append(asking)
        answer = group.answer
        if chance.random() < 0.2:  # a table of a number on each line, or a numbered list
            answer += tuple(("answer", line) for line in chance.choice(openings["lists"]))
        group = replace(group, answer=answer)
        spoken.append(replace(group, questions=tuple(texts), fracties=tuple(fracties)))
    return spoken


def _argued(chance: random.Random, text: str) -> str:
    """Return a question with what introduces it, in a paragraph of its own or not, and its end."""
    words = language()["nota"]
    if chance.random() < 0.2:
        text = f"{chance.choice(words['contexts'])}{chance.choice([' ', chr(10)])}{text}"
    return f"{text} {chance.choice(words['ends'])}" if chance.random() < 0.25 else text


def verslag(plan: Plan) -> Document:
    """Verslag van een schriftelijk overleg of the Eerste Kamer: every question printed twice."""
    headers.verslag(plan)
    groups = _groups(plan, joint=0.1, headed=0.0)
    each = max(1, -(-len(groups) // len(plan.fracties)))
    parts = [groups[at : at + each] for at in range(0, len(groups), each)]
    asking = plan.fracties[: len(parts)]
    contexts = [
        plan.words.filled(plan.chance.choice(language()["contexts"]), fractie=f) for f in asking
    ]
    for fractie, context, part in zip(asking, contexts, parts, strict=True):
        plan.add("section", f"Vragen van de leden van de fractie van de {fractie}")
        plan.add("context", context)
        plan.add("bullet", *(_NOTE.sub("", text) for group in part for text in group.questions))
    headers.reply(plan)
    markers = markers_for(plan.chance, "verslag")
    for fractie, context, part in zip(asking, contexts, parts, strict=True):
        plan.add("section", f"Vragen van de leden van de fractie van de {fractie}")
        plan.add("context", context)
        _exchange(plan, markers, part)
    gold = _gold(plan, "verslag", chamber="EK", askers=[(f, None) for f in asking])
    return _document(plan, f"verslag-{plan.serial}", gold, (), "markers")


def in_prose(plan: Plan, layout: str) -> Document:
    """Return a report without numbers, in one of the layouts of `tests.generator.prose`."""
    kind, number = PROSE[layout](plan)
    asking = dict.fromkeys(f for group in plan.groups for who in group.fracties for f in who)
    gold = _gold(plan, kind, askers=[(f, None) for f in asking], document_number=number)
    if kind == "nota":
        gold = replace(gold, asked_on=None)
    return _document(plan, number, gold, headers.furniture(plan, number), "nothing")


KINDS: dict[str, Callable[[Plan], Document]] = {
    f.__name__: f for f in (verslag, lijst, nota, aanhangsel, brief, vragen, uitstel)
}


def _groups(plan: Plan, **options: float) -> list[Group]:
    return groups_of(
        plan.words, plan.chance, plan.n, fault=plan.fault, evasion=plan.evasion, **options
    )


def _exchange(plan: Plan, markers: Markers, groups: list[Group]) -> None:
    for group in groups:
        if group.headed:
            plan.blocks.append(Block("question_mark", markers.question(group.numbers)))
            plan.add("question", *group.questions)
        else:
            for number, text in zip(group.numbers, group.questions, strict=True):
                mark = plan.misprints.get(number, markers.question((number,)))
                if mark is not None:
                    plan.blocks.append(Block("question_mark", mark, joined=markers.joined))
                plan.add("question", *text.split("\n"))
        if group.answer:
            plan.blocks.append(Block("answer_mark", markers.answer(group.numbers)))
            for role, text in group.answer:
                plan.add(role, text)
    plan.groups += groups


def _gold(
    plan: Plan,
    kind: str,
    chamber: str = "TK",
    askers: list[tuple[str, str | None]] | None = None,
    document_number: str | None = None,
) -> Gold:
    members = [(fractie, name) for name, fractie in plan.members]
    gold = Gold(
        kind,
        chamber,
        askers=members if askers is None else askers,
        asked_on=plan.asked_on,
        answered_on=plan.answered_on,
        document_number=document_number,
        ministry=plan.ministry,
    )
    for group in plan.groups:
        asking = group.fracties or (None,) * len(group.numbers)
        for number, text, who in zip(group.numbers, group.questions, asking, strict=True):
            words = None if group.headed else _NOTE.sub("", text)
            gold.questions.append(Question(number, words, who))
        if group.answer:
            text = "\n".join(("– " if role == "item" else "") + t for role, t in group.answer)
            gold.answers.append(Answer(group.numbers, _NOTE.sub("", text), group.devices))
    numbers = [question.number for question in gold.questions]
    gold.faults = {
        "missing": sorted(set(range(1, max(numbers) + 1)) - set(numbers)),
        "double": sorted({number for number in numbers if numbers.count(number) > 1}),
    }
    return gold


def _document(plan: Plan, name: str, gold: Gold, furniture: tuple[str, ...], bold: str) -> Document:
    """Number the notes in the order in which the document prints them."""
    order: dict[str, int] = {}

    def renumbered(match: re.Match[str]) -> str:
        return f"⟦{order.setdefault(match[1], len(order) + 1)}⟧"

    blocks = [replace(block, text=_NOTE.sub(renumbered, block.text)) for block in plan.blocks]
    gold.notes = [plan.words.notes[int(old) - 1] for old in order]
    return Document(name, blocks, gold, Layout(furniture, bold))


def _addition(plan: Plan) -> str:
    before = Wording("nl").date(plan.asked_on - timedelta(days=3))
    return f"Deze vragen dienen ter aanvulling op eerdere vragen terzake, ingezonden {before}."
