"""Files as they come: what can be read, what cannot, and why."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import UnreadableDocument
from analysis.reading import read
from analysis.reading.plain_text import blocks_of, decode
from tests.parsing.records_of import STEADY

TEXT = "Vraag 1\nIs de coördinatie ‘gereed’?\n"


def file_of(folder: Path, data: bytes, name: str = "vragen.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=[
        "utf-8",
        "utf-8 with a mark",
        "cp1252",
        "utf-16-le",
        "utf-16-be",
        "utf-16-le without a mark",
        "utf-16-be without a mark",
        "crlf",
        "cr",
    ],
)
def test_a_text_is_the_same_in_every_encoding(tmp_path: Path, data: bytes) -> None:
    source = read(file_of(tmp_path, data))
    assert source.text == TEXT
    assert [block.text for block in source.blocks] == ["Vraag 1", "Is de coördinatie ‘gereed’?"]


def test_latin_1_is_read() -> None:
    assert decode("financiële coördinatie".encode("latin-1")) == "financiële coördinatie"


def test_a_source_knows_its_file(tmp_path: Path) -> None:
    data = TEXT.encode("cp1252")
    source = read(file_of(tmp_path, data, "Vragen 12.TXT"))
    assert source.name == "Vragen 12.TXT"
    assert source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("leeg.txt", b"", "holds no text"),
        ("wit.txt", " \n\t\n\f\r\n\u00a0\n".encode(), "holds no text"),
        ("nul.txt", b"Vraag 1\0\nIs dat zo?", "not readable text"),
        ("half.txt", b"\xff\xfeV\0r\0a", "not readable text"),
        ("onbekend.wpd", TEXT.encode(), "'.wpd' are not read (only .txt"),
        ("geen-uitgang", TEXT.encode(), "ending in '' are not read"),
    ],
)
def test_an_unreadable_file_is_named_with_the_reason(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    path = file_of(tmp_path, data, name)
    with pytest.raises(UnreadableDocument) as error:
        read(path)
    message = str(error.value)
    assert message.startswith(f"{name}: ")
    assert reason in message


def test_a_missing_file_and_a_folder_are_no_documents(tmp_path: Path) -> None:
    (tmp_path / "map.txt").mkdir()
    for name in ("weg.txt", "map.txt"):
        with pytest.raises(UnreadableDocument, match=rf"^{name}: the file cannot be opened"):
            read(tmp_path / name)


def test_blocks_know_their_page_the_gap_before_them_and_their_indent() -> None:
    text = "een\n\n \n  twee\n\fdrie\n\n\f\n vier "
    blocks = blocks_of(text)
    assert [block.text for block in blocks] == ["een", "twee", "drie", "vier"]
    assert [block.page for block in blocks] == [1, 1, 2, 3]
    assert [block.blank_lines for block in blocks] == [0, 2, 1, 3]
    assert [block.indented for block in blocks] == [False, True, False, True]


def test_without_form_feeds_the_page_is_unknown() -> None:
    assert {block.page for block in blocks_of("een\n\n\ntwee")} == {None}


@STEADY
@given(st.text(alphabet=st.sampled_from("ab \t\n\f\u00a0\u2003éĳ")))
def test_blocks_stand_where_they_say_and_hold_all_that_is_not_white(text: str) -> None:
    blocks = blocks_of(text)
    for block in blocks:
        assert text[block.start : block.end] == block.text == block.text.strip() != ""
    kept = "".join("".join(block.text.split()) for block in blocks)
    assert kept == "".join(text.split())


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.reading._LARGEST", 1_000_000)
    file_of(tmp_path, b"a" * 1_000_000, "past.txt")
    assert len(read(tmp_path / "past.txt").text) == 1_000_000
    path = file_of(tmp_path, b"a" * 1_000_001, "groot.txt")
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("the file was read"))
    with pytest.raises(UnreadableDocument, match=r"groot\.txt: the file is larger than 1 MB"):
        read(path)
