"""Questions that were asked again and answers that were used again in another document."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.topics.reuse import reused

Tables = Mapping[str, pd.DataFrame]


def reused_texts(tables: Tables) -> pd.DataFrame:
    """Return nearly equal questions and answers of different documents, side by side.

    Parameters
    ----------
    tables
        All tables.

    Returns
    -------
    DataFrame
        The most alike first: ``kind_of_text`` (``question`` or ``answer``), ``first_id`` and
        ``second_id`` (the earlier document first, as far as the days are known), ``share_shared``
        (of the shorter text's rows of five words, which part is in the other), ``first_text``,
        ``second_text``. Empty with these columns where there are none. Texts of fewer than
        `analysis.topics.reuse.SHORTEST` words are not compared.
    """
    days = tables["documents"].set_index("document_id")
    days = days["answered_on"].fillna(days["asked_on"])
    columns = ["kind_of_text", "first_id", "second_id", "share_shared"]
    found = []
    for kind, key in (("question", "question_id"), ("answer", "answer_id")):
        texts = tables[f"{kind}s"].assign(day=tables[f"{kind}s"]["document_id"].map(days))
        texts = texts.sort_values(["day", "document_id", "start"], ignore_index=True)
        said = texts["text"].fillna("")
        pairs = reused(list(said), list(texts["document_id"]))
        one, other = pairs["first"], pairs["second"]
        values = [kind, texts[key].reindex(one).array, texts[key].reindex(other).array]
        table = pd.DataFrame(dict(zip(columns, [*values, pairs["shared"].array], strict=True)))
        table["first_text"] = said.reindex(one).array
        table["second_text"] = said.reindex(other).array
        found.append(table)
    every = pd.concat(found, ignore_index=True)
    return every.sort_values("share_shared", ascending=False, kind="stable", ignore_index=True)
