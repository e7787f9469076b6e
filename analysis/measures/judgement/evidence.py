"""The evidence of a judgement, in words: what was asked, and which words of the answer it got."""

from __future__ import annotations

from analysis.measures.judgement.classes import SKIPPED
from analysis.measures.judgement.verdict import AskJudgement, Judgement
from analysis.wording import Wording

_LONGEST = 160


def evidence_of(judgement: Judgement, language: str = "nl") -> str:
    """Return the evidence of a judgement: a sentence for each ask and for each device.

    Parameters
    ----------
    judgement
        As `judge` returns it.
    language
        ``nl`` or ``en``; quotations stay as they are.
    """
    wording = Wording(language)
    said = [_ask(rank, ask, wording) for rank, ask in enumerate(judgement.asks, start=1)]
    told = set()
    for hit in judgement.hits:
        if hit.category in judgement.categories and hit.category not in told:
            told.add(hit.category)
            words = _short(judgement.answer[hit.start : hit.end])
            device = wording.value("category", hit.category)
            said.append(wording.say("judgement.device", device=device, words=words))
    if SKIPPED in judgement.categories:
        said.append(wording.say("judgement.skipped", device=wording.value("category", SKIPPED)))
    if judgement.joint:
        said.append(wording.say("judgement.joint"))
    return " ".join(said)


def ask_evidence(judged: AskJudgement, language: str = "nl") -> str:
    """Return why an ask was judged so: the words of the answer that decided it."""
    wording = Wording(language)
    if not judged.due:
        return wording.say("judgement.not_due")
    reading = judged.reading
    sentence = reading.deciding or reading.best
    if sentence is None:
        return wording.say("judgement.nothing")
    key = f"judgement.{reading.polarity}" if reading.polarity else f"judgement.{judged.outcome}"
    return wording.say(key, words=_short(sentence.text))


def _ask(rank: int, judged: AskJudgement, wording: Wording) -> str:
    outcome = wording.value("outcome", judged.outcome or "not_due")
    why = ask_evidence(judged, wording.language)
    return wording.say("judgement.ask", rank=rank, outcome=outcome, why=why)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"
