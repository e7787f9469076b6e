"""Devices found in answers: each with its words, and how many answers use them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.codebook.devices import categories
from analysis.measures.evasiveness import ALL_GUARDS, Hit, find_devices
from analysis.measures.guards import GUARD_NAMES
from analysis.measures.promises import find_promises
from analysis.summaries.answers import question_texts
from analysis.summaries.intervals import share_interval
from analysis.tables.places import source_place

Tables = Mapping[str, pd.DataFrame]

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


def device_rates(
    hits: pd.DataFrame,
    overview: pd.DataFrame,
    category: str,
    by: str | None = None,
    minimum: int = 0,
) -> pd.DataFrame:
    """Return how many answers use a device at least once.

    Parameters
    ----------
    hits, overview
        As `device_hits` and `analysis.summaries.answers.answer_overview` return them.
    category
        Code of the device.
    by
        Column of ``overview`` to group by, where nothing is shown as a dash; ``None`` for all
        answers together.

    minimum
        Fewest answers of a group for which shares and rates are given.

    Returns
    -------
    DataFrame
        ``group``, ``n_answers``, ``n_with``, ``share`` with Wilson's ``share_low`` and
        ``share_high``, ``words``, ``hits`` and ``per_1000_words``; in the order of the document.
        Shares and rates are nan below ``minimum``.
    """
    with_it = set(hits.loc[hits["category"] == category, "answer_id"])
    n_hits = hits[hits["category"] == category].groupby("answer_id").size()
    frame = overview.assign(
        has=overview["answer_id"].isin(with_it),
        hits=overview["answer_id"].map(n_hits).fillna(0).astype(int),
        group="" if by is None else overview[by].fillna("–"),
    )
    rows = []
    for group, part in frame.groupby("group", sort=False):
        n, k, words = len(part), int(part["has"].sum()), int(part["n_words"].sum())
        found = int(part["hits"].sum())
        figures = [k / n, *share_interval(k, n), 1000 * found / max(words, 1)]
        if n < minimum:
            figures = [float("nan")] * len(figures)
        rows.append([group, n, k, *figures[:3], words, found, figures[3]])
    columns = ["group", "n_answers", "n_with", "share", "share_low", "share_high"]
    return pd.DataFrame(rows, columns=[*columns, "words", "hits", "per_1000_words"])


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


def rates_by_category(hits: pd.DataFrame, overview: pd.DataFrame) -> pd.DataFrame:
    """Return the rates of every lexical device, and of the tiers, strong before weak.

    Parameters
    ----------
    hits, overview
        As `device_rates` takes them.

    Returns
    -------
    DataFrame
        ``tier`` and ``category`` (``None`` for any device of the tier) before the columns of
        `device_rates` without ``group``.
    """
    rows = []
    for tier in ("strong", "weak"):
        codes = [entry.code for entry in categories() if entry.tier == tier]
        of_tier = hits[hits["category"].isin(codes)].assign(category=tier)
        parts = [(None, device_rates(of_tier, overview, tier))]
        parts += [(code, device_rates(hits, overview, code)) for code in codes]
        for code, part in parts:
            rows.append(part.drop(columns="group").assign(tier=tier, category=code))
    frame = pd.concat(rows, ignore_index=True)
    return frame[["tier", "category", *frame.columns.drop(["tier", "category"])]]


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


def promises(tables: Tables, overview: pd.DataFrame) -> pd.DataFrame:
    """Return the promises in the answers, by when they are due, and which cannot be held to.

    Returns
    -------
    DataFrame
        One row per promise in the order of the answers: ``answer_id``, ``document_id``,
        ``questions``, ``who``, ``what``, ``sentence``, ``when`` (the words), ``earliest``,
        ``latest``, ``flag`` (``past``, ``undated``, or none) and ``page``.
    """
    text = tables["answers"].set_index("answer_id")["text"]
    days = tables["documents"].set_index("document_id")["answered_on"]
    columns = "answer_id document_id questions who what sentence when earliest latest flag page"
    rows = []
    for answer in overview.itertuples():
        day = days[answer.document_id]
        day = None if pd.isna(day) else pd.Timestamp(day).date()
        words = text[answer.answer_id]
        for each in find_promises(words, day):
            sentence = words[each.start : each.end]
            due = (each.when, each.earliest, each.latest, each.flag)
            ids = (answer.answer_id, answer.document_id, answer.questions)
            rows.append((*ids, each.who, each.what, sentence, *due, answer.page))
    return pd.DataFrame(rows, columns=columns.split())
