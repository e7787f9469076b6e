"""A folder of all that goes wrong with files: each gives a clear finding, and the rest is read."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from analysis.tables import build_tables, read_table, read_tables, readings
from analysis.wording import Wording
from analysis.wording.reasons import reason_in
from tests.generator import document

TEXT = "Vraag 1\nIs de brug één jaar dicht?\n\nAntwoord\nJa, de brug is één jaar dicht.\n"
BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>\n<officiele-publicatie><al>&a11;</al></officiele-publicatie>"
)
EXTERNAL = (
    '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY buiten SYSTEM "file://{path}">]>\n'
    "<officiele-publicatie><vraag><nr>Vraag 1</nr><al>&buiten;</al></vraag></officiele-publicatie>"
)


def pdf(text: str = "", **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, **options)
    if text:
        canvas.drawString(72, 700, text)
    else:
        canvas.rect(72, 72, 300, 300, fill=1)  # a scan: a page without a letter
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def archive(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as other:
        other.writestr(name, "geen document")
    return buffer.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one document of each kind of trouble, and two good ones."""
    folder = tmp_path / "map met 'alles'"
    folder.mkdir()
    secret = tmp_path / "geheim.txt"
    secret.write_text(TEXT.replace("brug", "kluis"))
    files: dict[str, bytes] = {
        'een "goed" document.txt': TEXT.encode(),
        "latin.txt": TEXT.replace("brug", "sluis").encode("latin-1"),
        "utf16.txt": TEXT.replace("brug", "haven").encode("utf-16"),
        "leeg.txt": b"",
        "leeg.pdf": b"",
        "scan.pdf": pdf(),
        "slot.pdf": pdf("Vraag 1", encrypt=StandardEncryption("sleutel", canPrint=0)),
        "half.pdf": pdf("Vraag 1")[:300],
        "zip.docx": archive("foto.png"),
        "geen.docx": b"dit is geen zip",
        "bom.xml": BOMB.encode(),
        "buiten.xml": EXTERNAL.format(path=secret).encode(),
        "stuk.xml": b"<officiele-publicatie><vraag>",
        "bytes.txt": bytes(range(256)) * 8,
        "foto.png": b"\x89PNG\r\n",
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    with (folder / "groot.txt").open("wb") as large:
        large.truncate(200_000_000)  # takes no room on the disk
    (folder / "koppeling.txt").symlink_to(secret)
    (folder / "nergens.txt").symlink_to(tmp_path / "weg.txt")
    os.mkfifo(folder / "buis.txt")  # who opens it waits for ever
    return folder


def test_each_gives_a_finding_or_is_read_and_nothing_hangs(folder: Path, tmp_path: Path) -> None:
    summary = build_tables([folder], tmp_path / "out", processes=2)
    tables = read_tables(tmp_path / "out")
    assert set(tables["documents"]["source"]) == {
        'een "goed" document.txt',
        "latin.txt",
        "utf16.txt",
    }
    assert set(tables["questions"]["text"]) == {
        f"Is de {what} één jaar dicht?" for what in ("brug", "sluis", "haven")
    }
    found = tables["findings"].query("code == 'unreadable'")
    reasons = {
        reason.partition(": ")[0]: reason.partition(": ")[2]
        for reason in (json.loads(details)["reason"] for details in found["details"])
    }
    for name, said in {
        "leeg.txt": "empty",
        "leeg.pdf": "empty",
        "scan.pdf": "scan",
        "slot.pdf": "password|encrypted|protected",
        "half.pdf": "PDF",
        "zip.docx": "Word|DOCX|docx",
        "geen.docx": "Word|DOCX|docx|ZIP|zip",
        "bom.xml": "entit",
        "buiten.xml": "entit",
        "stuk.xml": "XML",
        "bytes.txt": "text",
        "foto.png": "not read",
        "groot.txt": "larger than",
        "koppeling.txt": "out of the folder",
        "nergens.txt": "leads nowhere",
        "buis.txt": "no ordinary file",
    }.items():
        assert name in reasons, name
        assert pd.Series([reasons[name]]).str.contains(said)[0], (name, reasons[name])
    assert set(found["severity"]) == {"error"}
    for name, reason in reasons.items():
        in_dutch = reason_in(reason, Wording("nl"))
        assert in_dutch != reason, name
        assert found["message"].str.contains(f"{name}: {in_dutch}", regex=False).sum() == 1
    assert len(summary.unread) == len(found) == 16
    assert not any("kluis" in str(text) for text in tables["questions"]["text"])


def test_the_program_ends_well_beside_an_open_file_in_its_folder(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    command = [sys.executable, "-m", "analysis", "tables", str(folder), "--out", str(out)]
    with (out / "err").open("w") as errors:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=errors, text=True, timeout=60)
    assert done.returncode == 0
    assert "Traceback" not in (out / "err").read_text()
    assert "Not read: scan.pdf: " in done.stdout
    assert len(read_table(out, "documents")) == 3
    assert not list(tmp_path.glob("*.partial"))


def test_a_run_that_is_broken_off_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(3):
        made = document(seed, format="txt")
        (tmp_path / made.name).write_bytes(made.data)
    out = tmp_path / "tabellen"  # in the folder of the documents, and no document itself
    for _ in range(2):
        assert build_tables([tmp_path], out).documents == 3
    before = {p.name: p.read_bytes() for p in out.rglob("*") if p.is_file()}

    def interrupted(path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(readings, "read", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build_tables([tmp_path], out)
    assert {p.name: p.read_bytes() for p in out.rglob("*") if p.is_file()} == before
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [2.5, 5.0])
def test_an_interrupt_is_one_sentence_and_replaces_nothing(seconds: float, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for seed in range(250):
        made = document(seed, format="txt", n=12)
        (tmp_path / "in" / f"{seed}-{made.name}").write_bytes(made.data)
    out = tmp_path / "out"
    build_tables([next((tmp_path / "in").iterdir())], out)
    before = {p.name: p.read_bytes() for p in out.rglob("*") if p.is_file()}
    command = [sys.executable, "-m", "analysis", "tables", str(tmp_path / "in"), "--out", str(out)]
    run = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    time.sleep(seconds)  # while its processes start, and while they read
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to each of them
    _, said = run.communicate(timeout=60)
    if run.returncode == 0:
        pytest.skip("the run was ready before it could be interrupted")
    assert run.returncode == 130
    assert said.splitlines() == ["antwoordanalyse: stopped before the end; nothing was replaced."]
    assert {p.name: p.read_bytes() for p in out.rglob("*") if p.is_file()} == before
    assert not list(tmp_path.glob("*.partial"))


def test_the_same_document_in_two_formats_is_taken_once(tmp_path: Path) -> None:
    for kind_of_file in ("txt", "docx", "xml"):
        made = document(3, "aanhangsel", kind_of_file)
        (tmp_path / made.name).write_bytes(made.data)
    summary = build_tables([tmp_path], tmp_path / "out")
    documents = read_table(tmp_path / "out", "documents")
    assert list(documents["source"].str.rsplit(".").str[-1]) == ["xml"]
    findings = read_table(tmp_path / "out", "findings").query("code == 'duplicate_document'")
    named = sorted(json.loads(details)["file"].rsplit(".")[-1] for details in findings["details"])
    assert named == ["docx", "txt"]
    assert len(summary.duplicates) == 2
