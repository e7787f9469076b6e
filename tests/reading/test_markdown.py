"""Markdown: the marks go, the words and the notes stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.parsing import parse
from analysis.reading import read
from analysis.reading.markdown import is_markdown, plain_of
from tests.parsing.records_of import answers_of

LETTER = """\
# Beantwoording Kamervragen

Geachte voorzitter,

Hierbij de antwoorden op de vragen van het lid Aalders \\(SP\\), ingezonden 3 mei 2024\\.

__Vraag 1__

Kent u het *bericht* \\'Brug open\\'?<a id="footnote-ref-1"></a>[\\[1\\]](\\#footnote\\-1)

__
Antwoord op vraag 1__

Ja, zie [de brief](https://brug.example/brief_(1).html)\\.

**Vraag 2**

Wat kost dat?

### Antwoord op vraag 2

| Jaar | Bedrag |
| --- | --- |
| 2023 | 14 |

1. <a id="footnote-1"></a> Havenkrant, 2 mei 2024 [↑](\\#footnote\\-ref\\-1)
"""


@pytest.mark.parametrize("name", ["brief.md", "brief.txt"])
def test_a_letter_in_markdown(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(LETTER, encoding="utf-8")
    record = parse(read(path))
    assert [q.text.text for q in record.questions] == [
        "Kent u het bericht 'Brug open'?",
        "Wat kost dat?",
    ]
    assert answers_of(record)[1,].startswith("Ja, zie de brief")
    assert answers_of(record)[2,].split() == ["Jaar", "Bedrag", "2023", "14"]
    assert [(note.number, note.passage.text) for note in record.notes] == [
        (1, "Havenkrant, 2 mei 2024")
    ]
    assert {(asker.fractie, asker.member) for asker in record.askers} == {("SP", "Aalders")}


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**vet** en *schuin*", "vet en schuin"),
        ("__vet__ en _schuin_", "vet en schuin"),
        ("een\\_naam en 2 * 3 * 4", "een_naam en 2 * 3 * 4"),
        ("## Kop", "Kop"),
        ("> aangehaald", "aangehaald"),
        ("[naam](https://naam.example)", "naam"),
        ("![beeld](beeld.png)tekst", "tekst"),
        ("regel<br>", "regel"),
    ],
)
def test_the_marks(marked: str, plain: str) -> None:
    assert plain_of(marked) == plain


def test_other_text_is_left_as_it_is() -> None:
    assert not is_markdown(
        "Vraag 1\n* een\n* twee\n\nAntwoord 1\n2 ** 3 is acht, a_b is een naam.\n"
    )
    assert is_markdown(LETTER)
