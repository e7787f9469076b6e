"""What must hold for every text, whatever stands in it."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from analysis.parsing import Record
from tests.parsing.records_of import STEADY, record_of, source_of

# Lines that mean something to the parser, and lines that do not, in any order.
LINES = st.sampled_from(
    [
        "",
        "",
        "\f",
        " 3 ",
        "Vraag 1",
        "Vraag 2: Is dat zo?",
        "Vraag 3 en 4",
        "Vraag 7-4",
        "Antwoord",
        "Antwoord 2",
        "Antwoord op vraag 9",
        "Antwoord op vragen 3, en 4: Ja.",
        "• Kan de minister dat zeggen?",
        "- een punt;",
        "Vragen van de leden van de fractie van de SP",
        "BBB-fractie",
        "De leden van de fractie van de BBB sluiten zich hierbij aan.",
        "Toezicht",
        "Toelichting:",
        "De commissie voor Financiën1 en Defensie2 vraagt dit. CO2",
        "1 Samenstelling: A (SP), B ( ), (VVD) (voorzitter)",
        "2) Zie de brief",
        "https://[geen adres",
        "Het beleid wordt uitgevoerd door de gemeen-",
        "ten, en dat duurt nog enige tijd.",
        "ah-tk-20232024-9003",
        "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1",
        "(ingezonden 31 juni 2024) (ontvangen 3 mei 0001)",
        "mede namens de minister van",
        "• ",
        "\u00ad",
        "ﬁ\u00a0\ufffe",
    ]
)
DOCUMENTS = st.lists(LINES, max_size=30).map("\n".join)


def kept(record: Record) -> str:
    """Return all text that a record keeps: of questions, answers, notes and what is left over."""
    passages = [answer.text for answer in record.answers]
    for question in record.questions:
        passages += [question.text, question.context]
    passages += [note.passage for note in record.notes]
    return "\n".join(passage.text for passage in passages)


@STEADY
@given(st.text(max_size=200))
def test_any_text_can_be_parsed(text: str) -> None:
    record = record_of(text)
    assert record.findings[-1].code == "counts"


@STEADY
@given(DOCUMENTS)
def test_any_lines_can_be_parsed_and_what_comes_out_agrees(text: str) -> None:
    record = record_of(text)
    questions = [(question.number, question.occurrence) for question in record.questions]
    assert len(set(questions)) == len(questions)
    for answer in record.answers:
        assert answer.text.text.strip()
        assert answer.questions
        assert all(question in record.questions for question in answer.questions)
    askers = Counter((id(a.question), a.fractie, a.role) for a in record.askers)
    assert set(askers.values()) <= {1}
    numbers = [note.number for note in record.notes]
    assert numbers == sorted(set(numbers))
    for member in record.committee_members:
        assert member.committee
        assert member.member
        assert member.fractie


@STEADY
@given(DOCUMENTS)
def test_every_piece_stands_in_the_source_where_it_says(text: str) -> None:
    record = record_of(text)
    source = source_of(text).text
    for passage in [a.text for a in record.answers] + [q.text for q in record.questions]:
        ends = [0]
        for piece in passage.pieces:
            assert ends[-1] <= piece.start <= piece.end <= len(source)
            ends.append(piece.end)
            if len(piece.text) == piece.end - piece.start and piece.text.isalpha():
                assert source[piece.start : piece.end] in (piece.text, "ĳ")


WORD = st.text(alphabet=st.sampled_from("aeknort"), min_size=3, max_size=12)
SENTENCE = st.lists(WORD, min_size=3, max_size=25).map(lambda w: " ".join(w).capitalize() + ".")


@STEADY
@given(st.lists(st.lists(SENTENCE, min_size=1, max_size=4), min_size=1, max_size=6), st.booleans())
def test_no_word_of_an_answer_is_lost(answers: list[list[str]], numbered: bool) -> None:
    text = "\n\n".join(
        f"Vraag {n}\nIs dat zo?\n\nAntwoord{f' {n}' if numbered else ''}\n"
        + "\n\n".join(paragraphs)
        for n, paragraphs in enumerate(answers, 1)
    )
    record = record_of(text)
    given = [answer.text.text.split() for answer in record.answers]
    assert given == [" ".join(paragraphs).split() for paragraphs in answers]


@STEADY
@given(DOCUMENTS)
def test_what_is_read_after_the_first_marker_is_kept_or_reported(text: str) -> None:
    """The words of a plain sentence are in the record, or a finding says where they stand."""
    sentence = "Dit is een gewone zin over bruggen die nergens anders in dit stuk zo staat."
    whole = f"Vraag 1\nIs dat zo?\n\nAntwoord 1\nJa.\n\n{text}\n\n{sentence}\n"
    record = record_of(whole)
    reported = [f.start for f in record.findings if f.code == "unplaced_text"]
    text_of_reported = " ".join(whole[start:] for start in reported if start is not None)
    assert " ".join(sentence.split()[1:]) in " ".join(f"{kept(record)} {text_of_reported}".split())
