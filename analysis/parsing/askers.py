"""Who asked which question, and who joined."""

from __future__ import annotations

from analysis.parsing.names import (
    asking_members,
    committee_members,
    joining_fracties,
    speaking_fracties,
)
from analysis.parsing.notes import Note
from analysis.parsing.records import Asker, CommitteeMember, Question
from analysis.text import sentences


def askers_of(
    questions: list[Question], front: str, submitters: tuple[str, ...] = ()
) -> list[Asker]:
    """Return who asked each question, and who joined it.

    A fractie asks the questions under its heading, and those in whose words it asks ("De leden
    van de SP-fractie vragen"; "Deze leden" are those that were named last). Where the document is
    of some members ("Vragen van het lid A (SP)"), they ask every question. A fractie that "sluit
    zich aan" joins the questions of the fracties that the sentence names, or all where it names
    none.

    Parameters
    ----------
    submitters
        The members who ask, as the metadata of the file names them, without their fractie: they
        ask every question where the text names nobody.

    Returns
    -------
    list of Asker
        Per question those who asked, then those who joined; empty where nobody is named.
    """
    joins = [
        (joining, found[1])
        for paragraph in front.split("\n")
        if "sluit" in paragraph.casefold()  # cutting sentences is slow; hardly any one joins
        for sentence in sentences(paragraph)
        if (found := joining_fracties(sentence))
        for joining in found[0]
    ]
    heading = asking_members(front)
    askers: list[Asker] = []
    speaking: list[str] = []
    for question in questions:
        if question.asked_by:
            askers += _asked_under_heading(question, joins)
        elif heading:
            askers += [
                Asker(question, fractie, "; ".join(members), "asked")
                for fractie, members in heading.items()
            ]
        else:
            words = f"{question.context.text}\n{question.text.text}"
            speaking = speaking_fracties(words) or speaking
            askers += [Asker(question, fractie, None, "asked") for fractie in speaking]
    if askers:
        return askers
    members = dict.fromkeys(submitters)
    return [Asker(question, None, name, "asked") for question in questions for name in members]


def _asked_under_heading(question: Question, joins: list[tuple[str, list[str]]]) -> list[Asker]:
    # The letter says it again, not always in the same words.
    joining_this = dict.fromkeys(
        joining
        for joining, joined in joins
        if (not joined or question.asked_by.keys() & joined) and joining not in question.asked_by
    )
    asked = [Asker(question, *who, "asked") for who in question.asked_by.items()]
    return [*asked, *(Asker(question, joining, None, "joined") for joining in joining_this)]


def committees_of(notes: list[Note], source_text: str) -> list[CommitteeMember]:
    """Return the composition of the asking committees, where footnotes print it.

    The name of a committee is what its marker is glued to: the words from the last ``voor`` or
    ``en`` in front of it. A composition that is printed again counts once.
    """
    members: dict[tuple[str, str, str], CommitteeMember] = {}
    for note in notes:
        committee = _committee_before(source_text[: note.anchor_at or 0])
        if not committee:
            continue
        for member in committee_members(committee, note.passage.text):
            members.setdefault((committee, member.member, member.fractie), member)
    return list(members.values())


def _committee_before(text: str) -> str:
    """Return the name of the committee whose footnote marker comes next.

    ``commissies voor Justitie en Veiligheid¹ en Binnenlandse Zaken²``: the name begins after the
    marker before it, or after ``voor``.
    """
    words: list[str] = []
    for word in reversed(text[-200:].split()):
        if word == "voor" or word[-1].isdigit():
            break
        words.insert(0, word)
    while words and words[0] in ("en", "de"):
        words.pop(0)
    return " ".join(words)
