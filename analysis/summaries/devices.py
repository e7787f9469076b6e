"""Devices found in answers: each with its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.codebook.devices import JOINT, SKIPPED
from analysis.measures.coverage import direct_links
from analysis.measures.evasiveness import ALL_GUARDS, Hit, find_devices
from analysis.measures.guards import GUARD_NAMES
from analysis.measures.judgement.questions import Given, given_pairs, judgement_of
from analysis.measures.judgement.verdict import Judgement
from analysis.summaries.answers import question_texts
from analysis.tables.places import source_place

Tables = Mapping[str, pd.DataFrame]
Judged = tuple[Given, Judgement]

_COLUMNS = [
    "answer_id",
    "document_id",
    "questions",
    "category",
    "pattern",
    "before",
    "words",
    "after",
    "page",
    "source_start",
]


def device_hits(tables: Tables, overview: pd.DataFrame) -> pd.DataFrame:
    """Return every device found in the answers, in its own words.

    Parameters
    ----------
    tables
        All tables.
    overview
        As `analysis.summaries.answers.answer_overview` returns it.

    Returns
    -------
    DataFrame
        One row per hit in the order of the answers: ``answer_id``, ``document_id``,
        ``questions``, ``category``, ``pattern``, the exact ``words`` with the rest of their
        sentence ``before`` and ``after``, ``page`` of the answer, and ``source_start``, the
        offset of the words in the document's text. Empty with these columns where none is found.
    """
    text = tables["answers"].set_index("answer_id")["text"]
    asked = question_texts(tables)
    rows = []
    for answer in overview.itertuples():
        words = text[answer.answer_id]
        for hit in find_devices(words, asked.get(answer.answer_id)):
            place = source_place(tables["pieces"], answer.answer_id, hit.start)
            rows.append(_row(answer, words, hit, place))
    return pd.DataFrame(rows, columns=_COLUMNS)


def judgements(tables: Tables) -> list[Judged]:
    """Return every question that has a text and an answer, with its judgement."""
    pairs = ((pair, judgement_of(pair)) for pair in given_pairs(tables))
    return [(pair, judged) for pair, judged in pairs if judged is not None]


def all_hits(tables: Tables, overview: pd.DataFrame, judged: Sequence[Judged]) -> pd.DataFrame:
    """Return the devices in words, as `device_hits`, and after them those of structure.

    Parameters
    ----------
    tables, overview
        As `device_hits` takes them.
    judged
        As `judgements` returns them.

    Returns
    -------
    DataFrame
        The columns of `device_hits`. A skipped ask is a row, with the words of the ask, its page
        and its place; a joint answer is one without words. Neither has a ``pattern``.
    """
    skipped = _skipped_asks(tables, overview, judged)
    parts = [device_hits(tables, overview), skipped, _joint(overview)]
    filled = [part for part in parts if len(part)] or parts[:1]
    return pd.concat(filled, ignore_index=True)


def question_devices(judged: Sequence[Judged]) -> pd.DataFrame:
    """Return which devices the answer to each question has.

    Parameters
    ----------
    judged
        As `judgements` returns them.

    Returns
    -------
    DataFrame
        ``question_id`` and ``category``, one row per question and device; ``category`` is null for
        a question whose answer has none. Of a joint answer only what may be about the question.
    """
    rows: list[tuple[str, str | None]] = []
    for pair, found in judged:
        codes: list[str | None] = list(dict.fromkeys(hit.category for hit in found.hits))
        codes += [SKIPPED] * (SKIPPED in found.categories) + [JOINT] * found.joint
        rows += [(pair.question_id, code) for code in codes or [None]]
    return pd.DataFrame(rows, columns=["question_id", "category"])


def _skipped_asks(tables: Tables, overview: pd.DataFrame, judged: Sequence[Judged]) -> pd.DataFrame:
    """Return the asks that no sentence of the answer takes up, as rows of `device_hits`."""
    starts = tables["asks"].groupby("question_id", sort=False)["start"].agg(list)
    pages = tables["questions"].set_index("question_id")["page"]
    answers = overview.set_index("answer_id")
    links = direct_links(tables["question_answers"]).set_index("question_id")["answer_id"]
    rows = []
    for pair, found in judged:
        if SKIPPED not in found.categories:
            continue
        answer = answers.loc[links[[pair.question_id]].iloc[0]]
        ids = (answer.name, answer.document_id, answer.questions)
        places = starts.get(pair.question_id) or [None] * len(found.asks)
        for ask, start in zip(found.asks, places, strict=True):
            if ask.outcome == "none":
                words = ("", ask.ask.text, "")
                rows.append((*ids, SKIPPED, None, *words, pages[pair.question_id], start))
    return pd.DataFrame(rows, columns=_COLUMNS)


def _joint(overview: pd.DataFrame) -> pd.DataFrame:
    """Return the answers to several questions, as rows of `device_hits`."""
    joint = overview[overview["n_questions"] > 1]
    return joint.assign(
        category=JOINT, pattern=None, before="", words="", after="", source_start=None
    )[_COLUMNS]


def _row(answer: object, text: str, hit: Hit, place: int | None) -> list[object]:
    return [
        answer.answer_id,
        answer.document_id,
        answer.questions,
        hit.category,
        hit.pattern,
        text[hit.sentence_start : hit.start],
        text[hit.start : hit.end],
        text[hit.end : hit.sentence_end],
        answer.page,
        place,
    ]


def agreement_with_labels(
    hits: pd.DataFrame, labels: pd.DataFrame, tables: Tables, category: str
) -> pd.Series:
    """Return how well the hits of a category agree with a reader's labels of the questions.

    Parameters
    ----------
    hits
        As `device_hits` returns them.
    labels
        ``question_id`` and ``categories`` (codes separated by ``;``), one row per question.
    tables
        All tables.
    category
        Code of the device.

    Returns
    -------
    Series
        Counts of questions: ``n``, ``both``, ``only_instrument``, ``only_reader``, ``neither``;
        and ``precision`` and ``recall`` (nan where there is nothing to divide by).
    """
    links = tables["question_answers"]
    with_it = hits.loc[hits["category"] == category, "answer_id"]
    found = set(links.loc[links["answer_id"].isin(with_it), "question_id"])
    labelled = labels["categories"].fillna("").str.split(";").map(lambda codes: category in codes)
    instrument = labels["question_id"].isin(found)
    both = int((labelled & instrument).sum())
    counts = {
        "n": len(labels),
        "both": both,
        "only_instrument": int((instrument & ~labelled).sum()),
        "only_reader": int((labelled & ~instrument).sum()),
        "neither": int((~labelled & ~instrument).sum()),
        "precision": both / int(instrument.sum()) if instrument.any() else float("nan"),
        "recall": both / int(labelled.sum()) if labelled.any() else float("nan"),
    }
    return pd.Series(counts)


def guard_effects(tables: Tables) -> pd.DataFrame:
    """Return what each guard takes away.

    Returns
    -------
    DataFrame
        One row per guard: ``guard``, ``strong`` and ``weak``: the number of hits more in the
        answers with this guard alone switched off.
    """
    asked = question_texts(tables)
    texts = tables["answers"].set_index("answer_id")["text"]

    def counts(guards: object) -> pd.Series:
        tiers = [
            hit.tier
            for answer_id, text in texts.items()
            for hit in find_devices(text, asked.get(answer_id), guards)
        ]
        return pd.Series(tiers, dtype="str").value_counts().reindex(["strong", "weak"]).fillna(0)

    usual = counts(ALL_GUARDS)
    rows = [(counts(ALL_GUARDS.without(name)) - usual).rename(name) for name in GUARD_NAMES]
    return pd.DataFrame(rows).astype(int).rename_axis("guard").reset_index()
