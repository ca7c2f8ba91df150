"""One entry (`Ntry`) of a camt statement: a movement and the payments it is made of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from lxml.etree import _Element

from otc_desktop.adapters.bank_formats.camt_fields import (
    amount_of,
    children,
    currency_of,
    date_of,
    is_credit,
    line_of,
    local_name,
    reference_of,
    text_at,
    text_of,
)
from otc_desktop.adapters.bank_formats.camt_payment import (
    EntryFacts,
    Parts,
    is_stated_elsewhere,
    own_amount,
    read_payment,
)
from otc_desktop.domain.banking.statement import ParsedEntry, ParsedPayment
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.findings import Finding, warning
from otc_desktop.domain.shared.money import Money

_COUNT = re.compile(r"[0-9]{1,9}")
_NOT_BOOKED = frozenset({"PDNG", "INFO", "FUTR"})


class _EntryParts(NamedTuple):
    """An `Ntry` taken apart: its own parts by name, and those of each `TxDtls` in it."""

    line: int | None
    parts: Parts
    details: Sequence[Parts]
    stated_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDefaults:
    """What the head of the statement says for entries that don't say it themselves."""

    account: str
    currency: str
    booked_on: date | None


@dataclass(slots=True)
class EntryReader:
    """Reads the entries of one statement in their order, keeping what is odd about them."""

    defaults: EntryDefaults
    entries: list[ParsedEntry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    pending: int = 0

    def read(self, element: _Element) -> None:
        """Take one `Ntry`: booked ones become entries, the others are only counted.

        Raises:
            InputFileError: `bank_file.bad_amount`, `.bad_currency`, `.bad_date`,
                `.bad_direction`, `.missing` with the line.
        """
        entry = _entry_parts(element)
        if self._is_booked(entry):
            self.entries.append(self._booked(entry))
        else:
            self.pending += 1

    def _is_booked(self, entry: _EntryParts) -> bool:
        status = entry.parts.get("Sts")
        code = text_of(status) or text_at(status, "Cd") or text_at(status, "Prtry")
        # Some banks leave the status out of end-of-day statements: those hold booked entries.
        if code in {"", "BOOK"}:
            return True
        if code not in _NOT_BOOKED:
            self._warn("bank_file.unknown_entry_status", entry, status=code[:40])
        return False

    def _booked(self, entry: _EntryParts) -> ParsedEntry:
        parts = entry.parts
        stated = parts.get("Amt")
        if stated is None:
            raise InputFileError("bank_file.missing", line=entry.line, field="Amt")
        facts = EntryFacts(
            currency=currency_of(stated.get("Ccy") or self.defaults.currency, line=entry.line),
            # A reversal already carries the direction in which the money moved.
            is_credit=is_credit(parts.get("CdtDbtInd"), line=entry.line),
            is_reversal=text_of(parts.get("RvslInd")) in {"true", "1"},
            bank_reference=reference_of(text_of(parts.get("AcctSvcrRef"))),
            text=text_of(parts.get("AddtlNtryInf")),
            own_account=self.defaults.account,
        )
        amount = amount_of(stated, facts.currency, credit=facts.is_credit)
        payments = self._payments(entry, facts, amount)
        first = payments[0]
        value_on = date_of(parts.get("ValDt"))
        booked_on = date_of(parts.get("BookgDt")) or value_on or self.defaults.booked_on
        if booked_on is None:
            raise InputFileError("bank_file.missing", line=entry.line, field="BookgDt")
        alone = len(payments) == 1
        return ParsedEntry(
            booked_on=booked_on,
            value_on=value_on or booked_on,
            amount=amount,
            label=first.label if alone else facts.text or first.label,
            bank_reference=facts.bank_reference or (first.bank_reference if alone else ""),
            payments=payments,
            payment_count=max(entry.stated_count, len(payments)),
            transaction_code=_transaction_code(entry),
        )

    def _payments(
        self, entry: _EntryParts, facts: EntryFacts, amount: Money
    ) -> tuple[ParsedPayment, ...]:
        details = entry.details
        if not details:
            return (
                ParsedPayment(amount=amount, label=facts.text, bank_reference=facts.bank_reference),
            )
        own = [own_amount(detail, facts) for detail in details]
        self._compare(entry, amount, own)
        if len(details) == 1 and entry.stated_count <= 1:
            # The one payment of an entry is what moved; charges and original amounts aside.
            own = [amount]
        elif None in own and any(is_stated_elsewhere(detail, facts) for detail in details):
            self._warn("bank_file.details_in_other_currency", entry, expected=facts.currency.code)
        return tuple(
            read_payment(detail, facts, own_of) for detail, own_of in zip(details, own, strict=True)
        )

    def _compare(self, entry: _EntryParts, amount: Money, own: Sequence[Money | None]) -> None:
        """Warn where the details, all of them given, don't add up to the entry."""
        stated = [each.minor for each in own if each is not None]
        if len(stated) < len(own) or sum(stated) == amount.minor:
            return
        if not any("Chrgs" in parts for parts in (entry.parts, *entry.details)):
            details = Decimal(sum(stated)).scaleb(-amount.currency.digits)
            self._warn("bank_file.details_disagree", entry, entry=amount, details=details)

    def _warn(self, code: str, about: _EntryParts, **params: object) -> None:
        self.findings.append(warning(code, f"line {about.line}", **params))


def _entry_parts(element: _Element) -> _EntryParts:
    parts: dict[str, _Element] = {}
    details: list[Parts] = []
    stated_count = 0
    for part in element:
        name = local_name(part.tag)
        if name != "NtryDtls":
            parts[name] = part
            continue
        for detail in part:
            detail_name = local_name(detail.tag)
            if detail_name == "TxDtls":
                details.append(children(detail))
            elif detail_name == "Btch":
                number = text_at(detail, "NbOfTxs")
                stated_count += int(number) if _COUNT.fullmatch(number) else 0
    return _EntryParts(line_of(element), parts, details, stated_count)


def _transaction_code(entry: _EntryParts) -> str:
    """The bank's kind of movement: `PMNT/RCDT/ESCT`, or its proprietary code."""
    for parts in (entry.parts, *entry.details[:1]):
        for kind in parts.get("BkTxCd", ()):
            name = local_name(kind.tag)
            if name == "Domn":
                return _domain_code(kind)
            if name == "Prtry" and text_at(kind, "Cd"):
                return text_at(kind, "Cd")
    return ""


def _domain_code(domain: _Element) -> str:
    codes: list[str] = []
    for part in domain:
        inner = list(part)
        codes += map(text_of, inner or (part,))
    return "/".join(filter(None, codes))
