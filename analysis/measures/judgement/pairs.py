"""The judgement of pairs of question and answer in a file of the user's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import pandas as pd

from analysis.errors import AnalysisError
from analysis.measures.judgement.questions import Given, judgement_of, judgement_row
from analysis.parsing.markers import NUMBERS, numbers_in
from analysis.text import unwrapped, words

PAIR_COLUMNS = ("id", "question", "answer")
JUDGED_COLUMNS = ("id", "coverage", "clarity", "status", "n_asks", "categories", "evidence")


def _head(word: str) -> re.Pattern[str]:
    """Return the pattern of a heading: on its own line, before a colon, or before a capital."""
    numbers = NUMBERS.replace(r"\s", r"[ \t]")
    return re.compile(
        rf"\s*(?:{word}(?:[ \t]+(?P<numbers>{numbers}))?"
        r"(?:[ \t]*(?:[:.)]|\n)|(?=[ \t]+[A-Z«“\"‘]))|\d{1,3}[.)](?=\s+[A-Z«“\"‘]))\s*"
    )


# What may have come along with a text: "Vraag 4", "Antwoord op vraag 4:", "4."
_QUESTION_HEAD = _head(r"(?:Vra(?:ag|gen)|VRA(?:AG|GEN))")
_ANSWER_HEAD = _head(r"(?i:antwoord(?:en)?(?:[ \t]+op)?(?:[ \t]+(?:de[ \t]+)?vra(?:ag|gen))?)")
# The number of a note, glued to a word or to the end of a sentence: "uitvoering3", "gemeld.12".
_NOTE_NUMBER = re.compile(
    r"(?<=[a-zà-ÿ]{4})\d{1,2}(?=[\s.,;:?)]|$)|(?<=[a-zà-ÿ»”’)][.?!])\d{1,3}(?=\s|$)"
)
# So many words are not given twice by chance: the answer is one, to several questions.
_NO_COINCIDENCE = 15


def judge_pairs(pairs: pd.DataFrame, language: str = "nl") -> pd.DataFrame:
    """Judge each row of a table of questions and answers.

    Parameters
    ----------
    pairs
        ``id``, ``question``, ``answer``, and optionally ``numbers``: the numbers of the questions
        that the answer was given to, such as ``4, 5 en 6``, ``4-6`` or a list. An answer of more
        than a few words that stands on more rows is taken for a joint one in any case.
        A heading (``Vraag 4``, ``Antwoord op vraag 4:``) that came along is passed over.
    language
        Of the evidence.

    Returns
    -------
    DataFrame
        One row per id, in the order of ``pairs``, with the columns `JUDGED_COLUMNS`. Where the
        answer is empty the status is ``unanswered``; where the question is, there is none.

    Raises
    ------
    AnalysisError
        Where a column is missing, or an id is missing or stands twice.
    """
    _check(pairs)
    repeated = Counter(map(_text, pairs["answer"]))
    rows = []
    for row in pairs.to_dict("records"):
        pair = _given(row, repeated)
        judged = judgement_of(pair)
        found: dict[str, object] = {"id": row["id"]}
        if judged is not None:
            found |= judgement_row(judged, language)
        elif not pair.answer.strip():
            found["status"] = "unanswered"
        rows.append(found)
    return pd.DataFrame(rows, columns=list(JUDGED_COLUMNS)).astype({"n_asks": "Int64"})


def _given(row: dict[str, object], repeated: Counter[str]) -> Given:
    question, answer = _text(row["question"]), _text(row["answer"])
    times = repeated[answer]
    asked, said = _QUESTION_HEAD.match(question), _ANSWER_HEAD.match(answer)
    numbers = _numbers(row.get("numbers")) or _numbers(said["numbers"] if said else None)
    if len(numbers) < 2 and times > 1 and len(words(answer)) >= _NO_COINCIDENCE:
        numbers = tuple(range(1, times + 1))
    question = question[asked.end() :] if asked else question
    answer = answer[said.end() :] if said else answer
    return Given(str(row["id"]), _plain(question), _plain(answer), numbers)


def _plain(text: str) -> str:
    """Return a text that was cut out of a page without its line ends and note numbers."""
    return _NOTE_NUMBER.sub("", unwrapped(text))


def _check(pairs: pd.DataFrame) -> None:
    for column in PAIR_COLUMNS:
        if column not in pairs.columns:
            raise AnalysisError(
                f"the column '{column}' is missing; needed are id, question, answer"
            )
    if (pairs["id"].map(_text).str.strip() == "").any():
        raise AnalysisError("a row has no id")
    double = pairs["id"][pairs["id"].duplicated()]
    if len(double):
        raise AnalysisError(f"the id '{double.iloc[0]}' stands on more than one row")


def _numbers(value: object) -> tuple[int, ...]:
    """Return the numbers in a cell: a number, a list, or words such as ``4, 5 en 6``."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        return tuple(numbers_in(re.sub(r"\.0\b|[^\w\s/–-]", ",", _text(value))))
    return tuple(int(float(number)) for number in value)


def _text(value: object) -> str:
    missing = value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value))
    return "" if missing else str(value)
