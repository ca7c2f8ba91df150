"""MT940 and MT942, SWIFT's statement and interim report, read by the `mt-940` library.

The library parses the fields; pages joined, completeness and French remittance are ours.
"""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import mt940

from otc_desktop.adapters.bank_formats.text_bytes import decoded
from otc_desktop.domain.banking.statement import ParsedEntry, ParsedPayment, ParsedStatement
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import InputFileError, RuleError
from otc_desktop.domain.shared.money import Money

FORMAT = "mt940"
_INTERIM = "mt942"
_NO_REFERENCE = frozenset({"", "NONREF", "NOTPROVIDED"})
# Some banks append the currency to the account.
_ACCOUNT_AND_CURRENCY = re.compile(r"(.*[0-9])([A-Z]{3})")
_FRENCH_FIELD = re.compile(r"/(AFB|NPY|NBE|NPO|NBU|LCC|LIB|EREF|RUM|MREF)/")


@dataclass(frozen=True, slots=True)
class _Page:
    """One message of a file: a statement, or a part of one."""

    statement: ParsedStatement
    number: str
    continues: bool
    is_continued: bool


def read_mt94x(content: bytes) -> Sequence[ParsedStatement]:
    """Every statement of a file; its pages are one statement, a repeated one is read once.

    Raises:
        InputFileError: `bank_file.truncated_or_damaged` (also without a closing balance),
            `.bad_amount`, `.bad_currency`, `.missing`, `.no_statement`.
    """
    # A stream, for the library takes a text for a file's name where such a file exists.
    stream = io.StringIO(decoded(content))
    try:
        found = mt940.parse_statements(stream, options=mt940.Options.all())
    except (ValueError, ArithmeticError, RuntimeError, KeyError) as problem:
        raise InputFileError("bank_file.truncated_or_damaged") from problem
    statements: list[ParsedStatement] = []
    repeated: dict[int, int] = {}
    before: _Page | None = None
    for each in found:
        page = _page(each.data, [entry.data for entry in each])
        if before is not None and _is_next(before, page):
            statements[-1] = _joined(statements[-1], page.statement)
        elif page.statement in statements:
            place = statements.index(page.statement)
            repeated[place] = repeated.get(place, 0) + len(page.statement.entries)
        else:
            statements.append(page.statement)
        before = page
    if not statements:
        raise InputFileError("bank_file.no_statement")
    return [
        replace(statement, repeated=repeated.get(place, 0))
        for place, statement in enumerate(statements)
    ]


def _is_next(before: _Page, page: _Page) -> bool:
    return (
        before.is_continued
        and page.continues
        and before.number == page.number
        and before.statement.account == page.statement.account
    )


def _joined(first: ParsedStatement, second: ParsedStatement) -> ParsedStatement:
    return replace(
        first,
        closing=second.closing,
        closing_on=second.closing_on,
        entries=first.entries + second.entries,
    )


def _page(data: Mapping[str, Any], entries: Sequence[Mapping[str, Any]]) -> _Page:
    opening = data.get("final_opening_balance") or data.get("intermediate_opening_balance")
    closing = data.get("final_closing_balance") or data.get("intermediate_closing_balance")
    is_interim = opening is None and any(name.endswith("floor_limit") for name in data)
    if not is_interim and (opening is None or closing is None):
        raise InputFileError("bank_file.truncated_or_damaged")
    account, currency = _account(data, entries)
    return _Page(
        statement=ParsedStatement(
            format=_INTERIM if is_interim else FORMAT,
            account=account,
            currency=currency.code,
            statement_id=_text(data, "transaction_reference"),
            opening=None if opening is None else _money(opening.amount, currency),
            closing=None if closing is None else _money(closing.amount, currency),
            opening_on=None if opening is None else _day(opening.date),
            closing_on=None if closing is None else _day(closing.date),
            entries=tuple(_entry(each, currency) for each in entries),
        ),
        number=_text(data, "statement_number"),
        continues="final_opening_balance" not in data,
        is_continued="final_closing_balance" not in data,
    )


def _account(data: Mapping[str, Any], entries: Sequence[Mapping[str, Any]]) -> tuple[str, Currency]:
    number = _text(data, "account_identification")
    if not number:
        raise InputFileError("bank_file.missing", field=":25:")
    amounts = [value for name, value in data.items() if name.endswith("balance")]
    amounts += [value for name, value in data.items() if name.endswith("floor_limit")]
    stated = [each.amount if hasattr(each, "date") else each for each in amounts]
    stated += [each["amount"] for each in entries if each.get("amount") is not None]
    code = next((str(each.currency) for each in stated if getattr(each, "currency", None)), "")
    try:
        currency = Currency(code)
    except RuleError as problem:
        raise InputFileError("bank_file.bad_currency", currency=code) from problem
    appended = _ACCOUNT_AND_CURRENCY.fullmatch(number)
    if appended is not None and appended[2] == code:
        number = appended[1].strip()
    return number, currency


def _entry(data: Mapping[str, Any], currency: Currency) -> ParsedEntry:
    value_on = _day(data.get("date"))
    if value_on is None or data.get("amount") is None:
        raise InputFileError("bank_file.missing", field=":61:")
    amount = _money(data["amount"], currency)
    details = _text(data, "transaction_details")
    french = _french_fields(details)
    reference = _text(data, "bank_reference")
    end_to_end = (
        french.get("EREF")
        or _text(data, "end_to_end_reference")
        or _text(data, "customer_reference")
    )
    label = _label(data, details, french)
    payment = ParsedPayment(
        amount=amount,
        label=label,
        counterparty=(
            french.get("NPY")
            or french.get("NBE")
            or french.get("NPO")
            or _text(data, "applicant_name")
        ),
        counterparty_account=_text(data, "applicant_iban"),
        end_to_end_id="" if end_to_end in _NO_REFERENCE else end_to_end,
        bank_reference="" if reference in _NO_REFERENCE else reference,
        mandate=french.get("RUM") or french.get("MREF") or "",
    )
    return ParsedEntry(
        booked_on=_day(data.get("entry_date")) or value_on,
        value_on=value_on,
        amount=amount,
        label=label,
        bank_reference=payment.bank_reference,
        payments=(payment,),
        transaction_code=_text(data, "id").strip(),
    )


def _label(data: Mapping[str, Any], details: str, french: Mapping[str, str]) -> str:
    if french:
        texts = [_text(data, "extra_details"), french.get("LCC", ""), french.get("LIB", "")]
    else:
        names = ("extra_details", "posting_text", "purpose", "additional_purpose")
        texts = [*(_text(data, name) for name in names), details]
    return " ".join(word for text in dict.fromkeys(texts) for word in text.split())


def _french_fields(details: str) -> Mapping[str, str]:
    """The coded fields of a French bank's details, their lines joined where they were cut."""
    if not details.startswith("/AFB/"):
        return {}
    parts = _FRENCH_FIELD.split(details.replace("\r", "").replace("\n", ""))
    return {name: text.strip() for name, text in zip(parts[1::2], parts[2::2], strict=True) if text}


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return "" if value is None else str(value).strip()


def _day(value: Any) -> date | None:
    """A plain date; the library's own is a subclass with more in it."""
    return None if value is None else date(value.year, value.month, value.day)


def _money(value: Any, currency: Currency) -> Money:
    if str(value.currency) != currency.code:
        raise InputFileError(
            "bank_file.mixed_currencies",
            account="",
            expected=currency.code,
            found=str(value.currency),
        )
    try:
        return Money(Decimal(value.amount), currency)
    except RuleError as problem:
        raise InputFileError("bank_file.bad_amount", amount=str(value.amount)) from problem
