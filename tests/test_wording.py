"""The words of the readers' pages: the same in both languages, and strict about their values."""

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.errors import AnalysisError
from analysis.wording import Wording, WordingError, files

NL = Wording("nl")
EN = Wording("en")


def write(folder: Path, language: str, text: str, name: str = "page") -> None:
    path = folder / language / f"{name}.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_both_languages_have_the_same_keys_and_placeholders() -> None:
    assert files.differences() == ()


def test_a_key_of_one_language_is_a_difference(tmp_path: Path) -> None:
    write(tmp_path, "nl", "one: een\ntwo: twee")
    write(tmp_path, "en", "one: one\nthree: three")
    assert files.differences(tmp_path) == (
        "Wording 'page.two' is only in 'nl'.",
        "Wording 'page.three' is only in 'en'.",
    )


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("key: 'van {title}'", "key: 'of {name}'"),
        ("key: [a, b]", "key: [a]"),
        ("key: {one: vraag, other: vragen}", "key: questions"),
    ],
)
def test_other_placeholders_length_or_form_is_a_difference(
    tmp_path: Path, dutch: str, english: str
) -> None:
    write(tmp_path, "nl", dutch)
    write(tmp_path, "en", english)
    assert len(files.differences(tmp_path)) == 1


def test_a_key_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "nl", "key: a\nother: b\nkey: c")
    with pytest.raises(WordingError, match=r"'key' stands twice .*page.yml, line 1"):
        files.load("nl", tmp_path)


def test_a_word_that_yaml_takes_for_a_truth_value_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "en", "negative: no")
    with pytest.raises(WordingError, match=r"'page\.negative' is no text but a bool"):
        files.load("en", tmp_path)


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(AnalysisError, match="'fr'"):
        Wording("fr")


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(WordingError, match=r"'report\.nothing'"):
        NL.say("report.nothing")


def test_a_missing_an_unused_and_an_unformatted_value_are_errors() -> None:
    with pytest.raises(WordingError, match="needs a value for 'high'"):
        NL.say("common.interval", low="1")
    with pytest.raises(WordingError, match="no place for 'mean'"):
        NL.say("common.interval", low="1", high="2", mean="3")
    with pytest.raises(WordingError, match="a float for 'low'"):
        NL.say("common.interval", low=1.5, high="2")


def test_a_list_and_a_text_are_not_taken_for_each_other() -> None:
    assert len(NL.lines("report.caveats.items")) > 3
    with pytest.raises(WordingError):
        NL.say("report.caveats.items")
    with pytest.raises(WordingError):
        NL.lines("report.skip")


@pytest.mark.parametrize(
    ("value", "digits", "dutch", "english"),
    [
        (4616, 0, "4.616", "4,616"),
        (12.345, 1, "12,3", "12.3"),
        (3.0, 1, "3,0", "3.0"),
        (-0.2, 0, "0", "0"),
        (np.int64(79), 0, "79", "79"),
        (float("nan"), 1, "–", "–"),
        (None, 0, "–", "–"),
    ],
)
def test_number(value: float | None, digits: int, dutch: str, english: str) -> None:
    assert NL.number(value, digits) == dutch
    assert EN.number(value, digits) == english


def test_percent_takes_a_share() -> None:
    assert NL.percent(0.125, 1) == "12,5%"
    assert EN.percent(1) == "100%"
    assert NL.percent(float("nan")) == "–"


def test_interval() -> None:
    assert NL.interval(17, 418) == "17 tot 418"
    assert EN.interval(0.1, 0.345, 1, percent=True) == "10.0% to 34.5%"


def test_date() -> None:
    assert NL.date(date(2023, 12, 11)) == "11 december 2023"
    assert EN.date(pd.Timestamp("2023-12-11")) == "11 December 2023"
    assert NL.date(pd.NaT) == "–"


@pytest.mark.parametrize(
    ("n", "expected"), [(0, "0 vragen"), (1, "1 vraag"), (2, "2 vragen"), (1000, "1.000 vragen")]
)
def test_count_chooses_singular_or_plural(n: int, expected: str) -> None:
    assert NL.count(n, "common.question") == expected


def test_join() -> None:
    assert NL.join([]) == ""
    assert NL.join(["a"]) == "a"
    assert NL.join(["a", "b", "c"]) == "a, b en c"
    assert EN.join(["a", "b", "c"]) == "a, b and c"
