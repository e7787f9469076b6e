"""What pandoc leaves out of an ODT document, made into what it reads: fields, tables in tables."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
# Letters have their date and number in fields, which a template fills.
_FIELDS = (
    "user-defined user-field-get variable-get variable-set date time subject title description"
    " author-name creator expression database-display placeholder text-input conditional-text"
).split()


def with_plain_text(data: bytes) -> bytes:
    """Return an ODT document with its fields as text and with no table in a cell of another.

    Raises
    ------
    etree.XMLSyntaxError
        Where its main part is no XML.
    """
    parcel = zipfile.ZipFile(BytesIO(data))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(parcel.read("content.xml"), parser)
    for name in _FIELDS:
        for field in root.iter(_TEXT + name):
            field.tag = _TEXT + "span"
            field.attrib.clear()
    for table in reversed(list(root.iter(_TABLE + "table"))):
        if next(table.iterancestors(_TABLE + "table-cell"), None) is not None:
            _unfold(table)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as copy:
        for item in parcel.infolist():
            main = item.filename == "content.xml"
            copy.writestr(item, etree.tostring(root) if main else parcel.read(item))
    return buffer.getvalue()


def _unfold(table: etree._Element) -> None:
    """Put what the cells of a table hold in the place of the table."""
    parent = table.getparent()
    if parent is None:
        return
    at = parent.index(table)
    for cell in list(table.iter(_TABLE + "table-cell")):
        for child in list(cell):
            parent.insert(at, child)
            at += 1
    parent.remove(table)
