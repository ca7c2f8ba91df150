"""Cheques, bills, card and cash receipts, and the slips by which they go to the bank."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.receivables.deposit_slip import DepositSlip, SlipStatus
from otc_desktop.domain.receivables.paper_receipt import (
    PaperKind,
    PaperReceipt,
    PaperStatus,
    Remittance,
)
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import (
    AllocationId,
    BankAccountId,
    BankTransactionId,
    CustomerId,
    JournalEntryId,
    OpenItemId,
)
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.session import Session, in_chunks
from otc_desktop.persistence.tables.bank_postings import bank_posting
from otc_desktop.persistence.tables.papers import deposit_slip, paper_receipt

_PAPERS, _SLIPS = paper_receipt, deposit_slip
_TOUCHED = {Topic.BANK, Topic.RECEIVABLES, Topic.LEDGER}


class SqlPapers:
    """Receipts and slips of a database."""

    def __init__(self, session: Session, user: str) -> None:
        self._session = session
        self._user = user

    def lock(self, paper_ids: Collection[UUID]) -> Mapping[UUID, PaperReceipt]:
        """Lock several, in the order of ids, so that two who lock never wait for each other."""
        found: dict[UUID, PaperReceipt] = {}
        for some in in_chunks(sorted(paper_ids)):
            query = select(_PAPERS).where(_PAPERS.c.id.in_(some)).order_by(_PAPERS.c.id)
            found |= {paper.id: paper for paper in self._papers(query)}
        missing = set(paper_ids) - set(found)
        if missing:
            raise NotFoundError("receivables.paper_not_found", id=str(min(missing)))
        return found

    def read(self, paper_id: UUID) -> PaperReceipt:
        """By id, not locked."""
        row = self._session.by_id(_PAPERS, paper_id)
        if row is None:
            raise NotFoundError("receivables.paper_not_found", id=str(paper_id))
        return paper_of(row)

    def is_known(self, kind: PaperKind, customer_id: CustomerId, number: str) -> bool:
        """Whether that paper was entered, and neither undone nor returned."""
        gone = (PaperStatus.UNDONE.value, PaperStatus.RETURNED.value)
        query = select(_PAPERS.c.id).where(
            (_PAPERS.c.number == number)
            & (_PAPERS.c.customer_id == customer_id)
            & (_PAPERS.c.kind == kind.value)
            & _PAPERS.c.status.not_in(gone)
        )
        return bool(self._session.rows(query.limit(1)))

    def add(self, paper: PaperReceipt) -> None:
        """A new receipt."""
        self._session.insert(
            _PAPERS,
            {
                "id": paper.id,
                "made_at": self._session.now,
                "made_by": self._user,
                "version": 1,
                **_paper_values(paper),
            },
        )
        self._session.topics.update(_TOUCHED)

    def save(self, paper: PaperReceipt) -> None:
        """A changed receipt."""
        self._session.update_versioned(_PAPERS, paper.id, paper.version, _paper_values(paper))
        self._session.topics.update(_TOUCHED)

    def of_slip(self, slip_id: UUID, *, lock: bool = True) -> Sequence[PaperReceipt]:
        """What stands on a slip, in the order of entry."""
        query = select(_PAPERS).where(_PAPERS.c.slip_id == slip_id).order_by(_PAPERS.c.id)
        return self._papers(query, lock=lock)

    def unripe_discounted(self, due_by: date) -> Sequence[UUID]:
        """Discounted bills that fell due by a day and are no payment yet for VAT."""
        query = (
            select(_PAPERS.c.id)
            .join(_SLIPS, _SLIPS.c.id == _PAPERS.c.slip_id)
            .where(_PAPERS.c.status == PaperStatus.PAID.value)
            .where(_PAPERS.c.ripe.is_(False) & (_PAPERS.c.due_on <= due_by))
            .where(_SLIPS.c.remittance == Remittance.DISCOUNT.value)
            .order_by(_PAPERS.c.due_on, _PAPERS.c.id)
        )
        return [row["id"] for row in self._session.rows(query)]

    def find_by_return_posting(self, posting_id: UUID) -> PaperReceipt | None:
        """The returned paper whose debit a bank posting is, locked."""
        query = select(_PAPERS).where(_PAPERS.c.return_posting_id == posting_id)
        return next(iter(self._papers(query)), None)

    def get_slip(self, slip_id: UUID) -> DepositSlip:
        """By id, locked."""
        return self._slip(_SLIPS.c.id == slip_id, str(slip_id), lock=True)

    def slip_by_number(self, number: str) -> DepositSlip:
        """By number."""
        return self._slip(_SLIPS.c.number == number, number)

    def find_by_posting(self, posting_id: UUID) -> DepositSlip | None:
        """The slip that a bank posting credited, locked."""
        query = select(_SLIPS).where(_SLIPS.c.posting_id == posting_id)
        row = self._session.one(query, lock=True)
        return None if row is None else slip_of(row)

    def waiting_slips(self) -> Sequence[DepositSlip]:
        """Slips that no bank line has credited yet, oldest first."""
        query = (
            select(_SLIPS)
            .where(_SLIPS.c.status == SlipStatus.REMITTED.value)
            .order_by(_SLIPS.c.made_on, _SLIPS.c.id)
        )
        return [slip_of(row) for row in self._session.rows(query)]

    def undone_credits(self) -> set[tuple[BankTransactionId, UUID]]:
        """Bank lines and slips that somebody took apart."""
        reversal = bank_posting.alias("reversal")
        query = (
            select(bank_posting.c.transaction_id, bank_posting.c.slip_id)
            .join(reversal, reversal.c.reverses_id == bank_posting.c.id)
            .where(bank_posting.c.slip_id.is_not(None))
        )
        return {
            (BankTransactionId(row["transaction_id"]), row["slip_id"])
            for row in self._session.rows(query)
        }

    def add_slip(self, slip: DepositSlip) -> None:
        """A new slip."""
        self._session.insert(
            _SLIPS,
            {
                "id": slip.id,
                "made_at": self._session.now,
                "made_by": self._user,
                "version": 1,
                **_slip_values(slip),
            },
        )
        self._session.topics.update(_TOUCHED)

    def save_slip(self, slip: DepositSlip) -> None:
        """A changed slip."""
        self._session.update_versioned(_SLIPS, slip.id, slip.version, _slip_values(slip))
        self._session.topics.update(_TOUCHED)

    def _papers(self, query: Select[Any], *, lock: bool = True) -> Sequence[PaperReceipt]:
        if lock and self._session.is_postgresql:
            query = query.with_for_update()
        return [paper_of(row) for row in self._session.rows(query)]

    def _slip(self, key: ColumnElement[bool], name: str, *, lock: bool = False) -> DepositSlip:
        row = self._session.one(select(_SLIPS).where(key), lock=lock)
        if row is None:
            raise NotFoundError("receivables.slip_not_found", number=name)
        return slip_of(row)


def _paper_values(paper: PaperReceipt) -> dict[str, Any]:
    return {
        "kind": paper.kind.value,
        "customer_id": paper.customer_id,
        "number": paper.number,
        "drawer": paper.drawer,
        "bank": paper.bank,
        "drawer_account": paper.drawer_account,
        "currency": paper.amount.currency.code,
        "amount_minor": paper.amount.minor,
        "received_on": paper.received_on,
        "due_on": paper.due_on,
        "status": paper.status.value,
        "slip_id": paper.slip_id,
        "allocation_id": paper.allocation_id,
        "account_item_id": paper.account_item_id,
        "ripe": paper.ripe,
        "ripe_on": paper.ripe_on,
        "settled_by_id": paper.settled_by_id,
        "returned_on": paper.returned_on,
        "return_reason": paper.return_reason,
        "return_posting_id": paper.return_posting_id,
        "return_transaction_id": paper.return_transaction_id,
    }


def paper_of(row: RowMapping) -> PaperReceipt:
    """A receipt from its row."""
    transaction, on_account = row["return_transaction_id"], row["account_item_id"]
    return PaperReceipt(
        id=row["id"],
        kind=PaperKind(row["kind"]),
        customer_id=CustomerId(row["customer_id"]),
        number=row["number"],
        drawer=row["drawer"],
        bank=row["bank"],
        drawer_account=row["drawer_account"],
        amount=Money.from_minor(row["amount_minor"], Currency(row["currency"])),
        received_on=row["received_on"],
        due_on=row["due_on"],
        status=PaperStatus(row["status"]),
        slip_id=row["slip_id"],
        allocation_id=AllocationId(row["allocation_id"]),
        account_item_id=None if on_account is None else OpenItemId(on_account),
        ripe=row["ripe"],
        ripe_on=row["ripe_on"],
        settled_by_id=row["settled_by_id"],
        returned_on=row["returned_on"],
        return_reason=row["return_reason"],
        return_posting_id=row["return_posting_id"],
        return_transaction_id=None if transaction is None else BankTransactionId(transaction),
        version=row["version"],
    )


def _slip_values(slip: DepositSlip) -> dict[str, Any]:
    return {
        "number": slip.number,
        "kind": slip.kind.value,
        "remittance": slip.remittance.value,
        "bank_account_id": slip.bank_account_id,
        "made_on": slip.made_on,
        "currency": slip.total.currency.code,
        "total_minor": slip.total.minor,
        "papers": slip.papers,
        "status": slip.status.value,
        "entry_id": slip.entry_id,
        "posting_id": slip.posting_id,
        "transaction_id": slip.transaction_id,
    }


def slip_of(row: RowMapping) -> DepositSlip:
    """A slip from its row."""
    transaction, entry = row["transaction_id"], row["entry_id"]
    return DepositSlip(
        id=row["id"],
        number=row["number"],
        kind=PaperKind(row["kind"]),
        remittance=Remittance(row["remittance"]),
        bank_account_id=BankAccountId(row["bank_account_id"]),
        made_on=row["made_on"],
        total=Money.from_minor(row["total_minor"], Currency(row["currency"])),
        papers=row["papers"],
        status=SlipStatus(row["status"]),
        entry_id=None if entry is None else JournalEntryId(entry),
        posting_id=row["posting_id"],
        transaction_id=None if transaction is None else BankTransactionId(transaction),
        version=row["version"],
    )
