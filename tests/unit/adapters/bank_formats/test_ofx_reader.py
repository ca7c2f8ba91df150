"""OFX 1 and 2: values closed or not, groups whole or cut."""

from datetime import date
from decimal import Decimal

import pytest

from otc_desktop.adapters.bank_formats.registry import BankFormatRegistry
from otc_desktop.domain.banking.statement import ParsedStatement
from otc_desktop.domain.shared.errors import InputFileError

RECEIPT = (
    "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260302120000[+1:CET]<TRNAMT>1234,56<FITID>A1"
    "<NAME>VIR DUPONT ET F<MEMO>VIR DUPONT ET FILS FACT F2026-00412</STMTTRN>"
)


def file_of(
    *transactions: str,
    account: str = "<BANKID>30006<BRANCHID>00001<ACCTID>12345678901",
    balance: str = "<LEDGERBAL><BALAMT>+2000.00<DTASOF>20260331</LEDGERBAL>",
    currency: str = "EUR",
) -> str:
    return (
        "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\n\r\n"
        f"<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>{currency}"
        f"<BANKACCTFROM>{account}</BANKACCTFROM>"
        f"<BANKTRANLIST>{''.join(transactions)}</BANKTRANLIST>{balance}"
        "</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
    )


def read(text: str) -> list[ParsedStatement]:
    return list(BankFormatRegistry().read(text.encode("cp1252"), name="releve.ofx"))


def closed(text: str) -> str:
    """The same file as version 2 writes it: every value closed."""
    for tag in ("CURDEF", "BANKID", "BRANCHID", "ACCTID", "TRNTYPE", "DTPOSTED", "TRNAMT"):
        before, _, rest = text.partition(f"<{tag}>")
        value, sign, after = rest.partition("<")
        text = f"{before}<{tag}>{value}</{tag}>{sign}{after}"
    return text


def test_statement_when_read_then_facts_are_those_of_the_file() -> None:
    [statement] = read(file_of(RECEIPT))
    assert statement.account == "FR7630006000011234567890189"
    assert statement.closing is not None
    assert (statement.closing.amount, statement.closing_on) == (
        Decimal("2000.00"),
        date(2026, 3, 31),
    )
    [entry] = statement.entries
    assert (entry.booked_on, entry.amount.amount) == (date(2026, 3, 2), Decimal("1234.56"))
    assert entry.label == "VIR DUPONT ET FILS FACT F2026-00412"
    assert entry.bank_reference == "A1"


def test_values_when_closed_or_not_then_the_facts_are_the_same() -> None:
    assert read(closed(file_of(RECEIPT))) == read(file_of(RECEIPT))


def test_text_when_escaped_twice_then_is_plain() -> None:
    [statement] = read(file_of(RECEIPT.replace("DUPONT ET", "DUPONT &amp;amp; Cie")))
    assert "DUPONT & Cie" in statement.entries[0].label


def test_pending_transaction_when_listed_then_is_counted_and_not_booked() -> None:
    pending = RECEIPT.replace("STMTTRN>", "STMTTRNP>")
    [statement] = read(file_of(RECEIPT, pending))
    assert (len(statement.entries), statement.pending) == (1, 1)


def test_balance_when_empty_then_there_is_none() -> None:
    [statement] = read(file_of(balance="<LEDGERBAL><BALAMT><DTASOF>20260331</LEDGERBAL>"))
    assert statement.closing is None


def test_reference_when_used_twice_then_both_are_kept_and_it_is_said() -> None:
    [statement] = read(file_of(RECEIPT, RECEIPT.replace("1234,56", "10,00")))
    assert len(statement.entries) == 2
    assert [finding.code for finding in statement.findings] == ["bank_file.reference_reused"]


def test_account_when_not_french_then_stands_as_written() -> None:
    [statement] = read(file_of(account="<BANKID>121099999<ACCTID>999988"))
    assert statement.account == "121099999 999988"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (file_of(RECEIPT).replace("</OFX>", ""), "bank_file.truncated_or_damaged"),
        (file_of(RECEIPT.replace("</STMTTRN>", "")), "bank_file.truncated_or_damaged"),
        (file_of(RECEIPT)[:-200], "bank_file.truncated_or_damaged"),
        (file_of(RECEIPT.replace("1234,56", "NaN")), "bank_file.bad_amount"),
        (file_of(RECEIPT.replace("1234,56", "1e400")), "bank_file.bad_amount"),
        (file_of(RECEIPT.replace("1234,56", "1.234")), "bank_file.bad_amount"),
        (file_of(RECEIPT.replace("<TRNAMT>1234,56", "")), "bank_file.missing"),
        (file_of(RECEIPT.replace("20260302", "20260231")), "bank_file.bad_date"),
        (file_of(RECEIPT, currency="euro"), "bank_file.bad_currency"),
        ("OFXHEADER:100\r\n<OFX></OFX>", "bank_file.no_statement"),
        (
            "<!DOCTYPE OFX [<!ENTITY a 'b'>]>" + file_of(RECEIPT).partition("\r\n\r\n")[2],
            "bank_file.dtd_forbidden",
        ),
    ],
)
def test_file_when_damaged_or_hostile_then_is_refused(text: str, code: str) -> None:
    with pytest.raises(InputFileError) as refusal:
        read(text)
    assert refusal.value.code == code
