"""Cleaned text remembers where it stood, whatever is done to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.parsing.characters import clean_characters
from analysis.parsing.passage import Passage, Piece, join
from analysis.reading import Block
from tests.parsing.records_of import STEADY

SOURCE_TEXT = st.text(
    alphabet=st.sampled_from("abĳ-\u00ad\ufffe \u00a0.1"), min_size=1, max_size=40
)


def passage_of(source: str, at: int = 0) -> Passage:
    return clean_characters(Block(source, at, at + len(source)))


CLEAN = {"\u00a0": " ", "\ufffe": "-", "\u00ad": "-", "\n": " "}


def assert_pieces_are_right(passage: Passage, source: str) -> None:
    """The pieces follow each other in the source; one as long as its run says what stands there.

    Half a ligature has the whole of it as its run.
    """
    last = 0
    for piece in passage.pieces:
        assert last <= piece.start <= piece.end
        last = piece.end
        found = source[piece.start : piece.end]
        if len(found) == len(piece.text) and found != "ĳ":
            printed = "".join(CLEAN.get(sign, sign) for sign in found)
            assert printed == piece.text.replace("\n", " ")


@st.composite
def passages_with_a_cut(draw: st.DrawFn) -> tuple[str, Passage, int, int]:
    source = draw(SOURCE_TEXT)
    passage = passage_of(source)
    ends = st.integers(0, len(passage.text))
    first, last = sorted((draw(ends), draw(ends)))
    return source, passage, first, last


@STEADY
@given(passages_with_a_cut())
def test_a_cut_is_the_text_between_its_ends(case: tuple[str, Passage, int, int]) -> None:
    source, passage, first, last = case
    part = passage.cut(first, last)
    assert part.text == passage.text[first:last]
    assert_pieces_are_right(part, source)
    for at in range(first, last):
        assert part.place(at - first) == passage.place(at)


@STEADY
@given(passages_with_a_cut())
def test_what_is_left_out_is_gone_and_the_rest_stands_where_it_stood(
    case: tuple[str, Passage, int, int],
) -> None:
    _, passage, first, last = case
    rest = passage.without(first, last)
    assert rest.text == passage.text[:first] + passage.text[last:]
    places = [passage.place(i) for i in range(len(passage.text)) if not first <= i < last]
    assert [rest.place(i) for i in range(len(rest.text))] == places


@STEADY
@given(SOURCE_TEXT)
def test_stripping_takes_the_white_space_only(source: str) -> None:
    passage = passage_of(source)
    assert passage.strip().text == passage.text.strip()
    assert_pieces_are_right(passage.strip(), source)


@STEADY
@given(st.lists(SOURCE_TEXT, max_size=5), st.sampled_from(["", " ", "\n"]))
def test_joined_passages_keep_their_places(texts: list[str], separator: str) -> None:
    source = "\n".join(texts)
    passages, at = [], 0
    for text in texts:
        passages.append(passage_of(text, at))
        at += len(text) + 1
    whole = join(passages, separator)
    assert whole.text == separator.join(p.text for p in passages if p)
    assert_pieces_are_right(whole, source)


def test_joining_nothing_gives_the_empty_passage() -> None:
    assert join([], "\n") == join([Passage()], " ") == Passage()
    assert not Passage()


def test_a_replaced_character_stands_where_its_ligature_stood() -> None:
    passage = passage_of("waarbĳ het", at=100)
    assert passage.text == "waarbij het"
    places = [passage.place(passage.text.index(word)) for word in ("waar", "ij", "j", "het")]
    assert places == [100, 105, 105, 107]


@pytest.mark.parametrize(
    ("lines", "joined", "n"),
    [
        (["niet-", "digitaal"], "", 2),
        (["niet-digitaal"], "", 1),
        (["aanloop-", "en afbouw"], " ", 3),
        (["en/", "of"], "", 1),
        (["•", "Ja,", "50%"], " ", 2),
        ([], " ", 0),
    ],
)
def test_words_are_counted_as_printed(lines: list[str], joined: str, n: int) -> None:
    """A compound that a line break cuts at its own hyphen is two pieces on the paper."""
    passages, at = [], 0
    for line in lines:
        passages.append(Passage((Piece(line, at, at + len(line)),)))
        at += len(line) + 1
    assert join(passages, joined).n_words == n
