"""Enter a cheque, a bill, a card or a cash receipt, laid on invoices at once."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.on_account import new_on_account
from otc_desktop.application.kernel.paper_steps import lay_paper, reopen_paper
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.receivables.differences import difference_of
from otc_desktop.application.receivables.payer_memory import matching_limits
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.receivables.allocation import DifferenceKind
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.receivables.paper_receipt import PaperKind, PaperReceipt
from otc_desktop.domain.security.approval_limits import require_write_off
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import AllocationId
from otc_desktop.domain.shared.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterPaper:
    """Ask for a receipt to be kept, and to settle documents by number and amount.

    An amount of None is all that is open of the document; credit notes are negative.
    Without documents the customer's own are settled, those due first. `rest_on_account` keeps
    what they leave of it as the customer's money on account. `difference_kind` says what the gap
    is where it is less than the documents, or, for rounding, a few cents more.
    `drawer` is who signed it, the customer where empty; `due_on` is a bill's day.
    """

    kind: PaperKind
    customer: str
    amount: Money
    parts: tuple[tuple[str, Money | None], ...] = ()
    number: str = ""
    drawer: str = ""
    bank: str = ""
    drawer_account: str = ""
    received_on: date | None = None
    due_on: date | None = None
    rest_on_account: bool = False
    difference_kind: DifferenceKind = DifferenceKind.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPaper:
    """Ask for what is written on a receipt in hand to be put right."""

    paper_id: UUID
    number: str
    drawer: str
    bank: str
    drawer_account: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoPaper:
    """Ask for a receipt that was entered by mistake to be taken back."""

    paper_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReceived(Event):
    """A cheque, bill, card or cash receipt came in."""

    paper: str
    number: str
    amount: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCorrected(Event):
    """What is written on a receipt was put right."""

    paper: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperUndone(Event):
    """A receipt was taken back: it was entered by mistake."""

    paper: str
    number: str
    amount: str
    numbers: tuple[str, ...]


@use_case(permission=Permission.ALLOCATE)
def enter_paper(command: EnterPaper, ctx: Context, task: Task) -> PaperReceipt:
    """Keep the receipt, settle the documents, and post it to its holding account.

    Raises:
        NotFoundError: `customers.unknown_code`, `receivables.item_not_found`.
        RuleError: `receivables.paper_known`, `receivables.paper_not_explained`,
            `receivables.paper_dated_ahead`, `ledger.foreign_currency`,
            `receivables.rounding_too_large`, `receivables.no_difference`, what `PaperReceipt`
            refuses, and what the shared step refuses.
        ApprovalRequired: `receivables.write_off_beyond_limit` for a bad debt that somebody
            with a higher limit has to give up.
    """
    received_on = command.received_on or ctx.today
    if received_on > ctx.today:
        raise RuleError("receivables.paper_dated_ahead", on=received_on, where="received_on")
    if command.amount.currency != EUR:
        raise RuleError("ledger.foreign_currency", currency=command.amount.currency.code)
    with ctx.unit_of_work() as uow:
        customer = uow.customers.find_by_code(command.customer.strip())
        if customer is None:
            raise NotFoundError("customers.unknown_code", code=command.customer, where="customer")
        number = command.number.strip()
        if number and uow.papers.is_known(command.kind, customer.id, number):
            raise RuleError("receivables.paper_known", number=number, where="number")
        paper = PaperReceipt(
            id=ctx.new_id(),
            kind=command.kind,
            customer_id=customer.id,
            number=number,
            drawer=command.drawer.strip() or customer.name,
            bank=command.bank.strip(),
            drawer_account=command.drawer_account.replace(" ", ""),
            amount=command.amount,
            received_on=received_on,
            due_on=command.due_on,
            allocation_id=AllocationId(ctx.new_id()),
            ripe=not command.kind.falls_due,
        )
        parts, rest = _parts(uow, command, customer)
        difference = difference_of(
            [amount for _, amount in parts],
            command.amount - rest,
            command.difference_kind,
            matching_limits(uow),
        )
        if difference.kind is DifferenceKind.BAD_DEBT:
            require_write_off(
                uow.credit.approval_limits(), role=ctx.user.role, amount=difference.amount
            )
        on_account = None
        if rest:
            on_account = new_on_account(uow, ctx, customer, rest, on=received_on)
            paper = replace(paper, account_item_id=on_account.id)
        lay_paper(uow, ctx, paper, parts, on_account=on_account, difference=difference)
        uow.papers.add(paper)
        uow.record(
            PaperReceived(
                subject_id=paper.id,
                customer_id=customer.id,
                paper=paper.kind.value,
                number=paper.number,
                amount=str(paper.amount),
                numbers=(
                    *(item.number for item, _ in parts),
                    *((on_account.number,) if on_account is not None else ()),
                ),
            )
        )
        return uow.commit(replace(paper, version=1))


@use_case(permission=Permission.ALLOCATE)
def correct_paper(command: CorrectPaper, ctx: Context, task: Task) -> PaperReceipt:
    """Put right what is written on a receipt in hand; amount and day are undone instead.

    Raises:
        NotFoundError: `receivables.paper_not_found`.
        RuleError: `receivables.paper_not_held`, `receivables.paper_known`.
    """
    with ctx.unit_of_work() as uow:
        paper = uow.papers.lock([command.paper_id])[command.paper_id]
        paper.undo()  # refuses what is no longer in hand
        number = command.number.strip()
        if number != paper.number and uow.papers.is_known(paper.kind, paper.customer_id, number):
            raise RuleError("receivables.paper_known", number=number, where="number")
        after = replace(
            paper,
            number=number,
            drawer=command.drawer.strip(),
            bank=command.bank.strip(),
            drawer_account=command.drawer_account.replace(" ", ""),
            due_on=command.due_on or paper.due_on,
        )
        uow.papers.save(after)
        uow.record(
            PaperCorrected(
                subject_id=paper.id,
                customer_id=paper.customer_id,
                paper=paper.kind.value,
                number=number,
            )
        )
        return uow.commit(after)


@use_case(permission=Permission.ALLOCATE)
def undo_paper(command: UndoPaper, ctx: Context, task: Task) -> PaperReceipt:
    """Reopen the documents by a reversing entry; only a receipt in hand can be taken back.

    Raises:
        NotFoundError: `receivables.paper_not_found`.
        RuleError: `receivables.paper_not_held`.
    """
    with ctx.unit_of_work() as uow:
        paper = uow.papers.lock([command.paper_id])[command.paper_id]
        after = paper.undo()
        numbers = reopen_paper(uow, ctx, paper, on=ctx.today)
        uow.papers.save(after)
        uow.record(
            PaperUndone(
                subject_id=paper.id,
                customer_id=paper.customer_id,
                paper=paper.kind.value,
                number=paper.number,
                amount=str(paper.amount),
                numbers=numbers,
            )
        )
        return uow.commit(after)


def _parts(
    uow: UnitOfWork, command: EnterPaper, customer: Customer
) -> tuple[list[tuple[OpenItem, Money]], Money]:
    """The documents to settle, and what is left of the receipt to be kept on account.

    A bill is no money yet: nothing of it can be kept on account.
    """
    parts: list[tuple[OpenItem, Money]] = []
    if command.parts:
        for number, amount in command.parts:
            item = uow.open_items.get_by_number(number)
            parts.append((item, item.open if amount is None else amount))
    else:
        left = command.amount
        for item in uow.open_items.open_of(customer.id):
            if not left:
                break
            if item.total.currency != left.currency or item.open.amount <= 0:
                continue
            amount = min(item.open, left)
            parts.append((item, amount))
            left -= amount
    laid = total((amount for _, amount in parts), command.amount.currency)
    rest = command.amount - laid
    if command.difference_kind is not DifferenceKind.NONE:
        return parts, Money.zero(rest.currency)
    keeps = command.rest_on_account and not command.kind.falls_due
    if rest.amount < 0 or (rest and not keeps):
        raise RuleError(
            "receivables.paper_not_explained",
            amount=command.amount,
            laid=laid,
            difference=rest,
            where="parts",
        )
    return parts, rest
