"""Sales to be told to the State, and transmissions made."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, Select, func, select

from otc_desktop.application.kernel.repositories.ereporting import (
    IssuedSale,
    KeptReport,
    PaidSale,
)
from otc_desktop.domain.customers.customer import CustomerKind
from otc_desktop.domain.invoicing.ereport import TransmissionKind
from otc_desktop.domain.invoicing.ereporting_payments import PaidOn
from otc_desktop.domain.invoicing.invoice import InvoiceKind, Party
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.vat import VatTreatment
from otc_desktop.persistence.cash_days import MOVES_MONEY, OF_PAPER, day_of_money, papers_paid
from otc_desktop.persistence.cashed_money import PAID_ALL_THE_SAME
from otc_desktop.persistence.repositories import lines as mapping
from otc_desktop.persistence.session import Session, in_chunks
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.invoicing import invoice, invoice_vat
from otc_desktop.persistence.tables.papers import paper_receipt
from otc_desktop.persistence.tables.platform import ereport
from otc_desktop.persistence.tables.receivables import (
    allocation,
    allocation_part,
    open_item,
    receivable_movement,
)

_DOCUMENT = func.coalesce(open_item.c.invoice_id, open_item.c.part_of_id)
_CASHED_ON = day_of_money(receivable_movement.c.moved_on)


class SqlEReports:
    """E-reporting of a database."""

    def __init__(self, session: Session, user: str) -> None:
        self._session = session
        self._user = user

    def issued(self, from_on: date, to_on: date) -> Sequence[IssuedSale]:
        """The documents issued in a period, in two queries whatever their number."""
        documents = _documents().where(invoice.c.document_on.between(from_on, to_on))
        groups = (
            select(invoice_vat)
            .join(invoice, invoice.c.id == invoice_vat.c.invoice_id)
            .where(invoice.c.document_on.between(from_on, to_on) & invoice.c.number.is_not(None))
            .order_by(invoice_vat.c.invoice_id, invoice_vat.c.position)
        )
        return _sales(self._session.rows(documents), self._session.rows(groups))

    def paid(self, from_on: date, to_on: date) -> Sequence[PaidSale]:
        """The documents for which money came or went in a period."""
        documents = self._money().with_only_columns(_DOCUMENT.label("document")).distinct()
        # By the index of days, and by the few bills that were paid later than they came.
        concerned = [
            *self._session.rows(
                documents.where(receivable_movement.c.moved_on.between(from_on, to_on))
            ),
            *self._session.rows(
                documents.where(allocation.c.paper_id.in_(papers_paid(from_on, to_on)))
            ),
        ]
        ids = sorted({row["document"] for row in concerned if row["document"] is not None})
        if not ids:
            return []
        sales = {each.invoice_id: each for each in self._named(ids)}
        moved: dict[UUID, list[RowMapping]] = defaultdict(list)
        for chunk in in_chunks(ids):
            query = (
                self._money()
                .where(_DOCUMENT.in_(chunk) & (to_on >= _CASHED_ON))
                .order_by(_CASHED_ON, receivable_movement.c.id)
            )
            for row in self._session.rows(query):
                moved[row["document"]].append(row)
        shares = self._deducted([row for rows in moved.values() for row in rows])
        found = []
        for document, sale in sales.items():
            zero = Money.zero(sale.total_vat.currency)
            before, payments = zero, []
            for row in moved[document]:
                deducted = shares.get((row["allocation_id"], row["item_id"]), 0)
                amount = Money.from_minor(-row["amount_minor"] - deducted, zero.currency)
                if row["cashed_on"] < from_on:
                    before += amount
                else:
                    payments.append(PaidOn(row["cashed_on"], amount))
            if payments:
                found.append(PaidSale(sale=sale, paid_before=before, payments=tuple(payments)))
        return found

    def overlapping(self, from_on: date, to_on: date) -> Sequence[KeptReport]:
        """Transmissions that share a day with a period."""
        query = (
            select(ereport)
            .where((ereport.c.from_on <= to_on) & (ereport.c.to_on >= from_on))
            .order_by(ereport.c.from_on, ereport.c.id)
        )
        return [_kept(row) for row in self._session.rows(query)]

    def all(self) -> Sequence[KeptReport]:
        """Every transmission."""
        query = select(ereport).order_by(ereport.c.from_on, ereport.c.to_on, ereport.c.id)
        return [_kept(row) for row in self._session.rows(query)]

    def first_issue(self) -> date | None:
        """The day of the first document ever issued."""
        query = select(func.min(invoice.c.document_on).label("first")).where(
            invoice.c.number.is_not(None)
        )
        row = self._session.one(query)
        return None if row is None else row["first"]

    def add(self, report: KeptReport) -> None:
        """Keep a transmission."""
        self._session.insert(
            ereport,
            {
                "id": report.id,
                "number": report.number,
                "kind": report.kind.value,
                "content": report.content,
                "from_on": report.from_on,
                "to_on": report.to_on,
                "sha256": report.sha256,
                "fingerprint": report.fingerprint,
                "summary": json.dumps(report.summary, ensure_ascii=False, sort_keys=True),
                "made_at": report.made_at,
                "made_by": self._user,
            },
        )

    def _named(self, ids: Collection[UUID]) -> list[IssuedSale]:
        found: list[IssuedSale] = []
        for chunk in in_chunks(ids):
            groups = (
                select(invoice_vat)
                .where(invoice_vat.c.invoice_id.in_(chunk))
                .order_by(invoice_vat.c.invoice_id, invoice_vat.c.position)
            )
            documents = self._session.rows(_documents().where(invoice.c.id.in_(chunk)))
            found.extend(_sales(documents, self._session.rows(groups)))
        return found

    @staticmethod
    def _money() -> Select[Any]:
        """Movements that stand for money, each on the day on which it was that."""
        return (
            select(
                _DOCUMENT.label("document"),
                receivable_movement.c.item_id,
                receivable_movement.c.allocation_id,
                _CASHED_ON.label("cashed_on"),
                receivable_movement.c.amount_minor,
                allocation.c.difference_minor,
                allocation.c.difference_kind,
            )
            .join(open_item, open_item.c.id == receivable_movement.c.item_id)
            .join(allocation, allocation.c.id == receivable_movement.c.allocation_id)
            .outerjoin(paper_receipt, OF_PAPER)
            .where(MOVES_MONEY & _CASHED_ON.is_not(None))
        )

    def _deducted(self, rows: Sequence[RowMapping]) -> dict[tuple[UUID, UUID], int]:
        """The part of each item in what an allocation let go, by allocation and item.

        What a bank kept on the way was paid all the same, as «212 Encaissée» tells it.
        """
        differing = {
            row["allocation_id"]: row["difference_minor"]
            for row in rows
            if row["difference_minor"] and row["difference_kind"] not in PAID_ALL_THE_SAME
        }
        parts: dict[UUID, list[RowMapping]] = defaultdict(list)
        for chunk in in_chunks(list(differing)):
            query = (
                select(allocation_part, allocation.c.currency)
                .join(allocation, allocation.c.id == allocation_part.c.allocation_id)
                .where(allocation_part.c.allocation_id.in_(chunk))
                .order_by(allocation_part.c.allocation_id, allocation_part.c.position)
            )
            for row in self._session.rows(query):
                parts[row["allocation_id"]].append(row)
        found = {}
        for allocation_id, laid in parts.items():
            whole = Money.from_minor(differing[allocation_id], Currency(laid[0]["currency"]))
            weights = [
                abs(Money.from_minor(row["amount_minor"], whole.currency).amount) for row in laid
            ]
            for row, share in zip(laid, whole.split(weights), strict=True):
                found[allocation_id, row["item_id"]] = share.minor
        return found


def _documents() -> Select[Any]:
    return (
        select(invoice, customer.c.kind.label("customer_kind"))
        .join(customer, customer.c.id == invoice.c.customer_id)
        .where(invoice.c.number.is_not(None))
        .order_by(invoice.c.document_on, invoice.c.number)
    )


def _sales(documents: Sequence[RowMapping], groups: Sequence[RowMapping]) -> list[IssuedSale]:
    treatments: dict[UUID, list[VatTreatment]] = defaultdict(list)
    for row in groups:
        treatments[row["invoice_id"]].append(mapping.vat_of(row))
    return [_sale(row, tuple(treatments[row["id"]])) for row in documents]


def _sale(row: RowMapping, treatments: tuple[VatTreatment, ...]) -> IssuedSale:
    buyer = json.loads(row["identity"])["buyer"]
    currency, sign = Currency(row["currency"]), InvoiceKind(row["kind"]).sign

    def money(name: str) -> Money:
        return Money.from_minor(sign * row[name], currency)

    return IssuedSale(
        invoice_id=InvoiceId(row["id"]),
        number=row["number"],
        issued_on=row["document_on"],
        buyer=Party(
            name=buyer["name"],
            code=buyer["code"],
            address=Address(**buyer["address"]),
            siren=buyer["siren"],
            siret=buyer["siret"],
            vat_number=buyer["vat_number"],
        ),
        kind=CustomerKind(row["customer_kind"]),
        treatments=treatments,
        total_excl_tax=money("total_excl_tax_minor"),
        total_vat=money("total_vat_minor"),
        total_incl_tax=money("total_incl_tax_minor"),
    )


def _kept(row: RowMapping) -> KeptReport:
    return KeptReport(
        id=row["id"],
        number=row["number"],
        kind=TransmissionKind(row["kind"]),
        content=row["content"],
        from_on=row["from_on"],
        to_on=row["to_on"],
        sha256=row["sha256"],
        fingerprint=row["fingerprint"],
        summary=json.loads(row["summary"]),
        made_at=row["made_at"],
    )
