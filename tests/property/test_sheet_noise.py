"""Whatever the bytes are, the outcome is a table or a refusal that says why."""

import csv
import io
import zipfile
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from otc_desktop.adapters.spreadsheets.raw_table import SheetLimits
from otc_desktop.application.kernel.import_table import ImportedTable
from otc_desktop.domain.shared.errors import InputFileError
from tests.support.sheets import read_sound_table

ALIASES = {"code": ("code client",), "name": ("nom",), "amount": ("montant",)}
HEADER = "Code;Nom;Montant\n"
PARTS = (
    "[Content_Types].xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
)
LIMITS = SheetLimits(scanned_rows=5_000, scanned_cells=100_000)
patient = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def taken(content: bytes) -> ImportedTable | None:
    try:
        sheet = read_sound_table(content, name="x", aliases=ALIASES, limits=LIMITS)
    except InputFileError as refusal:
        assert refusal.code.startswith("sheet.")
        return None
    assert set(sheet.columns) <= set(ALIASES)
    for row in sheet.rows:
        assert set(row.values) == set(sheet.columns)
        for text in row.values.values():
            assert text == text.strip()
            assert "\0" not in text
            text.encode("utf-8")
    return sheet


@patient
@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    taken(content)


@patient
@given(st.sampled_from([b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]), st.binary())
def test_any_bytes_after_a_known_start(start: bytes, rest: bytes) -> None:
    assert taken(start + rest) is None


@patient
@given(st.text(alphabet=";,\t\"'\n\r aé0=\u2028\x0b", max_size=200), st.booleans())
def test_any_text_below_a_header(noise: str, windows: bool) -> None:
    encoding = "cp1252" if windows else "utf-8"
    taken((HEADER + noise).encode(encoding, errors="replace"))


@patient
@given(st.data())
def test_a_csv_with_one_byte_changed(data: st.DataObject) -> None:
    content = bytearray((HEADER + 'C1;"Un;\nsuite";1,50\nC2;Deux;2\n').encode() * 2)
    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    taken(bytes(content))


@patient
@given(
    st.lists(
        st.tuples(*[st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))] * 3),
        max_size=6,
    ),
    st.sampled_from(";,\t"),
)
def test_every_text_of_a_sound_csv_is_kept(rows: list[tuple[str, ...]], delimiter: str) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([tuple(ALIASES), *rows])

    sheet = taken(buffer.getvalue().encode())

    assert sheet is not None
    kept = [tuple(text.strip() for text in row) for row in rows]
    assert [tuple(row.values.values()) for row in sheet.rows] == [row for row in kept if any(row)]


@cache
def _parts() -> dict[str, bytes]:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Code", "Nom", "Montant"], ["C1", "Un", 1.5], ["C2", True, "=1+1"]):
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as package:
        return {name: package.read(name) for name in package.namelist()}


@patient
@given(st.sampled_from(PARTS), st.data())
def test_a_workbook_with_a_part_changed(part: str, data: st.DataObject) -> None:
    parts = dict(_parts())
    start = data.draw(st.integers(0, len(parts[part])))
    length = data.draw(st.integers(0, 40))
    put = data.draw(
        st.one_of(
            st.binary(max_size=8),
            st.sampled_from([b"", b"<", b"-1", b"1e999", b'"', b"<c/>", b"<f>", b"</row>", b"NaN"]),
        )
    )
    parts[part] = parts[part][:start] + put + parts[part][start + length :]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)

    taken(buffer.getvalue())


@patient
@given(st.data())
def test_a_workbook_with_bytes_changed_or_lost(data: st.DataObject) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in _parts().items():
            package.writestr(name, content)
    content = bytearray(buffer.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))

    taken(bytes(content[: data.draw(st.integers(100, len(content)))]))
    taken(bytes(content))
