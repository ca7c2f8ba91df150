"""Pro formas that were made."""

from uuid import UUID

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories.contracts import ProForma
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.contracts import pro_forma


class SqlProFormaRepository:
    """Pro formas of a database; their bytes lie with the archive's."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, made: ProForma, new_id: UUID, customer: Customer) -> None:
        """A new one."""
        totals = made.totals
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
                "currency": totals.total_incl_tax.currency.code,
                "total_excl_tax_minor": totals.total_excl_tax.minor,
                "total_incl_tax_minor": totals.total_incl_tax.minor,
                "sha256": made.sha256,
                "version": 1,
            },
        )
        self._session.topics.add(Topic.INVOICING)
