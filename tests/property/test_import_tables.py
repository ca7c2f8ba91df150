"""Whatever dialect a table is written in, the same rows are read out of it."""

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.sheets import read_table_of

ALIASES = {"code": ("code client",), "name": ("raison sociale",), "city": ("ville",)}
HEADER = ["Code client", "Raison sociale", "Ville"]
# No word that makes a line a total or a foot, no header, nothing a spreadsheet calls an error.
WORDS = st.text(alphabet="abcdéèŒ €'\"0123456789-&", min_size=1, max_size=12).map(str.strip)
CELLS = WORDS.filter(bool).map(lambda word: f"x{word}")
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8)


def _written(rows: list[tuple[str, ...]], delimiter: str, line_end: str) -> str:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=line_end)
    writer.writerows(rows)
    return buffer.getvalue()


@settings(deadline=None, max_examples=80)
@given(
    ROWS,
    st.sampled_from([";", ",", "\t", "|"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.integers(0, 3),
    st.integers(0, 2),
)
def test_rows_are_the_same_in_every_dialect(
    rows: list[tuple[str, str, str]],
    delimiter: str,
    line_end: str,
    encoding: str,
    titles: int,
    headers_again: int,
) -> None:
    above = [("Atelier Lumen", "", "")] * titles
    again = [("Total", "", "12")] + [tuple(HEADER)] * headers_again
    text = _written([*above, tuple(HEADER), *rows, *again], delimiter, line_end)

    table = read_table_of(text.encode(encoding), name="x.csv", aliases=ALIASES)

    assert [tuple(row.values.values()) for row in table.rows] == rows
    assert len(table.skipped) == 1 + headers_again
    assert not any(row.faults for row in table.rows)


@settings(deadline=None, max_examples=60)
@given(st.permutations(HEADER), ROWS)
def test_the_order_of_columns_makes_no_difference(
    header: list[str], rows: list[tuple[str, str, str]]
) -> None:
    order = [HEADER.index(title) for title in header]
    shuffled = [tuple(row[place] for place in order) for row in rows]
    text = _written([tuple(header), *shuffled], ";", "\n")

    table = read_table_of(text.encode(), name="x.csv", aliases=ALIASES)

    assert [
        (row.values["code"], row.values["name"], row.values["city"]) for row in table.rows
    ] == rows
