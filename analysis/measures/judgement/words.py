"""Which words of an ask an answer takes up: lemmas, compounds, and how rare a word is."""

from __future__ import annotations

import re
from functools import lru_cache

import simplemma
from wordfreq import zipf_frequency

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,]\d+)*")

# simplemma takes these for other words.
_LEMMAS = {"leden": "lid", "reden": "reden", "redenen": "reden", "bent": "zijn"}

# What a question is made of besides its subject: who is asked, and how it is put.
_FRAME = frozenset(
    """
    kabinet regering minister staatssecretaris bewindspersoon lid fractie kamer vraag vragen
    mening opvatting deel delen eens bereid aangeven toelichten uitleggen ingaan reflecteren
    reflectie reageren reactie bekend kennen kennis klopt kloppen erkennen onderschrijven
    vinden zien kijken oordelen beoordelen achten denken voornemens plan gaan doen kunnen
    zullen willen moeten mogen worden hebben zijn wijze manier mate hoeverre reden waarom
    hoe welk welke wat wie wanneer waar hoeveel graag gaarne antwoord antwoorden
    beantwoorden bericht artikel genoemd onderhavig ander andere volgen volgens stap
    maatregel nemen geven komen maken staan houden laten bevestigen herinneren u uw ik mijn
    wij onze
    """.split()
)


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """Return the dictionary form of a Dutch word, in lower case."""
    lower = word.lower()
    return _LEMMAS.get(lower) or str(simplemma.lemmatize(lower, lang="nl")).lower()


@lru_cache(maxsize=100_000)
def rarity(word: str) -> float:
    """Return how much a word says: 0 for a frequent word up to 1 for one that is hardly used.

    Linear in the Zipf frequency (van Heuven et al. 2014) between 6 (``van``) and 2.5.
    """
    return min(max((6.0 - zipf_frequency(word, "nl")) / 3.5, 0.0), 1.0)


@lru_cache(maxsize=4096)
def content(text: str) -> dict[str, float]:
    """Return the lemmas of a text that say what it is about, each with its rarity."""
    found = {}
    for word in _WORD.findall(text):
        base = lemma(word)
        weight = 1.0 if word[0].isdigit() else rarity(base)
        if base not in _FRAME and weight > 0.15 and len(base) > 2:
            found[base] = weight
    return found


def overlap(asked: dict[str, float], said: dict[str, float]) -> float:
    """Return which part of what is asked is said, weighted by rarity: 0 to 1; 0 for no words."""
    total = sum(asked.values())
    if not total:
        return 0.0
    return sum(weight for word, weight in asked.items() if _said(word, said)) / total


def _said(word: str, said: dict[str, float]) -> bool:
    return word in said or any(_akin(word, other) for other in said)


@lru_cache(maxsize=200_000)
def _akin(one: str, other: str) -> bool:
    """Tell whether two lemmas share a stem: a compound and its part, or most of their trigrams."""
    short, long = sorted((one, other), key=len)
    if len(short) >= 5 and (long.startswith(short) or long.endswith(short)):
        return True
    if len(short) < 6 or short[:3] != long[:3]:
        return False
    first, second = _trigrams(short), _trigrams(long)
    return 2 * len(first & second) / (len(first) + len(second)) >= 0.6


def _trigrams(word: str) -> set[str]:
    return {word[i : i + 3] for i in range(len(word) - 2)}
