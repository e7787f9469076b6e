"""Every chart, drawn from the shipped document and from extremes, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.text import Text

from analysis import figures
from analysis.figures.style import COLOURS, GREY, HIGHLIGHT
from analysis.publishing import Chart, Notice
from analysis.summaries import answers, coverage, devices, quality, topic_views, topics
from analysis.summaries import device_rates as rates_of
from analysis.wording import Wording
from tests.builders import tables_of

Tables = dict[str, pd.DataFrame]
Draw = Callable[[Tables, Wording], Chart]

MINIMUM = 10
NAME = "een beroep op de demissionaire status"


def text_use(tables: Tables, wording: Wording) -> Chart:
    texts = dict.fromkeys(tables["documents"]["document_id"], "tekst " * 9000)
    return figures.text_use_chart(quality.text_use(tables, texts), "bron", wording)


def length(tables: Tables, wording: Wording) -> Chart:
    return figures.length_chart(answers.answer_overview(tables), "bron", wording)


def length_fractie(tables: Tables, wording: Wording) -> Chart:
    overview = answers.answer_overview(tables)
    table = answers.length_by_fractie(overview, MINIMUM)
    return figures.length_fractie_chart(overview, table, MINIMUM, "bron", wording)


def question_length(tables: Tables, wording: Wording) -> Chart:
    return figures.question_length_chart(answers.answer_overview(tables), "bron", wording)


def devices_where(tables: Tables, wording: Wording) -> Chart:
    overview = answers.answer_overview(tables)
    hits = devices.device_hits(tables, overview)
    rates = rates_of.device_rates(hits, overview, "demissionair")
    return figures.devices_chart(overview, hits, rates, "demissionair", NAME, "bron", wording)


def device_rates(tables: Tables, wording: Wording) -> Chart:
    overview = answers.answer_overview(tables)
    hits = devices.device_hits(tables, overview)
    rates = rates_of.device_rates(hits, overview, "demissionair", by="fractie")
    return figures.device_rates_chart(rates, "demissionair", NAME, MINIMUM, "bron", wording)


def devices_overview(tables: Tables, wording: Wording) -> Chart:
    overview = answers.answer_overview(tables)
    hits = devices.all_hits(tables, overview, devices.judgements(tables))
    rates = rates_of.rates_by_category(hits, overview)
    return figures.devices_overview_chart(rates, "bron", wording)


def headings(tables: Tables, wording: Wording) -> Chart:
    units = topics.topic_units(tables)
    return figures.headings_chart(units, topics.heading_terms(units), "bron", wording)


def found_topics(tables: Tables, wording: Wording) -> Chart:
    found = topics.found_topics(topics.topic_units(tables), 4, tables)
    agreement = topics.agreement_with_headings(found)
    return figures.topics_chart(found, agreement, "bron", wording)


def tree(tables: Tables, wording: Wording) -> Chart:
    units = topics.topic_units(tables)
    found = topics.found_topics(units, 4, tables)
    return figures.tree_chart(found, topic_views.joins(units), "bron", wording)


def topic_fractie(tables: Tables, wording: Wording) -> Chart:
    counts = topic_views.topic_by_fractie(
        topics.found_topics(topics.topic_units(tables), 4, tables), tables
    )
    return figures.topic_fractie_chart(counts, "topics-fractie", 43, "bron", wording)


def topic_map(tables: Tables, wording: Wording) -> Chart:
    found = topics.found_topics(topics.topic_units(tables), 4, tables)
    return figures.map_chart(*topic_views.topic_map(found), "bron", wording)


def groups(tables: Tables) -> pd.DataFrame:
    return coverage.by_role(coverage.routes_by_fractie(tables, MINIMUM))


def routes(tables: Tables, wording: Wording) -> Chart:
    counts = coverage.route_counts(coverage.question_overview(tables))
    return chart(figures.routes_chart(groups(tables), counts, "full", MINIMUM, "bron", wording))


def shares(tables: Tables, wording: Wording) -> Chart:
    return chart(figures.shares_chart(groups(tables), "full", "text", MINIMUM, "bron", wording))


def status(tables: Tables, wording: Wording) -> Chart:
    overview = coverage.question_overview(tables)
    overview["status"] = overview["route"].map({"none": "unanswered"}).fillna("answered")
    asked = coverage.with_roles(overview, tables["askers"], "fractional")
    table = coverage.shares_by(asked, ["fractie", "role"], MINIMUM, "text")
    counts = overview["status"].value_counts()
    return chart(
        figures.status_chart(coverage.status_table(table), counts, "fractional", "bron", wording)
    )


def differences(tables: Tables, wording: Wording) -> Chart:
    """Draw differences with a minimum of 3, since the seed has one large and one small group."""
    overview = coverage.question_overview(tables)
    table = coverage.compare_fracties(overview, tables["askers"], "full", 3, "text", 99)
    return chart(figures.differences_chart(table, "full", "text", 3, "bron", wording))


def trend(tables: Tables, wording: Wording) -> Chart:
    cases = coverage.cases(tables)
    table = coverage.trend_table(coverage.question_overview(tables), cases, "year", MINIMUM, "text")
    return chart(figures.trend_chart(table, "text", MINIMUM, "bron", wording))


def demissionary(tables: Tables, wording: Wording) -> Chart:
    hits = tables["answers"].iloc[::7]  # which answers have the device is no matter here
    rates = coverage.demissionary_rates(tables, hits, MINIMUM)
    return chart(figures.demissionary_chart(rates, "bron", wording))


def response(tables: Tables, wording: Wording) -> Chart:
    return chart(figures.response_chart(coverage.response_times(tables), "bron", wording))


def test_waiting_time(extremes: Tables) -> None:
    documents = extremes["documents"].copy()
    documents.loc[:4, "answered_on"] = pd.NaT
    cases = coverage.cases({**extremes, "documents": documents})
    curve = coverage.waiting_curve(cases)
    drawn = chart(figures.waiting_chart(cases, curve, 21, "bron", Wording("nl")))
    assert_all_words_are_in_the_picture(drawn)
    assert drawn.subtitle.endswith("5 wachten nog")
    assert "Na 21 dagen wachtte nog" in drawn.alt
    one = figures.waiting_chart(cases.head(1), curve, 21, "bron", Wording("nl"))
    assert isinstance(one, Notice)


def test_many_topics_and_fracties_are_taken_together() -> None:
    rows = [(t, f"naam {t}", f"F{f}", 1 + t % 3) for t in range(1, 31) for f in range(10)]
    counts = pd.DataFrame(rows, columns=["topic", "topic_name", "fractie", "n_questions"])
    drawn = figures.topic_fractie_chart(counts, "topics-fractie", 43, "bron", Wording("nl"))
    assert_all_words_are_in_the_picture(drawn)
    said = [text.get_text() for text in drawn.figure.findobj(Text)]
    assert "11 andere onderwerpen" in said
    assert any(text.startswith("4 andere") for text in said)
    drawn_counts = [int(text) for text in said if text.isdigit()]
    assert sum(drawn_counts) == counts["n_questions"].sum()
    assert len(drawn.data) == len(counts)


def test_what_is_taken_together_is_not_the_largest_and_has_no_square() -> None:
    rows = [(t, f"naam {t}", f"F{f}", 1 + (t == 2) * f) for t in range(1, 31) for f in range(10)]
    rows.append((1, "naam 1", "–", 90))
    counts = pd.DataFrame(rows, columns=["topic", "topic_name", "fractie", "n_questions"])
    drawn = figures.topic_fractie_chart(counts, "topics-fractie", 43, "bron", Wording("nl"))
    assert drawn.title == "De meeste vragen over één onderwerp: 10 vragen van F9 over ‘naam 2’"
    areas = [mark.get_sizes()[0] for mark in drawn.figure.axes[0].collections]
    own = 19 * 5  # of 30 topics 19 and of 11 fracties 6 stand apart, of which one is not known
    assert len(areas) == own
    assert max(areas) == pytest.approx(10 * min(areas))


def test_many_answers_are_a_histogram(extremes: Tables) -> None:
    times = pd.concat([coverage.response_times(extremes)] * 2, ignore_index=True)
    drawn = chart(figures.response_chart(times, "bron", Wording("nl")))
    assert_all_words_are_in_the_picture(drawn)
    assert "Aantal documenten" in [text.get_text() for text in drawn.figure.findobj(Text)]


def test_where_there_is_nothing_a_notice_says_so() -> None:
    wording, nothing = Wording("nl"), tables_of([], [], [{"document_id": "d"}])
    table, none = groups(nothing), pd.Series(dtype=float)
    overview = coverage.question_overview(nothing)
    compared = coverage.compare_fracties(overview, nothing["askers"], "full", 1, "text")
    years = coverage.trend_table(overview, coverage.cases(nothing), "year", 1, "text")
    rates = coverage.demissionary_rates(nothing, pd.DataFrame({"answer_id": []}), 1)
    empty = answers.answer_overview(nothing)
    for drawn in (
        figures.routes_chart(table, none, "full", 1, "bron", wording),
        figures.shares_chart(table, "full", "text", 1, "bron", wording),
        figures.status_chart(coverage.status_table(table), none, "full", "bron", wording),
        figures.differences_chart(compared, "full", "text", 1, "bron", wording),
        figures.trend_chart(years, "text", 1, "bron", wording),
        figures.demissionary_chart(rates, "bron", wording),
        figures.response_chart(coverage.response_times(nothing), "bron", wording),
        figures.length_chart(empty, "bron", wording),
        figures.question_length_chart(empty, "bron", wording),
    ):
        assert isinstance(drawn, Notice)
        assert drawn.sentence.endswith((".", "vergelijken"))


def chart(drawn: Chart | Notice) -> Chart:
    """Return a chart that must have been drawn."""
    assert isinstance(drawn, Chart)
    return drawn


CHARTS: list[Draw] = [
    text_use,
    length,
    length_fractie,
    question_length,
    devices_where,
    device_rates,
    devices_overview,
    headings,
    found_topics,
    tree,
    topic_fractie,
    topic_map,
    routes,
    shares,
    status,
    differences,
    trend,
    demissionary,
    response,
]


def extreme() -> Tables:
    """Return many documents, long names, a device in each answer, late and early answers."""
    fracties = ["GroenLinks-PvdA", "Groep Van Haga", "Onafhankelijke fractie van heel lange naam"]
    documents = [
        {
            "document_id": f"document-met-een-lange-naam-{i}",
            "title": f"Een document met een lange titel over van alles en nog wat, nummer {i}",
            "respondent": f"minister {i % 2}",
            "cabinet_demissionary": i < 20,
            "asked_on": pd.Timestamp("2021-01-01") + pd.Timedelta(days=20 * i),
            "due_on": pd.Timestamp("2021-01-22") + pd.Timedelta(days=20 * i),
            "answered_on": pd.Timestamp("2021-01-15") + pd.Timedelta(days=20 * i + 3 * (i % 9)),
        }
        for i in range(40)
    ]
    questions, replies = [], []
    for i, document in enumerate(documents):
        name = document["document_id"]
        for number in range(1, 10):
            questions.append(
                {
                    "document": name,
                    "number": number,
                    "asked": [fracties[i % 3]],
                    "joined": ["SP"],
                    "section": f"Een lange kop boven de vragen met het nummer {number // 3}",
                    "text": "woord " * (number + i),
                }
            )
            text = "Het is aan een volgend kabinet om te kiezen. " + f"zin{number} " * 90 * number
            replies.append({"document": name, "to": [number], "text": text})
    return tables_of(questions, replies, documents)


@pytest.fixture(scope="module")
def extremes() -> Tables:
    return extreme()


def assert_all_words_are_in_the_picture(chart: Chart) -> None:
    canvas = FigureCanvasAgg(chart.figure)
    canvas.draw()
    drawn = chart.figure.get_tightbbox(canvas.get_renderer())  # in inches, of all that is drawn
    width, height = chart.figure.get_size_inches()
    assert drawn.x0 >= 0, chart.name
    assert drawn.y0 >= 0, chart.name
    assert drawn.x1 <= width, chart.name
    assert drawn.y1 <= height, chart.name


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("draw", CHARTS, ids=lambda draw: draw.__name__)
def test_a_chart_of_the_shipped_document(draw: Draw, language: str, seed: Tables) -> None:
    chart = draw(seed, Wording(language))
    assert_all_words_are_in_the_picture(chart)
    assert chart.language == language
    for words in (chart.title, chart.subtitle, chart.caption, chart.alt):
        assert words
        assert "nan" not in words.split()
    assert any(character.isdigit() for character in chart.alt)
    assert len(chart.data)


@pytest.mark.parametrize("draw", CHARTS, ids=lambda draw: draw.__name__)
def test_a_chart_of_many_long_documents(draw: Draw, extremes: Tables) -> None:
    chart = draw(extremes, Wording("nl"))
    if draw is not devices_where:  # drawn for one document at a time
        assert_all_words_are_in_the_picture(chart)
    assert "nan" not in chart.title.split()


def test_names_are_unique(seed: Tables) -> None:
    names = [draw(seed, Wording("nl")).name for draw in CHARTS]
    assert len(set(names)) == len(names)


def test_what_the_titles_say_of_the_shipped_document(seed: Tables) -> None:
    titles = {draw.__name__: draw(seed, Wording("nl")).title for draw in CHARTS}
    assert titles["length"] == (
        "De helft van de antwoorden telt hooguit 79 woorden: het kortste 17, het langste 418"
    )
    assert titles["devices_where"] == (
        "In 3 van de 37 antwoorden is een beroep op de demissionaire status gevonden:"
        " bij vraag 16, 19 en 20"
    )
    assert titles["routes"] == (
        "Op alle 45 vragen staat een antwoord: 31 met een eigen antwoord, 13 samen met andere"
        " vragen en 1 met alleen een verwijzing"
    )
    assert titles["response"] == ("Het antwoord kwam na 80 dagen, 52 dagen later dan gevraagd")


def test_three_questions_are_shown_as_too_few(seed: Tables) -> None:
    chart = routes(seed, Wording("nl"))
    drawn = [text.get_text().strip() for text in chart.figure.findobj(Text)]
    assert "te weinig vragen om te vergelijken" in drawn
    assert "%" not in " ".join(drawn)
    assert "te weinig antwoorden: 3" in [
        text.get_text().strip() for text in length_fractie(seed, Wording("nl")).figure.findobj(Text)
    ]


def contrast_with_white(colour: str) -> float:
    """Return the contrast ratio of WCAG 2.2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)


@pytest.mark.parametrize("colour", [*COLOURS, HIGHLIGHT, GREY])
def test_colours_can_be_told_from_white(colour: str) -> None:
    ratio = contrast_with_white(colour)
    assert ratio >= (2.9 if colour in COLOURS else 3), ratio
