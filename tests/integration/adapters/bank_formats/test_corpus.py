"""Every file of the shared corpus gives the facts that its index expects, or is refused."""

import csv
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from otc_desktop.adapters.bank_formats.detect import detect
from otc_desktop.adapters.bank_formats.registry import BankFormatRegistry
from otc_desktop.adapters.spreadsheets.reader import SpreadsheetReader
from otc_desktop.domain.banking.statement import ParsedStatement, check_statement
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.money import Money

CORPUS = Path(__file__).parents[4] / ".." / "shared" / "testdata" / "bank"
CANARY = "CANARY"

pytestmark = pytest.mark.skipif(
    not (CORPUS / "index.csv").exists(), reason="the shared corpus of bank files is not here"
)


def _table(name: str) -> list[dict[str, str]]:
    path = CORPUS / name
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


INDEX = _table("index.csv")
CAMT = [row for row in INDEX if "camt" in row["format"]]
READ = [row for row in INDEX if row["expected"] != "helper"]
IMPORTED = [row for row in READ if row["expected"] != "reject"]
REFUSED = [row for row in READ if row["expected"] == "reject"]
STATEMENTS = _table("statements.csv")
KINDS = {
    "camt": "camt",
    "cfonb120": "cfonb120",
    "csv": "csv",
    "mt940": "mt940",
    "mt942": "mt940",
    "ofx": "ofx",
    "ofx1": "ofx",
    "ofx2": "ofx",
    "qif": "qif",
    "xlsx": "xlsx",
    "zip": "zip",
}
# What these files are, whatever their name says.
DISGUISED = {
    "hostile/h01_empty.csv": "",
    "hostile/h02_binary_junk.ofx": "",
    "hostile/h13_login_page_saved.csv": "html",
    "hostile/canary.txt": "",
}


REGISTRY = BankFormatRegistry(SpreadsheetReader().sheets)


@cache
def _read(file: str) -> Sequence[ParsedStatement]:
    return REGISTRY.read((CORPUS / file).read_bytes(), name=file)


def _name(row: dict[str, str]) -> str:
    return row["file"]


def _amount(money: Money | None) -> str:
    return "" if money is None else str(money.amount)


def _text(value: object) -> str:
    return "" if value is None else str(value)


@pytest.mark.parametrize("row", IMPORTED, ids=_name)
def test_file_when_read_then_facts_are_those_of_the_index(row: dict[str, str]) -> None:
    statements = _read(row["file"])

    entries = [entry for statement in statements for entry in statement.entries]
    assert len(statements) == int(row["statements"])
    assert len(entries) == int(row["transactions"])
    # A file that names no currency is read in the company's.
    assert {statement.currency for statement in statements} == {row["currency"].strip("?") or "EUR"}
    assert " | ".join(dict.fromkeys(each.account for each in statements)) == row["account"]
    assert sum(each.credits.amount for each in statements) == Decimal(row["credits"])
    assert sum(each.debits.amount for each in statements) == Decimal(row["debits"])
    assert sum(each.pending for each in statements) == int(row["pending"] or 0)
    # The hostile variants of own_camt053_v02_bnp_fr.xml keep its batch of six details; their
    # rows count entries in the column of details, where that file's own row says 22.
    hostile_camt = row["file"].startswith("hostile/") and "camt" in row["format"]
    details = "22" if hostile_camt else row["details"]
    assert sum(len(entry.payments) for entry in entries) == int(details)
    if row["balances"] == "n/a" and row["format"] in {"csv", "xlsx"}:
        assert all(each.opening is None or each.closing is None for each in statements)
    if len(statements) == 1:
        (statement,) = statements
        assert _amount(statement.opening) == row["opening_balance"]
        assert _amount(statement.closing) == row["closing_balance"]


@pytest.mark.parametrize("row", IMPORTED, ids=_name)
def test_file_when_something_is_wrong_with_it_then_it_is_said(row: dict[str, str]) -> None:
    findings = [
        finding
        for statement in _read(row["file"])
        for finding in (*statement.findings, *check_statement(statement))
    ]

    assert bool(findings) == (row["expected"] == "import_warn"), findings


@pytest.mark.parametrize(
    "row",
    [row for row in CAMT if row["file"].startswith("camt/") and row["file"].endswith(".xml")],
    ids=_name,
)
def test_camt_file_when_read_then_names_its_version(row: dict[str, str]) -> None:
    expected = row["format"].removesuffix(" (no namespace)")

    assert {statement.format for statement in _read(row["file"])} == {expected}


@pytest.mark.parametrize(
    "row",
    [row for row in STATEMENTS if row["file"] in {each["file"] for each in IMPORTED}],
    ids=lambda row: row["file"],
)
def test_statement_when_read_then_facts_are_those_of_the_table(row: dict[str, str]) -> None:
    statement = _read(row["file"])[int(row["n"]) - 1]

    assert statement.statement_id == row["statement_id"]
    assert statement.account == (row["iban"] or row["account"])
    assert statement.currency == (row["currency"] or "EUR")
    assert _amount(statement.opening) == row["opening_balance"]
    assert _text(statement.opening_on) == row["opening_date"]
    assert _amount(statement.closing) == row["closing_balance"]
    assert _text(statement.closing_on) == row["closing_date"]
    assert len(statement.entries) == int(row["transactions"])
    assert sum(len(entry.payments) for entry in statement.entries) == int(row["details"])
    assert statement.pending == int(row["pending"])
    assert statement.credits.amount == Decimal(row["credits"])
    assert statement.debits.amount == Decimal(row["debits"])
    if row["first_date"]:  # empty where the file gives its entries no date of their own
        # Of an MT940's two dates the table gives the first, the value date.
        by_value = statement.format == "mt940"
        days = sorted(
            (entry.value_on if by_value else entry.booked_on).isoformat()
            for entry in statement.entries
        )
        assert (days[0], days[-1]) == (row["first_date"], row["last_date"])


@pytest.mark.parametrize("row", REFUSED, ids=_name)
def test_file_that_is_to_be_refused_when_read_then_is(row: dict[str, str]) -> None:
    with pytest.raises(InputFileError, match=r"^(bank_file|sheet)\."):
        _read(row["file"])


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("hostile/h01_empty.csv", "bank_file.empty"),
        ("hostile/h02_binary_junk.ofx", "bank_file.unknown_format"),
        ("hostile/h03_truncated_camt053.xml", "bank_file.truncated_or_damaged"),
        ("cfonb/cfonb120_account_differs_in_04_oca.txt", "bank_file.other_account"),
        ("cfonb/cfonb120_07_without_01_pennylane.txt", "bank_file.truncated_or_damaged"),
        ("hostile/h07_billion_laughs_camt053.xml", "bank_file.dtd_forbidden"),
        ("hostile/h08_external_entity_camt053.xml", "bank_file.dtd_forbidden"),
        ("hostile/h12_zip_path_traversal.zip", "bank_file.archive_unsafe_name"),
        ("hostile/h13_login_page_saved.csv", "bank_file.not_a_statement"),
    ],
)
def test_hostile_file_when_read_then_refused_with_its_code(file: str, code: str) -> None:
    with pytest.raises(InputFileError) as refusal:
        _read(file)

    assert refusal.value.code == code
    assert refusal.value.params["file"] == file


def test_wrongly_declared_encoding_when_read_then_accents_are_right() -> None:
    (statement,) = _read("hostile/h04_declared_utf8_is_cp1252.xml")

    names = {payment.counterparty for entry in statement.entries for payment in entry.payments}
    assert {"MME HÉLÈNE CÔTÉ", "BOULANGERIE À L'ÉPI"} <= names
    assert not any("\ufffd" in name for name in names)


@pytest.mark.parametrize("row", [row for row in INDEX if row["expected"] != "helper"], ids=_name)
def test_any_file_when_read_then_the_canary_never_shows(row: dict[str, str]) -> None:
    try:
        outcome = repr(_read(row["file"]))
    except InputFileError as problem:
        outcome = f"{problem} {problem.__cause__!r} {problem.__context__!r}"

    assert CANARY not in outcome


@pytest.mark.parametrize("row", INDEX, ids=_name)
def test_any_file_when_looked_at_then_its_kind_is_found_by_content(row: dict[str, str]) -> None:
    words = row["format"].replace("zip of camt.053", "zip").replace("camt.", "camt ").split()
    expected = DISGUISED[row["file"]] if row["file"] in DISGUISED else KINDS[words[0]]

    assert detect((CORPUS / row["file"]).read_bytes()) == expected
