"""Open items with their movements, and allocations."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, func, select
from uuid_utils.compat import uuid7

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.receivables.allocation import (
    Allocation,
    Difference,
    DifferenceKind,
    Reason,
)
from otc_desktop.domain.receivables.lettering import place_of
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import (
    AllocationId,
    BankTransactionId,
    CustomerId,
    InvoiceId,
    JournalEntryId,
    OpenItemId,
)
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.session import Session, in_chunks, sum_minor
from otc_desktop.persistence.tables import receivables as tables

_ITEMS = tables.open_item
_TOUCHED = {Topic.RECEIVABLES, Topic.BANK, Topic.LEDGER, Topic.INVOICING}


class SqlOpenItemRepository:
    """Claims of a database; every change of one is a dated movement beside it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, item_id: OpenItemId) -> OpenItem:
        """By id."""
        return self._load(_ITEMS.c.id == item_id, str(item_id))

    def get_by_number(self, number: str) -> OpenItem:
        """By document number."""
        return self._load(_ITEMS.c.number == number, number)

    def find_by_invoice(self, invoice_id: InvoiceId) -> OpenItem | None:
        """The claim of one document."""
        row = self._session.one(select(_ITEMS).where(_ITEMS.c.invoice_id == invoice_id))
        return None if row is None else item_of(row)

    def of_invoice(self, invoice_id: InvoiceId) -> Sequence[OpenItem]:
        """The claims of one document: its own first, then parts that fall due apart."""
        query = (
            select(_ITEMS)
            .where(
                (_ITEMS.c.invoice_id == invoice_id)
                | (
                    (_ITEMS.c.part_of_id == invoice_id)
                    & (_ITEMS.c.kind != InvoiceKind.CREDIT_NOTE.value)
                )
            )
            .order_by(_ITEMS.c.number)
        )
        return [item_of(row) for row in self._session.rows(query)]

    def rewrite(self, item: OpenItem) -> None:
        """A changed claim of which no amount moved: another date, account, or VAT due."""
        self._session.update_versioned(_ITEMS, item.id, item.version, _values(item))
        self._session.topics.update(_TOUCHED)

    def lock(self, item_ids: Collection[OpenItemId]) -> Mapping[OpenItemId, OpenItem]:
        """Lock several, in the order of ids, so that two who lock never wait for each other."""
        found: dict[OpenItemId, OpenItem] = {}
        for some in in_chunks(sorted(item_ids)):
            query = select(_ITEMS).where(_ITEMS.c.id.in_(some)).order_by(_ITEMS.c.id)
            if self._session.is_postgresql:
                query = query.with_for_update()
            for row in self._session.rows(query):
                found[OpenItemId(row["id"])] = item_of(row)
        missing = set(item_ids) - set(found)
        if missing:
            raise NotFoundError("receivables.item_not_found", number=str(min(missing)))
        return found

    def by_numbers(self, numbers: Collection[str]) -> Mapping[str, OpenItem]:
        """Those that exist, by document number."""
        return {
            row["number"]: item_of(row)
            for some in in_chunks(numbers)
            for row in self._session.rows(select(_ITEMS).where(_ITEMS.c.number.in_(some)))
        }

    def existing_numbers(self, numbers: Collection[str]) -> set[str]:
        """Which of these numbers are taken."""
        return {
            row["number"]
            for some in in_chunks(numbers)
            for row in self._session.rows(select(_ITEMS.c.number).where(_ITEMS.c.number.in_(some)))
        }

    def open_of(self, customer_id: CustomerId) -> Sequence[OpenItem]:
        """What is open of one customer, those due first."""
        query = (
            select(_ITEMS)
            .where((_ITEMS.c.customer_id == customer_id) & _ITEMS.c.is_open.is_(True))
            .order_by(_ITEMS.c.due_on, _ITEMS.c.id)
        )
        return [item_of(row) for row in self._session.rows(query)]

    def open_total(self, customer_id: CustomerId, currency: Currency) -> Money:
        """Sum of what one customer owes, credit notes deducted."""
        row = self._session.one(
            select(sum_minor(_ITEMS.c.open_minor).label("minor")).where(
                (_ITEMS.c.customer_id == customer_id)
                & _ITEMS.c.is_open.is_(True)
                & (_ITEMS.c.currency == currency.code)
            )
        )
        return Money.from_minor(row["minor"] if row else 0, currency)

    def add(self, item: OpenItem, customer: Customer) -> None:
        """A new claim and its first movement."""
        self._session.insert(
            _ITEMS,
            {
                "id": item.id,
                "invoice_id": item.invoice_id,
                "customer_id": item.customer_id,
                "customer_name_folded": fold(customer.name),
                "version": 1,
                **_values(item),
            },
        )
        self._move(item, item.open, item.issued_on, "issue", None)

    def save(
        self,
        item: OpenItem,
        *,
        moved: Money,
        on: date,
        kind: str,
        allocation_id: AllocationId | None,
    ) -> None:
        """A changed claim and the movement that changed it."""
        self._session.update_versioned(_ITEMS, item.id, item.version, _values(item))
        self._move(item, moved, on, kind, allocation_id)

    def next_letter_place(self, customer_id: CustomerId) -> int:
        """The next place in the customer's sequence of matching letters."""
        letter = func.upper(_ITEMS.c.letter)
        # Not their count: after a merge of customers that was undone there may be gaps.
        query = (
            select(letter.label("last"))
            .where((_ITEMS.c.customer_id == customer_id) & (_ITEMS.c.letter != ""))
            .order_by(func.length(letter).desc(), letter.desc())
            .limit(1)
        )
        row = self._session.one(query)
        return 1 if row is None else 1 + place_of(row["last"])

    def _move(
        self, item: OpenItem, amount: Money, on: date, kind: str, allocation_id: UUID | None
    ) -> None:
        self._session.insert(
            tables.receivable_movement,
            {
                "id": uuid7(),
                "item_id": item.id,
                "customer_id": item.customer_id,
                "moved_on": on,
                "currency": amount.currency.code,
                "amount_minor": amount.minor,
                "kind": kind,
                "allocation_id": allocation_id,
            },
            audited=False,
        )
        self._session.topics.update(_TOUCHED)

    def _load(self, key: ColumnElement[bool], name: str) -> OpenItem:
        row = self._session.one(select(_ITEMS).where(key))
        if row is None:
            raise NotFoundError("receivables.item_not_found", number=name)
        return item_of(row)


class SqlAllocationRepository:
    """Allocations of a database; undoing adds a reversal, nothing is deleted."""

    def __init__(self, session: Session, user: str) -> None:
        self._session = session
        self._user = user

    def get(self, allocation_id: AllocationId) -> Allocation:
        """By id."""
        row = self._row(allocation_id)
        parts = tables.allocation_part
        part_rows = self._session.rows(
            select(parts).where(parts.c.allocation_id == allocation_id).order_by(parts.c.position)
        )
        currency = Currency(row["currency"])
        confidence = row["confidence"]
        return Allocation(
            id=AllocationId(row["id"]),
            transaction_id=None
            if row["transaction_id"] is None
            else BankTransactionId(row["transaction_id"]),
            on=row["allocated_on"],
            parts=tuple(
                (OpenItemId(each["item_id"]), Money.from_minor(each["amount_minor"], currency))
                for each in part_rows
            ),
            difference=Difference(
                Money.from_minor(row["difference_minor"], currency),
                DifferenceKind(row["difference_kind"]),
            ),
            confidence=None if confidence is None else float(confidence),
            reasons=reasons_of(row["reasons"]),
            made_by_machine=row["made_by_machine"],
            reverses_id=None if row["reverses_id"] is None else AllocationId(row["reverses_id"]),
            paper_id=row["paper_id"],
        )

    def entry_of(self, allocation_id: AllocationId) -> JournalEntryId | None:
        """The journal entry it made, if it made one."""
        entry = self._row(allocation_id)["entry_id"]
        return None if entry is None else JournalEntryId(entry)

    def is_reversed(self, allocation_id: AllocationId) -> bool:
        """Whether it was undone."""
        table = tables.allocation
        query = select(table.c.id).where(table.c.reverses_id == allocation_id)
        return self._session.one(query) is not None

    def add(
        self, allocation: Allocation, *, currency: Currency, entry_id: JournalEntryId | None
    ) -> None:
        """A new allocation, or the reversal of one."""
        confidence = allocation.confidence
        self._session.insert(
            tables.allocation,
            {
                "id": allocation.id,
                "transaction_id": allocation.transaction_id,
                "paper_id": allocation.paper_id,
                "allocated_on": allocation.on,
                "currency": currency.code,
                "difference_kind": allocation.difference.kind.value,
                "difference_minor": allocation.difference.amount.minor,
                "confidence": None if confidence is None else Decimal(f"{confidence:.4f}"),
                "reasons": _reasons_json(allocation.reasons),
                "made_by_machine": allocation.made_by_machine,
                "reverses_id": allocation.reverses_id,
                "entry_id": entry_id,
                "made_at": self._session.now,
                "made_by": self._user,
            },
        )
        self._session.insert_many(
            tables.allocation_part,
            [
                {
                    "allocation_id": allocation.id,
                    "item_id": item_id,
                    "position": position,
                    "amount_minor": amount.minor,
                }
                for position, (item_id, amount) in enumerate(allocation.parts)
            ],
        )

    def undone_pairs(self) -> set[tuple[BankTransactionId, OpenItemId]]:
        """Receipts and items that were taken apart."""
        undone, parts = tables.allocation, tables.allocation_part
        query = (
            select(undone.c.transaction_id, parts.c.item_id)
            .join(parts, parts.c.allocation_id == undone.c.reverses_id)
            .where(undone.c.transaction_id.is_not(None))
        )
        return {
            (BankTransactionId(row["transaction_id"]), OpenItemId(row["item_id"]))
            for row in self._session.rows(query)
        }

    def _row(self, allocation_id: AllocationId) -> RowMapping:
        table = tables.allocation
        row = self._session.one(select(table).where(table.c.id == allocation_id), lock=True)
        if row is None:
            raise NotFoundError("receivables.allocation_not_found", id=str(allocation_id))
        return row


def _reasons_json(reasons: Sequence[Reason]) -> str:
    plain = [
        [reason.code, {name: _plain(value) for name, value in reason.params.items()}]
        for reason in reasons
    ]
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def reasons_of(text: str) -> tuple[Reason, ...]:
    """Reasons as they were kept, their amounts as amounts again."""
    return tuple(
        Reason(code, {name: _restored(value) for name, value in params.items()})
        for code, params in json.loads(text)
    )


def _plain(value: object) -> object:
    if isinstance(value, Money):
        return {"minor": value.minor, "currency": value.currency.code}
    return value


def _restored(value: Any) -> Any:
    if isinstance(value, dict):
        return Money.from_minor(value["minor"], Currency(value["currency"]))
    return value


def _values(item: OpenItem) -> dict[str, Any]:
    return {
        "number": item.number,
        "kind": item.kind.value,
        "issued_on": item.issued_on,
        "due_on": item.due_on,
        "currency": item.total.currency.code,
        "total_minor": item.total.minor,
        "open_minor": item.open.minor,
        "is_open": bool(item.open),
        "vat_minor": item.vat.minor,
        "vat_released_minor": item.vat_released.minor,
        "letter": item.letter,
        "settled_on": item.settled_on,
        "purchase_order": item.purchase_order,
        "account": item.account,
        "part_of_id": item.part_of_id,
        "vat_due_minor": item.vat_due_minor,
        "unripe_minor": item.unripe_minor,
    }


def item_of(row: RowMapping) -> OpenItem:
    """A claim from its row."""
    currency = Currency(row["currency"])

    def money(name: str) -> Money:
        return Money.from_minor(row[name], currency)

    return OpenItem(
        id=OpenItemId(row["id"]),
        invoice_id=None if row["invoice_id"] is None else InvoiceId(row["invoice_id"]),
        customer_id=CustomerId(row["customer_id"]),
        number=row["number"],
        kind=InvoiceKind(row["kind"]),
        issued_on=row["issued_on"],
        due_on=row["due_on"],
        total=money("total_minor"),
        open=money("open_minor"),
        vat=money("vat_minor"),
        vat_released=money("vat_released_minor"),
        letter=row["letter"],
        settled_on=row["settled_on"],
        purchase_order=row["purchase_order"],
        account=row["account"],
        part_of_id=None if row["part_of_id"] is None else InvoiceId(row["part_of_id"]),
        vat_due_minor=row["vat_due_minor"],
        unripe_minor=row["unripe_minor"],
        version=row["version"],
    )
