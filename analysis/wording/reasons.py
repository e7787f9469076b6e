"""Why a file could not be read, in the language of the reader."""

from __future__ import annotations

from functools import cache
from typing import Any

from analysis.wording import Wording
from analysis.wording.files import load

_REASONS = "findings.reasons."


def finding_sentence(code: str, values: dict[str, Any], wording: Wording) -> str:
    """Return the sentence of a finding.

    Parameters
    ----------
    code, values
        As in the table ``findings``; the reason of a file that could not be read is as the reader
        of its format said it: ``NAME: the reason``, in English.
    """
    if "reason" in values:
        name, _, reason = str(values["reason"]).partition(": ")
        values = {**values, "reason": f"{name}: {reason_in(reason, wording)}"}
    return wording.say(f"findings.{code}", **values)


def reason_in(reason: str, wording: Wording) -> str:
    """Return a reason in a language; one that no wording begins like stays as it is."""
    if wording.language == "en":
        return reason
    key = next((key for begin, key in _beginnings() if reason.startswith(begin)), None)
    return wording.say(key) if key else reason


@cache
def _beginnings() -> tuple[tuple[str, str], ...]:
    """Return how each reason begins in English, the longest first, with its key."""
    texts = {key: text for key, text in load("en").items() if key.startswith(_REASONS)}
    found = [(text, key) for key, text in texts.items() if isinstance(text, str)]
    return tuple(sorted(found, key=lambda one: len(one[0]), reverse=True))
