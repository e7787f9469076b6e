"""Hyphens at line ends and inside words: which belong to the word and which to the setting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from analysis.parsing.passage import Passage

_LINE_END = re.compile(r"([\w’']+)[-‐]$")
_HYPHENS = ("-", "‐")
_LINE_START = re.compile(r"^([\w’']+)")
_IN_LINE = re.compile(r"\b([^\W\d_]+)-( ?)([a-zà-ÿ]+)\b")
_MAY_MEND = re.compile(r"-(?<=[^\W\d_]-) ?[a-zà-ÿ]")  # far faster: it begins with the sign
_SHARED_PART = frozenset("en of als tot noch dan en/of respectievelijk resp via maar naar".split())
_CLOSING = frozenset(".,;:?!)»”")
_VOWEL = re.compile(r"[aeiouyà-ÿ]")
_HYPHENATED_FIRST = frozenset("niet non oud ex mbo hbo ict ggo eu vn".split())
_CLASHES = frozenset("aa ae ai au ee ei eu ie ii ij oe oi oo ou ui uu".split())
_RARE = 2e-7  # below it a form is in the word list for a few misprints only


def document_hyphenates(line_pairs: Iterable[tuple[str, str]]) -> bool:
    """Tell whether a document breaks words at line ends.

    Word processors mostly do not: there a hyphen at a line end belongs to the word, which is a
    compound of two words. The proof is a break that can be none of those: one of its parts is no
    word.

    Parameters
    ----------
    line_pairs
        Lines that follow each other in one paragraph.
    """
    for line, following in line_pairs:
        if not line.endswith(_HYPHENS):
            continue
        first, second = _LINE_END.search(line), _LINE_START.match(following)
        if first and second and _is_proof(first[1], second[1]):
            return True
    return False


def _is_proof(first: str, second: str) -> bool:
    if not (first + second).isalpha() or not second.islower() or first.isupper():
        return False
    return _is_broken_word(first, second) or not is_word(second) or not is_word(first)


def line_break(line: str, following: str, hyphenates: bool) -> tuple[bool, str]:
    """Tell how two lines of one paragraph are joined.

    Parameters
    ----------
    line, following
        The two lines.
    hyphenates
        Whether the document breaks words at line ends; see `document_hyphenates`.

    Returns
    -------
    drop_hyphen, separator
        Whether the hyphen at the end of the first line goes, and what comes between the lines.
    """
    first = _LINE_END.search(line) if line.endswith(_HYPHENS) else None
    if not first:
        if following[0] in _CLOSING:
            return False, ""  # a sign that an extractor put on a line of its own
        # An address or 'en/of' that was cut open goes on without a space.
        goes_on = line.endswith(("/", "(semi-")) and _LINE_START.match(following)
        return False, "" if goes_on else " "
    second = _LINE_START.match(following)
    if not second or second[1].casefold() in _SHARED_PART:
        return False, " "
    if not second[1][0].islower() or first[1].isupper() or any(map(str.isdigit, first[1])):
        return False, ""
    whole = first[1] + second[1]
    is_broken = _is_broken_word(first[1], second[1]) or (
        hyphenates and (is_word(whole) or not _has_own_hyphen(first[1], second[1]))
    )
    return is_broken, ""


def mend_hyphens(passage: Passage) -> Passage:
    """Mend words that an earlier line break left a hyphen in.

    ``uitvoe-ring`` becomes ``uitvoering`` and ``daar- naast`` becomes ``daarnaast``. The hyphen
    of ``IT-systeem`` stays, and that of ``taal- en denkniveau``.
    """
    if "-" not in passage.text or not _MAY_MEND.search(passage.text):
        return passage
    for match in reversed(list(_IN_LINE.finditer(passage.text))):
        first, space, second = match.groups()
        whole = first + second
        if second in _SHARED_PART or first.isupper() or not is_word(whole):
            continue
        if space or not is_word(first) or not is_word(second):
            passage = passage.without(match.end(1), match.start(3))
    return passage


def _is_broken_word(first: str, second: str) -> bool:
    return (
        second[0].islower()
        and not first.isupper()
        and is_word(first + second)
        and not (is_word(first) and is_word(second))
    )


def _has_own_hyphen(first: str, second: str) -> bool:
    """Tell whether two parts are spelled with a hyphen: by the rules of Dutch spelling.

    Those are abbreviations without a vowel or in capitals (``ggz-instelling``), some first parts
    (``niet-westers``, ``oud-minister``) and vowels that would clash (``mede-eigenaar``).
    """
    if first.casefold() in _HYPHENATED_FIRST or not _VOWEL.search(first.casefold()):
        return True
    if not _VOWEL.search(second) or first[-1].isupper():
        return True
    return is_word(first) and is_word(second) and first[-1] + second[0] in _CLASHES


def is_word(word: str) -> bool:
    """Tell whether a form is in the Dutch word list of wordfreq and no mere misprint there."""
    return _word_list().get(word.casefold().replace("’", "'"), 0.0) >= _RARE


@cache
def _word_list() -> dict[str, float]:
    from wordfreq import get_frequency_dict

    return get_frequency_dict("nl", "best")
