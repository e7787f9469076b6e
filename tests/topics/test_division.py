"""From a table of texts to topics: the same for every order, and clear where it cannot be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

from analysis.cli import commands
from analysis.errors import AnalysisError
from analysis.topics import TooFewTexts, agreement, loose_topics
from analysis.topics import corpus as corpus_module
from analysis.topics.division import divide_table
from analysis.topics.texts import loose_weights
from tests.topics.texts import SUBJECTS, loose_texts


def table(seed: int = 0, per_subject: int = 6) -> pd.DataFrame:
    texts, subjects = loose_texts(per_subject, seed)
    return pd.DataFrame(
        {"id": [f"t{i}" for i in range(len(texts))], "text": texts, "subject": subjects}
    )


def test_loose_texts_are_divided_by_subject() -> None:
    frame = table()
    found = divide_table(frame[["id", "text"]])
    assert list(found.columns) == ["id", "topic", "topic_name", "stability"]
    assert list(found["id"]) == list(frame["id"])
    assert found["topic"].nunique() == len(SUBJECTS)
    assert agreement(list(found["topic"]), list(frame["subject"])) == pytest.approx(1)
    assert found["stability"].between(0, 1).all()


def test_every_order_gives_the_same_topics() -> None:
    frame = pd.concat([table(), table().assign(id=lambda f: "twice " + f["id"])])
    wanted = divide_table(frame).set_index("id")
    for seed in range(20):
        np.random.seed(seed)  # the state of chance must not matter either
        shuffled = frame.sample(frac=1, random_state=seed)
        found = divide_table(shuffled).set_index("id").loc[wanted.index]
        pd.testing.assert_frame_equal(found, wanted)


def test_every_order_of_rows_gives_the_same_blocks() -> None:
    frame = table().sort_values("subject", kind="stable").assign(order=range(24))
    wanted = divide_table(frame, ordered=True).set_index("id")
    for seed in range(20):
        np.random.seed(seed)
        shuffled = frame.sample(frac=1, random_state=seed)
        found = divide_table(shuffled, ordered=True).set_index("id").loc[wanted.index]
        pd.testing.assert_frame_equal(found, wanted)


@pytest.mark.parametrize("number", [1, 2, 3, 7, 24])
def test_as_many_topics_as_are_asked_for(number: int) -> None:
    assert divide_table(table(), number)["topic"].nunique() == number


def test_more_topics_than_texts() -> None:
    with pytest.raises(AnalysisError, match="25 topics cannot be made of 24"):
        divide_table(table(), 25)


def test_a_joint_answer_counts_once() -> None:
    frame = table().assign(answer="")
    joint = "Op deze zeven vragen samen is dit het ene antwoord dat de minister geeft."
    frame.loc[frame.index[:7], "answer"] = joint
    found = divide_table(frame)
    assert found["topic"].iloc[:7].nunique() == 1
    with pytest.raises(TooFewTexts, match="te weinig teksten: 1 texts"):
        divide_table(frame.iloc[:7])


def test_a_short_answer_that_comes_back_is_not_a_joint_answer() -> None:
    frame = table().assign(answer="Ja.")
    assert divide_table(frame, len(SUBJECTS))["topic"].nunique() == len(SUBJECTS)


@pytest.mark.parametrize("text", ["De haring zwemt in zee.", "???"])
@pytest.mark.parametrize("ordered", [True, False])
def test_texts_that_are_all_the_same_are_one_topic(text: str, ordered: bool) -> None:
    found = divide_table(table().assign(text=text), ordered=ordered)
    assert found["topic"].tolist() == [1] * len(found)


def test_the_order_decides_where_it_is_given() -> None:
    frame = table().sort_values("subject", kind="stable")
    frame["order"] = range(len(frame))
    shuffled = frame.sample(frac=1, random_state=1)
    found = divide_table(shuffled, len(SUBJECTS)).set_index("id").loc[frame["id"]]
    assert found["topic"].is_monotonic_increasing
    assert agreement(list(found["topic"]), list(frame["subject"])) > 0.85
    assert divide_table(shuffled, ordered=False)["topic"].nunique() == len(SUBJECTS)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": "same"}, "the id 'same' is there more than once"),
        ({"text": ""}, "the text of 't0' is empty"),
        ({"order": "last"}, "the order of 't0' is no number"),
    ],
)
def test_what_cannot_be_divided(change: dict[str, str], message: str) -> None:
    with pytest.raises(AnalysisError, match=message):
        divide_table(table().assign(**change))


def test_many_texts_by_way_of_clusters(monkeypatch: pytest.MonkeyPatch) -> None:
    texts, subjects = loose_texts(60, 3)
    monkeypatch.setattr(corpus_module, "DIRECT", 100)
    found = loose_topics(texts, len(SUBJECTS))
    assert len(found.ties) < len(texts)
    assert agreement(list(found.labels), subjects) > 0.9
    order = np.random.default_rng(0).permutation(len(texts))
    again = loose_topics([texts[at] for at in order], len(SUBJECTS)).labels
    assert list(again) == list(found.labels[order])


def test_names_count_twice_and_words_of_asking_not_at_all() -> None:
    words = ["bericht", "boot", "shell", "marifoon", "nam"]
    texts = ["Kent u het bericht over Shell en de NAM?", "Marifoon aan boord van een boot?"]
    assert loose_weights(texts, words).tolist() == [0, 1, 2, 1, 2]


def test_texts_without_a_word_of_a_subject() -> None:
    texts = [f"Zo nee, waarom niet? {i}" for i in range(9)]
    assert len(loose_topics(texts).labels) == 9


def test_the_command(tmp_path: Path) -> None:
    table().to_csv(tmp_path / "in.csv", index=False)
    out = tmp_path / "out" / "topics.parquet"
    arguments = ["topics", str(tmp_path / "in.csv"), "--out", str(out), "--k", "4", "--unordered"]
    done = CliRunner().invoke(commands, arguments)
    assert done.exit_code == 0, done.output
    assert "Topics: 4, of 24 texts" in done.output
    assert set(pd.read_parquet(out)["topic"]) == {1, 2, 3, 4}


def test_the_command_says_that_there_are_too_few(tmp_path: Path) -> None:
    table().head(7).to_csv(tmp_path / "in.csv", index=False)
    arguments = ["topics", str(tmp_path / "in.csv"), "--out", str(tmp_path / "out.csv")]
    done = CliRunner().invoke(commands, arguments)
    assert done.exit_code == 1
    assert "te weinig teksten" in done.output
    assert not (tmp_path / "out.csv").exists()
