"""Reading the FEC of other programs: what the law leaves open, and what it forbids."""

import io

import pytest

from otc_desktop.adapters.accounting_exports.fec_reader import read_fec
from otc_desktop.domain.ledger.open_lines import LedgerLine
from otc_desktop.domain.shared.errors import InputFileError

HEADER = (
    "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib"
    "|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise"
    "|Idevise"
)
LINE = "VE|Ventes|1|20260105|411000|Clients|C1|Lœuvre|F1|20260105|Facture|1200,00|0,00||||| "


def read(text: str, *, encoding: str = "utf-8") -> list[tuple[LedgerLine, int, int]]:
    return list(read_fec(io.BytesIO(text.encode(encoding)), name="fec.txt"))


def refusal(text: str) -> InputFileError:
    with pytest.raises(InputFileError) as caught:
        read(text)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "iso8859-15"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", ["|", "\t", ";"])
def test_dialects(encoding: str, line_end: str, separator: str) -> None:
    text = line_end.join([HEADER, LINE, ""]).replace("|", separator)

    [(line, debit, credit)] = read(text, encoding=encoding)

    assert (line.auxiliary, line.auxiliary_name, line.piece) == ("C1", "Lœuvre", "F1")
    assert (debit, credit, line.signed_minor) == (120_000, 0, 120_000)
    assert line.entry_on.isoformat() == "2026-01-05"


@pytest.mark.parametrize(
    ("amount", "side", "signed"),
    [("10,50", "D", 1050), ("10,50", "C", -1050), ("10,5", "+1", 1050), ("10,50", "-1", -1050)],
)
def test_amount_and_side(amount: str, side: str, signed: int) -> None:
    header = HEADER.replace("Debit|Credit", "Montant|Sens")
    text = f"{header}\n{LINE.replace('1200,00|0,00', f'{amount}|{side}')}\n"

    assert read(text)[0][0].signed_minor == signed


@pytest.mark.parametrize("amount", ["-5,00", "5,00-"])
def test_signs_before_and_after(amount: str) -> None:
    assert read(f"{HEADER}\n{LINE.replace('1200,00', amount)}\n")[0][0].signed_minor == -500


def test_columns_in_another_order_and_more_of_them() -> None:
    text = "EcritureNum\tJournalCode\tEcritureDate\tCompteNum\tDebit\tCredit\tDateRglt\n"
    [(line, _, credit)] = read(text + "7\tBQ\t20260105\t512\t\t3,00\tx\n")

    assert (line.entry, line.journal, line.account, credit) == ("7", "BQ", "512", 300)
    assert (line.auxiliary, line.piece_on) == ("", None)


@pytest.mark.parametrize(
    ("change", "code", "column"),
    [
        (("1200,00", "1200.00"), "fec.bad_amount", "Debit"),
        (("1200,00", "1 200,00"), "fec.bad_amount", "Debit"),
        (("1200,00", "1200,005"), "fec.bad_amount", "Debit"),
        (("0,00", "5,00"), "fec.both_sides", "Debit"),
        (("20260105|411000", "20260231|411000"), "fec.bad_date", "EcritureDate"),
        (("20260105|411000", "2026-01-05|411000"), "fec.bad_date", "EcritureDate"),
        (("20260105|411000", "|411000"), "fec.missing_value", "EcritureDate"),
        (("|1|", "||"), "fec.missing_value", "EcritureNum"),
        (("411000", "41X000"), "fec.bad_account", "CompteNum"),
        (("Facture|", "Facture|x|"), "fec.broken_line", None),
        (("Facture", "F" * 30_000), "fec.broken_line", None),
    ],
)
def test_what_the_law_forbids_is_refused_with_its_line(
    change: tuple[str, str], code: str, column: str | None
) -> None:
    old, new = change
    broken = LINE.replace(old, new) if old != "0,00" else LINE.replace("|0,00|", f"|{new}|")

    refused = refusal(f"{HEADER}\n{LINE}\n{broken}\n")

    assert (refused.code, refused.line, refused.column) == (code, 3, column)


@pytest.mark.parametrize(
    "text", ["", "Bonjour", "a;b;c\n1;2;3\n", "\0\0\0", HEADER.replace("CompteNum", "x") + "\n"]
)
def test_what_is_no_fec_is_refused(text: str) -> None:
    assert refusal(text).code == "fec.not_a_fec"


def test_blank_lines_and_a_dos_end_are_passed_over() -> None:
    assert len(read(f"{HEADER}\n{LINE}\n\n  \n\x1a")) == 1
