"""From what stands on a page to the questions behind it."""

from urllib.parse import quote

from bs4 import BeautifulSoup, Tag

from analysis.report.evidence import Evidence

QUESTIONS_FILE = "questions.html"
"""The page with all questions, which shows those of one group after a ``#``."""


def link(soup: BeautifulSoup, evidence: Evidence) -> None:
    """Make links of what names a question, an answer or a group of questions; changes the page.

    Parameters
    ----------
    soup : BeautifulSoup
        A page, in which ``data-evidence`` holds the id of a question or answer, and
        ``data-group`` the column of which a cell is a value.
    evidence : Evidence
        Where these can be read; groups lead nowhere in a report without documents.
    """
    for item in soup.select("[data-evidence]"):
        for place in evidence.of([str(item["data-evidence"])]):
            _make_link(soup, item, place.href, place.text)
    for item in soup.select("[data-group]") if evidence.links else ():
        value = item.get_text(strip=True)
        if value not in ("", "–"):
            _make_link(soup, item, group_address(str(item["data-group"]), value), value)


def group_address(column: str, value: str) -> str:
    """Return the address of the questions for which a column has a value, as readers see it."""
    return f"{QUESTIONS_FILE}#{column}={quote(value, safe='')}"


def _make_link(soup: BeautifulSoup, item: Tag, href: str, text: str) -> None:
    made = soup.new_tag("a", attrs={"href": href})
    made.string = text
    item.clear()
    item.append(made)
