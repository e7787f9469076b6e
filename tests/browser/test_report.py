"""A report as its readers open it: from disk, in a real browser."""

import zipfile
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.slow

WCAG = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


def pages_of(report: Path) -> list[Path]:
    return sorted(report.rglob("*.html"))


def complaints(page: Page) -> list[str]:
    found = Axe().run(page, options=WCAG).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["seed_report", "hostile_report"])
def test_no_page_has_anything_that_keeps_readers_out(
    request: pytest.FixtureRequest, page: Page, name: str, scheme: str
) -> None:
    """Each page is opened, so that it also asks for nothing and has no error in the console."""
    page.emulate_media(color_scheme=scheme)
    wrong = {}
    for path in pages_of(request.getfixturevalue(name)):
        page.goto(path.as_uri())
        assert page.title(), path.name
        assert page.locator("html").get_attribute("lang") in ("nl", "en")
        wrong[path.name] = complaints(page)
    assert len(wrong) > 6
    assert {path: found for path, found in wrong.items() if found} == {}


def test_every_link_leads_to_something(page: Page, seed_report: Path) -> None:
    for path in pages_of(seed_report):
        page.goto(path.as_uri())
        links = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
        for link in links:
            if link.startswith("file:"):
                file, _, place = link.removeprefix("file://").partition("#")
                assert Path(file).exists(), link
                if place and "=" not in place and file.endswith(".html"):
                    assert f'id="{place}"' in Path(file).read_text(encoding="utf-8"), link


def test_a_reader_finds_what_was_put_off_and_in_whose_words(page: Page, seed_report: Path) -> None:
    page.goto((seed_report / "index.html").as_uri())
    page.get_by_role("link", name="Wat bleef liggen omdat het kabinet demissionair was").click()
    assert page.evaluate("location.hash") == "#put-off"
    quotes = page.locator(".quotes li")
    names = [quote.locator("a").inner_text() for quote in quotes.all()]
    assert names == [f"Antwoord op vraag {number}" for number in (16, 19, 20)]
    assert "staatssecretaris" in quotes.first.inner_text()
    quotes.first.get_by_role("link").click()
    answer = page.locator("#a-16")
    assert answer.is_visible()
    assert answer.locator("mark").filter(has_text="demissionaire status").count() == 1
    # Question and answer stand side by side.
    asked, given = page.locator("#q-16 .ask").bounding_box(), answer.bounding_box()
    assert asked
    assert given
    assert asked["x"] + asked["width"] <= given["x"]


def test_a_count_leads_to_its_questions_which_can_be_searched_and_sorted(
    page: Page, seed_report: Path
) -> None:
    page.goto((seed_report / "04-coverage-per-fractie.html").as_uri())
    page.locator("main > .table, main .table").get_by_role("link", name="PVV").first.click()
    rows = page.locator("tbody tr:visible")
    assert rows.count() == 3
    assert "3 van 45 rijen" in page.get_by_role("status").inner_text()
    page.get_by_role("link", name="Alle rijen tonen").click()
    assert rows.count() == 45
    page.get_by_label("Zoek in deze tabel").fill("GroenLinks vertrouwen")
    assert 0 < rows.count() < 45
    page.get_by_label("Zoek in deze tabel").fill("")
    head = page.get_by_role("button", name="woorden in het antwoord")
    head.click()
    head.click()
    assert rows.first.locator("td").last.inner_text() == "418"
    assert page.locator("th[aria-sort=descending]").count() == 1
    rows.first.get_by_role("link").click()
    assert page.url.endswith("#q-16")


def test_the_keyboard_reaches_the_content_and_what_is_folded(page: Page, seed_report: Path) -> None:
    page.goto((seed_report / "index.html").as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.locator("figure summary").first.press("Enter")
    page.locator("figure details table").first.wait_for(state="visible")


@pytest.mark.parametrize("name", ["index.html", "questions.html", "04-coverage-per-fractie.html"])
def test_at_400_percent_nothing_is_wider_than_the_window(
    context: BrowserContext, seed_report: Path, name: str
) -> None:
    """1280 pixels at 400 % are 320; tables scroll in a box of their own."""
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto((seed_report / name).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_dark_is_dark_and_print_is_light(page: Page, seed_report: Path) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto((seed_report / "index.html").as_uri())
    colour = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(colour) == "rgb(20, 24, 28)"
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate(colour) == "rgb(255, 255, 255)"
    assert not page.locator("footer").is_visible()


def test_hostile_text_stays_text(page: Page, hostile_report: Path) -> None:
    for path in pages_of(hostile_report):
        page.goto(path.as_uri())
        assert page.title() != "stuk", path.name
        assert page.locator("a[href^='javascript:' i]").count() == 0
        assert page.locator("body script").count() <= 1
        assert "49" not in page.locator("h1").first.inner_text()
    page.goto((hostile_report / "documents" / "a.html").as_uri())
    assert "<script>" in page.locator("#q-1").inner_text()


def test_the_pdf_has_bookmarks_tags_and_alternative_texts(seed_report: Path) -> None:
    pdf = (seed_report / "report.pdf").read_bytes()
    assert b"/Outlines" in pdf
    assert b"/StructTreeRoot" in pdf
    assert pdf.count(b"/Alt ") >= 3
    assert str(seed_report.parent).encode() not in pdf


def test_the_tables_go_along_as_csv_and_excel(seed_report: Path) -> None:
    names = {path.stem for path in (seed_report / "tables").glob("*.csv")}
    assert {"documents", "questions", "answers", "asks"} <= names
    with zipfile.ZipFile(seed_report / "tables" / "tables.xlsx") as book:
        assert len([name for name in book.namelist() if "worksheets/sheet" in name]) == len(names)
