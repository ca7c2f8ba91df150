"""OFX 1 and 2, the statement that most French banks offer for download.

Specification: Open Financial Exchange 1.0.3 and 2.2 (financial data exchange).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from otc_desktop.adapters.bank_formats.french_account import french_iban
from otc_desktop.adapters.bank_formats.ofx_tags import Group, read_groups
from otc_desktop.domain.banking.statement import ParsedEntry, ParsedPayment, ParsedStatement
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import InputFileError, RuleError
from otc_desktop.domain.shared.findings import Finding, warning
from otc_desktop.domain.shared.money import Money

FORMAT = "ofx"
_AMOUNT = re.compile(r"([+-]?)([0-9]{1,15})(?:[.,]([0-9]{1,6}))?")
_DATE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_SPACES = re.compile(r"[\s\u00a0\u202f]")


def read_ofx(content: bytes) -> Sequence[ParsedStatement]:
    """Every account's statement in a file, bank accounts and cards.

    Raises:
        InputFileError: `bank_file.bad_amount`, `.bad_currency`, `.bad_date`,
            `.dtd_forbidden`, `.missing`, `.no_statement`, `.truncated_or_damaged`.
    """
    found = [_statement(group) for group in read_groups(content).all("STMTRS", "CCSTMTRS")]
    if not found:
        raise InputFileError("bank_file.no_statement")
    return found


def _statement(group: Group) -> ParsedStatement:
    currency = _currency(group)
    account = _account(group.first("BANKACCTFROM", "CCACCTFROM"))
    entries = tuple(_entry(each, currency) for each in group.all("STMTTRN"))
    balance = group.first("LEDGERBAL")
    # An empty balance is what banks write where they give none.
    stated = None if balance is None else balance.value("BALAMT")
    return ParsedStatement(
        format=FORMAT,
        account=account,
        currency=currency.code,
        statement_id="",
        opening=None,
        closing=_amount(stated, currency, balance.line) if balance and stated else None,
        opening_on=None,
        closing_on=None if balance is None else _day(balance, "DTASOF"),
        entries=entries,
        pending=sum(1 for _ in group.all("STMTTRNP")),
        findings=tuple(_reused(entries)),
    )


def _entry(group: Group, currency: Currency) -> ParsedEntry:
    booked_on = _day(group, "DTPOSTED")
    stated = group.value("TRNAMT")
    if booked_on is None or not stated:
        missing = "DTPOSTED" if booked_on is None else "TRNAMT"
        raise InputFileError("bank_file.missing", line=group.line, field=missing)
    amount = _amount(stated, currency, group.line)
    payee = group.first("PAYEE")
    other = group.first("BANKACCTTO", "CCACCTTO")
    label = _label(group)
    reference = group.value("FITID")
    payment = ParsedPayment(
        amount=amount,
        label=label,
        counterparty="" if payee is None else payee.value("NAME"),
        counterparty_account=_account(other),
        bank_reference=reference,
    )
    return ParsedEntry(
        booked_on=booked_on,
        value_on=_day(group, "DTAVAIL") or booked_on,
        amount=amount,
        label=label,
        bank_reference=reference,
        payments=(payment,),
        transaction_code=group.value("TRNTYPE"),
    )


def _label(group: Group) -> str:
    """Name and memo; banks that cut the name repeat it whole in the memo."""
    name, memo = group.value("NAME"), group.value("MEMO")
    if not name or memo.startswith(name):
        return memo
    return f"{name} {memo}".strip()


def _account(group: Group | None) -> str:
    """The IBAN where it is given or can be computed, else the account as written."""
    if group is None:
        return ""
    bank, branch = group.value("BANKID"), group.value("BRANCHID")
    number = group.value("ACCTID")
    try:
        return french_iban(bank, branch, number)
    except ValueError:
        return " ".join(part for part in (bank, branch, number) if part)


def _currency(group: Group) -> Currency:
    code = group.value("CURDEF")
    try:
        return Currency(code)
    except RuleError as problem:
        raise InputFileError("bank_file.bad_currency", line=group.line, currency=code) from problem


def _amount(text: str, currency: Currency, line: int) -> Money:
    found = _AMOUNT.fullmatch(_SPACES.sub("", text))
    if found is None:
        raise InputFileError("bank_file.bad_amount", line=line, amount=text[:40])
    try:
        return Money(Decimal(f"{found[1]}{found[2]}.{found[3] or '0'}"), currency)
    except RuleError as problem:
        raise InputFileError("bank_file.bad_amount", line=line, amount=text[:40]) from problem


def _day(group: Group, tag: str) -> date | None:
    """The calendar day as the bank wrote it, in its own time zone."""
    text = group.value(tag)
    if not text:
        return None
    found = _DATE.match(text)
    try:
        if found is None:
            raise ValueError(text)
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError as problem:
        raise InputFileError("bank_file.bad_date", line=group.line, date=text[:20]) from problem


def _reused(entries: Iterable[ParsedEntry]) -> list[Finding]:
    """References that name several movements: the bank's promise that they don't is broken."""
    counted = Counter(entry.bank_reference for entry in entries if entry.bank_reference)
    return [
        warning("bank_file.reference_reused", reference=reference, count=count)
        for reference, count in counted.items()
        if count > 1
    ]
