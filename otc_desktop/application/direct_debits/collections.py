"""Collections: prepared from what falls due, told to the payers, handed to the bank."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from otc_desktop.application.direct_debits.choosing import Wish, Withheld, choose
from otc_desktop.application.kernel.bank_orders import DebitOrder
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.paper_steps import lay_paper, reopen_paper
from otc_desktop.application.kernel.slip_steps import credited_account, make_slip
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.direct_debits.collection import (
    Collection,
    CollectionStatus,
    Debit,
    check_collect_on,
    collection_number,
    end_to_end_id,
)
from otc_desktop.domain.direct_debits.mandate import Mandate, Scheme
from otc_desktop.domain.direct_debits.mandate import Sequence as Place
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.receivables.paper_receipt import PaperKind, PaperReceipt, Remittance
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.business_days import next_bank_day
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import AllocationId, OpenItemId
from otc_desktop.domain.shared.money import total

_SERIES = "debit_collection"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareCollection:
    """Ask for what falls due by `due_by` to be collected on a day.

    Without a day it is the first on which banks settle once the company's notice has passed;
    without `due_by`, what falls due until that day. `customers` are codes, all when empty.
    `dry` only says what would be collected.
    """

    collect_on: date | None = None
    due_by: date | None = None
    scheme: Scheme = Scheme.CORE
    account: str = ""
    customers: tuple[str, ...] = ()
    dry: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """The collections that were made, or would be, and what they leave out."""

    collect_on: date
    collections: tuple[Collection, ...]
    withheld: tuple[Withheld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """Ask for the file of a collection; `told_otherwise` where the payers know by other means."""

    number: str
    path: Path
    told_otherwise: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteDebitFile:
    """Ask for the file of a collection again, byte by byte."""

    number: str
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelCollection:
    """Ask for a collection to be given up: the bank does not have it, or gave it back whole."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionPrepared(Event):
    """Claims were taken for a collection."""

    number: str
    amount: str
    collect_on: date
    debits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DebitAsked(Event):
    """The bank was asked to debit a customer."""

    number: str
    amount: str
    collect_on: date
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionCancelled(Event):
    """A collection was given up."""

    number: str
    amount: str


@use_case(permission=Permission.ALLOCATE)
def prepare_collection(command: PrepareCollection, ctx: Context, task: Task) -> Prepared:
    """Take the claims, one debit a customer; recurring and one-off mandates apart.

    Raises:
        NotFoundError: `customers.unknown_code`, `banking.account_not_found`.
        RuleError: `direct_debits.no_ics`, `direct_debits.nothing_to_collect`,
            what `check_collect_on` refuses.
    """
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        if not company.creditor_identifier:
            raise RuleError("direct_debits.no_ics", where="ics")
        notice = timedelta(days=company.debit_notice_days)
        collect_on = command.collect_on or next_bank_day(ctx.today + notice)
        check_collect_on(collect_on, ctx.today)
        chosen, left_out = choose(
            uow,
            Wish(
                scheme=command.scheme,
                due_by=command.due_by or collect_on,
                collect_on=collect_on,
                customers=command.customers,
            ),
            notice_days=company.debit_notice_days,
            today=ctx.today,
        )
        groups: dict[Place, dict[UUID, list[OpenItem]]] = defaultdict(lambda: defaultdict(list))
        mandates: dict[UUID, Mandate] = {}
        for item, mandate in chosen:
            mandates[mandate.id] = mandate
            # A first collection is called recurrent like those after it (rulebook of 2016).
            place = Place.RECURRENT if mandate.recurrent else Place.ONE_OFF
            groups[place][mandate.id].append(item)
        if not groups and not command.dry:
            raise RuleError("direct_debits.nothing_to_collect", until=collect_on)
        account = credited_account(uow, ctx, command.account)
        made = []
        for place, by_mandate in sorted(groups.items(), key=lambda each: each[0].value):
            number = "" if command.dry else _next_number(uow, ctx)
            collection = Collection(
                id=ctx.new_id(),
                number=number,
                bank_account_id=account.id,
                scheme=command.scheme,
                ics=company.creditor_identifier,
                collect_on=collect_on,
                made_on=ctx.today,
                debits=tuple(
                    _debit(ctx, mandates[mandate_id], items, end_to_end_id(number, count), place)
                    for count, (mandate_id, items) in enumerate(by_mandate.items(), start=1)
                ),
            )
            made.append(collection)
        prepared = Prepared(
            collect_on=collect_on, collections=tuple(made), withheld=tuple(left_out)
        )
        if command.dry:
            return prepared
        for collection in made:
            uow.direct_debits.add(collection)
            uow.record(
                CollectionPrepared(
                    subject_id=collection.id,
                    number=collection.number,
                    amount=str(collection.total),
                    collect_on=collect_on,
                    debits=len(collection.debits),
                )
            )
        return uow.commit(prepared)


@use_case(permission=Permission.ALLOCATE)
def hand_over(command: HandOver, ctx: Context, task: Task) -> Collection:
    """Settle the claims against the debits asked for, keep the file, and write it.

    A file that can't be written where it was wanted is written again by `write_debit_file`.

    Raises:
        NotFoundError: `direct_debits.collection_not_found`.
        RuleError: `direct_debits.not_prepared`, `direct_debits.collect_too_early`,
            `direct_debits.claim_changed` when something was paid or credited meanwhile,
            `direct_debits.not_told` for payers who were not told, what a mandate refuses.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    with ctx.unit_of_work() as uow:
        collection = uow.direct_debits.get(command.number, lock=True)
        collection.require_prepared()
        check_collect_on(collection.collect_on, ctx.today)
        if not command.told_otherwise:
            _require_told(uow, collection)
        mandates = {
            mandate_id: uow.direct_debits.get_mandate(mandate_id, lock=True)
            for mandate_id in sorted({each.mandate_id for each in collection.debits})
        }
        for mandate in mandates.values():
            mandate.next_sequence(collection.collect_on)
        items = uow.open_items.lock(
            [item_id for debit in collection.debits for item_id, _ in debit.parts]
        )
        papers = [
            _receipt(uow, ctx, collection, debit, mandate=mandates[debit.mandate_id], items=items)
            for debit in collection.debits
        ]
        account = uow.bank.get_account(collection.bank_account_id)
        slip = make_slip(
            uow,
            ctx,
            papers,
            account,
            number=collection.number,
            remittance=Remittance.COLLECTION,
        )
        for mandate in mandates.values():
            uow.direct_debits.save_mandate(mandate.collect(collection.collect_on))
        company = uow.company.get()
        content = ctx.ports.bank_orders.debits(
            collection,
            [
                DebitOrder(
                    debit=debit,
                    mandate=mandates[debit.mandate_id],
                    text=" ".join(items[item_id].number for item_id, _ in debit.parts),
                )
                for debit in collection.debits
            ],
            account,
            company,
            ctx.now(),
        )
        collection = uow.commit(_keep_file(uow, collection, slip.id, content))
    ctx.ports.files.write_atomically(command.path, iter((content,)))
    return collection


@use_case(permission=Permission.ALLOCATE)
def write_debit_file(command: WriteDebitFile, ctx: Context, task: Task) -> Path:
    """The file of a collection once more, the same to the byte.

    Raises:
        NotFoundError: `direct_debits.collection_not_found`.
        RuleError: `direct_debits.not_handed_over`.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    with ctx.snapshot() as uow:
        collection = uow.direct_debits.get(command.number)
        if collection.status is not CollectionStatus.HANDED_OVER:
            raise RuleError("direct_debits.not_handed_over", number=collection.number)
        content = uow.archive.content(collection.sha256)
    ctx.ports.files.write_atomically(command.path, iter((content,)))
    return command.path


@use_case(permission=Permission.ALLOCATE)
def cancel_collection(command: CancelCollection, ctx: Context, task: Task) -> Collection:
    """Free the claims; of a collection that was handed over, reopen what it had settled.

    Raises:
        NotFoundError: `direct_debits.collection_not_found`.
        RuleError: `receivables.slip_not_waiting` once the bank credited it,
            `receivables.paper_not_remitted` where it returned one of it,
            `direct_debits.not_prepared` when it was given up before.
    """
    with ctx.unit_of_work() as uow:
        collection = uow.direct_debits.get(command.number, lock=True)
        if collection.slip_id is None:
            uow.direct_debits.save(collection.cancel())
        else:
            _take_back(uow, ctx, collection.slip_id)
        uow.record(
            CollectionCancelled(
                subject_id=collection.id, number=collection.number, amount=str(collection.total)
            )
        )
        return uow.commit(collection)


def _next_number(uow: UnitOfWork, ctx: Context) -> str:
    sequence = uow.number_series.take(_SERIES, str(ctx.today.year), ctx.today)
    return collection_number(ctx.today, sequence)


def _debit(
    ctx: Context, mandate: Mandate, items: Sequence[OpenItem], reference: str, place: Place
) -> Debit:
    return Debit(
        id=ctx.new_id(),
        mandate_id=mandate.id,
        customer_id=mandate.customer_id,
        end_to_end_id=reference,
        place=place,
        amount=total((item.open for item in items), EUR),
        parts=tuple((item.id, item.open) for item in items),
    )


def _require_told(uow: UnitOfWork, collection: Collection) -> None:
    silent = [
        debit
        for debit in collection.debits
        if not uow.outbox.has_document("debit_notice", str(debit.id))
    ]
    if silent:
        raise RuleError("direct_debits.not_told", number=collection.number, count=len(silent))


def _receipt(
    uow: UnitOfWork,
    ctx: Context,
    collection: Collection,
    debit: Debit,
    *,
    mandate: Mandate,
    items: Mapping[OpenItemId, OpenItem],
) -> PaperReceipt:
    """The debit as a receipt that settles its claims, unpaid until the bank credits it."""
    for item_id, amount in debit.parts:
        if items[item_id].open != amount:
            raise RuleError(
                "direct_debits.claim_changed",
                number=items[item_id].number,
                collection=collection.number,
            )
    paper = PaperReceipt(
        id=ctx.new_id(),
        kind=PaperKind.DEBIT,
        customer_id=debit.customer_id,
        number=debit.end_to_end_id,
        drawer=mandate.debtor_name,
        bank="",
        drawer_account=mandate.iban,
        amount=debit.amount,
        received_on=ctx.today,
        due_on=collection.collect_on,
        allocation_id=AllocationId(ctx.new_id()),
        ripe=False,
    )
    lay_paper(uow, ctx, paper, [(items[item_id], amount) for item_id, amount in debit.parts])
    uow.papers.add(paper)
    uow.record(
        DebitAsked(
            subject_id=debit.id,
            customer_id=debit.customer_id,
            number=debit.end_to_end_id,
            amount=str(debit.amount),
            collect_on=collection.collect_on,
            numbers=tuple(items[item_id].number for item_id, _ in debit.parts),
        )
    )
    return replace(paper, version=1)


def _keep_file(
    uow: UnitOfWork, collection: Collection, slip_id: UUID, content: bytes
) -> Collection:
    handed = collection.hand_over(slip_id, uow.archive.keep(content))
    uow.direct_debits.save(handed)
    return handed


def _take_back(uow: UnitOfWork, ctx: Context, slip_id: UUID) -> None:
    slip = uow.papers.get_slip(slip_id)
    papers = uow.papers.of_slip(slip.id)
    uow.papers.save_slip(slip.withdraw())
    for paper in papers:
        held = paper.take_off()
        reopen_paper(uow, ctx, paper, on=ctx.today)
        uow.papers.save(held.undo())
