"""The comparison with other methods, on a few made-up questions, without timing anything."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks import bench_bertopic, bench_peers, bertopic_peer
from benchmarks.__main__ import page


def test_each_method_has_a_row_and_only_ours_never_moves() -> None:
    texts, wanted = bench_peers.questions(4)
    rows = {row["method"]: row for row in bench_peers.compared("made up", texts, wanted)}
    assert {"ours, in no order", "KMeans", "NMF", "LDA"} <= set(rows)
    ours = rows["ours, in no order"]
    assert ours["texts"] == len(texts) == len(wanted)
    assert ours["adjusted Rand, two seeds"] == ours["adjusted Rand, two orders"] == "1.00"
    assert rows["LDA"]["adjusted Rand, two seeds"] != "1.00"


def test_the_lowest_agreement_of_results_is_shown() -> None:
    one, other = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    assert bench_peers._lowest([one, one, 1 - one]) == "1.00"
    assert float(bench_peers._lowest([one, one, other])) < 0.5
    assert bench_peers._lowest([one]) == "no chance in it"


def test_where_bertopic_is_not_installed_one_sentence_says_how(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bertopic_peer, "find_spec", lambda name: None)
    assert not bertopic_peer.installed()
    rows = bench_bertopic.run()
    assert [*rows[0].values()][1].startswith("BERTopic is not installed: ")
    assert "BERTopic is not installed" in page("bertopic", "title", "explanation", rows)
