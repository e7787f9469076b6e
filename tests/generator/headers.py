"""What stands before the questions: mastheads, letterheads, who asks and who answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from analysis.wording import Wording

if TYPE_CHECKING:
    from tests.generator.kinds import Plan


def day(value: date) -> str:
    """Return a day as documents print it."""
    return Wording("nl").date(value)


def members(plan: Plan) -> str:
    """Return who asks: ``het lid A (SP)``, ``de leden A (SP) en B (VVD)``."""
    names = [f"{name} ({fractie})" for name, fractie in plan.members]
    if len(names) == 1:
        return f"het lid {names[0]}"
    if len({fractie for _, fractie in plan.members}) == 1 and len(names) == 2:
        both = " en ".join(name for name, _ in plan.members)
        return f"de leden {both} (beiden {plan.members[0][1]})"
    return f"de leden {', '.join(names[:-1])} en {names[-1]}"


def aanhangsel(plan: Plan, reply: str) -> str:
    """Write the masthead of an Aanhangsel and return its number."""
    first, last = plan.session
    number = f"ah-tk-{first}{last}-{plan.serial}"
    plan.add(
        "banner",
        "Tweede Kamer der Staten-Generaal",
        f"Vergaderjaar {first}–{last}",
        "Aanhangsel van de Handelingen",
        "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden",
    )
    plan.add("number", str(plan.serial))
    plan.add("intro", _asks(plan))
    twice = "(ontvangen " if plan.chance.random() < 0.05 else ""  # a misprint that occurs
    also = ", mede namens de Minister van Financiën" if plan.chance.random() < 0.2 else ""
    plan.add(
        "intro",
        f"{reply} van Minister {plan.minister} ({plan.ministry}){also}"
        f" {twice}(ontvangen {day(plan.answered_on)}).",
    )
    return number


def vragen(plan: Plan) -> str:
    """Write the masthead of questions without answers and return their number."""
    first, last = plan.session
    number = f"kv-tk-{plan.asked_on.year}Z{plan.serial:05d}"
    plan.add(
        "banner",
        "Tweede Kamer der Staten-Generaal",
        f"Vergaderjaar {first}–{last}",
        "Vragen gesteld door de leden der Kamer",
    )
    plan.add("number", f"{plan.asked_on.year}Z{plan.serial:05d}")
    plan.add("intro", _asks(plan))
    return number


def brief(plan: Plan) -> None:
    """Write the head of a ministry's letter."""
    about = f"Kamervragen van {members(plan)} over {plan.words.subject}"
    plan.add("banner", "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal")
    plan.add("banner", "Postbus 20018", "2500 EA Den Haag")
    plan.add("banner", f"Datum {day(plan.answered_on)}", f"Onderwerp Beantwoording {about}")
    plan.add("intro", "Geachte voorzitter,")
    plan.add(
        "intro",
        f"Hierbij zend ik u de antwoorden op de vragen van {members(plan)} over"
        f" {plan.words.subject} (ingezonden {day(plan.asked_on)}).",
    )


def kamerstuk(plan: Plan, heading: str) -> str:
    """Write the masthead of a kamerstuk and return its number."""
    first, last = plan.session
    dossier, rank = 30_000 + plan.serial % 6_000, plan.serial % 90 + 3
    plan.add("banner", "Tweede Kamer der Staten-Generaal", f"Vergaderjaar {first}–{last}")
    title = f"Wijziging van de regels over {plan.words.subject}"
    plan.add("heading", f"{dossier // 1000} {dossier % 1000:03d} {title}")
    plan.add("heading", f"Nr. {rank} {heading}")
    return f"kst-{dossier}-{rank}"


def submitted(plan: Plan) -> str:
    """Return who submitted the questions of a lijst to whom, and the days."""
    return (
        f"De vaste commissie voor {plan.ministry} heeft een aantal vragen voorgelegd aan de"
        f" Minister van {plan.ministry} over {plan.words.subject}. De vragen zijn op"
        f" {day(plan.asked_on)} aan de Minister voorgelegd. Bij brief van"
        f" {day(plan.answered_on)} zijn de vragen beantwoord."
    )


def verslag(plan: Plan) -> None:
    """Write the report and the head of the letter that asks."""
    plan.add("heading", "VERSLAG VAN EEN SCHRIFTELIJK OVERLEG")
    named = ", ".join(f"de {fractie}" for fractie in plan.fracties)
    plan.add(
        "intro",
        f"De leden van de vaste commissie voor {plan.ministry} hebben in hun vergadering"
        f" beraadslaagd over {plan.words.subject}. De leden van de fracties van {named} hebben"
        " naar aanleiding hiervan een aantal vragen.",
        f"Naar aanleiding hiervan is op {day(plan.asked_on)} een brief gestuurd aan de minister van"
        f" {plan.ministry}.",
        f"De minister van {plan.ministry} heeft op {day(plan.answered_on)} gereageerd.",
        "De commissie brengt bijgaand verslag uit van het gevoerde schriftelijk overleg.",
    )
    plan.add(
        "heading", f"BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR {plan.ministry.upper()}"
    )
    plan.add("intro", f"Aan de minister van {plan.ministry}", f"Den Haag, {day(plan.asked_on)}")


def reply(plan: Plan) -> None:
    """Write the end of the letter that asks and the head of the one that answers."""
    plan.add(
        "intro",
        "De leden van de vaste commissie zien uw reactie – bij voorkeur binnen vier weken – met"
        " belangstelling tegemoet.",
    )
    plan.add("heading", f"BRIEF VAN DE MINISTER VAN {plan.ministry.upper()}")
    plan.add(
        "intro",
        "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal",
        f"Den Haag, {day(plan.answered_on)}",
        "Hierbij bied ik uw Kamer de antwoorden aan op de vragen die zijn ingezonden op"
        f" {day(plan.asked_on)}.",
    )


def furniture(plan: Plan, number: str, what: str = "Aanhangsel") -> tuple[str, ...]:
    """Return the lines at the foot of each page; ``{page}`` stands for its number."""
    first, last = plan.session
    if number.startswith("kst"):
        what = f"{number.split('-')[1][:2]} {number.split('-')[1][2:]}, nr. {number.split('-')[2]}"
    return (
        number,
        "ISSN 0921 - 7398" if number.startswith("ah") else "ISSN 0921 - 7371",
        f"’s-Gravenhage {plan.answered_on.year}",
        f"Tweede Kamer, vergaderjaar {first}–{last}, {what} {{page}}",
    )


def _asks(plan: Plan) -> str:
    return (
        f"Vragen van {members(plan)} aan de Minister van {plan.ministry} over"
        f" {plan.words.subject} (ingezonden {day(plan.asked_on)})."
    )
