"""Lists of mandates and of collections of direct debits."""

from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, func, select

from otc_desktop.application.direct_debits.queries import CollectionRow, MandateRow, RefundRow
from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.customers.file_changes import masked_iban
from otc_desktop.domain.direct_debits.collection import CollectionStatus
from otc_desktop.domain.direct_debits.mandate import Scheme, state_of
from otc_desktop.domain.direct_debits.refund import RefundStatus
from otc_desktop.domain.receivables.deposit_slip import SlipStatus
from otc_desktop.domain.receivables.paper_receipt import PaperStatus
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.full_text import things
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.repositories.direct_debits import mandate_of
from otc_desktop.persistence.tables.banking import bank_account
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.direct_debits import debit_collection, mandate, refund_order
from otc_desktop.persistence.tables.papers import deposit_slip, paper_receipt


class MandateList(PagedQuery[MandateRow]):
    """Mandates, the newest first. Filters: `customer` (code)."""

    sorts: ClassVar[Sorts] = {"signed_on": mandate.c.signed_on, "rum": mandate.c.rum}
    default_sort = "signed_on"
    default_descending = True
    tie = mandate.c.id

    def rows_query(self) -> Select[Any]:
        """Mandates with their customer."""
        return select(
            mandate,
            customer.c.code.label("customer_code"),
            customer.c.name.label("customer_name"),
        ).join(customer, customer.c.id == mandate.c.customer_id)

    def counted(self) -> FromClause:
        """Mandates."""
        return mandate

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Of whom."""
        code = request.filters.get("customer")
        if not code:
            return []
        owner = select(customer.c.id).where(customer.c.code == str(code))
        return [mandate.c.customer_id == owner.scalar_subquery()]

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, the beginning of a reference, or words of the customer's name."""
        if search.day is not None:
            return [mandate.c.signed_on == search.day]
        named = things(search.asked, FoundKind.CUSTOMER)
        return [starts_with(mandate.c.rum, search.text), mandate.c.customer_id.in_(named)]

    def row(self, row: RowMapping) -> MandateRow:
        """A mandate."""
        one = mandate_of(row)
        return MandateRow(
            id=one.id,
            rum=one.rum,
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            debtor_name=one.debtor_name,
            iban=masked_iban(one.iban),
            scheme=one.scheme,
            recurrent=one.recurrent,
            signed_on=one.signed_on,
            collected_on=one.collected_on,
            expires_on=one.expires_on(),
            state=state_of(one, self._today()),
            blocked_for=one.blocked_for,
        )


class CollectionList(PagedQuery[CollectionRow]):
    """Collections, the latest debit first. Filters: `status` (one of CollectionStatus)."""

    sorts: ClassVar[Sorts] = {"collect_on": debit_collection.c.collect_on}
    default_sort = "collect_on"
    default_descending = True
    tie = debit_collection.c.id

    def rows_query(self) -> Select[Any]:
        """Collections with their account, and what became of them at the bank."""
        returned = (
            select(func.count())
            .where(paper_receipt.c.slip_id == debit_collection.c.slip_id)
            .where(paper_receipt.c.status == PaperStatus.RETURNED.value)
            .scalar_subquery()
        )
        return (
            select(
                debit_collection,
                bank_account.c.number.label("account"),
                deposit_slip.c.status.label("slip_status"),
                returned.label("returned"),
            )
            .join(bank_account, bank_account.c.id == debit_collection.c.bank_account_id)
            .outerjoin(deposit_slip, deposit_slip.c.id == debit_collection.c.slip_id)
        )

    def counted(self) -> FromClause:
        """Collections."""
        return debit_collection

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Where they are."""
        status = request.filters.get("status")
        return [debit_collection.c.status == str(status)] if status else []

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, an amount, or the beginning of a number."""
        table = debit_collection.c
        if search.day is not None:
            return [table.collect_on == search.day]
        found: list[ColumnElement[bool]] = [starts_with(table.number, search.text)]
        if search.amount_minor is not None:
            found.append(table.total_minor == search.amount_minor)
        return found

    def row(self, row: RowMapping) -> CollectionRow:
        """A collection."""
        slip = row["slip_status"]
        return CollectionRow(
            id=row["id"],
            number=row["number"],
            scheme=Scheme(row["scheme"]),
            account=masked_iban(row["account"]),
            collect_on=row["collect_on"],
            made_on=row["made_on"],
            total=Money.from_minor(row["total_minor"], Currency(row["currency"])),
            debits=row["debits"],
            status=CollectionStatus(row["status"]),
            slip_status=None if slip is None else SlipStatus(slip),
            returned=row["returned"],
            sha256=row["sha256"],
        )


class RefundList(PagedQuery[RefundRow]):
    """Orders of refunds, the latest first."""

    sorts: ClassVar[Sorts] = {"pay_on": refund_order.c.pay_on}
    default_sort = "pay_on"
    default_descending = True
    tie = refund_order.c.id

    def rows_query(self) -> Select[Any]:
        """Orders."""
        return select(refund_order)

    def counted(self) -> FromClause:
        """Orders."""
        return refund_order

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, or the beginning of a number."""
        if search.day is not None:
            return [refund_order.c.pay_on == search.day]
        return [starts_with(refund_order.c.number, search.text)]

    def row(self, row: RowMapping) -> RefundRow:
        """An order."""
        return RefundRow(
            id=row["id"],
            number=row["number"],
            pay_on=row["pay_on"],
            total=Money.from_minor(row["total_minor"], Currency(row["currency"])),
            refunds=row["refunds"],
            status=RefundStatus(row["status"]),
            sha256=row["sha256"],
        )
