"""Texts that are used again: pairs that share most of their rows of words.

Comparing all pairs would be quadratic. Each text keeps some of its shingles (rows of five words),
those with the lowest digests, so that the same passage gives the same ones in every text; only
texts that share one are compared. What a pair shares must also be rare: the sentences that many
documents have (openings, courtesies, the usual refusals) are formulas, and no text used again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from hashlib import blake2b
from itertools import combinations

import pandas as pd

SHINGLE = 5
"""Words in a row that two texts must share to be compared."""

LEAST = 0.6
"""Least share of the shorter text's shingles that is in the other for a pair to be reported."""

SHORTEST = 12
"""Texts of fewer words are too short to say that one was used again."""

LONG = 25
"""Equal texts of so many words are found in however many documents: no formula is so long."""

_FORMULA = 5, 0.01  # documents, and share of the documents: what more of them have is a formula
_KEPT = 40  # shingles per text by which texts are found
_COMMON = 30  # a shingle of more texts than this finds none: pairs would grow with its square
_WORD = re.compile(r"\w+")


def reused(texts: Sequence[str], groups: Sequence[Hashable], least: float = LEAST) -> pd.DataFrame:
    """Return pairs of texts of different groups that are nearly the same, or hold one another.

    Parameters
    ----------
    texts
        Questions, or answers. Texts of fewer than `SHORTEST` words are left out.
    groups
        What each text is of, such as its document; pairs within one are not looked for.
    least
        Least containment to report, above 0.

    Returns
    -------
    DataFrame
        The most alike first: ``first`` and ``second`` (places in ``texts``, the lower first),
        ``shared`` (containment: the share of the shorter text's different shingles that are in the
        other, 0 to 1; Broder 1997). Where what a pair shares is for the most part formulas (see
        above), only equal texts of at least `LONG` words are in it, each with the first of them in
        another group. The work grows with the number of texts.
    """
    digests = [_shingles(text) for text in texts]
    holders = _holders(digests)
    formulas = _formulas(holders, groups)
    equal = _equal(digests, groups)
    alike: dict[tuple[int, int], float] = {}
    for one, other in _candidates(holders, groups) | equal:
        shorter, longer = sorted((digests[one], digests[other]), key=len)
        share = len(shorter & longer) / len(shorter)
        long = (one, other) in equal and len(shorter) > LONG - SHINGLE
        if share >= least and (long or not _formulaic(shorter & longer, formulas)):
            alike[one, other] = share
    rows = [(one, other, share) for (one, other), share in alike.items()]
    rows.sort(key=lambda row: (-row[2], row[0], row[1]))
    return pd.DataFrame(rows, columns=["first", "second", "shared"])


def _shingles(text: str) -> frozenset[bytes]:
    words = _WORD.findall(text.casefold())
    if len(words) < SHORTEST:
        return frozenset()
    rows = (" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
    return frozenset(blake2b(row.encode(), digest_size=8).digest() for row in rows)


def _holders(digests: Sequence[frozenset[bytes]]) -> dict[bytes, list[int]]:
    """Return which texts have each shingle, for the shingles that texts are found by."""
    holders: dict[bytes, list[int]] = defaultdict(list)
    for at, found in enumerate(digests):
        for digest in sorted(found)[:_KEPT]:
            holders[digest].append(at)
    return holders


def _formulas(
    holders: Mapping[bytes, Sequence[int]], groups: Sequence[Hashable]
) -> frozenset[bytes]:
    """Return the shingles that more groups have than a text that is used again would be in."""
    least, share = _FORMULA
    most = max(least, share * len(set(groups)))
    return frozenset(
        digest
        for digest, texts in holders.items()
        if len(texts) > most and len({groups[at] for at in texts}) > most
    )


def _formulaic(shared: frozenset[bytes], formulas: frozenset[bytes]) -> bool:
    """Tell whether what two texts share without the formulas is too short to be used again."""
    rare = shared - formulas
    return len(rare) < len(shared) and len(rare) <= SHORTEST - SHINGLE


def _candidates(
    holders: Mapping[bytes, Sequence[int]], groups: Sequence[Hashable]
) -> set[tuple[int, int]]:
    """Return the pairs of texts of different groups that share a kept shingle."""
    return {
        pair
        for texts in holders.values()
        if 1 < len(texts) <= _COMMON
        for pair in combinations(texts, 2)
        if groups[pair[0]] != groups[pair[1]]
    }


def _equal(digests: Sequence[frozenset[bytes]], groups: Sequence[Hashable]) -> set[tuple[int, int]]:
    """Return each text with the first that is equal to it, if that is of another group."""
    first: dict[frozenset[bytes], int] = {}
    pairs = set()
    for at, found in enumerate(digests):
        if found and groups[first.setdefault(found, at)] != groups[at]:
            pairs.add((first[found], at))
    return pairs
