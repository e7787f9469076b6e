"""The page of a document: complete, in its order, safe, and a way back to the source."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from bs4 import BeautifulSoup, Tag

from analysis.errors import AnalysisError
from analysis.report.corpus import describe_corpus
from analysis.report.documents import write_documents
from analysis.report.rows import rows_by_document
from analysis.report.runs import Run
from analysis.summaries.answers import answer_overview
from analysis.summaries.devices import device_hits
from analysis.tables import read_text, write_tables
from analysis.wording import Wording
from tests.builders import Tables, tables_of
from tests.conftest import SEED

MakePages = Callable[..., dict[str, BeautifulSoup]]
HOSTILE = "\"><script>alert('x')</script><img src=x onerror=alert(1)>'"


@pytest.fixture
def make_pages(tmp_path: Path) -> MakePages:
    """A function that writes the pages of tables and reads them back, by document."""

    def make(tables: Tables, language: str = "nl", text: str = "x\n") -> dict[str, BeautifulSoup]:
        texts = dict.fromkeys(tables["documents"]["document_id"], text)
        write_tables(tables, texts, tmp_path / "tables")
        return write(tables, tmp_path / "tables", tmp_path / "out", language)

    return make


def write(tables: Tables, folder: Path, out: Path, language: str) -> dict[str, BeautifulSoup]:
    out.mkdir()
    wording = Wording(language)
    rows = rows_by_document(tables, wording)
    corpus = describe_corpus(rows, wording)
    run = Run(title="Rapport <b>", language=language)
    write_documents(out, folder, rows, corpus, run, wording)
    return {path.stem: parsed(path) for path in out.rglob("*.html")}


def parsed(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def text_of(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def add(tables: Tables, name: str, *rows: dict[str, Any]) -> None:
    """Add rows to a table, with the document and nothing in columns that are not given."""
    blank = dict.fromkeys(tables[name].columns)
    new = pd.DataFrame([{**blank, "document_id": "d", **row} for row in rows]).astype(object)
    tables[name] = pd.concat([tables[name].astype(object), new], ignore_index=True).convert_dtypes()
    for column in tables[name].columns[tables[name].dtypes == "string"]:
        tables[name][column] = tables[name][column].astype("str")
    for column in ("number", "n_words", "at", "length"):
        if column in tables[name]:
            tables[name][column] = tables[name][column].astype("int64")


def test_questions_and_answers_stand_in_the_order_of_the_document(make_pages: MakePages) -> None:
    page = make_pages(
        tables_of(
            [{"number": number, "text": f"Vraag nummer {number}?"} for number in (2, 1, 6, 7, 8)],
            [{"to": [1], "text": "Een."}, {"to": [6, 7, 8], "text": "Samen."}],
        )
    )["d"]
    assert [text_of(title) for title in page.select("h3")] == [
        "Vraag 2",
        "Vraag 1",
        "Vraag 6",
        "Vraag 7",
        "Vraag 8",
    ]
    assert [text_of(title) for title in page.select("#q-8 h4")] == ["Antwoord op vraag 6–8"]
    assert len(page.select("[id=a-6]")) == 1
    for number in (6, 7):
        see = page.select(f"#q-{number} .see")[0]
        assert text_of(see) == "Samen met andere vragen beantwoord; zie: antwoord op vraag 6–8"
        assert see.a["href"] == "#a-6"
        assert not page.select(f"#q-{number} .missing")
    assert text_of(page.select("#q-2 .missing")[0]) == (
        "Op deze vraag staat in dit document geen antwoord."
    )
    assert not page.select("#q-8 .missing, #q-1 .missing")


def test_who_asked_and_who_joined_are_told_apart(make_pages: MakePages) -> None:
    tables = tables_of(
        [
            {"number": 1, "asked": ["PVV"], "joined": ["BBB", "OPNL"]},
            {"number": 2, "asked": ["PVV", "SP"], "joined": ["BBB"]},
            {"number": 3},
        ],
        [],
    )
    tables["askers"].loc[0, "member"] = "Het lid"
    page = make_pages(tables)["d"]
    assert [text_of(line) for line in page.select(".askers")] == [
        "Gevraagd door PVV (Het lid); BBB en OPNL sluiten zich aan",
        "Gevraagd door PVV en SP; BBB sluit zich aan",
        "Wie dit vraagt, is niet in de tekst gevonden.",
    ]


def test_headings_are_in_order_and_those_of_the_document_stand_where_they_change(
    make_pages: MakePages,
) -> None:
    sections = ["Een", "Een", None, "Twee"]
    page = make_pages(
        tables_of(
            [{"number": n, "section": section} for n, section in enumerate(sections, start=1)],
            [{"to": [1], "text": "Ja."}],
        )
    )["d"]
    heads = [text_of(head) for head in page.select("section > h2")]
    assert heads == ["Over dit document", "Een", "Zonder kop", "Twee"]
    levels = [int(head.name[1]) for head in page.select("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(next_ - level <= 1 for level, next_ in pairwise(levels))
    links = {str(link["href"])[1:] for link in page.select(".contents a")}
    assert links == {"s-1", "s-2", "s-3", "q-1", "q-2", "q-3", "q-4"}
    assert all(len(page.select(f"#{link}")) == 1 for link in links)


def test_a_document_without_headings_gets_one(make_pages: MakePages) -> None:
    page = make_pages(tables_of([{"number": 1}], []))["d"]
    heads = [text_of(head) for head in page.select("section > h2")]
    assert heads == ["Over dit document", "Vragen en antwoorden"]


def test_a_number_that_is_used_again_has_a_place_of_its_own(make_pages: MakePages) -> None:
    tables = tables_of([{"number": 12}], [{"to": [12], "text": "Een."}])
    again = {"n_words": 1, "start": 3, "end": 4, "text": "Nogmaals?"}
    add(tables, "questions", {"question_id": "d#12.2", "number": 12, **again})
    add(tables, "answers", {"answer_id": "d/a12.2", **again})
    link = {"question_id": "d#12.2", "answer_id": "d/a12.2", "relation": "own"}
    add(tables, "question_answers", link)
    page = make_pages(tables)["d"]
    assert text_of(page.select("#q-12-2 h3")[0]) == "Vraag 12 (2)"
    assert text_of(page.select("#q-12-2 #a-12-2 h4")[0]) == "Antwoord op vraag 12 (2)"
    assert text_of(page.select("#q-12 #a-12 .words")[0]) == "Een."
    assert [text_of(link) for link in page.select(".numbers a")] == ["12", "12 (2)"]


def test_an_answer_that_only_points_leads_to_what_it_points_to(make_pages: MakePages) -> None:
    tables = tables_of(
        [{"number": 1}, {"number": 2}],
        [{"to": [1], "text": "Zie vraag 2."}, {"to": [2], "text": "Ja."}],
    )
    link = {"question_id": "d#1", "answer_id": "d/a2", "relation": "referred"}
    add(tables, "question_answers", link)
    page = make_pages(tables)["d"]
    assert text_of(page.select("#a-1 .see")[0]) == "Verwijst naar: antwoord op vraag 2"
    assert page.select("#a-1 .see a")[0]["href"] == "#a-2"
    assert len(page.select("[id=a-2]")) == 1


def test_an_answer_to_no_question_is_not_lost(make_pages: MakePages) -> None:
    tables = tables_of([{"number": 1}], [{"to": [1], "text": "Ja."}])
    tables["question_answers"] = tables["question_answers"].iloc[:0]
    page = make_pages(tables)["d"]
    assert text_of(page.select("#loose ~ .answer .words")[0]) == "Ja."
    assert page.select("#q-1 .missing")


def test_devices_are_marked_with_the_name_of_their_category(make_pages: MakePages) -> None:
    words = "Gelet op de demissionaire status van het kabinet"
    tables = tables_of([{"number": 1}], [{"to": [1], "text": f"Nee.\n{words} kan dat niet."}])
    page = make_pages(tables)["d"]
    mark = page.select("#a-1 mark")[0]
    assert text_of(mark.select(".device")[0]) == "[demissionaire status]"
    assert text_of(mark).startswith("Gelet op de demissionaire status")
    assert page.select("#about ~ ul a[href='#a-1']")


def test_words_that_the_question_used_are_not_marked(make_pages: MakePages) -> None:
    words = "Gelet op de demissionaire status van het kabinet"
    asked = [{"number": 1, "text": f"{words}: kan dat?"}]
    page = make_pages(tables_of(asked, [{"to": [1], "text": f"{words} kan dat niet."}]))["d"]
    assert not page.select("mark")


def test_footnotes_stand_below_their_text_and_are_marked_in_it(make_pages: MakePages) -> None:
    tables = tables_of([{"number": 1, "text": "Is dat zo?"}], [{"to": [1], "text": "Dat is zo."}])
    own = {"owner_id": "d/a1", "part": "text", "at": 0, "length": 6, "start": 100}
    add(tables, "pieces", own, {**own, "at": 6, "length": 4, "start": 108})
    note = {"marker": "7", "text": "Zie http://a.nl/x", "anchor_id": "d/a1", "anchor_at": 106}
    add(tables, "notes", {"note_id": "d/n7", "urls": "http://a.nl/x", **note})
    page = make_pages(tables)["d"]
    assert page.select("#a-1 .words")[0].get_text().strip() == "Dat is7 zo."
    assert page.select("#a-1 sup a")[0]["href"] == "#n-7"
    assert text_of(page.select("#a-1 #n-7")[0]) == "7 Zie http://a.nl/x"
    assert page.select("#n-7 a")[0]["href"] == "http://a.nl/x"
    assert not page.select("#q-1 > .ask > .notes")


def test_the_place_in_the_source_is_told_with_its_line(make_pages: MakePages) -> None:
    tables = tables_of([{"number": 1}], [{"to": [1], "text": "Ja."}])
    tables["answers"].loc[0, ["start", "end", "page"]] = [4, 7, 3]
    tables["questions"].loc[0, ["start", "end"]] = [pd.NA, pd.NA]
    page = make_pages(tables, text="a\nb\nJa.\n")["d"]
    assert text_of(page.select("#a-1 .place")[0]) == "1 woord · blz. 3 · tekens 4–7 (regel 3)"
    assert text_of(page.select("#q-1 > .ask > .place")[0]) == "3 woorden"


def test_what_is_known_of_a_document_is_told_and_nothing_else(make_pages: MakePages) -> None:
    bare = make_pages(tables_of([], []))["d"]
    assert [text_of(term) for term in bare.select("dt")] == [
        "Inhoud",
        "Bronbestand",
        "Controlegetal (SHA-256)",
        "Tekst zoals ingelezen",
    ]
    assert [text_of(title) for title in bare.select("h1")] == ["d"]
    assert not bare.select(".lead")
    assert "None" not in text_of(bare.main)
    assert "–" not in text_of(bare.main)


def test_all_that_is_known_of_a_document_is_told(make_pages: MakePages) -> None:
    known = {
        "document_id": "d",
        "kind": "verslag",
        "chamber": "EK",
        "dossier": "31731",
        "title": "Staat",
        "reference": "173739U",
        "respondent": "staatssecretaris van X",
        "co_respondents": "minister van Y; minister van Z",
        "asked_on": date(2023, 9, 22),
        "due_on": date(2023, 10, 20),
        "answered_on": date(2023, 12, 11),
        "response_days": 80,
        "cabinet_demissionary": True,
    }
    page = make_pages(tables_of([], [], [known]))["d"]
    lead = text_of(page.select(".lead")[0])
    assert lead == "Verslag van een schriftelijk overleg · Eerste Kamer · 11 december 2023"
    facts = [text_of(fact) for fact in page.select("dd")]
    assert facts == [
        "31731",
        "173739U",
        "22 september 2023",
        "20 oktober 2023",
        "11 december 2023, 80 dagen na de vragen",
        "staatssecretaris van X",
        "minister van Y en minister van Z",
        "demissionair op de dag van het antwoord",
        "0 vragen en 0 antwoorden; de antwoorden tellen samen 0 woorden",
        "d.txt",
        "0",
        "d.txt",
    ]


def test_a_hostile_document_stays_harmless(make_pages: MakePages) -> None:
    question = {
        "number": 1,
        "text": f"{HOSTILE}\n• {HOSTILE}",
        "section": HOSTILE,
        "asked": [HOSTILE],
        "joined": [f"javascript:{HOSTILE}"],
    }
    text = f"{HOSTILE} Gelet op de demissionaire status {HOSTILE}"
    document = {"document_id": "d", "title": HOSTILE, "respondent": HOSTILE, "dossier": HOSTILE}
    tables = tables_of([question], [{"to": [1], "text": text}], [document])
    tables["questions"]["context"] = HOSTILE
    tables["askers"]["member"] = HOSTILE
    urls = "javascript:alert(1) JAVASCRIPT:alert(1) data:text/html,x file:///x //x.nl http://[x"
    note = {"marker": HOSTILE, "text": HOSTILE, "anchor_id": "d/a1", "anchor_at": 0}
    add(tables, "notes", {"note_id": "d/n1", "urls": f"{urls} https://x.nl/'\"><b>", **note})
    piece = {"owner_id": "d/a1", "part": "text", "at": 0, "length": 5, "start": 0}
    add(tables, "pieces", piece)
    page = make_pages(tables)["d"]
    assert not page.select("script, img, iframe, b, link, object, form, [style]")
    for tag in page.find_all():
        assert not [name for name in tag.attrs if name.startswith("on")], tag
    addresses = [str(link["href"]) for link in page.select("[href]")]
    assert {address.split(":")[0] for address in addresses if ":" in address} == {"https"}
    assert [a for a in addresses if ":" in a] == ["https://x.nl/'\"><b>"]
    assert page.select("meta[http-equiv=Content-Security-Policy]")
    ids = [str(tag["id"]) for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))
    assert page.select(".askers")[0].get_text().count(HOSTILE) == 4
    assert text_of(page.h1) == HOSTILE
    assert HOSTILE in page.select(".asked li")[0].get_text()


def test_an_id_of_a_document_cannot_lead_elsewhere(tmp_path: Path) -> None:
    tables = tables_of([], [], [{"document_id": "../x"}])
    with pytest.raises(AnalysisError, match="cannot have a page"):
        write(tables, tmp_path, tmp_path / "out", "nl")


def test_several_documents_lead_to_each_other_and_are_listed(make_pages: MakePages) -> None:
    names = ["c", "a", "b"]
    tables = tables_of(
        [{"number": 1, "document": "a"}, {"number": 2, "document": "b", "text": "Twee?"}],
        [{"to": [2], "text": "Ja.", "document": "b"}],
        [{"document_id": name, "title": f"Titel {name} {HOSTILE}"} for name in names],
    )
    pages = make_pages(tables)
    assert sorted(pages) == ["a", "b", "c", "documents"]
    assert [link["href"] for link in pages["b"].select("footer a")] == [
        "../documents/a.html",
        "../index.html",
        "../documents.html",
        "../documents/c.html",
    ]
    assert text_of(pages["b"].select("#q-2 .asked")[0]) == "Twee?"
    assert not pages["a"].select("#q-2, .answer")
    links = pages["documents"].select("tbody a")
    assert [link["href"] for link in links] == [f"documents/{name}.html" for name in "abc"]
    assert not pages["documents"].select("script, img")


def test_an_english_page_marks_the_text_of_the_document_as_dutch(make_pages: MakePages) -> None:
    words = "Gelet op de demissionaire status kan dat niet."
    tables = tables_of([{"number": 1, "section": "Kop"}], [{"to": [1], "text": words}])
    page = make_pages(tables, "en")["d"]
    assert page.html["lang"] == "en"
    assert [tag["lang"] for tag in page.select("h1, .asked, .words, #s-1")] == ["nl"] * 4
    assert text_of(page.select("#a-1 h4")[0]) == "Answer to question 1"
    assert text_of(page.select("mark .device")[0]) == "[caretaker status]"


@pytest.fixture(scope="module")
def seed_page(seed_folder: Path, _seed_tables: Tables, tmp_path_factory: pytest.TempPathFactory):
    out = tmp_path_factory.mktemp("pages") / "out"
    return write(_seed_tables, seed_folder, out, "nl")[SEED]


def own_words(passage: Tag) -> str:
    """Return the words of a document without what the page adds to them."""
    copy = BeautifulSoup(str(passage), "html.parser")
    for added in copy.select("sup, .device"):
        added.decompose()
    return " ".join(copy.get_text().split())


def without_bullets(text: str) -> str:
    return " ".join(line.removeprefix("• ").removeprefix("- ") for line in text.split("\n"))


def test_the_page_of_the_seed_holds_every_word_of_its_questions_and_answers(
    seed_page: BeautifulSoup, seed: Tables
) -> None:
    for row in seed["answers"].itertuples():
        place = row.answer_id.rpartition("/")[2].replace("a", "a-")
        assert own_words(seed_page.select(f"#{place} .words")[0]) == without_bullets(row.text)
    for row in seed["questions"].itertuples():
        asked = seed_page.select(f"#q-{row.number} > .ask > .asked")[0]
        assert own_words(asked) == without_bullets(row.text)
    assert len(seed_page.select(".answer")) == 37
    assert len(seed_page.select(".question")) == 45
    names = [text_of(name) for name in seed_page.select("h4") if "–" in name.get_text()]
    assert names == [f"Antwoord op vraag {n}" for n in ("6–8", "13–14", "21–23", "35–36", "38–40")]


def test_the_page_of_the_seed_marks_what_the_notebook_counts(
    seed_page: BeautifulSoup, seed: Tables
) -> None:
    hits = device_hits(seed, answer_overview(seed))
    counted = [" ".join(words.split()) for words in hits["words"]]
    marked = [own_words(mark) for mark in seed_page.select(".answer mark")]
    # Marks that overlap are one on the page.
    assert all(any(words in mark for mark in marked) for words in counted)
    assert all(any(words in mark for words in counted) for mark in marked)
    assert 3 <= len(marked) <= len(counted)


def test_the_footnotes_of_the_seed_are_marked_after_the_word_they_stand_after(
    seed_page: BeautifulSoup, seed: Tables, seed_folder: Path
) -> None:
    text = read_text(seed_folder, SEED)
    anchored = seed["notes"].dropna(subset=["anchor_id"])
    marks = {mark.get_text(): mark for mark in seed_page.select("sup")}
    assert list(marks) == [str(number) for number in range(17, 32)] == list(anchored["marker"])
    for note in anchored.itertuples():
        before = str(marks[note.marker].previous_sibling)
        assert before.split()[-1][-5:] == text[: note.anchor_at].split()[-1][-5:], note.marker


def test_the_places_of_the_seed_can_be_followed_in_the_text_beside_the_page(
    seed_page: BeautifulSoup, seed: Tables, seed_folder: Path
) -> None:
    text = read_text(seed_folder, SEED)
    answer = seed["answers"].set_index("answer_id").loc[f"{SEED}/a3"]
    said = text_of(seed_page.select("#a-3 .place")[0])
    line = text.count("\n", 0, answer["start"]) + 1
    assert said == f"17 woorden · blz. 10 · tekens 26.728–26.836 (regel {line})"
    assert text[26728:26836].startswith("Hiervoor verwijzen wij u naar")
    assert text.split("\n")[line - 1].strip().startswith("Hiervoor verwijzen wij u naar")
    assert seed_page.select(".facts a")[0]["href"] == f"{SEED}.txt"
