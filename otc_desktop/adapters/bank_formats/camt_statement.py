"""What surrounds the entries of a camt statement: account, balances, the bank's own sums."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lxml.etree import _Element

from otc_desktop.adapters.bank_formats.camt_fields import (
    amount_of,
    child,
    children,
    currency_of,
    date_of,
    is_credit,
    line_of,
    local_name,
    text_at,
)
from otc_desktop.domain.banking.statement import ParsedStatement
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.findings import Finding, warning
from otc_desktop.domain.shared.money import Money

_DECIMAL = re.compile(r"[0-9]{1,18}(?:\.[0-9]{0,18})?")
# Booked balances only, the best kind first; available and intraday ones say something else.
_OPENING_KINDS = ("OPBD", "PRCD")
_CLOSING_KINDS = ("CLBD",)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Balance:
    kind: str
    element: _Element
    currency: str
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementHead:
    """Everything a statement says beside its entries."""

    statement_id: str
    account: str
    currency: Currency | None
    opening: Money | None
    opening_on: date | None
    closing: Money | None
    closing_on: date | None
    made_on: date | None
    findings: tuple[Finding, ...]


def read_head(container: _Element, *, entries_currency: str) -> StatementHead:
    """Read the head of a `Stmt`, `Rpt` or `Ntfctn`.

    Args:
        container: the element.
        entries_currency: the currency of its entries, where known; it stands in when
            neither account nor balances name one.

    Raises:
        InputFileError: `bank_file.missing` without an account number, `bank_file.bad_amount`,
            `bank_file.bad_date`, `bank_file.bad_currency`, `bank_file.bad_direction`.
    """
    account = child(container, "Acct")
    number = text_at(account, "Id", "IBAN").replace(" ", "") or text_at(account, "Id", "Othr", "Id")
    if not number:
        raise InputFileError("bank_file.missing", line=line_of(container), field="Acct/Id")
    balances = _balances(container)
    code = (
        text_at(account, "Ccy")
        or next((balance.currency for balance in balances), "")
        or entries_currency
    )
    currency = currency_of(code, line=line_of(container)) if code else None
    findings: list[Finding] = []
    opening, opening_on = _chosen(balances, _OPENING_KINDS, currency, findings, latest=False)
    closing, closing_on = _chosen(balances, _CLOSING_KINDS, currency, findings, latest=True)
    return StatementHead(
        statement_id=text_at(container, "Id"),
        account=number,
        currency=currency,
        opening=opening,
        opening_on=opening_on,
        closing=closing,
        closing_on=closing_on,
        made_on=closing_on or _made_on(container),
        findings=tuple(findings),
    )


def _balances(container: _Element) -> list[_Balance]:
    found: list[_Balance] = []
    for element in container:
        if local_name(element.tag) != "Bal":
            continue
        parts = children(element)
        kind = text_at(parts.get("Tp"), "CdOrPrtry", "Cd")
        amount = parts.get("Amt")
        if kind in _OPENING_KINDS + _CLOSING_KINDS and amount is not None:
            found.append(
                _Balance(
                    kind=kind,
                    element=element,
                    currency=amount.get("Ccy") or "",
                    on=date_of(parts.get("Dt")),
                )
            )
    return found


def _chosen(
    balances: Sequence[_Balance],
    kinds: Sequence[str],
    currency: Currency | None,
    findings: list[Finding],
    *,
    latest: bool,
) -> tuple[Money | None, date | None]:
    """The statement's opening (earliest) or closing (latest) balance of the best kind."""
    for kind in kinds:
        of_kind = [balance for balance in balances if balance.kind == kind]
        if not of_kind or currency is None:
            continue
        ours = [balance for balance in of_kind if balance.currency in {"", currency.code}]
        dated = sorted(ours or of_kind, key=lambda balance: balance.on or date.min)
        balance = dated[-1] if latest else dated[0]
        if not ours:
            findings.append(
                warning(
                    "bank_file.balance_in_other_currency",
                    f"line {line_of(balance.element)}",
                    stated=balance.currency[:40],
                    expected=currency.code,
                )
            )
        return _signed(balance, currency), balance.on
    return None, None


def _signed(balance: _Balance, currency: Currency) -> Money:
    parts = children(balance.element)
    direction = parts.get("CdtDbtInd")
    # Some banks leave the direction out: the account is then in credit.
    credit = direction is None or is_credit(direction, line=line_of(balance.element))
    return amount_of(parts["Amt"], currency, credit=credit)


def _made_on(container: _Element) -> date | None:
    period = child(container, "FrToDt")
    end = child(period, "ToDtTm") if period is not None else None
    created = child(container, "CreDtTm")
    message = container.getparent()
    header = child(message, "GrpHdr") if message is not None else None
    sent = child(header, "CreDtTm") if header is not None else None
    for element in (end, created, sent):
        day = date_of(element)
        if day is not None:
            return day
    return None


def compare_with_summary(container: _Element, statement: ParsedStatement) -> list[Finding]:
    """Where the bank's own totals (`TxsSummry`) differ from the entries in the file."""
    summary = child(container, "TxsSummry")
    if summary is None:
        return []
    amounts = [entry.amount for entry in statement.entries]
    credit_count = sum(1 for amount in amounts if amount.amount > 0)
    groups = children(summary)
    facts = (
        ("TtlNtries", len(amounts), None),
        ("TtlCdtNtries", credit_count, statement.credits),
        ("TtlDbtNtries", len(amounts) - credit_count, statement.debits),
    )
    findings: list[Finding] = []
    for name, count, total in facts:
        group = groups.get(name)
        if group is None:
            continue
        number = text_at(group, "NbOfNtries")
        # Pending entries may or may not be in the bank's count.
        if number and number not in {str(count + extra) for extra in range(statement.pending + 1)}:
            findings.append(_disagrees(name, group, counted=count, stated=number[:40]))
        stated = text_at(group, "Sum")
        if total is not None and stated and not statement.pending and not _same(stated, total):
            findings.append(_disagrees(name, group, counted=total, stated=stated[:40]))
    return findings


def _same(stated: str, total: Money) -> bool:
    # A bank's total is only compared, never booked: one that is no number disagrees.
    return bool(_DECIMAL.fullmatch(stated)) and Decimal(stated) == total.amount


def _disagrees(name: str, group: _Element, **values: object) -> Finding:
    where = f"line {line_of(group)}"
    return warning("bank_file.summary_disagrees", where, field=name, **values)
