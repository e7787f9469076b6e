"""Lines that open a question or an answer, and lines that only look like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.parsing.markers import bullet_width, marker_of, numbers_in
from tests.parsing.records_of import STEADY


@pytest.mark.parametrize(
    ("line", "kind", "numbers"),
    [
        ("Vraag 1", "question", (1,)),
        ("Vraag 12:", "question", (12,)),
        ("Vraag 3, 4 en 5", "question", (3, 4, 5)),
        ("Vragen 4 en 5", "question", (4, 5)),
        ("Vraag 7, 8, 9 10 en 11", "question", (7, 8, 9, 10, 11)),
        ("Antwoord", "answer", ()),
        ("Antwoord:", "answer", ()),
        ("Antwoord 1", "answer", (1,)),
        ("Antwoord 41.", "answer", (41,)),
        ("Antwoord op vraag 1:", "answer", (1,)),
        ("Antwoord op vraag 3 en 4", "answer", (3, 4)),
        ("Antwoord op vraag 3 en 8", "answer", (3, 8)),
        ("Antwoord op vragen 7, 8, en 9", "answer", (7, 8, 9)),
        ("Antwoord op de vragen 2 tot en met 5", "answer", (2, 3, 4, 5)),
        ("Antwoord vraag 4-7:", "answer", (4, 5, 6, 7)),
        ("Antwoord vraag 4–7", "answer", (4, 5, 6, 7)),
        ("Antwoord vragen 1,2,3,4 en 5", "answer", (1, 2, 3, 4, 5)),
        ("Antwoorden 10 t/m 12", "answer", (10, 11, 12)),
        ("Antwoord 7/8", "answer", (7, 8)),
        ("Antwoord op vraag 7 en vraag 8", "answer", (7, 8)),
        ("Antwoord op vraag 7 en op de vragen 8 en 9:", "answer", (7, 8, 9)),
        ("Antwoord op de vragen 6 (en 7)", "answer", (6, 7)),
        ("Antwoord op vraag 7 & 8:", "answer", (7, 8)),
        ("Vraag 12a", "question", (12,)),
        ("Vraag 3a en b", "question", (3,)),
        ("Vraag 4a, 4b en 5", "question", (4, 5)),
        ("Vraag 1 van het lid Aalders (SP):", "question", (1,)),
        ("Antwoord op vraag 2 (CDA)", "answer", (2,)),
    ],
)
def test_a_marker_names_its_numbers(line: str, kind: str, numbers: tuple[int, ...]) -> None:
    marker = marker_of(line)
    assert marker is not None
    assert (marker.kind, marker.numbers, marker.rest) == (kind, numbers, None)


@pytest.mark.parametrize(
    "line",
    [
        "Vraag 6 gaat over vertrouwen",
        "Vraag 6 gaat over vertrouwen, en is beantwoord.",
        "Vragen van de leden van de fractie van de SP",
        "Vraagtekens zijn er niet.",
        "vraag 6",
        "Antwoord op de brief van 3 mei",
        "Antwoord van Minister Y (Financiën) (ontvangen 3 mei 2024)",
        "Antwoorden op schriftelijke vragen aan de minister",
        "Antwoord 2024",
        "Zie het antwoord op vraag 6.",
    ],
)
def test_running_text_opens_nothing(line: str) -> None:
    assert marker_of(line) is None


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Vraag 6: Is dat zo?", "Is dat zo?"),
        ("Vraag 6. Is dat zo?", "Is dat zo?"),
        ("Antwoord: Ja.", "Ja."),
        ("Antwoord op vraag 3 en 4: Ja.", "Ja."),
    ],
)
def test_what_follows_the_marker_on_its_line_is_kept(line: str, rest: str) -> None:
    marker = marker_of(line)
    assert marker is not None
    assert line[marker.rest :] == rest


def test_what_runs_down_is_no_range() -> None:
    assert numbers_in("7-4") == (7, 4)


@STEADY
@given(st.lists(st.integers(1, 999), min_size=1, unique=True))
def test_numbers_are_read_as_they_are_printed(numbers: list[int]) -> None:
    *first, last = map(str, numbers)
    printed = f"{', '.join(first)} en {last}" if first else last
    assert numbers_in(printed) == tuple(numbers)
    marker = marker_of(f"Vraag {printed}")
    assert marker is not None
    assert marker.numbers == tuple(numbers)


@STEADY
@given(
    st.integers(1, 900), st.integers(0, 60), st.sampled_from(["-", " – ", " t/m ", " tot en met "])
)
def test_a_range_holds_all_between_its_ends(first: int, more: int, sign: str) -> None:
    assert numbers_in(f"{first}{sign}{first + more}") == tuple(range(first, first + more + 1))


@STEADY
@given(st.integers(1, 900), st.lists(st.integers(0, 20), max_size=4))
def test_a_number_that_is_named_twice_counts_once(first: int, steps: list[int]) -> None:
    named = [first, *(first + step for step in steps)]
    assert len(numbers_in(", ".join(map(str, named)))) == len(set(named))


@pytest.mark.parametrize(
    ("line", "width"),
    [
        ("• Punt", 2),
        ("- punt", 2),
        ("– punt", 2),
        ("o Punt", 2),
        ("-naast andere", 0),
        ("o ja", 0),
        ("ook dit", 0),
        ("Punt", 0),
    ],
)
def test_a_bullet_is_told_from_a_hyphen_and_a_word(line: str, width: int) -> None:
    assert bullet_width(line) == width
