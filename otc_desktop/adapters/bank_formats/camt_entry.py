"""One entry (`Ntry`) of a camt statement: a movement and the payments it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

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

_NOT_BOOKED = frozenset({"PDNG", "INFO", "FUTR"})


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
        parts = children(element)
        if self._is_booked(parts.get("Sts"), line=line_of(element)):
            self.entries.append(self._booked(element, parts))
        else:
            self.pending += 1

    def _is_booked(self, status: _Element | None, *, line: int | None) -> bool:
        code = text_of(status) or text_at(status, "Cd") or text_at(status, "Prtry")
        # Some banks leave the status out of end-of-day statements: those hold booked entries.
        if code in {"", "BOOK"}:
            return True
        if code not in _NOT_BOOKED:
            self.findings.append(
                warning("bank_file.unknown_entry_status", _at(line), status=code[:40])
            )
        return False

    def _booked(self, element: _Element, parts: Parts) -> ParsedEntry:
        stated = parts.get("Amt")
        if stated is None:
            raise InputFileError("bank_file.missing", line=line_of(element), field="Amt")
        currency = currency_of(stated.get("Ccy") or self.defaults.currency, line=line_of(element))
        facts = EntryFacts(
            currency=currency,
            # A reversal already carries the direction in which the money moved.
            is_credit=is_credit(parts.get("CdtDbtInd"), within=element),
            is_reversal=text_of(parts.get("RvslInd")) in {"true", "1"},
            bank_reference=reference_of(text_of(parts.get("AcctSvcrRef"))),
            text=text_of(parts.get("AddtlNtryInf")),
            own_account=self.defaults.account,
        )
        amount = amount_of(stated, currency)
        if not facts.is_credit:
            amount = -amount
        count, details = _details(element)
        payments = self._payments(element, details, facts=facts, amount=amount, count=count)
        first = payments[0]
        value_on = date_of(parts.get("ValDt"))
        booked_on = date_of(parts.get("BookgDt")) or value_on or self.defaults.booked_on
        if booked_on is None:
            raise InputFileError("bank_file.missing", line=line_of(element), field="BookgDt")
        return ParsedEntry(
            booked_on=booked_on,
            value_on=value_on or booked_on,
            amount=amount,
            label=first.label if len(payments) == 1 else facts.text or first.label,
            bank_reference=facts.bank_reference
            or (first.bank_reference if len(payments) == 1 else ""),
            payments=payments,
            payment_count=max(count, len(payments)),
            transaction_code=_transaction_code(parts, details),
        )

    def _payments(
        self,
        element: _Element,
        details: Sequence[Parts],
        *,
        facts: EntryFacts,
        amount: Money,
        count: int,
    ) -> tuple[ParsedPayment, ...]:
        if not details:
            return (
                ParsedPayment(amount=amount, label=facts.text, bank_reference=facts.bank_reference),
            )
        own = [own_amount(detail, facts) for detail in details]
        explained = "Chrgs" in children(element) or any("Chrgs" in detail for detail in details)
        self._compare(element, amount, own, explained=explained)
        if None in own and any(is_stated_elsewhere(detail, facts) for detail in details):
            self._note_other_currency(element, details)
        if len(details) == 1 and count <= 1:
            # The one payment of an entry is what moved; charges and original amounts aside.
            own = [amount]
        return tuple(
            read_payment(detail, facts, own_of) for detail, own_of in zip(details, own, strict=True)
        )

    def _compare(
        self, element: _Element, amount: Money, own: Sequence[Money | None], *, explained: bool
    ) -> None:
        stated = [each.minor for each in own if each is not None]
        if len(stated) == len(own) and sum(stated) != amount.minor and not explained:
            self.findings.append(
                warning(
                    "bank_file.details_disagree",
                    _at(line_of(element)),
                    entry=amount,
                    details=Money.from_minor(sum(stated), amount.currency),
                )
            )

    def _note_other_currency(self, element: _Element, details: Sequence[Parts]) -> None:
        if len(details) > 1:
            self.findings.append(
                warning("bank_file.details_in_other_currency", _at(line_of(element)))
            )


def _details(element: _Element) -> tuple[int, list[Parts]]:
    """How many payments the bank says there are, and those it lists."""
    count = 0
    listed: list[Parts] = []
    for group in element:
        if local_name(group.tag) != "NtryDtls":
            continue
        for part in group:
            name = local_name(part.tag)
            if name == "TxDtls":
                listed.append(children(part))
            elif name == "Btch":
                number = text_at(part, "NbOfTxs")
                count += int(number) if number.isdecimal() and len(number) <= 9 else 0
    return count, listed


def _transaction_code(parts: Parts, details: Sequence[Parts]) -> str:
    """The bank's kind of movement: `PMNT/RCDT/ESCT`, or its proprietary code."""
    places = [parts.get("BkTxCd"), *(detail.get("BkTxCd") for detail in details[:1])]
    for place in places:
        if place is None:
            continue
        for kind in place:
            name = local_name(kind.tag)
            if name == "Domn":
                family = children(kind).get("Fmly")
                codes = (
                    text_at(kind, "Cd"),
                    text_at(family, "Cd"),
                    text_at(family, "SubFmlyCd"),
                )
                return "/".join(filter(None, codes))
            if name == "Prtry" and text_at(kind, "Cd"):
                return text_at(kind, "Cd")
    return ""


def _at(line: int | None) -> str | None:
    return f"line {line}" if line else None
