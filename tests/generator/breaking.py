"""Paragraphs broken into lines, with words that are broken at a hyphen."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from wordfreq import zipf_frequency

_LONG = re.compile(r"[a-zé]{10,}")
# Between a consonant and the consonant that begins a syllable: 'onder-houd', 'wach-ten' is not.
_BREAK = re.compile(r"(?<=[aeiou][bcdfglmnprst])(?=[bdfghklmnpvwz][aeiou])")


def broken(
    text: str, fits: Callable[[str], bool], chance: random.Random, hyphens: float
) -> list[str]:
    """Return the lines of a paragraph.

    Parameters
    ----------
    fits
        Whether a line is short enough.
    hyphens
        How often a word that does not fit is broken, where it can be.
    """
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if fits(longer) or not line:
            line = longer
            continue
        head, tail = _parts(word) if chance.random() < hyphens else ("", word)
        if head and fits(f"{line} {head}-"):
            lines.append(f"{line} {head}-")
            line = tail
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _parts(word: str) -> tuple[str, str]:
    """Return a well-known word in two parts; the first is empty where it cannot be broken.

    One of the parts is no word: ``bos-wachter`` may be spelled so, ``boswach-ter`` may not.
    """
    places = [
        match.start()
        for match in _BREAK.finditer(word)
        if 3 <= match.start() < len(word) - 3
        and min(
            zipf_frequency(word[: match.start()], "nl"), zipf_frequency(word[match.start() :], "nl")
        )
        < 1.5
    ]
    if not _LONG.fullmatch(word) or not places or zipf_frequency(word, "nl") < 2.5:
        return "", word
    return word[: places[0]], word[places[0] :]
