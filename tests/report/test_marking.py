"""Texts of documents as HTML: paragraphs, lists, marks and notes; nothing of it is trusted."""

from bs4 import BeautifulSoup

from analysis.report.marking import Mark, NoteMark, joined, text_html


def at(text: str, words: str, *labels: str) -> Mark:
    start = text.index(words)
    return Mark(start, start + len(words), labels)


def test_an_empty_text_is_empty() -> None:
    assert text_html("") == ""
    assert text_html("\n \n") == ""


def test_lines_are_paragraphs_and_bulleted_lines_are_lists() -> None:
    html = text_html("Eerst:\n• een\n- twee\n– drie\nDan.\n\n• vier\n-vijf - zes")
    assert html == (
        "<p>Eerst:</p>\n<ul><li>een</li>\n<li>twee</li>\n<li>drie</li></ul>\n<p>Dan.</p>\n"
        "<ul><li>vier</li></ul>\n<p>-vijf - zes</p>"
    )


def test_a_text_is_escaped_inside_and_outside_marks() -> None:
    text = "<script>a</script> & <b>'nu'</b> \""
    html = text_html(text, [at(text, "<b>'nu'</b>", "<i>")], [NoteMark(3, "<1>", "n-1", '">x')])
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.select("script, b, i")
    assert {tag.name for tag in soup.find_all()} == {"p", "mark", "span", "sup", "a"}
    assert soup.mark.get_text() == "<b>'nu'</b> [<i>]"
    assert soup.a["aria-label"] == '">x'


def test_a_mark_has_exactly_its_words_and_a_visible_label() -> None:
    text = "Eerst.\n• Gelet op de status kan het niet."
    html = text_html(text, [at(text, "Gelet op de status", "demissionaire status")])
    assert html == (
        "<p>Eerst.</p>\n<ul><li><mark>Gelet op de status<span class='device'>"
        " [demissionaire status]</span></mark> kan het niet.</li></ul>"
    )


def test_marks_that_overlap_are_one_with_both_labels() -> None:
    marks = [Mark(6, 12, ("b",)), Mark(0, 8, ("a",)), Mark(12, 14, ("a",)), Mark(1, 3, ("a",))]
    assert joined(marks) == [Mark(0, 12, ("a", "b")), Mark(12, 14, ("a",))]
    assert text_html("0123456789abcd", marks).count("<mark>") == 2


def test_notes_stand_where_they_were_even_at_the_ends_of_lines_and_marks() -> None:
    text = "• een\ntwee"
    notes = [NoteMark(0, "1", "n-1"), NoteMark(5, "2", "n-2"), NoteMark(10, "3", "n-3")]
    soup = BeautifulSoup(text_html(text, [Mark(6, 10, ("x",))], notes), "html.parser")
    assert soup.li.get_text() == "1een2"
    assert soup.p.get_text() == "twee [x]3"
    assert [link["href"] for link in soup.select("sup a")] == ["#n-1", "#n-2", "#n-3"]
