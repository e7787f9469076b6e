"""Which fracties sat in the asking committees, and which of them asked nothing."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

Tables = Mapping[str, pd.DataFrame]


def committee_fracties(tables: Tables) -> pd.DataFrame:
    """Return the fracties that sat in an asking committee, with what they did there.

    Only questions of documents that print the composition count: elsewhere it is not known who
    sat at the table.

    Returns
    -------
    DataFrame
        ``fractie``, ``members`` in the committees (a member of two counts once), ``asked`` and
        ``joined`` numbers of questions. Empty where no composition is printed.
    """
    members = tables["committee_members"]
    # A name is printed now as "Van Rooijen" and then as "van Rooijen".
    members = members.assign(member=members["member"].str.casefold())
    members = members.drop_duplicates(["document_id", "member", "fractie"])
    table = members.groupby("fractie").size().rename("members").to_frame()
    askers = tables["askers"]
    askers = askers[askers["document_id"].isin(members["document_id"])]
    for role in ("asked", "joined"):
        by_fractie = askers[askers["role"] == role].groupby("fractie")["question_id"].nunique()
        table[role] = by_fractie.reindex(table.index, fill_value=0)
    table = table.astype(int).reset_index()
    return table.sort_values(
        ["asked", "joined", "members", "fractie"],
        ascending=[False, False, False, True],
        ignore_index=True,
    )


def silent_fracties(members: pd.DataFrame) -> list[str]:
    """Return the fracties of `committee_fracties` that neither asked nor joined a question."""
    return sorted(members.loc[(members["asked"] == 0) & (members["joined"] == 0), "fractie"])
