"""Hand claims over to somebody who collects them, with their file, and take note of the end."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from otc_desktop.application.dunning.case_content import Case, files_of_case
from otc_desktop.application.kernel.case_files import LARGEST_CASE, WrittenCase
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.debts import late_debts
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.handover import Handover, HandoverKind, HandoverOutcome
from otc_desktop.domain.invoicing.numbering import NumberFormat
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import HandoverId
from otc_desktop.domain.shared.money import Money

SERIES = "handover"
NUMBERS = NumberFormat("DOS{year}-{seq:04d}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateHandover:
    """Ask for a customer's late invoices, all or those named, to be handed over with their file.

    `signatory` is the legal representative, for the facts of an order to pay.
    """

    customer: str
    to: str
    path: Path
    kind: HandoverKind = HandoverKind.AGENCY
    numbers: tuple[str, ...] = ()
    reference: str = ""
    signatory: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteCase:
    """Ask for the file of a customer's late invoices without handing anything over."""

    customer: str
    path: Path
    numbers: tuple[str, ...] = ()
    signatory: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseHandover:
    """Ask for a hand-over to end: its outcome and what it cost. `on` None means today."""

    number: str
    outcome: HandoverOutcome
    fee: Decimal | None = None
    on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceHandover:
    """Ask for the other side's reference to be kept."""

    number: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(Event):
    """Claims were handed over for collection."""

    number: str
    to: str
    amount: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverClosed(Event):
    """A hand-over ended."""

    number: str
    handover_outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverReferenced(Event):
    """The reference of the other side was kept."""

    number: str
    reference: str


@use_case(permission=Permission.RUN_REMINDERS)
def create_handover(
    command: CreateHandover, ctx: Context, task: Task
) -> tuple[Handover, WrittenCase]:
    """Write the file and record the hand-over: from then on nothing is reminded of.

    Without its file nothing is recorded.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `dunning.no_late_invoice`, `dunning.not_late`, `dunning.handed_over_already`,
            `dunning.handover_needs_name`, `dunning.case_too_large`.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    with ctx.unit_of_work() as uow:
        customer = customer_by_code(uow, command.customer)
        debts = late_debts(uow, uow.company.get(), customer, on=ctx.today, numbers=command.numbers)
        uow.open_items.lock([each.item.id for each in debts.debts])
        elsewhere = uow.handovers.handed_over()
        for each in debts.debts:
            if each.item.id in elsewhere:
                raise RuleError(
                    "dunning.handed_over_already", where="items", number=each.item.number
                )
        sequence = uow.number_series.take(SERIES, NUMBERS.period(ctx.today), date.min)
        handover = Handover(
            id=HandoverId(ctx.new_id()),
            number=NUMBERS.format(sequence, ctx.today),
            customer_id=customer.id,
            kind=command.kind,
            to=command.to.strip(),
            handed_on=ctx.today,
            handed_by=ctx.user.name,
            items=tuple((each.item.id, each.principal) for each in debts.debts),
            reference=command.reference.strip(),
        )
        uow.handovers.add(handover)
        uow.record(
            HandedOver(
                subject_id=handover.id,
                customer_id=customer.id,
                number=handover.number,
                to=handover.to,
                amount=str(handover.amount),
                numbers=tuple(each.item.number for each in debts.debts),
            )
        )
        case = Case(
            number=handover.number,
            to=handover.to,
            customer=customer,
            debts=debts,
            signatory=command.signatory.strip(),
        )
        written = ctx.ports.case_files.write(
            command.path, files_of_case(uow, ctx, task, case), largest=LARGEST_CASE
        )
        return uow.commit((handover, written))


@use_case(permission=Permission.RUN_REMINDERS)
def write_case(command: WriteCase, ctx: Context, task: Task) -> WrittenCase:
    """The same file, to look at or to send again; nothing is recorded.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `dunning.no_late_invoice`, `dunning.not_late`, `dunning.case_too_large`.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    with ctx.snapshot() as uow:
        customer = customer_by_code(uow, command.customer)
        debts = late_debts(uow, uow.company.get(), customer, on=ctx.today, numbers=command.numbers)
        case = Case(
            number=customer.code,
            to="",
            customer=customer,
            debts=debts,
            signatory=command.signatory.strip(),
        )
        return ctx.ports.case_files.write(
            command.path, files_of_case(uow, ctx, task, case), largest=LARGEST_CASE
        )


@use_case(permission=Permission.RUN_REMINDERS)
def reference_handover(command: ReferenceHandover, ctx: Context, task: Task) -> Handover:
    """Keep the reference under which the other side has the file.

    Raises:
        NotFoundError: `dunning.handover_not_found`.
    """
    with ctx.unit_of_work() as uow:
        changed = uow.handovers.by_number(command.number).referenced(command.reference)
        uow.handovers.save(changed)
        uow.record(
            HandoverReferenced(
                subject_id=changed.id,
                customer_id=changed.customer_id,
                number=changed.number,
                reference=changed.reference,
            )
        )
        return uow.commit(changed)


@use_case(permission=Permission.RUN_REMINDERS)
def close_handover(command: CloseHandover, ctx: Context, task: Task) -> Handover:
    """End a hand-over, or take the claims back: what is open of them is reminded of again.

    Raises:
        NotFoundError: `dunning.handover_not_found`.
        RuleError: what `Handover.close` refuses.
    """
    with ctx.unit_of_work() as uow:
        handover = uow.handovers.by_number(command.number)
        fee = None if command.fee is None else Money(command.fee, handover.amount.currency)
        closed = handover.close(
            command.outcome, on=command.on or ctx.today, fee=fee, note=command.note
        )
        uow.handovers.save(closed)
        uow.record(
            HandoverClosed(
                subject_id=closed.id,
                customer_id=closed.customer_id,
                number=closed.number,
                handover_outcome=closed.outcome.value,
            )
        )
        return uow.commit(closed)
