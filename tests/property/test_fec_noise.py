"""Whatever the bytes are, a ledger is read or refused with a reason; what is written is read."""

import io
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from otc_desktop.adapters.accounting_exports.fec import fec_chunks
from otc_desktop.adapters.accounting_exports.fec_reader import read_fec
from otc_desktop.application.kernel.ledger_files import (
    FecLine,
)
from otc_desktop.domain.ledger.open_lines import LedgerLine
from otc_desktop.domain.shared.errors import InputFileError

HEADER = b"JournalCode|EcritureNum|EcritureDate|CompteNum|CompAuxNum|Debit|Credit\n"
patient = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
PLAIN = st.text(alphabet="abcÉœ 0123-", min_size=1, max_size=15).map(str.strip).filter(bool)


def taken(content: bytes) -> list[LedgerLine]:
    try:
        return [line for line, _, _ in read_fec(io.BytesIO(content), name="fec.txt")]
    except InputFileError as refusal:
        assert refusal.code.startswith("fec.")
        return []


@patient
@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    taken(content)


@patient
@given(
    st.lists(
        st.tuples(
            *[
                st.sampled_from(
                    ["", "1", "VE", "20260105", "20260231", "411000", "7X", "1,00", "-1,00", '"1']
                )
            ]
            * 7
        ),
        max_size=5,
    ),
    st.binary(max_size=20),
)
def test_any_fields_below_a_header(rows: list[tuple[str, ...]], noise: bytes) -> None:
    for line in taken(HEADER + "\n".join("|".join(row) for row in rows).encode() + noise):
        assert line.entry
        assert line.account[:3].isdigit()


@patient
@given(
    st.lists(
        st.tuples(PLAIN, PLAIN, PLAIN, st.integers(0, 10**12), st.booleans()),
        min_size=1,
        max_size=6,
    )
)
def test_what_we_export_is_read_again(rows: list[tuple[str, str, str, int, bool]]) -> None:
    lines = [
        FecLine(
            journal_code="VE",
            journal_name="Ventes",
            entry_number=str(number),
            entry_on=date(2026, 1, 5),
            account="411000",
            account_name="Clients",
            auxiliary=auxiliary,
            auxiliary_name=name,
            piece=piece,
            piece_on=date(2026, 1, 4),
            label="Facture",
            debit_minor=minor if is_debit else 0,
            credit_minor=0 if is_debit else minor,
            letter="A",
            lettered_on=None,
            posted_on=date(2026, 1, 31),
            currency_minor=None,
            currency="EUR",
        )
        for number, (auxiliary, name, piece, minor, is_debit) in enumerate(rows, start=1)
    ]

    found = taken(b"".join(fec_chunks(lines)))

    assert [
        (each.auxiliary, each.auxiliary_name, each.piece, each.signed_minor) for each in found
    ] == [
        (auxiliary, name, piece, minor if is_debit else -minor)
        for auxiliary, name, piece, minor, is_debit in rows
    ]
