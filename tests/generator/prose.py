"""Reports whose questions stand in running text, without numbers: three layouts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.generator import headers
from tests.generator.exchange import Group, groups_of
from tests.generator.words import language

if TYPE_CHECKING:
    from tests.generator.kinds import Plan

_NOTE = re.compile(r"⟦\d+⟧")
_WORD = re.compile(r"[^\W\d_]{4,}")
_ALIKE = 0.6  # of their words; who repeats one of two such questions may mean the other


def parts(plan: Plan) -> tuple[str, str]:
    """All questions first, by fractie; the reply goes through them again.

    Returns
    -------
    kind, number
        Of the document.
    """
    number = _report(plan)
    asked = _divided(plan, joint=0.1)
    if plan.chance.random() < 0.4:
        plan.add("banner", "Inhoudsopgave", "I. Vragen en opmerkingen vanuit de fracties 2")
        plan.add("banner", *(f"{_heading(fractie)} 3" for fractie, _ in asked))
        plan.add("banner", "II. Reactie van de Minister 9")
    plan.add("section", "I. Vragen en opmerkingen vanuit de fracties")
    for fractie, groups in asked:
        plan.add("section", _heading(fractie))
        _introduce(plan, fractie)
        plan.add("question", *(text for group in groups for text in group.questions))
    plan.add("section", "II. Reactie van de Minister")
    for fractie, groups in asked:
        plan.add("section", _heading(fractie))
        plan.groups += list(_replied(plan, fractie, groups))
    return "verslag", number


def marked(plan: Plan) -> tuple[str, str]:
    """Question and answer take turns, with a heading between them."""
    number = _report(plan)
    plan.add("section", "Vragen en opmerkingen vanuit de fracties en reactie van de Minister")
    mark = plan.chance.choice(["Antwoord", "Antwoord:"])
    for fractie, groups in _divided(plan):
        plan.add("section", _heading(fractie))
        _introduce(plan, fractie)
        for group in groups:
            plan.add("question", *group.questions)
            plan.add("answer_mark", mark)
            _answer(plan, group)
        plan.groups += groups
    return "verslag", number


def turns(plan: Plan) -> tuple[str, str]:
    """A nota: what members ask, and the answer behind it."""
    number = headers.kamerstuk(plan, "NOTA NAAR AANLEIDING VAN HET VERSLAG")
    plan.add("intro", f"Ontvangen {headers.day(plan.answered_on)}")
    plan.add("intro", "Met belangstelling is kennisgenomen van het verslag van de commissie.")
    openings, before = language()["nota"]["new"], ""
    for fractie, groups in _divided(plan):
        for group in groups:
            if plan.chance.random() < 0.2:
                plan.add("section", plan.chance.choice(["2.1 Hoofdlijnen", "3. Toezicht"]))
            again = fractie == before and plan.chance.random() < 0.5
            opening = plan.chance.choice(language()["nota"]["again"] if again else openings)
            (text,) = group.questions
            spoken = replace(group, questions=(f"{opening.format(fractie)} {text}",))
            plan.add("question", *spoken.questions)
            _answer(plan, group)
            plan.groups.append(spoken)
            before = fractie
    return "nota", number


PROSE: dict[str, Callable[[Plan], tuple[str, str]]] = {
    f.__name__: f for f in (parts, marked, turns)
}


def _report(plan: Plan) -> str:
    number = headers.kamerstuk(plan, "VERSLAG VAN EEN SCHRIFTELIJK OVERLEG")
    plan.add("intro", headers.submitted(plan))
    plan.add("intro", f"De voorzitter van de commissie, {plan.minister}")
    return number


def _heading(fractie: str) -> str:
    return f"Vragen en opmerkingen van de leden van de {fractie}-fractie"


def _introduce(plan: Plan, fractie: str) -> None:
    context = plan.chance.choice(language()["contexts"])
    plan.add("context", plan.words.filled(context, fractie=fractie))


def _divided(plan: Plan, joint: float = 0.0) -> list[tuple[str, list[Group]]]:
    """Return the questions of each fractie, none of which is much like another."""
    kept: list[Group] = []
    while not kept:  # all that were drawn may be alike
        kept = _unlike(plan, joint)
    each = max(1, -(-len(kept) // len(plan.fracties)))
    divided = [kept[at : at + each] for at in range(0, len(kept), each)]
    return [
        (fractie, [replace(g, fracties=((fractie,),) * len(g.numbers)) for g in groups])
        for fractie, groups in zip(plan.fracties, divided, strict=False)
    ]


def _unlike(plan: Plan, joint: float) -> list[Group]:
    """Draw groups of questions, numbered as they are kept; without those much like another."""
    kept: list[Group] = []
    known: list[set[str]] = []
    for group in groups_of(
        plan.words, plan.chance, plan.n, joint=joint, headed=0.0, evasion=plan.evasion
    ):
        words = [set(_WORD.findall(text.casefold())) for text in group.questions]
        if any(
            len(mine & other) > _ALIKE * min(len(mine), len(other))
            for i, mine in enumerate(words)
            for other in [*known, *words[:i]]
        ):
            continue
        known += words
        first = 1 + sum(len(group.numbers) for group in kept)
        kept.append(replace(group, numbers=tuple(range(first, first + len(words)))))
    return kept


def _replied(plan: Plan, fractie: str, groups: list[Group]) -> Iterator[Group]:
    """Write the reply to a fractie; yield the questions with what they got."""
    if plan.chance.random() < 0.15:  # to all of its questions together
        whole = Group(
            tuple(number for group in groups for number in group.numbers),
            tuple(text for group in groups for text in group.questions),
            False,
            groups[0].answer,
            groups[0].devices,
            tuple(who for group in groups for who in group.fracties),
        )
        _answer(plan, whole)
        yield whole
        return
    for at, group in enumerate(groups):
        if at and plan.chance.random() < 0.1:
            yield replace(group, answer=(), devices=())
            continue
        repeated = [_repeated(plan, fractie, text) for text in group.questions]
        run_on = len(repeated) == 1 and plan.chance.random() < 0.3
        if run_on and not repeated[0].endswith("?"):
            role, text = group.answer[0]
            plan.add(role, f"{repeated[0]} {text}")
            _answer(plan, replace(group, answer=group.answer[1:]))
        else:
            plan.add("question", *repeated)
            _answer(plan, group)
        yield group


def _repeated(plan: Plan, fractie: str, text: str) -> str:
    """Return how the reply repeats a question: word for word, or what it asks first."""
    text = _NOTE.sub("", text)
    if plan.chance.random() < 0.4:
        return text
    first = text.split("?")[0]
    return f"De leden van de {fractie}-fractie vragen: {first[0].lower()}{first[1:]}."


def _answer(plan: Plan, group: Group) -> None:
    for role, text in group.answer:
        plan.add(role, text)
