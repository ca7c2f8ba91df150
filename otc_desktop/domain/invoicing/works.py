"""Works invoiced by progress: cumulative situations, retention, final account."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self

from otc_desktop.domain.invoicing.frame import FrameCase
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind
from otc_desktop.domain.invoicing.progress import ProgressFacts, Retention
from otc_desktop.domain.invoicing.references import OrderReference
from otc_desktop.domain.shared.calendar import plus_months
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import (
    CustomerId,
    InvoiceId,
    SalesOrderId,
    WorksContractId,
)
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.shared.rounding import is_on_grid, round_half_up
from otc_desktop.domain.shared.scales import QUANTITY_PLACES
from otc_desktop.domain.taxes.lines import DocumentLine

# Law 71-584 of 16 July 1971, art. 1.
MOST_RETENTION = Decimal(5)
_HUNDRED = Decimal(100)
_ONE = Decimal(1)


class WorksStatus(StrEnum):
    """How far the works have come."""

    OPEN = "open"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One progress invoice: the percentages that it reached, by line of the contract."""

    situation: int
    invoice_id: InvoiceId
    percents: tuple[Decimal, ...]
    is_final: bool = False
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksContract:
    """Works at agreed prices, invoiced as they advance.

    `retention_percent` of each situation, tax included, is kept back by the customer for
    `retention_months`, at most 5 %.

    Raises:
        RuleError: `invoicing.contract_without_lines`, `invoicing.retention_too_high`.
    """

    id: WorksContractId
    number: str
    customer_id: CustomerId
    currency: Currency
    lines: tuple[DocumentLine, ...]
    signed_on: date
    order_id: SalesOrderId | None = None
    order_number: str = ""
    title: str = ""
    purchase_order: str = ""
    retention_percent: Decimal = Decimal(0)
    retention_months: int = 12
    frame_case: FrameCase = FrameCase.ORDINARY
    status: WorksStatus = WorksStatus.OPEN
    situations: tuple[Situation, ...] = ()
    version: int = 1

    def __post_init__(self) -> None:
        if not self.lines:
            raise RuleError("invoicing.contract_without_lines", where="lines")
        if not 0 <= self.retention_percent <= MOST_RETENTION or self.retention_months < 0:
            raise RuleError(
                "invoicing.retention_too_high",
                where="retention_percent",
                percent=self.retention_percent,
                most=MOST_RETENTION,
            )

    @property
    def total(self) -> Money:
        """The contract, excluding tax."""
        return total((line.net(self.currency) for line in self.lines), self.currency)

    @property
    def reached(self) -> tuple[Decimal, ...]:
        """The percentages that the last situation in force reached, by line."""
        live = [each for each in self.situations if not each.cancelled]
        return live[-1].percents if live else (Decimal(0),) * len(self.lines)

    def cumulated(self, percents: Sequence[Decimal]) -> Money:
        """What the works are worth at these percentages, excluding tax."""
        return total(
            (
                _at(line, percent, self.currency)
                for line, percent in zip(self.lines, percents, strict=True)
            ),
            self.currency,
        )

    def situation_draft(
        self,
        new_id: InvoiceId,
        percents: Sequence[Decimal],
        *,
        on: date,
        is_final: bool,
        describe: Callable[[DocumentLine, Decimal], str],
        previous_description: str,
    ) -> InvoiceDraft:
        """The next progress invoice: the works so far less what was invoiced of them.

        The bases of all situations add up to the contract to the cent, for each is the
        difference of two cumulative sums.

        Raises:
            RuleError: `invoicing.works_finished`, `invoicing.bad_progress`,
                `invoicing.progress_goes_back`, `invoicing.no_progress`.
        """
        if self.status is WorksStatus.FINISHED:
            raise RuleError("invoicing.works_finished", number=self.number)
        self._check(percents, is_final=is_final)
        lines = [
            _cumulative_line(line, percent, self.currency, describe)
            for line, percent in zip(self.lines, percents, strict=True)
            if percent
        ]
        lines += self._previous(previous_description)
        draft = InvoiceDraft(
            id=new_id,
            kind=InvoiceKind.INVOICE,
            customer_id=self.customer_id,
            currency=self.currency,
            lines=tuple(lines),
            supplied_on=on,
            purchase_order=self.purchase_order,
            contract_reference=self.number,
            frame_case=self.frame_case,
            orders=self._orders(),
        )
        cumulated, previous = self.cumulated(percents), self.cumulated(self.reached)
        facts = ProgressFacts(
            contract_id=self.id,
            situation=len(self.situations) + 1,
            cumulative_percent=_percent(cumulated, self.total),
            contract_total=self.total,
            cumulated=cumulated,
            previous=previous,
            is_final=is_final,
            retention=self._retention(draft, on),
        )
        return replace(draft, progress=facts)

    def with_situation(self, situation: Situation) -> Self:
        """The contract after a situation was prepared; the final account ends it."""
        status = WorksStatus.FINISHED if situation.is_final else self.status
        return replace(self, situations=(*self.situations, situation), status=status)

    def without(self, invoice_id: InvoiceId) -> Self:
        """The contract after the last situation's draft was thrown away."""
        left = tuple(each for each in self.situations if each.invoice_id != invoice_id)
        return replace(self, situations=left, status=WorksStatus.OPEN)

    def cancel(self, invoice_id: InvoiceId) -> Self:
        """The contract after its last situation in force was credited whole."""
        return replace(
            self,
            situations=tuple(
                replace(each, cancelled=True) if each.invoice_id == invoice_id else each
                for each in self.situations
            ),
            status=WorksStatus.OPEN,
        )

    def _check(self, percents: Sequence[Decimal], *, is_final: bool) -> None:
        if len(percents) != len(self.lines) or any(not 0 <= each <= _HUNDRED for each in percents):
            raise RuleError("invoicing.bad_progress", where="percents")
        for position, (now, before) in enumerate(zip(percents, self.reached, strict=True)):
            if now < before:
                raise RuleError(
                    "invoicing.progress_goes_back",
                    where=f"percents[{position}]",
                    percent=now,
                    before=before,
                )
        if tuple(percents) == self.reached and not is_final:
            raise RuleError("invoicing.no_progress", number=self.number)
        if is_final and any(each != _HUNDRED for each in percents):
            raise RuleError("invoicing.final_not_complete", where="percents")

    def _previous(self, description: str) -> list[DocumentLine]:
        """What earlier situations invoiced, taken off from the same accounts and rates."""
        sums: dict[tuple[object, ...], tuple[DocumentLine, Money]] = {}
        for line, percent in zip(self.lines, self.reached, strict=True):
            key = (line.vat, line.income_account, line.nature)
            like, before = sums.get(key, (line, Money.zero(self.currency)))
            sums[key] = like, before + _at(line, percent, self.currency)
        return [
            DocumentLine(
                description=description,
                quantity=-_ONE if amount.amount > 0 else _ONE,
                unit_price=abs(amount.amount),
                vat=like.vat,
                income_account=like.income_account,
                nature=like.nature,
            )
            for like, amount in sums.values()
            if amount
        ]

    def _retention(self, draft: InvoiceDraft, on: date) -> Retention | None:
        claimed = draft.totals().total_incl_tax
        amount = claimed.times(self.retention_percent / _HUNDRED)
        if amount.amount <= 0:
            return None
        return Retention(
            percent=self.retention_percent,
            amount=amount,
            release_on=plus_months(on, self.retention_months),
        )

    def _orders(self) -> tuple[OrderReference, ...]:
        if self.order_id is None:
            return ()
        return (
            OrderReference(
                order_id=self.order_id,
                number=self.order_number,
                purchase_order=self.purchase_order,
                billed=False,
            ),
        )


def _at(line: DocumentLine, percent: Decimal, currency: Currency) -> Money:
    factor = (_HUNDRED - line.discount_percent) / _HUNDRED
    return Money.rounded(line.quantity * line.unit_price * factor * percent / _HUNDRED, currency)


def _cumulative_line(
    line: DocumentLine,
    percent: Decimal,
    currency: Currency,
    describe: Callable[[DocumentLine, Decimal], str],
) -> DocumentLine:
    """The work done so far; a quantity that has no exact number is a lump sum."""
    done = line.quantity * percent / _HUNDRED
    described = replace(line, description=describe(line, percent))
    if is_on_grid(done, QUANTITY_PLACES):
        return replace(described, quantity=done)
    amount = _at(line, percent, currency)
    return replace(
        described,
        quantity=_ONE if amount.amount >= 0 else -_ONE,
        unit="C62",
        unit_price=abs(amount.amount),
        discount_percent=Decimal(0),
    )


def _percent(part: Money, whole: Money) -> Decimal:
    if not whole:
        return Decimal(0)
    return round_half_up(part.amount * 100 / whole.amount, 2)
