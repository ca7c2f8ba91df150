"""Refunds: credits paid out by a file for the bank, and the bank lines that paid them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from otc_desktop.application.kernel.bank_orders import TransferOrder
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.settle_receipt import settle_receipt
from otc_desktop.application.kernel.slip_steps import credited_account
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.file_changes import masked_iban
from otc_desktop.domain.customers.identifiers import check_iban
from otc_desktop.domain.direct_debits.collection import end_to_end_id
from otc_desktop.domain.direct_debits.refund import (
    Refund,
    RefundOrder,
    check_pay_on,
    refund_number,
)
from otc_desktop.domain.receivables.allocation import Difference, DifferenceKind
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.business_days import next_bank_day
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import ConflictError, RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.findings import Finding, Severity
from otc_desktop.domain.shared.ids import OpenItemId
from otc_desktop.domain.shared.money import Money

_SERIES = "refund_order"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRefunds:
    """Ask for credits to be paid out, by number and amount; None is all that is open of one.

    Without a day it is the next on which banks settle; `account` is the one to debit, the
    company's own when empty.
    """

    credits: tuple[tuple[str, Money | None], ...]
    path: Path
    pay_on: date | None = None
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCredits:
    """Ask which credits of customers can be paid out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An open credit; `iban` is masked, empty where the customer's file has no account."""

    id: OpenItemId
    number: str
    customer_code: str
    customer_name: str
    issued_on: date
    open: Money
    iban: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteRefundFile:
    """Ask for the file of an order again, byte by byte."""

    number: str
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelRefunds:
    """Ask for an order to be given up: the bank does not have it."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePaidRefunds:
    """Ask for every bank line that paid one of our refunds to be laid on its credit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidRefunds:
    """The refunds that the bank paid, by reference, and the lines that could not be laid."""

    paid: Sequence[str]
    refused: Sequence[Finding] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundOrdered(Event):
    """The bank was asked to pay a credit out."""

    number: str
    amount: str
    document: str
    iban: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundsCancelled(Event):
    """An order of refunds was given up."""

    number: str
    amount: str


@use_case(permission=Permission.READ)
def read_credits(command: ReadCredits, ctx: Context, task: Task) -> Sequence[Credit]:
    """The open credits that no waiting order holds, the oldest first; amounts are positive."""
    with ctx.snapshot() as uow:
        found = []
        for item in uow.refunds.credits():
            customer = uow.customers.get(item.customer_id)
            found.append(
                Credit(
                    id=item.id,
                    number=item.number,
                    customer_code=customer.code,
                    customer_name=customer.name,
                    issued_on=item.issued_on,
                    open=-item.open,
                    iban=masked_iban(customer.iban),
                )
            )
    return found


@use_case(permission=Permission.ALLOCATE)
def order_refunds(command: OrderRefunds, ctx: Context, task: Task) -> RefundOrder:
    """Take the credits, keep the file, and write it.

    Raises:
        NotFoundError: `receivables.item_not_found`, `banking.account_not_found`.
        RuleError: `direct_debits.no_credit` for what is none or less than asked for,
            `direct_debits.nothing_to_refund`, `customers.bad_iban` for a customer whose file has
            no account, what `check_pay_on` refuses.
        ConflictError: `database.already_exists` when a credit is in an order that waits.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    if not command.credits:
        raise RuleError("direct_debits.nothing_to_refund")
    pay_on = command.pay_on or next_bank_day(ctx.today)
    check_pay_on(pay_on, ctx.today)
    with ctx.unit_of_work() as uow:
        account = credited_account(uow, ctx, command.account)
        sequence = uow.number_series.take(_SERIES, str(ctx.today.year), ctx.today)
        number = refund_number(ctx.today, sequence)
        refunds = tuple(
            _refund(uow, ctx, credit, amount, end_to_end_id(number, place))
            for place, (credit, amount) in enumerate(command.credits, start=1)
        )
        content = ctx.ports.bank_orders.transfers(
            number,
            [
                TransferOrder(
                    end_to_end_id=each.end_to_end_id,
                    name=each.name,
                    iban=each.iban,
                    amount=each.amount,
                    text=uow.open_items.get(each.item_id).number,
                )
                for each in refunds
            ],
            account,
            uow.company.get(),
            pay_on=pay_on,
            made_at=ctx.now(),
        )
        order = RefundOrder(
            id=ctx.new_id(),
            number=number,
            bank_account_id=account.id,
            pay_on=pay_on,
            made_on=ctx.today,
            refunds=refunds,
            sha256=uow.archive.keep(content),
        )
        uow.refunds.add(order)
        uow.commit(None)
    ctx.ports.files.write_atomically(command.path, iter((content,)))
    return order


@use_case(permission=Permission.ALLOCATE)
def write_refund_file(command: WriteRefundFile, ctx: Context, task: Task) -> Path:
    """The file of an order once more, the same to the byte.

    Raises:
        NotFoundError: `direct_debits.refund_not_found`.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    with ctx.snapshot() as uow:
        content = uow.archive.content(uow.refunds.get(command.number).sha256)
    ctx.ports.files.write_atomically(command.path, iter((content,)))
    return command.path


@use_case(permission=Permission.ALLOCATE)
def cancel_refunds(command: CancelRefunds, ctx: Context, task: Task) -> RefundOrder:
    """Free the credits; the order keeps its number.

    Raises:
        NotFoundError: `direct_debits.refund_not_found`.
        RuleError: `direct_debits.refund_not_waiting`.
    """
    with ctx.unit_of_work() as uow:
        order = uow.refunds.get(command.number, lock=True).cancel()
        uow.refunds.save(order)
        uow.record(
            RefundsCancelled(subject_id=order.id, number=order.number, amount=str(order.total))
        )
        return uow.commit(order)


@use_case(permission=Permission.ALLOCATE)
def take_paid_refunds(command: TakePaidRefunds, ctx: Context, task: Task) -> PaidRefunds:
    """Lay each bank line that carries the reference of a refund on its credit, one by one."""
    with ctx.snapshot() as uow:
        lines = uow.refunds.paying_lines()
    paid: list[str] = []
    refused: list[Finding] = []
    for done, line in enumerate(lines):
        task.check_cancelled()
        task.progress(done, len(lines))
        try:
            with ctx.unit_of_work() as uow:
                order = uow.refunds.get(line.order, lock=True)
                refund = next(each for each in order.refunds if each.id == line.refund_id)
                settle_receipt(
                    uow,
                    ctx,
                    transaction_id=line.transaction_id,
                    parts=[(refund.item_id, -refund.amount)],
                    difference=Difference(Money.zero(EUR), DifferenceKind.NONE),
                    by_machine=True,
                )
                uow.refunds.save(order.with_paid(refund.id))
                uow.commit(None)
                paid.append(refund.end_to_end_id)
        except (RuleError, ConflictError) as problem:
            refused.append(Finding(Severity.WARNING, problem.code, problem.params, line.order))
    return PaidRefunds(paid=paid, refused=refused)


def _refund(
    uow: UnitOfWork, ctx: Context, number: str, amount: Money | None, reference: str
) -> Refund:
    item = uow.open_items.get_by_number(number)
    wanted = -item.open if amount is None else amount
    if item.open.amount >= 0 or wanted.amount <= 0 or wanted > -item.open:
        raise RuleError("direct_debits.no_credit", number=number, open=item.open, where=number)
    customer = uow.customers.get(item.customer_id)
    refund = Refund(
        id=ctx.new_id(),
        customer_id=customer.id,
        item_id=item.id,
        end_to_end_id=reference,
        name=customer.name,
        iban=check_iban(customer.iban),
        amount=wanted,
    )
    uow.record(
        RefundOrdered(
            subject_id=refund.id,
            customer_id=customer.id,
            number=reference,
            amount=str(wanted),
            document=number,
            iban=masked_iban(refund.iban),
        )
    )
    return refund
