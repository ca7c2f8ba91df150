"""Pro formas that were made."""

from uuid import UUID

from sqlalchemy import select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories.contracts import ProForma
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId, SalesOrderId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.contracts import pro_forma


class SqlProFormaRepository:
    """Pro formas of a database; their bytes lie with the archive's."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, made: ProForma, new_id: UUID, customer: Customer) -> None:
        """A new one."""
        self._session.insert(
            pro_forma,
            {
                "id": new_id,
                "number": made.number,
                "customer_id": made.customer_id,
                "customer_name_folded": fold(customer.name),
                "order_id": made.order_id,
                "draft_id": made.draft_id,
                "made_on": made.made_on,
                "currency": made.total_incl_tax.currency.code,
                "total_excl_tax_minor": made.total_excl_tax.minor,
                "total_incl_tax_minor": made.total_incl_tax.minor,
                "sha256": made.sha256,
                "version": 1,
            },
        )
        self._session.topics.add(Topic.INVOICING)

    def get_by_number(self, number: str, *, lock: bool = False) -> ProForma:
        """By number."""
        row = self._session.one(select(pro_forma).where(pro_forma.c.number == number), lock=lock)
        if row is None:
            raise NotFoundError("invoicing.pro_forma_not_found", number=number)
        currency = Currency(row["currency"])
        return ProForma(
            number=row["number"],
            customer_id=CustomerId(row["customer_id"]),
            order_id=None if row["order_id"] is None else SalesOrderId(row["order_id"]),
            draft_id=None if row["draft_id"] is None else InvoiceId(row["draft_id"]),
            made_on=row["made_on"],
            total_excl_tax=Money.from_minor(row["total_excl_tax_minor"], currency),
            total_incl_tax=Money.from_minor(row["total_incl_tax_minor"], currency),
            sha256=row["sha256"],
        )
