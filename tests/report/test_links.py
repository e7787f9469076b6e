"""From names and counts on a page to the questions behind them."""

from bs4 import BeautifulSoup, Tag

from analysis.report.evidence import NO_EVIDENCE, Evidence, evidence_of
from analysis.report.links import group_address, link
from analysis.wording import Wording
from tests.builders import tables_of

HOSTILE = "<b> & 'x' \"y\" #=?%/javascript:alert(1)"


def evidence() -> Evidence:
    tables = tables_of(
        [{"number": 1}, {"number": 2}], [{"to": [1, 2], "text": "Ja."}], [{"document_id": "d"}]
    )
    return evidence_of(tables, "documents/d.html", Wording("nl"))


def linked(html: str, to: Evidence) -> list[Tag]:
    soup = BeautifulSoup(html, "html.parser")
    link(soup, to)
    return soup.select("a")


def test_an_id_leads_to_its_place_under_its_name() -> None:
    [question, answer] = linked(
        "<ul><li data-evidence='d#2'>x</li><li data-evidence='d/a1'>y</li></ul>", evidence()
    )
    assert (question["href"], question.get_text()) == ("documents/d.html#q-2", "vraag 2")
    assert (answer["href"], answer.get_text()) == ("documents/d.html#a-1", "antwoord op vraag 1–2")


def test_an_id_that_is_not_in_the_report_stays_text() -> None:
    assert linked("<p data-evidence='other#1'>x</p>", evidence()) == []


def test_a_group_leads_to_its_questions_whatever_its_name() -> None:
    cell = BeautifulSoup("<td data-group='fractie'></td>", "html.parser")
    assert cell.td is not None
    cell.td.string = HOSTILE
    [found] = linked(str(cell), evidence())
    address = str(found["href"])
    assert address == group_address("fractie", HOSTILE)
    assert address.startswith("questions.html#fractie=%3Cb%3E%20%26")
    assert not set(address.partition("=")[2]) & set("<>&'\"#=?/:")
    assert found.get_text() == HOSTILE


def test_an_empty_group_and_a_report_without_documents_have_no_links() -> None:
    assert linked("<td data-group='fractie'>–</td><td data-group='fractie'></td>", evidence()) == []
    assert linked("<td data-group='fractie'>PVV</td>", NO_EVIDENCE) == []
